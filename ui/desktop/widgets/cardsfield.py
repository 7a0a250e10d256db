"""Trusted people's cards, typed one after the other; each is checked as it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storage.errors import BadShare
from storage.vault.shares import Hand
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.fields import PassphraseField
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, set_role, text


class CardsField(QWidget):
    """Takes cards until they are enough, and then says what they stand for."""

    enough = Signal(str)
    """What the cards stand for, in the place of a passphrase."""

    def __init__(self) -> None:
        super().__init__()
        self._hand = Hand()
        self.line = PassphraseField()
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self.add)
        self.press = button(self.tr("Add this card"), self.add)
        self._live = text("", "small")
        self.state = text("", "body")
        self.problem = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(label_for(self.tr("Words of one &card"), self.line))
        line = layout.row()
        line.addWidget(self.line, 1)
        line.addWidget(self.press)
        column.addLayout(line)
        column.addWidget(self._live)
        column.addWidget(self.state)
        column.addWidget(self.problem)
        self.forget()

    def forget(self) -> None:
        """Forget every card."""
        self._hand = Hand()
        self.line.take()
        self.problem.clear()
        self.state.setText(self.tr("The first card says how many are needed."))

    def add(self) -> None:
        """Take the card that is typed, if it is right."""
        typed = self.line.text()
        if not typed.strip():
            return
        self.problem.clear()
        try:
            number = self._hand.add(typed)
        except BadShare as error:
            self.problem.say_error(error)
            self.line.say_wrong()
            return
        self.line.take()
        if self._hand.missing:
            said = self.tr("Card {number} is right. Still needed: {missing}.")
            missing = phrases.count(self._hand.missing)
            self.state.setText(said.format(number=phrases.count(number), missing=missing))
            self.line.setFocus()
            return
        self._hand_over()

    def _hand_over(self) -> None:
        """Give what the cards stand for to whoever waits, and forget them."""
        try:
            together = self._hand.passphrase()
        except BadShare as error:
            self.forget()
            self.problem.say_error(error)
            return
        self.forget()
        self.enough.emit(together)

    def _on_typed(self, typed: str) -> None:
        """Say at once which of the finished words is on no card."""
        said, role = self._verdict(typed)
        self._live.setVisible(bool(typed))
        self._live.setText(said)
        set_role(self._live, role)

    def _verdict(self, typed: str) -> tuple[str, str]:
        begun = 0 if typed.endswith(" ") or not typed else 1
        finished = len(typed.split()) - begun
        count = self.tr("Words: {count}").format(count=phrases.count(max(finished + begun, 0)))
        try:
            Hand().add(typed)
        except BadShare as error:
            at = error.facts.get("number", 0)
            if error.facts.get("reason") == "word" and isinstance(at, int) and at <= finished:
                return words.sentence(error).what, "warn"
            return count, "small"
        return self.tr("This card is right."), "good"
