"""Connected places of a map, in time that is linear in its size whatever is drawn on it."""

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]
MOST_RUNS = 200_000
"""Runs of one row that are joined. A map with more is noise: its rows become one place each."""


def boxes_of(likely: NDArray[np.float32], least: float) -> list[tuple[Box, float]]:
    """Return the box and the mean likelihood of each place of a map (height, width).

    A place is what is above ``least`` and hangs together by sides or corners.
    """
    rows, starts, ends = _runs(likely > least)
    if not rows.size:
        return []
    roots = _joined(rows, starts, ends)
    names, place = np.unique(roots, return_inverse=True)
    sums = np.concatenate(([0.0], np.cumsum(likely, dtype=np.float64)))
    width = likely.shape[1]
    total = np.bincount(place, sums[rows * width + ends] - sums[rows * width + starts])
    size = np.bincount(place, ends - starts)
    left, top = (np.full(len(names), np.iinfo(np.int64).max) for _ in range(2))
    right, bottom = (np.zeros(len(names), dtype=np.int64) for _ in range(2))
    np.minimum.at(left, place, starts)
    np.minimum.at(top, place, rows)
    np.maximum.at(right, place, ends)
    np.maximum.at(bottom, place, rows + 1)
    boxes = np.column_stack((left, top, right, bottom)).astype(float).tolist()
    return [(tuple(box), score) for box, score in zip(boxes, (total / size).tolist(), strict=True)]


def _runs(mask: NDArray[np.bool_]) -> tuple[NDArray[np.int64], ...]:
    """Return row, first column and column after the last of each run, from top to bottom."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    if rows.size <= MOST_RUNS:
        return rows, starts, ends
    whole = np.unique(rows)
    return whole, np.zeros_like(whole), np.full_like(whole, mask.shape[1])


def _joined(
    rows: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> list[int]:
    """Return for each run the number of the place that it belongs to (union and find)."""
    parent = list(range(len(rows)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    above = 0
    row_of, start_of, end_of = rows.tolist(), starts.tolist(), ends.tolist()
    for index, row in enumerate(row_of):
        while row_of[above] < row - 1 or (
            row_of[above] == row - 1 and end_of[above] < start_of[index]
        ):
            above += 1
        other = above
        while row_of[other] == row - 1 and start_of[other] <= end_of[index]:
            parent[root(index)] = root(other)
            other += 1
    return [root(index) for index in range(len(parent))]
