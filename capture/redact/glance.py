"""A covered frame as a preview shows it: the same plan and the same covers, at a reduced size.

Places are scaled outwards, so that nothing is open here that is covered in the copy; blocks of 16
pixels are larger in a small frame, so covers look coarser than they will be.
"""

import numpy as np
from numpy.typing import NDArray

from capture.redact import moments
from capture.redact.cover import cover
from capture.redact.film import Answer, FilmPlan, Hearing, Track, Voice
from capture.redact.plan import MAX_REGIONS, RedactionPlan, Region

_EMPTY = 24
_TONE_HERTZ = 1000
_TONE_LEVEL = 3000
_RATE = 48_000
_MICRO = 1_000_000


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


def heard(samples: NDArray[np.int16], plan: FilmPlan, at: int) -> NDArray[np.int16]:
    """Return a stretch of sound (two channels interleaved, 48,000 a second) as it will be.

    A disguised voice is heard as a tone of another pitch: what it will be disguised with is drawn
    only when the copy is made.
    """
    changed = samples
    for hearing in plan.sound:
        part = _part(hearing, at, len(samples) // 2)
        if part is not None:
            changed = changed.copy() if changed is samples else changed
            changed[2 * part[0] : 2 * part[1]] = _instead(hearing.voice, at, part)
    return changed


def _part(hearing: Hearing, at: int, count: int) -> tuple[int, int] | None:
    """Return the first sample and the one after the last that a hearing changes, outwards."""
    first = (hearing.span.begins - at) * _RATE // _MICRO
    end = -(-(hearing.span.ends - at) * _RATE // _MICRO)
    first, end = max(first, 0), min(end, count)
    return (first, end) if first < end else None


def _instead(voice: Voice, at: int, part: tuple[int, int]) -> NDArray[np.int16]:
    count = part[1] - part[0]
    if voice is Voice.MUTE:
        return np.zeros(2 * count, dtype=np.int16)
    since = (at * _RATE // _MICRO + part[0]) % _RATE
    pitch = _TONE_HERTZ if voice is Voice.TONE else _TONE_HERTZ // 4
    wave = np.sin((np.arange(count) + since) * (2 * np.pi * pitch / _RATE)) * _TONE_LEVEL
    return np.repeat(wave.astype(np.int16), 2)
