"""Where following was not sure: stretches that a person has to look at."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from capture.detect.finding import SURE
from capture.detect.follow.trails import Trail
from capture.redact.film import MAX_SPANS, Alarm, Doubt, Span, Track
from capture.redact.plan import RegionKind

GAP = 21
"""Frames without a sighting from which on what was followed may be another thing, or nothing."""
_BORDER = 0.04
"""Share of the picture's side within which something may come or go."""
_MANY = 8
"""Faces at once from which on some are probably not found."""
_SAME_CROWD = 1_000_000
Place = tuple[int, int, int, int]


def doubts(trail: Trail, shape: tuple[int, int], scale: float) -> list[Alarm]:
    """Return what is doubtful about a trail in frames of ``shape`` (height, width).

    Places are in pixels of the whole picture, which is ``scale`` times as large.
    """
    found = settling(trail, shape, scale)
    last = trail.sightings[-1]
    ends = not trail.to_end and not trail.goes_on and _amid(trail, -1, shape)
    if ends and trail.confidence >= SURE:
        found.append(_alarm(trail, last.place, len(trail.times) - 1, Doubt.SUDDEN, scale))
    return found


def settling(trail: Trail, shape: tuple[int, int], scale: float) -> list[Alarm]:
    """Return what is doubtful about a trail so far, its end apart."""
    found = [
        _alarm(trail, one.place, other.place, Doubt.LOST, scale)
        for one, other in pairwise(trail.sightings)
        if other.place - one.place > GAP
    ]
    if trail.confidence < SURE:
        return [_alarm(trail, 0, len(trail.times) - 1, Doubt.WEAK, scale), *found]
    if not trail.from_start and _amid(trail, 0, shape):
        first = trail.sightings[0]
        found.append(_alarm(trail, 0, first.place, Doubt.SUDDEN, scale))
    return found


def gathered(alarms: Iterable[Alarm]) -> list[Alarm]:
    """Return alarms in which all doubtful things of one stretch are looked at as one.

    Each of them is covered: what has to be seen is whether that is right, once for a crowd.
    """
    every = list(alarms)
    weak = sorted(
        (one for one in every if one.doubt is Doubt.WEAK), key=lambda one: one.span.begins
    )
    return [*joined(weak, 0), *(one for one in every if one.doubt is not Doubt.WEAK)]


def many(tracks: Iterable[Track]) -> tuple[Alarm, ...]:
    """Return the stretches in which many faces are followed at once, of the whole picture.

    Where so many are found, some are not: those that are small, and half behind others.
    """
    changes = sorted(
        change
        for track in tracks
        if track.kind is RegionKind.FACE
        for change in ((track.begins, 1), (track.ends + 1, -1))
    )
    found: list[Alarm] = []
    there = 0
    for (at, more), (until, _) in pairwise(changes):
        there += more
        if there >= _MANY and at < until:
            found.append(Alarm(Span(at, until), Doubt.MANY))
    return tuple(joined(found, _SAME_CROWD))


def fewer(alarms: Iterable[Alarm], most: int = MAX_SPANS) -> tuple[Alarm, ...]:
    """Return alarms in order of time, and where there are too many, those of a kind joined."""
    ordered = sorted(alarms, key=lambda one: (one.span.begins, one.span.ends))
    apart = 0
    while len(ordered) > most:
        apart = apart * 2 or 1_000_000
        ordered = joined(ordered, apart)
    return tuple(ordered)


def around(places: Sequence[Place | None]) -> Place | None:
    """Return the box around some places; None is the whole picture."""
    known = [place for place in places if place is not None]
    if len(known) < len(places) or not known:
        return None
    left, top = min(p[0] for p in known), min(p[1] for p in known)
    right, bottom = max(p[0] + p[2] for p in known), max(p[1] + p[3] for p in known)
    return left, top, right - left, bottom - top


def joined(ordered: Sequence[Alarm], apart: int) -> list[Alarm]:
    """Join alarms of one kind that are no more than so many microseconds apart."""
    last: dict[Doubt, Alarm] = {}
    done: list[Alarm] = []
    for one in ordered:
        before = last.get(one.doubt)
        if before is not None and one.span.begins <= before.span.ends + apart:
            span = Span(before.span.begins, max(before.span.ends, one.span.ends))
            last[one.doubt] = Alarm(span, one.doubt, around((before.place, one.place)))
            continue
        if before is not None:
            done.append(before)
        last[one.doubt] = one
    return sorted([*done, *last.values()], key=lambda one: (one.span.begins, one.span.ends))


def _alarm(trail: Trail, first: int, last: int, doubt: Doubt, scale: float) -> Alarm:
    """Make an alarm for frames of a trail, both included."""
    boxes = [[side * scale for side in box] for box in trail.boxes[first : last + 1]]
    left, top = (int(min(box[side] for box in boxes)) for side in (0, 1))
    right, bottom = (int(max(box[side] for box in boxes)) + 1 for side in (2, 3))
    span = Span(trail.times[first], trail.times[last] + 1)
    return Alarm(span, doubt, (left, top, max(right - left, 1), max(bottom - top, 1)))


def _amid(trail: Trail, which: int, shape: tuple[int, int]) -> bool:
    """Say whether a trail's box is away from the picture's edges in a frame."""
    left, top, right, bottom = trail.boxes[which]
    down, across = (side * _BORDER for side in shape)
    return bool(
        left > across and top > down and right < shape[1] - across and bottom < shape[0] - down
    )
