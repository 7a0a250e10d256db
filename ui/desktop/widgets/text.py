"""Text on a page. Always plain: foreign text must never be read as Qt's rich text."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.desktop import theme

_ENDLESS = re.compile(r"\S{32,}")
_PIECES = re.compile(r"\S{1,16}")
_BREAK = "\u200b"


def text(words: str = "", role: str = "body", *, select: bool = False) -> QLabel:
    """Return a label in one role of the type scale; it wraps, and can be selected if asked."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setProperty("role", role)
    if select:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(words)
    return label


def breakable(words: str) -> str:
    """Let a word without an end wrap: a label would otherwise grow as wide as the word."""
    return _ENDLESS.sub(lambda found: _BREAK.join(_PIECES.findall(found[0])), words)


def one_line(words: str = "", role: str = "body") -> QLabel:
    """Return a label that never wraps."""
    label = text(words, role)
    label.setWordWrap(False)
    return label


class Elided(QLabel):
    """One line that gives up its middle where it finds no room."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, self.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), flags, shown)
        painter.end()


def font_of(scale: float, *, bold: bool = False) -> QFont:
    """Return the application's font at another size, for what is painted by hand."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(bold)
    return font


def rule() -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame()
    line.setProperty("role", "line")
    return line


def frame(role: str) -> QFrame:
    """Return a frame in one role of the stylesheet."""
    made = QFrame()
    made.setProperty("role", role)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def label_for(words: str, field: QWidget) -> QLabel:
    """Return the label of a field, bound to it for the keyboard and for screen readers."""
    label = one_line(words, "label")
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    return label


def set_role(label: QLabel, role: str) -> None:
    """Change a label's role after it was shown."""
    theme.give_role(label, role)
