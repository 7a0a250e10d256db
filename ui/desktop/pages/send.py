"""Sending: to which outlet a bundle goes, and what is to be known of that before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from capture import choosing, sending
from capture.audit import BundleChoices, BundleMade
from capture.export import written_whole
from storage.outlets import catalog, known, manner, publication
from storage.outlets.known import Known
from storage.outlets.queue import Waiting
from ui import words
from ui.desktop import dialogs, phrases
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.outletcard import described, way_words
from ui.desktop.widgets.text import frame, label_for, one_line, text
from ui.desktop.widgets.tickbox import TickBox
from ui.words.handing import handed_files, instructions


@dataclass(frozen=True, slots=True)
class Load:
    """What is to be sent: items in a new bundle, or a bundle that was made before."""

    choices: BundleChoices | None = None
    bundle: Path | None = None


class SendPage(QWidget):
    """Puts one bundle after another into the outbox."""

    back = Signal()
    outlets = Signal()
    queued = Signal()
    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._load = Load()
        self._known: tuple[Known, ...] = ()
        self._what = text("", "body")
        self.outlet = DropDown()
        self._about = layout.column(1)
        self.unsealed = TickBox(self.tr("Anybody on its side may read it"))
        self.public = TickBox(self.tr("Everybody may see these copies, for good"))
        self.problem = Notice()
        self.press = button(self.tr("Put into the outbox"), self.go_on, "primary", "send")
        self.none = self._make_none()
        self._box = frame("card")
        self._lay_out()
        self.outlet.currentIndexChanged.connect(self._on_outlet)
        for one in (self.unsealed, self.public):
            one.toggled.connect(self._refresh_press)

    def _lay_out(self) -> None:
        lines = layout.column(2, 3)
        lines.addWidget(text(self.tr("To whom"), "heading"))
        lines.addWidget(label_for(self.tr("Outlet"), self.outlet))
        lines.addWidget(self.outlet)
        lines.addLayout(self._about)
        lines.addWidget(self.unsealed)
        lines.addWidget(self.public)
        self._box.setLayout(lines)
        content = layout.column(3)
        layout.topped(
            content,
            button("", self.back.emit, "quiet", "back", self.tr("Back")),
            one_line(self.tr("Send to an outlet"), "title"),
        )
        content.addWidget(self._what)
        content.addWidget(self.none)
        content.addWidget(self._box)
        content.addWidget(self.problem)
        layout.ended(content, self.press)
        layout.fill(self, content)

    def _make_none(self) -> QWidget:
        box = frame("notice-plain")
        column = layout.column(1.5, 3)
        column.addWidget(text(self.tr("You trust no outlet yet."), "heading"))
        column.addWidget(text(self.tr("Add the card that an outlet gave you first.")))
        layout.in_a_row(
            column, button(self.tr("To the outlets"), self.outlets.emit, "primary", "outlets")
        )
        box.setLayout(column)
        return box

    def begin(self, load: Load) -> None:
        """Ask where this is to go."""
        self._load = load
        self._ask_anew()
        self.problem.clear()
        if load.choices is not None:
            number = phrases.count(len(load.choices.items))
            said = self.tr(
                "{number} photos and videos, cleaned, in a new bundle. It is read again before it "
                "goes into the outbox."
            ).format(number=number)
        else:
            name = words.shown(load.bundle.name, 80) if load.bundle else ""
            said = self.tr("The bundle {name}").format(name=name)
        self._what.setText(said)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def load(self) -> None:
        """Read again which outlets the vault knows."""
        vault = self._session.vault
        job = self._session.ask(lambda _tick, _tell: known.known(vault))
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self.problem.say_error)

    def _on_loaded(self, outlets: Sequence[Known]) -> None:
        before = self.chosen
        self._known = tuple(outlets)
        self.outlet.blockSignals(True)  # noqa: FBT003 # Qt's own shape
        self.outlet.clear()
        for one in outlets:
            self.outlet.addItem(words.shown(one.card.name, 60), one.id)
        if before is not None:
            self.outlet.setCurrentIndex(max(0, self.outlet.findData(before.id)))
        if self.chosen != before:
            self._ask_anew()
        self.outlet.blockSignals(False)  # noqa: FBT003 # likewise
        self.none.setVisible(not outlets)
        self._box.setVisible(bool(outlets))
        self._show_outlet()

    @property
    def chosen(self) -> Known | None:
        """The outlet that is chosen now."""
        wanted = self.outlet.currentData()
        return next((one for one in self._known if one.id == wanted), None)

    def _ask_anew(self) -> None:
        """Have it said once more: what was allowed holds for one load and one outlet alone."""
        for one in (self.unsealed, self.public):
            one.setChecked(False)

    def _on_outlet(self) -> None:
        self._ask_anew()
        self._show_outlet()

    def _show_outlet(self) -> None:
        layout.clear(self._about)
        outlet = self.chosen
        self.press.setVisible(outlet is not None)
        if outlet is None:
            return
        for one in described(outlet.card):
            self._about.addWidget(one)
        self._about.addWidget(text(way_words(outlet.route.way), "soft"))
        kind = catalog.kind_of(outlet.card)
        seals = bool(outlet.card.recipient)
        self.unsealed.setVisible(not (seals or kind.is_public or self._sealed()))
        self.public.setVisible(kind.is_public)
        self.press.setText(
            self.tr("Write a folder to hand over…")
            if kind.by_hand
            else self.tr("Put into the outbox")
        )
        self.press.setAccessibleName(self.press.text())
        self._refresh_press()

    def _sealed(self) -> bool:
        return self._load.choices is not None and self._load.choices.sealed

    def _refresh_press(self) -> None:
        asked = [one for one in (self.unsealed, self.public) if not one.isHidden()]
        self.press.setEnabled(all(one.isChecked() for one in asked))

    def go_on(self) -> None:
        """Put it into the outbox, or ask for the folder of what is handed over by a person."""
        outlet = self.chosen
        if outlet is None:
            return
        if not catalog.kind_of(outlet.card).by_hand:
            self.put_in(outlet)
            return
        folder = dialogs.folder(self, self.tr("Write what you hand over to"), Path.home())
        if folder is not None:
            self.hand_over(outlet, folder)

    def put_in(self, outlet: Known) -> None:
        """Make or take the bundle, seal it to the outlet's key, and put it into the outbox."""
        job = self._session.write(self._work(outlet))
        job.succeeded.connect(self._on_queued)
        self._watch(job, self.tr("Preparing what is sent"))

    def _work(self, outlet: Known) -> Callable[[Tick, Tell], Waiting]:
        vault, pool, load = self._session.vault, self._session.pool, self._load
        public, unsealed = self.public.isChecked(), self.unsealed.isChecked()

        def work(tick: Tick, _tell: Tell) -> Waiting:
            within = manner.read(vault).within
            if load.bundle is not None:
                return sending.queue_bundle(
                    vault, load.bundle, outlet,
                    within=within, unsealed=unsealed, public=public, tick=tick,
                )  # fmt: skip
            choices = _for(load.choices or BundleChoices(()), outlet)
            if public and catalog.kind_of(outlet.card).is_public:
                for one in choosing.choose(vault, choices.items, with_parts=choices.with_parts):
                    publication.mark(vault, one.copy)
            return sending.queue_items(
                vault, pool, choices, outlet,
                within=within, unsealed=unsealed, public=public, tick=tick,
            )  # fmt: skip

        return work

    def hand_over(self, outlet: Known, folder: Path) -> None:
        """Write the files that a person uploads, and how."""
        vault, pool, choices = self._session.vault, self._session.pool, self._load.choices
        if choices is None:
            said = self.tr("This outlet takes photos and videos in a new bundle alone.")
            self.problem.say("warn", said)
            return

        def work(tick: Tick, _tell: Tell) -> tuple[str, ...]:
            made: BundleMade = sending.hand_over(vault, pool, choices, outlet, folder, tick=tick)
            lines = instructions(outlet.card.address, handed_files(made))
            with written_whole(folder / f"{made.path.name}.txt") as page:
                page.write("\n".join((*lines, "")).encode())
            return lines

        job = self._session.write(work)
        job.succeeded.connect(
            lambda lines: self.problem.say("good", lines[0], "\n".join(lines[1:]))
        )
        self._watch(job, self.tr("Writing what you hand over"))

    def _watch(self, job: Job, said: str) -> None:
        self.problem.clear()
        self.press.setEnabled(False)
        job.failed.connect(self.problem.say_error)
        job.cancelled.connect(
            lambda: self.problem.say("plain", self.tr("Stopped. Nothing was put in."))
        )
        job.ended.connect(self._refresh_press)
        self.working.emit(job, said)

    def _on_queued(self, _waiting: Waiting) -> None:
        for item in self._load.choices.items if self._load.choices else ():
            self._session.changed.emit(item)
        self._ask_anew()
        self.queued.emit()


def _for(choices: BundleChoices, outlet: Known) -> BundleChoices:
    """Return what leaves for an outlet: in one piece, and sealed to its key where it has one."""
    plain = replace(choices, volume=None)
    if catalog.kind_of(outlet.card).is_public:
        return replace(plain, recipients=(), passphrase="", with_originals=False)
    return replace(plain, passphrase="") if outlet.card.recipient else plain
