"""The pages of an open vault, and the ways between them.

Apart from the window because everything of a vault is loaded with them: before one is open, the
window has four pages and comes up in half the time.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from capture.audit import BundleChoices
from capture.redact.film import Alarm
from capture.redact.plan import RedactionPlan
from capture.sources.base import Source
from capture.sources.devices import Device
from ui.desktop import phrases
from ui.desktop.editor.page import EditorPage
from ui.desktop.editor.review import ReviewPage
from ui.desktop.film.page import FilmPage
from ui.desktop.models.library import LibraryModel
from ui.desktop.pages.backups import BackupsPage
from ui.desktop.pages.bundle import BundlePage
from ui.desktop.pages.item import ItemPage
from ui.desktop.pages.keys import KeysPage
from ui.desktop.pages.library import LibraryPage
from ui.desktop.pages.receive import ReceivePage
from ui.desktop.pages.source import SourcePage
from ui.desktop.protected import Protected
from ui.desktop.sendings import Sendings
from ui.desktop.session import Session

if TYPE_CHECKING:
    from ui.desktop.rail import Rail

Page = TypeVar("Page", bound=QWidget)


class Rooms(QObject):
    """Made when a vault is open; every page belongs to the window's stack.

    The library comes first. Each other page is made when somebody wants it, or one after the
    other when what is in the vault is shown.
    """

    working = Signal(object, str)
    """A Job and the words for it."""
    verify = Signal(object)
    """The path of a bundle that is to be verified."""
    wiped = Signal()

    def __init__(
        self,
        session: Session,
        stack: QStackedWidget,
        go: Callable[[QWidget], None],
        rail: "Rail",
        protected: Protected,
    ) -> None:
        """``go`` shows a page; the ``rail`` is told which of its ways leads to which page."""
        super().__init__()
        self._session = session
        self._stack = stack
        self._go = go
        self._rail = rail
        self._protected = protected
        self._model = LibraryModel(session)
        self._edited_from: QWidget | None = None
        self._opened_from: QWidget | None = None
        self._unmade = [
            name for name, one in vars(Rooms).items() if isinstance(one, cached_property)
        ]
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._make_next)
        self.library = self._placed(LibraryPage(session, self._model))
        self.library.load()  # the vault is read while the window is laid out
        self._connect_library()

    def _placed(self, page: Page, way: QPushButton | None = None) -> Page:
        """Put a page beside the others; ``way`` leads to it, else the library's."""
        self._stack.addWidget(page)
        self._rail.pages[page] = way or self._rail.library
        return page

    def _make_next(self) -> None:
        """Make one more page, so that the window answers in between."""
        if self._unmade:
            getattr(self, self._unmade.pop(0))
        else:
            self._next.stop()
            self.sendings.begin(self._rail.outbox)
            self.library.imports.prepare()

    def _made(self, name: str) -> bool:
        return name in vars(self)

    @cached_property
    def item(self) -> ItemPage:
        """What one item says, and what can be done with it."""
        page = self._placed(ItemPage(self._session, self._model))
        page.back.connect(self._back_to_library)
        page.bundle.connect(self.make_bundle)
        page.working.connect(self.working.emit)
        page.edit.connect(self.edit)
        page.post.connect(self._post)
        return page

    @cached_property
    def source(self) -> SourcePage:
        """What is on a device or in a folder, before anything of it is taken in."""
        page = self._placed(SourcePage(self._session))
        page.back.connect(self._to_library)
        page.chosen.connect(self._take_chosen)
        return page

    @cached_property
    def editor(self) -> EditorPage:
        """The editor of a photo."""
        page = self._placed(EditorPage(self._session))
        page.back.connect(self._leave_editor)
        page.working.connect(self.working.emit)
        page.similar.connect(self.cover)
        return page

    @cached_property
    def film(self) -> FilmPage:
        """The editor of a video or a recording."""
        page = self._placed(FilmPage(self._session))
        page.back.connect(self._leave_editor)
        page.working.connect(self.working.emit)
        return page

    @cached_property
    def review(self) -> ReviewPage:
        """What became of many photos that were covered at once."""
        page = self._placed(ReviewPage(self._session, self._model))
        page.opened.connect(self.edit)
        page.back.connect(self._to_library)
        page.working.connect(self.working.emit)
        return page

    @cached_property
    def bundle(self) -> BundlePage:
        """Where a bundle is put together."""
        page = self._placed(BundlePage(self._session), self._rail.bundle)
        page.back.connect(self._to_library)
        page.working.connect(self.working.emit)
        page.verify.connect(self.verify.emit)
        page.editor.connect(self.edit)
        page.item.connect(self.open_item)
        page.send.connect(self._send_items)
        page.send_made.connect(self._send_bundle)
        return page

    @cached_property
    def keys(self) -> KeysPage:
        """Keys, locks, and the end of a vault."""
        page = self._placed(KeysPage(self._session), self._rail.keys)
        page.show_protected(self._protected)
        page.working.connect(self.working.emit)
        page.wiped.connect(self.wiped.emit)
        return page

    @cached_property
    def receive(self) -> ReceivePage:
        """From a phone, through the air."""
        page = self._placed(ReceivePage(self._session))
        page.back.connect(self._to_library)
        page.working.connect(self.working.emit)
        page.done.connect(self.library.load)
        return page

    @cached_property
    def sendings(self) -> Sendings:
        """Everything that leaves by a line."""
        made = Sendings(self._session, self._go)
        for page in (made.outbox, made.outlets, made.send):
            self._placed(page, self._rail.outbox)
        self._placed(made.post)
        made.join(self._stack)
        made.working.connect(self.working.emit)
        return made

    @cached_property
    def backups(self) -> BackupsPage:
        """A second place for all of it."""
        page = self._placed(BackupsPage(self._session), self._rail.backups)
        page.working.connect(self.working.emit)
        page.changed.connect(self.library.load)
        self.sendings.tor.staged.connect(page.backup.say_stage)
        return page

    @property
    def sends(self) -> bool:
        """Whether something is on its way."""
        return self._made("sendings") and self.sendings.courier.busy

    def stop(self) -> None:
        """Send nothing more: the vault is about to close."""
        self._next.stop()
        if self._made("sendings"):
            self.sendings.stop()

    def close(self) -> None:
        """Let go of what nothing is done with any more; the vault is still open."""
        if self._made("sendings"):
            self.sendings.close()

    def _connect_library(self) -> None:
        page = self.library
        page.opened.connect(self.open_item)
        page.chosen.connect(self.make_bundle)
        page.importing.connect(self.working.emit)
        page.looking.connect(self.look_over)
        page.keys.connect(lambda: self._go(self.keys))
        page.covering.connect(self.cover)
        page.posting.connect(self._post)
        page.ways.offer(
            "device", self.tr("From a phone, through the air…"), lambda: self._go(self.receive)
        )

    def begin(self) -> None:
        """Show what is in the vault; all else follows when it is shown."""
        library = self.library
        library.surveyor.failed.connect(library.problem.say_error)
        library.wholeness.failed.connect(library.problem.say_error)
        library.wholeness.say_mended()
        once = Qt.ConnectionType.SingleShotConnection
        library.loaded.connect(self._next.start, once)
        # When all else has been read that a person waits for.
        library.surveyor.finished.connect(library.wholeness.look_through, once)
        self._go(library)

    def settle(self) -> None:
        """Keep what was typed and not kept yet, and do what waits for a moment to think again."""
        if self._made("item"):
            self.item.record.keep_all()
        self.library.finish()

    def open_item(self, item: str) -> None:
        """Show an item, and come back to the page that is shown now."""
        self._opened_from = self._stack.currentWidget()
        self._show_item(item)

    def look_over(self, what: Device | Sequence[Path]) -> None:
        """Look at what is on a device or below some paths, before anything of it is taken in."""
        self.source.look_over(what)
        self._go(self.source)

    def cover(self, items: Sequence[str], plan: RedactionPlan | None = None) -> None:
        """Have every face in these photos covered, or what a plan says, and show the outcome."""
        self._go(self.review)
        self.review.begin(items, plan)

    def edit(self, item: str, name: str, alarm: Alarm | None = None) -> None:
        """Open the editor for an item of this name, and come back to the page that is shown now.

        ``alarm`` is what was found in the covered copy of a video, at which it is opened.
        """
        self._edited_from = self._stack.currentWidget()
        if self._model.original(item).kind in phrases.PLAYED:
            self._go(self.film)
            self.film.show_item(item, name, alarm)
        else:
            self._go(self.editor)
            self.editor.show_item(item, name)

    def make_bundle(self, items: Sequence[str]) -> None:
        """Begin a bundle of these items."""
        self.bundle.begin(items)
        self._go(self.bundle)

    def _post(self, items: Sequence[str]) -> None:
        self.sendings.post_items(items)

    def _send_items(self, choices: BundleChoices) -> None:
        self.sendings.send_items(choices)

    def _send_bundle(self, path: Path) -> None:
        self.sendings.send_bundle(path)

    def _to_library(self) -> None:
        self._go(self.library)

    def _take_chosen(self, source: Source, keep_device: bool) -> None:  # noqa: FBT001 # the shape of Qt's signal
        self.library.imports.add(source, keep_device=keep_device)
        self._to_library()

    def _show_item(self, item: str) -> None:
        self.item.show_item(item)
        self._go(self.item)

    def _leave_editor(self, item: str) -> None:
        if self._edited_from is self.review:
            self.review.look_again(item)
            self._go(self.review)
        elif self._edited_from is self.bundle:
            self._back_to_bundle()
        else:
            self._show_item(item)

    def _back_to_bundle(self) -> None:
        self.bundle.look_again()
        self._go(self.bundle)

    def _back_to_library(self) -> None:
        if self._opened_from is self.bundle:
            self._back_to_bundle()
            return
        self._to_library()
        self.library.select(self.item.item)
        self.library.view.setFocus()
