"""Where a pixel of the straightened and cropped picture is in the upright one. Numbers alone."""

import math

from capture.redact.plan import Crop, RedactionPlan

Affine = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): the place (x, y) goes to (a x + b y + c, d x + e y + f)."""


def turn_back(width: int, height: int, straighten: int) -> Affine:
    """Return the map from a turned picture back to the upright one of ``width`` by ``height``.

    It was turned clockwise about its middle by ``straighten`` thousandths of a degree.
    """
    angle = math.radians(straighten / 1000)
    cosine, sine = math.cos(angle), math.sin(angle)
    x, y = width / 2, height / 2
    return cosine, sine, x - cosine * x - sine * y, -sine, cosine, y + sine * x - cosine * y


def window_of(plan: RedactionPlan) -> Crop:
    """Return the crop, or the whole picture where there is none."""
    return plan.crop or Crop(0, 0, plan.width, plan.height)


def from_result(plan: RedactionPlan) -> Affine:
    """Return the map from the rendered picture back to the upright one."""
    a, b, c, d, e, f = turn_back(plan.width, plan.height, plan.straighten)
    left, top = window_of(plan).left, window_of(plan).top
    return a, b, a * left + b * top + c, d, e, d * left + e * top + f


def inscribed(width: int, height: int, straighten: int) -> Crop:
    """Return the largest crop of the same shape that shows no empty corner after straightening."""
    angle = abs(math.radians(straighten / 1000))
    cosine, sine = math.cos(angle), math.sin(angle)
    share = min(width / (width * cosine + height * sine), height / (width * sine + height * cosine))
    across, down = max(int(width * share), 1), max(int(height * share), 1)
    return Crop((width - across) // 2, (height - down) // 2, across, down)
