"""Elements of EBML, the nested structure of Matroska and WebM files.

Source: RFC 8794 (EBML), RFC 9559 (Matroska). An element is an identifier of 1
to 4 bytes, a size of 1 to 8 bytes (both tell their own length by their leading
zero bits), then its data. A size of all ones is unknown: the element reaches
to the next one of its own level or above, as live recorders write them.

Everything read is hostile: a child never reaches out of its parent, and depth
and the number of elements in one file are bounded.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from capture.blocks.boxes import Budget, read_at
from capture.errors import Damaged, TooLarge

MAX_DEPTH = 16
MAX_ELEMENTS = 4_000_000
"""Most elements of one file: every frame of many hours is one or two."""
MAX_DATA = 64 << 20

SEGMENT, CLUSTER = 0x18538067, 0x1F43B675
TOP = frozenset(
    (0x114D9B74, 0x1549A966, 0x1654AE6B, CLUSTER, 0x1C53BB6B, 0x1043A770, 0x1254C367, 0x1941A469)
)
"""Children of a segment: seek head, info, tracks, cluster, cues, chapters, tags, attachments."""
_LONGEST_HEADER = 12
_MAX_ID, _MAX_SIZE = 4, 8


@dataclass(frozen=True, slots=True)
class Element:
    """One element: offsets in bytes of the file; ``known`` is false where its size is unknown.

    ``cut`` is true for a segment that the file ends before.
    """

    kind: int
    start: int
    body: int
    end: int
    depth: int
    known: bool = True
    cut: bool = False

    @property
    def size(self) -> int:
        """Bytes of its data."""
        return self.end - self.body


def elements(
    source: BinaryIO, start: int, end: int, budget: Budget, depth: int = 0
) -> Iterator[Element]:
    """Give the elements in these bytes; ends without complaint where they break the rules.

    Raises TooLarge for too many or too deep.
    """
    if depth > MAX_DEPTH:
        raise TooLarge("nested too deep", part="depth")
    at = start
    while at < end:
        budget.spend()
        found = element_at(source, at, end, depth)
        if found is None:
            return
        if not found.known and found.kind == CLUSTER:
            found = _bounded(source, found, budget)
        yield found
        at = found.end


def element_at(source: BinaryIO, at: int, end: int, depth: int) -> Element | None:
    """Read the header of one element; None where it breaks the rules."""
    head = read_at(source, at, min(_LONGEST_HEADER, end - at))
    id_length = _length(head, 0)
    if not 0 < id_length <= _MAX_ID or len(head) <= id_length:
        return None
    size_length = _length(head, id_length)
    if not 0 < size_length <= _MAX_SIZE or len(head) < id_length + size_length:
        return None
    kind = int.from_bytes(head[:id_length], "big")
    mask = (1 << 7 * size_length) - 1
    size = int.from_bytes(head[id_length : id_length + size_length], "big") & mask
    body = at + id_length + size_length
    if size == mask:
        return Element(kind, at, body, end, depth, known=False)
    if size > end - body:
        whole = kind != SEGMENT or depth > 0
        return None if whole else Element(kind, at, body, end, depth, cut=True)
    return Element(kind, at, body, body + size, depth)


def _bounded(source: BinaryIO, cluster: Element, budget: Budget) -> Element:
    """Find the end of a cluster of unknown size: the next child of the segment."""
    at = cluster.body
    while at < cluster.end:
        budget.spend()
        found = element_at(source, at, cluster.end, cluster.depth + 1)
        if found is None or found.kind in TOP or found.kind == SEGMENT:
            break
        at = found.end
    return Element(cluster.kind, cluster.start, cluster.body, at, cluster.depth)


def _length(head: bytes, at: int) -> int:
    """Give the length of a number by the leading zero bits of its first byte; 9 for a zero."""
    return 9 - head[at].bit_length()


def children(source: BinaryIO, parent: Element, budget: Budget) -> Iterator[Element]:
    """Give the elements inside one."""
    return elements(source, parent.body, parent.end, budget, parent.depth + 1)


def data_of(source: BinaryIO, element: Element, limit: int = MAX_DATA) -> bytes:
    """Read the data of an element. Raises TooLarge beyond ``limit`` bytes, and Damaged."""
    if element.size > limit:
        raise TooLarge("an element is too large", part="element")
    return read_at(source, element.body, element.size)


def number(data: bytes) -> int:
    """Read an unsigned number; nothing at all is 0."""
    if len(data) > _MAX_SIZE:
        raise Damaged("a number is too long")
    return int.from_bytes(data, "big")


def real(data: bytes) -> float:
    """Read a floating-point number of 0, 4 or 8 bytes."""
    match len(data):
        case 0:
            return 0.0
        case 4:
            return float(struct.unpack(">f", data)[0])
        case 8:
            return float(struct.unpack(">d", data)[0])
        case _:
            raise Damaged("a number of an unknown length")


def vint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number that tells its own length; give it and where it ends. Raises Damaged."""
    if at >= len(data):
        raise Damaged("a number is cut off")
    length = _length(data, at)
    if length > _MAX_SIZE or at + length > len(data):
        raise Damaged("a number is cut off")
    value = int.from_bytes(data[at : at + length], "big") & ((1 << 7 * length) - 1)
    return value, at + length
