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
from capture.decode.wide import PAGE_WHITE, PQ, PQ_PEAK, light_of_pq

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
        # What is of HLG looks right as it is.
        return _from_pq()[samples] if self.frame.color_trc == PQ else samples


@cache
def _from_pq() -> Pixels:
    """Return what each level of PQ is on a screen whose white is a page's."""
    shown = np.clip(light_of_pq(np.arange(256) / 255) * PQ_PEAK / PAGE_WHITE, 0, 1)
    return np.asarray(np.round(255 * shown ** (1 / 2.2)), dtype=np.uint8)
