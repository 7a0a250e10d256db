"""The children of one role: who gets which, and when another is worth its start."""

import contextlib
import threading
import time
from collections.abc import Iterator

from capture.errors import DecoderCrashed
from capture.isolate.process import Child

WATCH_SECONDS = 0.25
"""How often it is looked whether a child has stalled, or another is worth its start."""
_CALLS_PER_CHILD = 500
_START_SECONDS = 0.3
"""About what it takes to start a child."""
_PATIENCE_SECONDS = 1.0
"""How long one caller waits, at most, for a child that is kept by a long call."""


class Load:
    """How many children are at work in all roles, and how long there was room for another."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._lock = threading.Lock()
        self._busy = 0
        self._since = time.monotonic()
        self._room = 0.0

    def change(self, by: int) -> None:
        """Count children that begin or end their work."""
        with self._lock:
            self._pass()
            self._busy += by

    def room_seconds(self) -> float:
        """Return for how long fewer were at work than may be, all together."""
        with self._lock:
            self._pass()
            return self._room

    def _pass(self) -> None:
        now = time.monotonic()
        self._room += now - self._since if self._busy < self._workers else 0.0
        self._since = now


class Role:
    """The children of one role: idle ones wait here, and there are never more than ``workers``.

    Starting one costs as much as cleaning dozens of photos. So another is started only once
    callers have waited for as long as that takes, while fewer children than ``workers`` were at
    work in all roles, or one of them for long: where calls are short, and others have the
    processors, one child does the work of many.
    """

    def __init__(self, workers: int, load: Load) -> None:
        self._workers = workers
        self._load = load
        self._changed = threading.Condition()
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._starting = 0
        self._waiting = 0
        self._waited = 0.0
        self._closed = False

    def prepare(self, stall_seconds: float) -> None:
        """Start the first child, unless there is one."""
        with self._changed:
            if self._closed or self._idle or self._busy or self._starting:
                return
            self._begin_start()
        self._give_back(self._start(stall_seconds), fit=True)

    @contextlib.contextmanager
    def lend(self, stall_seconds: float) -> Iterator[Child]:
        """Give a child for one call; a child that failed is not taken back."""
        child = self._take() or self._start(stall_seconds)
        fit = False
        try:
            yield child
            fit = True
        finally:
            self._give_back(child, fit=fit)

    def _take(self) -> Child | None:
        """Wait for an idle child; None where another is to be started, which is counted as such."""
        began = time.monotonic()
        with self._changed:
            while not self._closed:
                if self._idle:
                    child = self._idle.pop()
                    self._busy.add(child)
                    self._load.change(1)
                    return child
                if self._worth_another(time.monotonic() - began):
                    self._begin_start()
                    return None
                self._wait()
        raise DecoderCrashed("the pool is closed")

    def _worth_another(self, waited: float) -> bool:
        count = len(self._busy) + self._starting
        enough = self._waited >= _START_SECONDS or waited >= _PATIENCE_SECONDS
        return not count or (count < self._workers and enough)

    def _wait(self) -> None:
        before = self._load.room_seconds()
        self._waiting += 1
        try:
            self._changed.wait(WATCH_SECONDS)
            if all(child.begun for child in self._busy) and not self._starting:
                # Of many who wait, another child helps one.
                self._waited += (self._load.room_seconds() - before) / self._waiting
        finally:
            self._waiting -= 1

    def _begin_start(self) -> None:
        self._starting += 1
        self._waited = 0.0
        self._load.change(1)

    def _start(self, stall_seconds: float) -> Child:
        child = None
        try:
            child = Child(stall_seconds)
        finally:
            with self._changed:
                self._starting -= 1
                if child is None:
                    self._load.change(-1)
                else:
                    self._busy.add(child)
                self._changed.notify_all()
        return child

    def _give_back(self, child: Child, *, fit: bool) -> None:
        with self._changed:
            self._busy.discard(child)
            self._load.change(-1)
            keep = (fit or child.answered) and child.calls < _CALLS_PER_CHILD and not self._closed
            if keep:
                self._idle.append(child)
            self._changed.notify()
        if not keep:
            child.end()

    def end_stalled(self) -> None:
        """End those that have done nothing new for too long; their calls raise DecoderTimeout."""
        with self._changed:
            stalled = [child for child in self._busy if child.stalled()]
        for child in stalled:
            child.time_out()

    def end_all(self) -> None:
        """End every child, and lend none any more."""
        with self._changed:
            self._closed = True
            children = [*self._idle, *self._busy]
            self._idle.clear()
            self._changed.notify_all()
        for child in children:
            child.end()
