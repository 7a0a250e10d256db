"""Making a bundle: which items, how much is revealed, for whom, and where it is written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from capture.audit import BundleChoices, BundleMade, make_bundle
from capture.errors import CaptureError
from capture.reveal import RevealPlace, RevealTime
from storage.errors import StorageError
from ui import words
from ui.desktop import dialogs, phrases, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.models.choice import Candidate, candidates, will_read
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import Segments, button
from ui.desktop.widgets.held import Held
from ui.desktop.widgets.leaving import LeavingBox
from ui.desktop.widgets.made import MadePanel
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.preview import Lines, Preview
from ui.desktop.widgets.sealbox import SealBox
from ui.desktop.widgets.tables import TablesBox
from ui.desktop.widgets.text import frame, one_line, text
from ui.desktop.widgets.tickbox import TickBox

_MOST_NAMES = 6


class BundlePage(QWidget):
    """Makes one bundle after another."""

    back = Signal()
    editor = Signal(str, str, object)
    """The id and the name of an item whose covered copy has to be looked at, and the Alarm."""
    item = Signal(str)
    """The id of an item that is mended on its own page."""
    verify = Signal(object)
    """The path of a bundle to verify."""
    send = Signal(object)
    """The BundleChoices of what is to be sent to an outlet."""
    send_made = Signal(object)
    """The path of a bundle that was made, which is to be sent."""
    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._items: tuple[str, ...] = ()
        self._chosen: tuple[Candidate, ...] = ()
        self._refused: dict[str, CaptureError] = {}
        """Why the making of a bundle ended, by the id of the item that it was about."""
        self.items = text("", "body")
        self.blocked = Held()
        self.mend = button(self.tr("Leave those out"), self._leave_out)
        self.place = Segments(
            self.tr("Place"),
            (
                ("none", self.tr("None")),
                ("region", self.tr("Region")),
                ("city", self.tr("City")),
                ("exact", self.tr("Exact")),
            ),
        )
        self.time = Segments(
            self.tr("Time"),
            (
                ("none", self.tr("None")),
                ("month", self.tr("Month")),
                ("day", self.tr("Day")),
                ("exact", self.tr("Exact")),
            ),
        )
        self.contact = TickBox(self.tr("Say who I am and how to reach me, as in the record"))
        self.seal = SealBox()
        self.wrapping, self.keys = self.seal.wrapping, self.seal.keys
        self.key_problem = self.seal.key_problem
        self.leaving = LeavingBox()
        self.problem = Notice()
        self.preview = Preview()
        self.tables = TablesBox(session, self.choices)
        self.tables.setEnabled(False)
        self.made = MadePanel()
        self.press = button(self.tr("Make the bundle…"), self.ask_where, "primary", "bundle")
        self.send_press = button(
            self.tr("Send to an outlet…"), lambda: self.send.emit(self.choices()), icon_name="send"
        )
        self.reason = text("", "soft")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        for one in (self.place, self.time):
            one.chosen.connect(self._refresh_preview)
        self.contact.toggled.connect(self._refresh_preview)
        self.blocked.editor.connect(self.editor.emit)
        self.blocked.item.connect(self.item.emit)
        self.seal.changed.connect(self._refresh_press)
        self.made.again.connect(self._begin_again)
        self.made.verify.connect(self.verify.emit)
        self.made.back.connect(self.back.emit)
        self.made.send.connect(self.send_made.emit)

    def _lay_out(self) -> None:
        top = layout.row()
        top.addWidget(button("", self.back.emit, "quiet", "back", self.tr("Back to the library")))
        top.addWidget(one_line(self.tr("Make a bundle"), "title"))
        top.addStretch(1)
        both = layout.row(5)
        both.addWidget(layout.scrolled(self._choices()), 11)
        both.addWidget(self._preview_side(), 9)
        form = layout.column(2)
        form.addLayout(both, 1)
        form.addWidget(self.problem)
        last = layout.row()
        last.addWidget(self.reason, 1)
        last.addWidget(self.send_press)
        last.addWidget(self.press)
        form.addLayout(last)
        form.setContentsMargins(0, 0, 0, theme.space(4))
        self._pages.addWidget(layout.holding(form))
        self._pages.addWidget(layout.scrolled(layout.centred(_around(self.made))))
        page = QVBoxLayout(self)
        layout.as_page(page)
        page.addLayout(top)
        page.addWidget(self._pages, 1)

    def _choices(self) -> QWidget:
        column = layout.column(2.5)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.addWidget(
            _card(self.tr("What goes along"), self.items, self.blocked, _start(self.mend))
        )
        column.addWidget(
            _card(
                self.tr("How much you reveal"),
                _beside(self.tr("Where it was"), self.place),
                _beside(self.tr("When it was"), self.time),
                self.contact,
            )
        )
        column.addWidget(_card(self.tr("Who can open it"), self.seal))
        column.addWidget(_card(self.tr("How it leaves"), self.leaving))
        column.addStretch(1)
        return layout.holding(column)

    def _preview_side(self) -> QWidget:
        box = frame("notice-plain")
        column = layout.column(2, 3)
        column.addWidget(text(self.tr("What they will read"), "heading"))
        column.addWidget(
            text(
                self.tr(
                    "This, the cleaned copies, and a sheet with small pictures of those. No names "
                    "of files, no device, nothing hidden."
                ),
                "soft",
            )
        )
        column.addWidget(layout.scrolled(self.preview), 1)
        column.addWidget(self.tables)
        box.setLayout(column)
        return box

    def begin(self, items: Sequence[str]) -> None:
        """Start over with these items."""
        self._items = tuple(items)
        self._chosen = ()
        self._refused = {}
        self.problem.clear()
        self.tables.notice.clear()
        self._pages.setCurrentIndex(0)
        self._refresh_press()  # what is seen is still of the items before these
        self._load()

    def look_again(self) -> None:
        """Read the same items once more, after one of them was mended; the choices stay."""
        self._refused = {}
        self.problem.clear()
        self._load()

    def _load(self) -> None:
        items = self._items

        def work(_tick: Tick, _tell: Tell) -> tuple[Candidate, ...]:
            return candidates(self._session.vault, items)

        job = self._session.ask(work)
        job.succeeded.connect(self._on_candidates)
        job.failed.connect(self.problem.say_error)

    def _on_candidates(self, chosen: tuple[Candidate, ...]) -> None:
        if tuple(one.original.id for one in chosen) != self._items:
            return
        self._chosen = chosen
        names = [words.shown(one.original.provenance.name, 60) for one in chosen[:_MOST_NAMES]]
        if len(chosen) > _MOST_NAMES:
            more = phrases.count(len(chosen) - _MOST_NAMES)
            names.append(self.tr("… and {number} more").format(number=more))
        nothing = self.tr("Nothing yet. Select photos and videos in the library first.")
        self.items.setText("\n".join(names) or nothing)
        self._say_blocked()
        self._refresh_preview()

    def _say_blocked(self) -> None:
        held = [
            (one, why)
            for one in self._chosen
            if (why := one.held or self._refused.get(one.original.id)) is not None
        ]
        self.blocked.show_held(held)
        self.mend.setVisible(bool(held))
        self._refresh_press()

    def _leave_out(self) -> None:
        refused = self._refused
        self.begin(
            [
                one.original.id
                for one in self._chosen
                if one.may_go and one.original.id not in refused
            ]
        )

    def _refresh_press(self) -> None:
        ready = all(one.may_go and one.original.id not in self._refused for one in self._chosen)
        missing = self._missing(ready=ready)
        self.press.setEnabled(not missing)
        self.send_press.setEnabled(bool(self._chosen) and ready)  # the outlet has its own key
        self.reason.setText(missing)
        self.tables.setEnabled(bool(self._chosen))

    def _missing(self, *, ready: bool) -> str:
        if not self._chosen:
            return self.tr("Nothing is chosen yet.")
        if not ready:
            return self.tr("Some of what is chosen cannot leave.")
        return self.seal.missing

    def choices(self) -> BundleChoices:
        """Return what is chosen now."""
        return BundleChoices(
            items=self._items,
            recipients=self.seal.recipients,
            reveal_place=RevealPlace(self.place.value),
            reveal_time=RevealTime(self.time.value),
            contact=self.contact.isChecked(),
            with_originals=self.seal.with_originals,
            languages=self.leaving.languages,
            volume=self.leaving.volume,
            passphrase=self.seal.word,
        )

    def _refresh_preview(self) -> None:
        chosen, wanted = tuple(one for one in self._chosen if one.may_go), self.choices()

        def work(_tick: Tick, _tell: Tell) -> Lines:
            return will_read(
                chosen, wanted.reveal_place, wanted.reveal_time, contact=wanted.contact
            )

        job = self._session.look(work)
        job.succeeded.connect(lambda lines: self._on_preview(chosen, wanted, lines))
        job.failed.connect(self.problem.say_error)

    def _on_preview(
        self, chosen: tuple[Candidate, ...], wanted: BundleChoices, lines: Lines
    ) -> None:
        now = self.choices()
        same = (now.reveal_place, now.reveal_time, now.contact) == (
            wanted.reveal_place,
            wanted.reveal_time,
            wanted.contact,
        )
        if same and chosen == tuple(one for one in self._chosen if one.may_go):
            self.preview.show_lines(chosen, lines)

    def ask_where(self) -> None:
        """Ask where to write it, and make it."""
        name = "bundle" + self.seal.ending
        out = dialogs.save_as(self, self.tr("Write the bundle to"), Path.home() / name)
        if out is not None:
            self.make(out)

    def make(self, out: Path) -> None:
        """Make the bundle: built, read again from its own bytes, and only then written."""
        wanted = self.choices()
        self.problem.clear()
        try:
            stamp = self.leaving.asking()
        except StorageError as error:
            self.problem.say_error(error)
            return
        self.press.setEnabled(False)

        def work(tick: Tick, _tell: Tell) -> BundleMade:
            vault, pool = self._session.vault, self._session.pool
            return make_bundle(vault, pool, wanted, out, tick, stamp=stamp)

        job = self._session.write(work)
        job.succeeded.connect(lambda made: self._on_made(made, wanted))
        job.failed.connect(self._on_failed)
        job.cancelled.connect(
            lambda: self.problem.say("plain", self.tr("Stopped. Nothing was written."))
        )
        job.ended.connect(self._refresh_press)
        self.working.emit(job, self.tr("Making the bundle and reading it again"))

    def _on_made(self, made: BundleMade, wanted: BundleChoices) -> None:
        self.made.show_made(made, wanted)
        self._pages.setCurrentIndex(1)
        for item in wanted.items:
            self._session.changed.emit(item)

    def _on_failed(self, error: BaseException) -> None:
        self.problem.say_error(error)
        if not isinstance(error, CaptureError) or not error.facts.get("item"):
            return
        about = str(error.facts["item"])
        for one in self._chosen:
            if one.original.id.startswith(about):
                self._refused[one.original.id] = error
        self._say_blocked()

    def _begin_again(self) -> None:
        self.begin(self._items)


def _card(title: str, *parts: QWidget) -> QWidget:
    box = frame("card")
    lines = layout.column(1.5, 3)
    lines.addWidget(text(title, "heading"))
    for part in parts:
        lines.addWidget(part)
    box.setLayout(lines)
    return box


def _beside(words_: str, widget: QWidget) -> QWidget:
    label = one_line(words_, "label")
    label.setMinimumWidth(theme.space(26))
    line = layout.row()
    line.addWidget(label)
    line.addWidget(widget, 1)
    return layout.holding(line)


def _start(widget: QWidget) -> QWidget:
    """Keep a button at the start of its line, as wide as its words."""
    line = layout.row()
    line.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
    return layout.holding(line)


def _around(widget: QWidget) -> QVBoxLayout:
    column = layout.column(0)
    column.addWidget(widget)
    column.addStretch(1)
    return column
