"""The chunks of a PNG, read without trust.

Source: ISO/IEC 15948 / W3C PNG, third edition (2025): 5.2 to 5.6, 11.2, 11.3.6 (APNG).
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from capture.errors import Damaged, TooLarge

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_CHUNKS = 200_000
MAX_PIXELS = 200_000_000

_OVERHEAD = 12
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_ADAM7 = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
PALETTE = 3


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk; ``offset`` is that of its length field, ``sound`` whether its CRC holds."""

    type: bytes
    offset: int
    data: memoryview = field(repr=False)
    sound: bool

    @property
    def name(self) -> str:
        """The type as text; what is not ASCII is shown escaped."""
        return self.type.decode("ascii", "backslashreplace")

    @property
    def is_critical(self) -> bool:
        """Whether no decoder may pass it over (5.4)."""
        return not self.type[0] & 0x20


@dataclass(frozen=True, slots=True)
class Structure:
    """All chunks up to IEND; ``end`` is the offset after it, None if it is not there."""

    chunks: tuple[Chunk, ...]
    end: int | None
    problem: str


@dataclass(frozen=True, slots=True)
class Header:
    """IHDR: sizes in pixels, bits a sample, kind of colour, whether interlaced."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool

    def passes(self, width: int, height: int) -> tuple[tuple[int, int], ...]:
        """Return (rows, bytes a row with its filter byte) of each pass of a picture this wide."""
        bits = self.depth * _CHANNELS[self.colour]
        if not self.interlaced:
            return ((height, 1 + (width * bits + 7) // 8),)
        sizes = ((-((x - width) // dx), -((y - height) // dy)) for x, y, dx, dy in _ADAM7)
        return tuple(
            (rows, 1 + (across * bits + 7) // 8) for across, rows in sizes if across > 0 < rows
        )


def walk(untrusted: bytes) -> Structure:
    """Read the chunks; never raises but TooLarge. What is cut gives what stands before."""
    chunks: list[Chunk] = []
    try:
        for chunk in _chunks(memoryview(untrusted)):
            chunks.append(chunk)
            if chunk.type == b"IEND":
                return Structure(tuple(chunks), chunk.offset + _OVERHEAD + len(chunk.data), "")
            if len(chunks) > MAX_CHUNKS:
                raise TooLarge("too many chunks", part="segments")
    except Damaged as error:
        return Structure(tuple(chunks), None, error.detail)
    return Structure(tuple(chunks), None, "no end of image")


def _chunks(view: memoryview) -> Iterator[Chunk]:
    if bytes(view[:8]) != SIGNATURE:
        raise Damaged("no PNG signature")
    at = len(SIGNATURE)
    while at < len(view):
        if at + _OVERHEAD > len(view):
            raise Damaged("a chunk is cut")
        size, kind = struct.unpack_from(">I4s", view, at)
        end = at + 8 + size
        if end + 4 > len(view):
            raise Damaged("a chunk is cut")
        sound = zlib.crc32(view[at + 4 : end]) == int.from_bytes(view[end : end + 4], "big")
        yield Chunk(kind, at, view[at + 8 : end], sound)
        at = end + 4


def header_of(structure: Structure) -> Header:
    """Return the header. Raises Damaged, and TooLarge for its pixels."""
    first = structure.chunks[0] if structure.chunks else None
    if first is None or first.type != b"IHDR" or len(first.data) != 13 or not first.sound:  # noqa: PLR2004 - 11.2.1
        raise Damaged(structure.problem or "no image header")
    width, height, depth, colour, method, filtering, interlace = struct.unpack(
        ">IIBBBBB", first.data
    )
    if depth not in _DEPTHS.get(colour, ()) or method or filtering or interlace > 1:
        raise Damaged("the image header makes no sense")
    if not (0 < width < 1 << 31 and 0 < height < 1 << 31):
        raise Damaged("a picture without pixels")
    if width * height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels", width=width, height=height)
    return Header(width, height, depth, colour, bool(interlace))


def written(kind: bytes, data: bytes | memoryview) -> bytes:
    """Return a whole chunk with its CRC."""
    body = kind + bytes(data)
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
