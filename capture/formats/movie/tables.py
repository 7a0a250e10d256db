"""The sample tables of a track: where each sample lies, how long it lasts, what it needs.

Source: ISO/IEC 14496-12, 8.6 (``stts``, ``ctts``, ``stss``) and 8.7 (``stsz``,
``stz2``, ``stsc``, ``stco``, ``co64``). Tables are arrays, so that hours of
video take some megabytes. Every count is checked against the bytes that are
there before anything is made from it, and every sample against the file.

Uncompressed sound has a sample for every 1/48,000 s: its unit here is a whole
chunk, a run of frames of equal size.
"""

from dataclasses import dataclass, replace
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from capture.blocks.boxes import Box, Fields, body_of, first, one
from capture.errors import Damaged, TooLarge

MAX_SAMPLES = 8_000_000
"""Most samples of one track: 37 hours of video at 60 frames a second."""
MAX_TABLE = 1 << 26
"""Most bytes of one table."""

_I32 = 1 << 31


@dataclass(frozen=True, slots=True)
class Samples:
    """The samples of one track in decoding order, one row each.

    ``offsets`` and ``sizes`` in bytes of the file, ``durations`` and ``shifts`` (composition time
    less decoding time) in the track's timescale, ``entry`` the 0-based number of the description
    that applies. ``shifts`` and ``sync`` are None where every sample is shown in its decoding
    order or can be decoded alone. With ``frame`` not 0, a row is a run of frames of that many
    bytes, each lasting one tick.
    """

    offsets: NDArray[np.int64]
    sizes: NDArray[np.int64]
    durations: NDArray[np.int64]
    entry: NDArray[np.int64]
    shifts: NDArray[np.int64] | None = None
    sync: NDArray[np.bool_] | None = None
    frame: int = 0

    def __len__(self) -> int:
        return len(self.sizes)

    def part(self, start: int, stop: int) -> "Samples":
        """Return the samples from ``start`` up to ``stop``."""
        rows = slice(start, stop)
        sync = None if self.sync is None else self.sync[rows]
        return replace(
            self,
            offsets=self.offsets[rows],
            sizes=self.sizes[rows],
            durations=self.durations[rows],
            entry=self.entry[rows],
            shifts=None if self.shifts is None else self.shifts[rows],
            sync=None if sync is None or sync.all() else sync,
        )

    def starts(self) -> NDArray[np.int64]:
        """Return the decoding time of each sample."""
        starts = np.zeros(len(self), np.int64)
        np.cumsum(self.durations[:-1], out=starts[1:])
        return starts

    def duration(self) -> int:
        """Return the sum of all durations."""
        return int(self.durations.sum())


_EMPTY = np.zeros(0, np.int64)
_NONE = Samples(_EMPTY, _EMPTY, _EMPTY, _EMPTY)


def joined(parts: list[Samples]) -> Samples:
    """Put a track's samples together, of its own tables and of its fragments."""
    parts = [part for part in parts if len(part)] or parts[:1] or [_NONE]
    if len(parts) == 1:
        return parts[0]
    shifts = np.concatenate([_or(part.shifts, part, 0) for part in parts])
    sync = np.concatenate([_or(part.sync, part, 1) for part in parts]).astype(np.bool_)
    return Samples(
        offsets=np.concatenate([part.offsets for part in parts]),
        sizes=np.concatenate([part.sizes for part in parts]),
        durations=np.concatenate([part.durations for part in parts]),
        entry=np.concatenate([part.entry for part in parts]),
        shifts=shifts if shifts.any() else None,
        sync=None if sync.all() else sync,
        frame=parts[0].frame,
    )


def _or(column: NDArray[Any] | None, part: Samples, value: int) -> NDArray[Any]:
    return np.full(len(part), value, np.int64) if column is None else column


def check_inside(samples: Samples, file_size: int) -> Samples:
    """Return the samples if all lie in the file and are no longer than it. Raises Damaged."""
    if len(samples) and (
        int(samples.offsets.min()) < 0
        or bool((samples.offsets > file_size - samples.sizes).any())
        or int(samples.sizes.sum()) > file_size
    ):
        raise Damaged("the index points outside the file", part="index")
    return samples


def read_tables(source: BinaryIO, stbl: tuple[Box, ...], frame: int = 0) -> Samples:
    """Read the tables of one track; ``frame`` is the size of a frame of uncompressed sound.

    Raises Damaged and TooLarge.
    """
    chunks = _chunk_offsets(source, stbl)
    per_chunk, entry = _chunk_map(source, stbl, len(chunks))
    if frame:
        return _runs(chunks, per_chunk, entry, _count(source, stbl), frame)
    sizes = _sizes(source, stbl)
    count = len(sizes)
    if int(per_chunk.sum()) < count:
        raise Damaged("the index has more samples than chunks", part="index")
    return Samples(
        offsets=_spread(chunks, per_chunk, sizes),
        sizes=sizes,
        durations=_durations(source, stbl, count),
        entry=np.repeat(entry, _capped(per_chunk, count))[:count],
        shifts=_shifts(source, stbl, count),
        sync=_sync(source, stbl, count),
    )


def _table(source: BinaryIO, box: Box, head: int, columns: int, kind: str) -> NDArray[Any]:
    """Read the rows of a table after ``head`` bytes, the last four of which count them."""
    data = body_of(source, box, MAX_TABLE)
    fields = Fields(data)
    fields.take(head - 4)
    count = fields.u32()
    width = np.dtype(kind).itemsize * columns
    if count * width > fields.left:
        raise Damaged("a table of the index ends too early", part="index")
    rows = np.frombuffer(data, kind, count * columns, head).astype(np.int64)
    return rows.reshape(count, columns) if columns > 1 else rows


def _count(source: BinaryIO, stbl: tuple[Box, ...]) -> int:
    """Read how many samples a track says it has."""
    box = first(stbl, b"stsz") or one(stbl, b"stz2")
    fields = Fields(body_of(source, box, MAX_TABLE))
    fields.take(8)
    return fields.u32()


def _sizes(source: BinaryIO, stbl: tuple[Box, ...]) -> NDArray[np.int64]:
    small = first(stbl, b"stz2")
    if first(stbl, b"stsz") is None and small is not None:
        return _small_sizes(source, small)
    box = one(stbl, b"stsz")
    fields = Fields(body_of(source, box, MAX_TABLE))
    fields.take(4)
    fixed, count = fields.u32(), fields.u32()
    if count > MAX_SAMPLES:
        raise TooLarge("too many samples", part="samples")
    if fixed:
        return np.full(count, fixed, np.int64)
    sizes: NDArray[np.int64] = _table(source, box, 12, 1, ">u4")
    return sizes


def _small_sizes(source: BinaryIO, box: Box) -> NDArray[np.int64]:
    data = body_of(source, box, MAX_TABLE)
    fields = Fields(data)
    width, count = fields.u64() & 0xFF, fields.u32()
    if width not in (4, 8, 16) or (count * width + 7) // 8 > fields.left:
        raise Damaged("a table of the index ends too early", part="index")
    raw = np.frombuffer(data, np.uint8, (count * width + 7) // 8, 12).astype(np.int64)
    if width == 4:  # noqa: PLR2004 - bits
        return np.column_stack((raw >> 4, raw & 15)).reshape(-1)[:count]
    return raw if width == 8 else raw[0::2] << 8 | raw[1::2]  # noqa: PLR2004 - bits


def _chunk_offsets(source: BinaryIO, stbl: tuple[Box, ...]) -> NDArray[np.int64]:
    box = first(stbl, b"stco")
    if box is not None:
        offsets: NDArray[np.int64] = _table(source, box, 8, 1, ">u4")
        return offsets
    wide: NDArray[np.int64] = _table(source, one(stbl, b"co64"), 8, 1, ">u8")
    return wide


def _chunk_map(
    source: BinaryIO, stbl: tuple[Box, ...], chunks: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give samples per chunk and 0-based description of each chunk."""
    rows = _table(source, one(stbl, b"stsc"), 8, 3, ">u4")
    if not chunks:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    if not len(rows) or rows[0, 0] != 1:
        raise Damaged("the chunk map does not begin at the first chunk", part="index")
    rows = rows[rows[:, 0] <= chunks]
    lengths = np.diff(np.append(rows[:, 0], chunks + 1))
    if (lengths <= 0).any():
        raise Damaged("the chunk map goes backwards", part="index")
    if (rows[:, 2] == 0).any():
        raise Damaged("the chunk map names no description", part="index")
    return np.repeat(rows[:, 1], lengths), np.repeat(rows[:, 2] - 1, lengths)


def _capped(lengths: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Cut run lengths so that together they are at most ``count``."""
    ends = np.minimum(np.cumsum(np.minimum(lengths, count)), count)
    capped: NDArray[np.int64] = np.diff(ends, prepend=0)
    return capped


def _spread(
    chunks: NDArray[np.int64], per_chunk: NDArray[np.int64], sizes: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Give the offset of every sample from the offsets of the chunks that hold them."""
    counts = _capped(per_chunk, len(sizes))
    before = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))
    first_of_chunk = np.cumsum(counts) - counts
    base = np.repeat(chunks - before[first_of_chunk], counts)
    offsets: NDArray[np.int64] = base + before[:-1]
    return offsets


def _expand(rows: NDArray[np.int64], count: int, rest: int) -> NDArray[np.int64]:
    """Expand (run length, value) rows to ``count`` values; what is missing gets ``rest``."""
    values = np.repeat(rows[:, 1], _capped(rows[:, 0], count))
    missing = count - len(values)
    return np.concatenate((values, np.full(missing, rest, np.int64))) if missing else values


def _durations(source: BinaryIO, stbl: tuple[Box, ...], count: int) -> NDArray[np.int64]:
    rows = _table(source, one(stbl, b"stts"), 8, 2, ">u4")
    return _expand(rows, count, int(rows[-1, 1]) if len(rows) else 0)


def _shifts(source: BinaryIO, stbl: tuple[Box, ...], count: int) -> NDArray[np.int64] | None:
    box = first(stbl, b"ctts")
    if box is None:
        return None
    rows = _table(source, box, 8, 2, ">u4")
    rows[:, 1] -= (rows[:, 1] >= _I32) * (2 * _I32)
    shifts = _expand(rows, count, 0)
    return shifts if shifts.any() else None


def _sync(source: BinaryIO, stbl: tuple[Box, ...], count: int) -> NDArray[np.bool_] | None:
    box = first(stbl, b"stss")
    if box is None:
        return None
    numbers = _table(source, box, 8, 1, ">u4")
    sync = np.zeros(count, np.bool_)
    sync[numbers[(numbers >= 1) & (numbers <= count)] - 1] = True
    return None if sync.all() else sync


def _runs(
    chunks: NDArray[np.int64],
    per_chunk: NDArray[np.int64],
    entry: NDArray[np.int64],
    count: int,
    frame: int,
) -> Samples:
    """Make a row of each chunk of uncompressed sound."""
    counts = _capped(per_chunk, count)
    if int(counts.sum()) < count:
        raise Damaged("the index has more samples than chunks", part="index")
    used = counts > 0
    counts = counts[used]
    return Samples(chunks[used], counts * frame, counts, entry[used], frame=frame)
