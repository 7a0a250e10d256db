"""Text on a page. Always plain: foreign text must never be read as Qt's rich text."""

import re
import unicodedata

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from ui.desktop import theme

_ENDLESS = re.compile(r"\S{32,}")
_PIECES = re.compile(r"\S{1,16}")
_BREAK = "\u200b"
_STRONG = frozenset(("L", "R", "AL"))
_SELECTED = Qt.TextInteractionFlag.TextSelectableByMouse


def text(words: str = "", role: str = "body", *, select: bool = False) -> QLabel:
    """Return a label in one role of the type scale; it wraps, and can be selected if asked."""
    label = _FromTheRight(words) if QApplication.isRightToLeft() else QLabel(words)
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


class _FromTheRight(QLabel):
    """Wraps from right to left: Qt moves such lines by their last space, and cuts letters off."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        is_qts = not self.wordWrap() or self.textInteractionFlags() & _SELECTED
        if is_qts or not _begins_right(self.text()):
            super().paintEvent(event)  # which is right for these
            return
        QFrame.paintEvent(self, event)
        room, from_right = self.contentsRect(), Qt.LayoutDirection.RightToLeft
        align = QStyle.visualAlignment(from_right, self.alignment())
        option = QTextOption(align & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(from_right)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        laid = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        laid.setTextOption(option)
        high = QSize(room.width(), round(_laid_out(laid, room.width())))
        place = QStyle.alignedRect(from_right, align, high, room)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        laid.draw(painter, QPointF(place.topLeft()))
        painter.end()


def _begins_right(words: str) -> bool:
    """Say whether the first letter is one of a script that is read from the right, as Qt does."""
    strong = (unicodedata.bidirectional(letter) for letter in words)
    return next((one != "L" for one in strong if one in _STRONG), False)


def _laid_out(laid: QTextLayout, wide: int) -> float:
    """Break it into lines; return how high all of them are."""
    high = 0.0
    laid.beginLayout()
    while (line := laid.createLine()).isValid():
        line.setLineWidth(wide)
        line.setPosition(QPointF(0, high))
        high += line.height()
    laid.endLayout()
    return high


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
