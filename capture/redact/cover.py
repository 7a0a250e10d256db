"""Cover regions of a picture so that nothing under the cover can be computed from the result.

The cover is decided by the plan's geometry alone and grown to whole blocks of
16 by 16 pixels, the unit in which a JPEG with halved colour is coded: no coded
block mixes covered with open pixels, so compression leaves no halo. The soft
fill takes its colours from averages of the *open* pixels (``soft.py``), and adds
noise from the plan's own seed. No covered pixel is read.
"""

import numpy as np
from numpy.typing import NDArray

from capture.errors import BadPlan
from capture.redact import frame, label, soft
from capture.redact.mask import BLOCK, SOFT, SOLID, Mask, blocks_of
from capture.redact.plan import RedactionPlan
from capture.redact.soft import Levels

Pixels = NDArray[np.uint8]

_NOISE = 6.0
_SOLID = 24
_GREY = 127.0


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
    fill, hard = blocks_of(plan, SOFT), blocks_of(plan, SOLID)
    covered = pixels.copy()
    _paint(covered, fill | hard, 0)
    if fill.any():
        _fill(covered, fill | hard | ~frame.inside(plan), fill, plan.seed)
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
    colours = soft.pull_push(*_block_means(pixels, closed), _GREY)
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


def _drawn(colours: Levels, row: int, first: int, shape: tuple[int, ...]) -> Levels:
    """Return pixels of a row of blocks from column ``first`` on, drawn between their middles."""
    height, width = shape[:2]
    rows = soft.between(colours, row + (np.arange(height) + 0.5) / BLOCK - 0.5, axis=0)
    return soft.between(rows, (first + np.arange(width) + 0.5) / BLOCK - 0.5, axis=1)
