"""The courier: sends what waits in the outbox, beside the window, for as long as the vault is open.

It works in a lane of its own, so that nothing a person does waits for a slow
line. It looks at the calendar itself, twice a minute: while a computer sleeps,
timers stand still. A lock ends it like everything else; what was under way goes
on after the next unlock, where the outlet lets it. Who pauses or takes out one
parcel stops that one alone.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from capture import sending
from storage.errors import OutletTrouble
from storage.outlets import delivery, manner, queue
from storage.outlets.delivery import Tried, Watch
from storage.outlets.queue import Waiting
from storage.outlets.transport import Pace
from ui.desktop.jobs import Estimate, Job, Tell, Tick
from ui.desktop.later import later
from ui.desktop.session import Session

_LOOK_SECONDS = 30.0
_SOON_SECONDS = 0.5
_SPEAK_SECONDS = 0.1
"""Between two words on how far one parcel is."""

Change = Callable[[Waiting], object]


@dataclass(frozen=True, slots=True)
class Moving:
    """How far a parcel is that is being sent now; ``total`` is 0 before its first byte."""

    parcel: str
    outlet: str
    done: int = 0
    total: int = 0
    left: float | None = None


class Courier(QObject):
    """Works the queue, several outlets at once. Lives in the window's thread."""

    changed = Signal()
    """The queue stands differently now."""
    moved = Signal()
    """What ``moving`` says has changed."""
    failed = Signal(object)
    """Something about the vault itself, not about an outlet: that is told in the queue."""
    stranded = Signal(object)
    """An OutletTrouble: a parcel was taken out, but what cut tries left at its outlet is there."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._job: Job | None = None
        self._again = False
        self._afterwards: dict[str, list[Callable[[], None]]] = {}
        self._left: set[str] = set()
        self._moving: dict[str, Moving] = {}
        self._timer = later(self, self.look)

    @property
    def busy(self) -> bool:
        """Whether something is being sent, and not only waited for."""
        return bool(self._moving)

    @property
    def moving(self) -> tuple[Moving, ...]:
        """What is being sent now: of each outlet one at most."""
        return tuple(self._moving.values())

    def of(self, parcel: str) -> Moving | None:
        """Return how far a parcel is; None where it is not being sent."""
        return self._moving.get(parcel)

    def look(self) -> None:
        """Send what is due, and look again when more will be."""
        self._again = self._job is not None  # which may have read the queue already
        if self._job is not None:
            return
        vault = self._session.vault

        def work(tick: Tick, tell: Tell) -> float | None:
            rate = manner.read(vault).rate
            pace = Pace(rate) if rate else None
            watch = Watch(tick, tell, _Telling(tell), self._is_wanted, stays=True)
            for tried in sending.work(vault, watch, pace):
                tell(tried)
            return delivery.next_due(vault)

        self._job = self._session.send(work)
        self._job.told.connect(self._on_told)
        self._job.succeeded.connect(self._look_later)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(lambda: self._look_later(0))
        self._job.ended.connect(self._on_ended)

    def stop(self) -> None:
        """Send nothing more and look at nothing any more: the vault is about to close."""
        self._timer.stop()
        self._again = False
        self._afterwards.clear()
        if self._job is not None:
            self._job.cancel()

    def pause(self, waiting: Waiting) -> None:
        """Leave a parcel for later; if it is being sent, stop that."""
        self._change(waiting, lambda now: queue.pause(self._session.vault, now))

    def resume(self, waiting: Waiting) -> None:
        """Try a parcel again, at once."""
        self._change(waiting, lambda now: queue.resume(self._session.vault, now))

    def cancel(self, waiting: Waiting) -> None:
        """Take a parcel out, with what cut tries left at its outlet, or a finished one's line."""

        def take_out(now: Waiting) -> OutletTrouble | None:
            trouble = delivery.take_back(self._session.vault, now)
            queue.cancel(self._session.vault, now)
            return trouble

        self._change(waiting, take_out)

    def _change(self, waiting: Waiting, change: Change) -> None:
        self._left.add(waiting.id)
        if waiting.id in self._moving:
            changes = self._afterwards.setdefault(waiting.id, [])
            changes.append(lambda: self._run(waiting, change))
            return
        self._run(waiting, change)

    def _is_wanted(self, waiting: Waiting) -> bool:
        """Say whether a parcel may be sent: not while somebody pauses it or takes it out."""
        return waiting.id not in self._left

    def _run(self, waiting: Waiting, change: Change) -> None:
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> object:
            now = queue.current(vault, waiting.id)
            return None if now is None else change(now)

        job = self._session.send(work)
        job.succeeded.connect(self._on_run)
        job.failed.connect(self.failed.emit)
        job.ended.connect(lambda: self._on_run_ended(waiting.id))

    def _on_run(self, trouble: object) -> None:
        if isinstance(trouble, OutletTrouble):
            self.stranded.emit(trouble)

    def _on_run_ended(self, parcel: str) -> None:
        self._left.discard(parcel)
        self.changed.emit()
        self._look_later(0)

    def _on_told(self, told: object) -> None:
        if isinstance(told, Waiting):
            self._moving[told.id] = Moving(told.id, told.outlet_name)
        elif isinstance(told, Moving):
            self._moving[told.parcel] = told
        elif isinstance(told, Tried):
            self._moving.pop(told.waiting.id, None)
            self._change_now(told.waiting.id)
            self.changed.emit()
        self.moved.emit()

    def _change_now(self, parcel: str) -> None:
        for change in self._afterwards.pop(parcel, ()):
            change()

    def _look_later(self, seconds: float | None) -> None:
        """Look again when something is due, or to see whether the calendar has jumped."""
        wait = _LOOK_SECONDS if seconds is None else min(max(seconds, _SOON_SECONDS), _LOOK_SECONDS)
        if not self._timer.isActive() or self._timer.remainingTime() > wait * 1000:
            self._timer.start(round(wait * 1000))

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(error)
        self._look_later(None)

    def _on_ended(self) -> None:
        self._job = None
        self._moving.clear()
        self.moved.emit()
        self.changed.emit()
        for parcel in tuple(self._afterwards):
            self._change_now(parcel)
        if self._again:
            self.look()


class _Telling:
    """Tells the window of each parcel on its way, a few times a second."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._estimates: dict[str, Estimate] = {}
        self._spoke: dict[str, float] = {}

    def __call__(self, waiting: Waiting, done: int, total: int) -> None:
        now = time.monotonic()
        left = self._estimates.setdefault(waiting.id, Estimate()).seconds_left(done, total, now)
        if done >= total or now - self._spoke.get(waiting.id, 0.0) >= _SPEAK_SECONDS:
            self._spoke[waiting.id] = now
            self._tell(Moving(waiting.id, waiting.outlet_name, done, total, left))
