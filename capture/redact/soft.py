"""Close the holes of a grid of colours from what surrounds them, and draw them smoothly.

"Pull-push" (Gortler et al., The Lumigraph, 1996, section 3.4): averages of what is open are pulled
up a pyramid and pushed back down into the holes. Grids are (rows, columns, channels).
"""

import numpy as np
from numpy.typing import NDArray

Levels = NDArray[np.float32]
_TINY = 1e-6


def pull_push(means: Levels, weight: Levels, middle: float) -> Levels:
    """Close the holes (weight 0) of ``means`` from what surrounds them, coarse to fine.

    ``middle`` stands where nothing at all is open.
    """
    height, width = means.shape[:2]
    if weight.all() or max(height, width) == 1:
        return np.where(weight > 0, means / np.maximum(weight, _TINY), middle)
    sums, counts = _halved(means * (weight > 0)), _halved(weight)
    coarse = np.where(counts > 0, sums / np.maximum(counts, _TINY), 0.0)
    closed = pull_push(coarse * (counts > 0), (counts > 0).astype(np.float32), middle)
    pushed = _doubled(closed, height, width)
    return np.where(weight > 0, means, pushed)


def _halved(values: Levels) -> Levels:
    height, width, channels = values.shape
    padded = np.zeros((height + height % 2, width + width % 2, channels), dtype=np.float32)
    padded[:height, :width] = values
    return np.asarray(padded[::2, ::2] + padded[1::2, ::2] + padded[::2, 1::2] + padded[1::2, 1::2])


def _doubled(values: Levels, height: int, width: int) -> Levels:
    down = between(values, (np.arange(height) + 0.5) / 2 - 0.5, axis=0)
    return between(down, (np.arange(width) + 0.5) / 2 - 0.5, axis=1)


def between(values: Levels, at: NDArray[np.float64], axis: int) -> Levels:
    """Sample ``values`` along one axis at fractional places, linearly, clamped at the ends."""
    last = values.shape[axis] - 1
    place = np.clip(at, 0, last)
    low = np.floor(place).astype(np.intp)
    share = (place - low).astype(np.float32)
    share = share[:, None, None] if axis == 0 else share[None, :, None]
    first = np.take(values, low, axis=axis)
    second = np.take(values, np.minimum(low + 1, last), axis=axis)
    return np.asarray(first * (1 - share) + second * share)
