"""What the hand, the list and the keyboard do to a draft. Every step of it can be undone."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRect, QRectF

from capture.redact.plan import Crop, Region, RegionKind, Shape, Style
from ui.desktop.editor import strokes
from ui.desktop.editor.draft import Draft, Mark, State
from ui.desktop.editor.strokes import CELL
from ui.desktop.editor.tools import Tool

_LEAST = 1


class Acts(QObject):
    """Acts on one draft at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._style = Style.FILL
        """How the next drawn place is covered: as the last one was."""

    def take(self, draft: Draft | None) -> None:
        """Act on this draft from now on."""
        self._draft = draft

    @property
    def chosen(self) -> Mark | None:
        """The selected mark."""
        return None if self._draft is None else self._draft.selected

    def pick(self, mark: int | None) -> None:
        """Select a mark, or none."""
        if self._draft is not None:
            self._draft.select(mark)

    def step(self, by: int) -> None:
        """Select the next or the previous mark, around the ends."""
        if self._draft is None or not self._draft.marks:
            return
        order = [mark.id for mark in self._draft.marks]
        chosen = self.chosen
        at = order.index(chosen.id) + by if chosen is not None else (0 if by > 0 else -1)
        self._draft.select(order[at % len(order)])

    def cover(self) -> None:
        """Cover the selected place, and go on to the next undecided one."""
        self._decide(self.tr("Cover"), State.COVERED)

    def nothing(self) -> None:
        """Say that there is nothing at the selected place, and go on."""
        chosen = self.chosen
        if chosen is not None and chosen.region.found_by != "person":
            self._decide(self.tr("Nothing to cover"), State.NOTHING)

    def stay(self, reason: str) -> None:
        """Leave the selected place visible, for this reason, and go on."""
        self._decide(self.tr("Leave it visible"), State.STAYS, reason)

    def _decide(self, words: str, state: State, reason: str | None = None) -> None:
        draft, chosen = self._draft, self.chosen
        if draft is None or chosen is None:
            return
        region = chosen.region
        if reason is not None:
            region = replace(region, reason=reason)
        draft.put(words, Mark(chosen.id, region, state))
        undecided = [mark.id for mark in draft.undecided]
        after = [mark for mark in undecided if mark > chosen.id]
        if undecided:
            draft.select((after or undecided)[0])

    def cover_all(self) -> None:
        """Cover every place that was found and about which nothing was decided."""
        if self._draft is not None:
            self._draft.cover_found(self.tr("Cover all that was found"))

    def none_of_rest(self) -> None:
        """Say that there is nothing to cover at any place that is left."""
        if self._draft is not None and self._draft.undecided:
            marks = [replace(mark, state=State.NOTHING) for mark in self._draft.undecided]
            self._draft.put(self.tr("Nothing to cover"), *marks)

    def none_of_doubtful(self) -> None:
        """Say that there is nothing to cover at the doubtful places."""
        if self._draft is not None and self._draft.doubtful:
            marks = [replace(mark, state=State.NOTHING) for mark in self._draft.doubtful]
            self._draft.put(self.tr("Nothing to cover"), *marks)

    def remove(self) -> None:
        """Take away a place that a person drew; of a found one say that nothing is there."""
        chosen = self.chosen
        if self._draft is None or chosen is None:
            return
        if chosen.region.found_by == "person":
            self._draft.remove(self.tr("Remove"), chosen.id)
        else:
            self.nothing()

    def edit(self, words: str, region: Region) -> None:
        """Change what is said of the selected place."""
        if self._draft is not None and self.chosen is not None:
            self._style = region.style if region.style is not Style.LABEL else self._style
            self._draft.put(words, replace(self.chosen, region=region))

    def draw(self, tool: Tool, box: QRectF) -> None:
        """Cover a box or an ellipse."""
        if self._draft is None:
            return
        place = box.toAlignedRect() & self._picture()
        if place.width() < _LEAST or place.height() < _LEAST:
            return
        shape = Shape.ELLIPSE if tool is Tool.ELLIPSE else Shape.BOX
        region = Region(*_numbers(place), shape=shape, style=self._style, kind=RegionKind.OTHER)
        words = self.tr("Draw an ellipse") if tool is Tool.ELLIPSE else self.tr("Draw a box")
        self._draft.add(words, region)

    def stroke(self, tool: Tool, points: Sequence[QPointF], radius: float) -> None:
        """Paint with the brush, or take away with the eraser."""
        if tool is Tool.ERASER:
            self._erase(points, radius)
        else:
            self._paint(points, radius)

    def _paint(self, points: Sequence[QPointF], radius: float) -> None:
        draft, chosen = self._draft, self.chosen
        if draft is None:
            return
        brush = chosen is not None and chosen.region.shape is Shape.BRUSH
        new = Region(0, 0, 1, 1, shape=Shape.BRUSH, style=self._style)
        before = chosen.region if chosen is not None and brush else None
        region = strokes.painted(before, points, radius, self._picture(), new)
        if region is None or region == before:
            return
        if chosen is not None and brush:
            draft.put(self.tr("Paint"), Mark(chosen.id, region, State.COVERED))
        else:
            draft.add(self.tr("Paint"), region)

    def _erase(self, points: Sequence[QPointF], radius: float) -> None:
        """Erase from the selected cover, or else from every brush that the stroke meets."""
        draft, chosen = self._draft, self.chosen
        if draft is None:
            return
        work = draft.work
        for mark in draft.marks:
            meant = mark == chosen if chosen else mark.region.shape is Shape.BRUSH
            if mark.state is State.COVERED and meant:
                left = strokes.erased(mark.region, points, radius)
                if left is None:
                    work = work.without(mark.id)
                elif left != mark.region:
                    work = work.having(replace(mark, region=left))
        draft.do(self.tr("Erase"), work)

    def reshape(self, mark: int, box: QRectF, *, small: bool = False) -> None:
        """Give a place another box; a found one is then covered, as a person drew it."""
        draft = self._draft
        found = next((one for one in draft.marks if one.id == mark), None) if draft else None
        if draft is None or found is None:
            return
        region = self._reshaped(found.region, box)
        state = State.COVERED if found.state is State.FOUND else found.state
        draft.put(self.tr("Move or resize"), Mark(mark, region, state), moving=small)

    def _reshaped(self, region: Region, box: QRectF) -> Region:
        if region.shape is Shape.BRUSH:  # is moved whole, square by square
            left, top = (round(at / CELL) * CELL for at in (box.left(), box.top()))
            if (box.width(), box.height()) != (region.width, region.height):
                left, top = region.left, region.top
            return replace(region, left=left, top=top)
        place = box.toRect()
        whole = self._picture()
        place.setWidth(max(place.width(), _LEAST))
        place.setHeight(max(place.height(), _LEAST))
        place.moveLeft(min(max(place.left(), 1 - place.width()), whole.width() - 1))
        place.moveTop(min(max(place.top(), 1 - place.height()), whole.height() - 1))
        left, top, width, height = _numbers(place)
        return replace(region, left=left, top=top, width=width, height=height)

    def crop(self, box: QRectF, *, small: bool = False) -> None:
        """Cut the picture to a box of the straightened picture."""
        draft = self._draft
        if draft is None:
            return
        whole = self._picture()
        place = box.toRect()
        if small:  # a nudged crop stops at the edge, and keeps its size
            place.moveLeft(min(max(place.left(), 0), max(whole.width() - place.width(), 0)))
            place.moveTop(min(max(place.top(), 0), max(whole.height() - place.height(), 0)))
        place &= whole
        if not place.isEmpty():
            self.frame(Crop(*_numbers(place)), draft.work.straighten, small=small)

    def frame(self, crop: Crop | None, straighten: int, *, small: bool = True) -> None:
        """Crop and straighten."""
        draft = self._draft
        if draft is not None:
            whole = Crop(0, 0, draft.width, draft.height)
            work = replace(draft.work, crop=None if crop == whole else crop, straighten=straighten)
            words = self.tr("Crop and straighten")
            draft.do(words, work, moving=0 if small else None)

    def _picture(self) -> QRect:
        if self._draft is None:
            return QRect()
        return QRect(0, 0, self._draft.width, self._draft.height)


def _numbers(box: QRect) -> tuple[int, int, int, int]:
    return box.left(), box.top(), box.width(), box.height()
