"""What a person needs to send from a phone, while it can: the code, the PIN, what to compare."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from capture.receiving import Shown
from ui.desktop import phrases, theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.qr import Code
from ui.desktop.widgets.text import breakable, frame, one_line, text
from ui.words import air

_HALF = 3


class ReceiveBox(QWidget):
    """Two ways to send, side by side, and below them what both sides show."""

    renew = Signal()
    """The page shall have another address, for another phone."""

    def __init__(self) -> None:
        super().__init__()
        self.code = Code(self.tr("Code to scan with the phone's camera"))
        self.page = _left_to_right("mono")
        self.taken = text("", "soft")
        self.again = button(self.tr("Code for another phone"), self.renew.emit, icon_name="redo")
        self.pin = _left_to_right("display")
        self.app = text("", "body")
        self.words = _left_to_right("heading")
        self.fingerprint = _left_to_right("mono")
        ways = QHBoxLayout()
        ways.setSpacing(theme.space(3))
        ways.addWidget(self._browser_card(), 3)
        ways.addWidget(self._app_card(), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addLayout(ways)
        column.addWidget(self._compare_card())

    def _browser_card(self) -> QWidget:
        card = frame("card")
        beside = layout.column(1.5)
        beside.addWidget(text(self.tr("With the phone's browser"), "heading"))
        beside.addWidget(text(air.said("by-browser"), "soft"))
        beside.addWidget(self.page)
        beside.addWidget(self.taken)
        layout.in_a_row(beside, self.again)
        beside.addStretch(1)
        row = QHBoxLayout(card)
        row.setContentsMargins(*[theme.space(3)] * 4)
        row.setSpacing(theme.space(3))
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        return card

    def _app_card(self) -> QWidget:
        card = frame("card")
        column = layout.column(1.5, 3)
        column.addWidget(text(self.tr("With the LocalSend app"), "heading"))
        column.addWidget(self.app)
        column.addWidget(one_line(self.tr("PIN"), "label"))
        column.addWidget(self.pin)
        column.addWidget(text(air.said("app-trust"), "soft"))
        column.addStretch(1)
        card.setLayout(column)
        return card

    def _compare_card(self) -> QWidget:
        card = frame("card")
        column = layout.column(1, 3)
        column.addWidget(text(self.tr("Is it this computer?"), "heading"))
        column.addWidget(self.words)
        column.addWidget(self.fingerprint)
        column.addWidget(text(air.said("compare"), "soft"))
        column.addWidget(text(air.said("altered"), "soft"))
        card.setLayout(column)
        return card

    def show_what(self, shown: Shown, *, taken: bool) -> None:
        """Show all of it; ``taken`` where a phone has opened the page."""
        self.code.show_text("" if taken else shown.page)
        self.code.setVisible(not taken)
        _say(self.page, breakable(shown.page))
        self.page.setVisible(not taken)
        self.taken.setText(
            self.tr("A phone has opened this page; nobody else can now.")
            if taken
            else self.tr("It is for the first phone that opens it.")
        )
        self.app.setText(
            air.said("by-app", alias=shown.alias, address=shown.address, port=shown.port)
        )
        _say(self.pin, f"{shown.pin[:_HALF]} {shown.pin[_HALF:]}", shown.pin)
        _say(self.words, " ".join(shown.words))
        _say(self.fingerprint, f"SHA-256 {phrases.grouped(shown.fingerprint)}")


def _left_to_right(role: str) -> QLabel:
    """Return a label of what is read from left to right in every language."""
    label = text("", role, select=True)
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return label


def _say(label: QLabel, shown: str, spoken: str = "") -> None:
    label.setText(shown)
    label.setAccessibleName(spoken or shown)
