"""The outbox: what waits to be sent, how far it is, what was confirmed by whom."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from storage.outlets import manner, queue
from storage.outlets.manner import Manner
from storage.outlets.queue import FINISHED, Waiting
from storage.records import CustodyEntry
from ui.desktop import phrases
from ui.desktop.courier import Courier
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import Segments, button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.parcelcard import ParcelCard
from ui.desktop.widgets.text import frame, one_line, text

_RATES = {"0": 0, "1000000": 1_000_000, "200000": 200_000, "50000": 50_000}
_READY = 100
_SPANS = {"0": 0, "3600": 3600, "86400": 86_400}


class OutboxPage(QWidget):
    """Every parcel as a card, the youngest first; and how all of them are sent."""

    outlets = Signal()
    """Somebody wants to see the outlets."""

    def __init__(self, session: Session, courier: Courier) -> None:
        super().__init__()
        self._session = session
        self.courier = courier
        self.cards: dict[str, ParcelCard] = {}
        self.notice = Notice()
        self.empty = self._make_empty()
        self.list = layout.column(2)
        self.rate = Segments(
            self.tr("How fast"),
            (
                ("0", self.tr("As fast as it goes")),
                ("1000000", _one_way(self.tr("1 MB/s"))),
                ("200000", _one_way(self.tr("200 kB/s"))),
                ("50000", _one_way(self.tr("50 kB/s"))),
            ),
        )
        self.span = Segments(
            self.tr("When it begins"),
            (
                ("0", self.tr("At once")),
                ("3600", self.tr("Some time within an hour")),
                ("86400", self.tr("Some time within a day")),
            ),
        )
        self._exact = text("", "soft")
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        for one in (self.rate, self.span):
            one.chosen.connect(self._keep_manner)
        self.courier.changed.connect(self.load)
        self.courier.moved.connect(self._show_moving)
        self.courier.failed.connect(self.notice.say_error)
        self.courier.stranded.connect(self._on_stranded)

    def _lay_out(self) -> None:
        content = layout.column(3)
        top = layout.row()
        top.addWidget(one_line(self.tr("Outbox"), "title"))
        top.addStretch(1)
        top.addWidget(button(self.tr("Outlets"), self.outlets.emit, "quiet", "outlets"))
        content.addLayout(top)
        content.addWidget(self.notice)
        content.addWidget(self.empty)
        content.addLayout(self.list)
        content.addWidget(self._manner_card())
        content.addStretch(1)
        layout.fill(self, content)

    def _make_empty(self) -> QWidget:
        box = frame("notice-plain")
        column = layout.column(1.5, 3)
        column.addWidget(text(self.tr("Nothing waits to be sent."), "heading"))
        column.addWidget(
            text(
                self.tr(
                    "Choose photos and videos, make a bundle, and send it to an outlet that you "
                    "trust. It then waits here, sealed, until the outlet has confirmed it, however "
                    "often the line breaks."
                )
            )
        )
        box.setLayout(column)
        return box

    def _manner_card(self) -> QWidget:
        box = frame("card")
        column = layout.column(1.5, 3)
        column.addWidget(text(self.tr("How it is sent"), "heading"))
        for label, one in ((self.tr("How fast"), self.rate), (self.tr("Begin"), self.span)):
            column.addWidget(one_line(label, "label"))
            column.addWidget(one)
        column.addWidget(self._exact)
        column.addWidget(
            text(
                self.tr(
                    "Slower, and begun at a time left to chance, it stands out less to whoever "
                    "watches your line. What waits is sent while the vault is open, and it does "
                    "not lock by itself during that. Locking it stops the sending at once; it goes "
                    "on after the next unlock, where the outlet lets it."
                ),
                "soft",
            )
        )
        box.setLayout(column)
        return box

    def load(self) -> None:
        """Read the queue again, and how it is sent."""
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> tuple[tuple[Waiting, ...], Manner]:
            return queue.queued(vault), manner.read(vault)

        job = self._session.ask(work)
        job.succeeded.connect(lambda found: self._on_loaded(*found))
        job.failed.connect(self.notice.say_error)

    def _on_loaded(self, queued: Sequence[Waiting], chosen: Manner) -> None:
        self.rate.show_chosen(_nearest(chosen.rate, _RATES))
        self.span.show_chosen(_nearest(chosen.within, _SPANS))
        listed = chosen.rate in _RATES.values() and chosen.within in _SPANS.values()
        self._exact.setVisible(not listed)
        self._exact.setText(
            self.tr("Chosen exactly: {rate} a second, begun within {minutes} min.").format(
                rate=phrases.size(chosen.rate), minutes=phrases.count(chosen.within // 60)
            )
        )
        self.empty.setVisible(not queued)
        gone = set(self.cards) - {one.id for one in queued}
        for name in gone:
            card = self.cards.pop(name)
            self.list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, waiting in enumerate(sorted(queued, key=_order)):
            self._place(place, waiting)
        self._show_moving()

    def _place(self, place: int, waiting: Waiting) -> None:
        card = self.cards.get(waiting.id)
        if card is None:
            card = self.cards[waiting.id] = self._card(waiting)
        if self.list.indexOf(card) != place:
            self.list.removeWidget(card)
            self.list.insertWidget(place, card)
        card.show_parcel(waiting, self.courier.of(waiting.id))

    def _card(self, waiting: Waiting) -> ParcelCard:
        card = ParcelCard(waiting)
        card.paused.connect(lambda: self.courier.pause(card.waiting))
        card.resumed.connect(lambda: self.courier.resume(card.waiting))
        card.asked.connect(lambda: self._show_receipt(card))
        card.cancelled.connect(lambda: self.courier.cancel(card.waiting))
        return card

    def _show_receipt(self, card: ParcelCard) -> None:
        vault, parcel = self._session.vault, card.waiting.id

        def work(_tick: Tick, _tell: Tell) -> tuple[CustodyEntry, ...]:
            entries = vault.custody()
            return tuple(one for one in entries if one.facts.get("parcel") == parcel)

        job = self._session.ask(work)
        job.succeeded.connect(card.show_receipt)
        job.failed.connect(self.notice.say_error)

    def _show_moving(self) -> None:
        for name, card in self.cards.items():
            card.show_parcel(card.waiting, self.courier.of(name))

    def _keep_manner(self) -> None:
        chosen = Manner(_RATES[self.rate.value], _SPANS[self.span.value])
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> None:
            manner.keep(vault, chosen)

        job = self._session.ask(work)
        job.failed.connect(self.notice.say_error)

    def say_stage(self, stage: str, percent: int) -> None:
        """Say what the Tor that was started for a parcel is at."""
        if not self.courier.busy:
            return
        if percent < _READY:
            self.notice.say("plain", f"{stage} ({phrases.count(percent)} %)")
        else:
            self.notice.clear()

    def _on_stranded(self, trouble: BaseException) -> None:
        self.notice.say_error(trouble)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()


def _one_way(figure: str) -> str:
    """Keep a figure and its unit in their order, also where reading goes from right to left."""
    return f"\u2068{figure}\u2069"


def _order(waiting: Waiting) -> tuple[bool, str]:
    """Put what is not sent yet first, each in the order in which it was put in."""
    return waiting.state in FINISHED, waiting.queued_at


def _nearest(value: int, choices: dict[str, int]) -> str:
    """Return the choice that is shown for a value that the command line may have set."""
    return min(choices, key=lambda key: abs(choices[key] - value))
