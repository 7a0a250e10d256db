"""How a long function of the core says how far it is.

A tick is called with (done, total), both in the same unit (bytes unless the
function says otherwise); total is 0 while it is unknown. The caller's tick may
raise to stop the work: the core never names that exception, and every
function cleans up in ``finally``.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

Tick = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None:
    """Ignore the progress, for callers who do not watch."""


def stage(tick: Tick, whole: int, begins: float, ends: float) -> Tick:
    """Return the tick of one stage of a work, from one share of it to another, of ``whole``."""

    def within(done: int, total: int) -> None:
        share = min(done, total) / total if total else 0.0
        tick(round(whole * (begins + (ends - begins) * share)), whole)

    return within


class Together:
    """One count over many parts that are worked on at once, by threads; it never goes back.

    What the caller's tick raises stops every part: each raises it again at its next tick.
    """

    def __init__(self, tick: Tick, total: int) -> None:
        self._tick = tick
        self._total = total
        self._lock = threading.Lock()
        self._done: dict[int, int] = {}
        self._sum = 0
        self._stopped_by: BaseException | None = None

    def part(self, number: int, size: int) -> Tick:
        """Return the tick of one part, of ``size`` in the whole's unit."""
        return lambda done, _total: self._count(number, min(done, size))

    def end(self, number: int, size: int, then: Callable[[], None] | None = None) -> None:
        """Count a part as done, whatever its ticks said; ``then`` is called one at a time."""
        self._count(number, size)
        if then is not None:
            with self._lock:
                then()

    def _count(self, number: int, done: int) -> None:
        with self._lock:
            if self._stopped_by is not None:
                raise self._stopped_by
            # A second pass over a part starts again at zero.
            before = self._done.get(number, 0)
            self._done[number] = max(done, before)
            self._sum += self._done[number] - before
            try:
                self._tick(self._sum, self._total)
            except BaseException as stop:
                self._stopped_by = stop
                raise


_FIRST_ROUND = 0.6
"""Share of what is left that a round takes which may not be the last."""


@dataclass(slots=True)
class Passes:
    """Several passes over one video as one count of its microseconds; it never goes back.

    ``rounds`` may still follow: most of what is left is for this one, which ``begins`` at a share
    of the whole.
    """

    tick: Tick
    length: int
    rounds: int = 0
    begins: float = 0.0
    at: int = 0
    """How far it is."""

    @property
    def _ends(self) -> float:
        return self.begins + (1 - self.begins) * (_FIRST_ROUND if self.rounds else 1)

    def alive(self, _done: int, _total: int) -> None:
        """Tick without being further, where how far is not known."""
        self.tick(self.at, max(self.length, 1))

    def next_round(self) -> None:
        """Begin the next round."""
        self.begins, self.rounds = self._ends, self.rounds - 1

    def of(self, begins: int, ends: int) -> Tick:
        """Return the tick of a pass that takes so many hundredths of the round."""

        def within(done: int, total: int) -> None:
            share = (ends - begins) * min(done, total) / total if total else 0
            part = self.begins + (self._ends - self.begins) * (begins + share) / 100
            self.at = max(round(self.length * part), self.at)
            self.tick(self.at, max(self.length, 1))

        return within
