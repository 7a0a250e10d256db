"""Deleting with a moment to think again: nothing is destroyed before that moment is over.

The vault's own deletion cannot be undone: it destroys the keys of the files. So what
a person deletes is first only hidden, and is destroyed when the moment is over,
when they say so, or when the window closes or locks; before a panic ends the process, too.
"""

import threading
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from storage.errors import StorageError
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.later import later
from ui.desktop.session import Session

MOMENT_MS = 10_000
"""How long it can be undone, in milliseconds: long enough to be read out."""


class Deleting(QObject):
    """What is about to be deleted."""

    begun = Signal(tuple)
    """The ids that are hidden now."""
    undone = Signal()
    destroying = Signal(object)
    """The Job that destroys them; it succeeds with their ids."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._items: tuple[str, ...] = ()
        self._moment = later(self, self.finish, MOMENT_MS)

    @property
    def items(self) -> tuple[str, ...]:
        """The ids that are about to be deleted."""
        return self._items

    def begin(self, items: Sequence[str]) -> None:
        """Have these deleted in a moment; what waited until now is deleted at once."""
        self.finish()
        if items:
            self._items = tuple(items)
            self._moment.start()
            self.begun.emit(self._items)

    def undo(self) -> None:
        """Keep them."""
        self._moment.stop()
        if self._items:
            self._items = ()
            self.undone.emit()

    def finish(self) -> None:
        """Destroy them now."""
        self._moment.stop()
        items, self._items = self._items, ()
        if items:
            self.destroying.emit(self._destroy(items))

    def hurry(self, seconds: float) -> None:
        """Decide their end within that time, whatever runs; what was decided the vault finishes.

        By a thread of its own, which is not waited for any longer: the process is about to end.
        """
        self._moment.stop()
        items, self._items = self._items, ()
        if items:
            deciding = threading.Thread(target=self._condemn, args=(items,), daemon=True)
            deciding.start()
            deciding.join(seconds)

    def _condemn(self, items: tuple[str, ...]) -> None:
        for item in items:
            with suppress(StorageError):  # one that is gone already keeps none of the others
                self._session.vault.condemn(item)

    def _destroy(self, items: tuple[str, ...]) -> Job:
        vault = self._session.vault

        def work(tick: Tick, _tell: Tell) -> tuple[str, ...]:
            vault.delete(*items, tick=tick)
            return items

        return self._session.ask(work)
