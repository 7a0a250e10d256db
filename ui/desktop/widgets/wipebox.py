"""The end of the vault: rehearsed without harm, done after one typed word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from storage.errors import StorageError
from storage.vault import wiping
from storage.vault.wiping import Rehearsal
from ui.desktop import phrases
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for

_MS = 1000


class WipeBox(QFrame):
    """Says what a wipe would do, and does it."""

    wiped = Signal()
    """The keys are destroyed; this process should end, and the next one take the files away."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session = session
        self._word = self.tr("WIPE")
        self.word = QLineEdit()
        self.word.textChanged.connect(self._on_typed)
        self.word.returnPressed.connect(self.wipe)
        self.notice = Notice()
        self.rehearse = button(self.tr("Rehearse it"), self._rehearse)
        self.press = button(self.tr("Destroy the vault now"), self.wipe)
        self.press.setEnabled(False)
        self._lay_out()

    def _lay_out(self) -> None:
        column = layout.explained(
            self.tr("Destroy the vault"),
            self.tr(
                "The keys go first, at once: from then on nothing opens, for nobody. Then the "
                "files are deleted; the window can be closed meanwhile. Copies and backups "
                "elsewhere stay as they are, and still open with the passphrase. Flash disks "
                "keep old blocks that only somebody with the passphrase could use."
            ),
        )
        layout.in_a_row(column, self.rehearse)
        column.addWidget(self.notice)
        line = layout.row()
        words = self.tr("Type {word} to destroy it").format(word=self._word)
        line.addWidget(label_for(words, self.word))
        line.addWidget(self.word)
        line.addWidget(self.press)
        line.addStretch(1)
        column.addLayout(line)
        self.setLayout(column)

    def _on_typed(self, typed: str) -> None:
        self.press.setEnabled(typed.strip() == self._word)

    def wipe(self) -> None:
        """Destroy the keys, here and now, whatever else is under way."""
        if not self.press.isEnabled():
            return
        try:
            self._session.vault.destroy_keys()
        except StorageError as error:
            self.notice.say_error(error)
            return
        self.wiped.emit()

    def _rehearse(self) -> None:
        folder = self._session.vault.folder

        def work(_tick: Tick, _tell: Tell) -> Rehearsal:
            return wiping.rehearse(folder)

        job = self._session.ask(work)
        job.succeeded.connect(self._say)
        job.failed.connect(self.notice.say_error)

    def _say(self, rehearsed: Rehearsal) -> None:
        lines = [
            self.tr("After {ms} ms nothing would open the vault any more.").format(
                ms=phrases.count(round(rehearsed.key_seconds * _MS))
            ),
            self.tr("After about {s} s all of it would be gone: {files} files, {size}.").format(
                s=phrases.count(max(1, round(rehearsed.seconds))),
                files=phrases.count(rehearsed.files),
                size=phrases.size(rehearsed.size),
            ),
        ]
        if rehearsed.strangers:
            said = self.tr("Not the vault's, and would stay in its folder: {count}.")
            lines.append(said.format(count=phrases.count(rehearsed.strangers)))
        what = self.tr("This was a rehearsal. Nothing was destroyed.")
        self.notice.say("plain", what, "\n".join(lines))
