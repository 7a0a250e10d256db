"""Text on a page. Always plain: foreign text must never be read as Qt's rich text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.desktop import theme


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


def one_line(words: str = "", role: str = "body") -> QLabel:
    """Return a label that never wraps."""
    label = text(words, role)
    label.setWordWrap(False)
    return label


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
