"""The second reading of a GIF: every byte is one that a decoder needs.

    GIF89a screen table?  loop?  (control? picture table? codes)…  trailer

Reserved bits are zero, the loop has its one form, codes stand in full sub-blocks and end,
with the end code and zeros, where the picture is complete (GIF89a, CompuServe 1990).
"""

import struct
from typing import BinaryIO

from capture.errors import Unverified

MAX_BYTES = 1 << 30

_LOOP = b"\x21\xff\x0bNETSCAPE2.0\x03\x01"
_CONTROL = b"\x21\xf9\x04"
_FULL = 4096


def _refuse(reason: str) -> Unverified:
    return Unverified(reason, part="gif")


def walk(output: BinaryIO) -> None:
    """Account for every byte of the output. Raises Unverified."""
    output.seek(0)
    data = output.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or data[:6] != b"GIF89a" or len(data) < 14:  # noqa: PLR2004 - the least
        raise _refuse("no GIF of a size that is read")
    width, height, packed, background, aspect = struct.unpack_from("<HHBBB", data, 6)
    table = 3 << (packed & 7) + 1 if packed & 0x80 else 0
    if packed & 0x78 != 0x70 or aspect or (not table and (packed & 7 or background)):  # noqa: PLR2004 - fixed bits
        raise _refuse("the screen is not as it must be")
    at = 13 + table
    if data.startswith(_LOOP, at):
        at += len(_LOOP) + 2
        at = _expect(data, at, b"\0")
    pictures = 0
    while data[at : at + 1] in {b"\x21", b","}:
        at = _picture(data, at, (width, height), bool(table))
        pictures += 1
    if not pictures or data[at:] != b";":
        raise _refuse("something that is no picture")


def _expect(data: bytes, at: int, wanted: bytes) -> int:
    if not data.startswith(wanted, at):
        raise _refuse("a block is not as it must be")
    return at + len(wanted)


def _picture(data: bytes, at: int, screen: tuple[int, int], has_table: bool) -> int:  # noqa: FBT001 - found before
    if data.startswith(_CONTROL, at):
        flags, index = data[at + 3 : at + 4], data[at + 6 : at + 7]
        if not flags or flags[0] & 0xF2 or (not flags[0] & 1 and index != b"\0"):
            raise _refuse("a control is not as it must be")
        at = _expect(data, at + 7, b"\0")
    at = _expect(data, at, b",")
    if len(data) < at + 10:
        raise _refuse("a picture is cut")
    left, top, width, height, packed = struct.unpack_from("<HHHHB", data, at)
    inside = 0 < width <= screen[0] - left and 0 < height <= screen[1] - top
    own = bool(packed & 0x80)
    if not inside or packed & 0x38 or not (own or has_table) or (not own and packed & 7):
        raise _refuse("a picture's header is not as it must be")
    at += 9 + (3 << (packed & 7) + 1 if own else 0)
    bits = data[at] if at < len(data) else 0
    coded, end = _codes(data, at + 1)
    if not 2 <= bits <= 8:  # noqa: PLR2004 - bits of a colour
        raise _refuse("the codes are not as they must be")
    _check_end(coded, bits, width * height)
    return end


def _codes(data: bytes, at: int) -> tuple[bytes, int]:
    parts: list[bytes] = []
    while True:
        size = data[at] if at < len(data) else -1
        part = data[at + 1 : at + 1 + size]
        if size < 0 or len(part) != size or (parts and len(parts[-1]) < 255 and size):  # noqa: PLR2004 - full
            raise _refuse("the codes are cut or in pieces")
        at += 1 + size
        if size == 0:
            return b"".join(parts), at
        parts.append(part)


def _check_end(coded: bytes, bits: int, pixels: int) -> None:
    """Follow the codes by their strings' lengths: they must end with the picture."""
    clear, position, width, done = 1 << bits, 0, bits + 1, 0
    lengths: list[int] = []
    last = 0
    total = 8 * len(coded)
    while position + width <= total:
        at = position >> 3
        code = int.from_bytes(coded[at : at + 3], "little") >> (position & 7) & (1 << width) - 1
        position += width
        if code == clear + 1:
            break
        if code == clear:
            lengths, last, width = [], 0, bits + 1
            continue
        if last and clear + 2 + len(lengths) < _FULL:
            lengths.append(last + 1)
            width += clear + 2 + len(lengths) == 1 << width and width < 12  # noqa: PLR2004 - longest code
        known = code - clear - 2
        if known >= len(lengths):
            raise _refuse("a code that names nothing")
        last = 1 if code < clear else lengths[known]
        done += last
    else:
        raise _refuse("the codes have no end")
    rest = int.from_bytes(coded[position >> 3 :][:2], "little") >> (position & 7)
    if done != pixels or total - position > 7 or rest:  # noqa: PLR2004 - less than a byte
        raise _refuse("the codes do not end with the picture")
