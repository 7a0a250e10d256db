"""The library: a light table of everything in the vault, and the way in for more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from capture.intake import Taken
from capture.kinds import MediaKind
from storage.records import Original
from ui import words
from ui.desktop import dialogs, phrases, theme
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.models.library import LibraryModel, Role
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.cards import CardDelegate, LightTable
from ui.desktop.widgets.drop import DropZone, dropped_paths
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.summary import Summary
from ui.desktop.widgets.text import one_line, text

_TYPING_MS = 150


class LibraryPage(DropZone):
    """Everything in the vault; the whole page takes what is dropped on it."""

    opened = Signal(str)
    """The id of the item to show."""
    chosen = Signal(tuple)
    """The ids to make a bundle of."""
    covering = Signal(tuple)
    """The ids of photos in which every face is to be covered."""
    importing = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session, model: LibraryModel) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setFrameShape(DropZone.Shape.NoFrame)
        self._session = session
        self._model = model
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(model)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view = self._make_view()
        self._count = one_line("", "soft")
        self.search = self._make_search()
        self.add = self._make_add()
        self.bundle = button(self.tr("Make a bundle"), self._choose, icon_name="bundle")
        self.cover = button(self.tr("Cover faces"), self._cover, icon_name="brush")
        self.problem = Notice()
        self.summary = Summary()
        self._stack = QStackedLayout()
        self._lay_out()
        self.cover.hide()
        self.dropped.connect(self.bring_in)
        session.taken.connect(self._on_taken)
        session.regrouped.connect(lambda _item: self.load())
        self._add_shortcuts()
        self._refresh()

    def _add_shortcuts(self) -> None:
        for keys, place, done in (
            (QKeySequence.StandardKey.Paste, self.view, self._paste),
            (QKeySequence.StandardKey.Find, self, self.search.setFocus),
            (QKeySequence.StandardKey.Open, self, self.ask_files),
        ):
            made = QShortcut(QKeySequence(keys), place)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(done)

    def _make_view(self) -> QListView:
        view = LightTable()
        view.setModel(self._filter)
        view.setItemDelegate(CardDelegate(view))
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMovement(QListView.Movement.Static)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.verticalScrollBar().setSingleStep(theme.space(12))
        view.setAccessibleName(self.tr("Library"))
        view.activated.connect(self._open)
        view.selectionModel().selectionChanged.connect(self._on_selected)
        return view

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Find by name"))
        field.setAccessibleName(self.tr("Find by name"))
        field.setClearButtonEnabled(True)
        field.addAction(icon("search", "soft"), QLineEdit.ActionPosition.LeadingPosition)
        field.setMaximumWidth(theme.space(60))
        later = QTimer(self)
        later.setSingleShot(True)
        later.setInterval(_TYPING_MS)
        later.timeout.connect(lambda: self._find(field.text()))
        field.textChanged.connect(lambda _typed: later.start())
        return field

    def _make_add(self) -> QPushButton:
        made = button(self.tr("Add"), None, "primary", "add")
        menu = QMenu(made)
        menu.addAction(icon("file"), self.tr("Photos and videos…"), self.ask_files)
        menu.addAction(icon("folder"), self.tr("A whole folder…"), self.ask_folder)
        made.setMenu(menu)
        return made

    def _lay_out(self) -> None:
        top = layout.row(3)
        top.addWidget(one_line(self.tr("Library"), "title"))
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self.search)
        top.addWidget(self.cover)
        top.addWidget(self.bundle)
        top.addWidget(self.add)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._nothing_found())
        margin = theme.space(5)
        self.column.setContentsMargins(margin, margin, margin, 0)
        self.column.setSpacing(theme.space(3))
        self.column.addLayout(top)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.summary)
        self.column.addLayout(self._stack, 1)

    def _empty(self) -> QWidget:
        zone = DropZone()
        zone.dropped.connect(self.bring_in)
        column: QVBoxLayout = zone.column
        column.addStretch(1)
        column.addWidget(_middle(self.tr("Drop photos, videos or folders here"), "title"))
        for line in (
            self.tr(
                "Each is sealed in the vault exactly as it is, read for what it gives away "
                "about you, and gets a cleaned copy that can be passed on."
            ),
            self.tr("Your files stay where they are: nothing is moved, changed or deleted."),
        ):
            column.addWidget(_middle(line, "soft"))
        column.addSpacing(theme.space(3))
        buttons = layout.row()
        buttons.addStretch(1)
        self.first = button(self.tr("Choose photos and videos…"), self.ask_files, "primary", "file")
        buttons.addWidget(self.first)
        buttons.addWidget(button(self.tr("Choose a folder…"), self.ask_folder, icon_name="folder"))
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        around = layout.column(0)
        around.addWidget(zone)
        around.addSpacing(theme.space(5))
        return layout.holding(around)

    def _nothing_found(self) -> QWidget:
        column = layout.column(2)
        column.addStretch(1)
        column.addWidget(_middle(self.tr("Nothing has a name like that."), "soft"))
        column.addStretch(2)
        return layout.holding(column)

    def load(self) -> None:
        """Read what is in the vault, and say what opening it had to set right."""
        mended = [words.finding(one.code) for one in self._session.vault.info().notes]
        if mended:
            self.problem.say("warn", self.tr("Opening the vault found this."), "\n".join(mended))

        def work(_tick: Tick, _tell: Tell) -> tuple[Original, ...]:
            return tuple(self._session.vault.leads())

        job = self._session.ask(work)
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self.problem.say_error)

    def bring_in(self, paths: Sequence[Path]) -> Job:
        """Take files and folders in, after what is under way already."""
        self.problem.clear()
        job = self._session.bring_in(paths)
        job.succeeded.connect(self.summary.tell)
        job.succeeded.connect(lambda _ended: self.load())  # what belongs together is one now
        job.failed.connect(self.problem.say_error)
        job.cancelled.connect(self._on_cancelled)
        self.importing.emit(job, self.tr("Sealing, reading and cleaning"))
        return job

    def ask_files(self) -> None:
        """Ask for files and take them in."""
        paths = dialogs.files(self, self.tr("Add photos and videos"), Path.home())
        if paths:
            self.bring_in(paths)

    def ask_folder(self) -> None:
        """Ask for a folder and take in what is below it."""
        path = dialogs.folder(self, self.tr("Add a whole folder"), Path.home())
        if path is not None:
            self.bring_in((path,))

    def selected(self) -> tuple[str, ...]:
        """Return the ids of what is selected, in the order shown."""
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return tuple(index.data(Role.ORIGINAL).id for index in rows)

    def select(self, item: str) -> None:
        """Select one item and bring it into view."""
        place = self._filter.mapFromSource(self._model.index_of(item))
        if place.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(place, flag)
            self.view.scrollTo(place)

    def _on_loaded(self, originals: Sequence[Original]) -> None:
        self._model.set_originals(originals)
        self._refresh()
        self.view.setFocus()

    def _on_taken(self, taken: Taken) -> None:
        if taken.original is not None:
            self._model.add(taken.original)
        self._refresh()

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

    def _cover(self) -> None:
        self.covering.emit(self._photos())

    def _photos(self) -> tuple[str, ...]:
        """Return the ids of the selected photos: of what is neither moving nor sound alone."""
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        chosen = (index.data(Role.ORIGINAL) for index in rows)
        kinds = ((one.id, MediaKind(one.kind)) for one in chosen)
        return tuple(item for item, kind in kinds if not kind.is_video and not kind.is_sound)

    def _find(self, typed: str) -> None:
        self._filter.setFilterFixedString(typed)
        self._refresh()

    def _paste(self) -> None:
        paths = dropped_paths(QApplication.clipboard().mimeData())
        if paths:
            self.bring_in(paths)

    def _on_selected(self) -> None:
        number = len(self.view.selectionModel().selectedIndexes())
        plain = self.tr("Make a bundle")
        shown = f"{plain} ({phrases.count(number)})" if number else plain
        self.bundle.setText(shown)
        self.bundle.setAccessibleName(shown)
        photos = len(self._photos())
        said = self.tr("Cover every face in these photos: {number}")
        self.cover.setVisible(photos > 0)
        self.cover.setText(f"{self.tr('Cover faces')} ({phrases.count(photos)})")
        self.cover.setAccessibleName(said.format(number=phrases.count(photos)))
        self.cover.setToolTip(said.format(number=phrases.count(photos)))
        self._refresh()

    def _refresh(self) -> None:
        total = self._model.rowCount()
        self._count.setText(phrases.count(total) if total else "")
        self.bundle.setEnabled(total > 0)
        self.search.setVisible(total > 0)
        self.add.setVisible(total > 0)
        self.bundle.setVisible(total > 0)
        found = self._filter.rowCount()
        self._stack.setCurrentIndex(0 if found else 2 if total else 1)


def _middle(words: str, role: str) -> QWidget:
    label = text(words, role)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
