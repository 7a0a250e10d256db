"""A video or a sound file, open for playing: frames at a reduced size, and sound, from any moment.

Moments are whole microseconds since the picture track's first frame, rounded down, as in a plan
for covering; those of a file with sound alone since its first sample. The frame that is on the
screen at a moment is the last one that began by then: seeking finds exactly that one.

FFmpeg may open nothing but the bytes it is given. Runs in the confined child; holds a bounded
number of frames, whatever the file says.
"""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, BinaryIO

import av
import numpy as np

from capture.decode import containers
from capture.decode.bounds import check_pixels
from capture.decode.film_frame import shrunk, upright_size
from capture.decode.packets import Tolerant
from capture.decode.playable import Film
from capture.decode.reencode_sound import LONGEST, SOUND_RATE, is_known
from capture.decode.stamps import Stamps, Timing, timing_of
from capture.errors import Damaged, Unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream
    from numpy.typing import NDArray

MICRO = 1_000_000
MOST_BACK = 48
"""Frames that are kept to be given backwards."""
_THREADS = 2
_LONGEST = LONGEST * 8 * MICRO
_SHOWN_ALONE = MICRO // 30
"""Microseconds of a step through sound without a picture."""
_AWAY = 2 * MICRO
"""How much further back is looked where a container's index led past the wanted moment."""
_SHOWN_RATE = MICRO // 30


@dataclass(frozen=True, slots=True)
class Shown:
    """One frame, upright, as RGB (height, width, 3), and when it begins."""

    at: int
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of sound: 16 bits, two channels interleaved, 48,000 a second; when it begins."""

    at: int
    samples: NDArray[np.int16]


Played = Shown | Heard | None
"""What playing gives; None while it is on its way through frames that were not asked for."""


@contextmanager
def opened(source: BinaryIO) -> Iterator[Reel]:
    """Open a file for playing. Raises Damaged, TooLarge, Unsupported, while it plays as well."""
    with containers.opened(source, containers.VIDEOS_AND_SOUNDS) as container:
        picture = _picture_of(container)
        timing = Timing(1) if picture is None else timing_of(container, picture)
    with containers.opened(source, containers.VIDEOS_AND_SOUNDS) as container:
        yield Reel(container, timing)


class Reel:
    """One open file. It is at one place at a time: a new run ends the one before."""

    def __init__(self, container: av.container.InputContainer, timing: Timing) -> None:
        self._container = container
        self._timing = timing
        self._tolerant = Tolerant()
        self.picture = _picture_of(container)
        self.sound = next((one for one in container.streams.audio if is_known(one)), None)
        if self.picture is None and self.sound is None:
            raise Unsupported("neither picture nor sound in it", codec="none")
        self._first = Fraction(0)
        self.facts = self._look()

    def run(self, at: int, side: int, *, back: int = 0, rate: int = 1) -> Iterator[Played]:
        """Give the frame at a moment, those after it and the sound, until the end.

        ``side`` is the longest side of a frame in pixels, ``back`` how many frames before are
        given first. With a ``rate`` above 1 there is no sound, and frames are left out.
        """
        hears = self.sound is not None and rate == 1
        if self.picture is None:
            yield from self._sounding(at) if hears else ()
            return
        wanted = [self.picture, *([self.sound] if hears and self.sound else [])]
        skipping = _Skipping(0 if rate == 1 else _SHOWN_RATE * rate)
        ready = _Ready(self, at, side, back)
        resampler = _resampler()
        for stream, frame in self._from(at - back * self.facts.frame * 2, wanted):
            if stream is self.sound:
                yield from self._heard(resampler, frame, at)
            elif ready.takes(frame):
                yield None
            else:
                for shown in ready.given(frame):
                    if skipping.wants(shown.at):
                        yield shown
        yield from ready.rest()

    def backwards(self, at: int, side: int, rate: int = 1) -> Iterator[Played]:
        """Give the frames before a moment, last first, down to the beginning; no sound."""
        ends = at
        while ends > 0 and self.picture is not None:
            begins = max(ends - MICRO * rate, 0)
            skipping = _Skipping(_SHOWN_RATE * rate)
            kept: deque[Shown] = deque(maxlen=MOST_BACK)
            for _, frame in self._from(begins, [self.picture]):
                moment = self.moment(frame)
                if moment >= ends:
                    break
                if moment >= begins and skipping.wants(moment):
                    kept.append(Shown(moment, small(frame, side)))
                yield None
            yield from reversed(kept)
            ends = begins

    def nearest(self, at: int, side: int) -> Shown | None:
        """Give the key frame at or before a moment, without decoding on from there."""
        if self.picture is None:
            return None
        self._seek(at, counting=False)
        _, frame = next(self._decoded([self.picture]), (None, None))
        if frame is None:
            return None
        return Shown(at if self._timing.even else self.moment(frame), small(frame, side))

    def listen(self) -> Iterator[Heard]:
        """Give all of the sound."""
        return (one for one in self._sounding(0) if isinstance(one, Heard))

    def moment(self, frame: VideoFrame | AudioFrame) -> int:
        """Return when a frame begins."""
        if frame.pts is None or frame.time_base is None:
            raise Unsupported("a frame without a time", codec="gap")
        since = (frame.pts * frame.time_base - self._first) * MICRO
        return since.numerator // since.denominator

    def _from(self, at: int, streams: list[Any]) -> Iterator[tuple[Any, Any]]:
        """Decode from a key frame at or before a moment on."""
        away = 0
        while True:
            self._seek(at - away)
            frames = self._decoded(streams)
            held = []
            begins: int | None = None
            for stream, frame in frames:
                held.append((stream, frame))
                if stream is streams[0]:
                    begins = self.moment(frame)
                    break
            if begins is None or begins <= at or at - away <= 0:
                yield from held
                yield from frames
                return
            away = max(away * 2, _AWAY)

    def _seek(self, at: int, *, counting: bool = True) -> None:
        """Go to a key frame before a moment: to the first one where frames have to be counted."""
        stream = self.picture or self.sound
        if stream is None or stream.time_base is None:
            return
        if counting and self._timing.even:
            self._container.seek(0)
            return
        # What a container's index calls the beginning may be before the first frame's time (AVI).
        begins = self._first if at > 0 else min(self._first, Fraction(0))
        wanted = (begins + Fraction(max(at, 0), MICRO)) / stream.time_base
        try:
            self._container.seek(wanted.numerator // wanted.denominator, stream=stream)
        except (av.error.FFmpegError, OSError):  # no index, or none that leads there
            self._container.seek(0)

    def _decoded(self, streams: list[Any]) -> Iterator[tuple[Any, Any]]:
        """Decode some tracks, passing over what is broken, and sound that has no time."""
        stamps = Stamps(self._timing)
        try:
            for packet in self._container.demux(streams):
                for frame in self._tolerant.frames_of(packet):
                    if packet.stream is self.picture:
                        frame.pts, _ = stamps.of(frame)
                    if frame.pts is not None and frame.time_base is not None:
                        yield packet.stream, frame
        except av.error.InvalidDataError:
            return  # the container breaks off here

    def _heard(self, resampler: av.AudioResampler, frame: AudioFrame, at: int) -> Iterator[Heard]:
        """Bring sound to one form, and leave out what ends before a moment."""
        moment = self.moment(frame)
        pieces = [one.to_ndarray().reshape(-1) for one in resampler.resample(frame)]
        for samples in pieces:
            lasts = len(samples) // 2 * MICRO // SOUND_RATE
            if moment + lasts > at:
                early = min(max(at - moment, 0) * SOUND_RATE // MICRO * 2, len(samples))
                yield Heard(max(moment, at), samples[early:].astype(np.int16, copy=False))
            moment += lasts

    def _sounding(self, at: int) -> Iterator[Played]:
        resampler = _resampler()
        for _, frame in self._from(at, [self.sound]):
            yield None
            yield from self._heard(resampler, frame, at)

    def _look(self) -> Film:
        """Decode the first frame: it says where time begins, and which way is up."""
        streams = [self.picture or self.sound]
        found = next(self._decoded(streams), None)
        if found is None:
            raise Damaged("nothing of it can be decoded")
        _, frame = found
        self._first = frame.pts * frame.time_base
        width = height = 0
        if self.picture is not None:
            check_pixels(frame.width, frame.height)
            width, height = upright_size(frame)
        shown = _SHOWN_ALONE
        if self.picture is not None:
            shown = round(self._timing.period * (self.picture.time_base or 0) * MICRO)
        return Film(width, height, self._length(shown), shown, self.sound is not None)

    def _length(self, shown: int) -> int:
        """Return what the file says of its length, or else what its packets say."""
        stream = self.picture or self.sound
        length = 0
        if self._timing.announced:
            length = self._timing.announced // self._timing.period * shown
        elif stream is not None and stream.duration and stream.time_base:
            length = int(stream.duration * stream.time_base * MICRO)
        elif self._container.duration:
            length = self._container.duration * MICRO // av.time_base
        elif stream is not None:
            length = self._last_packet(stream) + shown
        return min(max(length, shown), _LONGEST)

    def _last_packet(self, stream: VideoStream | AudioStream) -> int:
        self._seek(0)
        last = self._first
        for packet in self._container.demux(stream):
            if packet.pts is not None and packet.time_base is not None:
                last = max(last, packet.pts * packet.time_base)
        return int((last - self._first) * MICRO)


class _Skipping:
    """Leaves out frames that come sooner than ``every`` microseconds after the last one."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._next: int | None = None

    def wants(self, at: int) -> bool:
        if self._next is not None and at < self._next:
            return False
        self._next = at + self._every
        return True


class _Ready:
    """Holds frames up to the wanted moment, until one after it shows which was on the screen."""

    def __init__(self, reel: Reel, at: int, side: int, back: int) -> None:
        self._reel = reel
        self._at = at
        self._side = side
        self._since = at - back * reel.facts.frame * 2
        self._held: deque[Shown | VideoFrame] = deque(maxlen=min(back, MOST_BACK) + 1)
        self._done = False

    def takes(self, frame: VideoFrame) -> bool:
        """Hold a frame that is not after the wanted moment; only near to it are they scaled."""
        moment = self._reel.moment(frame)
        if self._done or moment > self._at:
            return False
        near = moment >= self._since and self._held.maxlen != 1
        self._held.append(self._shown(frame) if near else frame)
        return True

    def given(self, frame: VideoFrame) -> Iterator[Shown]:
        """Give what was held, once, and then the frame after it."""
        yield from self.rest()
        yield self._shown(frame)

    def rest(self) -> Iterator[Shown]:
        """Give what was held, if it was not given yet."""
        self._done = True
        while self._held:
            one = self._held.popleft()
            yield one if isinstance(one, Shown) else self._shown(one)

    def _shown(self, frame: VideoFrame) -> Shown:
        return Shown(self._reel.moment(frame), small(frame, self._side))


def small(frame: VideoFrame, side: int) -> NDArray[np.uint8]:
    """Return a frame upright as RGB (height, width, 3), no side longer than ``side`` pixels."""
    return shrunk(frame, side, "rgb24", "FAST_BILINEAR")


def _picture_of(container: av.container.InputContainer) -> VideoStream | None:
    """Return the first real picture track, ready to be decoded. Raises Unsupported."""
    tracks = containers.pictures(container)
    if not tracks:
        return None
    track = containers.bounded(tracks[0])
    track.codec_context.thread_count = _THREADS
    return track


def _resampler() -> av.AudioResampler:
    return av.AudioResampler(format="s16", layout="stereo", rate=SOUND_RATE)
