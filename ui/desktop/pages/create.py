"""Making a vault: where it lives, its passphrase, and what happens if that is forgotten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from storage.errors import AlreadyExists
from storage.vault import Vault, shares
from ui.desktop import places, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.lanes import Lanes
from ui.desktop.strength import draw_words
from ui.desktop.widgets import layout
from ui.desktop.widgets.bar import Bar
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.fields import FolderField, PassphraseField
from ui.desktop.widgets.meter import Meter
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, label_for, text
from ui.desktop.widgets.tickbox import TickBox

_CLOUDS = ("dropbox", "onedrive", "google drive", "googledrive", "icloud", "nextcloud", "megasync")
"""How the folders begin, in small letters, that programs copy to a cloud by themselves."""


class CreatePage(QWidget):
    """Makes a vault; emits it, open."""

    opened = Signal(object)
    back = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self.folder = FolderField(self.tr("Vault folder"), places.vault())
        self.passphrase = PassphraseField()
        self.again = PassphraseField()
        self.again.returnPressed.connect(self.make)
        self.meter = Meter()
        self.passphrase.textChanged.connect(self._on_typed)
        self.understood = TickBox(self.tr("I will not lose it: I can remember it or keep it"))
        self.way_back = TickBox(self.tr("Make a way back as the next thing"))
        self.problem = Notice()
        self.place = text("", "small")
        self.folder.changed.connect(self._on_folder)
        self._busy = Bar(self.tr("Making the vault"))
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.press = button(self.tr("Make the vault"), self.make, "primary", "lock")
        self._back = button(self.tr("Back"), self.back.emit, "quiet", "back")
        self._draw = button(self.tr("Suggest six words"), self.suggest)
        self.drawn = text("", "mono", select=True)
        self.drawn.hide()
        self._lay_out()
        self._on_folder()

    def _lay_out(self) -> None:
        content = layout.column(1.5)
        content.addWidget(text(self.tr("Make a vault"), "title"))
        content.addWidget(
            text(
                self.tr("A vault is a folder in which everything is encrypted, names included."),
                "soft",
            )
        )
        content.addSpacing(theme.space(2))
        content.addWidget(label_for(self.tr("Where it &lives"), self.folder.line))
        content.addWidget(self.folder)
        content.addWidget(self.place)
        content.addSpacing(theme.space(2))
        above = layout.row()
        above.addWidget(label_for(self.tr("&Passphrase"), self.passphrase))
        above.addStretch(1)
        above.addWidget(self._draw)
        content.addLayout(above)
        content.addWidget(self.drawn)
        content.addWidget(self.passphrase)
        content.addWidget(self.meter)
        content.addWidget(label_for(self.tr("The same &again"), self.again))
        content.addWidget(self.again)
        content.addSpacing(theme.space(2))
        content.addWidget(self._forgotten())
        content.addWidget(self.problem)
        content.addWidget(self._busy)
        buttons = layout.row()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self.press)
        content.addSpacing(theme.space(2))
        content.addLayout(buttons)
        content.addStretch(1)
        layout.fill(self, content, steps=130)

    def _forgotten(self) -> QWidget:
        box = frame("notice-warn")
        lines = layout.column(1, 2.5)
        lines.addWidget(text(self.tr("If you forget it"), "label"))
        lines.addWidget(
            text(
                self.tr(
                    "Everything in the vault is lost then: there is no other way in, not for you, "
                    "not for us, not for anyone. Unless you make one, once the vault is made: a "
                    "recovery code, or cards for people you trust, several of whom open it "
                    "together. Keep any of it on paper only where nobody searches."
                )
            )
        )
        lines.addWidget(self.way_back)
        lines.addWidget(self.understood)
        box.setLayout(lines)
        return box

    def enter(self) -> None:
        """Be ready for typing."""
        self.passphrase.setFocus()

    def suggest(self) -> None:
        """Draw words and fill both fields with them; they are shown to be learned."""
        words = draw_words()
        self.drawn.setText(words)
        self.drawn.setAccessibleName(words)
        self.drawn.show()
        self.passphrase.setText(words)
        self.again.clear()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def make(self) -> None:
        """Make the vault if everything is filled in; say what is missing otherwise."""
        folder = self.folder.path
        missing = self._missing()
        if missing:
            self.problem.say("danger", missing)
            return
        if folder is None or not self._busy.isHidden():
            return
        passphrase = self.passphrase.take()
        self.again.take()
        self._forget_drawn()
        self.problem.clear()
        self._wait(busy=True)

        def work(_tick: Tick, _tell: Tell) -> Vault:
            return Vault.create(folder, passphrase)

        job = self._lanes.run(self._lanes.writing, work)
        job.succeeded.connect(self.opened.emit)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._wait(busy=False))

    def _missing(self) -> str:
        if self.folder.path is None:
            return self.tr("Choose where the vault lives.")
        if not self.passphrase.text():
            return self.tr("Choose a passphrase.")
        if self.passphrase.text() != self.again.text():
            return self.tr("The two passphrases differ. Type the same in both fields.")
        if shares.like_a_card(self.passphrase.text()):
            return self.tr("This is a card of a shared key. Choose a passphrase that is none.")
        if not self.understood.isChecked():
            return self.tr("Tick the box above: a forgotten passphrase cannot be replaced.")
        return ""

    def _wait(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        for widget in (
            self.folder,
            self.passphrase,
            self.again,
            self.press,
            self._back,
            self._draw,
            self.understood,
            self.way_back,
        ):
            widget.setEnabled(not busy)

    def _forget_drawn(self) -> None:
        self.drawn.clear()
        self.drawn.setAccessibleName("")
        self.drawn.hide()

    def _on_folder(self) -> None:
        """Say what the place means, beside it."""
        self.place.setText(self._place_words())

    def _place_words(self) -> str:
        folder = self.folder.path
        parts = {part.casefold() for part in folder.parts} if folder is not None else set()
        if any(part.startswith(_CLOUDS) for part in parts):
            return self.tr(
                "This seems to be a folder that is copied to a cloud. The vault stays encrypted "
                "there; its provider sees that it is there, how large it is, and when it changes."
            )
        return self.tr(
            "Any folder will do, also on a stick that you take away. It is not hidden: who looks "
            "at this computer sees that a vault is there, and not what is in it."
        )

    def _on_typed(self, typed: str) -> None:
        self.meter.show_strength(typed)

    def _on_failed(self, error: BaseException) -> None:
        self._wait(busy=False)
        self.problem.say_error(error)
        if isinstance(error, AlreadyExists):
            self.folder.line.setFocus()
