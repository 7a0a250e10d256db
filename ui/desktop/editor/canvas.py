"""The picture under the hands: zoom and pan, places to pick, move and resize, and tools to draw.

Scene coordinates are pixels of the upright and straightened picture. The
picture and its marks lie on a sheet that is turned by the draft's angle; the
crop lies on the scene. The canvas shows and asks; it never decides: every
change goes out as a signal and comes back from the draft.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
)
from typing_extensions import override

from capture.redact.plan import Crop
from ui.desktop.editor.draft import Mark
from ui.desktop.editor.hand import Hand
from ui.desktop.editor.items import FrameItem, MarkItem, box_of
from ui.desktop.editor.spots import Spots
from ui.desktop.editor.tools import OUTLINES, STROKES, Tool
from ui.desktop.later import later

_STEP = 1.25
_CLOSEST = 16.0
_BLOWN_UP = 3.0
"""How much larger than it is a small picture is shown, to give the hand room."""
_MARGIN = 0.25
"""How far beside the picture the hand may move it, of its longer side."""
_SETTLE_MS = 120
_SHARP = 1.15
_NUDGE = 4
"""Pixels of the screen by which an arrow key moves a place."""


class Marked(Protocol):
    """A still with marks on it: a photo's draft, or a video's at one moment."""

    width: int
    height: int

    @property
    def marks(self) -> Sequence[Mark]:
        """What lies on it."""

    @property
    def selected(self) -> Mark | None:
        """The mark that a person works on."""

    @property
    def straighten(self) -> int:
        """By how many thousandths of a degree it is turned."""

    @property
    def crop(self) -> Crop | None:
        """What is left of the straightened picture; None for all of it."""


class Canvas(QGraphicsView):
    """Shows one draft."""

    picked = Signal(object)
    """The id of a mark, or None."""
    drew = Signal(object, object)
    """A Tool and the QRectF that was drawn with it."""
    stroked = Signal(object, object)
    """A Tool and the list of QPointF over which it went."""
    reshaped = Signal(object, object)
    """A mark's id and its new QRectF."""
    nudged = Signal(object, object)
    """The same, as one of many small steps."""
    cropped = Signal(object)
    """A QRectF of the scene."""
    crop_nudged = Signal(object)
    """The same, as one of many small steps."""
    decided = Signal()
    """The place that has the keyboard was pressed: it is to be covered."""
    wants_tile = Signal(object)
    """A QRect of the picture that is seen larger than it was fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a picture is never mirrored
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # a hand, a wheel and arrows move it
        self.setAccessibleName(self.tr("Picture with the places that are covered"))
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.viewport().setMouseTracking(True)
        self.sheet = QGraphicsRectItem()
        self.frame = FrameItem()
        self._picture = QGraphicsPixmapItem(self.sheet)
        self._tile = QGraphicsPixmapItem(self.sheet)
        self._result = QGraphicsPixmapItem()
        for pixmap in (self._picture, self._tile, self._result):
            pixmap.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._result.setZValue(20)
        self.sheet.setPen(Qt.PenStyle.NoPen)
        for item in (self.sheet, self.frame, self._result):
            self.scene().addItem(item)
        self._marks: dict[int, MarkItem] = {}
        self._draft: Marked | None = None
        self._fits = True
        self.tool = Tool.PICK
        self.radius = 24.0
        """The brush's, in pixels of the picture."""
        self.hand = Hand(self)
        self._spots = Spots(self)
        self._settled = later(self, self._ask_for_tile, _SETTLE_MS)

    def show_draft(self, draft: Marked, image: QImage) -> None:
        """Show another photo; ``image`` is the whole picture, smaller or not."""
        self._draft = draft
        for item in self._marks.values():
            self.scene().removeItem(item)
        self._marks.clear()
        self._spots.show((), None)
        whole = QRectF(0, 0, draft.width, draft.height)
        self.sheet.setRect(whole)
        self.sheet.setTransformOriginPoint(whole.center())
        self._lay(self._picture, image, whole.toRect())
        self._tile.setPixmap(QPixmap())
        self.show_result(None)
        margin = max(draft.width, draft.height) * _MARGIN
        self.scene().setSceneRect(whole.adjusted(-margin, -margin, margin, margin))
        self.refresh()
        self.fit()

    def show_next(self, image: QImage) -> None:
        """Show another picture in place of this one, under the same marks."""
        self._tile.setPixmap(QPixmap())
        self._lay(self._picture, image, self.sheet.rect().toRect())

    def show_tile(self, box: QRect, image: QImage) -> None:
        """Lay a part of the picture in full size over the smaller whole."""
        self._lay(self._tile, image, box)

    def show_result(self, image: QImage | None) -> None:
        """Show what a copy would look like, in place of the picture and its marks; None ends it."""
        self._result.setVisible(image is not None)
        self.sheet.setVisible(image is None)
        if image is not None:
            self._lay(self._result, image, self.crop_now())
        self.refresh()

    @property
    def shows_result(self) -> bool:
        """Whether the result stands in place of the picture."""
        return self._result.isVisible()

    def refresh(self) -> None:
        """Show the draft as it is now."""
        if self._draft is None:
            return
        chosen = self._draft.selected
        marks = {mark.id: mark for mark in self._draft.marks}
        for gone in set(self._marks) - set(marks):
            self.scene().removeItem(self._marks.pop(gone))
        for key, mark in marks.items():
            if key not in self._marks:
                self._marks[key] = MarkItem(mark, self.sheet)
            is_chosen = chosen is not None and chosen.id == key
            self._marks[key].show_mark(mark, chosen=is_chosen, resizable=self.tool is Tool.PICK)
        self.sheet.setRotation(self._draft.straighten / 1000)
        held = self.tool is Tool.FRAME and not self.shows_result
        self.frame.show_box(self.sheet.rect(), self.crop_now(), held=held)
        self.frame.setVisible(self.frame.isVisible() and not self.shows_result)
        self._spots.show(tuple(self._draft.marks), None if chosen is None else chosen.id)
        if held and self._fits:  # a turned picture needs more room
            self.fit()

    def box_on_screen(self, key: int) -> QRectF:
        """Return where a mark's box is seen, in pixels of the viewport."""
        box = self.sheet.mapRectToScene(box_of(self._marks[key].mark.region))
        return self.viewportTransform().mapRect(box)

    def crop_now(self) -> QRect:
        """Return the crop, or the whole picture where there is none."""
        crop = self._draft.crop if self._draft is not None else None
        if crop is None:
            return self.sheet.rect().toRect()
        return QRect(crop.left, crop.top, crop.width, crop.height)

    def use(self, tool: Tool) -> None:
        """Take another tool."""
        self.tool = tool
        self.hand.drop()
        drawing = tool in OUTLINES | STROKES
        shape = Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if tool is Tool.HAND else shape)
        self.refresh()
        if self._fits:
            self.fit()

    def mark_at(self, at: QPointF) -> int | None:
        """Return the smallest mark at a place of the picture: it may lie inside another."""
        here = [item.mark for item in self._marks.values() if item.holds(at)]
        here.sort(key=lambda mark: mark.region.width * mark.region.height)
        return here[0].id if here else None

    def chosen_box(self) -> tuple[int, QRectF] | None:
        """Return the selected mark's id and box."""
        chosen = self._draft.selected if self._draft is not None else None
        return None if chosen is None else (chosen.id, box_of(chosen.region))

    def on_picture(self, at: QPointF | QPoint) -> QPointF:
        """Turn a place on the viewport into one on the upright picture."""
        return self.sheet.mapFromScene(self.on_scene(at))

    def on_scene(self, at: QPointF | QPoint) -> QPointF:
        """Turn a place on the viewport into one on the straightened picture."""
        back, _ = self.viewportTransform().inverted()
        return back.map(QPointF(at))

    def middle(self) -> QPointF:
        """Return the middle of what is seen, on the upright picture."""
        return self.on_picture(self.viewport().rect().center())

    def ensure_seen(self) -> None:
        """Bring the selected mark into view; where all of the picture is seen, it is there."""
        chosen = self.chosen_box()
        if chosen is not None and not self._fits:
            self.ensureVisible(self.sheet.mapRectToScene(chosen[1]), 40, 40)

    @property
    def scale_now(self) -> float:
        """Pixels of the screen for each pixel of the picture."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole picture, or what the crop leaves of it."""
        self._fits = True
        framing = self.tool is Tool.FRAME
        wanted = self.sheet.sceneBoundingRect() if framing else QRectF(self.crop_now())
        if not wanted.isEmpty():
            self.fitInView(wanted, Qt.AspectRatioMode.KeepAspectRatio)
            if self.scale_now > _BLOWN_UP:
                self.resetTransform()
                self.scale(_BLOWN_UP, _BLOWN_UP)
                self.centerOn(wanted.center())
        self._on_moved()

    def full_size(self) -> None:
        """Show one pixel of the picture as one pixel of the screen."""
        self.zoom(1 / self.devicePixelRatioF() / self.scale_now)

    def closer(self) -> None:
        """Zoom in one step."""
        self.zoom(_STEP)

    def further(self) -> None:
        """Zoom out one step."""
        self.zoom(1 / _STEP)

    def zoom(self, factor: float) -> None:
        """Zoom by a factor, within bounds."""
        whole = self.sheet.rect()
        room = self.viewport().rect()
        least = min(room.width() / max(whole.width(), 1), room.height() / max(whole.height(), 1))
        wanted = min(max(self.scale_now * factor, min(least / 2, 1.0)), _CLOSEST)
        self._fits = False
        self.scale(wanted / self.scale_now, wanted / self.scale_now)
        self._on_moved()

    def nudge(self) -> float:
        """Return by how many pixels of the picture an arrow key moves."""
        return max(1.0, round(_NUDGE / self.scale_now))

    def _lay(self, item: QGraphicsPixmapItem, image: QImage, box: QRect) -> None:
        pixmap = QPixmap.fromImage(image)
        item.setPixmap(pixmap)
        item.resetTransform()
        item.setPos(box.topLeft())
        if not pixmap.isNull():
            transform = item.transform()
            transform.scale(box.width() / pixmap.width(), box.height() / pixmap.height())
            item.setTransform(transform)

    def _on_moved(self) -> None:
        self._spots.place()
        self._settled.start()

    def _ask_for_tile(self) -> None:
        """Ask for the part that is seen, where it is seen larger than it was fetched."""
        pixmap = self._picture.pixmap()
        if self._draft is None or pixmap.isNull() or self.shows_result:
            return
        fetched = pixmap.width() / self._draft.width
        if self.scale_now * self.devicePixelRatioF() < fetched * _SHARP or fetched >= 1:
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        part = self.sheet.mapRectFromScene(seen).toAlignedRect() & self.sheet.rect().toRect()
        if not part.isEmpty():
            self.wants_tile.emit(part)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._on_moved()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()
        self._spots.place()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoom(_STEP if turned > 0 else 1 / _STEP)
        event.accept()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom(pinch.scaleFactor())
            return True
        return super().viewportEvent(event)

    @override
    def focusNextPrevChild(self, next_: bool, /) -> bool:
        """Go from the picture over its places, and then on to what follows."""
        if self._spots.lead(1 if next_ else -1):
            return True
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt goes on from what has the keyboard
        return super().focusNextPrevChild(next_)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._spots.to_last()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.shows_result:
            self.hand.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.shows_result or not self.hand.key(event):
            super().keyPressEvent(event)
