"""The second reading of a WebP: every byte is one that a decoder needs.

    RIFF size WEBP  then  VP8 or VP8L, or
    VP8X ICCP?  (ALPH? VP8 | VP8L  or  ANIM ANMF…)  EXIF?

VP8X agrees with what follows; ICCP is a neutral profile, EXIF an orientation and nothing
else; reserved bits and padding are zero; nothing follows (RFC 9649). The codes of each picture
are followed to their last bit (``codes.py``).
"""

import struct
from typing import BinaryIO

from capture.errors import Unverified
from capture.verify import codes, icc

MAX_BYTES = 1 << 30
MAX_CHUNKS = 100_000

_ORIENTATION = bytes.fromhex("4d4d002a0000000800010112000300000001")
_TURNS = frozenset(_ORIENTATION + bytes((0, turn)) + bytes(6) for turn in range(2, 9))
_PROFILE, _ALPHA, _EXIF, _ANIMATION = 0x20, 0x10, 0x08, 0x02

Chunk = tuple[bytes, int, int]
"""Name, and where its data begin and end."""


def _refuse(reason: str) -> Unverified:
    return Unverified(reason, part="webp")


def walk(output: BinaryIO) -> None:
    """Account for every byte of the output. Raises Unverified."""
    output.seek(0)
    data = output.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise _refuse("no WebP of a size that is read")
    if int.from_bytes(data[4:8], "little") != len(data) - 8:
        raise _refuse("something stands after the end")
    chunks = _chunks(data, 12, len(data))
    names = [name for name, _, _ in chunks]
    if names in ([b"VP8 "], [b"VP8L"]):
        _picture(data, chunks)
        return
    if not chunks or names[0] != b"VP8X" or chunks[0][2] - chunks[0][1] != 10:  # noqa: PLR2004 - its size
        raise _refuse("its first chunk is not allowed")
    _extended(data, chunks)


def _chunks(data: bytes, start: int, end: int) -> list[Chunk]:
    found: list[Chunk] = []
    at = start
    while at < end:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        stop = at + 8 + size
        after = stop + size % 2
        if at + 8 > end or after > end or data[stop:after].strip(b"\0"):
            raise _refuse("a chunk is cut or badly padded")
        found.append((data[at : at + 4], at + 8, stop))
        at = after
        if len(found) > MAX_CHUNKS:
            raise _refuse("too many chunks")
    return found


def _extended(data: bytes, chunks: list[Chunk]) -> None:
    flags = data[chunks[0][1]]
    rest = chunks[1:]
    if rest and rest[0][0] == b"ICCP":
        icc.check(data[rest[0][1] : rest[0][2]], (b"RGB ",))
        flags, rest = flags ^ _PROFILE, rest[1:]
    if rest and rest[-1][0] == b"EXIF":
        if data[rest[-1][1] : rest[-1][2]] not in _TURNS:
            raise _refuse("the Exif block holds more than an orientation")
        flags, rest = flags ^ _EXIF, rest[:-1]
    canvas = _sides(data, chunks[0][1] + 4)
    if rest and rest[0][0] == b"ANIM":
        alpha = _frames(data, rest, canvas)
        flags ^= _ANIMATION
    else:
        size, alpha = _picture(data, rest)
        if size != canvas:
            raise _refuse("the picture is not as large as the canvas")
    expected = _ALPHA if alpha else 0
    if flags != expected or data[chunks[0][1] + 1 : chunks[0][1] + 4] != bytes(3):
        raise _refuse("the header does not agree with what follows")


def _sides(data: bytes, at: int) -> tuple[int, int]:
    three = (data[at : at + 3], data[at + 3 : at + 6])
    width, height = (int.from_bytes(side, "little") + 1 for side in three)
    return width, height


def _frames(data: bytes, chunks: list[Chunk], canvas: tuple[int, int]) -> bool:
    if chunks[0][2] - chunks[0][1] != 6 or len(chunks) == 1:  # noqa: PLR2004 - ANIM's size
        raise _refuse("the animation's header is not as it must be")
    alpha = False
    for name, start, end in chunks[1:]:
        if name != b"ANMF" or end - start < 16 or data[start + 15] > 3:  # noqa: PLR2004 - its header
            raise _refuse("a frame is not as it must be")
        size, has_alpha = _picture(data, _chunks(data, start + 16, end))
        left, top = (2 * (side - 1) for side in _sides(data, start))
        inside = left + size[0] <= canvas[0] and top + size[1] <= canvas[1]
        if size != _sides(data, start + 6) or not inside:
            raise _refuse("a frame lies outside of the picture")
        alpha = alpha or has_alpha
    return alpha


def _picture(data: bytes, chunks: list[Chunk]) -> tuple[tuple[int, int], bool]:
    """Check one coded picture and return its size and whether it has alpha."""
    names = [name for name, _, _ in chunks]
    if names not in ([b"VP8 "], [b"VP8L"], [b"ALPH", b"VP8 "]):
        raise _refuse("a chunk that is not allowed")
    _, start, end = chunks[-1]
    if names[0] == b"ALPH" and (chunks[0][2] == chunks[0][1] or data[chunks[0][1]] >> 6):
        raise _refuse("the transparency is not as it must be")
    if names[-1] == b"VP8L":
        bits = int.from_bytes(data[start + 1 : start + 5], "little")
        if end - start < 5 or data[start] != 0x2F or bits >> 29:  # noqa: PLR2004 - its signature
            raise _refuse("a picture has no header")
        codes.follow("vp8l", data[start:end])
        return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1), bool(bits >> 28 & 1)
    if end - start < 10 or data[start + 3 : start + 6] != b"\x9d\x01\x2a":  # noqa: PLR2004 - its signature
        raise _refuse("a picture has no header")
    codes.follow("vp8", data[start:end])
    width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", data, start + 6))
    if names[0] == b"ALPH":
        cover = data[chunks[0][1] : chunks[0][2]]
        codes.follow("alph", struct.pack("<HH", width, height) + cover)
    return (width, height), names[0] == b"ALPH"
