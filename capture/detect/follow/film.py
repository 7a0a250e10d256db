"""A whole video: looked at, followed, and made a plan of.

Detectors look at every fifth frame, at the first and the last frame of each shot, and where a
frame is little like the one before; a frame's look is under way while the next ones are decoded.
Memory holds the frames since the last look and a few before, never the video.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from capture.decode.picture_track import PictureTrack, picture_track
from capture.detect.follow import covers, doubts
from capture.detect.follow.eyes import Eyes
from capture.detect.follow.follower import Follower
from capture.detect.follow.frames import GREY_SIDE, Frames
from capture.detect.follow.stills import Still, Stills
from capture.errors import TooLarge
from capture.redact.film import (
    MAX_PACKED,
    MAX_TRACKS,
    Alarm,
    FilmPlan,
    Track,
    packed_bytes,
)
from capture.redact.keys import MAX_KEYS
from capture.redact.moments import MICRO
from capture.redact.plan import RegionKind, Shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from capture.decode.glimpse import Glimpse
    from capture.detect.finding import Finding
    from capture.detect.follow.trails import Trail
    from capture.progress import Tick

EVERY = 5
"""Frames from one look to the next at most."""
_LONGEST_BLIND = MICRO // 5
"""Microseconds from one look to the next at most, for videos of few frames a second."""
_TOLERANCES = (0.1, 0.16, 0.25, 0.4, 0.64)
"""How much larger covers may become, step by step, where a plan is too large."""


def follow(source: BinaryIO, wanted: Collection[RegionKind], seed: str, tick: Tick) -> FilmPlan:
    """Find and follow what is wanted in a video's picture, and return a plan that covers it all.

    ``tick`` counts microseconds of the video. Raises Damaged, TooLarge, Unsupported,
    WeightsMissing.
    """
    with picture_track(source) as track:
        return _Following(track, Eyes(wanted), tick).plan(seed)


@dataclass(slots=True)
class _Seen:
    """What is gathered on the way through the frames."""

    tracks: list[Track] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)


class _Following:
    """One video on its way."""

    def __init__(self, track: PictureTrack, eyes: Eyes, tick: Tick) -> None:
        self._frames = Frames(track, tick)
        self._eyes = eyes
        self._seen = _Seen()
        self._follower = Follower(self._closed)
        self._waiting: list[Still] = []
        self._look: Future[list[Finding]] | None = None
        self._looked: list[Still] = []
        self._looked_last = False
        self._blind_since = 0
        self._number = 0

    def plan(self, seed: str) -> FilmPlan:
        """Go through all frames and return what came of it."""
        with ThreadPoolExecutor(1) as thread:
            for still, glimpse, last in self._stills():
                self._waiting.append(still)
                if last or still.first or self._due(still):
                    self._take_look()
                    self._looked, self._waiting = self._waiting, []
                    self._looked_last, self._blind_since = last, still.at
                    self._number = 0 if still.first else self._number + 1
                    self._look = thread.submit(self._eyes.find, glimpse, self._number)
            self._take_look()
        width, height = self._frames.size
        length = self._frames.ends
        alarms = doubts.fewer(doubts.gathered([*self._seen.alarms, *self._frames.broken()]))
        return FilmPlan(
            width, height, length, seed, tracks=fitting(self._seen.tracks), alarms=alarms
        )

    def _stills(self) -> Iterator[tuple[Still, Glimpse, bool]]:
        stills: Stills[Glimpse] = Stills()
        for at, glimpse in self._frames.good():
            yield from stills.push(at, glimpse.grey(GREY_SIDE), glimpse)
        yield from stills.finish()

    def _due(self, still: Still) -> bool:
        late = still.at - self._blind_since >= _LONGEST_BLIND
        return len(self._waiting) >= EVERY or still.change.doubtful or late

    def _take_look(self) -> None:
        """Wait for the look that is under way, and follow what it found."""
        if self._look is not None:
            found = self._look.result()
            self._follower.look(self._looked, found, last=self._looked_last)
            self._look = None

    def _closed(self, trail: Trail) -> None:
        """Make a track of a trail, and say what is doubtful about it."""
        scale = self._frames.scale
        sure = doubts.confidence(trail)
        boxes = np.array(trail.boxes) * scale
        growth = covers.GROWTH.get(trail.kind, covers.LEAST_GROWTH)
        keys = covers.keys_of(trail.times, covers.cover(boxes, growth))
        self._seen.alarms += doubts.doubts(trail, self._frames.shape, scale)
        self._seen.tracks.append(
            Track(
                keys,
                trail.kind,
                shape=Shape.ELLIPSE if trail.kind is RegionKind.FACE else Shape.BOX,
                found_by="+".join(sorted(trail.found_by)),
                confidence=min(round(sure * 1000), 1000),
            )
        )


def fitting(tracks: Collection[Track]) -> tuple[Track, ...]:
    """Return tracks that fit into a plan, with covers grown as far as fewer keys make them.

    Raises TooLarge where no plan can hold them.
    """
    kept = sorted(tracks, key=lambda track: track.begins)
    if len(kept) > MAX_TRACKS:
        raise TooLarge("more moves in it than one plan can hold", part="tracks")
    for tolerance in _TOLERANCES:
        if _fits(kept):
            return tuple(kept)
        kept = [_with_fewer(track, tolerance) for track in kept]
    if not _fits(kept):
        raise TooLarge("more moves in it than one plan can hold", part="tracks")
    return tuple(kept)


def _fits(tracks: Collection[Track]) -> bool:
    few = sum(len(track.keys) for track in tracks) <= MAX_KEYS
    return few and packed_bytes(tracks) <= MAX_PACKED


def _with_fewer(track: Track, tolerance: float) -> Track:
    return replace(track, keys=covers.fewer(track.keys, tolerance))
