"""Changing the size of decoded samples."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def resized(samples: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    """Return RGB samples (height, width, 3) at ``scale`` times their size, at least one pixel."""
    if scale == 1.0:
        return samples
    height, width = (max(1, round(side * scale)) for side in samples.shape[:2])
    image = Image.fromarray(np.ascontiguousarray(samples))
    how = Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC
    return np.asarray(image.resize((width, height), how))
