"""Cover regions of a picture so that nothing under the cover can be computed from the result.

The cover is decided by the plan's geometry alone and grown to whole blocks of
16 by 16 pixels, the unit in which a JPEG with halved colour is coded: no coded
block mixes covered with open pixels, so compression leaves no halo. The soft
fill pulls colour down a pyramid of averages of the *open* pixels and pushes it
back up into the hole ("pull-push": Gortler et al., The Lumigraph, 1996, section
3.4), then adds noise from the plan's own seed. No covered pixel is read.
"""

import zlib

import numpy as np
from numpy.typing import NDArray

from capture.errors import BadPlan
from capture.redact.plan import RedactionPlan, Region, Shape, Style

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Levels = NDArray[np.float32]

BLOCK = 16
"""Side of the squares that a cover is made of, in pixels."""
_NOISE = 6.0
_SOLID = 24
_GREY = 127.0
_TINY = 1e-6


def cover(pixels: Pixels, plan: RedactionPlan) -> Pixels:
    """Return a covered copy of upright RGB ``pixels`` (height, width, 3).

    Raises BadPlan when the plan is for a picture of another size.
    """
    height, width = pixels.shape[:2]
    if (width, height) != (plan.width, plan.height):
        raise BadPlan("the plan is for a picture of another size")
    soft = mask_of(plan, solid=False)
    hard = mask_of(plan, solid=True)
    covered = pixels.copy()
    covered[soft | hard] = 0
    if soft.any():
        _fill(covered, soft | hard, soft, plan.seed)
    covered[hard] = _SOLID
    return covered


def mask_of(plan: RedactionPlan, *, solid: bool) -> Mask:
    """Return which pixels the plan covers (height, width), with solid or with soft covers."""
    mask = np.zeros((plan.height, plan.width), dtype=bool)
    for region in plan.regions:
        if (region.style is not Style.FILL) == solid:
            _add(mask, region)
    return _whole_blocks(mask)


def _add(mask: Mask, region: Region) -> None:
    top, left = max(region.top, 0), max(region.left, 0)
    bottom = min(region.top + region.height, mask.shape[0])
    right = min(region.left + region.width, mask.shape[1])
    if top < bottom and left < right:
        inside = _outline(region)
        part = inside[
            top - region.top : bottom - region.top, left - region.left : right - region.left
        ]
        mask[top:bottom, left:right] |= part


def _outline(region: Region) -> Mask:
    match region.shape:
        case Shape.BOX:
            return np.ones((region.height, region.width), dtype=bool)
        case Shape.ELLIPSE:
            down = (np.arange(region.height) + 0.5) * 2 / region.height - 1
            across = (np.arange(region.width) + 0.5) * 2 / region.width - 1
            return np.asarray(down[:, None] ** 2 + across[None, :] ** 2 <= 1.0)
        case Shape.BRUSH:
            return _strokes(region)


def _strokes(region: Region) -> Mask:
    row_bytes = (region.width + 7) // 8
    expected = row_bytes * region.height
    unpacker = zlib.decompressobj()
    try:
        packed = unpacker.decompress(region.strokes, expected + 1)
    except zlib.error as error:
        raise BadPlan("a brush mask is broken") from error
    if len(packed) != expected:
        raise BadPlan("a brush mask is of another size than its region")
    rows = np.frombuffer(packed, dtype=np.uint8).reshape(region.height, row_bytes)
    return np.unpackbits(rows, axis=1)[:, : region.width].astype(bool)


def _whole_blocks(mask: Mask) -> Mask:
    """Grow a mask to every block that it touches, on the grid that starts at the top left."""
    height, width = mask.shape
    padded = np.pad(mask, ((0, -height % BLOCK), (0, -width % BLOCK)))
    rows, columns = padded.shape[0] // BLOCK, padded.shape[1] // BLOCK
    touched = padded.reshape(rows, BLOCK, columns, BLOCK).any(axis=(1, 3))
    grown = np.repeat(np.repeat(touched, BLOCK, axis=0), BLOCK, axis=1)
    return np.asarray(grown[:height, :width])


def _fill(pixels: Pixels, closed: Mask, target: Mask, seed: str) -> None:
    """Fill ``target`` from the blocks outside ``closed``, one row of blocks at a time."""
    colours = _pull_push(*_block_means(pixels, closed))
    noise = np.random.SeedSequence(int(seed, 16))
    for row in range(colours.shape[0]):
        band = slice(row * BLOCK, (row + 1) * BLOCK)
        wanted = target[band]
        if wanted.any():
            drawn = _drawn(colours, row, wanted.shape)
            source = np.random.Generator(np.random.PCG64([row, *noise.generate_state(4)]))
            drawn += source.normal(0.0, _NOISE, size=(*wanted.shape, 1))
            pixels[band][wanted] = np.clip(drawn, 0, 255).astype(np.uint8)[wanted]


def _block_means(pixels: Pixels, closed: Mask) -> tuple[Levels, Levels]:
    """Return each block's mean colour (rows, columns, 3), and 1 where it is open, 0 where not."""
    height, width = closed.shape
    rows, columns = -(-height // BLOCK), -(-width // BLOCK)
    means = np.zeros((rows, columns, 3), dtype=np.float32)
    for row in range(rows):
        band = pixels[row * BLOCK : (row + 1) * BLOCK]
        padded = np.pad(band, ((0, 0), (0, -width % BLOCK), (0, 0)), mode="edge")
        blocks = padded.reshape(band.shape[0], columns, BLOCK, 3)
        means[row] = blocks.mean(axis=(0, 2), dtype=np.float32)
    weight = (~closed[::BLOCK, ::BLOCK]).astype(np.float32)[:, :, None]
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


def _drawn(colours: Levels, row: int, shape: tuple[int, ...]) -> Levels:
    """Return the pixels of one row of blocks, drawn between the blocks' centres."""
    height, width = shape
    rows = _between(colours, row + (np.arange(height) + 0.5) / BLOCK - 0.5, axis=0)
    return _between(rows, (np.arange(width) + 0.5) / BLOCK - 0.5, axis=1)


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
