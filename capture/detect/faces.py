"""Faces: at once by a small survey, and thoroughly by three networks in every way that helps.

A survey looks at the picture as it is, on each side and on its head, at a size
at which that is quick; it finds every close face, and tells which way up the
people are. The detail looks then search for small faces, upright and in each
way in which the survey found people, so that a photo that lies on its side
loses nothing.
"""

from collections.abc import Callable

import numpy as np

from capture.detect.boxes import Boxes
from capture.detect.face_networks import centerface, libfacedetection, retinaface
from capture.detect.finding import Finding
from capture.detect.looks import Look, Weighing, boxes_seen, faces_of, turned_back
from capture.detect.merge import merged, on_picture
from capture.detect.running import Pixels
from capture.progress import Tick, silent

LEAST = 0.18
"""Weakest face that is given out. Of weaker ones fewer than one in five is a face."""
_DETAIL = Weighing({centerface: 0.48, libfacedetection: 0.502, retinaface: 0.295}, 1.906)
_SURVEY = Weighing({centerface: 0.322, libfacedetection: 1.11}, 0.618)
_SURVEY_LEAST = 0.5
_TURNED_LEAST = 0.8
_INSTANT_LEAST = 0.3
INSTANT_SIDE = 960
"""Pixels of the longer side that the survey makes use of."""
_SMALL_SIDE = 640
_FINE_SIDE, _LARGEST_SIDE = 2000, 3200
_MOST_ENLARGED = 3.0
_SOME = 2500
"""From this side on, a second look at the finest scale costs more than it finds."""


class Instant:
    """One survey look: every close face, in a fraction of a second."""

    def find(self, pixels: Pixels, tick: Tick = silent) -> list[Finding]:
        """Return what the survey finds in the picture as it is."""
        found = _survey(pixels, _Counted(tick, 2), _INSTANT_LEAST)
        return merged(on_picture(found, pixels.shape[1], pixels.shape[0]))


class Thorough:
    """The survey in four ways up, and the detail looks in each of those that showed people."""

    def find(self, pixels: Pixels, tick: Tick = silent) -> list[Finding]:
        """Return every face that any of the looks makes likely enough."""
        looks = _detail_looks(max(pixels.shape[:2]))
        count = _Counted(tick, 8 + len(looks))
        found: list[Finding] = []
        people = [0.0] * 4
        for turns in range(4):
            least = _TURNED_LEAST if turns else _SURVEY_LEAST
            seen = _turned(pixels, turns, lambda shown: _survey(shown, count, least))  # noqa: B023 # called here
            people[turns] = sum(face.confidence for face in seen if face.confidence > _TURNED_LEAST)
            found += seen
        ways = [turns for turns in range(4) if not turns or people[turns] > max(people[0], 0.0)]
        count.expect((len(ways) - 1) * len(looks))
        for turns in ways:
            found += _turned(pixels, turns, lambda shown: _all(shown, looks, count))
        return merged(on_picture(found, pixels.shape[1], pixels.shape[0]))


def _survey(pixels: Pixels, count: "_Counted", least: float) -> list[Finding]:
    longest = max(pixels.shape[:2])
    looks = [
        Look(centerface, min(1.0, _SMALL_SIDE / longest)),
        Look(libfacedetection, min(2.0, INSTANT_SIDE / longest)),
    ]
    return faces_of(looks, count.over(looks, pixels), _SURVEY, least)


def _all(pixels: Pixels, looks: list[Look], count: "_Counted") -> list[Finding]:
    return faces_of(looks, count.over(looks, pixels), _DETAIL, LEAST)


def _detail_looks(longest: int) -> list[Look]:
    """Return looks for a picture whose longer side has so many pixels."""
    fine = min(_MOST_ENLARGED, max(1.0, _FINE_SIDE / longest), _LARGEST_SIDE / longest)
    middle = fine * 2 / 3
    looks = [
        Look(centerface, fine, mirrored=True),
        Look(libfacedetection, middle),
        Look(libfacedetection, fine, mirrored=True),
        Look(retinaface, middle),
    ]
    if longest < _SOME:
        looks += [Look(centerface, middle), Look(retinaface, fine, mirrored=True)]
    return looks


def _turned(pixels: Pixels, turns: int, find: Callable[[Pixels], list[Finding]]) -> list[Finding]:
    """Find in the picture turned left by quarters, and say where that is in the picture."""
    height, width = pixels.shape[:2]
    shown = np.ascontiguousarray(np.rot90(pixels, turns)) if turns else pixels
    return [turned_back(finding, turns, width, height) for finding in find(shown)]


class _Counted:
    """Counts looks for the caller's tick."""

    def __init__(self, tick: Tick, total: int) -> None:
        self._tick = tick
        self._done = 0
        self._total = total

    def expect(self, more: int) -> None:
        """Say that more looks are to come than was thought."""
        self._total += more

    def over(self, looks: list[Look], pixels: Pixels) -> list[Boxes]:
        """Return what each look sees, with a tick after each."""
        seen = []
        for look in looks:
            seen.append(boxes_seen(look, pixels))
            self._done += 1
            self._tick(self._done, self._total)
        return seen
