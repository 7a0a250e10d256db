"""Samples of a fragmented movie: those of its ``moof`` boxes, in file order.

Source: ISO/IEC 14496-12, 8.8 (movie fragments). A fragmented file is what
recorders write that must survive a lost battery, and what streaming sites
hand out. The samples come out in the same rows as those of a plain index.
"""

from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from capture.blocks import boxes
from capture.blocks.boxes import Box, Budget, Fields
from capture.errors import Damaged, TooLarge
from capture.formats.movie.index import Movie, Track
from capture.formats.movie.tables import MAX_SAMPLES, MAX_TABLE, Samples

_BASE, _ENTRY, _DURATION, _SIZE, _FLAGS = 0x1, 0x2, 0x8, 0x10, 0x20
_BASE_IS_MOOF = 0x20000
_DATA_OFFSET, _FIRST_FLAGS = 0x1, 0x4
_COLUMNS = (0x100, 0x200, 0x400, 0x800)
"""Which columns a run has: duration, size, flags, composition shift."""
_NOT_SYNC = 0x10000
_I32 = 1 << 31


@dataclass(slots=True)
class _Defaults:
    """What holds for the samples of one track fragment where a run does not say."""

    base: int
    entry: int
    duration: int
    size: int
    flags: int


@dataclass(slots=True)
class _Gathered:
    """The columns of all runs of one track so far."""

    offsets: list[NDArray[np.int64]]
    sizes: list[NDArray[np.int64]]
    durations: list[NDArray[np.int64]]
    shifts: list[NDArray[np.int64]]
    flags: list[NDArray[np.int64]]
    entry: list[NDArray[np.int64]]
    frame: int = 0
    count: int = 0
    clock: int = 0


def read_fragments(
    source: BinaryIO, movie: Movie, track: Track, budget: Budget, frame: int = 0
) -> Samples:
    """Gather a track's samples of all fragments. Raises Damaged and TooLarge.

    ``frame`` is the size of a frame of uncompressed sound, whose runs become one row each.
    """
    reading = _Reading(source, movie, track, budget, _Gathered([], [], [], [], [], [], frame))
    for moof in movie.fragments:
        implied = moof.start
        for traf in boxes.children(source, moof, budget):
            if traf.kind == b"traf":
                implied = _read_traf(reading, moof, implied, traf)
    return _joined(reading.gathered)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one pass over the fragments of a file needs."""

    source: BinaryIO
    movie: Movie
    track: Track
    budget: Budget
    gathered: _Gathered


def _read_traf(reading: _Reading, moof: Box, implied: int, traf: Box) -> int:
    """Read one track fragment and return where its data ends."""
    source = reading.source
    inside = boxes.children(source, traf, reading.budget)
    header = Fields(boxes.body_of(source, boxes.one(inside, b"tfhd"), 4096))
    _, flags = header.full()
    number = header.u32()
    default = _read_header(header, flags, reading.movie.defaults.get(number, (1, 0, 0, 0)))
    if not flags & _BASE:
        default.base = moof.start if flags & _BASE_IS_MOOF else implied
    mine = number == reading.track.number
    if mine:
        _follow_clock(source, inside, reading.gathered)
    at = default.base
    for box in inside:
        if box.kind == b"trun":
            at = _read_run(reading, box, default, at, mine=mine)
    return at


def _read_header(fields: Fields, flags: int, trex: tuple[int, int, int, int]) -> _Defaults:
    base = fields.u64() if flags & _BASE else 0
    rest = [
        fields.u32() if flags & flag else default
        for flag, default in zip((_ENTRY, _DURATION, _SIZE, _FLAGS), trex, strict=True)
    ]
    return _Defaults(base, *rest)


def _follow_clock(source: BinaryIO, inside: tuple[Box, ...], gathered: _Gathered) -> None:
    """Stretch the last sample where a fragment says that it begins later (``tfdt``)."""
    box = boxes.first(inside, b"tfdt")
    if box is None:
        return
    fields = Fields(boxes.body_of(source, box, 4096))
    start = fields.u64() if fields.full()[0] == 1 else fields.u32()
    gap = start - gathered.clock
    if gathered.durations and not gathered.frame and 0 < gap < _I32:
        gathered.durations[-1][-1] += gap
        gathered.clock = start
    elif not gathered.durations:
        gathered.clock = start


def _read_run(reading: _Reading, box: Box, default: _Defaults, at: int, *, mine: bool) -> int:
    """Read one run of samples that lie side by side and return where they end."""
    data = boxes.body_of(reading.source, box, MAX_TABLE)
    fields = Fields(data)
    _, flags = fields.full()
    count = fields.u32()
    if flags & _DATA_OFFSET:
        at = default.base + (fields.u32() ^ _I32) - _I32
    if not 0 <= at <= reading.movie.size:
        raise Damaged("the index points outside the file", part="index")
    first_flags = fields.u32() if flags & _FIRST_FLAGS else None
    columns = [flag for flag in _COLUMNS if flags & flag]
    if count > MAX_SAMPLES or 4 * count * len(columns) > fields.left:
        raise Damaged("a table of the index ends too early", part="index")
    rows = np.frombuffer(data, ">u4", count * len(columns), fields.at).astype(np.int64)
    table = dict(zip(columns, rows.reshape(count, len(columns)).T, strict=True)) if columns else {}
    run = _run(default, table, count, first_flags)
    if mine and count:
        _gather(reading.gathered, run, at, max(default.entry, 1) - 1)
    return at + int(run.sizes.sum())


@dataclass(frozen=True, slots=True)
class _Run:
    """The columns of one run, a row for each sample."""

    sizes: NDArray[np.int64]
    durations: NDArray[np.int64]
    flags: NDArray[np.int64]
    shifts: NDArray[np.int64]


def _run(default: _Defaults, table: dict[int, Any], count: int, first_flags: int | None) -> _Run:
    durations, sizes, flags, shifts = (
        _column(table, flag, rest, count)
        for flag, rest in zip(
            _COLUMNS, (default.duration, default.size, default.flags, 0), strict=True
        )
    )
    if first_flags is not None and count:
        flags[0] = first_flags
    shifts -= (shifts >= _I32) * (2 * _I32)
    return _Run(sizes, durations, flags, shifts)


def _column(table: dict[int, Any], flag: int, default: int, count: int) -> NDArray[np.int64]:
    column = table.get(flag)
    return np.full(count, default, np.int64) if column is None else np.array(column)


def _gather(gathered: _Gathered, run: _Run, at: int, entry: int) -> None:
    """Append one run of the track that is being read."""
    starts = at + np.cumsum(run.sizes) - run.sizes
    if gathered.frame:
        total = np.array([run.sizes.sum()])
        run = _Run(total, total // gathered.frame, run.flags[:1] * 0, run.shifts[:1] * 0)
        starts = starts[:1]
    gathered.count += len(run.sizes)
    if gathered.count > MAX_SAMPLES:
        raise TooLarge("too many samples", part="samples")
    gathered.offsets.append(starts)
    gathered.sizes.append(run.sizes)
    gathered.durations.append(run.durations)
    gathered.shifts.append(run.shifts)
    gathered.flags.append(run.flags)
    gathered.entry.append(np.full(len(run.sizes), entry, np.int64))
    gathered.clock += int(run.durations.sum())


def _joined(gathered: _Gathered) -> Samples:
    def joined(column: list[NDArray[np.int64]]) -> NDArray[np.int64]:
        return np.concatenate(column) if column else np.zeros(0, np.int64)

    shifts, sync = joined(gathered.shifts), joined(gathered.flags) & _NOT_SYNC == 0
    return Samples(
        offsets=joined(gathered.offsets),
        sizes=joined(gathered.sizes),
        durations=joined(gathered.durations),
        entry=joined(gathered.entry),
        shifts=shifts if shifts.any() else None,
        sync=None if sync.all() else sync,
        frame=gathered.frame,
    )
