"""Finding a small patch of one frame again in the next: normalised cross-correlation.

Each box is sampled as 10 by 10 cells, whatever its size, from the level of a pyramid in which its
cells are about a pixel apart; the next frame around it likewise, two thirds of a box further on
each side. The place where both agree best (Lewis, 1995: "Fast Normalized Cross-Correlation") is
found to a fraction of a cell, then its size. All boxes of a frame are looked for at once.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.float64]
"""Rows of left, top, right, bottom in pixels of the grey frame."""
Grey = NDArray[np.uint8]
Patches = NDArray[np.float32]
"""For each box its cells (box, row, column), less their mean, of length 1."""

CELLS = 10
NEAR, REACH = 3, 11
"""Cells by which a box is first, and then at most, looked for elsewhere than it was expected."""
_FITS = 0.85
"""Agreement from which on it is not looked for any further away."""
_LEVELS = 6
_SIZES = np.array([0.95, 1.0, 1.05])
_FLAT = 4.0
"""Standard deviation of a patch below which nothing can be told of it, in grey levels."""
_FAR = 0.2
"""How much agreement a place at the end of the reach has to have more than the expected one."""
_LEARNED = 0.1
_FLAT_TOP = 1e-6
_STILL = 0.02
"""How much better another size has to agree: sizes are not to drift with noise."""


@dataclass(frozen=True, slots=True)
class Levels:
    """A grey frame, and the same at halves of its size: all samples in one row; see ``levels_of``.

    ``starts``, ``heights`` and ``widths`` are of the levels, the whole frame first.
    """

    samples: Grey
    starts: NDArray[np.int32]
    heights: NDArray[np.int32]
    widths: NDArray[np.int32]

    @property
    def shape(self) -> tuple[int, int]:
        """Return the frame's height and width."""
        return int(self.heights[0]), int(self.widths[0])


def levels_of(grey: Grey) -> Levels:
    """Return the pyramid of a frame (height, width)."""
    levels = [grey]
    while len(levels) < _LEVELS and min(levels[-1].shape) >= 2 * CELLS:
        levels.append(halved(levels[-1]))
    # Below and to the right of each sample there is one more, for what lies between.
    whole = [np.pad(level, ((0, 1), (0, 1)), mode="edge") for level in levels]
    ends = np.cumsum([level.size for level in whole])
    heights, widths = (np.array([one.shape[axis] for one in levels]) for axis in (0, 1))
    return Levels(
        np.concatenate([level.reshape(-1) for level in whole]),
        np.concatenate(([0], ends[:-1])).astype(np.int32),
        heights.astype(np.int32),
        widths.astype(np.int32),
    )


def halved(grey: Grey) -> Grey:
    """Return a frame at half its size; the mean of two by two pixels each."""
    height, width = (side // 2 * 2 for side in grey.shape)
    wide = grey[:height, :width].astype(np.uint16)
    tall = wide[0::2] + wide[1::2]
    return np.asarray((tall[:, 0::2] + tall[:, 1::2]) >> 2, dtype=np.uint8)


def patches_of(frame: Levels, boxes: Boxes) -> Patches:
    """Return what each box shows."""
    return _normal(_sampled(frame, boxes, 0))


def blended(old: Patches, new: Patches) -> Patches:
    """Return what old patches show, with a little of what is seen there now."""
    return _normal(old + _LEARNED * new, least=0.0)


def found_again(
    frame: Levels, expected: Boxes, patches: Patches
) -> tuple[Boxes, NDArray[np.float64]]:
    """Return where each patch is in a frame, and how well it agrees there (-1 to 1).

    A patch without contrast, or a place without, agrees with nothing: 0.
    """
    if not len(expected):
        return expected, np.zeros(0)
    boxes, scores = _found(frame, expected, patches, NEAR)
    cells = CELLS * np.abs(boxes - expected).max(axis=1) / _sides(expected).min(axis=1)
    elsewhere = (scores < _FITS) | (cells > NEAR - 1)
    if elsewhere.any():
        # Most are where they were expected: the wide search, at five times the cost, is for others.
        far, better = _found(frame, expected[elsewhere], patches[elsewhere], REACH)
        boxes[elsewhere], scores[elsewhere] = far, better
    return boxes, scores


def _sides(boxes: Boxes) -> NDArray[np.float64]:
    return np.maximum(boxes[:, 2:] - boxes[:, :2], 1e-6)


def _found(
    frame: Levels, expected: Boxes, patches: Patches, reach: int
) -> tuple[Boxes, NDArray[np.float64]]:
    """Return the same, looking no further than so many cells."""
    agreement = _agreement(_sampled(frame, expected, reach), patches)
    count, side, _ = agreement.shape
    away = (np.arange(side) - reach) / REACH
    rated = agreement - _FAR * (away[None, :, None] ** 2 + away[None, None, :] ** 2)
    best = rated.reshape(count, -1).argmax(axis=1)
    rows, columns = best // side, best % side
    down = rows - reach + _between(rated, rows, columns, axis=1)
    across = columns - reach + _between(rated, rows, columns, axis=2)
    cell = (expected[:, 2:] - expected[:, :2]) / CELLS
    moved = expected + np.tile(np.column_stack((across, down)) * cell, 2)
    return _sized(frame, moved, patches)


def _sized(frame: Levels, boxes: Boxes, patches: Patches) -> tuple[Boxes, NDArray[np.float64]]:
    """Choose for each box the size in which it agrees best."""
    tried = [resized(boxes, np.full(len(boxes), size)) for size in _SIZES]
    scores = np.stack(
        [np.einsum("nij,nij->n", patches_of(frame, one), patches) for one in tried]
    ).astype(np.float64)
    rated = scores - _STILL * (_SIZES != 1)[:, None]
    best = rated.argmax(axis=0)
    everyone = np.arange(len(boxes))
    return np.stack(tried)[best, everyone], scores[best, everyone]


def resized(boxes: Boxes, scale: NDArray[np.float64]) -> Boxes:
    """Return boxes so many times as large, with the same middles."""
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    half = (boxes[:, 2:] - boxes[:, :2]) / 2 * scale[:, None]
    return np.concatenate((middle - half, middle + half), axis=1)


def _between(
    rated: NDArray[np.float64], rows: NDArray[np.intp], columns: NDArray[np.intp], axis: int
) -> NDArray[np.float64]:
    """Return how far the top of a parabola through a best place's neighbours is from it."""
    side = rated.shape[1]
    everyone = np.arange(len(rows))
    step = (1, 0) if axis == 1 else (0, 1)
    before, after = (
        rated[
            everyone,
            np.clip(rows + sign * step[0], 0, side - 1),
            np.clip(columns + sign * step[1], 0, side - 1),
        ]
        for sign in (-1, 1)
    )
    bend = np.minimum(before + after - 2 * rated[everyone, rows, columns], -_FLAT_TOP)
    return np.asarray(np.clip((before - after) / (2 * bend), -0.5, 0.5))


def _agreement(windows: NDArray[np.float32], patches: Patches) -> NDArray[np.float64]:
    """Return the correlation of each patch with each place in its window."""
    side = windows.shape[1]
    padded = np.zeros_like(windows)
    padded[:, :CELLS, :CELLS] = patches
    centred = windows - windows.mean(axis=(1, 2), keepdims=True)
    product = np.fft.irfft2(np.fft.rfft2(centred) * np.conj(np.fft.rfft2(padded)), s=(side, side))
    places = side - CELLS + 1
    sums, squares = (_box_sums(values) for values in (centred, centred * centred))
    spread = np.sqrt(np.maximum(squares - sums * sums / CELLS**2, 0.0))
    flat = spread < _FLAT * CELLS
    return np.where(flat, 0.0, product[:, :places, :places] / np.maximum(spread, 1e-9))


def _box_sums(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the sum over CELLS by CELLS cells from each place on."""
    total = np.pad(values.cumsum(axis=1, dtype=np.float64).cumsum(axis=2), ((0, 0), (1, 0), (1, 0)))
    wide = total[:, CELLS:] - total[:, :-CELLS]
    return np.asarray(wide[:, :, CELLS:] - wide[:, :, :-CELLS])


def _normal(cells: NDArray[np.float32], least: float = _FLAT * CELLS) -> Patches:
    centred = cells - cells.mean(axis=(1, 2), keepdims=True)
    length = np.sqrt((centred * centred).sum(axis=(1, 2), keepdims=True))
    shown = np.where(length < least, 0.0, centred / np.maximum(length, 1e-6))
    return np.asarray(shown, dtype=np.float32)


def _sampled(frame: Levels, boxes: Boxes, beyond: int) -> NDArray[np.float32]:
    """Return the cells of each box and ``beyond`` more on each side (box, row, column)."""
    step = np.maximum((boxes[:, 2:] - boxes[:, :2]) / CELLS, 1e-3)
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    cells = np.arange(-beyond, CELLS + beyond) - (CELLS - 1) / 2
    across = middle[:, :1] + step[:, :1] * cells
    down = middle[:, 1:] + step[:, 1:] * cells
    apart = np.maximum(np.sqrt(step[:, 0] * step[:, 1]), 1.0)
    which = np.minimum(np.log2(apart).astype(np.intp), len(frame.starts) - 1)
    scale = 0.5 ** which[:, None]
    return _bilinear(frame, which, across * scale - 0.5, down * scale - 0.5)


def _bilinear(
    frame: Levels,
    which: NDArray[np.intp],
    across: NDArray[np.float64],
    down: NDArray[np.float64],
) -> NDArray[np.float32]:
    """Return samples between pixels (box, row, column) of a level for each box.

    Beyond the edge its last pixel goes on.
    """
    width, height = frame.widths[which][:, None], frame.heights[which][:, None]
    x, y = np.clip(across, 0, width - 1), np.clip(down, 0, height - 1)
    left, top = x.astype(np.int32), y.astype(np.int32)
    part_x = (x - left).astype(np.float32)[:, None, :]
    part_y = (y - top).astype(np.float32)[:, :, None]
    rows = frame.starts[which][:, None] + top * (width + 1)
    at = rows[:, :, None] + left[:, None, :]
    below = at + (width + 1)[:, :, None]
    take = frame.samples.take
    upper, lower = take(at).astype(np.float32), take(below).astype(np.float32)
    upper += (take(at + 1) - upper) * part_x
    lower += (take(below + 1) - lower) * part_x
    return np.asarray(upper + (lower - upper) * part_y)
