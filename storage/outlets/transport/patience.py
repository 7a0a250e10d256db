"""How long the other side may take over what it says and takes: a drip is given up like a silence.

Who says one byte a minute is never silent, and would hold a line open for ever. So the time that
is spent waiting is counted, too: each ``PIECE`` has to come within so many seconds of it, and what
has to come whole, such as a greeting or the head of an answer, altogether. Only waiting counts,
and not what was done meanwhile, nor the sleep of a computer.
"""

from storage.errors import Unreachable

WINDOW = 300.0
"""Seconds of waiting in which a piece has to come, or all of what has to come whole."""

PIECE = 64 * 1024
"""Bytes of a piece: 218 bytes a second, with the window; any line that is one brings more."""


class Patience:
    """With one direction of one line."""

    def __init__(self, window: float = WINDOW, *, whole: bool = False) -> None:
        """Begin with pieces, or with what has to come whole."""
        self._window = window
        self.begin(whole=whole)

    def begin(self, *, whole: bool = False) -> None:
        """Forget how long was waited; with ``whole``, what comes buys no more time from now on."""
        self._is_whole = whole
        self._spent = 0.0
        self._moved = 0

    def spend(self, seconds: float, count: int = 0) -> None:
        """Note that it was waited so long for so many bytes. Raises Unreachable."""
        self._spent += seconds
        self._moved += count
        if self._moved >= PIECE and not self._is_whole:
            self.begin()
        if self._spent > self._window:
            raise Unreachable("a drip", reason="too-slow")
