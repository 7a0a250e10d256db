"""Exactly what the recipient of a bundle will read, as it stands with the present choices."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture.kinds import EXTENSIONS, MediaKind
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.models.choice import Candidate
from ui.desktop.widgets import layout
from ui.desktop.widgets.text import frame, one_line, text

_MOST = 40
Lines = Sequence[Sequence[tuple[str, str]]]


class Preview(QWidget):
    """A card for each item, and what all copies still show."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        self.words = ""

    def show_lines(self, chosen: Sequence[Candidate], lines: Lines) -> None:
        """Show these instead of what was shown."""
        layout.clear(self._column)
        said: list[str] = []
        for number, (one, fields) in enumerate(zip(chosen, lines, strict=True), 1):
            if number > _MOST:
                break
            said += [f"{name}: {value}" for name, value in fields]
            self._column.addWidget(self._card(number, one, fields))
        if len(chosen) > _MOST:
            more = phrases.count(len(chosen) - _MOST)
            self._column.addWidget(text(self.tr("… and {number} more").format(number=more)))
        leaves = tuple(dict.fromkeys(code for one in chosen for code in one.leaves))
        if leaves:
            self._column.addWidget(self._leaves(leaves))
        self._column.addStretch(1)
        self.words = "\n".join(said)

    def _card(self, number: int, one: Candidate, fields: Sequence[tuple[str, str]]) -> QWidget:
        box = frame("card")
        lines = layout.column(0.5, 2.5)
        name = f"{number:03}{EXTENSIONS[MediaKind(one.copy_kind or one.original.kind)]}"
        lines.addWidget(one_line(name, "label"))
        for label, value in fields:
            lines.addWidget(one_line(label, "small"))
            lines.addWidget(text(value))
        if not fields:
            lines.addWidget(text(self.tr("The cleaned copy, and not a word about it."), "soft"))
        box.setLayout(lines)
        return box

    def _leaves(self, codes: Sequence[str]) -> QWidget:
        box = frame("notice-plain")
        lines = layout.column(0.5, 2.5)
        lines.addWidget(text(self.tr("What the copies themselves still show"), "label"))
        for code in codes:
            lines.addWidget(text(f"• {words.leaves(code)}"))
        box.setLayout(lines)
        return box
