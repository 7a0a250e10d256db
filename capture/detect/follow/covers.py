"""From a trail's boxes to the keys of its cover: grown, smooth, and few.

Each step only ever adds: a smoothed cover reaches around the exact one in every frame, and so does
one of fewer keys. Keys are chosen for all four edges at once by the swing filter (Elmeleegy
and others, 2009: "Online Piece-wise Linear Approximation"): from each key on, an edge may run in
any direction that stays outside the exact cover and within a tolerance of it.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from capture.detect.follow.patches import Boxes
from capture.redact.checked import MAX_SIDE
from capture.redact.keys import Key
from capture.redact.plan import RegionKind

GROWTH = {RegionKind.FACE: 1.5}
"""How much larger than what is found the cover of a kind is; a face's is an ellipse."""
LEAST_GROWTH = 1.35
_LEAST_MARGIN = 2.0
"""Pixels of the whole picture by which a cover is larger on each side at least."""
_LONGEST, _EVEN = 5, 3
"""Frames on each side over which the largest size holds, and over which sizes are made even."""
TOLERANCE = 0.06
"""Share of its shorter side by which fewer keys may make a cover larger on a side."""
CONTEXT = _LONGEST + _EVEN
"""Frames on each side that a frame's smooth cover depends on."""


def cover(boxes: Boxes, growth: float) -> Boxes:
    """Return the cover of a trail's boxes, so many times as large and smooth.

    Both are in pixels of the whole picture.
    """
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    sides = boxes[:, 2:] - boxes[:, :2]
    half = np.maximum(sides * growth, sides + 2 * _LEAST_MARGIN) / 2
    calm = _even(_largest(half, _LONGEST), _EVEN)
    low = np.minimum(middle - half, _even(middle, 1) - calm)
    high = np.maximum(middle + half, _even(middle, 1) + calm)
    return np.concatenate((low, high), axis=1)


def keys_of(times: Sequence[int], edges: Boxes, tolerance: float = TOLERANCE) -> tuple[Key, ...]:
    """Return keys for a cover (left, top, right, bottom) at each of some times, later each.

    ``tolerance`` is a share of the cover's shorter side. What runs evenly from key to key
    reaches around every one of the boxes.
    """
    outward = edges * np.array([-1.0, -1.0, 1.0, 1.0])
    room = tolerance * np.minimum(edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]) + 1.0
    keys = [_key(times[0], outward[0] + room[0] / 2)]
    at = outward[0] + room[0] / 2
    start = 0
    steepest, flattest = np.full(4, np.inf), np.full(4, -np.inf)
    for now in range(1, len(times)):
        low, high = _slopes(outward[now], room[now], at, times[now] - times[start])
        if (np.maximum(flattest, low) > np.minimum(steepest, high)).any():
            at = at + (flattest + steepest) / 2 * (times[now - 1] - times[start])
            start = now - 1
            keys.append(_key(times[start], at))
            steepest, flattest = np.full(4, np.inf), np.full(4, -np.inf)
            low, high = _slopes(outward[now], room[now], at, times[now] - times[start])
            # From one frame to the next a key may always follow: only outside counts there.
            high = np.maximum(high, low)
        flattest, steepest = np.maximum(flattest, low), np.minimum(steepest, high)
    if len(times) > 1:
        keys.append(_key(times[-1], at + (flattest + steepest) / 2 * (times[-1] - times[start])))
    return tuple(keys)


def fewer(keys: Sequence[Key], tolerance: float) -> tuple[Key, ...]:
    """Return fewer keys for a cover that reaches around that of all of these."""
    edges = [(k.left, k.top, k.left + k.width, k.top + k.height) for k in keys]
    return keys_of([key.at for key in keys], np.array(edges, dtype=np.float64), tolerance)


def _slopes(
    outward: NDArray[np.float64], room: float, at: NDArray[np.float64], later: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how far out each edge must, and may, move in each microsecond."""
    return (outward - at) / later, (outward + room - at) / later


def _key(at: int, outward: NDArray[np.float64]) -> Key:
    left, top, right, bottom = (float(side) for side in outward)
    left, top = (_bounded(-math.ceil(side)) for side in (left, top))
    right, bottom = (_bounded(math.ceil(side)) for side in (right, bottom))
    return Key(at, int(left), int(top), max(int(right - left), 1), max(int(bottom - top), 1))


def _bounded(side: int) -> int:
    return max(-MAX_SIDE, min(MAX_SIDE, side))


def _largest(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return the largest of each value and its neighbours (rows are frames)."""
    padded = np.pad(values, ((reach, reach), (0, 0)), mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1, 0).max(-1))


def _even(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return the mean of each value and its neighbours (rows are frames)."""
    padded = np.pad(values, ((reach, reach), (0, 0)), mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1, 0).mean(-1))
