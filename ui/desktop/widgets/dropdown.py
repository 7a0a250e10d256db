"""A list of choices of which one is shown."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.widgets import icons


class DropDown(QComboBox):
    """A combo box with an arrow that can be seen, and that a wheel does not change."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, which a stylesheet takes away and can only give back from a file."""
        super().paintEvent(event)
        side = theme.space(4)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place.moveLeft(theme.space(2) if rtl else self.width() - side - theme.space(2))
        painter = QPainter(self)
        icons.paint(painter, "down", place, "soft")
        painter.end()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel must not change what was said."""
        event.ignore()
