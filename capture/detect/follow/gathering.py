"""What a video's plan is gathered of, held to what a plan can hold all the while.

Too many keys become fewer ones with larger covers. Of too many tracks the most doubtful ones are
left out, and each stretch in which that was done is an alarm: a person has to look at it before
the copy may leave. What is surely a face is never left out: then the video is refused.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from capture.detect.finding import SURE
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
from capture.redact.keys import MAX_KEYS
from capture.redact.moments import place_during

_TOLERANCES = (0.1, 0.16, 0.25, 0.4, 0.64)
"""How much larger covers may become, step by step, where a plan is too large."""


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
            self._leave_out()
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
        self._leave_out()
        return fitting(self._tracks), doubts.fewer(doubts.gathered(self._alarms))

    def _leave_out(self) -> None:
        """Leave out the most doubtful of too many tracks, and say where."""
        if len(self._tracks) <= MAX_TRACKS:
            return
        surest = sorted(self._tracks, key=lambda track: track.confidence, reverse=True)
        left_out = surest[MAX_TRACKS:]
        if left_out[0].confidence >= SURE * 1000:
            raise TooLarge("more moves in it than one plan can hold", part="tracks")
        self._tracks = surest[:MAX_TRACKS]
        self._keys = sum(len(one.keys) for one in self._tracks)
        self.doubt(_not_covered(track) for track in left_out)


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


def _not_covered(track: Track) -> Alarm:
    place = place_during(track, track.begins, track.ends + 1)
    return Alarm(Span(track.begins, track.ends + 1), Doubt.WEAK, place)
