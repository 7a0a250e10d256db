"""A line that says what is about to happen, and takes it back at one press."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desktop import theme
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import frame, text


class Toast(QWidget):
    """Hidden until it has something to say."""

    undone = Signal()
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = text("", "label")
        self.undo = button(self.tr("Undo"), self.undone.emit, "primary", "undo")
        self.now = button(self.tr("Destroy now"), self.confirmed.emit)
        box = frame("notice-warn")
        line = QHBoxLayout(box)
        line.setContentsMargins(*[theme.space(2.5)] * 4)
        line.setSpacing(theme.space(3))
        line.addWidget(self._words, 1)
        line.addWidget(self.now)
        line.addWidget(self.undo)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(box)
        self.hide()

    def say(self, words: str) -> None:
        """Show it, and let a screen reader speak it."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()
