"""Another vault of the same owner, brought into the one that is open."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from storage.backup.merging import Merged, merge
from storage.vault import Vault
from ui import words
from ui.desktop import phrases
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.fields import FolderField, PassphraseField
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for


class MergeBox(QFrame):
    """Asks for the other vault and its passphrase, and brings everything of it in."""

    working = Signal(object, str)
    """A Job and the words for it."""
    merged = Signal()
    """There is more in the vault now."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session = session
        self.folder = FolderField(self.tr("Folder of the other vault"), None)
        self.passphrase = PassphraseField()
        self.passphrase.returnPressed.connect(self.begin)
        self.notice = Notice()
        self.press = button(self.tr("Bring it in"), self.begin, icon_name="add")
        self._lay_out()

    def _lay_out(self) -> None:
        column = layout.explained(
            self.tr("Bring another vault in"),
            self.tr(
                "Everything of another vault of yours comes into this one, with its notes and "
                "its custody log. What is here already is not kept twice. The other vault "
                "stays as it is; its keys and its outlets are not brought along."
            ),
        )
        column.addWidget(self.folder)
        column.addWidget(label_for(self.tr("Passphrase of the other vault"), self.passphrase))
        column.addWidget(self.passphrase)
        column.addWidget(self.notice)
        layout.in_a_row(column, self.press)
        self.setLayout(column)

    def begin(self) -> None:
        """Bring it in; say what is missing for it."""
        folder = self.folder.path
        problem = self._missing(folder)
        if problem or folder is None:
            self.notice.say("danger", problem)
            return
        if self.press.isEnabled():
            self._run(folder, self.passphrase.take())

    def _missing(self, folder: Path | None) -> str:
        if folder is None:
            return self.tr("Choose the folder of the other vault.")
        if folder.resolve() == self._session.vault.folder.resolve():
            return self.tr("This is the vault that is open.")
        if not self.passphrase.text():
            return self.tr("Type the passphrase of the other vault.")
        return ""

    def _run(self, folder: Path, passphrase: str) -> None:
        vault = self._session.vault

        def work(tick: Tick, _tell: Tell) -> Merged:
            with Vault.open(folder, passphrase) as other:
                return merge(vault, other, tick)

        self.notice.clear()
        self.press.setEnabled(False)
        job = self._session.write(work)
        job.succeeded.connect(self._say)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)
        self.working.emit(job, self.tr("Bringing the other vault in"))

    def _on_failed(self, error: BaseException) -> None:
        self.notice.say_error(error)
        self.passphrase.say_error(error)

    def _on_cancelled(self) -> None:
        self.notice.say(
            "plain",
            self.tr("Stopped. What came until then is in the vault."),
            self.tr("Bring it in again, and the rest comes."),
        )

    def _on_ended(self) -> None:
        self.press.setEnabled(True)
        self.merged.emit()

    def _say(self, done: Merged) -> None:
        said = self.tr("Came: {taken}, and copies of them: {copies}. Here already: {here}.").format(
            taken=phrases.count(done.taken),
            copies=phrases.count(done.copies),
            here=phrases.count(done.duplicates),
        )
        lines = [words.finding_at(one.code, one.part) for one in done.findings]
        self.notice.say("warn" if done.findings else "good", said, "\n".join(lines))
