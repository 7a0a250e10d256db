"""A video's good frames with their moments, and where there are none."""

from collections.abc import Iterator

from capture.decode.glimpse import Glimpse
from capture.decode.picture_track import PictureTrack
from capture.detect.follow import doubts
from capture.errors import Damaged, TooLarge
from capture.progress import Tick
from capture.redact.film import Alarm, Doubt, Span
from capture.redact.keys import MAX_TIME
from capture.redact.moments import moment
from capture.redact.slots import missing_after, slots_of

GREY_SIDE = 640
"""Pixels of the longer side in which everything is followed."""


class Frames:
    """Gives frames from first to last; knows afterwards how long the video was, and what broke."""

    def __init__(self, track: PictureTrack, tick: Tick) -> None:
        self._track = track
        self._tick = tick
        self._broken: list[Alarm] = []
        self.ends = 0
        """When the last frame goes, in microseconds."""
        self.size = (0, 0)
        """Width and height of the upright picture, by the first frame."""

    @property
    def scale(self) -> float:
        """Return how many pixels of the whole picture one of a grey frame is."""
        return max(max(self.size) / GREY_SIDE, 1.0)

    @property
    def shape(self) -> tuple[int, int]:
        """Return the grey frames' height and width."""
        width, height = self.size
        return max(round(height / self.scale), 1), max(round(width / self.scale), 1)

    def good(self) -> Iterator[tuple[int, Glimpse]]:
        """Give each frame's moment and what is seen of it; broken ones are passed over.

        Raises Damaged where there is none, TooLarge for more time than a plan can hold.
        """
        announced = moment(self._track.announced, self._track.time_base, 0)
        good = 0
        for slot in slots_of(self._track):
            if slot.ends > MAX_TIME:
                raise TooLarge("a video of this length", part="time")
            if self.size == (0, 0):
                self.size = Glimpse(slot.frame).size
            self.ends = slot.ends
            self._tick(min(slot.begins, announced), announced)
            if slot.broken:
                self._note(slot.begins, slot.ends)
            else:
                good += 1
                yield slot.begins, Glimpse(slot.frame)
        if not good:
            raise Damaged("no frame of it can be decoded")
        missing = missing_after(self._track, self.ends)
        if missing is not None:
            self._note(*missing)

    def broken(self) -> tuple[Alarm, ...]:
        """Return where frames could not be decoded, neighbours joined."""
        return doubts.fewer(doubts.joined(self._broken, 0))

    def _note(self, begins: int, ends: int) -> None:
        self._broken.append(Alarm(Span(begins, min(ends, MAX_TIME)), Doubt.BROKEN))
