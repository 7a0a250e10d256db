"""Boxes (atoms): the nested structure of MP4, QuickTime and HEIF files.

Source of the format: ISO/IEC 14496-12 section 4.2 (``Box``, ``FullBox``) and
the QuickTime File Format specification ("atoms"). A box is a 32-bit size, a
four-byte type, an optional 64-bit size (when the first is 1), an optional
16-byte extended type (when the type is ``uuid``), then its body. Size 0 means
"to the end of the file" at the top, and ends a list of atoms deeper down.

Everything read is hostile: a child never reaches out of its parent, so loops
cannot be; depth and the number of boxes in one file are bounded.
"""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from capture.errors import Damaged, TooLarge

MAX_BOXES = 200_000
"""Most boxes we look at in one file; fragmented files of hours have some tens of thousands."""
MAX_DEPTH = 24
"""Deepest nesting; the deepest real files have about ten levels."""
MAX_BODY = 64 << 20
"""Most bytes of one box that are read into memory at once, unless the caller says otherwise."""

_HEADER = 8
_U32_LIMIT = 1 << 32
_SEEKABLE = 1 << 63
"""Offsets from which on no file can be sought in."""


class Budget:
    """How many more boxes may be looked at in one file; shared by all walks over it."""

    def __init__(self, boxes: int = MAX_BOXES) -> None:
        self._left = boxes

    def spend(self) -> None:
        """Count one box. Raises TooLarge when there were too many."""
        self._left -= 1
        if self._left < 0:
            raise TooLarge("too many boxes", part="boxes")


@dataclass(frozen=True, slots=True)
class Box:
    """One box: offsets in bytes of the file, ``depth`` 0 at the top of the file.

    ``start`` is the first byte of the header, ``body`` of what it holds, ``end`` one past the
    last. ``extended`` is the 16-byte type of a ``uuid`` box, empty for every other.
    """

    kind: bytes
    start: int
    body: int
    end: int
    depth: int
    extended: bytes = b""

    @property
    def size(self) -> int:
        """Bytes of the body."""
        return self.end - self.body


@dataclass(frozen=True, slots=True)
class Level:
    """The boxes side by side in one place; ``rest`` is where the list ended.

    ``broken`` is true where the bytes at ``rest`` are neither the end of the place nor a
    terminator, such as a box that is longer than what holds it.
    """

    boxes: tuple[Box, ...]
    rest: int
    broken: bool


def size_of(source: BinaryIO) -> int:
    """Give the length of the file in bytes."""
    return source.seek(0, 2)


def read_at(source: BinaryIO, start: int, length: int) -> bytes:
    """Read exactly these bytes. Raises Damaged when the file ends before them."""
    if not 0 <= start < _SEEKABLE:
        raise Damaged("a structure lies where no file reaches")
    source.seek(start)
    data = source.read(length)
    if len(data) != length:
        raise Damaged("the file ends inside a structure")
    return data


def scan(source: BinaryIO, start: int, end: int, budget: Budget, depth: int = 0) -> Level:
    """List the boxes in these bytes, stopping without complaint where they break the rules.

    Raises TooLarge for too many boxes or too deep a nesting, and Damaged when the file is
    shorter than ``end``.
    """
    if depth > MAX_DEPTH:
        raise TooLarge("nested too deep", part="depth")
    found: list[Box] = []
    at = start
    while end - at >= _HEADER:
        budget.spend()
        box = _box_at(source, at, end, depth)
        if box is None:
            break
        found.append(box)
        at = box.end
    return Level(tuple(found), at, broken=not _is_terminator(source, at, end))


def walk(source: BinaryIO, start: int, end: int, budget: Budget, depth: int = 0) -> tuple[Box, ...]:
    """List the boxes in these bytes. Raises Damaged where they break the rules, and TooLarge."""
    level = scan(source, start, end, budget, depth)
    if level.broken:
        raise Damaged("a box is longer than what holds it")
    return level.boxes


def children(source: BinaryIO, box: Box, budget: Budget, skip: int = 0) -> tuple[Box, ...]:
    """List the boxes inside a box, after ``skip`` bytes of its own fields.

    Raises Damaged and TooLarge.
    """
    if box.size < skip:
        raise Damaged("a box is too short for its own fields")
    return walk(source, box.body + skip, box.end, budget, box.depth + 1)


def body_of(source: BinaryIO, box: Box, limit: int = MAX_BODY) -> bytes:
    """Read what a box holds. Raises TooLarge beyond ``limit`` bytes, and Damaged."""
    if box.size > limit:
        raise TooLarge("a box is too large", part="box")
    return read_at(source, box.body, box.size)


def one(boxes: tuple[Box, ...], kind: bytes) -> Box:
    """Give the first box of this type. Raises Damaged when there is none."""
    box = first(boxes, kind)
    if box is None:
        raise Damaged("a box that must be there is missing")
    return box


def first(boxes: tuple[Box, ...], kind: bytes) -> Box | None:
    """Give the first box of this type, or None."""
    return next((box for box in boxes if box.kind == kind), None)


def meta_skip(source: BinaryIO, meta: Box) -> int:
    """Give the bytes of own fields of a ``meta`` box: 4 in ISO files, 0 in QuickTime ones."""
    if meta.size < _HEADER:
        return min(meta.size, 4)
    return 0 if read_at(source, meta.body + 4, 4) == b"hdlr" else 4


def _box_at(source: BinaryIO, at: int, end: int, depth: int) -> Box | None:
    """Read one header; None where it is a terminator or breaks the rules."""
    untrusted_size, kind = struct.unpack(">I4s", read_at(source, at, _HEADER))
    body = at + _HEADER
    if untrusted_size == 1:
        if end - at < _HEADER + 8:
            return None
        (untrusted_size,) = struct.unpack(">Q", read_at(source, body, 8))
        body += 8
    elif untrusted_size == 0:
        if depth > 0 or kind == bytes(4):
            return None
        untrusted_size = end - at
    extended = b""
    if kind == b"uuid":
        extended = read_at(source, body, min(16, end - body))
        body += 16
    if untrusted_size < body - at or untrusted_size > end - at:
        return None
    return Box(kind, at, body, at + untrusted_size, depth, extended)


def _is_terminator(source: BinaryIO, at: int, end: int) -> bool:
    """Say whether a list of boxes ended well: nothing is left, or a few zeros (QuickTime)."""
    left = end - at
    return left == 0 or (left <= _HEADER and read_at(source, at, left) == bytes(left))


class Fields:
    """Reads the fields of a body in their order; every read is bounded. Raises Damaged."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self._data = data
        self.at = at

    @property
    def left(self) -> int:
        """Bytes not read yet."""
        return len(self._data) - self.at

    def take(self, length: int) -> bytes:
        """Read this many bytes."""
        if not 0 <= length <= self.left:
            raise Damaged("a box ends inside a field")
        self.at += length
        return self._data[self.at - length : self.at]

    def rest(self) -> bytes:
        """Read everything that is left."""
        return self.take(self.left)

    def uint(self, length: int) -> int:
        """Read a big-endian unsigned number of ``length`` bytes (0 gives 0)."""
        return int.from_bytes(self.take(length), "big")

    def u8(self) -> int:
        """Read one byte."""
        return self.uint(1)

    def u16(self) -> int:
        """Read two bytes."""
        return self.uint(2)

    def u32(self) -> int:
        """Read four bytes."""
        return self.uint(4)

    def u64(self) -> int:
        """Read eight bytes."""
        return self.uint(8)

    def full(self) -> tuple[int, int]:
        """Read the version and flags of a full box."""
        return self.u8(), self.uint(3)

    def text(self) -> bytes:
        """Read up to and over a zero byte, or to the end; the zero is not returned."""
        end = self._data.find(b"\x00", self.at)
        if end < 0:
            return self.rest()
        text = self.take(end - self.at)
        self.at += 1
        return text


def header(kind: bytes, body_size: int) -> bytes:
    """Write the header of a box that holds ``body_size`` bytes; 16 bytes long when it must."""
    if body_size + _HEADER < _U32_LIMIT:
        return struct.pack(">I4s", body_size + _HEADER, kind)
    return struct.pack(">I4sQ", 1, kind, body_size + 2 * _HEADER)


def box(kind: bytes, *parts: bytes) -> bytes:
    """Write a box that holds these parts."""
    body = b"".join(parts)
    return header(kind, len(body)) + body


def full_box(kind: bytes, version: int, flags: int, *parts: bytes) -> bytes:
    """Write a full box: one byte of version, three of flags, then the parts."""
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)
