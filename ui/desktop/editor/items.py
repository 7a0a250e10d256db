"""What lies on the picture: the outlines of places, their handles, and the crop."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from capture.redact.plan import Region, Shape
from ui.desktop import theme
from ui.desktop.editor import names, strokes
from ui.desktop.editor.draft import Mark, State

_HANDLE = 9
_GRIP = 8
_OUTLINE = 2.0
_HALO = 4.0
_TINT = 120
_SHADE = 150


class Handle(Enum):
    """Where a box is held: which of its sides move along, as (left, top, right, bottom)."""

    TOP_LEFT = (1, 1, 0, 0)
    TOP = (0, 1, 0, 0)
    TOP_RIGHT = (0, 1, 1, 0)
    RIGHT = (0, 0, 1, 0)
    BOTTOM_RIGHT = (0, 0, 1, 1)
    BOTTOM = (0, 0, 0, 1)
    BOTTOM_LEFT = (1, 0, 0, 1)
    LEFT = (1, 0, 0, 0)
    WHOLE = (1, 1, 1, 1)

    def place(self, box: QRectF) -> QPointF:
        """Return where this handle of a box is."""
        left, top, right, bottom = self.value
        across = 0.5 if left == right else float(right)
        down = 0.5 if top == bottom else float(bottom)
        return QPointF(box.left() + across * box.width(), box.top() + down * box.height())

    def moved(self, box: QRectF, by: QPointF) -> QRectF:
        """Return the box after this handle was moved; it never turns inside out."""
        left, top, right, bottom = self.value
        moved = box.adjusted(left * by.x(), top * by.y(), right * by.x(), bottom * by.y())
        return moved.normalized()


def reach(scale: float) -> float:
    """Return how far from a handle a hand may be, in pixels of the picture."""
    return _GRIP / max(scale, 1e-6)


def handle_at(box: QRectF, at: QPointF, scale: float) -> Handle | None:
    """Return the handle of a box at a place; inside of it that is the whole box."""
    near = reach(scale)
    for handle in Handle:
        away = handle.place(box) - at
        if handle is not Handle.WHOLE and max(abs(away.x()), abs(away.y())) <= near:
            return handle
    return Handle.WHOLE if box.contains(at) else None


def box_of(region: Region) -> QRectF:
    """Return a region's box, in pixels of the upright picture."""
    return QRectF(region.left, region.top, region.width, region.height)


def outline_of(region: Region) -> QPainterPath:
    """Return a region's outline; of a brush only its box."""
    path = QPainterPath()
    if region.shape is Shape.ELLIPSE:
        path.addEllipse(box_of(region))
    else:
        path.addRect(box_of(region))
    return path


class MarkItem(QGraphicsItem):
    """One place on the picture."""

    def __init__(self, mark: Mark, parent: QGraphicsItem | None) -> None:
        super().__init__(parent)
        self.mark = mark
        self.chosen = False
        self.resizable = False
        self._mask: QImage | None = None
        self.show_mark(mark, chosen=False, resizable=False)

    def show_mark(self, mark: Mark, *, chosen: bool, resizable: bool) -> None:
        """Show it as it is now; ``resizable`` puts handles on the chosen one."""
        if mark.region.shape is not Shape.BRUSH:
            self._mask = None
        elif self._mask is None or mark.region.strokes != self.mark.region.strokes:
            self._mask = strokes.image_of(mark.region)
        self.prepareGeometryChange()
        self.mark, self.chosen, self.resizable = mark, chosen, resizable
        self.setVisible(mark.state is not State.NOTHING or chosen)
        self.setZValue(1 if chosen else 0)
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        margin = _HANDLE * 60.0  # far enough for a handle at the smallest scale
        return box_of(self.mark.region).adjusted(-margin, -margin, margin, margin)

    def holds(self, at: QPointF) -> bool:
        """Whether a place of the picture is inside."""
        return self.isVisible() and box_of(self.mark.region).contains(at)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.colour
        if self.mark.state is State.COVERED:
            self._tint(painter, colour)
        path = outline_of(self.mark.region)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in pens(colour, self._line(), bold=self.chosen):
            painter.setPen(pen)
            painter.drawPath(path)
        if self.chosen and self.resizable:
            paint_handles(painter, box_of(self.mark.region), colour)

    def _tint(self, painter: QPainter, colour: QColor) -> None:
        tint = QColor(colour)
        tint.setAlpha(_TINT)
        if self._mask is None:
            painter.fillPath(outline_of(self.mark.region), tint)
        else:
            self._mask.setColorTable([0, tint.rgba()])
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # noqa: FBT003 # Qt's own shape
            painter.drawImage(box_of(self.mark.region), self._mask)

    @property
    def colour(self) -> QColor:
        """Its outline's."""
        roles = {
            State.FOUND: "warn",
            State.COVERED: "accent",
            State.STAYS: "good",
            State.NOTHING: "soft",
        }
        # The dark theme's colours: they stand out from photos, whatever the window's theme is.
        return QColor(getattr(theme.DARK, roles[self.mark.state]))

    def _line(self) -> Qt.PenStyle:
        if self.mark.state is State.FOUND and names.maybe(self.mark.region):
            return Qt.PenStyle.DotLine
        covered = self.mark.state is State.COVERED
        return Qt.PenStyle.SolidLine if covered else Qt.PenStyle.DashLine


def pens(colour: QColor, line: Qt.PenStyle, *, bold: bool) -> tuple[QPen, QPen]:
    """Return a dark pen to lie under an outline, so that it is seen on white, and its own."""
    more = 1.5 if bold else 1.0
    halo = QPen(QColor(0, 0, 0, 170), _HALO * more)
    own = QPen(colour, _OUTLINE * more, line)
    for pen in (halo, own):
        pen.setCosmetic(True)
    return halo, own


def paint_handles(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint the eight handles of a box, of one size on the screen at any scale."""
    scale = painter.worldTransform()
    painter.save()
    painter.resetTransform()
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1.0))
    painter.setBrush(colour)
    for handle in Handle:
        if handle is not Handle.WHOLE:
            at = scale.map(handle.place(box))
            half = _HANDLE / 2
            painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
    painter.restore()


class FrameItem(QGraphicsItem):
    """The crop: what lies outside of it is dimmed."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = QRectF()
        self.box = QRectF()
        self.held = False
        self.setZValue(10)

    def show_box(self, whole: QRectF, box: QRect, *, held: bool) -> None:
        """Show the crop ``box`` of the picture's ``whole``; ``held`` puts handles on it."""
        self.prepareGeometryChange()
        self.whole, self.box, self.held = whole, QRectF(box), held
        self.setVisible(held or self.box != whole)
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        far = max(self.whole.width(), self.whole.height())
        return self.whole.adjusted(-far, -far, far, far)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        outside = QPainterPath()
        outside.addRect(self.boundingRect())
        outside.addRect(self.box)
        shade = QColor(theme.DARK.sunken if self.held else theme.current().sunken)
        shade.setAlpha(_SHADE if self.held else 255)
        painter.fillPath(outside, shade)
        if self.held:
            colour = QColor(theme.DARK.ink)
            for pen in pens(colour, Qt.PenStyle.SolidLine, bold=False):
                painter.setPen(pen)
                painter.drawRect(self.box)
            paint_handles(painter, self.box, colour)
