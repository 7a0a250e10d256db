"""What became of many files: one line for the whole, and a line for each that is worth one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ui.desktop import theme
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import frame, text

_SHOWN_LINES = 4


class Outcome(QWidget):
    """Hidden until it has something to tell; ``listed`` names its list to a screen reader."""

    def __init__(self, listed: str) -> None:
        super().__init__()
        self._headline = text("", "label")
        self._lines = QListWidget()
        self._lines.setAccessibleName(listed)
        self._lines.setWordWrap(True)
        self._lines.setSpacing(theme.space(0.5))
        self._lines.setProperty("role", "framed")
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box = frame("notice-plain")
        close = button("", self.dismiss, "quiet", "close", self.tr("Close this summary"))
        top = QHBoxLayout()
        top.addWidget(self._headline, 1)
        top.addWidget(close)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(*[theme.space(2.5)] * 4)
        column.addLayout(top)
        column.addWidget(self._lines)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._box)
        self.hide()

    def dismiss(self) -> None:
        """Say nothing any more, and take no room."""
        self._lines.clear()
        self.hide()

    def say(self, tone: str, headline: str, lines: Sequence[str]) -> None:
        """Show what became of all, in place of what was shown; a screen reader hears the whole."""
        self._headline.setText(headline)
        theme.give_role(self._box, f"notice-{tone}")
        self._lines.clear()
        self._lines.addItems(list(lines))
        self._lines.setVisible(bool(lines))
        line = self.fontMetrics().height() * 2.1
        self._lines.setFixedHeight(round(line * min(max(len(lines), 1), _SHOWN_LINES)))
        self.setAccessibleName(headline)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def words(self) -> str:
        """Everything it says now."""
        lines = [self._lines.item(row).text() for row in range(self._lines.count())]
        return "\n".join([self._headline.text(), *lines])
