"""Cover regions of a picture so that nothing under the cover can be computed from the result.

The cover is decided by the plan's geometry alone and grown to whole blocks of
16 by 16 pixels, the unit in which a JPEG with halved colour is coded: no coded
block mixes covered with open pixels, so compression leaves no halo. The soft
fill pulls colour down a pyramid of averages of the *open* pixels and pushes it
back up into the hole ("pull-push": Gortler et al., The Lumigraph, 1996, section
3.4), then adds noise from the plan's own seed. No covered pixel is read.
"""

import numpy as np
from numpy.typing import NDArray

from capture.errors import BadPlan
from capture.redact import frame, label
from capture.redact.mask import BLOCK, SOFT, SOLID, Mask, blocks_of
from capture.redact.plan import RedactionPlan

Pixels = NDArray[np.uint8]
Levels = NDArray[np.float32]

_NOISE = 6.0
_SOLID = 24
_GREY = 127.0
_TINY = 1e-6


def rendered(pixels: Pixels, plan: RedactionPlan) -> Pixels:
    """Return upright RGB ``pixels`` (height, width, 3) covered, straightened and cropped.

    A pure function of both. Raises BadPlan when the plan is for a picture of another size.
    """
    return frame.framed(cover(pixels, plan), plan)


def cover(pixels: Pixels, plan: RedactionPlan) -> Pixels:
    """Return a covered copy of upright RGB ``pixels`` (height, width, 3), of the same size.

    Raises BadPlan when the plan is for a picture of another size.
    """
    height, width = pixels.shape[:2]
    if (width, height) != (plan.width, plan.height):
        raise BadPlan("the plan is for a picture of another size")
    soft, hard = blocks_of(plan, SOFT), blocks_of(plan, SOLID)
    covered = pixels.copy()
    _paint(covered, soft | hard, 0)
    if soft.any():
        _fill(covered, soft | hard | ~frame.inside(plan), soft, plan.seed)
    _paint(covered, hard, _SOLID)
    for region in plan.regions:
        if region.label is not None:
            label.write(covered, region, region.label, hard)
    return covered


def _paint(pixels: Pixels, blocks: Mask, grey: int) -> None:
    for row in np.flatnonzero(blocks.any(axis=1)):
        band = pixels[row * BLOCK : (row + 1) * BLOCK]
        band[:, np.repeat(blocks[row], BLOCK)[: band.shape[1]]] = grey


def _fill(pixels: Pixels, closed: Mask, target: Mask, seed: str) -> None:
    """Fill the ``target`` blocks from those that are not ``closed``, one row of them at a time."""
    colours = _pull_push(*_block_means(pixels, closed))
    noise = np.random.SeedSequence(int(seed, 16))
    for row in np.flatnonzero(target.any(axis=1)):
        source = np.random.Generator(np.random.PCG64([int(row), *noise.generate_state(4)]))
        wanted = np.flatnonzero(target[row])
        first, last = int(wanted[0]) * BLOCK, (int(wanted[-1]) + 1) * BLOCK
        part = pixels[row * BLOCK : (row + 1) * BLOCK, first:last]
        drawn = _drawn(colours, int(row), first, part.shape)
        drawn += source.normal(0.0, _NOISE, size=(*part.shape[:2], 1))
        inside = np.repeat(target[row, wanted[0] : wanted[-1] + 1], BLOCK)[: part.shape[1]]
        part[:, inside] = np.clip(drawn, 0, 255).astype(np.uint8)[:, inside]


def _block_means(pixels: Pixels, closed: Mask) -> tuple[Levels, Levels]:
    """Return each block's mean colour (rows, columns, 3), and 1 where it is open, 0 where not."""
    rows, columns = closed.shape
    means = np.zeros((rows, columns, 3), dtype=np.float32)
    for row in range(rows):
        band = pixels[row * BLOCK : (row + 1) * BLOCK]
        sums = band.sum(axis=0, dtype=np.uint16)  # 16 times 255 at most
        padded = np.pad(sums, ((0, -band.shape[1] % BLOCK), (0, 0)), mode="edge")
        blocks = padded.reshape(columns, BLOCK, 3).sum(axis=1, dtype=np.uint32)
        means[row] = blocks / np.float32(band.shape[0] * BLOCK)
    weight = (~closed).astype(np.float32)[:, :, None]
    return means * weight, weight


def _pull_push(means: Levels, weight: Levels) -> Levels:
    """Close the holes (weight 0) of ``means`` from what surrounds them, coarse to fine."""
    height, width = means.shape[:2]
    if weight.all() or max(height, width) == 1:
        return np.where(weight > 0, means / np.maximum(weight, _TINY), _GREY)
    sums, counts = _halved(means * (weight > 0)), _halved(weight)
    coarse = np.where(counts > 0, sums / np.maximum(counts, _TINY), 0.0)
    closed = _pull_push(coarse * (counts > 0), (counts > 0).astype(np.float32))
    pushed = _doubled(closed, height, width)
    return np.where(weight > 0, means, pushed)


def _halved(values: Levels) -> Levels:
    padded = np.pad(values, ((0, values.shape[0] % 2), (0, values.shape[1] % 2), (0, 0)))
    return np.asarray(padded[::2, ::2] + padded[1::2, ::2] + padded[::2, 1::2] + padded[1::2, 1::2])


def _doubled(values: Levels, height: int, width: int) -> Levels:
    down = _between(values, (np.arange(height) + 0.5) / 2 - 0.5, axis=0)
    return _between(down, (np.arange(width) + 0.5) / 2 - 0.5, axis=1)


def _drawn(colours: Levels, row: int, first: int, shape: tuple[int, ...]) -> Levels:
    """Return pixels of a row of blocks from column ``first`` on, drawn between their middles."""
    height, width = shape[:2]
    rows = _between(colours, row + (np.arange(height) + 0.5) / BLOCK - 0.5, axis=0)
    return _between(rows, (first + np.arange(width) + 0.5) / BLOCK - 0.5, axis=1)


def _between(values: Levels, at: NDArray[np.float64], axis: int) -> Levels:
    """Sample ``values`` along one axis at fractional places, linearly, clamped at the ends."""
    last = values.shape[axis] - 1
    place = np.clip(at, 0, last)
    low = np.floor(place).astype(np.intp)
    share = (place - low).astype(np.float32)
    share = share[:, None, None] if axis == 0 else share[None, :, None]
    first = np.take(values, low, axis=axis)
    second = np.take(values, np.minimum(low + 1, last), axis=axis)
    return np.asarray(first * (1 - share) + second * share)
