"""Making a vault again from its backup: where that is, where it will live, and what opens it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storage.backup.folder import FolderStore
from storage.backup.ledger import read_address_file
from storage.backup.places import at_card, go_on_with
from storage.backup.restoring import Restored, restore
from storage.errors import StorageError
from storage.outlets import standby
from storage.outlets.address import TOR, Route
from storage.outlets.card import MOST_CARD, Card, read_card
from ui import words
from ui.desktop import dialogs, phrases, places, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.lanes import Lanes
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import Segments, button
from ui.desktop.widgets.fields import FolderField, PassphraseField
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.routebox import RouteBox
from ui.desktop.widgets.strip import Strip
from ui.desktop.widgets.text import label_for, text


@dataclass(frozen=True, slots=True)
class Backup:
    """Where a backup is: a folder, or the outlet of a card, a way to it, and an address there."""

    folder: Path | None = None
    card: Card | None = None
    route: Route = TOR
    address: str = ""


class RestorePage(QWidget):
    """Makes a vault again; needs none."""

    back = Signal()
    open_ = Signal(object)
    """The folder of a vault that was made again, and is to be unlocked."""

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self._card: Card | None = None
        self.kind = Segments(
            self.tr("The backup is"),
            (("folder", self.tr("In a folder")), ("outlet", self.tr("At an outlet"))),
        )
        self.kind.chosen.connect(self._on_kind)
        self.place = FolderField(self.tr("Folder of the backup"), None)
        self.choose_card = button(self.tr("Choose the outlet's card…"), self._ask_card)
        self.card_name = text("", "body")
        self.route = RouteBox(press=False)
        self.address = QLineEdit()
        self.from_file = button(self.tr("From a file…"), self._ask_address)
        self.folder = FolderField(self.tr("Where the vault will live"), places.vault())
        self.passphrase = PassphraseField()
        self.passphrase.returnPressed.connect(self.begin)
        self.notice = Notice()
        self.press = button(self.tr("Make it again"), self.begin, "primary", "backup")
        self.unlock = button(self.tr("Unlock it"), self._unlock, "primary", "key")
        self.unlock.hide()
        self.strip = Strip()
        self._back = button(self.tr("Back"), self.back.emit, "quiet", "back")
        self._lay_out()
        self._on_kind()

    def _lay_out(self) -> None:
        content = layout.column(1.5)
        content.addWidget(text(self.tr("Make a vault again from its backup"), "title"))
        said = self.tr(
            "Nothing is changed in the backup. What is missing or altered there is named."
        )
        content.addWidget(text(said, "soft"))
        content.addSpacing(theme.space(1))
        content.addWidget(self.kind)
        content.addWidget(self.place)
        content.addWidget(self._outlet_part())
        content.addSpacing(theme.space(1))
        content.addWidget(label_for(self.tr("Where the &vault will live"), self.folder.line))
        content.addWidget(self.folder)
        content.addWidget(label_for(self.tr("&Passphrase of the backup"), self.passphrase))
        content.addWidget(self.passphrase)
        content.addWidget(self.notice)
        buttons = layout.row()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self.unlock)
        buttons.addWidget(self.press)
        content.addLayout(buttons)
        content.addStretch(1)
        layout.fill(self, content, self.strip, steps=130)

    def _outlet_part(self) -> QWidget:
        lines = layout.column(1.5)
        first = layout.row()
        first.addWidget(self.choose_card)
        first.addWidget(self.card_name, 1)
        lines.addLayout(first)
        lines.addWidget(label_for(self.tr("Address that the last backup showed"), self.address))
        where = layout.row()
        where.addWidget(self.address, 1)
        where.addWidget(self.from_file)
        self._where = layout.holding(where)
        lines.addWidget(self._where)
        lines.addWidget(self.route)
        self._outlet = layout.holding(lines)
        return self._outlet

    def enter(self) -> None:
        """Be ready for typing."""
        self.place.line.setFocus()

    def _on_kind(self) -> None:
        outlet = self.kind.value == "outlet"
        self.place.setVisible(not outlet)
        self._outlet.setVisible(outlet)

    def _ask_card(self) -> None:
        chosen = dialogs.files(self, self.tr("The card of the backup's outlet"), Path.home())
        if chosen:
            self.take_card(chosen[0])

    def take_card(self, path: Path) -> None:
        """Read the card of the outlet that keeps the backup."""
        self.notice.clear()
        try:
            with path.open("rb") as file:
                self._card = read_card(file.read(MOST_CARD + 1)).card
        except (StorageError, OSError) as error:
            self.notice.say_error(error)
            return
        self.card_name.setText(words.shown(self._card.name))

    def _ask_address(self) -> None:
        chosen = dialogs.files(self, self.tr("The file that holds the address"), Path.home())
        if not chosen:
            return
        try:
            self.address.setText(read_address_file(chosen[0]))
        except (StorageError, OSError) as error:
            self.notice.say_error(error)

    def begin(self) -> None:
        """Make the vault again; say what is missing for it."""
        backup, folder = self._backup(), self.folder.path
        if backup is None or not self.press.isEnabled():
            return
        if folder is None or not self.passphrase.text():
            self.notice.say("danger", self.tr("Say where the vault will live, and what opens it."))
            return
        self._run(backup, folder, self.passphrase.take())

    def _backup(self) -> Backup | None:
        if self.kind.value == "folder":
            if self.place.path is None:
                self.notice.say("danger", self.tr("Choose the folder of the backup."))
                return None
            return Backup(folder=self.place.path)
        if self._card is None:
            self.notice.say("danger", self.tr("Choose the card of the outlet."))
            return None
        route = self.route.route()
        if route is None:
            return None
        return Backup(card=self._card, route=route, address=self.address.text().strip())

    def _run(self, backup: Backup, folder: Path, passphrase: str) -> None:
        def work(tick: Tick, tell: Tell) -> Restored:
            return _restored(backup, folder, passphrase, tick, tell)

        self.notice.clear()
        self._wait(busy=True)
        job = self._lanes.run(self._lanes.writing, work)
        job.told.connect(self._say_stage)
        job.succeeded.connect(self._say)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(lambda: self._wait(busy=False))
        self.strip.watch(job, self.tr("Making the vault again"))

    def _wait(self, *, busy: bool) -> None:
        if busy:
            self.unlock.hide()
        for one in (self.press, self._back, self.kind, self.passphrase, self.folder, self.place):
            one.setEnabled(not busy)

    def _say_stage(self, said: object) -> None:
        self.notice.say("plain", str(said))

    def _on_failed(self, error: BaseException) -> None:
        self._wait(busy=False)
        self.notice.say_error(error)
        self.passphrase.say_error(error)

    def _on_cancelled(self) -> None:
        self.notice.say(
            "plain",
            self.tr("Stopped. The folder is no vault yet."),
            self.tr("Make it again with the same folder, and it goes on from there."),
        )

    def _say(self, done: Restored) -> None:
        lines = [
            self.tr("Files that came back: {files}, {size}.").format(
                files=phrases.count(done.blobs), size=phrases.size(done.bytes)
            )
        ]
        if not done.listed:
            lines.append(
                self.tr(
                    "No list of this vault's owner was there: only reading every byte, on the page "
                    "of keys and locks, shows that all is well."
                )
            )
        lines += [words.finding_at(one.code, one.part) for one in done.findings]
        tone = "good" if done.listed and not done.findings else "warn"
        self.notice.say(tone, self.tr("The vault is back."), "\n".join(lines))
        self.unlock.show()
        self.unlock.setFocus()

    def _unlock(self) -> None:
        self.open_.emit(self.folder.path)


def _restored(backup: Backup, folder: Path, passphrase: str, tick: Tick, tell: Tell) -> Restored:
    """Make the vault again, in a lane; Tor is started for it where none runs, and told of."""
    if backup.card is None:
        return restore(FolderStore(backup.folder or Path()), folder, passphrase, tick)
    with (
        standby.standing_by(None, lambda far: tell(words.stage(far.stage))),
        at_card(backup.card, backup.route, backup.address or None) as store,
    ):
        done = restore(store, folder, passphrase, tick)
        go_on_with(store, backup.card, folder, passphrase)
    return done
