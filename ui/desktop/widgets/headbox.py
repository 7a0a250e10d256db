"""Where the custody log stands, given to somebody else; and whether it still contains that."""

from pathlib import Path

from PySide6.QtWidgets import QFrame

from capture.export import written_whole
from storage.vault import statement
from storage.vault.statement import Statement
from ui import words
from ui.desktop import dialogs, phrases
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice


class HeadBox(QFrame):
    """Writes a statement, and checks one that was written before."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session = session
        self.notice = Notice()
        self.write = button(self.tr("Write a statement…"), self._ask_where, icon_name="save")
        self.check = button(self.tr("Check a statement…"), self._ask_which, icon_name="verify")
        self._lay_out()

    def _lay_out(self) -> None:
        column = layout.explained(
            self.tr("Has an older copy been put back?"),
            self.tr(
                "A vault that is put back as it was some time ago opens as if nothing had "
                "happened: nothing inside can tell. A small signed statement can, which says "
                "where the custody log stood, and lies with somebody you trust. It names no "
                "item, no person and no place."
            ),
        )
        column.addWidget(self.notice)
        layout.in_a_row(column, self.write, self.check)
        self.setLayout(column)

    def _ask_where(self) -> None:
        start = Path.home() / "statement.json"
        chosen = dialogs.save_as(self, self.tr("Where to write the statement"), start)
        if chosen is not None:
            self.write_to(chosen)

    def _ask_which(self) -> None:
        chosen = dialogs.files(self, self.tr("A statement that was written before"), Path.home())
        if chosen:
            self.check_file(chosen[0])

    def write_to(self, path: Path) -> None:
        """Write where the log stands now."""
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> Path:
            with written_whole(path) as target:
                target.write(vault.export_head())
            return path

        job = self._session.ask(work)
        job.succeeded.connect(self._say_written)
        job.failed.connect(self.notice.say_error)

    def check_file(self, path: Path) -> None:
        """Say whether the log still contains what a statement says."""
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> Statement:
            with path.open("rb") as file:
                return vault.check_head(file.read(statement.MOST + 1))

        job = self._session.ask(work)
        job.succeeded.connect(self._say_held)
        job.failed.connect(self.notice.say_error)

    def _say_written(self, path: Path) -> None:
        self.notice.say(
            "good",
            self.tr("Written: {name}").format(name=words.shown(path.name)),
            self.tr("Give it to somebody you trust, and delete it here."),
        )

    def _say_held(self, said: Statement) -> None:
        held = self.tr("The log contains what it did {when}, when it had {number} entries.")
        self.notice.say(
            "good",
            held.format(when=phrases.when(said.at), number=phrases.count(said.sequence)),
            self.tr("Nothing older than that was put back."),
        )
