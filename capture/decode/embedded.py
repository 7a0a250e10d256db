"""Whether a hidden picture shows what the photo itself shows, or something that was cut away.

Cameras lay thumbnails in a frame of 4:3 with black bars, and leave them unturned. So bars are cut
off and the four quarter turns are tried before two pictures are called different.
"""

import io
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from capture.decode import preview
from capture.errors import TooLarge
from capture.kinds import MediaKind
from capture.report import Likeness, Picture

MAX_BYTES = 256 << 20
"""Longest still that is taken out of a file, in bytes."""

_GRID = 24
_BLACK = 28
"""What JPEG makes of a black bar is darker than this on average."""

_OTHER_SHAPE = 1.06
"""Sides' ratios further apart than this are another shape: a pixel of 40 is rounding."""

_ALIKE = 0.85
_FLAT = 6.0
_FLAT_ALIKE = 24.0
_SMALLEST = 8

Floats = NDArray[np.float64]


def shown(source: BinaryIO, kind: MediaKind, max_side: int) -> Picture:
    """Decode what was taken out of a file. Raises Damaged, TooLarge and Unsupported."""
    if kind.is_video:
        return preview.picture(source, kind, max_side)
    # The decoders of stills want a stream of their own: it is read here, once.
    data = source.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge("a hidden picture of this size is not shown", part="bytes")
    return preview.picture(io.BytesIO(data), kind, max_side)


def compared(main: Picture, hidden: Picture) -> tuple[Picture, Likeness]:
    """Return the hidden picture turned as the photo is, and how it differs from it."""
    whole, small = _samples(main), _samples(hidden)
    if min(small.shape) < _SMALLEST:
        return hidden, Likeness.UNKNOWN
    ratio = whole.shape[1] / whole.shape[0]
    fitting = ((turn, _fitted(np.rot90(small, turn), ratio)) for turn in range(4))
    alike = [(_alike(whole, one), turn) for turn, one in fitting if one is not None]
    if not alike:
        return hidden, Likeness.OTHER_SHAPE
    best, turn = max(alike)
    if best < _ALIKE:
        return hidden, Likeness.OTHER_CONTENT
    return _turned(hidden, turn), Likeness.SAME


def _samples(picture: Picture) -> Floats:
    """Return how bright each pixel is: (height, width), 0 to 255."""
    rgb = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    bright: Floats = rgb.mean(axis=2)
    return bright


def _turned(picture: Picture, turn: int) -> Picture:
    rgb = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    turned = np.ascontiguousarray(np.rot90(rgb, turn))
    return Picture(turned.shape[1], turned.shape[0], turned.tobytes())


def _fitted(samples: Floats, ratio: float) -> Floats | None:
    """Return a picture that has this ratio of sides, without black bars; None if it has another."""
    height, width = samples.shape
    own = width / height
    if max(own, ratio) / min(own, ratio) <= _OTHER_SHAPE:
        return samples
    across = round((width - height * ratio) / 2) if own > ratio else 0
    down = round((height - width / ratio) / 2) if own < ratio else 0
    inner = samples[down : height - down, across : width - across]
    bars = samples.sum() - inner.sum()
    covered = samples.size - inner.size
    return inner if inner.size and bars / max(covered, 1) <= _BLACK else None


def _alike(one: Floats, other: Floats) -> float:
    """Return how far two pictures rise and fall together, 1 for the same one."""
    grids = [_grid(samples) for samples in (one, other)]
    if min(grid.std() for grid in grids) < _FLAT:
        # Nothing rises or falls in a flat one: what counts is how bright both are.
        return float(np.abs(grids[0] - grids[1]).mean() <= _FLAT_ALIKE)
    return float(np.corrcoef(grids[0].ravel(), grids[1].ravel())[0, 1])


def _grid(samples: Floats) -> Floats:
    image = Image.fromarray(samples.astype(np.uint8))
    return np.asarray(image.resize((_GRID, _GRID), Image.Resampling.BOX)).astype(np.float64)
