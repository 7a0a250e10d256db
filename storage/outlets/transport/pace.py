"""How fast bytes leave: not faster than the person said, as evenly as it can be."""

import threading
import time
from collections.abc import Callable

_SLICE = 0.2
_BLOCKS_A_SECOND = 5
_SMALLEST = 1024


class Pace:
    """A limit in bytes a second over everything that is sent with it, in whatever threads."""

    def __init__(
        self,
        rate: int,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Begin now; ``rate`` is above 0."""
        self._rate = rate
        self._clock, self._sleep = clock, sleep
        self._free_at = clock()
        self._lock = threading.Lock()

    @property
    def block(self) -> int:
        """How many bytes to send at a time, so that they leave evenly."""
        return max(_SMALLEST, self._rate // _BLOCKS_A_SECOND)

    def spend(self, count: int, pulse: Callable[[], None]) -> None:
        """Wait until so many bytes, just sent, are within the limit."""
        with self._lock:
            free_at = self._free_at = max(self._free_at, self._clock()) + count / self._rate
        while (left := free_at - self._clock()) > 0:
            pulse()
            self._sleep(min(left, _SLICE))
