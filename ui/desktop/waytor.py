"""Tor beside the window: started by whatever needs it first, while a vault is open."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from storage.outlets import standby
from ui import words
from ui.desktop.session import Session

if TYPE_CHECKING:
    from storage.outlets.transport.tor import Bootstrap


class WayTor(QObject):
    """Has Tor started when it is needed, and says what it is at."""

    staged = Signal(str, int)
    """What Tor is at, in words, and how far of 100; at 100 it is ready."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._open = ExitStack()
        self._open.enter_context(standby.standing_by(session.vault, self._tell))

    def close(self) -> None:
        """End the Tor that was started, if one was; nothing may be on its way any more."""
        self._open.close()

    def _tell(self, far: "Bootstrap") -> None:
        """Hear it from a lane; the signal carries it into the window's thread."""
        self.staged.emit(words.stage(far.stage), far.percent)
