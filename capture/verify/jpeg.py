"""The second reading of a JPEG: every byte is one that a decoder needs.

    SOI  APP0?  APP1?  APP2*  APP14?  (DQT | DHT | SOF | DRI | SOS data)…  EOI

APP0 is the one JFIF header of 18 bytes, APP1 an Exif block that holds an orientation and
nothing else, APP2 a neutral colour profile, APP14 the 12 bytes of Adobe's colour mark.
Tables are used by the frame or a scan, headers have exactly their length (ITU-T T.81, B.2),
and coded data hold no marker but restarts. Codes are followed to the bit at which the last block
of each interval ends (``codes.py``). One image; its EOI ends the file.
"""

import re
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np

from capture.errors import Unverified
from capture.verify import codes, icc

MAX_BYTES = 1 << 30

_JFIF = bytes.fromhex("ffe000104a46494600010100000100010000")
_EXIF = bytes.fromhex("ffe10022457869660000" + "4d4d002a0000000800010112000300000001")
_EXIF_SIZE = 36
_ADOBE = bytes.fromhex("ffee000e41646f62650064000000 00")
_ICC_HEAD = b"ICC_PROFILE\0"
_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_RESTARTS = range(0xD0, 0xD8)
_NEAR, _AT_ONCE = 1 << 12, 1 << 17
_FRAMES = (0xC0, 0xC1, 0xC2)
_DQT, _DHT, _DRI, _SOS, _EOI, _APP2 = 0xDB, 0xC4, 0xDD, 0xDA, 0xD9, 0xE2


def _refuse(reason: str) -> Unverified:
    return Unverified(reason, part="jpeg")


@dataclass(slots=True)
class _Seen:
    """What the reading has met so far."""

    gray_or_ycc: bool = False
    adobe: int | None = None
    profile: bytes = b""
    components: dict[int, int] = field(default_factory=dict)
    progressive: bool = False
    quantisation: set[int] = field(default_factory=set)
    huffman: set[int] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    scans: int = 0


def walk(output: BinaryIO) -> None:
    """Account for every byte of the output. Raises Unverified."""
    output.seek(0)
    data = output.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or data[:2] != b"\xff\xd8":
        raise _refuse("no JPEG of a size that is read")
    seen = _Seen()
    at = _head(data, seen)
    while data[at : at + 2] != b"\xff\xd9":
        at = _segment(data, at, seen)
    if at + 2 != len(data):
        raise _refuse("something stands after the end of the image")
    _whole(seen)
    codes.follow("jpeg", data)


def _head(data: bytes, seen: _Seen) -> int:
    """Read what stands before the picture, in its one order, and return where it ends."""
    at = 2
    if data.startswith(_JFIF, at):
        seen.gray_or_ycc, at = True, at + len(_JFIF)
    if data.startswith(_EXIF, at):
        rest = data[at + len(_EXIF) : at + _EXIF_SIZE]
        if rest not in {bytes((0, turn)) + bytes(6) for turn in range(2, 9)}:
            raise _refuse("the Exif block holds more than an orientation")
        at += _EXIF_SIZE
    at = _profile(data, at, seen)
    if data.startswith(_ADOBE, at):
        seen.adobe, at = _byte(data, at + len(_ADOBE)), at + len(_ADOBE) + 1
    return at


def _profile(data: bytes, at: int, seen: _Seen) -> int:
    number = 1
    while data[at : at + 2] == bytes((0xFF, _APP2)):
        body = _body(data, at)
        if body[: len(_ICC_HEAD)] != _ICC_HEAD or body[len(_ICC_HEAD)] != number:
            raise _refuse("an APP2 that is no colour profile")
        seen.profile += body[len(_ICC_HEAD) + 2 :]
        at += 4 + len(body)
        last = body[len(_ICC_HEAD) + 1] == number
        if last != (data[at : at + 2] != bytes((0xFF, _APP2))):
            raise _refuse("the colour profile's parts do not add up")
        number += 1
    return at


def _segment(data: bytes, at: int, seen: _Seen) -> int:
    if _byte(data, at) != 0xFF:  # noqa: PLR2004 - every marker's first byte
        raise _refuse("bytes between segments")
    marker = _byte(data, at + 1)
    body = _body(data, at)
    end = at + 4 + len(body)
    if marker in _FRAMES:
        _frame(body, seen, marker)
    elif marker == _DQT:
        _quantisation(body, seen)
    elif marker == _DHT:
        _huffman(body, seen)
    elif marker == _SOS:
        _scan(body, seen)
        end = _coded(data, end)
    elif marker != _DRI or len(body) != 2:  # noqa: PLR2004 - B.2.4.4
        raise _refuse(f"a segment that is not allowed (0x{marker:02X})")
    return end


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise _refuse("it ends too early")
    return data[at]


def _body(data: bytes, at: int) -> bytes:
    size = int.from_bytes(data[at + 2 : at + 4], "big")
    body = data[at + 4 : at + 2 + size]
    if size < 3 or len(body) != size - 2:  # noqa: PLR2004 - the length counts itself; none is empty
        raise _refuse("a segment is cut")
    return body


def _frame(body: bytes, seen: _Seen, marker: int) -> None:
    count = body[5] if len(body) > 5 else 0  # noqa: PLR2004 - B.2.2
    if seen.components or seen.scans or body[0] != 8 or len(body) != 6 + 3 * count:  # noqa: PLR2004 - bits
        raise _refuse("the frame header is not as it must be")
    if count not in {1, 3, 4} or 0 in {int.from_bytes(body[1:3]), int.from_bytes(body[3:5])}:
        raise _refuse("the frame header makes no sense")
    seen.progressive = marker == _FRAMES[-1]
    for index in range(count):
        number, sampling, table = body[6 + 3 * index : 9 + 3 * index]
        if number != index + 1 or not (1 <= sampling >> 4 <= 4 and 1 <= sampling & 15 <= 4):  # noqa: PLR2004 - B.2.2
            raise _refuse("a component is not as it must be")
        seen.components[number] = table


def _quantisation(body: bytes, seen: _Seen) -> None:
    at = 0
    while at < len(body):
        head = body[at]
        at += 1 + 64 * (1 + (head >> 4))
        if head >> 4 > 1 or at > len(body):
            raise _refuse("a quantisation table is broken")
        seen.quantisation.add(head & 15)


def _huffman(body: bytes, seen: _Seen) -> None:
    at = 0
    while at < len(body):
        head, lengths = body[at], body[at + 1 : at + 17]
        at += 17 + sum(lengths)
        if at > len(body) or head & 0xEC:
            raise _refuse("a Huffman table is broken")
        seen.huffman.add(head)


def _scan(body: bytes, seen: _Seen) -> None:
    count = body[0]
    if not 1 <= count <= len(seen.components) or len(body) != 4 + 2 * count:
        raise _refuse("a scan header is not as it must be")
    first, last, approximation = body[-3:]
    whole = (first, last, approximation) == (0, 63, 0)
    if not (whole or seen.progressive) or not first <= last <= 63:  # noqa: PLR2004 - coefficients
        raise _refuse("a scan header makes no sense")
    for index in range(count):
        number, tables = body[1 + 2 * index], body[2 + 2 * index]
        if number not in seen.components or tables & 0xCC:
            raise _refuse("a scan of something else")
        seen.used |= ({tables >> 4} if first == 0 else set()) | (
            {0x10 | tables & 15} if last else set()
        )
    seen.scans += 1


def _coded(data: bytes, start: int) -> int:
    """Return where coded data end: at a marker that follows at once."""
    end = _marker(data, start)
    if end is None or data[end + 1] == 0xFF:  # noqa: PLR2004 - a fill byte
        raise _refuse("the coded data end in something else")
    return end


def _marker(data: bytes, start: int) -> int | None:
    """Return where the next marker stands that is no restart, or None."""
    near = _MARK.search(data, start, start + _NEAR)
    if near is not None:
        return near.start()
    numbers = np.frombuffer(data, dtype=np.uint8)
    marks, first = np.empty(_AT_ONCE, dtype=np.uint8), np.empty(_AT_ONCE, dtype=np.bool_)
    for at in range(start, len(data) - 1, _AT_ONCE):
        piece = numbers[at : at + _AT_ONCE + 1]
        count = len(piece) - 1
        # Zero behind it is by far the most frequent, and tested for all bytes at once: the lesser
        # of what follows and of 1 where a marker may begin.
        np.equal(piece[:-1], 0xFF, out=first[:count])
        np.minimum(first[:count].view(np.uint8), piece[1:], out=marks[:count])
        if marks[:count].max():
            places = np.flatnonzero(marks[:count])
            follow = piece[places + 1]
            others = places[(follow < _RESTARTS[0]) | (follow > _RESTARTS[-1])]
            if others.size:
                return at + int(others[0])
    return None


def _whole(seen: _Seen) -> None:
    if not seen.scans or set(seen.components.values()) != seen.quantisation:
        raise _refuse("tables and components do not match")
    if not seen.huffman <= seen.used:
        raise _refuse("a Huffman table that no scan uses")
    count = len(seen.components)
    marks = {
        1: ((True, None),),
        3: ((True, None), (False, 0)),
        4: ((False, None), (False, 0), (False, 2)),
    }
    if (seen.gray_or_ycc, seen.adobe) not in marks[count]:
        raise _refuse("the colour marks do not fit")
    if seen.profile:
        icc.check(seen.profile, (b"GRAY",) if count == 1 else (b"RGB ",))
