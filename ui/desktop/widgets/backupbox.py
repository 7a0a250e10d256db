"""A second place for the vault's sealed files: a folder of another disk, or an outlet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from storage.backup import places
from storage.backup.exporting import Exported, export
from storage.backup.ledger import check_address_file
from storage.errors import StorageError
from storage.outlets import catalog, known
from storage.outlets.base import Store
from storage.outlets.known import Known
from storage.vault import Vault
from ui import words
from ui.desktop import dialogs, phrases
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.fields import FolderField
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text
from ui.desktop.widgets.tickbox import TickBox


@dataclass(frozen=True, slots=True)
class Done:
    """What a backup came to; ``address`` where it can only be found again by one."""

    exported: Exported
    address: str | None
    left: int


class BackupBox(QFrame):
    """Brings a backup to where the vault is."""

    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session = session
        self.outlet = DropDown()
        self.outlet.currentIndexChanged.connect(self._on_outlet)
        self.folder = FolderField(self.tr("Folder of the backup"), None)
        self.deep = TickBox(self.tr("Read back all that is there already, too"))
        self.notice = Notice()
        self.address = text("", "mono", select=True)
        self.address.hide()
        self.press = button(self.tr("Back up now"), self.begin, "primary", "backup")
        self._address_files: dict[str, Path] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        column = layout.explained(
            self.tr("A second place"),
            self.tr(
                "A disk breaks, a computer is taken. A backup holds the same encrypted files, "
                "and opens with the same passphrase. Whoever looks at that place sees how many "
                "files there are, their sizes and times. Only what changed is sent each time, "
                "and what was sent is read back."
            ),
        )
        line = layout.row()
        line.addWidget(label_for(self.tr("Where"), self.outlet))
        line.addWidget(self.outlet, 1)
        column.addLayout(line)
        column.addWidget(self.folder)
        column.addWidget(self.deep)
        column.addWidget(self.notice)
        column.addWidget(self.address)
        layout.in_a_row(column, self.press)
        self.setLayout(column)

    def load(self) -> None:
        """Offer the places that there are now."""
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> tuple[Known, ...]:
            outlets = known.known(vault)
            return tuple(one for one in outlets if catalog.kind_of(one.card).is_store)

        job = self._session.ask(work)
        job.succeeded.connect(self._offer)
        job.failed.connect(self.notice.say_error)

    def _offer(self, outlets: Sequence[Known]) -> None:
        chosen = self._chosen()
        self.outlet.clear()
        self.outlet.addItem(self.tr("A folder on another disk"), None)
        for one in outlets:
            said = self.tr("The outlet {name}").format(name=words.shown(one.card.name))
            self.outlet.addItem(said, one)
        for row, one in enumerate(outlets, 1):
            if chosen is not None and one.id == chosen.id:
                self.outlet.setCurrentIndex(row)
        self._on_outlet()

    def _chosen(self) -> Known | None:
        found = self.outlet.currentData()
        return found if isinstance(found, Known) else None

    def _on_outlet(self) -> None:
        self.folder.setVisible(self._chosen() is None)

    def begin(self) -> None:
        """Back up to the place that is chosen; say what is missing for it."""
        self.address.hide()
        outlet, folder, file = self._chosen(), self.folder.path, None
        if outlet is None and folder is None:
            self.notice.say("danger", self.tr("Choose the folder first."))
            self.folder.line.setFocus()
            return
        if outlet is not None and places.needs_address(outlet.card):
            file = self._address_file(outlet)
            if file is None:
                return
        self._run(outlet, folder or Path(), file, deep=self.deep.isChecked())

    def _address_file(self, outlet: Known) -> Path | None:
        """Ask where the address is to be written; once for each outlet while the vault is open."""
        before = self._address_files.get(outlet.id)
        start = before or Path.home() / "address.txt"
        asked = self.tr("Where to write the backup's address: on a stick, away from this computer")
        chosen = before or dialogs.save_as(self, asked, start)
        if chosen is None:
            return None
        try:
            check_address_file(chosen)
        except (StorageError, OSError) as error:
            self.notice.say_error(error)
            return None
        self._address_files[outlet.id] = chosen
        return chosen

    def _run(self, outlet: Known | None, folder: Path, file: Path | None, *, deep: bool) -> None:
        vault = self._session.vault

        def work(tick: Tick, _tell: Tell) -> Done:
            with _opened(vault, outlet, folder) as store:
                done = export(vault, store, deep=deep, tick=tick)
                return Done(done, *places.published(store, file, tick))

        self.notice.clear()
        self.press.setEnabled(False)
        job = self._session.send(work)
        job.succeeded.connect(self._say)
        job.failed.connect(self.notice.say_error)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(lambda: self.press.setEnabled(True))
        self._watch(job)

    def _watch(self, job: Job) -> None:
        self.working.emit(job, self.tr("Backing up"))

    def _on_cancelled(self) -> None:
        self.notice.say(
            "plain",
            self.tr("Stopped. The place holds the earlier backup, or more of this one."),
            self.tr("Back up again, and it goes on from there."),
        )

    def _say(self, done: Done) -> None:
        exported = done.exported
        lines = [
            self.tr("Sent now and read back: {files} files, {size}.").format(
                files=phrases.count(exported.sent), size=phrases.size(exported.sent_bytes)
            )
        ]
        if exported.removed:
            said = self.tr("Removed there, because it was deleted here: {number}.")
            lines.append(said.format(number=phrases.count(exported.removed)))
        lines.append(
            self.tr("Older passphrases open older copies of it, if that place keeps them.")
        )
        lines += [words.finding_at(one.code, one.part) for one in exported.findings]
        whole = self.tr("The backup is made. Sealed files in it: {number}.")
        self.notice.say(
            "warn" if exported.findings else "good",
            whole.format(number=phrases.count(exported.blobs)),
            "\n".join(lines),
        )
        self._say_address(done)

    def _say_address(self, done: Done) -> None:
        if done.address is None:
            return
        said = self.tr(
            "This backup can only be found again by its address, which is new after each backup. "
            "It stands in the file that you chose, and here: {address}"
        ).format(address=words.shown(done.address))
        if done.left:
            more = self.tr("Old files that could not be deleted there: {number}.")
            said += "\n" + more.format(number=phrases.count(done.left))
        self.address.setText(said)
        self.address.setAccessibleName(said)
        self.address.show()

    def say_stage(self, said: str, percent: int) -> None:
        """Say what Tor is at while the backup waits for it; at 100 it is ready."""
        if not self.press.isEnabled() and percent < 100:  # noqa: PLR2004 # of a hundred
            self.notice.say("plain", f"{said} ({phrases.count(percent)} %)")
        elif self.notice.tone == "plain":
            self.notice.clear()


@contextmanager
def _opened(vault: Vault, outlet: Known | None, folder: Path) -> Iterator[Store]:
    if outlet is None:
        yield places.in_folder(vault, folder)
        return
    with places.at_outlet(vault, outlet) as store:
        yield store
