"""Turning decoded samples: upright as Exif says, or by a small angle."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def stood_up(image: Image.Image, orientation: int) -> Image.Image:
    """Return a picture upright, by Exif's orientation: 1 to 8; any other leaves it as it is."""
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


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
