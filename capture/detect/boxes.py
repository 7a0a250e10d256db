"""Boxes as rows of numbers: how much two of them share, and one box for each place."""

import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.float64]
"""Rows that begin with left, top, right, bottom, in pixels."""


def overlaps(box: Boxes, boxes: Boxes) -> Boxes:
    """Return the shared area over the joint one of a box and each of several (Pascal VOC)."""
    shared = shared_area(box, boxes)
    joint = areas(box[None])[0] + areas(boxes) - shared
    return np.asarray(shared / np.maximum(joint, 1e-9))


def shared_area(box: Boxes, boxes: Boxes) -> Boxes:
    """Return the area that a box shares with each of several, in square pixels."""
    width = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    height = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    return np.asarray(np.clip(width, 0, None) * np.clip(height, 0, None))


def areas(boxes: Boxes) -> Boxes:
    """Return the area of each box in square pixels."""
    return np.asarray(
        np.clip(boxes[:, 2] - boxes[:, 0], 0, None) * np.clip(boxes[:, 3] - boxes[:, 1], 0, None)
    )


def grouped(boxes: Boxes, scores: Boxes, overlap: float) -> list[NDArray[np.intp]]:
    """Return groups of indices: the strongest box left, and all that overlap it, until none is."""
    order = np.argsort(-scores, kind="stable")
    groups = []
    while order.size:
        same = overlaps(boxes[order[0]], boxes[order]) > overlap
        same[0] = True
        groups.append(order[same])
        order = order[~same]
    return groups


def strongest(rows: Boxes, overlap: float, most: int) -> Boxes:
    """Return the strongest ``most`` of rows that end with a score, one for each place."""
    kept = rows[np.argsort(-rows[:, -1], kind="stable")[: 4 * most]]
    first = [group[0] for group in grouped(kept, kept[:, -1], overlap)]
    return np.asarray(kept[first[:most]])
