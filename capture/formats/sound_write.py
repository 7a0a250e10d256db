"""Faithful copies of sound files: Opus out of Ogg, and uncompressed sound out of WAV.

Both become a movie of ours with one sound track, whose writer and second
reading stand already.
"""

import io
import struct
from typing import BinaryIO

import numpy as np

from capture.blocks import ogg, opus
from capture.blocks.boxes import Budget, read_at, size_of
from capture.errors import Damaged, Unsupported
from capture.formats.base import Cleaning, Sink
from capture.formats.matroska.clean import opus_length
from capture.formats.matroska.entries import entry_of, opus_skip
from capture.formats.matroska.index import MkvTrack
from capture.formats.movie.clean import plan_track, write_copy
from capture.formats.movie.edits import MOVIE_TIMESCALE, NORMAL_RATE
from capture.formats.movie.index import UNITY, Edit, Track
from capture.formats.movie.layout import Planned
from capture.formats.movie.sounds import sound_coding
from capture.formats.movie.tables import MAX_SAMPLES, Samples, check_inside
from capture.formats.riff_read import chunk_at
from capture.formats.sound_read import read_whole
from capture.progress import Tick

_HEADERS = 2
_OPUS_HEADERS = (b"OpusHead", b"OpusTags")
_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_WAVE_CODECS = {_PCM: "A_PCM/INT/LIT", _FLOAT: "A_PCM/FLOAT/IEEE"}
_FORMAT = 16
_SUBTYPE = 24


def clean_ogg(source: BinaryIO, sink: Sink, tick: Tick) -> Cleaning:
    """Write the Opus packets of an Ogg file to a movie. Raises Unsupported for other codecs."""
    found = ogg.read(read_whole(source))
    stream = next((s for s in found.streams if s.packets), None)
    if stream is None:
        raise Damaged("there is no sound in it")
    head = stream.packets[0]
    if not head.startswith(b"OpusHead"):
        raise Unsupported("this sound codec cannot be carried over", codec=_codec(head))
    packets = [packet for packet in stream.packets[_HEADERS:] if packet]
    if not packets:
        raise Damaged("there is no sound in it")
    if any(packet.startswith(_OPUS_HEADERS) for packet in packets):
        raise Damaged("a header among the sound")  # its comments would come out as sound
    track = _track("A_OPUS", head, head[9] if len(head) > 9 else 0, opus.RATE)  # noqa: PLR2004 - where it stands
    sizes = np.array([len(packet) for packet in packets], np.int64)
    samples = Samples(
        offsets=np.cumsum(sizes) - sizes,
        sizes=sizes,
        durations=np.array([opus_length(packet[:2]) for packet in packets], np.int64),
        entry=np.zeros(len(sizes), np.int64),
    )
    entry = entry_of(track, packets[0])
    skip = opus_skip(track)
    heard = min(stream.granule or samples.duration(), samples.duration()) - skip
    plan = _planned(entry, samples, opus.RATE, skip, heard)
    handlers = [b"soun"] * len(found.streams)
    return write_copy(io.BytesIO(b"".join(packets)), (plan,), handlers, sink, tick)


def _codec(head: bytes) -> str:
    names = {b"\x01vorbis": "vorbis", b"\x7fFLAC": "flac", b"Speex  ": "speex"}
    return next((name for mark, name in names.items() if head.startswith(mark)), "ogg")


def clean_wav(source: BinaryIO, sink: Sink, tick: Tick) -> Cleaning:
    """Write the uncompressed sound of a WAV file to a movie. Raises Unsupported."""
    track, start, end = _wave(source)
    frame = track.channels * track.bits // 8
    count = (end - start) // max(frame, 1)
    if not count:
        raise Damaged("there is no sound in it")
    rows = -(-count // _ROW)
    if rows > MAX_SAMPLES:
        raise Damaged("there is no sound of this length")
    counts = np.full(rows, _ROW, np.int64)
    counts[-1] = count - _ROW * (rows - 1)
    offsets = start + np.arange(rows, dtype=np.int64) * _ROW * frame
    samples = Samples(offsets, counts * frame, counts, counts * 0, frame=frame)
    check_inside(samples, size_of(source))
    plan = _planned(entry_of(track, b""), samples, int(track.rate), 0, count)
    return write_copy(source, (plan,), [b"soun"], sink, tick)


_ROW = 1 << 12
"""Frames of uncompressed sound that are placed together."""


def _wave(source: BinaryIO) -> tuple[MkvTrack, int, int]:
    """Find the format and the data. Raises Damaged and Unsupported."""
    size, at, budget = size_of(source), 12, Budget()
    form = b""
    while at + 8 <= size:
        budget.spend()
        chunk = chunk_at(source, at, size)
        if chunk is None:
            break
        if chunk.kind == b"fmt ":
            form = read_at(source, chunk.body, min(chunk.end - chunk.body, 64))
        elif chunk.kind == b"data" and len(form) >= _FORMAT:
            return _wave_track(form), chunk.body, chunk.end
        at = chunk.end + chunk.end % 2
    raise Damaged("the sound's format or its data is missing")


def _wave_track(form: bytes) -> MkvTrack:
    kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", form)
    if kind == _EXTENSIBLE and len(form) >= _SUBTYPE + 2:
        kind = int.from_bytes(form[_SUBTYPE : _SUBTYPE + 2], "little")
    codec = _WAVE_CODECS.get(kind)
    if codec is None or channels < 1 or not 0 < rate < 1 << 31:
        raise Unsupported("this sound codec cannot be carried over", codec=f"wav-{kind}")
    return _track(codec, b"", channels, rate, bits)


def _track(codec: str, private: bytes, channels: int, rate: float, bits: int = 0) -> MkvTrack:
    return MkvTrack(
        number=1,
        handler=b"soun",
        codec=codec,
        private=private,
        enabled=True,
        encoded=False,
        width=0,
        height=0,
        shown=(0, 0),
        rate=float(rate),
        channels=channels,
        bits=bits,
    )


def _planned(entry: bytes, samples: Samples, timescale: int, skip: int, heard: int) -> Planned:
    """Plan the one track of a movie that is heard from ``skip`` on, for ``heard`` ticks."""
    if heard <= 0:
        raise Damaged("there is no sound in it")
    length = -(-heard * MOVIE_TIMESCALE // timescale)
    track = Track(
        number=1,
        enabled=True,
        handler=b"soun",
        timescale=timescale,
        matrix=UNITY,
        width=0,
        height=0,
        volume=0,
        edits=(Edit(length, skip, NORMAL_RATE),) if skip else (),
        entries=(entry,),
        stbl=(),
        helpers=frozenset(),
    )
    return plan_track(track, samples, (sound_coding(entry),), MOVIE_TIMESCALE)
