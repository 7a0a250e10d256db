"""One plane of a video's frame, as whoever covers it meets it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.uint8] | NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Plane:
    """One plane, upright: (height, width) of 8 or 16 bits a sample, in the frame's own memory.

    ``across`` and ``down`` are the upright picture's pixels for each sample, ``most`` the highest
    value, ``dark`` that of a dark grey in it; ``shade`` says that it tells light from dark.
    """

    samples: Samples
    across: int
    down: int
    most: int
    dark: int
    shade: bool
