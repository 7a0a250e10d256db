"""The writer of cleaned GIFs, still and animated.

The LZW codes are copied to the bit up to the one that completes a picture. Colours that no
pixel uses become black, since a table can spell words.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from capture.blocks import lzw
from capture.blocks.gif_blocks import (
    APPLICATION,
    CONTROL,
    Extension,
    Image,
    Screen,
    Structure,
    sub_blocks,
)
from capture.errors import Damaged, Unsupported
from capture.formats.base import Cleaning
from capture.formats.still import NOISE, VISIBLE
from capture.kinds import MediaKind

MAX_CODED = 12 << 20
"""Most bytes of codes that are followed: some seconds' work."""

LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_TRANSPARENT, _DISPOSALS = 0x01, range(4)
_LITERAL_BITS = range(2, 9)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A picture with its control (four bytes as they are to be written, or none)."""

    image: Image
    control: bytes
    coded: lzw.Coded


def pieces(structure: Structure) -> tuple[list[bytes], Cleaning]:
    """Return the new file in pieces, and what was done.

    Raises Damaged, and Unsupported for a picture beyond the edge of its screen.
    """
    if structure.end is None:
        raise Damaged(structure.problem)
    frames = list(_frames(structure))
    if not frames:
        raise Damaged("there is no picture in it")
    made = [b"GIF89a", _screen(structure.screen, frames), *_loop(structure)]
    for frame in frames:
        made += _written(frame)
    made.append(b";")
    steps, leaves = ("blocks-rebuilt",), (VISIBLE, NOISE)
    return made, Cleaning(MediaKind.GIF, lossless=True, steps=steps, leaves=leaves)


def _frames(structure: Structure) -> Iterator[_Frame]:
    control = b""
    coded = 0
    for block in structure.blocks:
        if isinstance(block, Extension):
            if block.label == CONTROL:
                control = _control(block)
            continue
        coded += len(block.coded)
        if coded > MAX_CODED:
            raise Unsupported("too long to follow every code of it", part="bytes")
        _check(block, structure.screen)
        pixels = block.width * block.height
        yield _Frame(block, control, lzw.measure(block.coded, block.literal_bits, pixels))
        control = b""


def _check(image: Image, screen: Screen) -> None:
    if image.width * image.height == 0 or image.literal_bits not in _LITERAL_BITS:
        raise Damaged("a picture has no pixels or no codes")
    if not (image.colours or screen.colours):
        raise Unsupported("a picture without colours of its own", part="colours")
    if image.left + image.width > screen.width or image.top + image.height > screen.height:
        raise Unsupported("a picture reaches beyond the screen", part="frame")


def _control(block: Extension) -> bytes:
    """Keep disposal, delay and transparency; what is reserved becomes zero."""
    body = block.parts[0] if block.parts else b""
    if len(body) != 4:  # noqa: PLR2004 - its size
        return b""
    flags, delay, index = struct.unpack("<BHB", body)
    disposal = flags >> 2 & 7
    kept = (disposal if disposal in _DISPOSALS else 0) << 2 | flags & _TRANSPARENT
    return struct.pack("<BHB", kept, delay, index if flags & _TRANSPARENT else 0)


def _screen(screen: Screen, frames: list[_Frame]) -> bytes:
    shared = [frame for frame in frames if not frame.image.colours]
    used = frozenset().union(*(frame.coded.literals for frame in shared)) | {screen.background}
    packed, table = _table(screen.colours, used)
    background = screen.background if table else 0
    sizes = (screen.width, screen.height, packed | 0x70 if table else 0x70, background, 0)
    return struct.pack("<HHBBB", *sizes) + table


def _table(colours: bytes, used: frozenset[int]) -> tuple[int, bytes]:
    """Return the packed size and the table with unused colours black."""
    if not colours:
        return 0, b""
    count = len(colours) // 3
    entries = (colours[3 * i : 3 * i + 3] if i in used else bytes(3) for i in range(count))
    return 0x80 | count.bit_length() - 2, b"".join(entries)


def _loop(structure: Structure) -> Iterator[bytes]:
    """Write how often the animation repeats, in its one form."""
    for block in structure.blocks:
        if isinstance(block, Extension) and is_loop(block):
            yield b"\x21\xff\x0bNETSCAPE2.0\x03\x01" + block.parts[1][1:3] + b"\0"
            return


def is_loop(block: Extension) -> bool:
    """Whether an extension says how often the animation repeats, and nothing else."""
    if block.label != APPLICATION or len(block.parts) != 2 or block.parts[0] not in LOOPS:  # noqa: PLR2004 - name and count
        return False
    return len(block.parts[1]) == 3 and block.parts[1][0] == 1  # noqa: PLR2004 - its size


def _written(frame: _Frame) -> Iterator[bytes]:
    image = frame.image
    if frame.control:
        yield b"\x21\xf9\x04" + frame.control + b"\0"
    packed, table = _table(image.colours, frame.coded.literals)
    packed |= 0x40 if image.interlaced else 0
    yield struct.pack("<BHHHHB", 0x2C, image.left, image.top, image.width, image.height, packed)
    yield table + bytes((image.literal_bits,))
    yield sub_blocks(lzw.ended(image.coded, frame.coded, image.literal_bits))
