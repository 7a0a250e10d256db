"""Movies built by hand around streams that real encoders made, for tests.

``coded`` gives real H.264, HEVC, AAC … samples; ``Movie`` writes them with whatever else a
test wants to stand in the boxes. The boxes here are written by this module alone, so that a
mistake in the product's writer cannot hide in its tests.
"""

from __future__ import annotations

import io
import itertools
import struct
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import av
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from av.audio.stream import AudioStream
    from av.container.output import OutputContainer
    from av.video.stream import VideoStream
    from numpy.typing import NDArray

BORN = 3_800_000_000
"""Seconds since 1904: a day of 2024."""
UNITY = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
QUARTER = struct.pack(">9i", 0, 1 << 16, 0, -(1 << 16), 0, 0, 48 << 16, 0, 1 << 30)
"""A quarter turn clockwise, as a phone held upright writes it."""
FRAMES, SAMPLES = 40, 64_000
"""What ``muxed`` writes of pictures and of sound."""


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def full(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


@dataclass(frozen=True)
class Stream:
    """Coded samples with their description's own box."""

    codec: bytes
    config: bytes
    samples: tuple[bytes, ...]
    durations: tuple[int, ...]
    shifts: tuple[int, ...]
    sync: tuple[bool, ...]
    timescale: int


@lru_cache(maxsize=16)
def coded(name: str = "libx264", frames: int = 30, options: str = "") -> Stream:
    """Encode a moving picture of 64 by 48 pixels at 30 frames a second, keys every 10 frames."""
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        if name == "libx265":
            options = f"x265-params=log-level=none;{options}"
        chosen = dict(part.split("=", 1) for part in options.split(";") if part)
        video = cast("VideoStream", container.add_stream(name, rate=30, options=chosen))
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        video.codec_context.gop_size = 10
        for number in range(frames):
            pixels = np.full((48, 64, 3), 40 + number * 3, np.uint8)
            pixels[8:24, (number * 2) % 48 : (number * 2) % 48 + 12] = (230, 20, 60)
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            container.mux(video.encode(frame))
        container.mux(video.encode())
    return _taken(stream, b"avcC" if name == "libx264" else b"hvcC")


@lru_cache(maxsize=16)
def spoken(name: str = "aac", rate: int = 48_000, seconds: int = 1) -> Stream:
    """Encode a tone with FFmpeg's own encoder, its banner in the first frame."""
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        audio = cast("AudioStream", container.add_stream(name, rate=rate))
        audio.layout = "mono"
        tone = np.sin(np.arange(rate * seconds) * 0.05).astype(np.float32) * 0.4
        form = "fltp" if name == "aac" else "s16p"
        values = tone if form == "fltp" else (tone * 32767).astype(np.int16)
        for at in range(0, len(values), 1024):
            frame = av.AudioFrame.from_ndarray(values[None, at : at + 1024], form, "mono")
            frame.sample_rate, frame.pts = rate, at
            container.mux(audio.encode(frame))
        container.mux(audio.encode())
    return _taken(stream, b"esds" if name == "aac" else b"alac")


def _taken(stream: io.BytesIO, kind: bytes) -> Stream:
    """Take the samples out of a file that FFmpeg wrote, and the box of the codec's settings."""
    data = stream.getvalue()
    at = data.rindex(kind) - 4
    config = data[at : at + int.from_bytes(data[at : at + 4], "big")]
    codec = next(c for c in (b"avc1", b"hev1", b"hvc1", b"mp4a", b"alac") if c in data)
    with av.open(io.BytesIO(data), "r", options={"ignore_editlist": "1"}) as container:
        track = container.streams[0]
        packets = [packet for packet in container.demux(track) if packet.size]
        base = track.time_base
    assert base is not None
    first = packets[0].dts or 0
    starts = [(packet.dts or 0) - first for packet in packets]
    durations = [b - a for a, b in itertools.pairwise(starts)]
    return Stream(
        codec=codec,
        config=config,
        samples=tuple(bytes(packet) for packet in packets),
        durations=(*durations, int(packets[-1].duration or durations[-1])),
        shifts=tuple((packet.pts or 0) - (packet.dts or 0) for packet in packets),
        sync=tuple(packet.is_keyframe for packet in packets),
        timescale=base.denominator,
    )


@dataclass(frozen=True)
class Track:
    """One track; every ``more_…`` goes to the end of the box it names."""

    handler: bytes
    entry: bytes
    samples: tuple[bytes, ...]
    durations: tuple[int, ...]
    timescale: int
    shifts: tuple[int, ...] = ()
    sync: tuple[bool, ...] = ()
    matrix: bytes = UNITY
    size: tuple[int, int] = (0, 0)
    enabled: bool = True
    name: bytes = b"VideoHandler\0"
    language: int = 0x15C7
    edits: tuple[tuple[int, int, int], ...] = ()
    links: bytes = full(b"url ", flags=1)
    fixed_size: int = 0
    more_trak: bytes = b""
    more_minf: bytes = b""
    more_mdia: bytes = b""
    more_stsd: bytes = b""
    before_mdia: bytes = b""


def picture(
    stream: Stream | None = None, extra: bytes = b"", name: bytes = b"", **more: object
) -> Track:
    """Make a track of video; ``extra`` boxes stand in its description, ``name`` its compressor."""
    stream = stream or coded()
    fixed = struct.pack(">6xH16xHHII4xH", 1, 64, 48, 72 << 16, 72 << 16, 1)
    fixed += bytes((len(name),)) + name.ljust(31, b"\0") + struct.pack(">Hh", 24, -1)
    track = Track(
        b"vide",
        box(stream.codec, fixed, stream.config, extra),
        stream.samples,
        stream.durations,
        stream.timescale,
        stream.shifts,
        stream.sync,
        size=(64, 48),
    )
    return replace(track, **more)  # type: ignore[arg-type] # fields by name


def sound(stream: Stream | None = None, extra: bytes = b"", **more: object) -> Track:
    """Make a track of compressed sound."""
    stream = stream or spoken()
    fixed = struct.pack(">6xH8xHH4xI", 1, 1, 16, 48_000 << 16)
    entry = box(stream.codec, fixed, stream.config, extra)
    track = Track(b"soun", entry, stream.samples, stream.durations, stream.timescale)
    return replace(track, name=b"SoundHandler\0", **more)  # type: ignore[arg-type] # fields by name


def data(handler: bytes, entry: bytes, *samples: bytes, **more: object) -> Track:
    """Make a track of anything else: one sample a second."""
    track = Track(handler, entry, samples, (1000,) * len(samples), 1000)
    return replace(track, **more)  # type: ignore[arg-type] # fields by name


@dataclass(frozen=True)
class Movie:
    """A file: ``ftyp``, ``mdat``, ``moov``, and whatever a test adds."""

    tracks: tuple[Track, ...] = field(default_factory=lambda: (picture(), sound()))
    brand: bytes = b"isom\0\0\2\0isomiso2avc1mp41"
    more_moov: bytes = b""
    after: bytes = b""
    stray: bytes = b""
    """Bytes at the end of ``mdat`` that belong to no sample."""

    def build(self) -> bytes:
        """Write it: each track's samples in chunks of at most five, tracks taking turns."""
        ftyp = box(b"ftyp", self.brand)
        at = len(ftyp) + 8
        body = b""
        offsets: list[list[int]] = [[] for _ in self.tracks]
        longest = max(len(track.samples) for track in self.tracks)
        for first in range(0, longest, 5):
            for number, track in enumerate(self.tracks):
                chunk = b"".join(track.samples[first : first + 5])
                if track.samples[first : first + 5]:
                    offsets[number].append(at + len(body))
                    body += chunk
        mdat = box(b"mdat", body, self.stray)
        return ftyp + mdat + self._moov(offsets) + self.after

    def _moov(self, offsets: list[list[int]]) -> bytes:
        length = max(sum(t.durations) * 1000 // t.timescale for t in self.tracks)
        mvhd = full(
            b"mvhd",
            struct.pack(">IIII", BORN, BORN + 9, 1000, length),
            struct.pack(">IH10x", 1 << 16, 0x100),
            UNITY,
            bytes(24),
            struct.pack(">I", len(self.tracks) + 1),
        )
        traks = [_trak(n + 1, t, offsets[n]) for n, t in enumerate(self.tracks)]
        return box(b"moov", mvhd, *traks, self.more_moov)


def _trak(number: int, track: Track, offsets: list[int]) -> bytes:
    length = sum(track.durations) * 1000 // track.timescale
    tkhd = full(
        b"tkhd",
        struct.pack(">IIIII", BORN, BORN + 9, number, 0, length),
        struct.pack(">8xHHH2x", 0, 0, 0x100 if track.handler == b"soun" else 0),
        track.matrix,
        struct.pack(">II", track.size[0] << 16, track.size[1] << 16),
        flags=3 if track.enabled else 2,
    )
    edts = b""
    if track.edits:
        rows = b"".join(struct.pack(">IiI", *edit) for edit in track.edits)
        edts = box(b"edts", full(b"elst", struct.pack(">I", len(track.edits)), rows))
    total = sum(track.durations)
    mdhd = full(
        b"mdhd",
        struct.pack(">IIII", BORN, BORN + 9, track.timescale, total),
        struct.pack(">HH", track.language, 0),
    )
    hdlr = full(b"hdlr", bytes(4), track.handler, bytes(12), track.name)
    head = full(b"smhd", bytes(4)) if track.handler == b"soun" else full(b"vmhd", bytes(8), flags=1)
    dinf = box(b"dinf", full(b"dref", struct.pack(">I", 1), track.links))
    minf = box(b"minf", head, dinf, _stbl(track, offsets), track.more_minf)
    mdia = box(b"mdia", mdhd, hdlr, minf, track.more_mdia)
    return box(b"trak", tkhd, edts, track.before_mdia, mdia, track.more_trak)


def _stbl(track: Track, offsets: list[int]) -> bytes:
    count = len(track.samples)
    stsd = full(b"stsd", struct.pack(">I", 1), track.entry, track.more_stsd)
    stts = _table(b"stts", [(1, duration) for duration in track.durations])
    ctts = _table(b"ctts", [(1, shift) for shift in track.shifts]) if any(track.shifts) else b""
    numbers = [(n + 1,) for n, sync in enumerate(track.sync) if sync]
    stss = _table(b"stss", numbers) if track.sync and not all(track.sync) else b""
    full_chunks, rest = divmod(count, 5)
    rows = [(1, 5, 1)] if full_chunks else []
    rows += [(full_chunks + 1, rest, 1)] if rest else []
    stsc = _table(b"stsc", rows)
    if track.fixed_size:
        stsz = full(b"stsz", struct.pack(">II", track.fixed_size, count))
    else:
        sizes = b"".join(struct.pack(">I", len(sample)) for sample in track.samples)
        stsz = full(b"stsz", struct.pack(">II", 0, count), sizes)
    stco = _table(b"stco", [(offset,) for offset in offsets])
    return box(b"stbl", stsd, stts, ctts, stss, stsc, stsz, stco)


def _table(kind: bytes, rows: Sequence[tuple[int, ...]]) -> bytes:
    values = b"".join(struct.pack(f">{len(row)}I", *row) for row in rows)
    return full(kind, struct.pack(">I", len(rows)), values)


def unit(payload: bytes, length_size: int = 4) -> bytes:
    """Write one unit of a stream behind its length."""
    return len(payload).to_bytes(length_size, "big") + payload


def sei(kind: int, payload: bytes, header: bytes = b"\x06") -> bytes:
    """Write a unit with one message of a stream, escaped as it must be."""
    body = b""
    for value in (kind, len(payload)):
        body += b"\xff" * (value // 255) + bytes((value % 255,))
    escaped = bytearray()
    zeros = 0
    for byte in body + payload + b"\x80":
        if zeros >= 2 and byte <= 3:
            escaped.append(3)
            zeros = 0
        zeros = 0 if byte else zeros + 1
        escaped.append(byte)
    return unit(header + bytes(escaped))


def with_first(track: Track, extra: bytes) -> Track:
    """Put bytes before the first sample's own."""
    return replace(track, samples=(extra + track.samples[0], *track.samples[1:]))


def muxed(
    video: str = "libx264", audio: str = "aac", *, form: str = "mp4", **options: str
) -> bytes:
    """Let FFmpeg write a whole file, with a place and a maker; ``options`` are the muxer's."""
    stream = io.BytesIO()
    tags = {"movflags": "use_metadata_tags"} if form in ("mp4", "mov") else {}
    chosen = {**tags, **options}
    with av.open(stream, "w", format=form, options=chosen) as container:
        container.metadata["com.apple.quicktime.location.ISO6709"] = "+48.8584+002.2945+35/"
        container.metadata["com.apple.quicktime.make"] = "Kamerawerk"
        container.metadata["title"] = "Gizli"
        tracks = [_add_video(container, video)] if video else []
        sound = _add_audio(container, audio) if audio else None
        for track in tracks:
            for number in range(FRAMES):
                frame = av.VideoFrame.from_ndarray(_pixels(number), format="rgb24")
                container.mux(track.encode(frame))
            container.mux(track.encode())
        if sound is not None:
            _speak(container, sound)
    return stream.getvalue()


def _pixels(number: int) -> NDArray[np.uint8]:
    rows, columns = np.mgrid[0:96, 0:128]
    shades = np.stack((rows * 2 + number, columns + number * 3, rows + columns), axis=2)
    pixels: NDArray[np.uint8] = (shades % 256).astype(np.uint8)
    return pixels


def _add_video(container: OutputContainer, name: str) -> VideoStream:
    quiet = {"libx265": {"x265-params": "log-level=none"}, "libsvtav1": {"preset": "12"}}
    track = cast("VideoStream", container.add_stream(name, rate=30, options=quiet.get(name, {})))
    track.width, track.height, track.pix_fmt = 128, 96, "yuv420p"
    track.codec_context.gop_size = 12
    return track


def _add_audio(container: OutputContainer, name: str) -> AudioStream:
    track = cast("AudioStream", container.add_stream(name, rate=48_000))
    track.layout = "stereo"
    return track


def _speak(container: OutputContainer, track: AudioStream) -> None:
    tone = np.sin(np.arange(SAMPLES) * 0.05).astype(np.float32) * 0.4
    frame = av.AudioFrame.from_ndarray(np.stack((tone, -tone)), "fltp", "stereo")
    frame.sample_rate, frame.pts = 48_000, 0
    context = track.codec_context
    resampler = av.AudioResampler(context.format, "stereo", 48_000, context.frame_size or 1024)
    for part in [*resampler.resample(frame), *resampler.resample(None)]:
        container.mux(track.encode(part))
    container.mux(track.encode())
