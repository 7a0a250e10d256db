"""Numbers that wander about a middle, and the randomness that they wander by."""

import os

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray


def fresh() -> Generator:
    """Return a generator with a seed of the system's own, which nobody is told."""
    return np.random.Generator(np.random.PCG64(int.from_bytes(os.urandom(32), "big")))


class Wander:
    """A value that goes evenly from one random point to the next, ``every`` steps or so.

    The points lie about ``middle``, with a deviation of ``spread``, at most two of it away.
    """

    def __init__(self, chance: Generator, middle: float, spread: float, every: int) -> None:
        self._chance = chance
        self._middle, self._spread, self._every = middle, spread, every
        self._now = self._point()
        self._goal, self._left = self._now, 0

    def next(self, count: int) -> NDArray[np.float64]:
        """Return the next values."""
        values = np.empty(count)
        for number in range(count):
            if not self._left:
                self._goal = self._point()
                self._left = int(self._chance.integers(self._every // 3, self._every))
            self._now += (self._goal - self._now) / self._left
            self._left -= 1
            values[number] = self._now
        return values

    def _point(self) -> float:
        away = np.clip(self._chance.standard_normal(), -2, 2)
        return float(self._middle + self._spread * away)
