"""The letters of a label, in whatever script this computer can write."""

import zlib

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from capture.redact.checked import MAX_TEXT
from capture.redact.plan import LETTERS_HIGH, MAX_LETTERS_WIDE, Label

_SHARE = 0.72
"""Height of the letters of their rows: room is left for what hangs below the line."""


def lettered(words: str) -> Label | None:
    """Draw the words as a label; None where there is nothing to draw."""
    said = " ".join(words.split())[:MAX_TEXT]
    if not said:
        return None
    font = QFont(QApplication.font())
    font.setPixelSize(round(LETTERS_HIGH * _SHARE))
    width = min(QFontMetrics(font).horizontalAdvance(said) + LETTERS_HIGH // 4, MAX_LETTERS_WIDE)
    image = QImage(width, LETTERS_HIGH, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    place = QRect(0, 0, width, LETTERS_HIGH)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, said)
    painter.end()
    return Label(said, width, zlib.compress(_bits(image), 9))


def _bits(image: QImage) -> bytes:
    """Return rows of bits in whole bytes, 1 where a pixel is more white than black."""
    mono = image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    white_is_one = mono.colorTable()[1] & 0xFF
    if not white_is_one:
        mono.invertPixels()
    row_bytes, stride = (mono.width() + 7) // 8, mono.bytesPerLine()
    data = bytes(mono.constBits())
    return b"".join(data[row * stride : row * stride + row_bytes] for row in range(mono.height()))
