"""Waiting for a source that went away in the middle: a pulled cable, a locked phone, a nap.

When a file cannot be read, a file that could be is asked for one byte. If that comes, the
source is there, and the file alone is bad. If not, the source is gone, and is waited for;
once it is back the file is tried again, and the import goes on from there. A source that does not
come back in time is given up as a whole: a thousand files need not fail one by one.
"""

import time
from collections.abc import Callable

from capture.errors import CaptureError, Unreadable
from capture.sources import ahead
from capture.sources.base import Incoming

_LOST = frozenset(("device", "stalled", "no-device", "missing", "iphone-locked"))
_PAUSE = 0.5
_PROBE_PATIENCE = 10.0


class Returning:
    """What is known of one source while its files are read."""

    def __init__(self, patience: float, waiting: Callable[[], None]) -> None:
        """Wait so many seconds at most; ``waiting`` is called often meanwhile and may raise."""
        self._patience = patience
        self._waiting = waiting
        self._good: Incoming | None = None
        self._tried: Incoming | None = None
        self.given_up: CaptureError | None = None
        """Why nothing more of this source is tried."""

    def came(self, offered: Incoming) -> None:
        """Take note that a file came whole."""
        self._good = offered

    def again(self, offered: Incoming, error: CaptureError) -> bool:
        """Say whether a file that failed is to be tried again, after having waited if need be."""
        reason = error.facts.get("reason")
        if reason not in _LOST or self._good is None or self._tried is offered:
            return False
        self._tried = offered
        if self._answers(self._good):
            return True
        if self._came_back(self._good):
            return True
        self.given_up = error
        return False

    def _came_back(self, good: Incoming) -> bool:
        until = time.monotonic() + self._patience
        while time.monotonic() < until:
            self._waiting()
            time.sleep(_PAUSE)
            if self._answers(good):
                return True
        return False

    def _answers(self, good: Incoming) -> bool:
        try:
            return ahead.answer(lambda: _one_byte(good), self._waiting, _PROBE_PATIENCE)
        except Unreadable:
            return False


def _one_byte(offered: Incoming) -> bool:
    with offered.open() as stream:
        return bool(stream.read(1))
