"""A code to scan, black on white in every theme, because cameras expect it so."""

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.desktop import theme

_QUIET = 4
"""Modules of white around it, as the standard asks (ISO/IEC 18004)."""

_SIDE_STEPS = 52


class Code(QWidget):
    """A QR code; empty until it has something to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rows: tuple[bytes, ...] = ()

    def show_text(self, text: str) -> None:
        """Show a text as a code; an empty text shows nothing."""
        made = segno.make(text, error="m", micro=False).matrix if text else ()
        self._rows = tuple(bytes(row) for row in made)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = theme.space(_SIDE_STEPS)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._rows:
            side = min(self.width(), self.height()) // (len(self._rows) + 2 * _QUIET)
            left = (self.width() - side * len(self._rows)) // 2
            top = (self.height() - side * len(self._rows)) // 2
            for y, row in enumerate(self._rows):
                for x, dark in enumerate(row):
                    if dark:
                        place = QRectF(left + x * side, top + y * side, side, side)
                        painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
