"""The window: the pages, the ways between them, and the lock."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from capture.isolate import MediaPool
from capture.redact.plan import RedactionPlan
from capture.sources.base import Source
from capture.sources.devices import Device
from storage.vault import Vault
from ui.desktop import phrases, theme
from ui.desktop.editor.page import EditorPage
from ui.desktop.editor.review import ReviewPage
from ui.desktop.film.page import FilmPage
from ui.desktop.models.library import LibraryModel
from ui.desktop.pages.bundle import BundlePage
from ui.desktop.pages.create import CreatePage
from ui.desktop.pages.item import ItemPage
from ui.desktop.pages.keys import KeysPage
from ui.desktop.pages.library import LibraryPage
from ui.desktop.pages.receive import ReceivePage
from ui.desktop.pages.source import SourcePage
from ui.desktop.pages.unlock import UnlockPage
from ui.desktop.pages.verify import VerifyPage
from ui.desktop.pages.welcome import WelcomePage
from ui.desktop.sendings import Sendings
from ui.desktop.session import Lanes, Session
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.strip import Strip
from ui.desktop.widgets.text import frame, one_line

SMALLEST = QSize(900, 560)
FIRST = QSize(1180, 720)


class Window(QMainWindow):
    """One window. Before a vault is open: three pages; afterwards the rail leads around."""

    locked = Signal()
    panicked = Signal()
    """Lock this very moment, whatever was just typed."""
    wiped = Signal(object)
    """The folder of a vault whose keys were destroyed: lock, and take away what is left."""

    def __init__(self, lanes: Lanes, look: theme.Theme) -> None:
        super().__init__()
        self._lanes = lanes
        self._look = look
        self.session: Session | None = None
        self.setWindowTitle("Firsthand")
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST)
        self._stack = QStackedWidget()
        self.welcome = WelcomePage()
        self.create_page = CreatePage(lanes)
        self.unlock = UnlockPage(lanes)
        self.verify = VerifyPage(lanes)
        self.strip = Strip()
        self.bug = Notice()
        self.rail = Rail()
        self._lay_out()
        self._connect()
        self._add_actions()

    def _lay_out(self) -> None:
        for page in (self.welcome, self.create_page, self.unlock, self.verify):
            self._stack.addWidget(page)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bug)
        right.addWidget(self._stack, 1)
        right.addWidget(self.strip)
        around = QWidget()
        line = QHBoxLayout(around)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self.setCentralWidget(around)
        self.rail.hide()

    def _connect(self) -> None:
        self.welcome.wants_new.connect(lambda: self.go(self.create_page))
        self.welcome.wants_open.connect(lambda: self.go(self.unlock))
        self.welcome.wants_verify.connect(lambda: self.go(self.verify))
        for page in (self.create_page, self.unlock):
            page.back.connect(lambda: self.go(self.welcome))
            page.opened.connect(self.enter)
        self.create_page.opened.connect(lambda _vault: self._lead_on())
        self.verify.back.connect(self._leave_verify)
        self.rail.theme.clicked.connect(self._switch_theme)
        self.rail.lock.clicked.connect(self.locked.emit)
        self.rail.verify.clicked.connect(lambda: self.go(self.verify))

    def _add_actions(self) -> None:
        for words, keys, done in (
            (self.tr("Lock"), QKeySequence("Ctrl+L"), self.locked.emit),
            (self.tr("Lock this moment"), QKeySequence("Ctrl+Shift+L"), self.panicked.emit),
            (self.tr("Destroy the vault…"), QKeySequence("Ctrl+Shift+W"), self._to_the_end),
            (self.tr("Quit"), QKeySequence(QKeySequence.StandardKey.Quit), self.close),
        ):
            action = QAction(words, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            action.triggered.connect(done)
            self.addAction(action)

    @property
    def busy(self) -> bool:
        """Whether work is under way that a lock would cut off."""
        sending = self.session is not None and self.sendings.courier.busy
        return self.strip.busy or self.verify.strip.busy or sending

    def go(self, page: QWidget) -> None:
        """Show a page, and put the keyboard where its work begins."""
        self._stack.setCurrentWidget(page)
        self.rail.mark(page)
        if isinstance(page, CreatePage | UnlockPage | KeysPage):
            page.enter()

    def enter(self, vault: Vault) -> None:
        """Build the pages that need a vault, and show the library."""
        self.session = Session(vault, MediaPool(), self._lanes)
        self._model = LibraryModel(self.session)
        self._edited_from: QWidget | None = None
        self._opened_from: QWidget | None = None
        self.library = LibraryPage(self.session, self._model)
        self.source = SourcePage(self.session)
        self.item = ItemPage(self.session, self._model)
        self.editor = EditorPage(self.session)
        self.film = FilmPage(self.session)
        self.review = ReviewPage(self.session, self._model)
        self.bundle = BundlePage(self.session)
        self.keys = KeysPage(self.session)
        self.receive = ReceivePage(self.session)
        self._stack.addWidget(self.receive)
        for page in (
            self.library,
            self.item,
            self.editor,
            self.film,
            self.review,
            self.bundle,
            self.keys,
        ):
            self._stack.addWidget(page)
        self._stack.addWidget(self.source)
        self.sendings = Sendings(self.session, self.go)
        self.sendings.join(self._stack)
        self._connect_session()
        for past in (self.welcome, self.create_page, self.unlock):
            self._stack.removeWidget(past)
            past.deleteLater()
        self.rail.show()
        self.verify.back_button.hide()
        self.library.load()
        self.library.say_mended()
        self.go(self.library)
        self.sendings.begin(self.rail.outbox)

    def _lead_on(self) -> None:
        """Lead on from a vault that was just made: to a way back, where one is wanted."""
        if self.create_page.way_back.isChecked():
            self.go(self.keys)

    def _connect_session(self) -> None:
        self.library.opened.connect(self._open_item)
        self.library.chosen.connect(self._make_bundle)
        self.library.importing.connect(self.strip.watch)
        self.library.looking.connect(self._look_over)
        self.source.back.connect(lambda: self.go(self.library))
        self.source.chosen.connect(self._take_chosen)
        self.library.keys.connect(lambda: self.go(self.keys))
        self.item.back.connect(self._back_to_library)
        self.item.bundle.connect(self._make_bundle)
        self.item.working.connect(self.strip.watch)
        self.item.edit.connect(self._edit)
        self.editor.back.connect(self._leave_editor)
        self.editor.similar.connect(self._cover_like)
        self.editor.working.connect(self.strip.watch)
        self.film.back.connect(self._leave_editor)
        self.film.working.connect(self.strip.watch)
        self.library.covering.connect(self._cover)
        self.review.opened.connect(self._edit)
        self.review.back.connect(lambda: self.go(self.library))
        self.review.working.connect(self.strip.watch)
        self.bundle.back.connect(lambda: self.go(self.library))
        self.bundle.working.connect(self.strip.watch)
        self.bundle.verify.connect(self._verify)
        self.bundle.editor.connect(self._edit)
        self.bundle.item.connect(self._open_item)
        self.keys.working.connect(self.strip.watch)
        self.library.ways.offer(
            "device", self.tr("From a phone, through the air…"), lambda: self.go(self.receive)
        )
        self.receive.back.connect(lambda: self.go(self.library))
        self.receive.working.connect(self.strip.watch)
        self.receive.done.connect(self.library.load)
        self.bundle.send.connect(self.sendings.send_items)
        self.bundle.send_made.connect(self.sendings.send_bundle)
        self.library.posting.connect(self.sendings.post_items)
        self.item.post.connect(self.sendings.post_items)
        self.sendings.working.connect(self.strip.watch)
        self.rail.outbox.clicked.connect(lambda: self.go(self.sendings.outbox))
        self.keys.wiped.connect(self._on_wiped)
        self.rail.keys.clicked.connect(lambda: self.go(self.keys))
        self.rail.library.clicked.connect(lambda: self.go(self.library))
        self.rail.bundle.clicked.connect(lambda: self._make_bundle(self.library.selected()))
        self.rail.pages = {
            self.library: self.rail.library,
            self.item: self.rail.library,
            self.receive: self.rail.library,
            self.source: self.rail.library,
            self.editor: self.rail.library,
            self.film: self.rail.library,
            self.review: self.rail.library,
            self.bundle: self.rail.bundle,
            self.keys: self.rail.keys,
            self.sendings.outbox: self.rail.outbox,
            self.sendings.outlets: self.rail.outbox,
            self.sendings.send: self.rail.outbox,
            self.sendings.post: self.rail.library,
            self.verify: self.rail.verify,
        }

    def _open_item(self, item: str) -> None:
        self._opened_from = self._stack.currentWidget()
        self._show_item(item)

    def _look_over(self, what: Device | Sequence[Path]) -> None:
        self.source.look_over(what)
        self.go(self.source)

    def _take_chosen(self, source: Source, keep_device: bool) -> None:  # noqa: FBT001 # the shape of Qt's signal
        self.library.imports.add(source, keep_device=keep_device)
        self.go(self.library)

    def _show_item(self, item: str) -> None:
        self.item.show_item(item)
        self.go(self.item)

    def _cover(self, items: Sequence[str]) -> None:
        self.go(self.review)
        self.review.begin(items)

    def _cover_like(self, items: Sequence[str], plan: RedactionPlan) -> None:
        self.go(self.review)
        self.review.begin(items, plan)

    def _edit(self, item: str, name: str) -> None:
        self._edited_from = self._stack.currentWidget()
        film = self._model.original(item).kind in phrases.PLAYED
        page = self.film if film else self.editor
        self.go(page)
        page.show_item(item, name)

    def _leave_editor(self, item: str) -> None:
        if self._edited_from is self.review:
            self.review.look_again(item)
            self.go(self.review)
        elif self._edited_from is self.bundle:
            self._back_to_bundle()
        else:
            self._show_item(item)

    def _back_to_bundle(self) -> None:
        self.bundle.look_again()
        self.go(self.bundle)

    def _back_to_library(self) -> None:
        if self._opened_from is self.bundle:
            self._back_to_bundle()
            return
        self.go(self.library)
        self.library.select(self.item.item)
        self.library.view.setFocus()

    def _make_bundle(self, items: Sequence[str]) -> None:
        self.bundle.begin(items)
        self.go(self.bundle)

    def _verify(self, path: Path) -> None:
        self.go(self.verify)
        self.verify.check(path)

    def _to_the_end(self) -> None:
        """Lead to where the vault is destroyed; the word for it has to be typed all the same."""
        if self.session is not None:
            self.go(self.keys)
            self.keys.show_the_end()

    def _on_wiped(self) -> None:
        if self.session is not None:
            self.wiped.emit(self.session.vault.folder)

    def _leave_verify(self) -> None:
        self.go(self.library if self.session is not None else self.welcome)

    def _switch_theme(self) -> None:
        dark = self._look.dark
        self._look.choose(Qt.ColorScheme.Light if dark else Qt.ColorScheme.Dark)

    def settle(self) -> None:
        """Keep what was typed and not kept yet."""
        if self.session is not None:
            self.item.record.keep_all()
            self.library.finish()
            self._lanes.settle()

    def close_session(self) -> None:
        """Keep what was typed, stop everything, close the vault; nothing runs afterwards."""
        self.settle()
        if self.session is not None:
            self.sendings.stop()
        self._lanes.close()
        if self.session is not None:
            self.sendings.close()
            self.session.close()
            self.session = None

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()
        self.close_session()
        super().closeEvent(event)
        QApplication.quit()


class Rail(QWidget):
    """The ways around an open vault."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[QWidget, QPushButton] = {}
        self.library = self._place("library", self.tr("Library"))
        self.bundle = self._place("bundle", self.tr("Make a bundle"))
        self.outbox = self._place("send", self.tr("Outbox"))
        self.verify = self._place("verify", self.tr("Verify a bundle"))
        self.keys = self._place("key", self.tr("Keys and locks"))
        self.theme = button(self.tr("Light or dark"), None, "rail", "theme")
        self.lock = button(self.tr("Lock"), None, "rail", "lock", self.tr("Lock (Ctrl+L)"))
        inner = frame("rail")
        column = QVBoxLayout(inner)
        column.setContentsMargins(*[theme.space(2.5)] * 4)
        column.setSpacing(theme.space(1))
        column.addWidget(one_line("Firsthand", "heading"))
        column.addSpacing(theme.space(3))
        for place in (self.library, self.bundle, self.outbox, self.verify, self.keys):
            column.addWidget(place)
        column.addStretch(1)
        column.addWidget(self.theme)
        column.addWidget(self.lock)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inner)
        self.setFixedWidth(theme.space(48))

    def _place(self, mark: str, words: str) -> QPushButton:
        made = button(words, None, "rail", mark)
        made.setCheckable(True)
        return made

    def mark(self, page: QWidget) -> None:
        """Show which of the ways leads here."""
        for place in (self.library, self.bundle, self.outbox, self.verify, self.keys):
            place.setChecked(place is self.pages.get(page))
