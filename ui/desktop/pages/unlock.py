"""Unlocking: one field. Nothing here tells what is inside, or whether anything is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from storage.errors import WrongPassphrase
from storage.vault import Vault
from ui.desktop import theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Lanes, default_folder
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.fields import FolderField, PassphraseField
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text


class UnlockPage(QWidget):
    """Opens a vault; emits it."""

    opened = Signal(object)
    back = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self.folder = FolderField(self.tr("Vault folder"), default_folder())
        self.passphrase = PassphraseField()
        self.passphrase.returnPressed.connect(self.unlock)
        self.problem = Notice()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Unlocking"))
        self._busy.hide()
        self.press = button(self.tr("Unlock"), self.unlock, "primary", "key")
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
        content.addWidget(label_for(self.tr("&Passphrase"), self.passphrase))
        content.addWidget(self.passphrase)
        content.addWidget(self.problem)
        content.addWidget(self._busy)
        content.addSpacing(theme.space(2))
        buttons = layout.row()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self.press)
        content.addLayout(buttons)
        content.addStretch(3)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(layout.scrolled(layout.centred(content, 110)))

    def enter(self) -> None:
        """Be ready for typing."""
        self.passphrase.setFocus()

    def unlock(self) -> None:
        """Try the passphrase; deriving the key takes about a second, on purpose."""
        folder = self.folder.path
        if folder is None or not self._busy.isHidden():
            return
        passphrase = self.passphrase.take()
        self.problem.clear()
        self._wait(busy=True)

        def work(_tick: Tick, _tell: Tell) -> Vault:
            return Vault.open(folder, passphrase)

        job = self._lanes.run(self._lanes.writing, work)
        job.succeeded.connect(self.opened.emit)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._wait(busy=False))

    def _wait(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        for widget in (self.folder, self.passphrase, self.press, self._back):
            widget.setEnabled(not busy)

    def _on_failed(self, error: BaseException) -> None:
        self._wait(busy=False)
        self.problem.say_error(error)
        if isinstance(error, WrongPassphrase):
            self.passphrase.say_wrong()
