"""Unlocking: one field, or trusted people's cards. Nothing here tells what is inside.

A vault that was wiped is known by its key file; what is left of its files is taken away here, where
no key is in memory.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from storage.errors import StorageError, TryLater, VaultWiped
from storage.vault import Vault, keyring, shares, wiping
from ui.desktop import places, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.lanes import Lanes
from ui.desktop.later import later
from ui.desktop.widgets import layout
from ui.desktop.widgets.bar import Bar
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.cardsfield import CardsField
from ui.desktop.widgets.fields import FolderField, PassphraseField
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text
from ui.desktop.widgets.tongues import tongues

_MS = 1000


class UnlockPage(QWidget):
    """Opens a vault; emits it."""

    opened = Signal(object)
    back = Signal()
    tongue = Signal(str)

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self.folder = FolderField(self.tr("Vault folder"), places.vault())
        self.passphrase = PassphraseField()
        self.passphrase.returnPressed.connect(self.unlock)
        self.problem = Notice()
        self._busy = Bar(self.tr("Unlocking"))
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.press = button(self.tr("Unlock"), self.unlock, "primary", "key")
        self.cards = CardsField()
        self.cards.enough.connect(self._open)
        self.cards.hide()
        self.switch = button(self._switch_words(cards=False), self.switch_way, "quiet")
        self._pause = later(self, self._on_pause_over)
        self._back = button(self.tr("Back"), self.back.emit, "quiet", "back")
        self._lay_out()

    def _lay_out(self) -> None:
        content = layout.column(2)
        content.addStretch(2)
        content.addWidget(text(self.tr("Unlock your vault"), "title"))
        content.addSpacing(theme.space(3))
        content.addWidget(label_for(self.tr("&Vault folder"), self.folder.line))
        content.addWidget(self.folder)
        content.addSpacing(theme.space(2))
        self._label = label_for(self.tr("&Passphrase"), self.passphrase)
        content.addWidget(self._label)
        content.addWidget(self.passphrase)
        content.addWidget(self.cards)
        content.addWidget(self.problem)
        content.addWidget(self._busy)
        content.addSpacing(theme.space(2))
        buttons = layout.row()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self.press)
        content.addLayout(buttons)
        content.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeading)
        content.addSpacing(theme.space(4))
        content.addWidget(tongues(self.tongue.emit), 0, Qt.AlignmentFlag.AlignLeading)
        content.addStretch(3)
        layout.fill(self, content, steps=110)

    def enter(self) -> None:
        """Be ready for typing; or finish a wipe that was ordered, and perhaps interrupted."""
        self.passphrase.setFocus()
        folder = self.folder.path
        if folder is not None and self._is_wiped(folder):
            self.finish(folder)

    def _is_wiped(self, folder: Path) -> bool:
        """Say whether a vault was wiped; a key file that cannot be read is said to the person."""
        try:
            return keyring.wiped(folder)
        except StorageError as error:
            self.problem.say_error(error)
            return False

    def switch_way(self) -> None:
        """Ask for cards in the place of a passphrase, or the other way round."""
        cards = self.cards.isHidden()
        self.problem.clear()
        self.cards.setVisible(cards)
        self.cards.forget()
        self.passphrase.take()
        for widget in (self._label, self.passphrase, self.press):
            widget.setVisible(not cards)
        self.switch.setText(self._switch_words(cards=cards))
        self.switch.setAccessibleName(self.switch.text())
        (self.cards.line if cards else self.passphrase).setFocus()

    def _switch_words(self, *, cards: bool) -> str:
        if cards:
            return self.tr("Open with a passphrase")
        return self.tr("Open with trusted people's cards")

    def unlock(self) -> None:
        """Try the passphrase; deriving the key takes about a second, on purpose."""
        if self._busy.isHidden() and not self._pause.isActive():
            typed = self.passphrase.take()
            if shares.like_a_card(typed):
                self._begin_cards(typed)
                return
            self._open(typed)

    def _begin_cards(self, typed: str) -> None:
        """Take a card that was typed where the passphrase belongs."""
        self.switch_way()
        self.cards.line.setText(typed)
        self.cards.add()

    def _open(self, passphrase: str) -> None:
        folder = self.folder.path
        if folder is None or not self._busy.isHidden():
            return
        self.problem.clear()
        self._wait(busy=True)

        def work(_tick: Tick, _tell: Tell) -> Vault:
            return Vault.open(folder, passphrase, soon=True)

        job = self._lanes.run(self._lanes.writing, work)
        job.succeeded.connect(self.opened.emit)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._wait(busy=False))

    def finish(self, folder: Path) -> None:
        """Take away what is left of a vault that was wiped, and show how far that is."""
        self._wait(busy=True)
        self.problem.say(
            "warn",
            self.tr("This vault was wiped. Nothing opens it any more."),
            self.tr("Its files are being deleted. You may close the window meanwhile."),
        )

        def work(tick: Tick, _tell: Tell) -> None:
            wiping.finish(folder, tick)

        job = self._lanes.run(self._lanes.writing, work)
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(lambda _nothing: self._on_finished(folder))
        job.failed.connect(self.problem.say_error)
        job.ended.connect(lambda: self._wait(busy=False))

    def _on_progress(self, done: int, total: int, _left: float | None) -> None:
        self._busy.setRange(0, total)
        self._busy.setValue(done)

    def _on_finished(self, folder: Path) -> None:
        stays = self.tr("The folder holds files that are not the vault's, so it stays.")
        self.problem.say(
            "good",
            self.tr("The vault was wiped, and its files are gone."),
            stays if folder.exists() else self.tr("Copies and backups elsewhere are as they were."),
        )

    def _wait(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        if not busy:
            self._busy.setRange(0, 0)
        for widget in (
            self.folder,
            self.passphrase,
            self.press,
            self.cards,
            self.switch,
            self._back,
        ):
            widget.setEnabled(not busy)
        for widget in (self.press, self.cards):  # trying makes no sense while the guard waits
            widget.setEnabled(not busy and not self._pause.isActive())

    def _on_failed(self, error: BaseException) -> None:
        self._wait(busy=False)
        self.problem.say_error(error)
        if isinstance(error, TryLater):
            self._pause.start(int(error.facts["seconds"]) * _MS)
        self.passphrase.say_error(error)
        folder = self.folder.path
        if isinstance(error, VaultWiped) and folder is not None and self._is_wiped(folder):
            self.finish(folder)

    def _on_pause_over(self) -> None:
        self.problem.say("plain", self.tr("The pause is over: try again."))
        self._wait(busy=False)
        self.passphrase.setFocus()
