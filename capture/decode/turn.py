"""Turning decoded samples by a small angle."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Window = tuple[int, int, int, int]
"""left, top, width, height in pixels."""


def inverse(size: tuple[int, int], thousandths: int) -> tuple[float, ...]:
    """Return the affine map (a, b, c, d, e, f) from a turned picture back to the upright one.

    (x, y) of the turned picture shows (a x + b y + c, d x + e y + f) of a picture of ``size``
    (width, height) that was turned clockwise by so many thousandths of a degree about its middle.
    """
    angle = math.radians(thousandths / 1000)
    cosine, sine = math.cos(angle), math.sin(angle)
    x, y = size[0] / 2, size[1] / 2
    return (cosine, sine, x - cosine * x - sine * y, -sine, cosine, y + sine * x - cosine * y)


def turned(
    samples: NDArray[np.uint8], thousandths: int, window: Window, empty: int
) -> NDArray[np.uint8]:
    """Return a window of the turned picture; where there was no picture it is grey ``empty``."""
    height, width = samples.shape[:2]
    left, top, across, down = window
    a, b, c, d, e, f = inverse((width, height), thousandths)
    shifted = (a, b, a * left + b * top + c, d, e, d * left + e * top + f)
    turned_image = Image.fromarray(samples).transform(
        (across, down),
        Image.Transform.AFFINE,
        shifted,
        Image.Resampling.BICUBIC,
        fillcolor=(empty, empty, empty),
    )
    return np.asarray(turned_image)
