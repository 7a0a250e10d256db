"""What paints the cards of a light table: smoothly, one at a time, in the room that each has."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex


class CardsDelegate(QStyledItemDelegate):
    """Asks the model, and nothing else; a table's own kind says what its cards are."""

    def size(self) -> QSize:
        """Return the room of one card."""
        raise NotImplementedError

    def card(self, painter: QPainter, room: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        """Paint one card."""
        raise NotImplementedError

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.size()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.card(painter, QRectF(option.rect), option.state, index)
        painter.restore()
