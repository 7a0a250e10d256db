"""The import under way: one at a time, to which more can be added while it runs.

An import ends when all is sealed. What is sealed is then examined and cleaned beside everything
else (``Preparing``), which may be stopped at any moment and goes on when the vault is opened
again; while more is sealed it begins with nothing new.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from capture.intake import Import, Taken
from capture.preparing import Preparing, waiting
from capture.sources.base import Source
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.session import Session

PATIENCE = 300.0
"""Seconds for which a device that goes away in the middle is waited for, as the command line."""


_COMPUTERS_OWN = frozenset(("folder", "archive", "clipboard"))


class Imports(QObject):
    """Takes sources in, in the order in which they were added."""

    begun = Signal()
    working = Signal(object, str)
    """A Job, and the words for it; ``told`` gives a Taken as each file ends, and an import's job a
    Standing as it goes on."""
    ended = Signal(tuple)
    """What became of every file."""
    unreached = Signal(object)
    """The error of a source that as a whole could not be read."""
    failed = Signal(object)
    cancelled = Signal()
    prepared = Signal(tuple)
    """How examining and cleaning ended for every original that waited for it."""
    postponed = Signal(str, str)
    """That it was stopped, and what becomes of the rest."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._running: Import | None = None
        self._job: Job | None = None
        self._keeps = False
        self._sources: list[Source] = []
        self._kinds: set[str] = set()
        self._let_go: tuple[Source, ...] = ()
        self._preparing = Preparing(session.vault, session.pool)
        self._preparation: Job | None = None
        self._again = False

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
        goes_on = self._job is not None and self._job.running
        if self._running is not None and goes_on and self._keeps is keep_device:
            self._running.add(source)
            return
        begun = Import(
            self._session.vault,
            self._session.pool,
            keep_device=keep_device,
            seal_only=True,
            patience=PATIENCE,
        )
        begun.add(source)
        self._run(begun, keeps=keep_device)

    def _run(self, work: Import, *, keeps: bool) -> None:
        self._running, self._keeps = work, keeps
        self._preparing.hold()
        self._job = job = self._session.run_import(work)
        job.succeeded.connect(lambda taken: self._on_through(work, taken))
        job.failed.connect(self.failed.emit)
        job.cancelled.connect(self.cancelled.emit)
        job.ended.connect(lambda: self._on_end(job))
        self.begun.emit()
        self.working.emit(job, self.tr("Sealing in the vault"))

    def _on_through(self, work: Import, taken: Sequence[Taken]) -> None:
        if self._running is work and work.waiting:  # added when the last file had ended
            self._run(work, keeps=self._keeps)
            return
        self.ended.emit(tuple(taken))
        self.prepare(at_once=any(one.original for one in taken))
        for error in work.unreached:
            self.unreached.emit(error)

    def _on_end(self, job: Job) -> None:
        if self._job is not job:
            return  # it goes on, or another was begun
        self._running = self._job = None
        self._preparing.release()
        self._let_go, self._sources = tuple(self._sources), []
        self.let_go()

    def prepare(self, *, at_once: bool = False) -> None:
        """Examine and clean what waits for it; ``at_once`` where it is known that something does.

        Otherwise nothing is shown before that is found.
        """
        if self._preparation is not None:
            self._again = True  # it may be at its end, and have looked before this was sealed
            return
        vault, preparing = self._session.vault, self._preparing

        def work(tick: Tick, tell: Tell) -> tuple[Taken, ...]:
            if waiting(vault):
                tell(preparing)
            return preparing.run(tick, tell)

        self._preparation = job = self._session.prepare(work)
        job.patient = True
        job.told.connect(lambda said: self._on_begun(job, said, shown=at_once))
        job.succeeded.connect(self._on_through_all)
        job.failed.connect(self.failed.emit)
        job.cancelled.connect(self._on_postponed)
        job.ended.connect(self._on_prepared)
        if at_once:
            self._show(job)

    def _on_begun(self, job: Job, said: object, *, shown: bool) -> None:
        if said is self._preparing and not shown:
            self._show(job)

    def _on_through_all(self, ended: Sequence[Taken]) -> None:
        for item in self._preparing.joined:
            self._session.changed.emit(item)
        self.prepared.emit(tuple(ended))

    def _show(self, job: Job) -> None:
        self.working.emit(job, self.tr("Sealed; reading and cleaning"))

    def _on_postponed(self) -> None:
        self._again = False
        self.postponed.emit(
            self.tr("Stopped."),
            self.tr(
                "All that came whole is sealed. What was not examined and cleaned yet waits until "
                "the vault is opened again, or until something else is taken in."
            ),
        )

    def _on_prepared(self) -> None:
        self._preparation = None
        if self._again:
            self._again = False
            self.prepare()

    def let_go(self) -> None:
        """Let go of the devices of the last import: when it ended, and after each later use."""
        sources = self._let_go

        def close_all(_tick: Tick, _tell: Tell) -> None:
            for source in sources:
                close = getattr(source, "close", None)
                if close is not None:
                    close()

        self._session.reach(close_all)
