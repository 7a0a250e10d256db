"""The one exception of the second reading: what a witness chose to keep, and only that.

The reader is handed the exact block that may be there. It must stand in the one place where it
belongs, byte for byte; it is taken out, and the rest is read as any other copy, in which nothing
may be left. Nothing is understood of the block, so that nothing else passes as one.
"""

import io
import os
import struct
import zlib
from collections.abc import Callable
from typing import BinaryIO

from capture.errors import Unverified
from capture.kinds import MediaKind
from capture.reveal import Kept
from capture.seeking import window

MAX_STILL = 1 << 30
_AT_ONCE = 1 << 18

_UPRIGHT = bytes.fromhex("ffe100224578696600004d4d002a0000000800010112000300000001")
_JFIF = bytes.fromhex("ffe000104a46494600010100000100010000")
_EMPTY_TIFF = 14
_UUID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_JXL = bytes.fromhex("0000000c4a584c200d0a870a00000014667479706a786c20000000006a786c20")


def _require(held: object) -> None:
    if not held:
        raise Unverified(
            "what is kept is not as it was chosen, or not where it belongs", part="kept"
        )


def without(kind: MediaKind, output: BinaryIO, kept: Kept) -> BinaryIO:
    """Return the output without the block, to be read like any other. Raises Unverified."""
    if kind in {MediaKind.MP4, MediaKind.MOV}:
        return _movie(output, kept)
    _require(kind in _STILLS)
    output.seek(0)
    data = output.read(MAX_STILL + 1)
    _require(len(data) <= MAX_STILL)
    return io.BytesIO(_STILLS[kind](data, kept))


def _last_box(kept: Kept) -> bytes:
    return struct.pack(">I4s", 24 + len(kept.xmp), b"uuid") + _UUID + kept.xmp


def _movie(output: BinaryIO, kept: Kept) -> BinaryIO:
    box = _last_box(kept)
    size = output.seek(0, os.SEEK_END) - len(box)
    _require(size > 0)
    output.seek(size)
    _require(output.read(len(box) + 1) == box)
    return window(output, 0, size, _AT_ONCE)


def _jpeg(data: bytes, kept: Kept) -> bytes:
    at = 2 + len(_JFIF) * data.startswith(_JFIF, 2)
    for orientation, block in enumerate(kept.exif, 1):
        segment = b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block
        if data.startswith(segment, at):
            upright = _UPRIGHT + bytes((0, orientation)) + bytes(6) if orientation > 1 else b""
            return data[:at] + upright + data[at + len(segment) :]
    raise Unverified("what was to be kept is not there", part="kept")


def _png(data: bytes, kept: Kept) -> bytes:
    named = b"iTXt" + b"XML:com.adobe.xmp".ljust(22, b"\0") + kept.xmp
    return _cut(
        data, 33, struct.pack(">I", len(named) - 4) + named + struct.pack(">I", zlib.crc32(named))
    )


def _cut(data: bytes, at: int, expected: bytes) -> bytes:
    _require(data[at : at + len(expected)] == expected)
    return data[:at] + data[at + len(expected) :]


def _webp(data: bytes, kept: Kept) -> bytes:
    packet = b"XMP " + struct.pack("<I", len(kept.xmp)) + kept.xmp + b"\0" * (len(kept.xmp) & 1)
    _require(data.endswith(packet) and data.startswith(b"VP8X", 12) and len(data) > 30)  # noqa: PLR2004 - its header
    _require(int.from_bytes(data[4:8], "little") == len(data) - 8 and data[20] & 4)
    rest = data[12 : -len(packet)]
    flags = rest[8] & ~4
    if flags in {0, 0x10} and rest[18:22] in {b"VP8 ", b"VP8L"}:
        rest = rest[18:]  # the header was there for the packet alone
    else:
        rest = rest[:8] + bytes((flags,)) + rest[9:]
    return b"RIFF" + struct.pack("<I", len(rest) + 4) + b"WEBP" + rest


def _gif(data: bytes, kept: Kept) -> bytes:
    leads_out = b"\1" + bytes(255 - n for n in range(256)) + b"\0"
    block = b"\x21\xff\x0bXMP DataXMP" + kept.xmp + leads_out
    return _cut(data, len(data) - 1 - len(block), block)


def _boxes(data: bytes, kept: Kept) -> bytes:
    box = _last_box(kept)
    return _cut(data, len(data) - len(box), box)


def _jxl(data: bytes, kept: Kept) -> bytes:
    box = struct.pack(">I4s", 8 + len(kept.xmp), b"xml ") + kept.xmp
    inner = _cut(_cut(data, len(data) - len(box), box), 0, _JXL)
    _require(inner[:8] == struct.pack(">I4s", len(inner), b"jxlc"))
    return inner[8:]


def _tiff(data: bytes, kept: Kept) -> bytes:
    """Take off the directory at the end, which is the one at 8 and the packet's field."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    _require(order and len(data) > _EMPTY_TIFF)
    (at,), (count,) = (
        struct.unpack_from(f"{order}I", data, 4),
        struct.unpack_from(f"{order}H", data, 8),
    )
    packet = at + 2 + 12 * (count + 1) + 4
    _require(packet + len(kept.xmp) == len(data) and count < 0xFFFF)  # noqa: PLR2004 - its 16 bits
    below = sum(
        struct.unpack_from(f"{order}H", data, field)[0] < 700  # noqa: PLR2004 - the packet's tag
        for field in range(10, 10 + 12 * count, 12)
    )
    split = 10 + 12 * below
    field = struct.pack(f"{order}HHII", 700, 1, len(kept.xmp), packet)
    fields = data[10:split] + field + data[split : 10 + 12 * count]
    following = data[10 + 12 * count : 14 + 12 * count]
    directory = struct.pack(f"{order}H", count + 1) + fields + following + kept.xmp
    return data[:4] + struct.pack(f"{order}I", 8) + _cut(data, at, directory)[8:]


_STILLS: dict[MediaKind, Callable[[bytes, Kept], bytes]] = {
    MediaKind.JPEG: _jpeg,
    MediaKind.PNG: _png,
    MediaKind.WEBP: _webp,
    MediaKind.GIF: _gif,
    MediaKind.TIFF: _tiff,
    MediaKind.HEIF: _boxes,
    MediaKind.AVIF: _boxes,
    MediaKind.JXL: _jxl,
}
