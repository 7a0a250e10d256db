"""The blocks of a GIF, read without trust.

Source: Graphics Interchange Format, version 89a (CompuServe 1990).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from capture.errors import Damaged, TooLarge

MAX_BLOCKS = 100_000
MAX_PIXELS = 200_000_000
IMAGE, EXTENSION, TRAILER = 0x2C, 0x21, 0x3B
CONTROL, COMMENT, TEXT, APPLICATION = 0xF9, 0xFE, 0x01, 0xFF
HEADER = 13
_TABLE = 0x80


@dataclass(frozen=True, slots=True)
class Screen:
    """The logical screen: pixels, background index, and the global table (may be empty)."""

    width: int
    height: int
    background: int
    colours: bytes = field(repr=False)
    spare: bytes = b""


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension: ``label``, its sub-blocks, and the raw bytes between label and terminator."""

    label: int
    offset: int
    parts: tuple[bytes, ...] = field(repr=False)
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Image:
    """One picture: place and size in pixels, its own table, and its LZW bytes joined."""

    offset: int
    left: int
    top: int
    width: int
    height: int
    interlaced: bool
    colours: bytes = field(repr=False)
    literal_bits: int
    coded: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Structure:
    """Everything up to the trailer; ``end`` is the offset after it, None if it is not there."""

    screen: Screen
    blocks: tuple[Extension | Image, ...]
    end: int | None
    problem: str = ""


def walk(untrusted: bytes) -> Structure:
    """Read the blocks. Raises Damaged without a screen, and TooLarge; else gives what stands."""
    if len(untrusted) < HEADER or untrusted[:6] not in {b"GIF87a", b"GIF89a"}:
        raise Damaged("no GIF header")
    width, height, packed, background, aspect = struct.unpack_from("<HHBBB", untrusted, 6)
    colours = _table(untrusted, HEADER, packed)
    screen = Screen(width, height, background, colours, bytes((packed & 0x78, aspect)))
    if width * height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels", width=width, height=height)
    blocks: list[Extension | Image] = []
    try:
        for block in _blocks(untrusted, HEADER + len(colours)):
            if isinstance(block, int):
                return Structure(screen, tuple(blocks), block)
            blocks.append(block)
            if len(blocks) > MAX_BLOCKS:
                raise TooLarge("too many blocks", part="segments")
    except Damaged as error:
        return Structure(screen, tuple(blocks), None, error.detail)
    return Structure(screen, tuple(blocks), None, "no end of image")


def _table(untrusted: bytes, at: int, packed: int) -> bytes:
    if not packed & _TABLE:
        return b""
    size = 3 << (packed & 7) + 1
    if at + size > len(untrusted):
        raise Damaged("a colour table is cut")
    return untrusted[at : at + size]


def _blocks(untrusted: bytes, at: int) -> Iterator[Extension | Image | int]:
    """Yield the blocks, and at last the offset after the trailer."""
    while at < len(untrusted):
        kind = untrusted[at]
        if kind == TRAILER:
            yield at + 1
            return
        if kind == EXTENSION and at + 2 <= len(untrusted):
            parts, end = _sub_blocks(untrusted, at + 2)
            yield Extension(untrusted[at + 1], at, parts, untrusted[at + 2 : end - 1])
        elif kind == IMAGE and at + 11 <= len(untrusted):
            image, end = _image(untrusted, at)
            yield image
        else:
            raise Damaged("a block of no known kind")
        at = end


def _image(untrusted: bytes, at: int) -> tuple[Image, int]:
    left, top, width, height, packed = struct.unpack_from("<HHHHB", untrusted, at + 1)
    colours = _table(untrusted, at + 10, packed)
    start = at + 10 + len(colours)
    if start >= len(untrusted):
        raise Damaged("a picture is cut")
    if width * height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels", width=width, height=height)
    parts, end = _sub_blocks(untrusted, start + 1)
    interlaced = bool(packed & 0x40)
    bits = untrusted[start]
    return Image(at, left, top, width, height, interlaced, colours, bits, b"".join(parts)), end


def _sub_blocks(untrusted: bytes, at: int) -> tuple[tuple[bytes, ...], int]:
    """Return the sub-blocks and the offset after their terminator."""
    parts: list[bytes] = []
    while at < len(untrusted):
        size = untrusted[at]
        if size == 0:
            return tuple(parts), at + 1
        parts.append(untrusted[at + 1 : at + 1 + size])
        at += 1 + size
    raise Damaged("a block is cut")


def sub_blocks(data: bytes) -> bytes:
    """Write data as sub-blocks of 255 bytes with their terminator."""
    pieces = (data[at : at + 255] for at in range(0, len(data), 255))
    return b"".join(bytes((len(piece),)) + piece for piece in pieces) + b"\0"
