"""What is known to be in some frames before a video is followed: what a second look found.

It takes the place of the detectors, so that what they found in a finished copy is followed both
ways through the original, as whatever they found there.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from capture.detect.finding import Finding
from capture.detect.follow.frames import GREY_SIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capture.decode.glimpse import Glimpse
    from capture.redact.film import Track

_SOON = 1_000
"""Microseconds by which a frame's time in a copy may lie beside that in the original."""


class Given:
    """Places at moments: each is a track of one key, its box without a margin."""

    def __init__(self, found: Iterable[Track]) -> None:
        self._found = sorted(found, key=lambda track: track.begins)
        self._times = [track.begins for track in self._found]

    def waits(self, at: int) -> bool:
        """Say whether something is known of the frame that begins at a moment."""
        return bool(self._at(at))

    def look(self, at: int, glimpse: Glimpse, _number: int, *, twice: bool) -> list[Finding]:
        """Return what is known of a frame, in pixels of the grey one, however it is looked at."""
        del twice
        scale = min(GREY_SIDE / max(glimpse.size), 1.0)
        return [_finding(track, scale) for track in self._at(at)]

    def _at(self, at: int) -> list[Track]:
        first, last = (bisect_left(self._times, at + away) for away in (-_SOON, _SOON))
        return self._found[first:last]


def _finding(track: Track, scale: float) -> Finding:
    key = track.keys[0]
    left, top = key.left * scale, key.top * scale
    return Finding(
        left,
        top,
        left + key.width * scale,
        top + key.height * scale,
        track.kind,
        track.confidence / 1000,
        track.found_by,
    )
