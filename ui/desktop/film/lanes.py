"""Where things lie on a timeline: times as pixels, and tracks in rows that do not overlap."""

from collections.abc import Mapping
from dataclasses import dataclass

from capture.redact.film import Track

_GAP = 2.0
"""Pixels between two tracks in one row."""


@dataclass(frozen=True, slots=True)
class Window:
    """What is seen of the time: from ``begins`` on, ``lasts`` microseconds in ``width`` pixels."""

    begins: int
    lasts: int
    width: float

    def x(self, at: float) -> float:
        """Return where a moment is."""
        return (at - self.begins) * self.width / max(self.lasts, 1)

    def at(self, x: float) -> int:
        """Return which moment is at a place."""
        return round(self.begins + x * self.lasts / max(self.width, 1.0))

    def span(self, pixels: float) -> int:
        """Return how much time some pixels are."""
        return round(pixels * self.lasts / max(self.width, 1.0))


def rows_of(tracks: Mapping[int, Track]) -> dict[int, int]:
    """Return a row for each track, from 0, so that no two in a row are there at the same time."""
    ends: list[int] = []
    rows = {}
    for key, track in sorted(tracks.items(), key=lambda one: (one[1].begins, one[0])):
        row = next((number for number, end in enumerate(ends) if end < track.begins), len(ends))
        if row == len(ends):
            ends.append(track.ends)
        ends[row] = track.ends
        rows[key] = row
    return rows


def bar_of(track: Track, window: Window) -> tuple[float, float]:
    """Return where a track's bar begins and ends; it is never too narrow to be hit."""
    left, right = window.x(track.begins), window.x(track.ends)
    return left, max(right - _GAP, left + 3 * _GAP)


_STEPS = (
    40_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 15_000_000,
    30_000_000, 60_000_000, 120_000_000, 300_000_000, 600_000_000, 1_800_000_000, 3_600_000_000,
    7_200_000_000, 21_600_000_000,
)  # fmt: skip


def ruling(window: Window, apart: float) -> list[int]:
    """Return the moments to be written on the ruler, at least so many pixels apart."""
    least = window.span(apart)
    step = next((one for one in _STEPS if one >= least), _STEPS[-1])
    first = -(-window.begins // step) * step
    return list(range(max(first, 0), window.begins + window.lasts + 1, step))
