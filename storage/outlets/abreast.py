"""Several pieces of work at once, each in a thread of its own, heard in the thread that asked.

What is dead takes minutes to be given up; what is alive need not wait for it. Nothing but the work
itself runs in these threads: whoever asked is told in their own, and stops everything by raising
from their tick or by leaving the iterator.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from storage.progress import Tick

AT_ONCE = 4
"""Pieces that are worked at the same time; others wait for one of them to end."""

_SLICE = 0.1
_LOOK_SECONDS = 1.0
"""Between two questions for more."""

Result = TypeVar("Result")


class _Stopped(BaseException):
    """Ends a piece of work when who asked for it has stopped."""


@dataclass(slots=True)
class _Call:
    """Something to do in the thread that asked."""

    do: Callable[[], None]
    done: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class _Failed:
    error: BaseException


class Beside:
    """What a piece of work has of the thread that asked for it."""

    def __init__(self, crew: "Crew[Result]") -> None:
        """Stand for one piece."""
        self._crew = crew

    def tick(self, done: int, total: int) -> None:
        """Say how far it is, and end here if it is to."""
        self._crew.far[threading.get_ident()] = (done, total)
        self._crew.check()

    def call(self, do: Callable[[], None]) -> None:
        """Have something done in the thread that asked, and wait for it."""
        call = _Call(do)
        self._crew.said.put(call)
        while not call.done.wait(_SLICE):
            self._crew.check()


Piece = Callable[[Beside], Iterator[Result]]


Pieces = Sequence[Piece[Result]]


class Crew(Generic[Result]):
    """A few threads, each at one piece."""

    def __init__(self) -> None:
        """Nothing begins before ``results``."""
        self.said: SimpleQueue[Result | _Call | _Failed | None] = SimpleQueue()
        self.far: dict[int, tuple[int, int]] = {}
        self._left: deque[Piece[Result]] = deque()
        self._working: set[threading.Thread] = set()
        self._stop = threading.Event()

    def check(self) -> None:
        """End the work of the thread that calls, if whoever asked has stopped."""
        if self._stop.is_set():
            raise _Stopped

    def results(self, more: "Callable[[], Pieces[Result]]", tick: Tick) -> Iterator[Result]:
        """Give what the pieces give, as it comes, until none is left.

        ``more`` is asked for pieces at first, and again and again while any is under way. ``tick``
        gets the sum of how far all of them are.
        """
        try:
            yield from self._heard(more, tick)
        finally:
            self._stop.set()
            for thread in self._working:
                thread.join()

    def _heard(self, more: "Callable[[], Pieces[Result]]", tick: Tick) -> Iterator[Result]:
        look = 0.0
        while not look or self._left or self._working or not self.said.empty():
            if (now := time.monotonic()) >= look:
                look = now + _LOOK_SECONDS
                self._left.extend(more())
            self._hire()
            tick(*self._sum())
            with suppress(Empty):
                said = self.said.get(timeout=_SLICE)
                if isinstance(said, _Failed):
                    raise said.error
                if isinstance(said, _Call):
                    said.do()
                    said.done.set()
                elif said is not None:
                    yield said

    def _hire(self) -> None:
        self._working = {thread for thread in self._working if thread.is_alive()}
        while self._left and len(self._working) < AT_ONCE:
            thread = threading.Thread(target=self._work, args=(self._left.popleft(),))
            self._working.add(thread)
            thread.start()

    def _sum(self) -> tuple[int, int]:
        far = tuple(self.far.copy().values())
        return sum(done for done, _ in far), sum(total for _, total in far)

    def _work(self, piece: "Piece[Result]") -> None:
        try:
            for result in piece(Beside(self)):
                self.said.put(result)
        except _Stopped:
            return
        except BaseException as error:  # noqa: BLE001  # raised again in the thread that asked
            self.said.put(_Failed(error))
        finally:
            self.far.pop(threading.get_ident(), None)
            self.said.put(None)
