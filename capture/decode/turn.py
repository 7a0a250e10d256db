"""Turning decoded samples by a small angle."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def turned(
    samples: NDArray[np.uint8],
    affine: tuple[float, float, float, float, float, float],
    size: tuple[int, int],
    empty: int,
) -> NDArray[np.uint8]:
    """Return a picture of ``size`` (width, height) that shows the samples from elsewhere.

    At (x, y) it shows (a x + b y + c, d x + e y + f), the ``affine`` being (a, b, c, d, e, f); each
    pixel is made of the 4 by 4 around it. Where the samples end, the result is grey ``empty``.
    """
    image = Image.fromarray(samples).transform(
        size,
        Image.Transform.AFFINE,
        affine,
        Image.Resampling.BICUBIC,
        fillcolor=(empty, empty, empty),
    )
    return np.asarray(image)
