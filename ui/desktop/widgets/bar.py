"""How far something is. Nothing in the window moves by itself: some people cannot bear it.

Qt's own bar runs to and fro for as long as nobody knows how much there is, whatever the system
was told about motion. This one then shows a dashed line, which means the same and stands still.
"""

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar
from typing_extensions import override

from ui.desktop import theme

_DASHES = (4.0, 3.0)
"""Lengths of a dash and of the gap after it, in heights of the line."""


class Bar(QProgressBar):
    """Without words in it; a range from 0 to 0 says that it is not known how much there is."""

    def __init__(self, name: str) -> None:
        """``name`` is said by a screen reader."""
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.height() / 2
        line = QPen(QColor(theme.current().accent), high)
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        line.setDashPattern(_DASHES)
        painter.setPen(line)
        painter.drawLine(QLineF(high, high, self.width() - high, high))
        painter.end()
