"""Writing an outlet down by hand, where it gave its address and no card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit

from storage.outlets import catalog
from storage.outlets.card import Card
from ui.desktop import theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text
from ui.words.parcels import outlet_kind

_KEY_LINES = 3


class OutletForm(QFrame):
    """Fields of a card. What is missing or wrong is said when it is used."""

    written = Signal(object)
    """The Card as it was typed; whether it is one, is found out by who takes it."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.kind = DropDown()
        for one in catalog.OUTLETS:
            self.kind.addItem(outlet_kind(one.name), one.name)
        self.name, self.address, self.user = QLineEdit(), QLineEdit(), QLineEdit()
        self.password, self.pin = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.address.setPlaceholderText("https://…")
        self.key = QPlainTextEdit()
        self.key.setTabChangesFocus(True)
        self.key.setFixedHeight(self.key.fontMetrics().lineSpacing() * _KEY_LINES + theme.space(4))
        self.problem = Notice()
        self.press = button(self.tr("Go on"), self._write, "primary")
        self._lay_out()

    def _lay_out(self) -> None:
        column = layout.column(1.5, 3)
        column.addWidget(text(self.tr("Write an outlet down"), "heading"))
        for words, field in (
            (self.tr("What to call it"), self.name),
            (self.tr("What it speaks"), self.kind),
            (self.tr("Its address"), self.address),
            (self.tr("Its key to seal to: age or OpenPGP"), self.key),
            (self.tr("User name or first key, if it gave one"), self.user),
            (self.tr("Password or second key, if it gave one"), self.password),
            (self.tr("The key of its server, if it gave one"), self.pin),
        ):
            column.addWidget(label_for(words, field))
            column.addWidget(field)
        column.addWidget(self.problem)
        layout.in_a_row(column, self.press, button(self.tr("Leave it"), self.left.emit, "quiet"))
        self.setLayout(column)

    def card(self) -> Card:
        """Return what is typed."""
        return Card(
            name=self.name.text().strip(),
            kind=str(self.kind.currentData()),
            address=self.address.text().strip(),
            recipient=self.key.toPlainText().strip(),
            pin=self.pin.text().strip(),
            user=self.user.text().strip(),
            password=self.password.text(),
        )

    def _write(self) -> None:
        self.problem.clear()
        self.written.emit(self.card())
