"""What a detector says, and the interface that every detector stands behind."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Upright RGB samples (height, width, 3)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place: left, top, right, bottom in pixels of the upright picture, as fractions too.

    ``kind`` is "face", "text", …; ``confidence`` from 0 to 1; ``found_by`` the detector.
    """

    left: float
    top: float
    right: float
    bottom: float
    kind: str
    confidence: float
    found_by: str

    @property
    def area(self) -> float:
        """Return the box's area in square pixels."""
        return max(self.right - self.left, 0.0) * max(self.bottom - self.top, 0.0)


class Detector(Protocol):
    """Something that finds places of one kind in a picture of any size."""

    def find(self, pixels: Pixels) -> list[Finding]:
        """Return what was found, weak findings too."""


def scaled(findings: Iterable[Finding], by: float) -> list[Finding]:
    """Return findings on a picture that was enlarged by ``1 / by``, in pixels of the first one."""
    return [
        replace(
            found,
            left=found.left * by,
            top=found.top * by,
            right=found.right * by,
            bottom=found.bottom * by,
        )
        for found in findings
    ]


def merged(findings: Iterable[Finding], overlap: float = 0.4) -> list[Finding]:
    """Keep the most confident of findings of one kind that overlap, strongest first.

    ``overlap`` is intersection over union (Pascal VOC's measure).
    """
    left = sorted(findings, key=lambda found: found.confidence, reverse=True)
    kept: list[Finding] = []
    boxes = np.array([[f.left, f.top, f.right, f.bottom] for f in left]).reshape(-1, 4)
    alive = np.ones(len(left), dtype=bool)
    for index, found in enumerate(left):
        if alive[index]:
            kept.append(found)
            same = np.array([other.kind == found.kind for other in left])
            alive &= ~((_overlaps(boxes[index], boxes) > overlap) & same)
    return kept


def _overlaps(box: NDArray[np.float64], boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    width = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    height = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    shared = np.clip(width, 0, None) * np.clip(height, 0, None)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    own = (box[2] - box[0]) * (box[3] - box[1])
    return np.asarray(shared / np.maximum(areas + own - shared, 1e-9))
