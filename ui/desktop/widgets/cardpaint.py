"""What all cards of a light table have in common: ground, picture, tag, words, mark."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from ui.desktop import theme
from ui.desktop.widgets import icons
from ui.desktop.widgets.text import font_of

_ABOVE = 0.25
"""Where a tall picture is cut: faces and horizons are seldom in its lower half."""
_SHAPE = 0.72
"""Height of a card's picture by its width."""


class CardPaint:
    """Paints one card into its room; made anew for each."""

    def __init__(self, painter: QPainter, room: QRectF, state: QStyle.StateFlag) -> None:
        gap = theme.space(1.5)
        self.painter = painter
        self.colours = theme.current()
        self.box = room.adjusted(gap, gap, -gap, -gap)
        self.chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._focused = bool(state & QStyle.StateFlag.State_HasFocus)
        self._pad = theme.space(2)

    def fields(self) -> tuple[QRectF, QRectF]:
        """Return the field of the picture, and that of the words below it."""
        height = self.box.width() * _SHAPE
        field = QRectF(self.box.left(), self.box.top(), self.box.width(), height)
        words = self.box.adjusted(self._pad, height + self._pad * 0.75, -self._pad, -self._pad)
        return field.adjusted(2, 2, -2, -2), words

    def ground(self) -> None:
        """Paint what the card stands on."""
        radius = theme.space(2)
        marked = self.chosen or self._focused
        # Never by colour alone: what is chosen has a mark, what has the keyboard a thicker edge.
        edge = self.colours.accent if self.chosen else self.colours.line
        if self._focused:
            edge = self.colours.ink
        self.painter.setPen(QPen(QColor(edge), 2.5 if marked else 1))
        ground = self.colours.accent_soft if self.chosen else self.colours.surface
        self.painter.setBrush(QColor(ground))
        self.painter.drawRoundedRect(self.box, radius, radius)

    def picture(self, field: QRectF, pixmap: QPixmap | None, icon_name: str) -> None:
        """Paint the picture so that it fills its field, or an icon in its place."""
        path = QPainterPath()
        path.addRoundedRect(field, theme.space(1.5), theme.space(1.5))
        self.painter.fillPath(path, QColor(self.colours.sunken))
        if pixmap is not None:
            self.painter.save()
            self.painter.setClipPath(path)
            self.painter.drawPixmap(field, pixmap, _middle(pixmap, field))
            self.painter.restore()
            return
        side = theme.space(9)
        place = QRectF(0, 0, side, side)
        place.moveCenter(field.center())
        icons.paint(self.painter, icon_name, place, "edge")

    def tag(self, field: QRectF, said: str) -> None:
        """Say on the picture that this is a video, and how long."""
        self.painter.setFont(font_of(0.85))
        side = theme.space(4)
        width = side + 2 * self._pad + self.painter.fontMetrics().horizontalAdvance(said)
        gap = theme.space(1)
        box = QRectF(0, 0, width, theme.space(5))
        box.moveBottomRight(field.bottomRight() - QPointF(gap, gap))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.colours.surface))
        self.painter.drawRoundedRect(box, gap, gap)
        mark = QRectF(box.left() + gap, box.center().y() - side / 2, side, side)
        icons.paint(self.painter, "video", mark)
        self.painter.setPen(QColor(self.colours.ink))
        rest = box.adjusted(side + gap * 1.5, 0, -gap, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(rest, flags, said)

    def title(self, box: QRectF, name: str) -> QRectF:
        """Paint the name, and return the room that is left below it."""
        self.painter.setFont(font_of(1.0, bold=True))
        metrics = self.painter.fontMetrics()
        self.painter.setPen(QColor(self.colours.ink))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(box.width()))
        self.painter.drawText(box, _LEADING, shown)
        return box.adjusted(0, metrics.height() + 1, 0, 0)

    def line(self, box: QRectF, said: str, shorter: str) -> None:
        """Paint a line of facts, or the shorter one where there is no room for it."""
        self.painter.setFont(font_of(0.85))
        self.painter.setPen(QColor(self.colours.soft))
        fits = self.painter.fontMetrics().horizontalAdvance(said) <= box.width()
        self.painter.drawText(box, _LEADING, said if fits else shorter)

    def mark(self, icon_name: str, *, filled: bool = True) -> None:
        """Show the choice by a shape as well, for those who see no colour."""
        side = theme.space(5.5)
        place = QRectF(0, 0, side, side)
        place.moveTopLeft(self.box.topLeft() + QPointF(self._pad, self._pad))
        accent = QColor(self.colours.accent)
        self.painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(self.colours.edge), 1.5))
        self.painter.setBrush(accent if filled else QColor(self.colours.surface))
        self.painter.drawEllipse(place)
        if filled:
            icons.paint(self.painter, icon_name, place.adjusted(3, 3, -3, -3), "on_accent")


_LEADING = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading


def _middle(pixmap: QPixmap, field: QRectF) -> QRectF:
    """Return the part of a picture that fills the field's shape: the middle, rather above it."""
    whole = QRectF(pixmap.rect())
    shape = field.width() / field.height()
    if whole.width() / whole.height() > shape:
        part = QRectF(0, 0, whole.height() * shape, whole.height())
    else:
        part = QRectF(0, 0, whole.width(), whole.width() / shape)
    part.moveLeft((whole.width() - part.width()) / 2)
    part.moveTop((whole.height() - part.height()) * _ABOVE)
    return part
