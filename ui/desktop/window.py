"""The window: the pages, the ways between them, and the lock."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from storage.vault import Vault
from ui.desktop import theme
from ui.desktop.inside import Inside
from ui.desktop.lanes import Lanes
from ui.desktop.pages.create import CreatePage
from ui.desktop.pages.unlock import UnlockPage
from ui.desktop.pages.verify import VerifyPage
from ui.desktop.pages.welcome import WelcomePage
from ui.desktop.pagestack import Pages
from ui.desktop.protected import Protected
from ui.desktop.rail import Rail
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.strip import Strip

if TYPE_CHECKING:
    from ui.desktop.pages.licences import LicencesPage
    from ui.desktop.pages.restore import RestorePage
    from ui.desktop.session import Session

SMALLEST = QSize(900, 560)
FIRST = QSize(1180, 720)


@runtime_checkable
class Entered(Protocol):
    """A page that is told when it is shown."""

    def enter(self) -> None:
        """Show what holds now, and put the keyboard where the work begins."""


class Window(QMainWindow, Inside):
    """One window. Before a vault is open: four pages; afterwards the rail leads around."""

    locked = Signal()
    panicked = Signal()
    """Lock this very moment, whatever was just typed."""
    wiped = Signal(object)
    """The folder of a vault whose keys were destroyed: lock, and take away what is left."""
    tongue = Signal(str)
    """A language was chosen, by its code."""

    def __init__(self, lanes: Lanes, look: theme.Theme) -> None:
        super().__init__()
        self._lanes = lanes
        self._look = look
        self.session: Session | None = None
        self.protected = Protected()
        self.setWindowTitle("Firsthand")
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST)
        self._stack = Pages()
        self.welcome = WelcomePage()
        self.create_page = CreatePage(lanes)
        self.unlock = UnlockPage(lanes)
        self.verify = VerifyPage(lanes)
        self.restore: RestorePage | None = None
        self.made_of: LicencesPage | None = None
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
        right.addWidget(self._stack.scrolled(), 1)
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
        for place in (self.welcome, self.unlock, self.rail):
            place.tongue.connect(self.tongue.emit)
        self.welcome.wants_new.connect(lambda: self.go(self.create_page))
        self.welcome.wants_open.connect(lambda: self.go(self.unlock))
        self.welcome.wants_verify.connect(lambda: self.go(self.verify))
        self.welcome.wants_restore.connect(self.to_restore)
        self.welcome.wants_parts.connect(self.to_parts)
        for page in (self.create_page, self.unlock):
            page.back.connect(lambda: self.go(self.welcome))
            page.opened.connect(self.enter)
        self.create_page.opened.connect(lambda _vault: self._lead_on())
        self.verify.back.connect(self._leave_verify)
        self.rail.theme.clicked.connect(self._switch_theme)
        self.rail.lock.clicked.connect(self.locked.emit)
        self.rail.verify.clicked.connect(lambda: self.go(self.verify))

        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_keyboard)

    def _keep_keyboard(self, before: QWidget | None, now: QWidget | None) -> None:
        """Give the keyboard back where work that has ended took it for a page that is not seen.

        Qt lets a hidden page have it: what somebody is typing on another one would go there.
        """
        hidden = now is not None and self.isAncestorOf(now) and not now.isVisible()
        if hidden and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

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
        sending = self.session is not None and self.rooms.sends
        restoring = self.restore is not None and self.restore.strip.busy
        return self.strip.busy or self.verify.strip.busy or restoring or sending

    def go(self, page: QWidget) -> None:
        """Show a page, and put the keyboard where its work begins."""
        self._stack.setCurrentWidget(page)
        self.rail.mark(page)
        if isinstance(page, Entered):
            page.enter()

    def enter(self, vault: Vault) -> None:
        """Build the pages that need a vault, and show the library."""
        # Loaded now: what they need is most of the program, and the first window waits for none.
        from ui.desktop.rooms import Rooms
        from ui.desktop.session import Session

        self.session = Session(vault, self._lanes)
        self.rail.pages = {self.verify: self.rail.verify}
        self.rooms = rooms = Rooms(self.session, self._stack, self.go, self.rail, self.protected)
        rooms.working.connect(self.strip.watch)
        rooms.verify.connect(self._verify)
        rooms.wiped.connect(self._on_wiped)
        self._connect_rail()
        for past in self._before():
            self._stack.removeWidget(past)
            past.deleteLater()
        self.rail.show()
        self.verify.back_button.hide()
        rooms.begin()

    def _before(self) -> tuple[QWidget, ...]:
        """Return the pages that have no place beside an open vault."""
        pages = (self.welcome, self.create_page, self.unlock)
        later = (page for page in (self.restore, self.made_of) if page is not None)
        return (*pages, *later)

    def to_parts(self) -> None:
        """Show what Firsthand is made of; made now, because few ask."""
        if self.made_of is None:
            from ui.desktop.pages.licences import LicencesPage

            self.made_of = LicencesPage()
            self._stack.addWidget(self.made_of)
            self.made_of.back.connect(lambda: self.go(self.welcome))
        self.go(self.made_of)

    def to_restore(self) -> None:
        """Show how a vault is made again; made now, because all that sends is loaded with it."""
        if self.restore is None:
            from ui.desktop.pages.restore import RestorePage

            self.restore = RestorePage(self._lanes)
            self._stack.addWidget(self.restore)
            self.restore.back.connect(lambda: self.go(self.welcome))
            self.restore.open_.connect(self._unlock)
        self.go(self.restore)

    def _lead_on(self) -> None:
        """Lead on from a vault that was just made: to a way back, where one is wanted."""
        if self.create_page.way_back.isChecked():
            self.go(self.keys)

    def _connect_rail(self) -> None:
        rail, rooms = self.rail, self.rooms
        rail.outbox.clicked.connect(lambda: self.go(rooms.sendings.outbox))
        rail.keys.clicked.connect(lambda: self.go(rooms.keys))
        rail.backups.clicked.connect(lambda: self.go(rooms.backups))
        rail.library.clicked.connect(lambda: self.go(rooms.library))
        rail.bundle.clicked.connect(lambda: rooms.make_bundle(rooms.library.selected()))

    def _unlock(self, folder: Path) -> None:
        self.unlock.folder.set_path(folder)
        self.go(self.unlock)

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
            self.rooms.settle()
            self._lanes.settle()

    def delete_now(self, seconds: float) -> None:
        """Delete what waits for a moment to think again, as far as it can be done in that time."""
        if self.session is not None:
            self.rooms.library.deleting.hurry(seconds)

    def close_session(self) -> None:
        """Keep what was typed, stop everything, close the vault; nothing runs afterwards."""
        self.settle()
        if self.session is not None:
            self.rooms.stop()
        self._lanes.close()
        if self.session is not None:
            self.rooms.close()
            self.session.close()
            self.session = None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.suit(event.size().width())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()
        try:
            self.close_session()
        finally:  # out of sight, it must not stay with a vault that is open
            super().closeEvent(event)
            QApplication.quit()
