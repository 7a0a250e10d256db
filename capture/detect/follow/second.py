"""The second look at a video: what detectors still find in the finished copy.

Every fifth frame is looked at as a whole, by all ways in turn: other frames than those that the
first look saw, each in another way, and others again for each plan. Every frame just before the
beginning and after the end of a cover, where one that comes late or goes early shows, is looked at
around that place, and as a whole where so much begins and ends that there is little else. As with
photos, a place is answered where a person decided that it stays visible or is no such thing, and a
doubtful one also on a cover. Whatever else is found is an alarm, in the original's time.
"""

from __future__ import annotations

import math
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from capture.decode.picture_track import picture_track
from capture.detect import suggest
from capture.detect.again import LEAST
from capture.detect.finding import FINDABLE, SURE
from capture.detect.follow import doubts
from capture.detect.follow.ends import Ends
from capture.detect.follow.eyes import Eyes
from capture.detect.follow.film import EVERY
from capture.detect.follow.frames import Frames
from capture.detect.merge import enlarged
from capture.redact.film import MAX_TRACKS, Alarm, Answer, Doubt, FilmPlan, Span, Track
from capture.redact.joining import same_place
from capture.redact.keys import Key
from capture.redact.moments import MICRO, Cuts, Place, place_during
from capture.redact.plan import Region, RegionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from capture.decode.glimpse import Glimpse
    from capture.detect.finding import Finding
    from capture.progress import Tick

_LONGEST_BLIND = MICRO // 5
_FIRST_WAY = 1
"""The number before that of the first look: the first pass through the original began with 0."""
_LITTLE_ELSE = 0.35
"""Share of the picture in places to look at from which on the whole of it is looked at."""
_MOST_PLACES = MAX_TRACKS
_TOGETHER = MICRO
"""Microseconds within which what is found again near by is of one alarm."""


def wanted(plan: FilmPlan) -> tuple[RegionKind, ...]:
    """Return what a second look searches for: faces, and whatever else the plan covers."""
    covered = {track.kind for track in plan.tracks if track.answer is Answer.COVER}
    return tuple(kind for kind in sorted(FINDABLE) if kind is RegionKind.FACE or kind in covered)


def look_again(output: BinaryIO, plan: FilmPlan, tick: Tick) -> FilmPlan:
    """Return an alarm for whatever is found in a copy that its plan has no answer to.

    What is returned has beside them, as tracks of one key each, the places themselves, without a
    margin, the surest if there are too many. ``tick`` counts microseconds of the copy. Raises
    WeightsMissing, and what decoding raises.
    """
    looking = _Looking(plan)
    with picture_track(output) as track, ThreadPoolExecutor(1) as thread:
        frames = Frames(track, tick)
        eyes = Eyes(wanted(plan))
        under_way: tuple[int, Future[list[Finding]]] | None = None
        for at, glimpse in frames.good():
            places = looking.places(at)
            if not places:
                continue
            if under_way is not None:
                looking.found(under_way[0], under_way[1].result(), frames.scale)
            under_way = at, thread.submit(_look, eyes, glimpse, looking.number, places)
        if under_way is not None:
            looking.found(under_way[0], under_way[1].result(), frames.scale)
    return replace(
        plan,
        tracks=looking.surest(),
        alarms=doubts.fewer(looking.alarms),
        blank=(),
        cut=(),
        sound=(),
    )


def _look(eyes: Eyes, glimpse: Glimpse, number: int, places: Collection[Place]) -> list[Finding]:
    """Look at the places of a frame, or at all of it if they are most of it."""
    width, height = glimpse.size
    if sum(place[2] * place[3] for place in places) >= _LITTLE_ELSE * width * height:
        return eyes.find(glimpse, number)
    return eyes.find_in(glimpse, number, places)


class _Looking:
    """Which frames are looked at, and what was found so far."""

    def __init__(self, plan: FilmPlan) -> None:
        self._plan = plan
        self._cuts = Cuts(plan.cut)
        covers = [track for track in plan.tracks if track.answer is Answer.COVER]
        self._ends = Ends(covers)
        # Each plan that grew is looked at in other frames and ways than the one before it; in none
        # are they those of the first pass, but for the first frame.
        self._ahead = 1 + (len(plan.tracks) + 1) % (EVERY - 1)
        self._skipped = EVERY
        self._looked = -MICRO
        self._found: list[Track] = []
        self.number = _FIRST_WAY + len(plan.tracks)
        self.alarms: list[Alarm] = []

    def places(self, at: int) -> tuple[Place, ...]:
        """Return what is looked at of the frame of a moment of the copy; asked once for each."""
        self._skipped += 1
        near = self._ends.at(self._cuts.in_original(at))
        if self._skipped >= EVERY or at - self._looked >= _LONGEST_BLIND:
            self._skipped = 0 if self._looked >= 0 else self._ahead
            self._looked = at
            near = ((0, 0, self._plan.width, self._plan.height),)
        self.number += bool(near)
        return near

    def surest(self) -> tuple[Track, ...]:
        """Return the places that were found, as many as a plan can hold."""
        surest = sorted(self._found, key=lambda one: -one.confidence)[:_MOST_PLACES]
        return tuple(sorted(surest, key=lambda one: one.begins))

    def found(self, at: int, findings: Iterable[Finding], scale: float) -> None:
        """Take what was found at a moment of the copy, in pixels of the grey frame."""
        original = self._cuts.in_original(at)
        likely = [one for one in findings if one.confidence >= LEAST]
        whole = enlarged(likely, scale, scale)
        for one, place in zip(whole, suggest.regions(whole), strict=True):
            if not self._answered(original, place):
                self._alarm(original, place)
                self._found.append(_track(original, one))

    def _answered(self, at: int, place: Region) -> bool:
        there = [
            (track, _region(track, box))
            for track in self._plan.tracks
            if track.begins <= at <= track.ends and (box := place_during(track, at, at + 1))
        ]
        decided = (region for track, region in there if track.answer is not Answer.COVER)
        if any(same_place(place, region) for region in decided):
            return True
        covers = (region for track, region in there if track.answer is Answer.COVER)
        return place.confidence < SURE * 1000 and any(_has_middle(one, place) for one in covers)

    def _alarm(self, at: int, place: Region) -> None:
        """Add to the alarm of the same thing, or begin another."""
        box = place.left, place.top, place.width, place.height
        for index, alarm in enumerate(self.alarms):
            if alarm.span.ends + _TOGETHER < at or alarm.place is None:
                continue
            left, top, width, height = alarm.place
            if _has_middle(Region(left, top, width, height), place):
                span = Span(alarm.span.begins, max(at + 1, alarm.span.ends))
                around = doubts.around((alarm.place, box))
                self.alarms[index] = Alarm(span, Doubt.AGAIN, around)
                return
        self.alarms.append(Alarm(Span(at, at + 1), Doubt.AGAIN, box))


def _track(at: int, found: Finding) -> Track:
    """Return what was found at a moment as a track of one key."""
    left, top = math.floor(found.left), math.floor(found.top)
    width, height = math.ceil(found.right) - left, math.ceil(found.bottom) - top
    return Track(
        (Key(at, left, top, max(width, 1), max(height, 1)),),
        found.kind,
        found_by=found.found_by,
        confidence=min(round(found.confidence * 1000), 1000),
    )


def _region(track: Track, box: tuple[int, int, int, int]) -> Region:
    return Region(*box, kind=track.kind)


def _has_middle(box: Region, place: Region) -> bool:
    across, down = place.left + place.width / 2, place.top + place.height / 2
    return box.left <= across <= box.left + box.width and box.top <= down <= box.top + box.height
