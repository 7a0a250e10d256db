"""Three networks that find faces, each at the picture's own scale.

CenterFace (Xu et al., 2019, arXiv:1911.03599) gives a heat map of face centres
at a quarter of the picture's size, with each face's size and offset.
libfacedetection (Wu, Peng, Yu: YuNet, 2023) gives class, objectness and box for
each cell of three grids. RetinaFace (Deng et al., 2019, arXiv:1905.00641) gives
boxes around anchors of two sizes in each of three grids. They err differently,
so that together they miss less than any of them.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from capture.detect import weights
from capture.detect.running import Pixels, Samples, likelihood, padded, planes, run

Boxes = NDArray[np.float64]
"""Rows of left, top, right, bottom in pixels, and the network's own score from 0 to 1."""
Network = Callable[[Pixels], Boxes]

LEAST = 0.1
"""Weakest score that is looked at; what becomes of it depends on what the other looks say."""
_HEAT_STEP = 4
_GRIDS = (8, 16, 32)
_ANCHORS = ((8, (16, 32)), (16, (64, 128)), (32, (256, 512)))
_CENTRE_STEP, _SIZE_STEP = 0.1, 0.2
_MEAN_BLUE_GREEN_RED = np.array([104, 117, 127], dtype=np.float32)[None, :, None, None]
_SIZES_KEPT = 8
"""Sizes of pictures whose anchors are kept: the places of a second look have hundreds of them."""
_LARGEST_POWER = 10.0
"""Bound on the exponent of a size that a network gives: no face is larger than any picture."""


def centerface(pixels: Pixels) -> Boxes:
    """Return what CenterFace finds; its smallest useful face is about ten pixels high."""
    batch = planes(padded(pixels), blue_first=False)
    heat, size, offset, _ = run(weights.CENTERFACE, "input.1", batch)
    rows, columns = np.nonzero(heat[0, 0] > LEAST)
    height, width = _exp(size[0][:, rows, columns]) * _HEAT_STEP
    down, across = offset[0][:, rows, columns]
    middle_x = (columns + across + 0.5) * _HEAT_STEP
    middle_y = (rows + down + 0.5) * _HEAT_STEP
    return _around(middle_x, middle_y, width, height, heat[0, 0, rows, columns])


def libfacedetection(pixels: Pixels) -> Boxes:
    """Return what libfacedetection finds; its faces are about 10 to 300 pixels high."""
    batch = planes(padded(pixels), blue_first=True)
    outputs = run(weights.LIBFACEDETECTION, "input", batch)
    levels = [
        _grid_boxes(step, *outputs[3 * index : 3 * index + 3]) for index, step in enumerate(_GRIDS)
    ]
    return np.concatenate(levels)


def _grid_boxes(step: int, kind: Samples, there: Samples, box: Samples) -> Boxes:
    scores = np.sqrt(likelihood(kind[0, 0]) * likelihood(there[0, 0]))
    rows, columns = np.nonzero(scores > LEAST)
    across, down, width, height = box[0][:, rows, columns]
    middle_x, middle_y = (columns + across) * step, (rows + down) * step
    wide, high = _exp(width) * step, _exp(height) * step
    return _around(middle_x, middle_y, wide, high, scores[rows, columns])


def retinaface(pixels: Pixels) -> Boxes:
    """Return what RetinaFace with a MobileNet 0.25 body finds."""
    whole = padded(pixels)
    batch = planes(whole, blue_first=True) - _MEAN_BLUE_GREEN_RED
    offsets, scores, _ = run(weights.RETINAFACE, "input", batch)
    sure = scores[0, :, 1] > LEAST
    at, moved = _anchors(*whole.shape[:2])[sure], offsets[0, sure]
    middle = at[:, :2] + at[:, 2:] * moved[:, :2] * _CENTRE_STEP
    sides = at[:, 2:] * _exp(moved[:, 2:] * _SIZE_STEP)
    x, y = middle.T
    width, height = sides.T
    return _around(x, y, width, height, scores[0, sure, 1])


def _exp(power: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.exp(np.minimum(power.astype(np.float64), _LARGEST_POWER))


def _around(
    x: NDArray[np.floating],
    y: NDArray[np.floating],
    width: NDArray[np.floating],
    height: NDArray[np.floating],
    scores: Samples,
) -> Boxes:
    sides = (x - width / 2, y - height / 2, x + width / 2, y + height / 2, scores)
    return np.stack(sides, axis=1).astype(np.float64)


@lru_cache(maxsize=_SIZES_KEPT)
def _anchors(height: int, width: int) -> NDArray[np.float32]:
    """Return each anchor's middle and size (x, y, width, height) in pixels, in network order."""
    levels = []
    for stride, sizes in _ANCHORS:
        rows, columns = -(-height // stride), -(-width // stride)
        across, down = np.meshgrid(np.arange(columns), np.arange(rows))
        middles = (np.column_stack((across.ravel(), down.ravel())) + 0.5) * stride
        repeated = np.repeat(middles, len(sizes), axis=0)
        boxes = np.tile(np.array(sizes)[:, None], (rows * columns, 2))
        levels.append(np.hstack((repeated, boxes)))
    return np.concatenate(levels).astype(np.float32)
