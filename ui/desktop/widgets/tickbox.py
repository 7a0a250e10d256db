"""A check box whose box can be seen: Qt's own outline is too faint to make out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.widgets import icons


class TickBox(QCheckBox):
    """A check box in the colours of the theme; it keeps Qt's role and keyboard."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(0, self.text())
        side = theme.space(4.5)
        return QSize(side + theme.space(5) + words.width(), max(side, words.height()) + 8)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        side = theme.space(4.5)
        box = QRectF(theme.space(1), (self.height() - side) / 2, side, side)
        words = QRectF(self.rect()).adjusted(box.right() + theme.space(2), 0, -2, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - box.left())
            words.moveLeft(2)
        on, off = colours.accent, colours.surface
        painter.setPen(QPen(QColor(on if self.isChecked() else colours.edge), 1.5))
        painter.setBrush(QColor(on if self.isChecked() else off))
        painter.drawRoundedRect(box, theme.space(0.75), theme.space(0.75))
        if self.isChecked():
            icons.paint(painter, "check", box.adjusted(2, 2, -2, -2), "on_accent")
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.soft))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, flags, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around, theme.space(1.5), theme.space(1.5))
        painter.end()
