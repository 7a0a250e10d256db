"""How a long function of the core says how far it is.

A tick is called with (done, total), both in the same unit (bytes unless the
function says otherwise); total is 0 while it is unknown. The caller's tick may
raise to stop the work: the core never names that exception, and every
function cleans up in ``finally``.
"""

import threading
from collections.abc import Callable

Tick = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None:
    """Ignore the progress, for callers who do not watch."""


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
