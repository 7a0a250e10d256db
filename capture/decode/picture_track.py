"""A video's picture track, frame by frame: opened within bounds, every frame with its time.

Everything that covers a video reads its frames here, so that a time in a plan means the same frame
to whoever finds, shows and renders. FFmpeg may open nothing but the bytes it is given. A time
that is missing, or not later than the frame's before, is made of that frame's and its length: a
frame is never taken for an earlier one. What cannot be decoded is passed over, and said.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, BinaryIO

import av

from capture.decode.bounds import MAX_PIXELS, check_pixels, foreign_decoder
from capture.decode.frame import CONTAINERS
from capture.decode.packets import Packets
from capture.decode.reencode_video import PICTURE_DECODERS
from capture.errors import Unsupported
from capture.kinds import HEAD, sniff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_ATTACHED_PICTURE = 0x400
_THREADS = 2
_USUAL_RATE = Fraction(25)
_RATES = (Fraction(1, 60), Fraction(1000))
"""Frames a second that are believed; otherwise the usual rate stands for them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One decoded frame; ``stamp`` is its time and ``lasts`` its length, in the track's time base.

    ``broken`` says that the decoder could not make all of it, ``after_error`` that something
    between the frame before and this one could not be decoded at all.
    """

    frame: VideoFrame
    stamp: int
    lasts: int
    broken: bool
    after_error: bool


class PictureTrack:
    """The first real picture track of a container that is open."""

    def __init__(self, container: InputContainer, threads: int = _THREADS) -> None:
        streams = [one for one in container.streams.video if is_picture(one)]
        if not streams:
            raise Unsupported("there is no picture in it", part="video")
        self._container = container
        self._stream: VideoStream = streams[0]
        context = self._stream.codec_context
        if context.name not in PICTURE_DECODERS:
            raise Unsupported("this video codec cannot be decoded here", codec="video")
        context.options = {"max_pixels": str(MAX_PIXELS)}
        context.thread_count = threads
        self.time_base: Fraction = self._stream.time_base or Fraction(1, 1_000_000)
        self._packets = Packets(container, self._stream)
        self.breaks_off = False
        """What comes after the last frame could not be decoded."""

    @property
    def errors(self) -> int:
        """Return how many pieces could not be decoded so far."""
        return self._packets.errors

    @property
    def period(self) -> int:
        """Return a usual frame's length in the time base, at least 1."""
        rate = self._stream.average_rate or _USUAL_RATE
        if not _RATES[0] <= rate <= _RATES[1]:
            rate = _USUAL_RATE
        return max(1, round(1 / (rate * self.time_base)))

    @property
    def announced(self) -> int:
        """Return how long the container says that the track is, in the time base; 0 for unknown."""
        if self._stream.duration:
            return max(self._stream.duration, 0)
        whole = self._container.duration
        return max(int(Fraction(whole, av.time_base) / self.time_base), 0) if whole else 0

    def seek(self, stamp: int) -> None:
        """Go to the last key frame at ``stamp`` or before it. Raises Damaged where that fails."""
        with foreign_decoder():
            self._container.seek(stamp, stream=self._stream, backward=True)

    def frames(self) -> Iterator[Shown]:
        """Decode from here to where the container ends or breaks off.

        Raises Damaged when too much cannot be decoded, TooLarge for too many pixels.
        """
        last: int | None = None
        errors = self.errors
        for frame in self._packets.frames():
            check_pixels(frame.width, frame.height)
            lasts = frame.duration if 0 < frame.duration <= 100 * self.period else self.period
            stamp = frame.pts
            if last is not None and (stamp is None or stamp <= last):
                stamp = last + 1 if stamp is not None else last + lasts
            last = 0 if stamp is None else stamp
            yield Shown(frame, last, lasts, frame.is_corrupt, self.errors > errors)
            errors = self.errors
        self.breaks_off = self.errors > errors


def is_picture(stream: VideoStream) -> bool:
    """Say whether a track is one that moves, and no cover of a song."""
    return not stream.disposition & _ATTACHED_PICTURE


@contextmanager
def picture_track(source: BinaryIO, threads: int = _THREADS) -> Iterator[PictureTrack]:
    """Open a video's picture track. Raises Damaged, TooLarge, Unsupported.

    Whatever a decoder raises while the track is open becomes Damaged.
    """
    source.seek(0)
    kind = sniff(source.read(HEAD))
    if kind is not None and kind.is_sound:
        raise Unsupported("there is no picture in it", part="video")
    source.seek(0)
    options = {"protocol_whitelist": "", "format_whitelist": CONTAINERS}
    with (
        foreign_decoder(),
        av.open(source, "r", container_options=options, metadata_errors="replace") as container,
    ):
        yield PictureTrack(container, threads)
