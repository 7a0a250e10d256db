"""Who can open a bundle: the keys of those who are chosen, a passphrase, or anybody."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from storage.bundle.sealing import are_openpgp, read_each, read_recipient_file
from storage.errors import BadRecipient
from ui import words
from ui.desktop import dialogs, phrases, theme
from ui.desktop.later import later
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import Segments, button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text
from ui.desktop.widgets.tickbox import TickBox

_TYPING_MS = 200
_KEY_LINES = 3


class SealBox(QWidget):
    """What is chosen about the seal; keys are looked at as they are typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._recipients: tuple[str, ...] = ()
        self.wrapping = Segments(
            self.tr("Who can open it"),
            (
                ("sealed", self.tr("Only who I choose")),
                ("passphrase", self.tr("A passphrase")),
                ("plain", self.tr("Anybody")),
            ),
        )
        self.keys = QPlainTextEdit()
        self._key_label = label_for(self.tr("Their public &keys, one after another"), self.keys)
        self.take = button(self.tr("Take them from a file…"), self._ask_keys, icon_name="key")
        self.key_problem = Notice()
        self.owner = text("", "small", select=True)
        self.passphrase = QLineEdit()
        self.originals = TickBox(self.tr("Put the untouched originals in too"))
        self.open_to_all = text(
            self.tr("Whoever gets this file can look into it, on its way as well."), "warn"
        )
        self._later = later(self, self._check_keys, _TYPING_MS)
        self._lay_out()
        self._connect()
        self._on_wrapping()

    @property
    def recipients(self) -> tuple[str, ...]:
        """The keys that it is sealed to; none where it is not sealed to keys."""
        return self._recipients if self.wrapping.value == "sealed" else ()

    @property
    def word(self) -> str:
        """The passphrase that it is sealed to, empty where it is not."""
        return self.passphrase.text() if self.wrapping.value == "passphrase" else ""

    @property
    def with_originals(self) -> bool:
        """Whether the originals go along, which they only do sealed to keys."""
        return self.wrapping.value == "sealed" and self.originals.isChecked()

    @property
    def missing(self) -> str:
        """What is still to be chosen, in words; empty when nothing is."""
        if self.wrapping.value == "sealed" and not self._recipients:
            return self.tr("Give the key of at least one person who may open it.")
        if self.wrapping.value == "passphrase" and not self.word:
            return self.tr("Choose the passphrase that will open it.")
        return ""

    @property
    def ending(self) -> str:
        """How the name of such a file ends."""
        if self.wrapping.value == "plain":
            return ".zip"
        return ".zip.gpg" if are_openpgp(self.recipients) else ".zip.age"

    def _lay_out(self) -> None:
        self.keys.setTabChangesFocus(True)
        self.keys.setPlaceholderText("age1…\n-----BEGIN PGP PUBLIC KEY BLOCK-----")
        height = self.keys.fontMetrics().lineSpacing() * _KEY_LINES + theme.space(4)
        self.keys.setFixedHeight(height)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("Passphrase that opens the bundle"))
        self.passphrase.setPlaceholderText(self.tr("Five random words or more"))
        line = layout.row()
        line.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeading)
        self._from_file = layout.holding(line)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.space(1.5))
        for widget in (
            self.wrapping,
            self._key_label,
            self.keys,
            self._from_file,
            self.key_problem,
            self.owner,
            self.passphrase,
            self.originals,
            self.open_to_all,
        ):
            lines.addWidget(widget)

    def _connect(self) -> None:
        self.keys.textChanged.connect(self._on_typed)
        self.passphrase.textChanged.connect(lambda _typed: self.changed.emit())
        self.wrapping.chosen.connect(self._on_wrapping)

    def _on_typed(self) -> None:
        """Seal to nobody until what stands there now was read: a key that was taken out is out."""
        self._recipients = ()
        self._later.start()
        self.changed.emit()

    def _on_wrapping(self) -> None:
        sealed = self.wrapping.value == "sealed"
        for widget in (self._key_label, self.keys, self._from_file, self.originals):
            widget.setVisible(sealed)
        self.passphrase.setVisible(self.wrapping.value == "passphrase")
        self.open_to_all.setVisible(self.wrapping.value == "plain")
        self.key_problem.clear()
        self.owner.hide()
        if sealed:
            self._check_keys()
        self.changed.emit()

    def _ask_keys(self) -> None:
        chosen = dialogs.files(self, self.tr("Choose a file with public keys"), Path.home())
        if chosen:
            self.take_file(chosen[0])

    def take_file(self, path: Path) -> None:
        """Add the keys in a file, an OpenPGP key that is not text, too, to those that are there."""
        try:
            taken = "\n".join(read_recipient_file(path))
        except (OSError, BadRecipient) as error:
            self.key_problem.say_error(error)
            return
        there = self.keys.toPlainText().strip()
        self.keys.setPlainText(f"{there}\n{taken}" if there else taken)

    def _check_keys(self) -> None:
        typed = self.keys.toPlainText()
        self._recipients = ()
        self.key_problem.clear()
        if typed.strip():
            try:
                self._recipients = read_each(typed)
            except BadRecipient as error:
                self.key_problem.say_error(error)
        self.owner.setVisible(are_openpgp(self._recipients))
        if are_openpgp(self._recipients):
            self.owner.setText("\n".join(map(self._owner, self._recipients)))
        self.changed.emit()

    def _owner(self, recipient: str) -> str:
        """Say whose OpenPGP key this claims to be, and what to compare."""
        from storage.bundle import openpgp_keys  # its library is rarely needed

        key = openpgp_keys.read(recipient.encode())
        return self.tr(
            "The key says that it belongs to {owner}. Compare its fingerprint with them another "
            "way: {digits}"
        ).format(owner=words.shown(key.owner, 80), digits=phrases.grouped(key.fingerprint))
