"""Making one list of what several looks at a picture found."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from capture.detect.finding import Finding


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
