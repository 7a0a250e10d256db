"""Which blocks of the picture a plan covers: its geometry, and no pixel of the picture.

A cover is made of whole squares of 16 by 16 pixels, the unit in which a JPEG
with halved colour is coded. Regions are therefore laid straight onto the grid
of these blocks; a block is covered as soon as one pixel of it is in a region.
The work is bounded by the picture's blocks, whatever size a region claims.
"""

import zlib
from collections.abc import Container

import numpy as np
from numpy.typing import NDArray

from capture.errors import BadPlan
from capture.redact.plan import RedactionPlan, Region, Shape, Style, cells_of

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]

BLOCK = 16
"""Side of the squares that a cover is made of, in pixels."""
SOLID = frozenset((Style.SOLID, Style.LABEL))
SOFT = frozenset((Style.FILL,))
_ROWS_AT_ONCE = 256


def blocks_of(plan: RedactionPlan, styles: Container[Style]) -> Mask:
    """Return which blocks (rows, columns) the plan covers in one of these styles.

    Raises BadPlan for a brush mask that is broken.
    """
    blocks = np.zeros((-(-plan.height // BLOCK), -(-plan.width // BLOCK)), dtype=bool)
    for region in plan.regions:
        if region.style in styles:
            lay(blocks, region, (plan.height, plan.width))
    return blocks


def pixels_of(blocks: Mask, shape: tuple[int, int]) -> Mask:
    """Return the pixels (height, width) of these blocks."""
    whole = np.repeat(np.repeat(blocks, BLOCK, axis=0), BLOCK, axis=1)
    return np.asarray(whole[: shape[0], : shape[1]])


def lay(blocks: Mask, region: Region, shape: tuple[int, int]) -> None:
    """Cover the blocks that a region touches, in a picture of this height and width."""
    top, left = max(region.top, 0), max(region.left, 0)
    bottom = min(region.top + region.height, shape[0])
    right = min(region.left + region.width, shape[1])
    if region.shape is Shape.BRUSH:
        _add_strokes(blocks, region, shape)
    elif top < bottom and left < right:
        part = blocks[top // BLOCK : (bottom - 1) // BLOCK + 1]
        part = part[:, left // BLOCK : (right - 1) // BLOCK + 1]
        if region.shape is Shape.BOX:
            part[:] = True
        else:
            down = _nearest(region.top, region.height, top, bottom)
            across = _nearest(region.left, region.width, left, right)
            part |= down[:, None] + across[None, :] <= 1.0


def _nearest(start: int, length: int, first: int, end: int) -> NDArray[np.float64]:
    """Return for each block how near one of its pixels comes to the middle of an ellipse.

    Squared, in half axes: a pixel is inside where what comes down and across is at most 1.
    """
    away = ((np.arange(first, end) - start + 0.5) * 2 / length - 1) ** 2
    edges = np.arange(first // BLOCK, (end - 1) // BLOCK + 1) * BLOCK
    return np.asarray(np.minimum.reduceat(away, np.maximum(edges - first, 0)))


def _add_strokes(blocks: Mask, region: Region, shape: tuple[int, int]) -> None:
    """Cover the blocks that the painted cells of a brush touch."""
    rows, columns = cells_of(region)
    packed = _unpacked(region.strokes, rows, columns)
    first_row, last_row, seen_rows = _touched(region.top, region.height, rows, region, shape[0])
    left, right, seen = _touched(region.left, region.width, columns, region, shape[1])
    for start in range(0, rows, _ROWS_AT_ONCE):
        band = slice(start, start + _ROWS_AT_ONCE)
        painted = np.unpackbits(packed[band], axis=1)[:, :columns].astype(bool)
        painted &= seen_rows[band, None] & seen
        down, across = np.nonzero(painted)
        for row in (first_row[band][down], last_row[band][down]):
            blocks[row, left[across]] = True
            blocks[row, right[across]] = True


def _touched(
    start: int, length: int, count: int, region: Region, side: int
) -> tuple[Places, Places, Mask]:
    """Return each cell's first and last block along one side, and whether it is in the picture."""
    first = start + np.arange(count) * region.cell
    last = np.minimum(first + region.cell, start + length) - 1
    seen = (last >= 0) & (first < side)
    return (
        np.clip(first, 0, side - 1) // BLOCK,
        np.clip(last, 0, side - 1) // BLOCK,
        np.asarray(seen),
    )


def _unpacked(untrusted: bytes, rows: int, columns: int) -> NDArray[np.uint8]:
    """Return rows of bits, eight to a byte; as many as the region says, and not one more."""
    row_bytes = (columns + 7) // 8
    expected = row_bytes * rows
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(untrusted, expected + 1)
    except zlib.error as error:
        raise BadPlan("a brush mask is broken") from error
    if len(unpacked) != expected:
        raise BadPlan("a brush mask is of another size than its region")
    return np.frombuffer(unpacked, dtype=np.uint8).reshape(rows, row_bytes)
