"""A video's picture track, frame by frame: opened within bounds, every frame with its time.

Everything that covers a video reads its frames here, so that a time in a plan means the same frame
to whoever finds, shows and renders (see ``stamps``). FFmpeg may open nothing but the bytes it is
given. What cannot be decoded is passed over, and said.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, BinaryIO

import av

from capture.decode.bounds import check_pixels, foreign_decoder
from capture.decode.containers import bounded, opened, pictures
from capture.decode.packets import Packets
from capture.decode.stamps import Stamps, Timing, timing_of
from capture.errors import Unsupported
from capture.kinds import HEAD, sniff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_THREADS = 2


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

    def __init__(self, container: InputContainer, timing: Timing, threads: int = _THREADS) -> None:
        self._container = container
        self._stream = _first_picture(container)
        self._timing = timing
        self._stream.codec_context.thread_count = threads
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
        return self._timing.period

    @property
    def announced(self) -> int:
        """Return how long the container says that the track is, in the time base; 0 for unknown."""
        if self._timing.announced:
            return self._timing.announced
        if self._stream.duration:
            return max(self._stream.duration, 0)
        whole = self._container.duration
        return max(int(Fraction(whole, av.time_base) / self.time_base), 0) if whole else 0

    def seek(self, stamp: int) -> None:
        """Go to the last key frame at ``stamp`` or before it. Raises Damaged where that fails.

        Where frames have no times, they can only be counted from the first one on.
        """
        with foreign_decoder():
            if self._timing.even:
                self._container.seek(0)
                return
            self._container.seek(stamp, stream=self._stream, backward=True)

    def frames(self) -> Iterator[Shown]:
        """Decode from here to where the container ends or breaks off.

        Raises Damaged when too much cannot be decoded, TooLarge for too many pixels.
        """
        stamps = Stamps(self._timing)
        errors = self.errors
        for frame in self._packets.frames():
            check_pixels(frame.width, frame.height)
            yield Shown(frame, *stamps.of(frame), frame.is_corrupt, self.errors > errors)
            errors = self.errors
        self.breaks_off = self.errors > errors


@contextmanager
def picture_track(source: BinaryIO, threads: int = _THREADS) -> Iterator[PictureTrack]:
    """Open a video's picture track. Raises Damaged, TooLarge, Unsupported.

    Whatever a decoder raises while the track is open becomes Damaged.
    """
    source.seek(0)
    kind = sniff(source.read(HEAD))
    if kind is not None and kind.is_sound:
        raise Unsupported("there is no picture in it", part="video")
    with opened(source) as container:
        timing = timing_of(container, _first_picture(container))
    with opened(source) as container:
        yield PictureTrack(container, timing, threads)


def _first_picture(container: InputContainer) -> VideoStream:
    """Return the first real picture track, ready to be decoded. Raises Unsupported."""
    streams = pictures(container)
    if not streams:
        raise Unsupported("there is no picture in it", part="video")
    return bounded(streams[0])
