"""What a video's plan is gathered of, held to what a plan can hold all the while.

Too many keys become fewer ones with larger covers. Of too many tracks the most doubtful ones are
put together: one cover lies around all that is near to each other within a stretch of time, and
is an alarm, which a person has to look at before the copy may leave. Nothing is left out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from capture.detect.follow import covers, doubts
from capture.errors import TooLarge
from capture.redact.film import (
    MAX_PACKED,
    MAX_SPANS,
    MAX_TRACKS,
    Alarm,
    Doubt,
    Span,
    Track,
    packed_bytes,
)
from capture.redact.keys import MAX_KEYS, Key
from capture.redact.moments import MICRO, place_during
from capture.redact.plan import Shape

_TOLERANCES = (0.1, 0.16, 0.25, 0.4, 0.64)
"""How much larger covers may become, step by step, where a plan is too large."""

_TOGETHER = MAX_TRACKS // 8
"""Covers of a full plan that lie around several things."""
_CELL = 160
"""Pixels within which things are put together at first."""
_LONGEST = 32 * MICRO


class Gathering:
    """Takes tracks and alarms as they come; memory does not grow with the video's length."""

    def __init__(self) -> None:
        self._tracks: list[Track] = []
        self._alarms: list[Alarm] = []
        self._keys = 0
        self._step = 0

    def add(self, track: Track, alarms: Iterable[Alarm]) -> None:
        """Take a track and what is doubtful about it. Raises TooLarge."""
        self._tracks.append(track)
        self._keys += len(track.keys)
        self.doubt(alarms)
        if len(self._tracks) > 2 * MAX_TRACKS:
            self._put_together()
        while self._keys > 2 * MAX_KEYS:
            if self._step == len(_TOLERANCES):
                raise TooLarge("more moves in it than one plan can hold", part="tracks")
            self._tracks = _thinned(self._tracks, _TOLERANCES[self._step])
            self._keys = sum(len(one.keys) for one in self._tracks)
            self._step += 1

    def doubt(self, alarms: Iterable[Alarm]) -> None:
        """Take alarms alone."""
        self._alarms += alarms
        if len(self._alarms) > 2 * MAX_SPANS:
            self._alarms = list(doubts.fewer(doubts.gathered(self._alarms)))

    def finish(self) -> tuple[tuple[Track, ...], tuple[Alarm, ...]]:
        """Return what the plan holds. Raises TooLarge."""
        self._put_together()
        return fitting(self._tracks), doubts.fewer(doubts.gathered(self._alarms))

    def _put_together(self) -> None:
        """Put the most doubtful of too many tracks together, and say where."""
        if len(self._tracks) <= MAX_TRACKS:
            return
        surest = sorted(self._tracks, key=lambda track: track.confidence, reverse=True)
        alone = MAX_TRACKS - _TOGETHER
        larger = together(surest[alone:], _TOGETHER)
        self._tracks = [*surest[:alone], *larger]
        self._keys = sum(len(one.keys) for one in self._tracks)
        self.doubt(_crowded(track) for track in larger)


def together(tracks: Collection[Track], most: int) -> list[Track]:
    """Return at most so many covers that lie around all of some tracks, from end to end.

    What is near to each other in time and place comes together, as little of it as will do.
    """
    lasts, side = MICRO, _CELL
    while True:
        groups: dict[tuple[str, int, int, int], list[Track]] = {}
        for track in tracks:
            first = track.keys[0]
            across, down = first.left + first.width // 2, first.top + first.height // 2
            where = (track.kind.value, track.begins // lasts, across // side, down // side)
            groups.setdefault(where, []).append(track)
        if len(groups) <= most:
            return [_around(group) for group in groups.values()]
        # First longer stretches, then larger places: time costs less of the picture.
        lasts, side = (lasts * 2, side) if lasts < _LONGEST else (lasts, side * 2)


def _around(group: Sequence[Track]) -> Track:
    """Return one cover that does not move around all of a group."""
    keys = [key for track in group for key in track.keys]
    left, top = min(key.left for key in keys), min(key.top for key in keys)
    width = max(key.left + key.width for key in keys) - left
    height = max(key.top + key.height for key in keys) - top
    times = sorted({min(key.at for key in keys), max(key.at for key in keys)})
    surest = max(group, key=lambda track: track.confidence)
    whole = tuple(Key(at, left, top, width, height) for at in times)
    return replace(surest, keys=whole, shape=Shape.BOX)


def fitting(tracks: Collection[Track]) -> tuple[Track, ...]:
    """Return tracks that fit into a plan, with covers grown as far as fewer keys make them.

    Raises TooLarge where no plan can hold them.
    """
    kept = sorted(tracks, key=lambda track: track.begins)
    for tolerance in _TOLERANCES:
        if _fits(kept):
            return tuple(kept)
        kept = _thinned(kept, tolerance)
    if not _fits(kept):
        raise TooLarge("more moves in it than one plan can hold", part="tracks")
    return tuple(kept)


def _fits(tracks: Collection[Track]) -> bool:
    few = sum(len(track.keys) for track in tracks) <= MAX_KEYS
    return few and packed_bytes(tracks) <= MAX_PACKED


def _thinned(tracks: Iterable[Track], tolerance: float) -> list[Track]:
    return [replace(track, keys=covers.fewer(track.keys, tolerance)) for track in tracks]


def _crowded(track: Track) -> Alarm:
    place = place_during(track, track.begins, track.ends + 1)
    return Alarm(Span(track.begins, track.ends + 1), Doubt.CROWDED, place)
