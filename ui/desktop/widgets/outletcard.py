"""One trusted outlet: who it is, its words, the way to it, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from capture import trusting
from capture.trusting import Key
from storage.errors import BadRecipient
from storage.outlets import catalog
from storage.outlets.address import Way
from storage.outlets.card import Card, SignedCard
from storage.outlets.known import Known
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.translating import translate
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.flow import Flow
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.routebox import RouteBox
from ui.desktop.widgets.text import breakable, frame, one_line, text
from ui.words.parcels import outlet_kind

_COLUMNS = 4


class OutletCard(QFrame):
    """Shows one outlet."""

    tested = Signal()
    exported = Signal()
    removed = Signal()
    routed = Signal(object)
    """The Route that was chosen for it."""

    def __init__(self, outlet: Known) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.outlet = outlet
        name = words.shown(outlet.card.name, 60)
        self.notice = Notice()
        self.route = RouteBox(outlet.route)
        self.route.chosen.connect(self.routed.emit)
        self.route.hide()
        self.test = button(self.tr("Try to reach it"), self.tested.emit, "quiet", "good")
        self.way = button(self.tr("Change the way there"), self._show_way, "quiet", "technical")
        self.export = button(self.tr("Save its card…"), self.exported.emit, "quiet", "save")
        self.remove = button(self.tr("Take away"), self.removed.emit, "quiet", "delete")
        for one in (self.test, self.way, self.export, self.remove):
            one.setAccessibleName(f"{one.text()}: {name}")
        self._lay_out(name)

    def _lay_out(self, name: str) -> None:
        column = layout.column(1.5, 3)
        column.addWidget(text(name, "heading"))
        for widget in described(self.outlet.card):
            column.addWidget(widget)
        way = self.outlet.route.way
        reached = text(way_words(way), "warn" if way is Way.DIRECT else "body")
        column.addWidget(reached)
        column.addWidget(word_grid(self.outlet.signed))
        column.addWidget(self.route)
        column.addWidget(self.notice)
        line = Flow()
        for one in (self.test, self.way, self.export, self.remove):
            line.addWidget(one)
        column.addLayout(line)
        self.setLayout(column)

    def _show_way(self) -> None:
        self.route.setVisible(self.route.isHidden())


def described(card: Card) -> tuple[QWidget, ...]:
    """Return what is to be said of a card, but its name and its words."""
    place = text(breakable(words.shown(card.address, 200)), "body", select=True)
    lines: list[QWidget] = [one_line(outlet_kind(card.kind), "small"), place]
    if catalog.kind_of(card).is_public:
        said = translate(
            "OutletCard",
            "Everybody sees what it takes, at once and for good, with its account's name.",
        )
        lines.append(text(said, "danger"))
    lines += _key_lines(card)
    if card.largest:
        size = phrases.size(card.largest)
        lines.append(
            text(
                translate("OutletCard", "It takes at most {size} at a time.").format(size=size),
                "soft",
            )
        )
    if card.note:
        lines.append(text(breakable(words.shown(card.note, 500)), "soft"))
    return tuple(lines)


def _key_lines(card: Card) -> list[QWidget]:
    try:
        key = trusting.key_of(card)
    except BadRecipient as error:
        return [text(words.sentence(error).line, "danger")]
    if key is None:
        if catalog.kind_of(card).is_public:
            return []
        return [
            text(
                translate(
                    "OutletCard", "It has no key: anybody on its side could read what is sent."
                ),
                "warn",
            )
        ]
    return [text(_key_words(key), "body", select=True)]


def _key_words(key: Key) -> str:
    if key.kind == "age":
        return translate("OutletCard", "What goes there is sealed to its key: {key}").format(
            key=breakable(key.shown)
        )
    said = translate(
        "OutletCard", "What goes there is sealed to the OpenPGP key {fingerprint} of {owner}"
    )
    owner = words.shown(key.owner, 80) or "?"
    return said.format(fingerprint=phrases.grouped(key.shown), owner=owner)


def way_words(way: Way) -> str:
    """Say how an outlet is reached."""
    return {
        Way.TOR: translate("OutletCard", "Reached over Tor."),
        Way.SOCKS: translate("OutletCard", "Reached by the proxy that you named."),
        Way.HTTP: translate("OutletCard", "Reached by the proxy that you named."),
        Way.DIRECT: translate(
            "OutletCard", "Reached directly: your network sees whom you write to."
        ),
    }[way]


def word_grid(signed: SignedCard) -> QWidget:
    """Return the eight words of a card, numbered, in two rows."""
    box = frame("notice-plain")
    grid = QGridLayout(box)
    grid.setContentsMargins(*[theme.space(2)] * 4)
    grid.setHorizontalSpacing(theme.space(4))
    for number, word in enumerate(signed.words):
        shown = one_line(f"{number + 1}. {word}", "mono")
        grid.addWidget(shown, number // _COLUMNS, number % _COLUMNS)
    box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the words are, in every language
    box.setAccessibleName(
        translate("OutletCard", "The words of the card: {words}").format(
            words=" ".join(signed.words)
        )
    )
    return box
