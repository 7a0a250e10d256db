"""The second reading of a PNG: every byte is one that a decoder needs.

    signature IHDR  (cICP | iCCP | sRGB | gAMA? cHRM?)?  PLTE? tRNS?  eXIf?  acTL?
    then the pixels: (fcTL? IDAT…) and, with acTL, (fcTL fdAT…)…, then IEND, then nothing

iCCP holds a neutral profile under the name "icc", eXIf an orientation and nothing else. Every
checksum is right, every zlib stream ends with its chunk's last byte and inflates to exactly
the bytes of its picture. (ISO/IEC 15948; APNG as in the third edition, 2025.)
"""

import struct
import zlib
from dataclasses import dataclass, field
from typing import BinaryIO

from capture.errors import Unverified
from capture.verify import icc

MAX_BYTES = 1 << 30
MAX_CHUNKS = 300_000

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ORIENTATION = bytes.fromhex("4d4d002a0000000800010112000300000001")
_ORDER = (b"IHDR", b"cICP", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"PLTE", b"tRNS", b"eXIf", b"acTL")
_FIXED = {b"IHDR": 13, b"cICP": 4, b"gAMA": 4, b"cHRM": 32, b"acTL": 8}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_MAX_PROFILE = 1 << 20
_STEP = 1 << 20
_PASSES = (
    (0, 8, 0, 8),
    (4, 8, 0, 8),
    (0, 4, 4, 8),
    (2, 4, 0, 4),
    (0, 2, 2, 4),
    (1, 2, 0, 2),
    (0, 1, 1, 2),
)
"""Adam7: first column, column step, first row, row step."""


def _refuse(reason: str) -> Unverified:
    return Unverified(reason, part="png")


@dataclass(slots=True)
class _Pixels:
    """One zlib stream while it is read."""

    wanted: int
    inflater: "zlib._Decompress" = field(default_factory=zlib.decompressobj)
    got: int = 0

    def feed(self, data: bytes) -> None:
        waiting = data
        while True:
            try:
                block = self.inflater.decompress(waiting, _STEP)
            except zlib.error as error:
                raise _refuse("pixels that do not inflate") from error
            self.got += len(block)
            waiting = self.inflater.unconsumed_tail
            if self.got > self.wanted or self.inflater.unused_data:
                raise _refuse("something stands after the pixels")
            if not waiting and len(block) < _STEP:
                return

    def close(self) -> None:
        if not self.inflater.eof or self.got != self.wanted:
            raise _refuse("pixels are missing")


@dataclass(slots=True)
class _Seen:
    header: bytes = b""
    met: list[bytes] = field(default_factory=list)
    palette: int = 0
    frames: int = 0
    numbered: int = 0
    declared: int = 0
    pixels: _Pixels | None = None
    kind: bytes = b""
    has_default: bool = False


def walk(output: BinaryIO) -> None:
    """Account for every byte of the output. Raises Unverified."""
    output.seek(0)
    data = output.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or not data.startswith(_SIGNATURE):
        raise _refuse("no PNG of a size that is read")
    seen = _Seen()
    at = len(_SIGNATURE)
    for _ in range(MAX_CHUNKS):
        kind, body, at = _chunk(data, at)
        if kind == b"IEND":
            _end(seen, body, at == len(data))
            return
        if kind in {b"IDAT", b"fdAT", b"fcTL"}:
            _PIXELS[kind](seen, body)
        else:
            _before(seen, kind, body)
    raise _refuse("too many chunks")


def _chunk(data: bytes, at: int) -> tuple[bytes, bytes, int]:
    size = int.from_bytes(data[at : at + 4], "big")
    end = at + 8 + size
    if end + 4 > len(data):
        raise _refuse("a chunk is cut")
    if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
        raise _refuse("a checksum is wrong")
    return data[at + 4 : at + 8], data[at + 8 : end], end + 4


def _before(seen: _Seen, kind: bytes, body: bytes) -> None:
    """Check a chunk that stands before the pixels."""
    if kind not in _ORDER or seen.pixels is not None or seen.frames:
        raise _refuse("a chunk that is not allowed here")
    if seen.met and _ORDER.index(kind) <= _ORDER.index(seen.met[-1]):
        raise _refuse("chunks are out of order")
    if len(body) != _FIXED.get(kind, len(body)):
        raise _refuse("a chunk has a wrong length")
    seen.met.append(kind)
    if kind == b"IHDR":
        _header(seen, body)
    elif kind == b"acTL":
        seen.declared = int.from_bytes(body[:4], "big")
    elif not _allowed(seen, kind, body):
        raise _refuse("a chunk holds something else")


def _header(seen: _Seen, body: bytes) -> None:
    width, height, depth, colour, method, filtering, interlace = struct.unpack(">IIBBBBB", body)
    sizes_fit = 0 < width < 1 << 31 and 0 < height < 1 << 31
    known = colour in _CHANNELS and depth in {1, 2, 4, 8, 16}
    if not sizes_fit or not known or method or filtering or interlace > 1:
        raise _refuse("the header makes no sense")
    seen.header = body


def _allowed(seen: _Seen, kind: bytes, body: bytes) -> bool:
    colour, depth = (seen.header[9], seen.header[8]) if seen.header else (0, 0)
    if kind == b"PLTE":
        seen.palette = len(body) // 3
        return colour == 3 and len(body) % 3 == 0 and 1 <= seen.palette <= 1 << depth  # noqa: PLR2004 - palette
    if kind == b"tRNS":
        return len(body) in {0: {2}, 2: {6}, 3: range(1, seen.palette + 1)}.get(colour, ())
    if kind == b"eXIf":
        rest = body.removeprefix(_ORIENTATION)
        return body != rest and rest in {bytes((0, turn)) + bytes(6) for turn in range(2, 9)}
    if kind == b"iCCP":
        return _is_own_profile(body, colour)
    return kind != b"sRGB" or body == b"\0"


def _is_own_profile(body: bytes, colour: int) -> bool:
    inflater = zlib.decompressobj()
    try:
        profile = inflater.decompress(body[5:], _MAX_PROFILE)
    except zlib.error:
        return False
    icc.check(profile, (b"GRAY",) if colour in {0, 4} else (b"RGB ",))
    return body[:5] == b"icc\0\0" and inflater.eof and not inflater.unused_data


def _wanted(seen: _Seen, width: int, height: int) -> int:
    """Return how many bytes the pixels of a picture inflate to."""
    if not seen.header:
        raise _refuse("pixels before the header")
    bits = seen.header[8] * _CHANNELS[seen.header[9]]
    passes = _PASSES if seen.header[12] else ((0, 1, 0, 1),)
    total = 0
    for left, across, top, down in passes:
        columns = max(0, (width - left + across - 1) // across)
        rows = max(0, (height - top + down - 1) // down)
        total += rows * (1 + (columns * bits + 7) // 8) if columns else 0
    return total


def _control(seen: _Seen, body: bytes) -> None:
    if b"acTL" not in seen.met or len(body) != 26:  # noqa: PLR2004 - its length
        raise _refuse("a frame in a still picture")
    _close(seen)
    number, width, height, left, top, _, _, dispose, blend = struct.unpack(">IIIIIHHBB", body)
    full_width, full_height = struct.unpack_from(">II", seen.header)
    inside = 0 < width <= full_width - left and 0 < height <= full_height - top
    if number != seen.numbered or not inside or dispose > 2 or blend > 1:  # noqa: PLR2004 - its values
        raise _refuse("a frame's control is not as it must be")
    seen.numbered += 1
    seen.frames += 1
    seen.kind = b"fdAT" if seen.has_default else b"IDAT"
    seen.pixels = _Pixels(_wanted(seen, width, height))


def _default(seen: _Seen, body: bytes) -> None:
    if seen.pixels is None and not seen.has_default:
        width, height = struct.unpack_from(">II", seen.header) if seen.header else (0, 0)
        seen.pixels, seen.kind = _Pixels(_wanted(seen, width, height)), b"IDAT"
    if seen.pixels is None or seen.kind != b"IDAT":
        raise _refuse("pixels where none may be")
    seen.has_default = True
    seen.pixels.feed(body)


def _further(seen: _Seen, body: bytes) -> None:
    if seen.pixels is None or seen.kind != b"fdAT" or body[:4] != struct.pack(">I", seen.numbered):
        raise _refuse("a frame's pixels are not where they must be")
    seen.numbered += 1
    seen.pixels.feed(body[4:])


_PIXELS = {b"fcTL": _control, b"IDAT": _default, b"fdAT": _further}


def _close(seen: _Seen) -> None:
    if seen.pixels is not None:
        seen.pixels.close()
    seen.pixels = None


def _end(seen: _Seen, body: bytes, is_last: bool) -> None:  # noqa: FBT001 - what was found
    _close(seen)
    if body or not is_last:
        raise _refuse("something stands after the end of the image")
    if not seen.has_default or seen.frames != seen.declared:
        raise _refuse("pictures are missing")
    colours = [kind for kind in seen.met if kind in {b"cICP", b"iCCP", b"sRGB", b"gAMA"}]
    if len(colours) > 1 or (seen.header[9] == 3 and not seen.palette):  # noqa: PLR2004 - palette
        raise _refuse("colours are said twice or not at all")
