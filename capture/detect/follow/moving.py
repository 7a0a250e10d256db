"""Boxes on their way from frame to frame, all at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from capture.detect.follow.patches import (
    Boxes,
    Levels,
    Patches,
    blended,
    found_again,
    patches_of,
    resized,
)

AGREES, _LEARNS = 0.6, 0.75
"""Agreement from which on a box is where its patch was found, and from which on that is learnt."""
_GROWS, _MOST_GROWN = 1.025, 2.0
"""How much a box that cannot be seen grows in each frame, and altogether."""
_SLOWS = 0.85
"""What is left in each frame of the own movement of a box that cannot be seen."""


@dataclass(slots=True)
class Moving:
    """Where boxes are, what they show, and how they move by themselves, camera apart."""

    boxes: Boxes
    patches: Patches
    drift: NDArray[np.float64]
    grown: NDArray[np.float64]

    @classmethod
    def of(
        cls, boxes: Boxes, patches: Patches, drift: NDArray[np.float64] | None = None
    ) -> "Moving":
        """Return boxes that move so far in each frame by themselves, or so far did not."""
        drift = np.zeros((len(boxes), 2)) if drift is None else drift
        return cls(boxes.copy(), patches.copy(), drift, np.ones(len(boxes)))

    def step(self, to: Levels, across: float, down: float) -> NDArray[np.bool_]:
        """Go on to a neighbouring frame, in which everything lies so many pixels further.

        Return which boxes are seen there.
        """
        if not len(self.boxes):
            return np.zeros(0, dtype=bool)
        moved = np.array([across, down])
        expected = self.boxes + np.tile(self.drift + moved, 2)
        found, score = found_again(to, expected, self.patches)
        sees = score >= AGREES
        grow = np.where(self.grown * _GROWS <= _MOST_GROWN, _GROWS, 1.0)
        self.grown = np.where(sees, 1.0, self.grown * grow)
        own = middles(found) - middles(self.boxes) - moved
        self.boxes = np.where(sees[:, None], found, resized(expected, grow))
        self.drift = np.where(sees[:, None], (self.drift + own) / 2, self.drift * _SLOWS)
        learns = score >= _LEARNS
        if learns.any():
            seen = patches_of(to, self.boxes[learns])
            self.patches[learns] = blended(self.patches[learns], seen)
        return np.asarray(sees)

    def only(self, kept: NDArray[np.bool_]) -> None:
        """Forget the others."""
        self.boxes, self.patches = self.boxes[kept], self.patches[kept]
        self.drift, self.grown = self.drift[kept], self.grown[kept]

    def more(self, boxes: Boxes, patches: Patches) -> None:
        """Take in more boxes, after the others."""
        new = Moving.of(boxes, patches)
        self.boxes, self.patches = (
            np.concatenate((self.boxes, new.boxes)),
            np.concatenate((self.patches, new.patches)),
        )
        self.drift = np.concatenate((self.drift, new.drift))
        self.grown = np.concatenate((self.grown, new.grown))

    def put(self, which: int, box: Boxes, patch: Patches) -> None:
        """Set a box to where it was found, and what it shows anew."""
        self.boxes[which], self.patches[which] = box, patch
        self.grown[which] = 1.0


def middles(boxes: Boxes) -> NDArray[np.float64]:
    """Return the middle of each box."""
    return np.asarray((boxes[:, :2] + boxes[:, 2:]) / 2)


def lengths(boxes: Boxes) -> NDArray[np.float64]:
    """Return the root of each box's area in pixels."""
    sides = np.maximum(boxes[:, 2:] - boxes[:, :2], 1e-6)
    return np.asarray(np.sqrt(sides[:, 0] * sides[:, 1]))


def inside(boxes: Boxes, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Say which boxes have some of themselves in a frame of (height, width)."""
    height, width = shape
    low = (boxes[:, 2] > 0) & (boxes[:, 3] > 0)
    return np.asarray(low & (boxes[:, 0] < width) & (boxes[:, 1] < height))


def apart(one: Boxes, other: Boxes) -> NDArray[np.float64]:
    """Return how far the middles of two boxes are apart, in lengths of the larger."""
    both = np.stack((one, other))
    away = np.linalg.norm(np.diff(middles(both), axis=0))
    return np.asarray(away / lengths(both).max())
