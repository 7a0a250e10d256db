"""The second reading of a video that is about to leave: every box, every table, every byte.

Knows nothing of the writer but the list of what may be there: ``ftyp``,
``moov`` and ``mdat``, one picture track and one sound track at most, each with
exactly the boxes below, their times zero and their names empty. Every byte of
``mdat`` must belong to exactly one sample, and every sample is walked.
"""

import heapq
import itertools
import os
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from capture.verify.movie_boxes import Strict, full, require
from capture.verify.movie_entries import Described, Stream, picture_entry, sound_entry
from capture.verify.movie_streams import checker

MAX_INDEX = 1 << 29
"""Longest index in bytes that we read; an hour of video has about two megabytes."""
MAX_SAMPLE = 1 << 27
_MOVIE_CLOCK = 90_000

_BRANDS = (
    b"\x00\x00\x00\x1cftypisom\x00\x00\x00\x00isomiso6mp41",
    b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  ",
)
_UNITY = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
_TURNS = frozenset(
    (
        (1, 0, 0, 1),
        (-1, 0, 0, 1),
        (1, 0, 0, -1),
        (-1, 0, 0, -1),
        (0, 1, 1, 0),
        (0, -1, 1, 0),
        (0, 1, -1, 0),
        (0, -1, -1, 0),
    )
)
_LINK = b"\x00\x00\x00\x24dinf\x00\x00\x00\x1cdref" + struct.pack(">IIIII", 0, 1, 12, 0x75726C20, 1)
_MEDIA_HEAD = {
    b"vide": b"\x00\x00\x00\x14vmhd\x00\x00\x00\x01" + bytes(8),
    b"soun": b"\x00\x00\x00\x10smhd" + bytes(8),
}
_DATA_HANDLER = b"\x00\x00\x00\x21hdlr" + bytes(4) + b"dhlrurl " + bytes(13)


@dataclass(frozen=True, slots=True)
class _Checked:
    """One track whose index was read: its chunks in the file, its samples, how to walk them.

    ``duration`` is that of its samples, ``end`` when the last of them ends to be shown.
    """

    offsets: NDArray[np.int64]
    counts: NDArray[np.int64]
    entry: NDArray[np.int64]
    sizes: NDArray[np.int64] | int
    described: tuple[Described, ...]
    duration: int
    end: int


def walk(output: BinaryIO) -> None:
    """Read a cleaned video to its last byte. Raises Unverified with the reason."""
    size = output.seek(0, os.SEEK_END)
    output.seek(0)
    quicktime = _brand(output)
    moov_size, kind = struct.unpack(">I4s", _read(output, 8))
    require(kind == b"moov" and moov_size <= MAX_INDEX, "there is no moov where it must be")
    tracks = _moov(Strict(_read(output, max(moov_size - 8, 0)), "moov"), quicktime=quicktime)
    start = _mdat(output, size)
    _check_coverage(tracks, start, size)
    _check_samples(output, tracks)


def _read(output: BinaryIO, length: int) -> bytes:
    data = output.read(length)
    require(len(data) == length, "the file ends too early")
    return data


def _brand(output: BinaryIO) -> bool:
    """Read the first box; say whether it is that of a QuickTime file."""
    first = _read(output, 20)
    if first == _BRANDS[1]:
        return True
    require(first + _read(output, 8) == _BRANDS[0], "the first box is not one of ours")
    return False


def _mdat(output: BinaryIO, size: int) -> int:
    """Read the header of the samples, which must reach to the end; give where they start."""
    length, kind = struct.unpack(">I4s", _read(output, 8))
    head = 8
    if length == 1:
        (length,) = struct.unpack(">Q", _read(output, 8))
        head = 16
    start = output.tell()
    require(kind == b"mdat", "there is no mdat where it must be")
    require(start - head + length == size, "the file does not end with its samples")
    return start


def _moov(moov: Strict, *, quicktime: bool) -> list[_Checked]:
    header = moov.box(b"mvhd")
    length = _timed(header, 0, struct.pack(">I", _MOVIE_CLOCK))
    header.exactly(struct.pack(">IH10x", 1 << 16, 0x100) + _UNITY + bytes(24))
    count = header.number(4) - 1
    header.end()
    require(count in (1, 2), "the number of tracks is not as it must be")
    handlers: list[bytes] = []
    tracks: list[_Checked] = []
    lengths: list[int] = []
    for number in range(count):
        handler, track, shown = _trak(moov.box(b"trak"), number + 1, quicktime=quicktime)
        handlers.append(handler)
        tracks.append(track)
        lengths.append(shown)
    moov.end()
    require(length == max(lengths), "a movie of another length than its tracks")
    require(len(set(handlers)) == count, "two tracks of one kind")
    return tracks


def _timed(box: Strict, flags: int, middle: bytes) -> int:
    """Read a header up to its duration: its times must be zero. Give the duration."""
    version = full(box, (0, 1), flags)
    box.exactly(bytes(16 if version else 8) + middle)
    return box.number(8 if version else 4)


def _trak(trak: Strict, number: int, *, quicktime: bool) -> tuple[bytes, _Checked, int]:
    header = trak.box(b"tkhd")
    length = _timed(header, 3, struct.pack(">I4x", number))
    header.exactly(bytes(12))
    volume = header.number(2)
    header.exactly(bytes(2))
    matrix = header.take(36)
    width, height = header.unpack(">II")
    header.end()
    _check_matrix(matrix, width, height)
    edits = _edts(trak.optional(b"edts"))
    mdia = trak.box(b"mdia")
    trak.end()
    clock, duration = _mdhd(mdia.box(b"mdhd"))
    handler = _hdlr(mdia.box(b"hdlr"), quicktime=quicktime)
    sound = handler == b"soun"
    require(volume == (0x100 if sound else 0), "a track with an odd volume")
    require(not sound or (matrix == _UNITY and not width and not height), "a sound with a shape")
    minf = mdia.box(b"minf")
    mdia.end()
    minf.exactly(_MEDIA_HEAD[handler])
    if quicktime:
        minf.exactly(_DATA_HANDLER)
    minf.exactly(_LINK)
    checked = _stbl(minf.box(b"stbl"), sound=sound, quicktime=quicktime)
    minf.end()
    require(duration == checked.duration, "a track of another length than its samples")
    require(length == _shown(edits, clock, checked), "a track of another length than it shows")
    return handler, checked, length


def _shown(edits: list[tuple[int, int]], clock: int, track: _Checked) -> int:
    """Check that each edit shows something; give how long the track is on the movie's clock."""
    if not edits:
        return (track.duration * 2 * _MOVIE_CLOCK + clock) // (2 * clock)
    pauses = [start < 0 for _, start in edits]
    twice = any(one and other for one, other in itertools.pairwise(pauses))
    require(not twice and not pauses[-1], "an edit that shows nothing")
    for length, start in edits:
        most = ((track.end - start) * 2 * _MOVIE_CLOCK + clock) // (2 * clock)
        require(length > 0, "an edit that shows nothing")
        require(start < 0 or length <= most, "an edit that shows what there is not")
    return sum(length for length, _ in edits)


def _check_matrix(matrix: bytes, width: int, height: int) -> None:
    require(not (width | height) & 0xFFFF, "a picture of parts of pixels")
    a, b, u, c, d, v, x, y, w = struct.unpack(">9i", matrix)
    require(u == v == 0 and w == 1 << 30, "a matrix that is no rotation")
    turn = tuple(value >> 16 for value in (a, b, c, d))
    require(turn in _TURNS and not (a | b | c | d) & 0xFFFF, "a matrix that is no rotation")
    corners = [
        (turn[0] * right + turn[2] * down, turn[1] * right + turn[3] * down)
        for right in (0, width)
        for down in (0, height)
    ]
    low = tuple(min(corner[axis] for corner in corners) & 0xFFFFFFFF for axis in (0, 1))
    require(
        ((x + low[0]) & 0xFFFFFFFF, (y + low[1]) & 0xFFFFFFFF) == (0, 0), "a picture off its place"
    )


def _edts(edts: Strict | None) -> list[tuple[int, int]]:
    """Read the edits: for how long, on the movie's clock, and from when, on the track's."""
    if edts is None:
        return []
    elst = edts.box(b"elst")
    edts.end()
    version = full(elst, (0, 1))
    count = elst.number(4)
    require(0 < count <= 1024, "too many edits")  # noqa: PLR2004 - the bound
    edits = []
    for _ in range(count):
        length, start, rate = elst.unpack(">QqI" if version else ">IiI")
        require(start >= -1 and rate == 1 << 16, "an edit that makes no sense")
        edits.append((length, start))
    elst.end()
    return edits


def _mdhd(box: Strict) -> tuple[int, int]:
    """Read a track's clock, and its duration on it."""
    version = full(box, (0, 1))
    box.exactly(bytes(16 if version else 8))
    clock = box.number(4)
    require(clock > 0, "a track without a clock")
    duration = box.number(8 if version else 4)
    box.exactly(b"\x55\xc4\x00\x00")
    box.end()
    return clock, duration


def _hdlr(box: Strict, *, quicktime: bool) -> bytes:
    full(box)
    box.exactly(b"mhlr" if quicktime else bytes(4))
    handler = box.take(4)
    require(handler in _MEDIA_HEAD, f"a track of kind {handler!r}")
    box.exactly(bytes(13))
    box.end()
    return handler


def _stbl(stbl: Strict, *, sound: bool, quicktime: bool) -> _Checked:
    stsd = stbl.box(b"stsd")
    full(stsd)
    count = stsd.number(4)
    require(0 < count <= 32, "an impossible number of descriptions")  # noqa: PLR2004 - the bound
    described = tuple(sound_entry(stsd) if sound else picture_entry(stsd) for _ in range(count))
    stsd.end()
    _check_distinct(stsd.whole[8:])
    pcm = described[0].width if described[0].stream is Stream.PCM else 0
    require(not pcm or quicktime, "uncompressed sound in an MP4")
    timed = _runs(stbl.box(b"stts"), 2)
    shifts = stbl.optional(b"ctts")
    shifted = None if shifts is None else _runs(shifts, 2, (0, 1))
    sync = stbl.optional(b"stss")
    if sync is not None:
        numbers = _table(sync, 1)
        require(bool((np.diff(numbers, prepend=0) > 0).all()), "pictures out of order")
        require(not len(numbers) or int(numbers[-1]) <= int(timed[:, 0].sum()), "no such picture")
    per_chunk = _runs(stbl.box(b"stsc"), 3)
    sizes, total = _stsz(stbl.box(b"stsz"), pcm)
    require(int(timed[:, 0].sum()) == total, "the index does not time every sample")
    wide = stbl.peek() == b"co64"
    offsets = _table(stbl.box(b"co64" if wide else b"stco"), 1, width=8 if wide else 4)
    stbl.end()
    counts, entry = _spread(per_chunk, len(offsets), total)
    require(int(entry.max()) < count, "a chunk without a description")
    _, first = np.unique(entry, return_index=True)
    require(len(first) == count, "a description that nobody needs")
    require(bool((np.diff(first) > 0).all()), "descriptions out of order")
    duration = int((timed[:, 0] * timed[:, 1]).sum())
    return _Checked(offsets, counts, entry, sizes, described, duration, _end(timed, shifted))


def _check_distinct(entries: bytes) -> None:
    """Require that no description stands twice."""
    found: list[bytes] = []
    while entries:
        size = int.from_bytes(entries[:4], "big")
        found.append(entries[:size])
        entries = entries[size:]
    require(len(set(found)) == len(found), "a description stands twice")


def _end(timed: NDArray[np.int64], shifted: NDArray[np.int64] | None) -> int:
    """Give when the last sample ends to be shown."""
    if shifted is None:
        return int((timed[:, 0] * timed[:, 1]).sum())
    require(int(shifted[:, 0].sum()) == int(timed[:, 0].sum()), "odd shifts")
    signed = shifted[:, 1] - (shifted[:, 1] >> 31 << 32)
    shifts = np.repeat(signed, shifted[:, 0])
    durations = np.repeat(timed[:, 1], timed[:, 0])
    return int((np.cumsum(durations) + shifts).max())


def _runs(box: Strict, columns: int, versions: tuple[int, ...] = (0,)) -> NDArray[np.int64]:
    """Read a table of rows of which each says something else than the one before it."""
    rows = _table(box, columns, versions)
    changes = (np.diff(rows[:, 1:], axis=0) != 0).any(axis=1)
    require(bool(changes.all()), "a table says twice what it says once")
    require(bool((rows[:, 0] > 0).all()), "a table says something of nothing")
    return rows


def _table(
    box: Strict, columns: int, versions: tuple[int, ...] = (0,), width: int = 4
) -> NDArray[np.int64]:
    full(box, versions)
    count = box.number(4)
    require(count > 0 or columns == 1, "an empty table")
    require(box.left == count * columns * width, "a table of another length than it says")
    kind = ">u8" if width == 8 else ">u4"  # noqa: PLR2004 - bytes
    rows: NDArray[Any] = np.frombuffer(box.rest(), kind).astype(np.int64)
    return rows.reshape(count, columns) if columns > 1 else rows


def _stsz(box: Strict, pcm: int) -> tuple[NDArray[np.int64] | int, int]:
    full(box)
    fixed, count = box.number(4), box.number(4)
    require(not pcm or fixed == pcm, "sound frames of another size than described")
    if fixed:
        box.end()
        return fixed, count
    require(box.left == 4 * count, "a table of another length than it says")
    return np.frombuffer(box.rest(), ">u4").astype(np.int64), count


def _spread(
    rows: NDArray[np.int64], chunks: int, total: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give samples and description of every chunk; together they must be all samples."""
    lengths = np.diff(rows[:, 0], append=chunks + 1)
    require(
        bool(chunks) and int(rows[0, 0]) == 1 and bool((lengths > 0).all()), "a broken chunk map"
    )
    counts = np.repeat(rows[:, 1], lengths)
    require(bool((counts > 0).all()) and int(counts.sum()) == total, "a broken chunk map")
    require(bool((rows[:, 2] > 0).all()), "a chunk without a description")
    return counts, np.repeat(rows[:, 2] - 1, lengths)


def _chunk_sizes(track: _Checked) -> NDArray[np.int64]:
    if isinstance(track.sizes, int):
        return track.counts * track.sizes
    ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(track.sizes)))
    last = np.cumsum(track.counts)
    chunk: NDArray[np.int64] = ends[last] - ends[last - track.counts]
    return chunk


def _check_coverage(tracks: list[_Checked], start: int, size: int) -> None:
    """Require that the chunks, in the order of the file, fill it from ``start`` to its end."""
    offsets = np.concatenate([track.offsets for track in tracks])
    sizes = np.concatenate([_chunk_sizes(track) for track in tracks])
    order = np.lexsort((sizes, offsets))
    offsets, sizes = offsets[order], sizes[order]
    require(int(offsets[0]) == start, "bytes before the first sample belong to none")
    gaps = offsets[1:] != offsets[:-1] + sizes[:-1]
    require(not gaps.any(), "bytes between the samples belong to none, or to two")
    require(int(offsets[-1] + sizes[-1]) == size, "bytes after the last sample belong to none")


def _check_samples(output: BinaryIO, tracks: list[_Checked]) -> None:
    """Walk every sample, chunk by chunk in the order of the file, which is thus read once."""
    chunks = heapq.merge(*map(_chunks, tracks), key=itemgetter(0))
    for offset, check, sizes in chunks:
        output.seek(offset)
        for size in sizes:
            require(size <= MAX_SAMPLE, "a sample is too long")
            check(_read(output, size))


def _chunks(track: _Checked) -> Iterator[tuple[int, Callable[[bytes], None], list[int]]]:
    """Give where each chunk begins that is walked, by what, and its samples' sizes."""
    checks = [checker(described) for described in track.described]
    if isinstance(track.sizes, int) and all(check is None for check in checks):
        return
    first = 0
    chunks = zip(track.offsets.tolist(), track.counts.tolist(), track.entry.tolist(), strict=True)
    for offset, count, entry in chunks:
        check = checks[entry]
        if check is not None:
            yield offset, check, _sizes(track, first, count)
        first += count


def _sizes(track: _Checked, first: int, count: int) -> list[int]:
    if isinstance(track.sizes, int):
        return [track.sizes] * count
    sizes: list[int] = track.sizes[first : first + count].tolist()
    return sizes
