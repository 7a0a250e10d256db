"""The outlets that a person trusts: added by a card, compared by its words, tried, taken away."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from capture import trusting
from storage.outlets import catalog, known
from storage.outlets.address import Route
from storage.outlets.base import Limits
from storage.outlets.card import Card, SignedCard
from storage.outlets.known import Known
from ui import words
from ui.desktop import dialogs, phrases
from ui.desktop.jobs import Tell, Tick, Work
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.comparing import Comparing
from ui.desktop.widgets.drop import dropped_paths
from ui.desktop.widgets.flow import Flow
from ui.desktop.widgets.networkbox import NetworkBox
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.outletcard import OutletCard
from ui.desktop.widgets.outletform import OutletForm
from ui.desktop.widgets.text import frame, one_line, text

_PICTURES = ("image/png", "image/jpeg", "image/webp")
Compared = tuple[SignedCard, Known | None]


class OutletsPage(QWidget):
    """Every outlet as a card, and the ways to add one."""

    changed = Signal()
    """The vault knows other outlets now."""
    back = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.notice = Notice()
        self.cards: dict[str, OutletCard] = {}
        self.asking: QFrame | None = None
        self._taken: Known | None = None
        self.undo = button(self.tr("Trust it again"), self._trust_again, icon_name="undo")
        self.undo.hide()
        self.network = NetworkBox(session)
        self.list = layout.column(2)
        self._place = layout.column(0)
        self.empty = self._make_empty()
        self.from_file = button(
            self.tr("Add from a file or a picture…"), self._ask_files, "primary", "add"
        )
        self.paste = button(self.tr("Paste a card"), self.take_clipboard, icon_name="file")
        self.write = button(self.tr("Write one down…"), self.show_form, icon_name="pick")
        self._lay_out()
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        content = layout.column(3)
        layout.topped(
            content,
            button("", self.back.emit, "quiet", "back", self.tr("Back to the outbox")),
            one_line(self.tr("Outlets"), "title"),
        )
        adding = Flow()
        for one in (self.from_file, self.paste, self.write):
            adding.addWidget(one)
        content.addLayout(adding)
        content.addWidget(self.notice)
        content.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeading)
        content.addLayout(self._place)
        content.addWidget(self.empty)
        content.addLayout(self.list)
        content.addWidget(self.network)
        content.addStretch(1)
        self.area = layout.fill(self, content)

    def _make_empty(self) -> QWidget:
        box = frame("notice-plain")
        column = layout.column(1.5, 3)
        column.addWidget(text(self.tr("You trust no outlet yet."), "heading"))
        column.addWidget(
            text(
                self.tr(
                    "An outlet is a newsroom or an organisation that takes what you send. It gives "
                    "you its card, as a file or as a picture with a code, and tells you the eight "
                    "words of the card another way. Nothing is sent anywhere before that."
                )
            )
        )
        box.setLayout(column)
        return box

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files(dropped_paths(event.mimeData()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()
        self.network.load()

    def load(self) -> None:
        """Read again which outlets the vault knows."""
        vault = self._session.vault
        self._ask(lambda _tick, _tell: known.known(vault), self._on_loaded)

    def _ask(self, work: Work, done: Callable[..., object]) -> None:
        job = self._session.ask(work)
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)

    def _on_loaded(self, outlets: Sequence[Known]) -> None:
        layout.clear(self.list)
        self.cards = {}
        self.empty.setVisible(not outlets and self.asking is None)
        for outlet in outlets:
            card = self.cards[outlet.id] = OutletCard(outlet)
            card.tested.connect(lambda one=card: self.test(one))
            card.exported.connect(lambda one=outlet: self._ask_export(one))
            card.removed.connect(lambda one=outlet: self.remove(one))
            card.routed.connect(lambda route, one=outlet: self.reroute(one, route))
            self.list.addWidget(card)

    def _ask_files(self) -> None:
        chosen = dialogs.files(self, self.tr("Choose a card, or pictures of one"), Path.home())
        if chosen:
            self.take_files(chosen)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read a card from its file or from pictures of it, and have its words compared."""
        pool = self._session.pool
        self._read(lambda tick: trusting.read_files(pool, paths, tick))

    def take_clipboard(self) -> None:
        """Read the card that was copied: its text, or a picture of it."""
        data = QGuiApplication.clipboard().mimeData()
        if paths := dropped_paths(data):
            self.take_files(paths)
            return
        found = clipped(data)
        pool = self._session.pool
        self._read(lambda tick: trusting.read_bytes(pool, found, tick))

    def _read(self, read: Callable[[Tick], SignedCard]) -> None:
        vault = self._session.vault

        def work(tick: Tick, _tell: Tell) -> Compared:
            signed = read(tick)
            trusting.check(signed)
            known.differences(vault, signed)  # somebody else's card of the same name ends here
            return signed, known.former(vault, signed)

        self._begin()
        job = self._session.look(work)
        job.succeeded.connect(lambda found: self.compare(*found))
        job.failed.connect(self._on_failed)

    def _forget_taken(self) -> None:
        self._taken = None
        self.undo.hide()

    def _begin(self) -> None:
        self.notice.clear()
        self._forget_taken()
        self.leave()

    def leave(self) -> None:
        """Take away what is being asked."""
        self.asking = None
        layout.clear(self._place)
        self.empty.setVisible(not self.cards)

    def compare(self, signed: SignedCard, before: Known | None, *, own: bool = False) -> None:
        """Ask a person to compare the words of a card."""
        self.leave()
        asking = Comparing(signed, before, own=own)
        asking.left.connect(self.leave)
        asking.trusted.connect(lambda card, route: self._trust(card, route, before))
        self._show(asking)

    def _show(self, asking: QFrame) -> None:
        self.asking = asking
        self.empty.hide()
        self._place.addWidget(asking)
        asking.show()
        asking.focusNextChild()
        self.area.verticalScrollBar().setValue(0)

    def _trust(self, signed: SignedCard, route: Route, before: Known | None) -> None:
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> Known:
            return trusting.trust(vault, signed, route, change=before is not None)

        self._ask(work, self._on_trusted)

    def _on_trusted(self, outlet: Known) -> None:
        self.leave()
        self._forget_taken()
        said = self.tr("You trust {name} now.").format(name=words.shown(outlet.card.name, 60))
        self.notice.say("good", said)
        self._changed()

    def _changed(self) -> None:
        self.load()
        self.changed.emit()

    def show_form(self) -> None:
        """Let an outlet be written down by hand."""
        self._begin()
        form = OutletForm()
        form.left.connect(self.leave)
        form.written.connect(lambda card: self._write_down(form, card))
        self._show(form)

    def _write_down(self, form: OutletForm, card: Card) -> None:
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> Compared:
            signed = trusting.written_down(vault, card)
            trusting.check(signed)
            return signed, known.former(vault, signed)

        job = self._session.ask(work)
        job.succeeded.connect(lambda found: self.compare(*found, own=True))
        job.failed.connect(form.problem.say_error)

    def test(self, card: OutletCard) -> None:
        """Reach an outlet and ask for its limits; nothing is sent."""
        outlet = card.outlet

        def work(tick: Tick, _tell: Tell) -> Limits:
            with catalog.opened(outlet.card, outlet.route) as reached:
                return reached.ask(lambda _done, _total: tick(0, 0))

        card.test.setEnabled(False)
        card.notice.say("plain", self.tr("Reaching it…"))
        job = self._session.send(work)
        job.succeeded.connect(lambda limits: self._on_reached(outlet.id, limits))
        job.failed.connect(lambda error: self._on_not_reached(outlet.id, error))

    def _on_reached(self, outlet: str, limits: Limits) -> None:
        """Say it on the outlet's card as it is now: each is made anew when the page is shown."""
        card = self.cards.get(outlet)
        if card is not None:
            card.notice.say("good", self._reached(limits))
            card.test.setEnabled(True)

    def _on_not_reached(self, outlet: str, error: BaseException) -> None:
        card = self.cards.get(outlet)
        if card is not None:
            card.notice.say_error(error)
            card.test.setEnabled(True)

    def _reached(self, limits: Limits) -> str:
        said = [self.tr("It answers. Nothing was sent.")]
        if limits.largest is not None:
            size = phrases.size(limits.largest)
            said.append(self.tr("It takes at most {size} at a time.").format(size=size))
        if limits.free is not None:
            size = phrases.size(limits.free)
            said.append(self.tr("It has room for {size}.").format(size=size))
        return " ".join(said)

    def reroute(self, outlet: Known, route: Route) -> None:
        """Keep another way to an outlet."""
        vault = self._session.vault
        self._ask(lambda _tick, _tell: known.set_route(vault, outlet, route), self._on_rerouted)

    def _on_rerouted(self, outlet: Known) -> None:
        name = words.shown(outlet.card.name, 60)
        self.notice.say("good", self.tr("The way to {name} is changed.").format(name=name))
        self._changed()

    def _ask_export(self, outlet: Known) -> None:
        title = self.tr("Save the card (.json, or .png for a picture)")
        out = dialogs.save_as(self, title, Path.home() / "card.png")
        if out is not None:
            self.export(outlet, out)

    def export(self, outlet: Known, out: Path) -> None:
        """Write an outlet's card, as a file or as pictures of its codes."""
        signed = outlet.signed
        self._ask(lambda _tick, _tell: trusting.write_card(signed, out), self._on_exported)

    def _on_exported(self, written: Sequence[Path]) -> None:
        names = ", ".join(words.shown(path.name) for path in written)
        said = self.tr("Written: {names}").format(names=names)
        more = self.tr("It comes in several pictures: all of them are needed to read it.")
        self.notice.say("good", said, more if len(written) > 1 else "")

    def remove(self, outlet: Known) -> None:
        """Take an outlet away; what waits for it says so in the outbox."""
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> Known:
            known.remove(vault, outlet)
            return outlet

        self._ask(work, self._on_removed)

    def _on_removed(self, outlet: Known) -> None:
        name = words.shown(outlet.card.name, 60)
        said = self.tr("{name} is taken away. What waits for it is not sent.").format(name=name)
        self.notice.say("plain", said)
        self._taken = outlet
        self.undo.show()
        self._changed()

    def _trust_again(self) -> None:
        if self._taken is not None:
            self._trust(self._taken.signed, self._taken.route, None)

    def _on_failed(self, error: BaseException) -> None:
        self.notice.say_error(error)


def clipped(data: QMimeData) -> list[bytes]:
    """Return what was copied, as bytes that nothing has read yet: a text, or one picture."""
    if data.hasText():
        return [data.text().encode("utf-8", "replace")]
    for form in _PICTURES:
        if data.hasFormat(form):
            return [bytes(data.data(form).data())]
    return []
