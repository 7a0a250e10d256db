"""Words on a solid cover: white letters in its middle, as large as fits.

Letters come with the plan as bits and are painted on cover alone. Nothing
here looks at the picture but to write on it.
"""

import zlib

import numpy as np
from numpy.typing import NDArray

from capture.errors import BadPlan
from capture.redact.mask import BLOCK, Mask
from capture.redact.plan import LETTERS_HIGH, Label, Region

_WHITE = 235
_HIGH, _WIDE = 0.5, 0.85
"""How much of a region its letters may take, down and across."""
_TALLEST = 160
_SIZES = (1.0, 0.75, 0.5, 0.35)
_LEAST = 6
"""Letters of fewer rows than this cannot be read; the cover stays plain."""

Pixels = NDArray[np.uint8]
Share = NDArray[np.float32]


def write(pixels: Pixels, region: Region, label: Label, covered: Mask) -> None:
    """Paint a label into the middle of the part of its region that is in the picture.

    ``covered`` are the blocks that are solid: letters stand on these alone, smaller if they have
    to, and where not even small ones find room the cover stays plain.
    """
    bits = _bits(label).astype(np.float32)
    top, left = max(region.top, 0), max(region.left, 0)
    down = min(region.top + region.height, pixels.shape[0]) - top
    across = min(region.left + region.width, pixels.shape[1]) - left
    largest = min(down * _HIGH, across * _WIDE * LETTERS_HIGH / label.width, _TALLEST)
    for share in _SIZES:
        high = int(largest * share)
        wide = max(high * label.width // LETTERS_HIGH, 1)
        y, x = top + (down - high) // 2, left + (across - wide) // 2
        if high >= _LEAST and _solid(covered, (y, x), (high, wide)).all():
            ink = _shares(_shares(bits, high).T, wide).T[:, :, None]
            part = pixels[y : y + high, x : x + wide]
            part[:] = (part * (1 - ink) + _WHITE * ink).astype(np.uint8)
            return


def _solid(covered: Mask, start: tuple[int, int], shape: tuple[int, ...]) -> Mask:
    """Return which pixels of a part of the picture lie in covered blocks."""
    down = (start[0] + np.arange(shape[0])) // BLOCK
    across = (start[1] + np.arange(shape[1])) // BLOCK
    return np.asarray(covered[down[:, None], across[None, :]])


def _bits(label: Label) -> NDArray[np.uint8]:
    row_bytes = (label.width + 7) // 8
    expected = row_bytes * LETTERS_HIGH
    unpacker = zlib.decompressobj()
    try:
        untrusted = unpacker.decompress(label.letters, expected + 1)
    except zlib.error as error:
        raise BadPlan("a label's letters are broken") from error
    if len(untrusted) != expected:
        raise BadPlan("a label's letters are of another size")
    rows = np.frombuffer(untrusted, dtype=np.uint8).reshape(LETTERS_HIGH, row_bytes)
    return np.unpackbits(rows, axis=1)[:, : label.width]


def _shares(values: Share, rows: int) -> Share:
    """Bring ``values`` to another number of rows; each is the mean of what it stands for."""
    sums = np.vstack([np.zeros_like(values[:1]), np.cumsum(values, axis=0)])
    edges = np.linspace(0, len(values), rows + 1)
    low = np.minimum(edges.astype(np.intp), len(values) - 1)
    at = sums[low] + (edges - low)[:, None].astype(np.float32) * values[low]
    return np.asarray(np.diff(at, axis=0) * (rows / len(values)), dtype=np.float32)
