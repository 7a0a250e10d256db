"""Each frame of a video with the moments between which it is on the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from capture.decode import film_frame
from capture.decode.film_frame import Frame
from capture.decode.picture_track import PictureTrack, Shown
from capture.redact.moments import MICRO, moment

_ENDS_EARLY = MICRO
"""Microseconds by which a video may be shorter than it says before that is a broken end."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A frame, and from when to when it is on the screen; ``broken`` if nothing good was decoded.

    ``stamp`` is the frame's time in the track's own time base.
    """

    frame: Frame
    stamp: int
    begins: int
    ends: int
    broken: bool


def slots_of(track: PictureTrack) -> Iterator[Slot]:
    """Give each frame once it is known when the next one comes; raises as its ``frames`` does.

    Where frames are missing between two because they could not be decoded, a broken one stands.
    """
    before: Shown | None = None
    first = 0
    for shown in track.frames():
        if before is None:
            first = shown.stamp
        else:
            yield from _between(track, before, shown, first)
        before = shown
    if before is not None:
        yield _slot(track, before, first, before.stamp + before.lasts)


def missing_after(track: PictureTrack, ends: int) -> tuple[int, int] | None:
    """Return the stretch after the last frame that was to come and cannot be decoded, if any.

    ``ends`` is when that frame goes. To be asked after the last of ``slots_of``.
    """
    early = moment(track.announced, track.time_base, 0) - ends
    if early > _ENDS_EARLY or track.breaks_off:
        return ends, ends + max(early, 1)
    return None


def _between(track: PictureTrack, one: Shown, other: Shown, first: int) -> Iterator[Slot]:
    """Give a frame, and a broken one for the time after it in which others were lost."""
    ends = other.stamp
    if other.after_error and other.stamp >= one.stamp + 2 * one.lasts:
        ends = one.stamp + one.lasts
    yield _slot(track, one, first, ends)
    if ends < other.stamp:
        lost = Shown(film_frame.like(other.frame), ends, 0, broken=True, after_error=True)
        yield _slot(track, lost, first, other.stamp)


def _slot(track: PictureTrack, shown: Shown, first: int, ends: int) -> Slot:
    begins = moment(shown.stamp, track.time_base, first)
    until = max(moment(ends, track.time_base, first), begins + 1)
    return Slot(shown.frame, shown.stamp, begins, until, shown.broken)
