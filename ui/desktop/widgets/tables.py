"""What is said of items as a table of its own: for spreadsheets, programs, and Uwazi."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture.audit import BundleChoices
from capture.composing import Showing
from capture.opening import write_captions
from ui import words
from ui.desktop import dialogs
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import one_line

_FORMS = {"csv": ("CSV…", ".csv"), "json": ("JSON…", ".json"), "uwazi": ("Uwazi…", ".csv")}
"""Form of the table → the words of its button, the ending of its file."""


class TablesBox(QWidget):
    """Writes what would be read of the items of a bundle, without them."""

    def __init__(self, session: Session, choices: Callable[[], BundleChoices]) -> None:
        super().__init__()
        self._session, self._choices = session, choices
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        line = layout.row(1.5)
        line.addWidget(one_line(self.tr("As a table:"), "soft"))
        for form, (name, _ending) in _FORMS.items():
            press = button(name, partial(self._ask, form), "quiet")
            press.setAccessibleName(f"{self.tr('As a table:')} {name}")
            line.addWidget(press)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.notice)

    def _ask(self, form: str) -> None:
        start = Path.home() / f"captions{_FORMS[form][1]}"
        out = dialogs.save_as(self, self.tr("Write the table to"), start)
        if out is not None:
            self.write(form, out)

    def write(self, form: str, out: Path) -> None:
        """Write the table at the precision that is chosen; logged for each item."""
        wanted = self._choices()
        showing = Showing(wanted.reveal_place, wanted.reveal_time, contact=wanted.contact)

        def work(_tick: Tick, _tell: Tell) -> int:
            return write_captions(self._session.vault, wanted.items, showing, form, out)

        job = self._session.write(work)
        job.succeeded.connect(lambda _count: self._on_written(out))
        job.failed.connect(self.notice.say_error)

    def _on_written(self, out: Path) -> None:
        self.notice.say(
            "plain",
            self.tr("The table is written: {name}").format(name=words.shown(out.name)),
            self.tr("It is not sealed: anybody can read it."),
        )
        for item in self._choices().items:
            self._session.changed.emit(item)
