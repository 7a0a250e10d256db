"""Small films with known pixels and known sound, coded without loss, for tests of covering."""

from __future__ import annotations

import io
import struct
from fractions import Fraction
from typing import TYPE_CHECKING

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Picture = Sequence[NDArray[np.uint8] | NDArray[np.uint16]]

QUARTER = struct.pack(">9i", 0, 1 << 16, 0, -(1 << 16), 0, 0, 0, 0, 1 << 30)
RATE = 48_000
CLOCK = 90_000


def planes(
    width: int, height: int, number: int, form: str = "yuv420p", seed: int = 1
) -> list[NDArray[np.uint8]] | list[NDArray[np.uint16]]:
    """Give the planes of one picture: smooth shades that move, and some grain."""
    frame = VideoFrame(width, height, form)
    bits = max(component.bits for component in frame.format.components)
    chance = np.random.default_rng([seed, number])
    kind = np.uint8 if bits <= 8 else np.uint16
    made = []
    for plane in frame.planes:
        down, across = np.mgrid[: plane.height, : plane.width]
        wave = 120 + 50 * np.sin((across + 3 * number) / 9) + 30 * np.cos(down / 7)
        grain = chance.integers(-2, 3, wave.shape)
        made.append(((wave + grain) * (1 << (bits - 8))).clip(0, (1 << bits) - 1).astype(kind))
    return made


def frame_of(picture: Picture, width: int, height: int, form: str) -> VideoFrame:
    """Give a frame of these planes."""
    frame = VideoFrame(width, height, form)
    for plane, samples in zip(frame.planes, picture, strict=True):
        rows = np.frombuffer(memoryview(plane), samples.dtype).reshape(plane.height, -1)
        rows[:, : plane.width] = samples
    return frame


def film(  # each is something that films differ in
    pictures: Sequence[Picture],
    width: int,
    height: int,
    *,
    form: str = "yuv420p",
    times: Sequence[int] | None = None,
    sound: NDArray[np.float32] | None = None,
    rate: int = RATE,
    quarter: bool = False,
    container: str = "mov",
) -> bytes:
    """Give a film; ``times`` are in 1/90,000 s, ``sound`` is (2, count) at ``rate`` a second.

    H.264 without quantisation and PCM keep every value: what is decoded is what was given. Turned
    by a ``quarter``, it is shown as a phone held upright has it.
    """
    stream = io.BytesIO()
    out = av.open(stream, "w", format=container)
    options = {"qp": "0", "preset": "ultrafast"}
    video = out.add_stream("libx264", rate=30, options=options)
    video.width, video.height, video.pix_fmt = width, height, form
    video.time_base = video.codec_context.time_base = Fraction(1, CLOCK)
    heard = None
    if sound is not None:
        heard = out.add_stream("pcm_f32le", rate=rate)
        heard.layout = "stereo"
    for number, picture in enumerate(pictures):
        frame = frame_of(picture, width, height, form)
        frame.pts = times[number] if times else number * 3000
        frame.time_base = Fraction(1, CLOCK)
        out.mux(video.encode(frame))
    out.mux(video.encode(None))
    if heard is not None and sound is not None:
        samples = np.ascontiguousarray(sound.T.reshape(1, -1))
        whole = AudioFrame.from_ndarray(samples, "flt", "stereo")
        whole.sample_rate, whole.pts, whole.time_base = rate, 0, Fraction(1, rate)
        out.mux(heard.encode(whole))
        out.mux(heard.encode(None))
    out.close()
    data = bytearray(stream.getvalue())
    if quarter:
        at = data.index(b"tkhd") + 44
        data[at : at + 36] = QUARTER
    return bytes(data)


def decoded(data: bytes) -> list[tuple[float, NDArray[np.uint8]]]:
    """Give the frames of a film: time in seconds, and shades (height, width)."""
    found = []
    with av.open(io.BytesIO(data), "r") as container:
        for frame in container.decode(video=0):
            samples = np.asarray(frame.to_ndarray(), np.uint8)[: frame.height]
            found.append((float(frame.time or 0), samples.copy()))
    return found


def heard(data: bytes) -> NDArray[np.float32]:
    """Give the sound of a film (2, count), as a player that heeds its edits hears it."""
    pieces = []
    with av.open(io.BytesIO(data), "r") as container:
        resampler = av.AudioResampler("fltp", "stereo", RATE)
        for frame in container.decode(audio=0):
            pieces += [one.to_ndarray() for one in resampler.resample(frame)]
        pieces += [one.to_ndarray() for one in resampler.resample(None)]
    return np.concatenate(pieces, axis=1)
