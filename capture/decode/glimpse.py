"""Frames small and upright: grey ones for following what moves, colours for finding it.

Only the size that is looked at is made of a frame, so that an hour of video costs an hour of
decoding and little more. Light of high dynamic range is brought down to what detectors know.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from capture.decode.film_frame import shrunk, upright_size

_PQ = 16
"""SMPTE ST 2084 among ITU-T H.273's transfer functions; HLG (18) looks right as it is."""
_PAGE_WHITE = 203.0
"""Candela per square metre of a page's white (ITU-R BT.2408)."""
_BRIGHTEST = 10_000.0

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What is seen of a frame: its upright size in pixels, and samples at a reduced size."""

    frame: VideoFrame

    @property
    def size(self) -> tuple[int, int]:
        """Return the upright width and height in pixels."""
        return upright_size(self.frame)

    def grey(self, side: int) -> Pixels:
        """Return how bright it is (height, width), no side longer than ``side`` pixels."""
        return shrunk(self.frame, side, "gray", "FAST_BILINEAR")

    def colours(self, side: int) -> Pixels:
        """Return RGB samples (height, width, 3), no side longer than ``side`` pixels."""
        samples = shrunk(self.frame, side, "rgb24", "BILINEAR")
        return _from_pq()[samples] if self.frame.color_trc == _PQ else samples


@cache
def _from_pq() -> Pixels:
    """Return what each PQ level (ITU-R BT.2100, table 4) is on a screen whose white is a page's."""
    level = np.arange(256) / 255
    root = level ** (1 / 78.84375)
    light = np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)
    shown = np.clip(light ** (1 / 0.1593017578125) * _BRIGHTEST / _PAGE_WHITE, 0, 1)
    return np.asarray(np.round(255 * shown ** (1 / 2.2)), dtype=np.uint8)
