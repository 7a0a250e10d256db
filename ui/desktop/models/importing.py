"""The import under way: one at a time, to which more can be added while it runs."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from capture.intake import Import, Taken
from capture.sources.base import Source
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.session import Session

PATIENCE = 300.0
"""Seconds for which a device that goes away in the middle is waited for, as the command line."""


_COMPUTERS_OWN = frozenset(("folder", "archive"))


class Imports(QObject):
    """Takes sources in, in the order in which they were added."""

    begun = Signal(object)
    """A Job: its ``told`` gives a Taken as each file ends, and a Standing as it goes on."""
    ended = Signal(tuple)
    """What became of every file."""
    unreached = Signal(object)
    """The error of a source that as a whole could not be read."""
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._running: Import | None = None
        self._job: Job | None = None
        self._keeps = False
        self._sources: list[Source] = []
        self._kinds: set[str] = set()
        self._let_go: tuple[Source, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether something is being taken in."""
        return self._running is not None

    @property
    def from_devices(self) -> bool:
        """Whether all of the import that is under way, or was the last, came from devices."""
        return bool(self._kinds) and not self._kinds & _COMPUTERS_OWN

    def add(self, source: Source, *, keep_device: bool = False) -> None:
        """Take a source in, after what was added before.

        ``keep_device`` has the device's name kept with what comes from it.
        """
        self._sources.append(source)
        if self._running is None:
            self._kinds.clear()
        self._kinds.add(source.about.kind)
        if self._running is not None and self._keeps is keep_device:
            self._running.add(source)
            return
        begun = Import(
            self._session.vault, self._session.pool, keep_device=keep_device, patience=PATIENCE
        )
        begun.add(source)
        self._run(begun, keeps=keep_device)

    def _run(self, work: Import, *, keeps: bool) -> None:
        self._running, self._keeps = work, keeps
        self._job = job = self._session.run_import(work)
        job.succeeded.connect(lambda taken: self._on_through(work, taken))
        job.failed.connect(self.failed.emit)
        job.cancelled.connect(self.cancelled.emit)
        job.ended.connect(lambda: self._on_end(job))
        self.begun.emit(job)

    def _on_through(self, work: Import, taken: Sequence[Taken]) -> None:
        if self._running is work and work.waiting:  # added when the last file had ended
            self._run(work, keeps=self._keeps)
            return
        self.ended.emit(tuple(taken))
        for error in work.unreached:
            self.unreached.emit(error)

    def _on_end(self, job: Job) -> None:
        if self._job is not job:
            return  # it goes on, or another was begun
        self._running = self._job = None
        self._let_go, self._sources = tuple(self._sources), []
        self.let_go()

    def let_go(self) -> None:
        """Let go of the devices of the last import: when it ended, and after each later use."""
        sources = self._let_go

        def close_all(_tick: Tick, _tell: Tell) -> None:
            for source in sources:
                close = getattr(source, "close", None)
                if close is not None:
                    close()

        self._session.reach(close_all)
