"""What is left of a covered picture: straightened, then cropped.

Turning and cutting come after covering, so a pixel of the result is made of
pixels that are covered already. What is cut away is gone before covering, too:
a soft fill takes no colour from where the crop does not reach.
"""

import numpy as np
from numpy.typing import NDArray

from capture.decode import turn
from capture.redact.geometry import from_result, turn_back, window_of
from capture.redact.mask import BLOCK, Mask
from capture.redact.plan import RedactionPlan

EMPTY = 24
"""Grey where a turned picture has no picture."""
Pixels = NDArray[np.uint8]


def framed(samples: Pixels, plan: RedactionPlan) -> Pixels:
    """Return what the plan leaves of covered RGB samples (height, width, 3)."""
    box = window_of(plan)
    if plan.straighten:
        return turn.turned(samples, from_result(plan), (box.width, box.height), EMPTY)
    return np.ascontiguousarray(
        samples[box.top : box.top + box.height, box.left : box.left + box.width]
    )


def inside(plan: RedactionPlan) -> Mask:
    """Return which blocks (rows, columns) of the upright picture stay, all of their pixels."""
    rows, columns = -(-plan.height // BLOCK), -(-plan.width // BLOCK)
    down = np.minimum(np.arange(rows + 1) * BLOCK, plan.height)[:, None]
    across = np.minimum(np.arange(columns + 1) * BLOCK, plan.width)[None, :]
    a, b, c, d, e, f = turn_back(plan.width, plan.height, -plan.straighten)
    x, y = a * across + b * down + c, d * across + e * down + f
    box = window_of(plan)
    there = (x >= box.left) & (x <= box.left + box.width)
    there &= (y >= box.top) & (y <= box.top + box.height)
    return np.asarray(there[:-1, :-1] & there[1:, :-1] & there[:-1, 1:] & there[1:, 1:])
