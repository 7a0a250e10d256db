"""How far an import is: in bytes, with an estimate, as a whole and for the file that is read.

The estimate is for the phase that it is in. While files are sealed it says when the last of them
is, and the phone may be unplugged; how long examining takes after that depends on what
they are, and nothing is known of it before it has begun.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

_KNOWN_AFTER = 1.0
"""Seconds of work after which a pace is worth telling."""


class Phase(Enum):
    """What an import is at."""

    LISTING = "listing"
    SEALING = "sealing"
    WAITING = "waiting"
    """For a source that is gone, in the middle of sealing."""
    EXAMINING = "examining"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an import is. Bytes count twice, once sealed and once examined.

    ``seconds_left`` is to the end of the phase, None while it cannot be told. ``file`` is the one
    that is sealed now, of which ``file_done`` of ``file_size`` bytes are; None in the other phases,
    where it is none or several. ``waiting`` is how many sources are to come.
    """

    phase: Phase
    done: int
    total: int
    seconds_left: float | None = None
    file: str | None = None
    file_done: int = 0
    file_size: int = 0
    file_seconds_left: float | None = None
    waiting: int = 0


class Count:
    """The bytes of an import, and how fast they go in each phase. For one thread at a time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._total = dict.fromkeys(Phase, 0)
        self._done = dict.fromkeys(Phase, 0)
        self._spent = dict.fromkeys(Phase, 0.0)
        self._phase = Phase.LISTING
        self._since = clock()
        self._file: str | None = None
        self._size = 0

    def begin(self, phase: Phase) -> None:
        """Go on with another phase."""
        now = self._clock()
        self._spent[self._phase] += now - self._since
        self._phase, self._since = phase, now
        self._file, self._size = None, 0

    def expect(self, phase: Phase, size: int) -> None:
        """Have so many more bytes to do in a phase."""
        self._total[phase] += size

    def file(self, shown: str, size: int) -> None:
        """Begin with a file."""
        self._file, self._size = shown, size

    def end(self, phase: Phase, size: int) -> None:
        """Have so many bytes of a phase behind."""
        self._done[phase] += size
        self._file, self._size = None, 0

    def standing(self, part: int, waiting: int) -> Standing:
        """Return how far it is, with ``part`` bytes of the phase beside those that ended."""
        phase = self._phase
        part = min(part, self._total[phase] - self._done[phase])
        return Standing(
            phase,
            sum(self._done.values()) + part,
            sum(self._total.values()),
            self._left(self._total[phase] - self._done[phase] - part, part),
            self._file,
            part if self._file else 0,
            self._size,
            self._left(self._size - part, part) if self._file else None,
            waiting,
        )

    def _left(self, size: int, part: int) -> float | None:
        """Return the seconds for so many bytes at the phase's pace."""
        spent = self._spent[self._phase] + self._clock() - self._since
        done = self._done[self._phase] + part
        if spent < _KNOWN_AFTER or not done:
            return None
        return max(size, 0) * spent / done
