"""A card before it is trusted: who it says it is, what it would change, its eight words."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame

from storage.outlets.card import Card, SignedCard
from storage.outlets.known import Known
from ui import words
from ui.desktop import phrases
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.outletcard import described, word_grid
from ui.desktop.widgets.routebox import RouteBox
from ui.desktop.widgets.text import text
from ui.desktop.widgets.tickbox import TickBox


class Comparing(QFrame):
    """Asks a person to compare the words of a card with the outlet, another way than it came."""

    trusted = Signal(object, object)
    """The SignedCard whose words were compared, and the Route that was chosen."""
    left = Signal()

    def __init__(self, signed: SignedCard, before: Known | None, *, own: bool = False) -> None:
        """``before`` is the outlet that it would change, ``own`` that the person wrote it down."""
        super().__init__()
        self.setProperty("role", "card")
        self.signed = signed
        self.change = Notice()
        self.problem = Notice()
        self.route = RouteBox(press=False)
        self.same = TickBox(self.tr("All eight words are the same"))
        self.same.setVisible(not own)
        self.press = button(
            self._press_words(before), self._trust, "primary" if before is None else "plain"
        )
        self.back = button(self.tr("Do not trust it"), self.left.emit, "quiet")
        self._lay_out(own=own)
        self.same.toggled.connect(self.press.setEnabled)
        self.press.setEnabled(own)
        if before is not None:
            self._say_changes(before.card)

    def _press_words(self, before: Known | None) -> str:
        if before is None:
            return self.tr("Trust this outlet")
        return self.tr("Let it change")

    def _lay_out(self, *, own: bool) -> None:
        column = layout.column(2, 3)
        column.addWidget(text(words.shown(self.signed.card.name, 60), "title"))
        column.addWidget(self.change)
        for one in described(self.signed.card):
            column.addWidget(one)
        column.addWidget(word_grid(self.signed))
        if not own:
            column.addWidget(
                text(
                    self.tr(
                        "Ask the outlet for the eight words of its card, another way than the card "
                        "came: a call, a meeting. Whoever made this card gets what you send, so go "
                        "on only if all eight are the same, in this order."
                    )
                )
            )
        column.addWidget(self.same)
        column.addWidget(self.route)
        column.addWidget(self.problem)
        layout.in_a_row(column, self.press, self.back)
        self.setLayout(column)

    def _say_changes(self, old: Card) -> None:
        before, after = old.said(), self.signed.card.said()
        pattern = self.tr("{what}: before {before}, now {after}")
        lines = [
            pattern.format(
                what=self._field(name),
                before=self._value(name, before.get(name)),
                after=self._value(name, after.get(name)),
            )
            for name in sorted({*before, *after})
            if before.get(name) != after.get(name)
        ]
        if lines:
            said = self.tr("This changes an outlet that you trust already.")
            self.change.say("danger", said, "\n".join(lines))
        else:
            said = self.tr("You trust this very card already.")
            self.change.say("plain", said, self.tr("Nothing on it is different."))

    def _field(self, name: str) -> str:
        """Return what the form calls a field of a card."""
        largest = self.tr("The most that it takes at a time")
        note = self.tr("What it says of itself")
        return {
            "address": QCoreApplication.translate("OutletForm", "Its address"),
            "kind": QCoreApplication.translate("OutletForm", "What it speaks"),
            "largest": largest,
            "note": note,
            "password": QCoreApplication.translate(
                "OutletForm", "Password or second key, if it gave one"
            ),
            "pin": QCoreApplication.translate(
                "OutletForm", "The key of its server, if it gave one"
            ),
            "recipient": QCoreApplication.translate(
                "OutletForm", "Its key to seal to: age or OpenPGP"
            ),
            "user": QCoreApplication.translate(
                "OutletForm", "User name or first key, if it gave one"
            ),
        }.get(name, name)

    def _value(self, name: str, value: str | int | None) -> str:
        if value is None:
            return self.tr("nothing")
        if name == "password":
            return "•••"
        said = phrases.size(value) if isinstance(value, int) else words.shown(str(value), 90)
        return f"\u2068{said}\u2069"  # in its own direction, whatever stands around it

    def _trust(self) -> None:
        route = self.route.route()
        if route is not None:
            self.trusted.emit(self.signed, route)
