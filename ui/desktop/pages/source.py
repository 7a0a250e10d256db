"""What is on a phone, a card or in a folder, looked at before anything of it is taken in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from capture.sources.base import Incoming, Skipped, Source
from capture.sources.chosen import Chosen, with_sidecars
from capture.sources.devices import Device
from capture.sources.folder import Folder
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.later import later
from ui.desktop.models import offered
from ui.desktop.models.offered import Choice, Offer, Thing
from ui.desktop.models.review import ReviewModel
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.flow import flowing, named
from ui.desktop.widgets.lighttable import LightTable, Say
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.offercards import OfferDelegate, offer_size
from ui.desktop.widgets.text import label_for, one_line, text
from ui.desktop.widgets.tickbox import TickBox

_ARRANGE_MS = 200
"""When the first files of a listing are shown."""
_AGAIN_MS = 1500
"""How often the rest is, while the listing goes on: to sort all again takes time."""


class SourcePage(QWidget):
    """Lists a source, shows its pictures, and gives out what was chosen."""

    back = Signal()
    chosen = Signal(object, bool)
    """A source of what was chosen, and whether the device's name is to be kept with it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._model = ReviewModel(session)
        self._source: Source | None = None
        self._listing: Job | None = None
        self.view = TickTable(self._heading)
        self.title = one_line("", "title")
        self.count = one_line("", "soft")
        self.problem = Notice()
        self.things = self._make_things()
        self.days = DropDown()
        self.only_new = TickBox(self.tr("Only new ones"))
        self.tick_all = button(self.tr("Choose all shown"), lambda: self._tick_shown(on=True))
        self.tick_none = button(self.tr("Choose none"), lambda: self._tick_shown(on=False))
        self.keep_device = TickBox(self.tr("Keep the device's name in the record"))
        self.press = button("", self._take, "primary", "add")
        self._soon = later(self, self._arrange)
        self._lay_out()
        self._connect()
        self._count()

    def _connect(self) -> None:
        self.view.setModel(self._model)
        self.view.setItemDelegate(OfferDelegate(self.view))
        self.view.setAccessibleName(self.tr("What is there"))
        self.view.head_pressed.connect(self._tick_day)
        self._model.ticks_changed.connect(self._count)
        for field in (self.things, self.days):
            field.currentIndexChanged.connect(lambda _row: self._arrange())
        self.only_new.toggled.connect(lambda _on: self._arrange())

    def _make_things(self) -> DropDown:
        made = DropDown()
        for said, thing in (
            (self.tr("Photos, videos and recordings"), None),
            (self.tr("Photos"), Thing.PHOTO),
            (self.tr("Videos"), Thing.VIDEO),
            (self.tr("Recordings"), Thing.SOUND),
            (self.tr("Other files"), Thing.OTHER),
        ):
            made.addItem(said, thing)
        return made

    def _lay_out(self) -> None:
        top = layout.row(2)
        top.addWidget(button(self.tr("Back"), self.leave, "quiet", "back"))
        top.addWidget(self.title)
        top.addWidget(self.count)
        top.addStretch(1)
        line = flowing(
            named(label_for(self.tr("&Kind"), self.things), self.things),
            named(label_for(self.tr("&Day"), self.days), self.days),
            self.only_new,
            self.tick_all,
            self.tick_none,
        )
        below = layout.row(3)
        below.addWidget(text(self.tr(
            "A lock marks what is probably sealed already, by name, size and time; the truth is "
            "told by its content when it is taken in. Nothing of this list is written anywhere."
        ), "small"), 1)  # fmt: skip
        below.addWidget(self.keep_device)
        below.addWidget(self.press)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.space(5)] * 4)
        page.setSpacing(theme.space(3))
        page.addLayout(top)
        page.addWidget(line)
        page.addWidget(self.problem)
        page.addWidget(self.view, 1)
        page.addLayout(below)

    def look_over(self, what: Device | Sequence[Path]) -> None:
        """List what is on a device, or below these paths."""
        if isinstance(what, Device):
            self._begin(what.source(), words.shown(what.name, 60))
            self.keep_device.show()
        else:
            name = what[0].name if len(what) == 1 else phrases.count(len(what))
            self._begin(Folder(what), words.shown(name, 60))
            self.keep_device.hide()

    def _begin(self, source: Source, name: str) -> None:
        self._let_go()
        self._source = source
        self._model.begin(source)
        self.problem.clear()
        self.title.setText(self.tr("What is on {name}").format(name=name))
        self.keep_device.setChecked(False)
        self.only_new.setChecked(False)
        self.things.setCurrentIndex(0)
        self._arrange()
        vault = self._session.vault

        def work(tick: Tick, tell: Tell) -> None:
            for piece in offered.listed(source, vault.looks(), tick):
                tell(piece)

        job = self._session.survey(work)
        self._listing = job
        job.told.connect(lambda piece: self._on_listed(job, piece))
        job.failed.connect(lambda error: self._on_failed(job, error))
        job.ended.connect(lambda: self._on_end(job))
        self._count()

    def leave(self) -> None:
        """Stop reading, let go of the device, and go back."""
        self._let_go()
        self._model.begin(None)
        self.back.emit()

    def _let_go(self) -> None:
        """Stop reading, and let go of the device: a phone serves one who asks at a time."""
        source, self._source = self._source, None
        self._stop()
        close = getattr(source, "close", None)
        if close is not None:
            self._session.reach(lambda _tick, _tell: close())

    def _stop(self) -> None:
        if self._listing is not None:
            self._listing.cancel()
            self._listing = None
        self._soon.stop()

    def _on_listed(self, job: Job, piece: Sequence[object]) -> None:
        if job is self._listing:
            self._model.take(one for one in piece if isinstance(one, Offer | Skipped))
            if not self._soon.isActive():
                self._soon.start(_AGAIN_MS if self._model.rowCount() else _ARRANGE_MS)

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if job is self._listing:
            self.problem.say_error(error)

    def _on_end(self, job: Job) -> None:
        if job is not self._listing:
            return
        self._listing = None
        self._soon.stop()
        self._show_days()
        self._arrange()
        if self._model.skipped:
            number = phrases.count(len(self._model.skipped))
            said = self.tr("Could not be read, and will be named at the end: {number}")
            self.problem.say("warn", said.format(number=number))

    def _show_days(self) -> None:
        days = sorted({offer.day for offer in self._model.offers if offer.day}, reverse=True)
        chosen = self.days.currentData()
        self.days.blockSignals(True)  # noqa: FBT003 # Qt's own shape
        self.days.clear()
        self.days.addItem(self.tr("All days"), "")
        for day in days:
            self.days.addItem(phrases.day(day), day)
        self.days.setCurrentIndex(max(self.days.findData(chosen), 0))
        self.days.blockSignals(False)  # noqa: FBT003 # likewise

    def _arrange(self) -> None:
        thing = self.things.currentData()
        day = self.days.currentData() or ""
        place = self.view.verticalScrollBar().value()
        self._model.arrange(Choice(thing, day, self.only_new.isChecked()))
        self.view.verticalScrollBar().setValue(place)
        self._count()

    def _count(self) -> None:
        count = self._model.count
        said = [
            phrases.count(count.media),
            self.tr("new: {number}").format(number=phrases.count(count.new)),
        ]
        if self._listing is not None:
            said.append(self.tr("still listing…"))
        self.count.setText(phrases.together(*said))
        plain = self.tr("Take in: {number}").format(number=phrases.count(count.ticked))
        self.press.setText(f"{plain} ({phrases.size(count.size)})" if count.ticked else plain)
        self.press.setAccessibleName(self.press.text())
        self.press.setEnabled(bool(count.ticked))

    def _heading(self, number: int) -> str:
        section = self._model.sections[number]
        day = (
            phrases.day(section.key) if section.key != offered.NO_DAY else self.tr("Without a day")
        )
        return phrases.together(day, phrases.count(section.count))

    def _tick_shown(self, *, on: bool) -> None:
        self._model.tick(range(self._model.rowCount()), on=on)

    def _tick_day(self, number: int) -> None:
        """Choose a whole day, or, where all of it is chosen, none of it."""
        firsts = self.view.grid.firsts
        rows = range(firsts[number], firsts[number + 1])
        self._model.tick(rows, on=not all(map(self._model.is_ticked, rows)))

    def _take(self) -> None:
        source, ticked = self._source, self._model.ticked()
        if source is None or not ticked:
            return
        listed: list[Incoming] = [offer.incoming for offer in self._model.offers]
        wanted = with_sidecars(listed, {offer.incoming.shown for offer in ticked})
        keeps = self.keep_device.isChecked()
        skipped = tuple(self._model.skipped)
        self._stop()
        self._source = None
        self._model.begin(None)
        self.chosen.emit(Chosen(source, (*wanted, *skipped)), keeps)


class TickTable(LightTable):
    """A light table on which a press, or the space bar, ticks a card; with Shift, up to it."""

    def __init__(self, say_head: Say) -> None:
        super().__init__(offer_size, say_head)
        self.setSelectionMode(LightTable.SelectionMode.SingleSelection)
        self._last = -1

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._press(index, event.modifiers())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Select}:
            if self.currentIndex().isValid():
                self._press(self.currentIndex(), event.modifiers())
            return
        super().keyPressEvent(event)

    def _press(self, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        model = self.model()
        if not isinstance(model, ReviewModel):
            return
        row, first = index.row(), index.row()
        on = not model.is_ticked(row)
        if modifiers & Qt.KeyboardModifier.ShiftModifier and 0 <= self._last < model.rowCount():
            first, on = self._last, model.is_ticked(self._last)
        model.tick(range(min(row, first), max(row, first) + 1), on=on)
        self._last = row
