"""Receiving from a phone, through the air: off until it is begun, and ending by itself."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListView, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from capture.intake import Taken
from capture.receiving import Came, Choice, Coming, Knocked, Left, Receiving, addresses
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.models.arrivals import ArrivalsModel
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import Segments, button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.receivebox import ReceiveBox
from ui.desktop.widgets.text import frame, label_for, one_line, text
from ui.desktop.widgets.tickbox import TickBox
from ui.words import air

_MINUTE = 60.0
_TICK_MS = 500
_FULL = 1000
_LIST_STEPS = 40


class ReceivePage(QWidget):
    """Begins to receive, shows what is needed for it, and what arrives."""

    back = Signal()
    working = Signal(object, str)
    """A Job and the words for it."""
    done = Signal()
    """It has ended: what belongs together is one item now."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._receiving: Receiving | None = None
        self._job: Job | None = None
        self.notice = Notice()
        self.network = DropDown()
        self.minutes = Segments(
            self.tr("For how long"),
            tuple((key, self.tr("{n} minutes").format(n=key)) for key in ("5", "10", "30")),
        )
        self.minutes.choose("10")
        self.announce = TickBox(self.tr("Announce it to all devices on this network"))
        self.keep_device = TickBox(self.tr("Keep what the phone calls itself in the record"))
        self.begin = button(self.tr("Begin to receive"), self.start, "primary", "down")
        self.left = one_line("", "label")
        self.longer = button(self.tr("Ten more minutes"), self._prolong, icon_name="time")
        self.stop = button(self.tr("End"), self._stop, icon_name="close")
        self.box = ReceiveBox()
        self.box.renew.connect(self._renew)
        self.who = text("", "soft")
        self.bar = QProgressBar()
        self.arrivals = ArrivalsModel(self)
        self.list = QListView()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._show_now)
        self._dress()
        self._lay_out()
        self._show_state()

    def _dress(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _FULL)
        self.bar.setAccessibleName(self.tr("Progress of this phone's files"))
        self.list.setModel(self.arrivals)
        self.list.setProperty("role", "framed")
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setAccessibleName(self.tr("What arrives"))
        self.list.setMinimumHeight(theme.space(_LIST_STEPS))

    def _lay_out(self) -> None:
        top = layout.row(2)
        top.addWidget(button(self.tr("Back"), self.back.emit, "quiet", "back"))
        top.addWidget(one_line(self.tr("Receive from a phone"), "title"))
        top.addStretch(1)
        for one in (self.left, self.longer, self.stop):
            top.addWidget(one)
        self._setup = self._setup_card()
        self._arriving = self._arriving_card()
        content = layout.column(3, 5)
        content.addWidget(self.notice)
        for part in (self._setup, self.box, self._arriving):
            content.addWidget(part)
        content.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, theme.space(5), 0, 0)
        page.setSpacing(0)
        head = layout.holding(top)
        head.setContentsMargins(theme.space(5), 0, theme.space(5), 0)
        page.addWidget(head)
        self._area = layout.scrolled(layout.holding(content))
        page.addWidget(self._area, 1)

    def _setup_card(self) -> QWidget:
        card = frame("card")
        column = layout.column(2, 3)
        column.addWidget(text(self.tr(
            "A phone on the same network sends photos and videos straight into the vault: with the "
            "free LocalSend app, or with nothing but its browser. Nothing listens until you begin."
        )))  # fmt: skip
        column.addWidget(label_for(self.tr("&Network that the phone is on"), self.network))
        column.addWidget(self.network)
        column.addWidget(one_line(self.tr("For how long"), "label"))
        column.addWidget(self.minutes)
        column.addWidget(self.announce)
        column.addWidget(text(self.tr(
            "Without it, the phone is given the address by hand, or scans the code."
        ), "small"))  # fmt: skip
        column.addWidget(self.keep_device)
        column.addWidget(text(air.said("seen"), "soft"))
        column.addWidget(text(air.said("app-trust"), "soft"))
        column.addWidget(text(air.said("altered"), "soft"))
        layout.in_a_row(column, self.begin)
        card.setLayout(column)
        return card

    def _arriving_card(self) -> QWidget:
        card = frame("card")
        column = layout.column(1.5, 3)
        column.addWidget(text(self.tr("What arrives"), "heading"))
        column.addWidget(self.who)
        column.addWidget(self.bar)
        column.addWidget(self.list)
        column.addWidget(text(air.said("kept"), "soft"))
        column.addWidget(text(air.said("unreached"), "soft"))
        card.setLayout(column)
        return card

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._job is None:
            self._list_networks()

    def _list_networks(self) -> None:
        chosen = self.network.currentData()
        self.network.clear()
        others = [one for one in addresses() if not one.own_alone]
        for one in others:
            name = words.shown(one.network, 40)
            self.network.addItem(phrases.together(one.ip, name) if name else one.ip, one.ip)
        self.network.setCurrentIndex(max(0, self.network.findData(chosen)))
        self.begin.setEnabled(bool(others))
        if not others:
            self.notice.say(
                "warn",
                self.tr("This computer is on no network."),
                self.tr("Connect it to the one that the phone is on, or to the phone's hotspot."),
            )

    def start(self) -> None:
        """Begin to receive on the chosen network."""
        self.begin_with(
            Choice(
                str(self.network.currentData()),
                seconds=int(self.minutes.value) * _MINUTE,
                announce=self.announce.isChecked(),
                keep_device=self.keep_device.isChecked(),
            )
        )

    def begin_with(self, choice: Choice) -> Job:
        """Begin to receive as was chosen."""
        vault, pool = self._session.vault, self._session.pool

        def work(tick: Tick, tell: Tell) -> tuple[Taken, ...]:
            receiving = Receiving(vault, pool, choice)
            tell(receiving)
            return receiving.run(tick, tell, tell)

        self.notice.clear()
        self.arrivals.clear()
        self.who.setText(self.tr("Nobody has sent anything yet."))
        self.begin.setEnabled(False)
        job = self._job = self._session.receive(work)
        job.told.connect(self._on_told)
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self.notice.say_error)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)
        self.working.emit(job, self.tr("Receiving from a phone"))
        return job

    def _prolong(self) -> None:
        if self._receiving is not None:
            self._receiving.prolong(10 * _MINUTE)
            self._show_now()

    def _stop(self) -> None:
        if self._receiving is not None:
            self._receiving.stop()
            self.stop.setEnabled(False)
            self.left.setText(self.tr("Ending: what came is examined."))

    def _renew(self) -> None:
        if self._receiving is not None:
            self._receiving.renew_page()
            self._show_now()

    def _on_told(self, said: object) -> None:
        if isinstance(said, Receiving):
            self._receiving = said
            self._show_state()
        elif isinstance(said, Taken):
            self._on_taken(said)
        elif isinstance(said, Coming):
            self.arrivals.hear(said)
        else:
            self._on_sender(said)

    def _on_sender(self, said: object) -> None:
        if isinstance(said, Came):
            one = said.sender
            who = air.sender(one.way.value, one.address, one.device)
            many = self.tr("{number} files").format(number=phrases.count(said.files))
            facts = (many, phrases.size(said.size)) if said.files else ()
            self.who.setText(phrases.together(who, *facts))
        elif isinstance(said, Left):
            self.who.setText(self.tr("The phone is done. What came is examined and cleaned."))
        elif isinstance(said, Knocked):
            self.notice.say("warn", air.said("knocked", address=words.shown(said.address)))

    def _on_taken(self, taken: Taken) -> None:
        self._session.taken.emit(taken)
        if taken.original is not None:
            self._session.changed.emit(taken.original.id)

    def _on_progress(self, done: int, total: int, _left: float | None) -> None:
        self.bar.setVisible(total > 0)
        if total:
            self.bar.setValue(min(_FULL, done * _FULL // total))

    def _on_succeeded(self, ended: object) -> None:
        if self._receiving is not None and self._receiving.beset:
            self.notice.say("danger", air.said("beset"), air.said("beset-remedy"))
            return
        came = ended if isinstance(ended, tuple) else ()
        sealed = sum(one.original is not None for one in came if isinstance(one, Taken))
        said = self.tr(
            "Receiving has ended. Of what came, so many files are in the vault: {number}."
        )
        self.notice.say("good", said.format(number=phrases.count(sealed)), air.said("kept"))

    def _on_cancelled(self) -> None:
        self.notice.say(
            "plain",
            self.tr("Stopped."),
            self.tr(
                "What was sealed until then is in the vault; of the rest nothing is left here."
            ),
        )

    def _on_ended(self) -> None:
        self._receiving = self._job = None
        self._show_state()
        self._list_networks()
        self.done.emit()

    def _show_state(self) -> None:
        on = self._receiving is not None
        self._setup.setVisible(not on)
        for one in (self.box, self.left, self.longer, self.stop):
            one.setVisible(on)
        self._arriving.setVisible(on or self.arrivals.rowCount() > 0)
        self.stop.setEnabled(True)
        self.bar.hide()
        self._area.verticalScrollBar().setValue(0)
        if on:
            self._clock.start()
            self._show_now()
        else:
            self._clock.stop()

    def _show_now(self) -> None:
        receiving = self._receiving
        if receiving is None:
            return
        self.box.show_what(receiving.shown, taken=receiving.page_taken)
        seconds = receiving.seconds_left
        if seconds and self.stop.isEnabled():
            minutes, rest = divmod(round(seconds), 60)
            self.left.setText(self.tr("Open for {time}").format(time=f"{minutes}:{rest:02}"))
        elif self.stop.isEnabled():
            self.left.setText(self.tr("The time is over; whoever is sending may end."))
