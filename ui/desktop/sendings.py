"""What belongs to sending in the window: the courier, its four pages, the ways between them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from capture.audit import BundleChoices
from ui.desktop import phrases, theme
from ui.desktop.courier import Courier
from ui.desktop.pages.outbox import OutboxPage
from ui.desktop.pages.outlets import OutletsPage
from ui.desktop.pages.post import PostPage
from ui.desktop.pages.send import Load, SendPage
from ui.desktop.session import Session
from ui.desktop.waytor import WayTor

_FULL = 100


class Sendings(QObject):
    """Made with the session, stopped before it closes."""

    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session, go: Callable[[QWidget], None]) -> None:
        """``go`` shows a page."""
        super().__init__()
        self._go = go
        self._stack: QStackedWidget | None = None
        self._came_from: QWidget | None = None
        self.tor = WayTor(session)
        self.courier = Courier(session)
        self.outbox = OutboxPage(session, self.courier)
        self.outlets = OutletsPage(session)
        self.send = SendPage(session)
        self.post = PostPage(session)
        self.place: QPushButton | None = None
        self._connect()

    def join(self, stack: QStackedWidget) -> None:
        """Put the pages beside those of the window."""
        self._stack = stack
        for page in (self.outbox, self.outlets, self.send, self.post):
            stack.addWidget(page)

    def _connect(self) -> None:
        self.outbox.outlets.connect(lambda: self._go(self.outlets))
        self.outlets.back.connect(lambda: self._go(self.outbox))
        self.outlets.changed.connect(self.courier.look)
        self.send.outlets.connect(lambda: self._go(self.outlets))
        self.send.back.connect(self._back)
        self.send.queued.connect(self._on_queued)
        self.post.back.connect(self._back)
        for page in (self.send, self.post):
            page.working.connect(self.working.emit)
        self.courier.moved.connect(self._show_quietly)
        self.tor.staged.connect(self.outlets.network.say_stage)
        self.tor.staged.connect(self.outbox.say_stage)

    def begin(self, place: QPushButton) -> None:
        """Begin to send what waits; ``place``, the way to the outbox, says how far it is."""
        self.place = place
        self.courier.look()

    def stop(self) -> None:
        """Send nothing more: the vault is about to close."""
        self.courier.stop()

    def close(self) -> None:
        """End the Tor that was started: nothing is on its way any more, the vault is still open."""
        self.tor.close()

    def send_items(self, choices: BundleChoices) -> None:
        """Ask to whom a bundle of items goes."""
        self._open(self.send)
        self.send.begin(Load(choices=choices))

    def send_bundle(self, path: Path) -> None:
        """Ask to whom a bundle goes that was made before."""
        self._open(self.send)
        self.send.begin(Load(bundle=path))

    def post_items(self, items: Sequence[str]) -> None:
        """Ask where copies are to be posted."""
        self._open(self.post)
        self.post.begin(items)

    def _open(self, page: QWidget) -> None:
        self._came_from = None if self._stack is None else self._stack.currentWidget()
        self._go(page)

    def _back(self) -> None:
        if self._came_from is not None:
            self._go(self._came_from)

    def _on_queued(self) -> None:
        self._go(self.outbox)
        self.courier.look()

    def _show_quietly(self) -> None:
        """Say beside the way to the outbox that something is being sent, and how far it is."""
        if self.place is None:
            return
        moving = self.courier.moving
        said = self.tr("Outbox")
        total = sum(one.total for one in moving)
        if total:
            far = phrases.count(_FULL * sum(one.done for one in moving) // total)
            said = self.tr("Outbox · {percent} %").format(percent=far)
        elif moving:
            said = self.tr("Outbox · …")
        self.place.setText(said)
        self.place.setAccessibleName(said)
        theme.give_role(self.place, "rail")
