"""Where in a frame a cover begins soon or ended just now: there a cover that is late shows.

Moments have to be asked for in order, each once, so that a video of many covers takes no longer
for each of its frames.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from capture.redact.film import Span, Track
from capture.redact.keys import Key
from capture.redact.moments import MICRO, Place

_BESIDE = MICRO // 8
"""Microseconds beside a cover's beginning and end in which every frame is looked at."""
_AROUND = 2
"""How many times as wide and high as a cover the place is that is looked at beside its end."""
_LEAST_SIDE = 96
"""Pixels on a side of a place at least: a network sees nothing in less."""


@dataclass(frozen=True, slots=True)
class _End:
    span: Span
    place: Place


class Ends:
    """The beginnings and ends of some covers, from the earliest on."""

    def __init__(self, covers: Iterable[Track]) -> None:
        every = [end for track in covers for end in _ends(track)]
        self._later = sorted(every, key=lambda end: end.span.begins, reverse=True)
        self._near: list[_End] = []

    def at(self, moment: int) -> tuple[Place, ...]:
        """Return places (left, top, width, height) that have all ends near a moment in them.

        They do not overlap, and may reach out of the picture.
        """
        while self._later and self._later[-1].span.begins <= moment:
            self._near.append(self._later.pop())
        self._near = [end for end in self._near if end.span.ends > moment]
        return _apart([end.place for end in self._near])


def _ends(track: Track) -> tuple[_End, _End]:
    first, last = track.keys[0], track.keys[-1]
    return (
        _End(Span(max(track.begins - _BESIDE, 0), track.begins + 1), _around(first)),
        _End(Span(track.ends, track.ends + _BESIDE), _around(last)),
    )


def _around(key: Key) -> Place:
    width, height = (max(side * _AROUND, _LEAST_SIDE) for side in (key.width, key.height))
    left, top = key.left + (key.width - width) // 2, key.top + (key.height - height) // 2
    return left, top, width, height


def _apart(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return boxes around those of some places that overlap."""
    apart: list[Place] = []
    for place in places:
        one = place
        while touching := [other for other in apart if _overlap(one, other)]:
            apart = [other for other in apart if other not in touching]
            one = _both(one, *touching)
        apart.append(one)
    return tuple(apart)


def _overlap(one: Place, other: Place) -> bool:
    return all(
        one[side] < other[side] + other[side + 2] and other[side] < one[side] + one[side + 2]
        for side in (0, 1)
    )


def _both(*places: Place) -> Place:
    left, top = (min(place[side] for place in places) for side in (0, 1))
    right, bottom = (max(place[side] + place[side + 2] for place in places) for side in (0, 1))
    return left, top, right - left, bottom - top
