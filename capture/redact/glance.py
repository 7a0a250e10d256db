"""A covered frame as a preview shows it: the same plan and the same covers, at a reduced size.

Places are scaled outwards, so that nothing is open here that is covered in the copy; blocks of 16
pixels are larger in a small frame, so covers look coarser than they will be.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from capture.decode.reencode_sound import SOUND_RATE
from capture.redact import moments
from capture.redact.cover import cover
from capture.redact.film import Answer, FilmPlan, Hearing, Span, Track
from capture.redact.hearing import Ears
from capture.redact.moments import MICRO
from capture.redact.plan import MAX_REGIONS, RedactionPlan, Region

_EMPTY = 24
_LOUDEST = 1 << 15
_UNEVEN = 96
"""Samples by which pieces may lie apart without a gap between them: their times are rounded."""
_LONGEST_GAP = 60 * SOUND_RATE


def covered(pixels: NDArray[np.uint8], plan: FilmPlan, begins: int, ends: int) -> NDArray[np.uint8]:
    """Return a frame (height, width, 3) as it will be; shown from ``begins`` up to ``ends``."""
    if moments.holds(plan.blank, begins, ends):
        return np.full_like(pixels, _EMPTY)
    height, width = pixels.shape[:2]
    places = [
        _region(track, place, (width, height), plan)
        for track in plan.tracks
        if track.answer is Answer.COVER
        and (place := moments.place_during(track, begins, ends)) is not None
    ]
    if not places:
        return pixels
    return cover(pixels, RedactionPlan(width, height, plan.seed, tuple(places[:MAX_REGIONS])))


def _region(track: Track, place: moments.Place, size: tuple[int, int], plan: FilmPlan) -> Region:
    left, top, across, down = place
    width, height = size
    first, above = left * width // plan.width, top * height // plan.height
    end = -(-(left + across) * width // plan.width)
    below = -(-(top + down) * height // plan.height)
    return Region(
        first, above, max(end - first, 1), max(below - above, 1), track.shape, track.style
    )


class Ear:
    """The sound of a preview from a moment on, as it will be; pieces come and go in order.

    What is cut out is heard here as it is: a player jumps over it. A disguised voice is another one
    than in the copy, because what it is disguised with is drawn anew each time.
    """

    def __init__(self, plan: FilmPlan, at: int) -> None:
        later = tuple(
            Hearing(Span(max(one.span.begins - at, 0), one.span.ends - at), one.voice)
            for one in plan.sound
            if one.span.ends > at
        )
        self._ears = Ears(replace(plan, sound=later, cut=()), SOUND_RATE)
        self._begins = at
        self._taken = self._given = 0

    def push(self, at: int, samples: NDArray[np.int16]) -> Iterator[tuple[int, NDArray[np.int16]]]:
        """Take two interleaved channels of 48,000 samples a second; give what is ready, and when.

        Where sound is missing there is silence.
        """
        piece = samples.reshape(-1, 2).T.astype(np.float32) / np.float32(_LOUDEST)
        missing = (at - self._begins) * SOUND_RATE // MICRO - self._taken
        if missing > _UNEVEN:
            gap = np.zeros((2, min(missing, _LONGEST_GAP)), dtype=np.float32)
            piece = np.concatenate((gap, piece), axis=1)
        self._taken += piece.shape[1]
        yield from map(self._out, self._ears.push(piece))

    def finish(self) -> Iterator[tuple[int, NDArray[np.int16]]]:
        """Give what a disguise still holds."""
        yield from map(self._out, self._ears.finish())

    def _out(self, piece: NDArray[np.float32]) -> tuple[int, NDArray[np.int16]]:
        at = self._begins + self._given * MICRO // SOUND_RATE
        self._given += piece.shape[1]
        loud = np.clip(piece.T.reshape(-1) * _LOUDEST, -_LOUDEST, _LOUDEST - 1)
        return at, loud.astype(np.int16)
