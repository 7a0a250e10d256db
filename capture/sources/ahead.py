"""Reading from a source that may stall, without being stalled by it.

A phone that locks its screen, a cable that was pulled, a network folder that
is gone: a read then takes minutes or never returns, and so does a listing. So a
thread of its own reads, some steps ahead, and whoever waits can give up: after
``PATIENCE`` with nothing new, or when the person cancels.
"""

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO, Generic, TypeVar

from capture.errors import Unreadable
from capture.sources.base import Incoming, Skipped, Source

CHUNK = 1 << 20
PATIENCE = 60.0
"""Seconds without anything new after which a source is given up."""

LISTING_PATIENCE = 600.0
"""Seconds that a listing may take between two files: a phone counts all it has before the first."""

_CHUNKS_AHEAD = 4
_FILES_AHEAD = 256
_LOOK = 0.2

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Ended:
    """How the thread's work ended: with an error, or None where it is all there."""

    error: BaseException | None


def chunks(
    open_: Callable[[], AbstractContextManager[BinaryIO]],
    waiting: Callable[[], None],
    patience: float = PATIENCE,
) -> Iterator[bytes]:
    """Yield what a source gives, up to CHUNK bytes at a time, until its end.

    ``waiting`` is called several times a second while nothing comes, and may raise to stop.
    Raises Unreadable: what ``open_`` raised, "device" for an error of the system's, "stalled".
    A generator that is closed leaves no open stream once its last read has returned.
    """

    def read() -> Iterator[bytes]:
        with open_() as stream:
            while chunk := _filled(stream):
                yield chunk

    return _beside(read, waiting, patience, _CHUNKS_AHEAD)


def offered(
    source: Source, waiting: Callable[[], None], patience: float = LISTING_PATIENCE
) -> Iterator[Incoming | Skipped]:
    """Yield what a source offers, as ``chunks`` yields what a file holds."""
    return _beside(source.find, waiting, patience, _FILES_AHEAD)


def answer(asked: Callable[[], _T], waiting: Callable[[], None], patience: float = PATIENCE) -> _T:
    """Return what a question to a source gives, as ``chunks`` gives what a file holds."""
    (given,) = _beside(lambda: iter((asked(),)), waiting, patience, 1)
    return given


def _beside(
    made: Callable[[], Iterator[_T]], waiting: Callable[[], None], patience: float, ahead: int
) -> Iterator[_T]:
    """Yield what a generator yields in a thread of its own."""
    reading = _Reading(made, ahead)
    threading.Thread(target=reading.run, daemon=True).start()
    try:
        while True:
            read = _next(reading.ahead, waiting, patience)
            if not isinstance(read, _Ended):
                yield read
            elif read.error is None:
                return
            elif isinstance(read.error, OSError):
                raise Unreadable(reason="device") from read.error
            else:
                raise read.error
    finally:
        reading.stopped.set()


def _next(
    ahead: "queue.Queue[_T | _Ended]", waiting: Callable[[], None], patience: float
) -> _T | _Ended:
    until = time.monotonic() + patience
    while True:
        try:
            return ahead.get(timeout=_LOOK)
        except queue.Empty:
            waiting()
            if time.monotonic() > until:
                raise Unreadable(reason="stalled") from None


class _Reading(Generic[_T]):
    """What the thread does; ``ahead`` is what it has done, and ``stopped`` ends it."""

    def __init__(self, made: Callable[[], Iterator[_T]], ahead: int) -> None:
        self._made = made
        self.ahead: queue.Queue[_T | _Ended] = queue.Queue(ahead)
        self.stopped = threading.Event()

    def run(self) -> None:
        try:
            self._run()
        except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
            self._hand_over(_Ended(error))

    def _run(self) -> None:
        made = self._made()
        for one in made:
            self._hand_over(one)
            if self.stopped.is_set():
                break
        # A generator that was left before its end closes what it has open; an iterator has nothing.
        if isinstance(made, Generator):
            made.close()
        self._hand_over(_Ended(None))

    def _hand_over(self, read: _T | _Ended) -> None:
        while not self.stopped.is_set():
            try:
                self.ahead.put(read, timeout=_LOOK)
            except queue.Full:
                continue
            return


def _filled(stream: BinaryIO) -> bytes:
    """Read a whole chunk, for a device may give a few bytes at a time."""
    read = stream.read(CHUNK)
    while read and len(read) < CHUNK and (more := stream.read(CHUNK - len(read))):
        read += more
    return read
