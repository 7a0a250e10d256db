"""The library: a light table of everything in the vault, and the way in for more."""

import gc
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from typing_extensions import override

from capture.intake import Taken
from capture.sources.archive import is_archive
from capture.sources.folder import Folder
from capture.sources.pasted import pasted
from storage.records import Original
from ui.desktop import dialogs, phrases
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.models.deleting import Deleting
from ui.desktop.models.facets import Sort, sort_of
from ui.desktop.models.importing import Imports
from ui.desktop.models.library import LibraryModel, Role
from ui.desktop.models.plugged import Plugged
from ui.desktop.models.sieve import Order, Sieve
from ui.desktop.models.surveyor import Surveyor
from ui.desktop.models.wholeness import Wholeness
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.cards import CardDelegate, card_size
from ui.desktop.widgets.drop import DropZone, dropped_paths
from ui.desktop.widgets.emptylibrary import EmptyLibrary, nothing_found
from ui.desktop.widgets.erasebox import EraseBox
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.lighttable import LightTable
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.sievebar import SieveBar
from ui.desktop.widgets.summary import Summary
from ui.desktop.widgets.text import one_line
from ui.desktop.widgets.toast import Toast
from ui.desktop.widgets.ways import Arrived, Ways


class LibraryPage(DropZone):
    """Everything in the vault; the whole page takes what is dropped on it."""

    opened = Signal(str)
    """The id of the item to show."""
    chosen = Signal(tuple)
    """The ids to make a bundle of."""
    posting = Signal(tuple)
    """The ids of items whose copies are to be saved for posting."""
    covering = Signal(tuple)
    """The ids of photos in which every face is to be covered."""
    importing = Signal(object, str)
    """A Job and the words for it."""
    looking = Signal(object)
    """A Device, or a tuple of paths: what is on it is to be looked at first."""
    keys = Signal()
    """The page of keys is wanted: no way back is made yet."""
    loaded = Signal()
    """What is in the vault was read, and is shown; or that failed, and is said."""

    def __init__(self, session: Session, model: LibraryModel) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setFrameShape(DropZone.Shape.NoFrame)
        self._session = session
        self._model = model
        self.view = self._make_view()
        self.bar = SieveBar()
        self.search = self.bar.search
        self._count = one_line("", "soft")
        self.ways = self._make_ways()
        self.add = self.ways.press
        self.empty = self._make_empty()
        self.first = self.empty.first
        self.bundle = button(self.tr("Make a bundle"), self._choose, icon_name="bundle")
        self.post = button("", self._post, "quiet", "save", self.tr("Save for posting"))
        self.cover = button(self.tr("Cover faces"), self._cover, icon_name="brush")
        self.delete = button(self.tr("Delete"), self.delete_selected, icon_name="delete")
        self.problem = Notice()
        self.summary = Summary()
        self.toast = Toast()
        self.arrived = Arrived()
        self.erase = EraseBox(session)
        self.deleting = Deleting(session)
        self.imports = Imports(session)
        self.surveyor = Surveyor(session)
        self.wholeness = Wholeness(session)
        self.plugged = Plugged(session)
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._refresh()

    def _connect(self) -> None:
        self.dropped.connect(self.take)
        self.bar.changed.connect(lambda sieve: self._arrange(sieve=sieve))
        self.bar.ordered.connect(lambda order: self._arrange(order=order))
        self.bar.opened.connect(self._show_days)
        self._session.taken.connect(self._on_taken)
        self._session.regrouped.connect(lambda _item: self.load())
        self.surveyor.learned.connect(self._model.learn)
        self.surveyor.finished.connect(self._on_surveyed)
        self.wholeness.said.connect(self.problem.say)
        self.plugged.changed.connect(self.ways.show_devices)
        self.plugged.changed.connect(self.arrived.show_devices)
        self.arrived.device.connect(self.looking.emit)
        self.plugged.changed.connect(self.empty.devices.show_devices)
        self.ways.offered.connect(self.empty.offer)
        self.deleting.begun.connect(self._on_deleting)
        self.deleting.undone.connect(lambda: self._hide(()))
        self.deleting.destroying.connect(self._on_destroying)
        self.imports.begun.connect(self.problem.clear)
        self.imports.working.connect(self.importing.emit)
        self.imports.ended.connect(self._on_imported)
        self.imports.unreached.connect(self.problem.say_error)
        self.imports.failed.connect(self.problem.say_error)
        self.imports.cancelled.connect(self._on_cancelled)
        self.imports.prepared.connect(self._on_prepared)
        self.imports.postponed.connect(lambda *said: self.problem.say("plain", *said))
        self.erase.working.connect(self.importing.emit)
        self.erase.through.connect(self.imports.let_go)
        self.toast.undone.connect(self.deleting.undo)
        self.toast.confirmed.connect(self.deleting.finish)
        self.view.activated.connect(self._open)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)

    def _add_shortcuts(self) -> None:
        for keys, place, done in (
            (QKeySequence.StandardKey.Paste, self.view, self._paste),
            (QKeySequence.StandardKey.Find, self, self.search.setFocus),
            (QKeySequence.StandardKey.Open, self, self.ask_files),
            (QKeySequence.StandardKey.Delete, self.view, self.delete_selected),
            (QKeySequence.StandardKey.Undo, self, self.deleting.undo),
        ):
            made = QShortcut(QKeySequence(keys), place)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(done)

    def _make_view(self) -> LightTable:
        view = LightTable(card_size, self._heading)
        view.setModel(self._model)
        view.setItemDelegate(CardDelegate(view))
        view.setAccessibleName(self.tr("Library"))
        view.head_pressed.connect(self._select_section)
        return view

    def _make_ways(self) -> Ways:
        made = Ways()
        made.offer("file", self.tr("Photos and videos…"), self.ask_files)
        made.offer("folder", self.tr("A folder or ZIP: look first…"), self.ask_folder)
        made.device.connect(self.looking.emit)
        return made

    def _make_empty(self) -> EmptyLibrary:
        made = EmptyLibrary(self.ask_files, self.ask_folder)
        made.dropped.connect(self.take)
        made.devices.device.connect(self.looking.emit)
        made.keys.clicked.connect(self.keys.emit)
        return made

    def _lay_out(self) -> None:
        top = layout.row(1.25)
        top.addWidget(one_line(self.tr("Library"), "title"))
        top.addWidget(self._count)
        presses = (self.post, self.delete, self.cover, self.bundle, self.ways)
        top.addWidget(flowing(*presses, end=True), 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(nothing_found())
        layout.as_page(self.column)
        self.column.addLayout(top)
        for widget in (self.bar, self.arrived, self.problem, self.summary, self.erase, self.toast):
            self.column.addWidget(widget)
        self.column.addLayout(self._stack, 1)

    def load(self) -> None:
        """Read what is in the vault."""

        def work(_tick: Tick, _tell: Tell) -> tuple[Original, ...]:
            return self._session.vault.leads()

        job = self._session.ask(work)
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self.problem.say_error)
        job.ended.connect(self.loaded.emit)

    def take(self, paths: Sequence[Path]) -> None:
        """Take dropped or pasted files in; into a folder or an archive a look comes first."""
        if any(path.is_dir() or is_archive(path) for path in paths):
            self.looking.emit(tuple(paths))
        else:
            self.bring_in(paths)

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Take files and folders in, after what is under way already."""
        self.imports.add(Folder(paths))

    def ask_files(self) -> None:
        """Ask for files and take them in."""
        paths = dialogs.files(self, self.tr("Add photos and videos"), Path.home())
        if paths:
            self.take(paths)

    def ask_folder(self) -> None:
        """Ask for a folder and look at what is below it."""
        path = dialogs.folder(self, self.tr("Add a whole folder"), Path.home())
        if path is not None:
            self.take((path,))

    def selected(self) -> tuple[str, ...]:
        """Return the ids of what is selected, in the order shown."""
        return tuple(self._model.at(row) for row in self.view.rows())

    def select(self, item: str) -> None:
        """Select one item and bring it into view."""
        place = self._model.index_of(item)
        if place.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(place, flag)
            self.view.scrollTo(place)

    def delete_selected(self) -> None:
        """Have what is selected deleted in a moment."""
        self.deleting.begin(self.selected())

    def finish(self) -> None:
        """Do what was put off for a moment: the window closes or locks."""
        self.deleting.finish()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.plugged.watch()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.plugged.rest()

    def _arrange(self, sieve: Sieve | None = None, order: Order | None = None) -> None:
        """Sieve or sort anew; what was selected and is still shown stays selected."""
        chosen, current = frozenset(self.selected()), self.view.currentIndex()
        item = self._model.at(current.row()) if current.isValid() else None
        self._model.arrange(sieve, order)
        if chosen:
            rows = range(self._model.rowCount())
            self.view.select_rows([row for row in rows if self._model.at(row) in chosen])
        if item is not None and (place := self._model.index_of(item)).isValid():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.view.selectionModel().setCurrentIndex(place, flag)
        self._on_selected()

    def _hide(self, items: Sequence[str]) -> None:
        self._model.hide(items)
        self.toast.setVisible(bool(items))
        self._on_selected()

    def _on_deleting(self, items: tuple[str, ...]) -> None:
        self._hide(items)
        said = self.tr(
            "Deleting: {number}, with all copies and notes. This cannot be taken back later."
        )
        self.toast.say(said.format(number=phrases.count(len(items))))

    def _on_destroying(self, job: Job) -> None:
        self.toast.hide()
        job.succeeded.connect(self._model.remove)
        job.succeeded.connect(lambda _gone: self._on_selected())
        job.failed.connect(self._on_not_deleted)
        self.importing.emit(job, self.tr("Deleting"))

    def _on_not_deleted(self, error: BaseException) -> None:
        self.problem.say_error(error)
        self._hide(())
        self.load()

    def _on_loaded(self, originals: Sequence[Original]) -> None:
        self._model.set_originals(originals)
        gc.freeze()  # they stay: nobody need look for garbage among them
        self.surveyor.survey(self._model.unsurveyed())
        self._refresh()
        if self.window().focusWidget() not in self.bar.findChildren(QWidget):  # one may type
            self.view.setFocus()

    def _on_surveyed(self) -> None:
        """Arrange by what is known now, where that is what is arranged by."""
        if self._model.sieve != Sieve() or self._model.order is not Order.IMPORT:
            self._arrange()
        self._show_days()
        self._refresh()

    def _show_days(self) -> None:
        self.bar.show_days(self._model.days())

    def _on_taken(self, taken: Taken) -> None:
        if taken.original is not None:
            self._model.add(taken.original)
        self._refresh()

    def _on_prepared(self, ended: Sequence[Taken]) -> None:
        self.summary.tell_prepared(ended)
        if ended:
            self.load()  # what belongs together is one now

    def _on_imported(self, ended: Sequence[Taken]) -> None:
        self.summary.tell(ended, free=self.imports.from_devices)
        self.erase.offer(ended)
        self.load()  # what belongs together is one now

    def _on_cancelled(self) -> None:
        self.problem.say(
            "plain",
            self.tr("Stopped."),
            self.tr("What was sealed until then is in the vault; of the rest nothing is left."),
        )
        self.load()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Role.ORIGINAL).id)

    def _choose(self) -> None:
        self.chosen.emit(self.selected())

    def _post(self) -> None:
        self.posting.emit(self.selected())

    def _cover(self) -> None:
        self.covering.emit(self._photos())

    def _photos(self) -> tuple[str, ...]:
        """Return the ids of the selected photos: of what is neither moving nor sound alone."""
        kinds = ((item, self._model.original(item).kind) for item in self.selected())
        return tuple(item for item, kind in kinds if sort_of(kind) is Sort.PHOTO)

    def _select_section(self, number: int) -> None:
        firsts = self.view.grid.firsts
        self.view.select_rows(range(firsts[number], firsts[number + 1]))

    def _heading(self, number: int) -> str:
        section = self._model.sections[number]
        count = phrases.count(section.count)
        if self._model.order is Order.IMPORT:
            said = self.tr("Taken in {when}").format(when=phrases.when(section.key))
        else:
            said = phrases.day(section.key)
        return phrases.together(said, count)

    def _paste(self) -> None:
        """Take in what was copied elsewhere: files, or else a picture without a file."""
        data = QApplication.clipboard().mimeData()
        if paths := dropped_paths(data):
            self.take(paths)
        elif picture := pasted(data.formats(), lambda kind: bytes(data.data(kind).data())):
            self.imports.add(picture)
        else:
            self.problem.say("plain", self.tr("No file and no picture was copied."))

    def _on_selected(self) -> None:
        number, photos = len(self.view.rows()), len(self._photos())
        _count_on(self.bundle, self.tr("Make a bundle"), number)
        _count_on(self.delete, self.tr("Delete"), number)
        _count_on(self.cover, self.tr("Cover faces"), photos)
        said = self.tr("Cover every face in these photos: {number}")
        self.cover.setAccessibleName(said.format(number=phrases.count(photos)))
        self.cover.setToolTip(self.cover.accessibleName())
        self.cover.setVisible(photos > 0)
        for press in (self.delete, self.post):
            press.setVisible(number > 0)
        self._refresh()

    def _refresh(self) -> None:
        total, found = self._model.total, self._model.rowCount()
        self._count.setText(_of(found, total))
        for widget in (self.bar, self.ways, self.bundle):
            widget.setVisible(total > 0)
        if not total:
            for press in (self.delete, self.post, self.cover):
                press.hide()
        waits = self.surveyor.busy and self._model.sieve.chosen
        self.bar.say(self.tr("Still reading…") if waits else "")
        self._stack.setCurrentIndex(0 if found else 2 if total else 1)


def _count_on(press: QWidget, plain: str, number: int) -> None:
    said = f"{plain} ({phrases.count(number)})" if number else plain
    press.setProperty("text", said)
    press.setAccessibleName(said)


def _of(found: int, total: int) -> str:
    if not total:
        return ""
    shown = phrases.count(total)
    return shown if found == total else f"{phrases.count(found)} / {shown}"
