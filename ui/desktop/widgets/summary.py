"""What became of an import: how many were sealed, and by name what was not, and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from capture.intake import Status, Taken
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import frame, text

_SHOWN_LINES = 4


class Summary(QWidget):
    """Hidden until imports ended; several imports in a row are told together."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Taken] = []
        self._headline = text("", "label")
        self._lines = QListWidget()
        self._lines.setAccessibleName(self.tr("Files that need your attention"))
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
        """Forget the told imports."""
        self._all.clear()
        self.hide()

    def tell(self, ended: Sequence[Taken]) -> None:
        """Add what became of one import."""
        self._all += ended
        troubles = [taken for taken in self._all if taken.error is not None]
        self._headline.setText(self._counted())
        theme.give_role(self._box, "notice-warn" if troubles else "notice-good")
        self._lines.clear()
        for taken in troubles:
            self._lines.addItem(QListWidgetItem(self._line(taken)))
        self._lines.setVisible(bool(troubles))
        line = self.fontMetrics().height() * 2.1
        self._lines.setFixedHeight(round(line * min(max(len(troubles), 1), _SHOWN_LINES)))
        self.show()

    @property
    def words(self) -> str:
        """Everything it says now."""
        lines = [self._lines.item(row).text() for row in range(self._lines.count())]
        return "\n".join([self._headline.text(), *lines])

    def _counted(self) -> str:
        numbers = dict.fromkeys(Status, 0)
        for taken in self._all:
            numbers[taken.status] += 1
        uncleaned = sum(1 for taken in self._all if taken.original and taken.error)
        parts = (
            (numbers[Status.SEALED], self.tr("Sealed in the vault: {number}")),
            (numbers[Status.ALREADY_SEALED], self.tr("Already there: {number}")),
            (uncleaned, self.tr("Without a cleaned copy: {number}")),
            (numbers[Status.REFUSED], self.tr("Not taken: {number}")),
            (numbers[Status.FAILED], self.tr("Failed: {number}")),
        )
        said = [line.format(number=phrases.count(number)) for number, line in parts if number]
        return " · ".join(said) if said else self.tr("There was nothing to take in.")

    def _line(self, taken: Taken) -> str:
        name = words.shown(Path(taken.source).name or taken.source, 80)
        if taken.error is None:
            return name
        said = words.sentence(taken.error)
        kept = self.tr("The original is sealed.") if taken.original else ""
        return " ".join(part for part in (f"{name}:", said.what, kept, said.remedy) if part)
