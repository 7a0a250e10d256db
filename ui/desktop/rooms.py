"""The pages of an open vault, and the ways between them.

Apart from the window because everything of a vault is loaded with them: before one is open, the
window has four pages and comes up in half the time.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

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
from ui.desktop.sendings import Sendings
from ui.desktop.session import Session

if TYPE_CHECKING:
    from ui.desktop.window import Rail


class Rooms(QObject):
    """Made when a vault is open; every page belongs to the window's stack."""

    working = Signal(object, str)
    """A Job and the words for it."""
    verify = Signal(object)
    """The path of a bundle that is to be verified."""
    wiped = Signal()

    def __init__(
        self, session: Session, stack: QStackedWidget, go: Callable[[QWidget], None]
    ) -> None:
        """``go`` shows a page."""
        super().__init__()
        self._stack = stack
        self._go = go
        self._model = LibraryModel(session)
        self._edited_from: QWidget | None = None
        self._opened_from: QWidget | None = None
        self.library = LibraryPage(session, self._model)
        self.library.load()  # the vault is read while the other pages are made
        self.source = SourcePage(session)
        self.item = ItemPage(session, self._model)
        self.editor = EditorPage(session)
        self.film = FilmPage(session)
        self.review = ReviewPage(session, self._model)
        self.bundle = BundlePage(session)
        self.keys = KeysPage(session)
        self.receive = ReceivePage(session)
        self.backups = BackupsPage(session)
        self.sendings = Sendings(session, go)
        for page in self._pages():
            stack.addWidget(page)
        self.sendings.join(stack)
        self._connect_library()
        self._connect_item()
        self._connect_editors()
        self._connect_bundle()
        self._connect_rest()

    def _pages(self) -> tuple[QWidget, ...]:
        return (
            self.library,
            self.source,
            self.item,
            self.editor,
            self.film,
            self.review,
            self.bundle,
            self.keys,
            self.receive,
            self.backups,
        )

    def places(self, rail: "Rail") -> dict[QWidget, QPushButton]:
        """Return which way of the rail leads to each page."""
        sending = self.sendings
        return {
            **dict.fromkeys(self._pages(), rail.library),
            self.bundle: rail.bundle,
            self.keys: rail.keys,
            self.backups: rail.backups,
            sending.outbox: rail.outbox,
            sending.outlets: rail.outbox,
            sending.send: rail.outbox,
            sending.post: rail.library,
        }

    def _connect_library(self) -> None:
        self.library.opened.connect(self.open_item)
        self.library.chosen.connect(self.make_bundle)
        self.library.importing.connect(self.working.emit)
        self.library.looking.connect(self.look_over)
        self.library.keys.connect(lambda: self._go(self.keys))
        self.library.covering.connect(self.cover)
        self.library.posting.connect(self.sendings.post_items)
        self.library.ways.offer(
            "device", self.tr("From a phone, through the air…"), lambda: self._go(self.receive)
        )
        self.source.back.connect(self._to_library)
        self.source.chosen.connect(self._take_chosen)
        self.receive.back.connect(self._to_library)
        self.receive.working.connect(self.working.emit)
        self.receive.done.connect(self.library.load)

    def _connect_item(self) -> None:
        self.item.back.connect(self._back_to_library)
        self.item.bundle.connect(self.make_bundle)
        self.item.working.connect(self.working.emit)
        self.item.edit.connect(self.edit)
        self.item.post.connect(self.sendings.post_items)

    def _connect_editors(self) -> None:
        for page in (self.editor, self.film):
            page.back.connect(self._leave_editor)
            page.working.connect(self.working.emit)
        self.editor.similar.connect(self.cover)
        self.review.opened.connect(self.edit)
        self.review.back.connect(self._to_library)
        self.review.working.connect(self.working.emit)

    def _connect_bundle(self) -> None:
        self.bundle.back.connect(self._to_library)
        self.bundle.working.connect(self.working.emit)
        self.bundle.verify.connect(self.verify.emit)
        self.bundle.editor.connect(self.edit)
        self.bundle.item.connect(self.open_item)
        self.bundle.send.connect(self.sendings.send_items)
        self.bundle.send_made.connect(self.sendings.send_bundle)

    def _connect_rest(self) -> None:
        self.keys.working.connect(self.working.emit)
        self.keys.wiped.connect(self.wiped.emit)
        self.sendings.working.connect(self.working.emit)
        self.backups.working.connect(self.working.emit)
        self.backups.changed.connect(self.library.load)
        self.sendings.tor.staged.connect(self.backups.backup.say_stage)

    def begin(self, outbox: QPushButton) -> None:
        """Show what is in the vault; ``outbox`` is the way to what is being sent."""
        self.library.wholeness.say_mended()
        # When all else has been read that a person waits for.
        self.library.surveyor.finished.connect(
            self.library.wholeness.look_through, Qt.ConnectionType.SingleShotConnection
        )
        self.library.imports.prepare()
        self._go(self.library)
        self.sendings.begin(outbox)

    def settle(self) -> None:
        """Keep what was typed and not kept yet, and do what waits for a moment to think again."""
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

    def edit(self, item: str, name: str) -> None:
        """Open the editor for an item of this name, and come back to the page that is shown now."""
        self._edited_from = self._stack.currentWidget()
        film = self._model.original(item).kind in phrases.PLAYED
        page = self.film if film else self.editor
        self._go(page)
        page.show_item(item, name)

    def make_bundle(self, items: Sequence[str]) -> None:
        """Begin a bundle of these items."""
        self.bundle.begin(items)
        self._go(self.bundle)

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
