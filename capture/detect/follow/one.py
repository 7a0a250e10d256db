"""Following one place that a person drew, from its frame both ways.

Forwards the frames come as they are decoded; backwards a stretch at a time is decoded from the key
frame before it. The way ends at a cut, where the place left the picture, some frames after it
was lost from sight, and after a minute: what a person wants further they draw again.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from capture.decode.glimpse import Glimpse
from capture.decode.picture_track import PictureTrack, picture_track
from capture.detect.follow import covers
from capture.detect.follow.camera import Small, change, small_of
from capture.detect.follow.frames import GREY_SIDE
from capture.detect.follow.moving import Moving, inside
from capture.detect.follow.patches import Boxes, Levels, levels_of, patches_of, resized
from capture.detect.follow.trails import BEYOND, not_smaller
from capture.errors import BadPlan, Damaged
from capture.redact.film import FilmPlan, Track
from capture.redact.moments import MICRO, moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capture.progress import Tick

LONGEST = 60 * MICRO
"""Microseconds that a place is followed at most, each way."""
_STRETCH = 2 * MICRO
_MOST_HELD = 150
"""Frames of a stretch that are held at once."""

Place = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Frame:
    at: int
    levels: Levels
    small: Small


def follow_one(source: BinaryIO, at: int, box: Place, seed: str, tick: Tick) -> FilmPlan:
    """Return a plan of one track: where a box of the frame shown at a moment came from and went.

    ``at`` is in microseconds, ``box`` left, top, width, height in pixels of the upright picture,
    with its margin. ``tick`` counts microseconds. Raises BadPlan for a moment or a box outside the
    video, and what decoding raises.
    """
    with picture_track(source) as track:
        reader = _Reader(track)
        start = reader.at(at)
        scale = reader.scale
        left, top, width, height = (side / scale for side in box)
        cover = np.array([[left, top, left + width, top + height]])
        if not inside(cover, start.levels.shape).all():
            raise BadPlan("a place outside the picture")
        place = resized(cover, np.array([1 / covers.LEAST_GROWTH]))
        after = _way(start, place, reader.after(start, tick))
        before = _way(start, place, reader.before(start, tick))
        boxes = np.array([*(one for _, one in reversed(before)), place[0], *(o for _, o in after)])
        times = [*(one for one, _ in reversed(before)), start.at, *(one for one, _ in after)]
        keys = covers.keys_of(times, covers.cover(boxes * scale, covers.LEAST_GROWTH))
        return FilmPlan(*reader.size, reader.ends, seed, tracks=(Track(keys),))


def _way(start: _Frame, place: Boxes, frames: Iterator[_Frame]) -> list[tuple[int, Boxes]]:
    """Return moment and box in each frame that comes after another, in either direction."""
    moving = Moving.of(place, patches_of(start.levels, place))
    last, unseen = start, 0
    way: list[tuple[int, Boxes]] = []
    size = place[0]
    for frame in frames:
        moved = change(last.small, frame.small)
        if moved.cut:
            break
        sees = moving.step(frame.levels, moved.across, moved.down)
        unseen = 0 if sees.all() else unseen + 1
        if unseen > BEYOND or not inside(moving.boxes, frame.levels.shape).all():
            break
        size = moving.boxes[0].copy() if not unseen else not_smaller(moving.boxes[0], size)
        way.append((frame.at, size))
        last = frame
    return way


class _Reader:
    """Frames of a track from anywhere, with their moments."""

    def __init__(self, track: PictureTrack) -> None:
        self._track = track
        first = next(track.frames(), None)
        if first is None:
            raise Damaged("no frame of it can be decoded")
        self._first = first.stamp
        self.size = Glimpse(first.frame).size
        self.scale = max(max(self.size) / GREY_SIDE, 1.0)
        self.ends = max(moment(track.announced, track.time_base, 0), 1)

    def at(self, at: int) -> _Frame:
        """Return the frame that is on the screen at a moment."""
        shown = None
        for moment_of, glimpse in self._from(at):
            if moment_of > at and shown is not None:
                break
            shown = moment_of, glimpse
        if shown is None:
            raise BadPlan("a moment outside the video")
        return _frame(*shown)

    def after(self, start: _Frame, tick: Tick) -> Iterator[_Frame]:
        """Give the frames after one."""
        for at, glimpse in self._from(start.at):
            if at > start.at + LONGEST:
                return
            if at > start.at:
                tick(at - start.at, 2 * LONGEST)
                yield _frame(at, glimpse)

    def before(self, start: _Frame, tick: Tick) -> Iterator[_Frame]:
        """Give the frames before one, last first."""
        ends = start.at
        while ends > max(start.at - LONGEST, 0):
            held: deque[_Frame] = deque(maxlen=_MOST_HELD)
            for at, glimpse in self._from(ends - _STRETCH):
                tick(LONGEST + start.at - ends, 2 * LONGEST)
                if at >= ends:
                    break
                if at >= ends - _STRETCH:
                    held.append(_frame(at, glimpse))
            if not held:
                return
            yield from reversed(held)
            ends = held[0].at

    def _from(self, at: int) -> Iterator[tuple[int, Glimpse]]:
        """Give good frames from the key frame at or before a moment on."""
        base = self._track.time_base
        since = max(at, 0) * base.denominator // (base.numerator * MICRO)
        self._track.seek(self._first + since)
        for shown in self._track.frames():
            if not shown.broken:
                yield moment(shown.stamp, base, self._first), Glimpse(shown.frame)


def _frame(at: int, glimpse: Glimpse) -> _Frame:
    grey = glimpse.grey(GREY_SIDE)
    return _Frame(at, levels_of(grey), small_of(grey))
