"""The custody log of one item as a timeline: what was done, when, oldest first."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from storage.records import CustodyEntry
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.models.fields import choice_words, fact_words, field_words
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.openings import OpeningsBox
from ui.desktop.widgets.text import one_line, text

_MOST_FACTS = 12
_LONG = 30
_HIDDEN = frozenset(("derivative", "digest", "copy", "id", "original", "root"))
"""Facts for machines, which ``firsthand custody`` prints; they say nothing to a reader here."""


class HistoryPanel(QWidget):
    """Shows the entries of one item."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.verdict = Notice()
        self.check = button(self.tr("Check the whole log"), self._check, icon_name="verify")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(theme.space(3))
        self._column = layout.column(0)
        around.addLayout(self._column)
        self.openings = OpeningsBox(session)
        around.addWidget(self.openings)
        around.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeading)
        around.addWidget(self.verdict)

    def _check(self) -> None:
        """Walk every entry of the vault's log: each signature, each link."""
        self.check.setEnabled(False)
        self.verdict.clear()

        def work(_tick: Tick, _tell: Tell) -> None:
            self._session.vault.check_custody()

        job = self._session.ask(work)
        job.succeeded.connect(
            lambda _none: self.verdict.say(
                "good", self.tr("The log holds: every entry is signed, and none is missing.")
            )
        )
        job.failed.connect(self.verdict.say_error)
        job.ended.connect(lambda: self.check.setEnabled(True))

    def show_entries(self, entries: Sequence[CustodyEntry]) -> None:
        """Show these instead of what was shown."""
        layout.clear(self._column)
        self.openings.show_entries(entries)
        self._column.addWidget(
            text(
                self.tr(
                    "Every step is signed and chained to the one before, so that none can be "
                    "changed or left out without it being seen."
                ),
                "soft",
            )
        )
        self._column.addSpacing(theme.space(3))
        for entry in entries:
            self._column.addWidget(_Entry(entry, last=entry is entries[-1]))


class _Entry(QWidget):
    def __init__(self, entry: CustodyEntry, *, last: bool) -> None:
        super().__init__()
        self._last = last
        lines = QVBoxLayout(self)
        lines.setSpacing(0)
        lead = theme.space(6)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lines.setContentsMargins(0 if rtl else lead, 0, lead if rtl else 0, theme.space(4))
        lines.addWidget(one_line(phrases.when(entry.at), "small"))
        lines.addWidget(text(words.event_name(entry.event), "label"))
        facts = _facts(entry)
        if facts:
            lines.addWidget(text(facts, "small"))
        self.setAccessibleName(f"{phrases.when(entry.at)}: {words.event_name(entry.event)}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        radius = theme.space(1.2)
        at = theme.space(2)
        x = self.width() - at if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else at
        y = radius + theme.space(1)
        if not self._last:
            painter.setPen(QPen(QColor(colours.line), 2))
            painter.drawLine(QPointF(x, y), QPointF(x, self.height() + y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QRectF(x - radius, y - radius, radius * 2, radius * 2))
        painter.end()


def _facts(entry: CustodyEntry) -> str:
    """Say the facts of an entry that a person can read; names of fields in their words."""
    lines = (_fact(name, value) for name, value in entry.facts.items() if name not in _HIDDEN)
    return "\n".join(line for line in lines if line)


def _fact(name: str, value: object) -> str:
    label = fact_words(name)
    if name == "size" and isinstance(value, int):
        return f"{label}: {phrases.size(value)}"
    if isinstance(value, bool):
        return f"{label}: {choice_words('yes' if value else 'no')}"
    if isinstance(value, tuple | list):
        fields = [field_words(part) for part in value[:_MOST_FACTS] if isinstance(part, str)]
        return f"{label}: {', '.join(fields)}" if fields else ""
    said = words.shown(str(value), 80)
    return f"{label}: {phrases.grouped(said) if len(said) > _LONG else choice_words(said)}"
