"""Where every sample of the new file lies, and the index that says so.

Source: ISO/IEC 14496-12. Every file that we write has the same few boxes in
the same order: ``ftyp``, ``moov``, one ``mdat``. Samples are interleaved anew,
a chunk for each second of each track, so that a recorder's habits do not show.
Times are zero, names empty, the language undetermined.
"""

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from capture.blocks.boxes import box, full_box, header
from capture.errors import TooLarge
from capture.formats.movie.coding import Coding
from capture.formats.movie.edits import MOVIE_TIMESCALE, Shown
from capture.formats.movie.index import UNITY, Edit
from capture.formats.movie.tables import Samples

UNDETERMINED = 0x55C4
"""The language code ``und``."""

_U32 = 1 << 32
_I32 = 1 << 31
_ONE, _W = 1 << 16, 1 << 30
FTYP = {
    False: box(b"ftyp", b"isom", bytes(4), b"isomiso6mp41"),
    True: box(b"ftyp", b"qt  ", bytes(4), b"qt  "),
}
_HANDLER_NAME = b"\x00"
_SECONDS_A_CHUNK = 1


@dataclass(frozen=True, slots=True)
class Planned:
    """One track of the new file.

    ``sizes`` are the bytes of its samples after scrubbing, a row for each of ``shown.samples``.
    """

    handler: bytes
    timescale: int
    matrix: tuple[int, ...]
    width: int
    height: int
    shown: Shown
    codings: tuple[Coding, ...]
    sizes: NDArray[np.int64]

    @property
    def samples(self) -> Samples:
        """The samples as they lie in the source."""
        return self.shown.samples


@dataclass(frozen=True, slots=True)
class Chunks:
    """The chunks of one track: the first sample and the number of samples of each."""

    first: NDArray[np.int64]
    count: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Layout:
    """What is written: ``head`` is all before the samples; ``order`` has (track, first, last)."""

    head: bytes
    order: NDArray[np.int64]


def chunks_of(samples: Samples, timescale: int) -> Chunks:
    """Group samples into chunks of a second each, none with two descriptions."""
    window = samples.starts() // (timescale * _SECONDS_A_CHUNK)
    edge = np.ones(len(samples), np.bool_)
    edge[1:] = (np.diff(window) != 0) | (np.diff(samples.entry) != 0)
    first = np.flatnonzero(edge)
    return Chunks(first, np.diff(first, append=len(samples)))


def order_of(tracks: tuple[Planned, ...]) -> NDArray[np.int64]:
    """Give the chunks of all tracks in the order of writing: (track, first sample, last + 1)."""
    rows, keys = [], []
    for number, track in enumerate(tracks):
        chunks = chunks_of(track.samples, track.timescale)
        begins = track.samples.starts()[chunks.first] / track.timescale
        keys.append(np.column_stack((np.floor(begins).astype(np.int64), chunks.first * 0 + number)))
        numbers = np.full(len(chunks.first), number)
        rows.append(np.column_stack((numbers, chunks.first, chunks.first + chunks.count)))
    table, key = np.concatenate(rows), np.concatenate(keys)
    ordered: NDArray[np.int64] = table[np.lexsort((table[:, 1], key[:, 1], key[:, 0]))]
    return ordered


def lay_out(tracks: tuple[Planned, ...], *, quicktime: bool) -> Layout:
    """Decide where everything goes and write all that comes before the samples.

    Raises TooLarge for times that no table can say.
    """
    order = order_of(tracks)
    chunk_sizes = np.zeros(len(order), np.int64)
    for number, track in enumerate(tracks):
        mine = order[:, 0] == number
        chunk_sizes[mine] = np.add.reduceat(track.sizes, order[mine, 1])
    total = int(chunk_sizes.sum())
    relative = np.cumsum(chunk_sizes) - chunk_sizes
    ftyp = FTYP[quicktime]
    mdat = header(b"mdat", total)
    before = len(ftyp) + len(_moov(tracks, order, relative, wide=False, quicktime=quicktime))
    wide = _wide(before + len(mdat) + total)
    if wide:
        before = len(ftyp) + len(_moov(tracks, order, relative, wide=True, quicktime=quicktime))
    offsets = relative + before + len(mdat)
    moov = _moov(tracks, order, offsets, wide=wide, quicktime=quicktime)
    return Layout(ftyp + moov + mdat, order)


def _wide(end: int) -> bool:
    """Say whether a file that ends here needs offsets of 64 bits."""
    return end >= _U32


def _moov(
    tracks: tuple[Planned, ...],
    order: NDArray[np.int64],
    offsets: NDArray[np.int64],
    *,
    wide: bool,
    quicktime: bool,
) -> bytes:
    duration = max(track.shown.duration for track in tracks)
    fields = struct.pack(">IH10x9I24xI", _ONE, 0x100, *UNITY, len(tracks) + 1)
    parts = [_timed(b"mvhd", 0, struct.pack(">I", MOVIE_TIMESCALE), duration, fields)]
    for number, track in enumerate(tracks):
        mine = offsets[order[:, 0] == number]
        kind = b"co64" if wide else b"stco"
        table = mine.astype(">u8" if wide else ">u4").tobytes()
        chunk_offsets = full_box(kind, 0, 0, struct.pack(">I", len(mine)), table)
        parts.append(_trak(number + 1, track, chunk_offsets, quicktime=quicktime))
    return box(b"moov", *parts)


def _timed(kind: bytes, flags: int, middle: bytes, duration: int, rest: bytes) -> bytes:
    """Write a header whose two times are zero, in the version that holds its duration."""
    if duration < _U32:
        return full_box(kind, 0, flags, bytes(8), middle, struct.pack(">I", duration), rest)
    return full_box(kind, 1, flags, bytes(16), middle, struct.pack(">Q", duration), rest)


def _trak(number: int, track: Planned, chunk_offsets: bytes, *, quicktime: bool) -> bytes:
    volume = 0x100 if track.handler == b"soun" else 0
    fields = struct.pack(">8xHHH2x9I", 0, 0, volume, *track.matrix)
    fields += struct.pack(">II", track.width, track.height)
    middle = struct.pack(">I4x", number)
    tkhd = _timed(b"tkhd", 3, middle, track.shown.duration, fields)
    return box(b"trak", tkhd, _edts(track.shown.edits), _mdia(track, chunk_offsets, quicktime))


def _edts(edits: tuple[Edit, ...]) -> bytes:
    if not edits:
        return b""
    large = max(max(edit.length, 2 * edit.start) for edit in edits) >= _U32
    row = ">QqI" if large else ">IiI"
    rows = b"".join(struct.pack(row, edit.length, edit.start, edit.rate) for edit in edits)
    return box(b"edts", full_box(b"elst", int(large), 0, struct.pack(">I", len(edits)), rows))


def _mdia(track: Planned, chunk_offsets: bytes, quicktime: bool) -> bytes:  # noqa: FBT001 - passed on
    mdhd = _timed(
        b"mdhd",
        0,
        struct.pack(">I", track.timescale),
        track.samples.duration(),
        struct.pack(">H2x", UNDETERMINED),
    )
    family = b"mhlr" if quicktime else bytes(4)
    hdlr = full_box(b"hdlr", 0, 0, family, track.handler, bytes(12), _HANDLER_NAME)
    if track.handler == b"soun":
        media = full_box(b"smhd", 0, 0, bytes(4))
    else:
        media = full_box(b"vmhd", 0, 1, bytes(8))
    if quicktime:
        media += full_box(b"hdlr", 0, 0, b"dhlrurl ", bytes(12), _HANDLER_NAME)
    url = full_box(b"dref", 0, 0, struct.pack(">I", 1), full_box(b"url ", 0, 1))
    return box(
        b"mdia", mdhd, hdlr, box(b"minf", media, box(b"dinf", url), _stbl(track, chunk_offsets))
    )


def _stbl(track: Planned, chunk_offsets: bytes) -> bytes:
    samples = track.samples
    entries = [coding.entry for coding in track.codings]
    parts = [full_box(b"stsd", 0, 0, struct.pack(">I", len(entries)), *entries)]
    if samples.frame:
        parts.append(_runs(b"stts", 0, np.array([[samples.duration(), 1]])))
    else:
        parts.append(_runs(b"stts", 0, _run_lengths(samples.durations)))
    if samples.shifts is not None and samples.shifts.any():
        signed = int((samples.shifts < 0).any())
        parts.append(_runs(b"ctts", signed, _run_lengths(samples.shifts)))
    if samples.sync is not None:
        numbers = np.flatnonzero(samples.sync) + 1
        count = struct.pack(">I", len(numbers))
        parts.append(full_box(b"stss", 0, 0, count, numbers.astype(">u4").tobytes()))
    parts += [_stsc(track), _stsz(track), chunk_offsets]
    return box(b"stbl", *parts)


def _run_lengths(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Compress values to rows of (how many, value)."""
    first = np.flatnonzero(np.diff(values, prepend=values[0] - 1))
    return np.column_stack((np.diff(first, append=len(values)), values[first]))


def _runs(kind: bytes, version: int, rows: NDArray[np.int64]) -> bytes:
    """Write a table of rows; those of version 1 have a sign. Raises TooLarge for a longer time."""
    low, high = (-_I32, _I32) if version else (0, _U32)
    if int(rows.min()) < low or int(rows.max()) >= high:
        raise TooLarge("a time that is too long for the index", part="index")
    table = (rows & (_U32 - 1)).astype(">u4").tobytes()
    return full_box(kind, version, 0, struct.pack(">I", len(rows)), table)


def _stsc(track: Planned) -> bytes:
    chunks = chunks_of(track.samples, track.timescale)
    counts = chunks.count
    if track.samples.frame:
        counts = np.add.reduceat(track.samples.durations, chunks.first)
    entry = track.samples.entry[chunks.first]
    edge = np.ones(len(counts), np.bool_)
    edge[1:] = (np.diff(counts) != 0) | (np.diff(entry) != 0)
    first = np.flatnonzero(edge)
    return _runs(b"stsc", 0, np.column_stack((first + 1, counts[first], entry[first] + 1)))


def _stsz(track: Planned) -> bytes:
    frame, sizes = track.samples.frame, track.sizes
    if frame:
        return full_box(b"stsz", 0, 0, struct.pack(">II", frame, track.samples.duration()))
    if sizes[0] and (sizes == sizes[0]).all():
        return full_box(b"stsz", 0, 0, struct.pack(">II", int(sizes[0]), len(sizes)))
    table = sizes.astype(">u4").tobytes()
    return full_box(b"stsz", 0, 0, struct.pack(">II", 0, len(sizes)), table)


def upright_matrix(matrix: tuple[int, ...], width: int, height: int) -> tuple[int, ...]:
    """Write a rotation or mirroring afresh, so that the picture lies at the origin.

    ``width`` and ``height`` are 16.16. A matrix that does anything else becomes the unity.
    """
    a, b, c, d = ((value ^ 1 << 31) - (1 << 31) for value in matrix[0:2] + matrix[3:5])
    turned = abs(b) == abs(c) == _ONE and a == d == 0
    if not turned and not (abs(a) == abs(d) == _ONE and b == c == 0):
        return UNITY
    sign = (_signs(a, c), _signs(b, d))
    x, y = (
        -min(0, by_x * width, by_y * height, by_x * width + by_y * height) for by_x, by_y in sign
    )
    plain = (a, b, 0, c, d, 0, x, y, _W)
    return tuple(value & (_U32 - 1) for value in plain)


def _signs(by_x: int, by_y: int) -> tuple[int, int]:
    return (by_x > 0) - (by_x < 0), (by_y > 0) - (by_y < 0)
