"""A whole video: looked at, followed, and made a plan of.

Detectors look at every fifth frame, at the first and the last frame of each shot, and where a
frame is little like the one before; a frame's look is under way while the next ones are decoded.
Memory holds the frames since the last look and a few before, never the video.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Protocol

import numpy as np

from capture.decode.picture_track import PictureTrack, picture_track
from capture.detect.follow import covers, doubts
from capture.detect.follow.eyes import Eyes
from capture.detect.follow.follower import Follower
from capture.detect.follow.frames import GREY_SIDE, Frames
from capture.detect.follow.gathering import Gathering
from capture.detect.follow.stills import Still, Stills
from capture.redact.film import FilmPlan, Track
from capture.redact.moments import MICRO
from capture.redact.plan import RegionKind, Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from capture.decode.glimpse import Glimpse
    from capture.detect.finding import Finding
    from capture.detect.follow.given import Given
    from capture.detect.follow.trails import Trail
    from capture.progress import Tick
    from capture.redact.keys import Key

EVERY = 5
"""Frames from one look to the next at most."""
_LONGEST_BLIND = MICRO // 5
"""Microseconds from one look to the next at most, for videos of few frames a second."""
_LONG = 900
"""Frames from which on a trail's beginning becomes keys while it goes on."""


def follow(source: BinaryIO, wanted: Collection[RegionKind], seed: str, tick: Tick) -> FilmPlan:
    """Find and follow what is wanted in a video's picture, and return a plan that covers it all.

    ``tick`` counts microseconds of the video. Raises Damaged, TooLarge, Unsupported,
    WeightsMissing.
    """
    eyes = Eyes(wanted)

    def look(_at: int, glimpse: Glimpse, number: int, *, twice: bool) -> list[Finding]:
        return eyes.find(glimpse, number, twice=twice)

    with picture_track(source) as track:
        plan = _Following(track, look, lambda _at: False, tick).plan(seed)
    return replace(plan, alarms=doubts.fewer((*plan.alarms, *doubts.many(plan.tracks))))


def follow_given(source: BinaryIO, given: Given, seed: str, tick: Tick) -> FilmPlan:
    """Follow what is known to be there at some moments, and return a plan that covers it all.

    ``tick`` counts microseconds of the video. Raises what ``follow`` does.
    """
    with picture_track(source) as track:
        return _Following(track, given.look, given.waits, tick).plan(seed)


class _Look(Protocol):
    """Says what is in a frame of a moment, in pixels of the grey one, at the look of a number."""

    def __call__(
        self, at: int, glimpse: Glimpse, number: int, /, *, twice: bool
    ) -> list[Finding]: ...


class _Following:
    """One video on its way."""

    def __init__(
        self, track: PictureTrack, look: _Look, waits: Callable[[int], bool], tick: Tick
    ) -> None:
        """Begin; ``waits`` says of a moment that its frame has to be looked at in any case."""
        self._frames = Frames(track, tick)
        self._see = look
        self._waits = waits
        self._gathering = Gathering()
        self._follower = Follower(self._closed, self._shorten)
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
                    twice = last or still.first
                    self._look = thread.submit(
                        self._see, still.at, glimpse, self._number, twice=twice
                    )
            self._take_look()
        self._gathering.doubt(self._frames.broken())
        tracks, alarms = self._gathering.finish()
        return FilmPlan(*self._frames.size, self._frames.ends, seed, tracks=tracks, alarms=alarms)

    def _stills(self) -> Iterator[tuple[Still, Glimpse, bool]]:
        stills: Stills[Glimpse] = Stills()
        for at, glimpse in self._frames.good():
            yield from stills.push(at, glimpse.grey(GREY_SIDE), glimpse)
        yield from stills.finish()

    def _due(self, still: Still) -> bool:
        late = still.at - self._blind_since >= _LONGEST_BLIND
        usual = len(self._waiting) >= EVERY or still.change.doubtful or late
        return usual or self._waits(still.at)

    def _take_look(self) -> None:
        """Wait for the look that is under way, and follow what it found."""
        if self._look is not None:
            found = self._look.result()
            self._follower.look(self._looked, found, last=self._looked_last)
            self._look = None

    def _shorten(self, trail: Trail) -> None:
        """Make keys of the beginning of a trail that is long, so that memory holds no more of it.

        Its last sighting stays, with what the smooth cover of a later frame depends on.
        """
        end = trail.sightings[-1].place - covers.CONTEXT
        if len(trail.times) < _LONG or end - trail.settled < _LONG // 2:
            return
        self._gathering.doubt(doubts.settling(trail, self._frames.shape, self._frames.scale))
        trail.settle(self._keys(trail, end), end, covers.CONTEXT)

    def _closed(self, trail: Trail) -> None:
        """Make a track of a trail, and say what is doubtful about it."""
        track = Track(
            (*trail.keys, *self._keys(trail, len(trail.times))),
            trail.kind,
            shape=Shape.ELLIPSE if trail.kind is RegionKind.FACE else Shape.BOX,
            found_by="+".join(sorted(trail.found_by)),
            confidence=min(round(trail.confidence * 1000), 1000),
        )
        self._gathering.add(track, doubts.doubts(trail, self._frames.shape, self._frames.scale))

    def _keys(self, trail: Trail, end: int) -> tuple[Key, ...]:
        """Return keys for the frames of a trail that are not settled, up to one."""
        growth = covers.GROWTH.get(trail.kind, covers.LEAST_GROWTH)
        cover = covers.cover(np.array(trail.boxes) * self._frames.scale, growth)
        part = slice(trail.settled, end)
        return covers.keys_of(trail.times[part], cover[part])
