"""One item: its picture, what it says about its maker, its record and its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from capture import derive
from capture.kinds import MediaKind
from capture.report import Embedded
from storage.records import CustodyEntry, Derivative
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.editor import batch
from ui.desktop.editor.batch import Reviewed
from ui.desktop.film.view import FilmView
from ui.desktop.jobs import Tell, Tick, Work
from ui.desktop.models.item import Known, facts, known_of
from ui.desktop.models.library import LibraryModel
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.belongs import BelongsPanel
from ui.desktop.widgets.buttons import Segments, button
from ui.desktop.widgets.copy import CopyPanel
from ui.desktop.widgets.hidden import SIDE, Seen, seen
from ui.desktop.widgets.history import HistoryPanel
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.picture import PictureView, to_image
from ui.desktop.widgets.record import RecordPanel
from ui.desktop.widgets.says import SaysPanel
from ui.desktop.widgets.text import Elided, one_line, text

_PREVIEW_SIDE = 2048


class ItemPage(QWidget):
    """Shows one item at a time."""

    back = Signal()
    bundle = Signal(tuple)
    post = Signal(tuple)
    """The id of an item whose copy is to be saved for posting."""
    edit = Signal(str, str)
    """The id and the name of a photo to cover by hand."""
    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session, model: LibraryModel) -> None:
        super().__init__()
        self._session = session
        self._model = model
        self._item = ""
        self._known: Known | None = None
        self.name = Elided("title")
        self.facts = one_line("", "soft")
        self.picture = PictureView()
        self.film = FilmView(session, self.picture)
        self.picture_problem = Notice()
        self.problem = Notice()
        self.says = SaysPanel()
        self._says_title = text(self.tr("The original says this, worst first"), "heading")
        self.copy = CopyPanel()
        self.belongs = BelongsPanel()
        self.record = RecordPanel(session)
        self.history = HistoryPanel(session)
        self.parts = Segments(
            self.tr("Show"),
            (
                ("says", self.tr("What it says about you")),
                ("record", self.tr("Record")),
                ("history", self.tr("History")),
            ),
        )
        self.which = Segments(
            self.tr("Picture"),
            (("original", self.tr("Original")), ("copy", self.tr("Cleaned copy"))),
        )
        self._pages = QStackedWidget()
        self._lay_out()
        self.parts.chosen.connect(self._show_part)
        self.which.chosen.connect(self._show_picture)
        self.film.failed.connect(self.picture_problem.say_error)
        self.copy.again.connect(self._try_again)
        self.copy.cover.connect(self._cover_faces)
        self.belongs.apart.connect(self._take_apart)
        self.copy.post.connect(lambda: self.post.emit((self._item,)))
        self.copy.edit.connect(lambda: self.edit.emit(self._item, self.name.text()))
        session.changed.connect(self._on_changed)
        session.regrouped.connect(self._on_changed)
        self._add_shortcuts()

    def _add_shortcuts(self) -> None:
        for keys, done in (
            (QKeySequence(Qt.Key.Key_Escape), self.leave),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), lambda: self._step(-1)),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Right), lambda: self._step(1)),
        ):
            made = QShortcut(keys, self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(done)

    def _lay_out(self) -> None:
        top = layout.row(2)
        top.addWidget(button("", self.leave, "quiet", "back", self.tr("Back (Esc)")))
        names = layout.column(0)
        names.addWidget(self.name)
        names.addWidget(self.facts)
        top.addLayout(names, 1)
        self.before = button("", lambda: self._step(-1), "plain", "back", self.tr("Previous"))
        self.after = button("", lambda: self._step(1), "plain", "forward", self.tr("Next"))
        top.addWidget(self.before)
        top.addWidget(self.after)
        top.addWidget(
            button(
                self.tr("Make a bundle"),
                lambda: self.bundle.emit((self._item,)),
                "primary",
                "bundle",
            )
        )
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setSizes([theme.space(130), theme.space(100)])
        split.handle(1).setAccessibleName(self.tr("Width of the picture"))
        page = QVBoxLayout(self)
        layout.as_page(page)
        page.addLayout(top)
        page.addWidget(self.problem)
        page.addWidget(split, 1)

    def _left(self) -> QWidget:
        tools = layout.row(1)
        tools.addWidget(self.which)
        tools.addStretch(1)
        for mark, done, tip in (
            ("zoom-out", self.picture.further, self.tr("Further away (-)")),
            ("zoom-in", self.picture.closer, self.tr("Closer (+)")),
            ("fit", self.picture.fit, self.tr("Show all of it (0)")),
        ):
            tools.addWidget(button("", done, "quiet", mark, tip))
        column = layout.column(2)
        column.addWidget(self.picture_problem)
        column.addWidget(self.film, 1)
        column.addLayout(tools)
        column.setContentsMargins(0, 0, theme.space(2), theme.space(3))
        return layout.holding(column)

    def _right(self) -> QWidget:
        said = layout.column(2.5)
        said.addWidget(self.copy)
        said.addWidget(self.belongs)
        said.addWidget(self._says_title)
        said.addWidget(self.says)
        said.addStretch(1)
        for part in (layout.holding(said), self.record, self.history):
            inner = layout.column(0)
            inner.setContentsMargins(0, 0, theme.space(2), theme.space(4))
            inner.addWidget(part)
            inner.addStretch(1)
            self._pages.addWidget(layout.scrolled(layout.holding(inner)))
        column = layout.column(2)
        column.setContentsMargins(theme.space(2), 0, 0, 0)
        top = layout.row()
        top.addWidget(self.parts, 1)
        top.addWidget(self.record.saved)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        return layout.holding(column)

    def show_item(self, item: str) -> None:
        """Show another item."""
        self.record.keep_all()
        self._item = item
        self._known = None
        self.which.choose("original")
        original = self._model.original(item)
        self.name.setText(words.shown(original.provenance.name))
        self.film.show_picture()
        self.picture.show_image(None, "")
        self.picture_problem.clear()
        self.problem.clear()
        self.before.setEnabled(self._model.neighbour(item, -1) is not None)
        self.after.setEnabled(self._model.neighbour(item, 1) is not None)
        self._log_view(item)
        self._load()

    def _log_view(self, item: str) -> None:
        """Put into the custody log that the item was looked at."""

        def work(_tick: Tick, _tell: Tell) -> None:
            self._session.vault.log("viewed", item, {})

        self._session.ask(work).failed.connect(self.problem.say_error)

    def leave(self) -> None:
        """Keep what was typed and go back."""
        self.record.keep_all()
        self.back.emit()

    @property
    def item(self) -> str:
        """The id of what is shown."""
        return self._item

    def _load(self) -> None:
        item = self._item

        def work(_tick: Tick, _tell: Tell) -> Known:
            return known_of(self._session, item)

        job = self._session.ask(work)
        job.succeeded.connect(self._on_known)
        job.failed.connect(self.problem.say_error)

    def _on_known(self, known: Known) -> None:
        if known.original.id != self._item:
            return
        self._known = known
        self.facts.setText(facts(known))
        recording = MediaKind(known.original.kind).is_sound
        self.copy.show_copy(known.report, known.copies, recording=recording)
        self.belongs.show_parts(known.parts)
        self._says_title.setVisible(known.report is not None)
        if known.report is None:
            self.says.clear()
        else:
            self.says.show_report(known.report, known.near, known.spot)
            self._show_hidden(known)
        self.record.show_record(known.record)
        self.history.show_entries(known.custody)
        self.which.setEnabled(bool(known.copies))
        self._show_picture()

    def _try_again(self) -> None:
        """Examine the original once more and make its cleaned copy, if that can be done now."""
        item = self._item

        def work(tick: Tick, _tell: Tell) -> Derivative:
            return derive.prepare(self._session.vault, self._session.pool, item, tick)

        self._make_copy(item, work, self.tr("Reading and cleaning"))

    def _take_apart(self, parts: tuple[str, ...]) -> None:
        """Make the parts items of their own; the library shows them again."""
        item = self._item

        def work(_tick: Tick, _tell: Tell) -> None:
            self._session.vault.take_apart(item, parts)

        job = self._session.ask(work)
        job.succeeded.connect(lambda _done: self._session.regrouped.emit(item))
        job.failed.connect(self.problem.say_error)

    def _cover_faces(self) -> None:
        """Make a copy in which every face that is found is covered; it is what then leaves."""
        item = self._item

        def work(tick: Tick, _tell: Tell) -> Reviewed:
            return batch.cover_one(self._session, item, tick)

        self.which.choose("copy")
        self._make_copy(item, work, self.tr("Looking for faces and covering them"))

    def _make_copy(self, item: str, work: Work, said: str) -> None:
        self.problem.clear()
        self.copy.retry.setEnabled(False)
        self.copy.faces.setEnabled(False)
        job = self._session.write(work)
        job.succeeded.connect(lambda made: self._on_copy(item, made))
        job.failed.connect(lambda error: self._on_no_copy(item, error))
        job.ended.connect(lambda: self._session.changed.emit(item))
        self.working.emit(job, said)

    def _on_copy(self, item: str, made: Derivative | Reviewed) -> None:
        if item != self._item or not isinstance(made, Reviewed):
            return
        if made.again:
            self.problem.say(
                "warn",
                self.tr("A second look still finds faces in the copy: {number}.").format(
                    number=phrases.count(made.again)
                ),
                self.tr("Look at it closely before you share it."),
            )
        elif not made.covered:
            self.problem.say(
                "plain",
                self.tr("No face was found, so nothing was covered."),
                self.tr("That does not mean that there is none: look for yourself."),
            )

    def _on_no_copy(self, item: str, error: BaseException) -> None:
        if item == self._item:
            self.problem.say_error(error)

    def _show_picture(self) -> None:
        known = self._known
        if known is None:
            return
        use_copy = self.which.value == "copy" and bool(known.copies)
        shown = known.copies[-1] if use_copy else known.original
        blob = shown.id
        if MediaKind(shown.kind).is_video:
            self._show_film(blob)
            return
        self.film.show_picture()

        def work(_tick: Tick, _tell: Tell) -> QImage:
            return to_image(
                derive.preview(self._session.vault, self._session.pool, blob, _PREVIEW_SIDE)
            )

        job = self._session.look(work)
        job.succeeded.connect(lambda image: self._on_picture(known, image))
        job.failed.connect(lambda error: self._on_no_picture(known, error))

    def _show_film(self, blob: str) -> None:
        """Show a video or a sound, ready to be played; what plays already goes on."""
        if blob != self.film.blob and self.isVisible():  # there may be another page by now
            self.picture_problem.clear()
            self.picture.show_image(None, self.name.text())
            self.film.show_film(blob)

    def _show_hidden(self, known: Known) -> None:
        """Have the pictures that the original still holds made small, and show them."""
        if known.report is None or not known.report.embedded:
            return

        def work(tick: Tick, _tell: Tell) -> dict[Embedded, Seen]:
            with self._session.vault.open_blob(known.original.id) as source:
                return seen(self._session.pool.hidden(source, SIDE, tick))

        job = self._session.look(work)
        job.succeeded.connect(lambda found: self._on_hidden(known, found))

    def _on_hidden(self, known: Known, found: dict[Embedded, Seen]) -> None:
        if known is self._known:
            self.says.show_hidden(found)

    def _on_picture(self, known: Known, image: QImage) -> None:
        if known is self._known:
            self.picture_problem.clear()
            self.picture.show_image(image, self.name.text())

    def _on_no_picture(self, known: Known, error: BaseException) -> None:
        if known is self._known:
            self.picture.show_image(None, "")
            self.picture_problem.say_error(error)

    def _show_part(self, part: str) -> None:
        self.record.keep_all()
        self._pages.setCurrentIndex(("says", "record", "history").index(part))
        if part == "history":
            self._refresh_history()

    def _refresh_history(self) -> None:
        item = self._item

        def work(_tick: Tick, _tell: Tell) -> tuple[CustodyEntry, ...]:
            return self._session.vault.custody(item)

        job = self._session.ask(work)
        job.succeeded.connect(self.history.show_entries)
        job.failed.connect(self.problem.say_error)

    def _on_changed(self, item: str) -> None:
        if item == self._item and self.isVisible():
            self._load()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what is played when another page is shown."""
        if not event.spontaneous():
            self.film.show_picture()
        super().hideEvent(event)

    def _step(self, step: int) -> None:
        neighbour = self._model.neighbour(self._item, step)
        if neighbour is not None:
            self.show_item(neighbour)
