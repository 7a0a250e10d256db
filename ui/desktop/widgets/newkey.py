"""A new passphrase, typed twice, with what it is worth said below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storage.vault import shares
from ui.desktop import theme
from ui.desktop.widgets.fields import PassphraseField
from ui.desktop.widgets.meter import Meter
from ui.desktop.widgets.text import label_for


class NewPassphrase(QWidget):
    """Two hidden fields that must say the same."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.first = PassphraseField()
        self.again = PassphraseField()
        self.meter = Meter()
        self.first.textChanged.connect(self.meter.show_strength)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(label_for(words, self.first))
        column.addWidget(self.first)
        column.addWidget(self.meter)
        column.addWidget(label_for(self.tr("The same again"), self.again))
        column.addWidget(self.again)

    def missing(self) -> str:
        """Say what is missing or wrong; empty where a passphrase can be taken."""
        typed = self.first.text()
        if not typed:
            return self.tr("Choose a passphrase.")
        if typed != self.again.text():
            return self.tr("The two passphrases differ. Type the same in both fields.")
        if shares.like_a_card(typed):
            return self.tr("This is a card of a shared key. Choose a passphrase that is none.")
        return ""

    def take(self) -> str:
        """Return what was typed and forget it here."""
        self.again.take()
        return self.first.take()
