"""How alike two pictures are, field by field, so that one small thing that was changed shows.

A picture is divided into fields of about 32 by 32 pixels. A field agrees where the PSNR over its
samples is at least 22 dB and, where there is anything to be seen in it, its brightness goes up
and down with the other's (correlation of at least 0.5). Where the figures come from is told in
docs/formats/bundle.md.
"""

from dataclasses import dataclass
from math import log10

import numpy as np
from numpy.typing import NDArray

from capture.report import Picture

SIDE = 32
"""Pixels of a field's side, about."""
LEAST_PSNR = 22.0
LEAST_CORRELATION = 0.5
SEEN = 4.0
"""Standard deviation of brightness from which on there is something to be seen in a field."""
SAME_PIXELS = 99.9
"""Decibels that are stated where no sample differs: the formula has no end there."""
ROUNDING = 1
"""Pixels by which a side may differ, of a picture that was made smaller before."""
_PEAK = 255.0**2
_TINY = 1e-9

_Grid = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Error:
    """Squared differences, summed over so many samples from 0 to 255, and the largest one."""

    squares: float = 0.0
    samples: int = 0
    largest: int = 0

    def __add__(self, other: "Error") -> "Error":
        return Error(
            self.squares + other.squares,
            self.samples + other.samples,
            max(self.largest, other.largest),
        )

    @property
    def psnr(self) -> float:
        """Decibels; SAME_PIXELS where nothing differs."""
        mean = self.squares / max(self.samples, 1)
        return round(min(10 * log10(_PEAK / mean), SAME_PIXELS), 1) if mean else SAME_PIXELS


@dataclass(frozen=True, slots=True)
class Fields:
    """What was found over the fields of one pair of pictures, or of several.

    ``count`` fields, of which ``agree`` do; ``seen`` of them have something to be seen in them, of
    which ``seen_agree`` agree. The errors are those of all fields, and of those that agree. Where
    it is known what was covered, ``covered`` fields are touched by it; they may agree, but
    nothing of the original is seen to agree in them.
    """

    count: int
    agree: int
    seen: int
    seen_agree: int
    everywhere: Error
    agreeing: Error
    covered: int = 0

    def __add__(self, other: "Fields") -> "Fields":
        return Fields(
            self.count + other.count,
            self.agree + other.agree,
            self.seen + other.seen,
            self.seen_agree + other.seen_agree,
            self.everywhere + other.everywhere,
            self.agreeing + other.agreeing,
            self.covered + other.covered,
        )


NOTHING = Fields(0, 0, 0, 0, Error(), Error())


def compare(original: Picture, copy: Picture, covered: Picture | None = None) -> Fields | None:
    """Compare two pictures; None where their shapes differ by more than rounding does.

    ``covered`` is the original with the covers that the copy is said to have, of its shape: where
    one lies, the copy has to look like that cover, but for the grain in it.
    """
    down, across = original.height - copy.height, original.width - copy.width
    if max(abs(down), abs(across)) > ROUNDING:
        return None
    height, width = min(original.height, copy.height), min(original.width, copy.width)
    one, other = (_samples(picture)[:height, :width] for picture in (original, copy))
    made = one if covered is None else _samples(covered)[:height, :width]
    off = np.abs(made - other)
    count = _sums(np.ones(off.shape[:2]))
    squares, largest = _sums((off**2).sum(axis=2)), _most(off.max(axis=2))
    spread, together = _brightness(one.mean(axis=2), other.mean(axis=2), count)
    under = _most(np.abs(one - made).max(axis=2)) > 0
    seen = spread > SEEN
    near = squares / (3 * count) <= _PEAK / 10 ** (LEAST_PSNR / 10)
    agree = near & (under | ~seen | (together >= LEAST_CORRELATION))
    return Fields(
        agree.size,
        int(agree.sum()),
        int(seen.sum()),
        int((seen & agree & ~under).sum()),
        _error(squares, count, largest),
        _error(squares[agree], count[agree], largest[agree]),
        int(under.sum()),
    )


def _error(squares: _Grid, count: _Grid, largest: _Grid) -> Error:
    return Error(float(squares.sum()), int(3 * count.sum()), int(largest.max(initial=0)))


def _samples(picture: Picture) -> _Grid:
    flat = np.frombuffer(picture.rgb, np.uint8)
    return flat.reshape(picture.height, picture.width, 3).astype(np.float64)


def _brightness(one: _Grid, other: _Grid, count: _Grid) -> tuple[_Grid, _Grid]:
    """Return each field's spread in the one picture, and its correlation with the other."""
    means = _sums(one) / count, _sums(other) / count
    ours = (_sums(one**2) / count - means[0] ** 2).clip(0)
    theirs = (_sums(other**2) / count - means[1] ** 2).clip(0)
    both = _sums(one * other) / count - means[0] * means[1]
    return np.sqrt(ours), both / np.sqrt(np.maximum(ours * theirs, _TINY))


def _sums(grid: _Grid) -> _Grid:
    down, across = (_edges(length) for length in grid.shape)
    return np.asarray(np.add.reduceat(np.add.reduceat(grid, down, 0), across, 1))


def _most(grid: _Grid) -> _Grid:
    down, across = (_edges(length) for length in grid.shape)
    return np.asarray(np.maximum.reduceat(np.maximum.reduceat(grid, down, 0), across, 1))


def _edges(length: int) -> NDArray[np.intp]:
    """Return where fields begin along a side; the last one takes what is over."""
    return np.arange(max(length // SIDE, 1)) * SIDE
