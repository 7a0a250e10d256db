"""What is left of a covered picture: straightened, then cropped.

Turning and cutting come after covering, so a pixel of the result is made of
pixels that are covered already. What is cut away is gone before covering, too:
a soft fill takes no colour from where the crop does not reach.
"""

import math

import numpy as np
from numpy.typing import NDArray

from capture.decode import turn
from capture.redact.mask import BLOCK, Mask
from capture.redact.plan import Crop, RedactionPlan

EMPTY = 24
"""Grey where a turned picture has no picture."""
Pixels = NDArray[np.uint8]


def framed(samples: Pixels, plan: RedactionPlan) -> Pixels:
    """Return what the plan leaves of covered RGB samples (height, width, 3)."""
    left, top, width, height = _window(plan)
    if plan.straighten:
        return turn.turned(samples, plan.straighten, (left, top, width, height), EMPTY)
    return np.ascontiguousarray(samples[top : top + height, left : left + width])


def inside(plan: RedactionPlan) -> Mask:
    """Return which blocks (rows, columns) of the upright picture stay, all of their pixels."""
    rows, columns = -(-plan.height // BLOCK), -(-plan.width // BLOCK)
    down = np.minimum(np.arange(rows + 1) * BLOCK, plan.height)[:, None]
    across = np.minimum(np.arange(columns + 1) * BLOCK, plan.width)[None, :]
    a, b, c, d, e, f = turn.inverse((plan.width, plan.height), -plan.straighten)
    x, y = a * across + b * down + c, d * across + e * down + f
    left, top, width, height = _window(plan)
    there = (x >= left) & (x <= left + width) & (y >= top) & (y <= top + height)
    return np.asarray(there[:-1, :-1] & there[1:, :-1] & there[:-1, 1:] & there[1:, 1:])


def inscribed(width: int, height: int, straighten: int) -> Crop:
    """Return the largest crop of the same shape that shows no empty corner after straightening."""
    angle = abs(math.radians(straighten / 1000))
    cosine, sine = math.cos(angle), math.sin(angle)
    share = min(width / (width * cosine + height * sine), height / (width * sine + height * cosine))
    across, down = max(int(width * share), 1), max(int(height * share), 1)
    return Crop((width - across) // 2, (height - down) // 2, across, down)


def _window(plan: RedactionPlan) -> turn.Window:
    crop = plan.crop or Crop(0, 0, plan.width, plan.height)
    return crop.left, crop.top, crop.width, crop.height
