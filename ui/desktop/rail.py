"""The rail: the ways around an open vault, always in sight."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.desktop import phrases, theme
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import frame, one_line
from ui.desktop.widgets.tongues import tongues

_WIDE, _MARKS = 48, 17
"""Its width with words and without, in steps of the spacing scale."""
_ROOMY = 200
"""Width that a window needs for the words: with letters twice as large, 1366 pixels are less."""


class Rail(QWidget):
    """The ways around an open vault."""

    tongue = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[QWidget, QPushButton] = {}
        self.library = self._place("library", self.tr("Library"))
        self.bundle = self._place("bundle", self.tr("Make a bundle"))
        self.outbox = self._place("send", self.tr("Outbox"))
        self.verify = self._place("verify", self.tr("Verify a bundle"))
        self.keys = self._place("key", self.tr("Keys and locks"))
        self.backups = self._place("backup", self.tr("Backups"))
        self.language = tongues(
            self.tongue.emit, "rail", self.tr("Firsthand locks, and opens again in this language:")
        )
        self.theme = button(self.tr("Light or dark"), None, "rail", "theme")
        self.lock = button(self.tr("Lock"), None, "rail", "lock", self.tr("Lock (Ctrl+L)"))
        inner = frame("rail")
        column = QVBoxLayout(inner)
        column.setContentsMargins(*[theme.space(2.5)] * 4)
        column.setSpacing(theme.space(1))
        self._name = one_line(phrases.together("Firsthand"), "heading")
        column.addWidget(self._name)
        column.addSpacing(theme.space(3))
        for place in self._places():
            column.addWidget(place)
        column.addStretch(1)
        column.addWidget(self.language)
        column.addWidget(self.theme)
        column.addWidget(self.lock)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inner)
        self._narrow = False
        self.setFixedWidth(theme.space(_WIDE))

    def suit(self, room: int) -> None:
        """Be as wide as suits a window of this width: with large letters, marks without words."""
        narrow = room < theme.space(_ROOMY)
        self.setFixedWidth(theme.space(_MARKS if narrow else _WIDE))
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self._name.setVisible(not narrow)
        for place in (*self._places(), self.language, self.theme, self.lock):
            place.setProperty("narrow", narrow)
            place.setToolTip(place.accessibleName())
            place.style().unpolish(place)
            place.style().polish(place)

    def _places(self) -> tuple[QPushButton, ...]:
        return (self.library, self.bundle, self.outbox, self.verify, self.backups, self.keys)

    def _place(self, mark: str, words: str) -> QPushButton:
        made = button(words, None, "rail", mark)
        made.setCheckable(True)
        return made

    def mark(self, page: QWidget) -> None:
        """Show which of the ways leads here."""
        for place in self._places():
            place.setChecked(place is self.pages.get(page))
