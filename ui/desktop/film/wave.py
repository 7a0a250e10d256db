"""How loud a file is where, and at which moment it is: what is seen of a sound."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.film.player import Player

_LOUDEST = 255
_EASED = 0.6
"""Quiet sound is drawn larger than it is, as ears hear it."""


def paint_loudness(
    painter: QPainter, field: QRectF, loudness: bytes, colour: QColor, shown: tuple[float, float]
) -> None:
    """Paint the part of a loudness that is ``shown`` (from 0 to 1) into a field, mirrored up."""
    painter.setPen(QPen(colour, 1))
    middle, half = field.center().y(), field.height() / 2
    columns = max(int(field.width()), 1)
    low, high = shown
    for column in range(columns):
        first = int((low + (high - low) * column / columns) * len(loudness))
        last = int((low + (high - low) * (column + 1) / columns) * len(loudness))
        piece = loudness[first : max(last, first + 1)]
        tall = (max(piece, default=0) / _LOUDEST) ** _EASED * half
        x = field.left() + column + 0.5
        painter.drawLine(QPointF(x, middle - tall), QPointF(x, middle + tall))


class Wave(QWidget):
    """Shows one sound file; a press goes to a moment of it."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self._loudness = b""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.space(20))
        self.setAccessibleName(self.tr("Loudness"))
        player.moved.connect(self.update)

    def show_loudness(self, loudness: bytes) -> None:
        """Show another file's."""
        self._loudness = loudness
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        field = QRectF(self.rect())
        painter.fillRect(field, QColor(colours.sunken))
        paint_loudness(painter, field, self._loudness, QColor(colours.accent), (0.0, 1.0))
        x = field.width() * self._player.at / max(self._player.length, 1)
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, field.height()))
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        self._player.seek(int(event.position().x() / max(self.width(), 1) * self._player.length))
