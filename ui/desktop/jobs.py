"""Long work beside the window: a Job runs one callable of the core in a lane.

The core knows nothing of this: it calls a tick, and the tick raises
``Cancelled`` when the person asked to stop. ``Cancelled`` is a BaseException,
so no ``except Exception`` on the way swallows it. What the worker has to say
crosses to the window's thread through queued signals of one private wire;
no widget is ever touched from a lane.
"""

import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from capture.errors import CaptureError
from storage.errors import StorageError

Tick = Callable[[int, int], None]
Tell = Callable[[object], None]
Work = Callable[[Tick, Tell], object]

_SPEAK_SECONDS = 0.05
"""A tick may come thousands of times a second; the window hears of it twenty times."""
_RATE_SECONDS = 1.0
_SMOOTHING = 0.3


class Cancelled(BaseException):
    """The person asked to stop; raised by the tick, never named by the core."""


class Unexpected(Exception):
    """A bug: the report names kinds of errors and lines of code, nothing of the evidence."""

    def __init__(self, report: str) -> None:
        super().__init__(report)
        self.report = report


class _Wire(QObject):
    """Carries what a worker says into the window's thread."""

    ticked = Signal(object, object, object)
    told = Signal(object)
    finished = Signal(object, object)


class Job(QObject):
    """One piece of long work. Lives in the window's thread; every signal is emitted there.

    It belongs to the application until it has ended, and is then deleted by the event loop:
    if Python's last reference decided, a lane could delete it while the window still hears it.
    """

    progressed = Signal(object, object, object)
    """(done, total, seconds left or None); total is 0 while it is unknown."""
    told = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    """A CaptureError, StorageError, OSError or Unexpected."""
    cancelled = Signal()
    ended = Signal()
    """Always the last signal, whatever happened."""

    patient = False
    """Whether others are shown before it, where there are several."""

    def __init__(self, work: Work) -> None:
        super().__init__(QCoreApplication.instance())
        self._work: Work | None = work
        self._stop = threading.Event()
        self._estimate = Estimate()
        self._spoke = 0.0
        self._wire = _Wire(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._wire.ticked.connect(self._on_tick, queued)
        self._wire.told.connect(self._on_told, queued)
        self._wire.finished.connect(self._on_finished, queued)
        self.running = True

    def cancel(self) -> None:
        """Ask the work to stop at its next tick; before it began it never begins."""
        self._stop.set()

    def mute(self) -> None:
        """Say nothing any more: those who listened are about to go."""
        if self.running:
            self.blockSignals(True)  # noqa: FBT003 # Qt's own shape

    def run(self) -> None:
        """Do the work; called once, by a lane, in the lane's thread."""
        result, error = self._attempt()
        self._work = None
        self._wire.finished.emit(result, error)

    def _attempt(self) -> tuple[object, BaseException | None]:
        try:
            self._tick(0, 0)
            if self._work is None:
                return None, Cancelled()
            return self._work(self._tick, self._tell), None
        except Cancelled as stop:
            return None, _bare(stop)
        except (CaptureError, StorageError, OSError) as error:
            return None, _bare(error)
        # Becomes a report that the person reads. Parsers in Rust panic by a BaseException (PyO3):
        # past here it would end the lane with its job for ever under way, and be told on stderr.
        except BaseException as error:  # noqa: BLE001 # likewise
            return None, Unexpected(report_of(error))

    def _tick(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._spoke >= _SPEAK_SECONDS or (total and done >= total):
            self._spoke = now
            self._wire.ticked.emit(done, total, self._estimate.seconds_left(done, total, now))

    def _tell(self, value: object) -> None:
        self._wire.told.emit(value)

    def _on_tick(self, done: int, total: int, left: float | None) -> None:
        if self.running:
            self.progressed.emit(done, total, left)

    def _on_told(self, value: object) -> None:
        self.told.emit(value)

    def _on_finished(self, result: object, error: BaseException | None) -> None:
        self.running = False
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.ended.emit()
        self.deleteLater()


class Estimate:
    """Seconds left, from a smoothed rate; None until there is a rate worth saying."""

    def __init__(self) -> None:
        self._at = 0.0
        self._done = 0
        self._rate = 0.0

    def seconds_left(self, done: int, total: int, now: float) -> float | None:
        """Take in how far the work is at ``now`` (seconds, monotonic) and estimate the rest."""
        if not self._at or done < self._done:
            self._at, self._done, self._rate = now, done, 0.0
        elif now - self._at >= _RATE_SECONDS:
            rate = (done - self._done) / (now - self._at)
            self._rate += (_SMOOTHING if self._rate else 1.0) * (rate - self._rate)
            self._at, self._done = now, done
        if not total or not self._rate:
            return None
        return max(total - done, 0) / self._rate


class Lane:
    """Threads that take jobs in turn; with ``newest_first`` the last asked is done first."""

    def __init__(self, name: str, threads: int = 1, *, newest_first: bool = False) -> None:
        self._newest_first = newest_first
        self._ready = threading.Condition()
        self._waiting: deque[Job] = deque()
        self._running: set[Job] = set()
        self._closed = False
        self._threads = [
            threading.Thread(target=self._serve, name=f"{name}-{number}")
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Job) -> Job:
        """Queue a job. After ``close`` it is cancelled at once."""
        with self._ready:
            if not self._closed:
                self._waiting.append(job)
                self._ready.notify()
                return job
        job.cancel()
        job.run()
        return job

    def drain(self, seconds: float) -> None:
        """Wait until everything asked for is done, at most so long."""
        with self._ready:
            self._ready.wait_for(lambda: not self._waiting and not self._running, seconds)

    def close(self) -> None:
        """Cancel everything and wait for the threads; nothing runs afterwards."""
        with self._ready:
            self._closed = True
            waiting = list(self._waiting)
            self._waiting.clear()
            for job in (*waiting, *self._running):
                job.cancel()
            self._ready.notify_all()
        for thread in self._threads:
            thread.join()
        for job in waiting:
            job.run()

    def _serve(self) -> None:
        while (job := self._take()) is not None:
            job.run()
            with self._ready:
                self._running.discard(job)
                self._ready.notify_all()

    def _take(self) -> Job | None:
        with self._ready:
            while not self._waiting and not self._closed:
                self._ready.wait()
            if self._closed:
                return None
            job = self._waiting.pop() if self._newest_first else self._waiting.popleft()
            self._running.add(job)
            return job


def _bare(error: BaseException) -> BaseException:
    """Drop the frames: their variables may hold a passphrase or a name."""
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return error


def report_of(error: BaseException) -> str:
    """Return the kind of a bug and its lines of code; no message, no path, no value."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *places])
