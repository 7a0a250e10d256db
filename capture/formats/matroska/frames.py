"""The frames of Matroska tracks: where each lies, when it is shown, whether it is a key.

Source: RFC 9559, sections 10 (block structure, lacing), 5.1.3.4 and 5.1.3.5.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from capture.blocks import ebml
from capture.blocks.boxes import Budget, read_at
from capture.blocks.ebml import Element
from capture.errors import Damaged, TooLarge
from capture.formats.matroska.index import Mkv
from capture.formats.movie.tables import MAX_SAMPLES

_TIME, _GROUP, _BLOCK, _SIMPLE = 0xE7, 0xA0, 0xA1, 0xA3
_LENGTH, _REFERENCE = 0x9B, 0xFB
_KEY, _LACING = 0x80, 0x06
_XIPH, _FIXED, _EBML = 0x02, 0x04, 0x06
_HEAD = 16
_LONGEST = 1 << 31
_LATEST = 1 << 60
"""Nanoseconds: 36 years."""
_MAX_LACE_BYTES = 1 << 16


@dataclass(slots=True)
class Frames:
    """The frames of one track in file order; times in ticks, ``length`` the last one's or 0."""

    offsets: "array[int]" = field(default_factory=lambda: array("q"))
    sizes: "array[int]" = field(default_factory=lambda: array("q"))
    times: "array[int]" = field(default_factory=lambda: array("q"))
    keys: bytearray = field(default_factory=bytearray)
    length: int = 0

    def add(self, offset: int, size: int, time: int, *, key: bool) -> None:
        """Append one frame. Raises TooLarge."""
        if len(self.sizes) >= MAX_SAMPLES:
            raise TooLarge("too many samples", part="samples")
        self.offsets.append(offset)
        self.sizes.append(size)
        self.times.append(time)
        self.keys.append(key)


def read_frames(source: BinaryIO, mkv: Mkv, budget: Budget) -> dict[int, Frames]:
    """Read where all frames of all tracks lie. Raises Damaged and TooLarge."""
    found: dict[int, Frames] = {track.number: Frames() for track in mkv.tracks}
    for cluster in mkv.clusters():
        time = 0
        for element in ebml.children(source, cluster, budget):
            if element.kind == _TIME:
                time = _time(source, element, mkv.scale)
            elif element.kind == _SIMPLE:
                _read_block(source, element, time, found, key=None)
            elif element.kind == _GROUP:
                _read_group(source, element, time, found, budget)
    return found


def _time(source: BinaryIO, element: Element, scale: int) -> int:
    """Read a cluster's time in ticks. Raises Damaged for one that no recording has."""
    time = ebml.number(ebml.data_of(source, element, 8))
    if time * scale > _LATEST:
        raise Damaged("a time that no recording has")
    return time


def _read_group(
    source: BinaryIO, group: Element, time: int, found: dict[int, Frames], budget: Budget
) -> None:
    block: Element | None = None
    length, key = 0, True
    for element in ebml.children(source, group, budget):
        if element.kind == _BLOCK:
            block = element
        elif element.kind == _LENGTH:
            length = min(ebml.number(ebml.data_of(source, element, 8)), _LONGEST)
        elif element.kind == _REFERENCE:
            key = False
    if block is not None:
        frames = _read_block(source, block, time, found, key=key)
        if frames is not None:
            frames.length = length


def _read_block(
    source: BinaryIO, block: Element, time: int, found: dict[int, Frames], *, key: bool | None
) -> Frames | None:
    """Read one block: its track, its time, and the frames that it holds."""
    head = read_at(source, block.body, min(_HEAD, block.size))
    number, at = ebml.vint(head, 0)
    if len(head) < at + 3:
        raise Damaged("a block is cut off")
    frames = found.get(number)
    shown = time + int.from_bytes(head[at : at + 2], "big", signed=True)
    flags = head[at + 2]
    is_key = bool(flags & _KEY) if key is None else key
    if frames is None:
        return None
    for offset, size in _laced(source, block.body + at + 3, block.end, flags & _LACING):
        frames.add(offset, size, shown, key=is_key)
    return frames


def _laced(source: BinaryIO, start: int, end: int, lacing: int) -> Iterator[tuple[int, int]]:
    """Give offset and size of each frame in a block. Raises Damaged."""
    if not lacing:
        yield start, end - start
        return
    head = read_at(source, start, min(_MAX_LACE_BYTES, end - start))
    if not head:
        raise Damaged("a block is cut off")
    count = head[0] + 1
    if lacing == _FIXED:
        sizes, at = [(end - start - 1) // count] * (count - 1), 1
    elif lacing == _XIPH:
        sizes, at = _xiph(head, count)
    else:
        sizes, at = _ebml(head, count)
    offset = start + at
    last = end - offset - sum(sizes)
    if last < 0 or any(size < 0 for size in sizes):
        raise Damaged("frames that are longer than their block")
    for size in (*sizes, last):
        yield offset, size
        offset += size


def _xiph(head: bytes, count: int) -> tuple[list[int], int]:
    """Read sizes as runs of 255 and a last byte."""
    sizes, at = [], 1
    for _ in range(count - 1):
        size = 0
        while True:
            if at >= len(head):
                raise Damaged("a block is cut off")
            size += head[at]
            at += 1
            if head[at - 1] != 255:  # noqa: PLR2004 - as the format has it
                break
        sizes.append(size)
    return sizes, at


def _ebml(head: bytes, count: int) -> tuple[list[int], int]:
    """Read a first size, then the differences to the size before."""
    if count < 2:  # noqa: PLR2004 - one frame has no size of its own
        return [], 1
    size, at = ebml.vint(head, 1)
    sizes = [size]
    for _ in range(count - 2):
        before = at
        raw, at = ebml.vint(head, at)
        sizes.append(sizes[-1] + raw - ((1 << 7 * (at - before) - 1) - 1))
    return sizes, at
