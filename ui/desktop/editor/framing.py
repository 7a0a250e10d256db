"""Crop and straighten: the numbers beside the picture, for who does not drag."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from capture.redact.geometry import inscribed
from capture.redact.plan import MAX_STRAIGHTEN, Crop
from ui.desktop import theme
from ui.desktop.editor.draft import Draft, Work
from ui.desktop.editor.keys import Key, press
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import label_for, text

_THOUSAND = 1000
_TALL = 7


class FramingPanel(QWidget):
    """Shows one draft's crop and angle, and says what they should become."""

    framed = Signal(object, int)
    """A Crop or None, and thousandths of a degree."""

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self.angle = QDoubleSpinBox()
        self.angle.setRange(-MAX_STRAIGHTEN / _THOUSAND, MAX_STRAIGHTEN / _THOUSAND)
        self.angle.setDecimals(1)
        self.angle.setSingleStep(0.1)
        self.angle.setSuffix("°")
        self.angle.setMinimumHeight(theme.space(_TALL))
        self.angle.valueChanged.connect(self._on_angle)
        self.sides = tuple(QSpinBox() for _ in range(4))
        self.largest = button(self.tr("As large as it goes"), self._largest, icon_name="fit")
        self.largest.setToolTip(self.tr("Without empty corners (L)"))
        self.whole = button(self.tr("The whole picture again"), self._whole, icon_name="picture")
        self.whole.setToolTip(self.tr("Neither cropped nor straightened (R)"))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(text(self.tr("Crop and straighten"), "heading"))
        column.addWidget(
            text(
                self.tr(
                    "What is cut away is not in the copy, not even hidden. The original keeps it."
                ),
                "soft",
            )
        )
        column.addWidget(label_for(self.tr("Straighten by"), self.angle))
        column.addWidget(self.angle)
        grid = QGridLayout()
        grid.setSpacing(theme.space(1.5))
        names = (self.tr("From left"), self.tr("From top"), self.tr("Width"), self.tr("Height"))
        for place, (name, side) in enumerate(zip(names, self.sides, strict=True)):
            side.setKeyboardTracking(False)
            side.setMinimumHeight(theme.space(_TALL))
            side.valueChanged.connect(self._on_sides)
            grid.addWidget(label_for(name, side), place // 2 * 2, place % 2)
            grid.addWidget(side, place // 2 * 2 + 1, place % 2)
        column.addLayout(grid)
        column.addWidget(self.largest)
        column.addWidget(self.whole)
        column.addStretch(1)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of what can be pressed here; they do nothing while it is not shown."""
        return (("L", partial(press, self.largest)), ("R", partial(press, self.whole)))

    def show_draft(self, draft: Draft) -> None:
        """Show the crop and the angle as they are now."""
        self._draft = draft
        crop = draft.work.crop or Crop(0, 0, draft.width, draft.height)
        fields = (self.angle, *self.sides)
        blocked = [QSignalBlocker(field) for field in fields]
        self.angle.setValue(draft.work.straighten / _THOUSAND)
        most = (draft.width - 1, draft.height - 1, draft.width, draft.height)
        values = (crop.left, crop.top, crop.width, crop.height)
        for at, (side, limit, value) in enumerate(zip(self.sides, most, values, strict=True)):
            side.setRange(at // 2, limit)
            side.setValue(value)
        for one in blocked:
            one.unblock()
        self.whole.setEnabled(draft.work.crop is not None or draft.work.straighten != 0)

    def _on_angle(self) -> None:
        if self._draft is None:
            return
        angle = round(self.angle.value() * _THOUSAND)
        self.framed.emit(kept_inside(self._draft, self._draft.work, angle), angle)

    def _on_sides(self) -> None:
        if self._draft is not None:
            left, top, width, height = (side.value() for side in self.sides)
            width = min(width, self._draft.width - left)
            height = min(height, self._draft.height - top)
            self.framed.emit(Crop(left, top, width, height), self._draft.work.straighten)

    def _largest(self) -> None:
        if self._draft is not None:
            angle = self._draft.work.straighten
            self.framed.emit(inscribed(self._draft.width, self._draft.height, angle), angle)

    def _whole(self) -> None:
        self.framed.emit(None, 0)


def kept_inside(draft: Draft, work: Work, angle: int) -> Crop | None:
    """Return the crop for a new angle: the largest one, unless a person chose a smaller one."""
    largest = inscribed(draft.width, draft.height, angle)
    own = work.crop
    if own is None or own == inscribed(draft.width, draft.height, work.straighten):
        return largest if angle else None
    left, top = max(own.left, largest.left), max(own.top, largest.top)
    right = min(own.left + own.width, largest.left + largest.width)
    bottom = min(own.top + own.height, largest.top + largest.height)
    return Crop(left, top, right - left, bottom - top) if left < right and top < bottom else largest
