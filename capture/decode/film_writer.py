"""A covered copy's encoder: picture and sound of one fixed setting, as fragments in order.

Nothing is ever written twice, so that the result can be sealed while it grows. What comes out is
not yet a copy that may leave: ``clean`` makes one of it, without the encoders' notes.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.codec.context import Flags
from av.video.frame import PictureType

from capture.decode.film_straight import CLOCK
from capture.decode.reencode_sound import SOUND_BITRATE, SOUND_RATE
from capture.decode.reencode_video import RATES, USUAL
from capture.errors import TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable

    from av.audio.stream import AudioStream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream
    from numpy.typing import NDArray

_ENCODERS = {
    "h264": ("libx264", USUAL.settings),
    "vp9": (
        "libvpx-vp9",
        {"deadline": "realtime", "cpu-used": "6", "row-mt": "1", "crf": "31", "b": "0"},
    ),
    "av1": ("libsvtav1", {"preset": "10", "crf": "32", "svtav1-params": "lp=2"}),
}
_FRAGMENTS = "frag_keyframe+delay_moov+default_base_moof"
_SOUND_FRAGMENT = "5000000"
"""Microseconds of a fragment where no picture has key frames."""
_KEY_SECONDS = 2
_THREADS = 2
_SAMPLES = 1024
_LARGE = 4096 * 2304
"""Pixels up to which there is memory enough for every encoder."""
_SDR = frozenset((1, 5, 6))
"""Numbers of ITU-T H.273 for usual screens' colours (709, 601), which a copy may say."""


class FilmWriter:
    """Encodes and writes one video; ``coding`` is h264, vp9 or av1.

    ``rate`` is in frames a second, None for sound without a picture.
    """

    def __init__(
        self, write: Callable[[bytes], object], coding: str, rate: Fraction | None, *, sound: bool
    ) -> None:
        options = {"fflags": "+bitexact", "movflags": _FRAGMENTS}
        if rate is None:
            options["frag_duration"] = _SOUND_FRAGMENT
        self._container = av.open(_Forward(write), "w", format="mp4", options=options)
        self._coding = coding
        self._rate = min(RATES, key=lambda known: abs(known - float(rate or 0)))
        self._wants_sound = sound
        self._picture: VideoStream | None = None
        self._sound: AudioStream | None = None
        self._rest = np.zeros((2, 0), np.float32)
        self._samples = 0
        self._last = -1
        if rate is None:
            self._sound = self._opened_sound()

    @property
    def is_open(self) -> bool:
        """Whether a frame was encoded, so that sound can be."""
        return self._picture is not None

    def picture(self, frame: VideoFrame, at: int, lasts: int) -> None:
        """Encode a frame; ``at`` and ``lasts`` are its time and length in ticks of CLOCK."""
        stream = self._picture or self._opened(frame)
        self._last = max(at, self._last + 1)
        frame.pts, frame.time_base = self._last, Fraction(1, CLOCK)
        frame.duration = max(lasts, 1)
        frame.pict_type = PictureType.NONE
        try:
            self._container.mux(stream.encode(frame))
        except av.error.ExternalError as error:
            if frame.width * frame.height <= _LARGE:
                raise
            # The encoder's way to say that it cannot have the memory for pictures so large.
            size = {"width": frame.width, "height": frame.height}
            raise TooLarge("too many pixels", part="pixels", **size) from error

    def sound(self, samples: NDArray[np.float32]) -> None:
        """Encode sound (2, count) that follows what came before; a picture has to come first."""
        whole = np.concatenate((self._rest, samples), axis=1)
        end = whole.shape[1] // _SAMPLES * _SAMPLES
        for start in range(0, end, _SAMPLES):
            self._hear(whole[:, start : start + _SAMPLES])
        self._rest = whole[:, end:]

    def close(self) -> None:
        """Write what the encoders still hold, and end."""
        if self._rest.shape[1]:
            self._hear(self._rest)
        for stream in (self._picture, self._sound):
            if stream is not None:
                self._container.mux(stream.encode(None))
        self._container.close()

    def give_up(self) -> None:
        """Let go of the encoders where the work was broken off; what was written is of no use."""
        with suppress(av.error.FFmpegError, OSError):
            self._container.close()

    def _hear(self, samples: NDArray[np.float32]) -> None:
        if self._sound is None:
            return
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples), "fltp", "stereo")
        frame.sample_rate, frame.time_base = SOUND_RATE, Fraction(1, SOUND_RATE)
        frame.pts = self._samples
        self._samples += samples.shape[1]
        self._container.mux(self._sound.encode(frame))

    def _opened(self, first: VideoFrame) -> VideoStream:
        name, settings = _ENCODERS[self._coding]
        stream = cast(
            "VideoStream",
            self._container.add_stream(name, rate=self._rate, options=dict(settings)),
        )
        stream.width, stream.height = first.width, first.height
        stream.pix_fmt = first.format.name
        stream.time_base = Fraction(1, CLOCK)
        context = stream.codec_context
        context.time_base = Fraction(1, CLOCK)
        context.gop_size = self._rate * _KEY_SECONDS
        context.thread_count = _THREADS
        context.color_range = 1
        context.colorspace, context.color_primaries, context.color_trc = (
            number if number in _SDR else 2
            for number in (first.colorspace, first.color_primaries, first.color_trc)
        )
        self._picture = stream
        if self._wants_sound:
            self._sound = self._opened_sound()
        return stream

    def _opened_sound(self) -> AudioStream:
        sound = self._container.add_stream("aac", rate=SOUND_RATE)
        sound.layout = "stereo"
        sound.bit_rate = SOUND_BITRATE
        sound.codec_context.flags |= Flags.bitexact
        return sound


class _Forward:
    """Where the result goes, as FFmpeg wants it: it can be written to, and nothing else."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def write(self, data: bytes) -> int:
        """Hand the bytes on."""
        self._write(data)
        return len(data)
