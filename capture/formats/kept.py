"""Where a cleaned file says what its witness chose to keep: one block in one place.

The block was written afresh (``capture/reveal.py``), and all else of the file stays as the
cleaning left it. ``capture/verify/kept.py`` takes exactly this block out again, and reads the
rest as if nothing had been kept.

    JPEG      its one Exif block          PNG    iTXt after IHDR
    WebP      XMP, the last chunk         GIF    XMP, the last extension
    HEIF, AVIF, MP4, MOV   uuid, the last box      JPEG XL   xml, the last box of a container
    TIFF      field 700 of a directory at the end
"""

import struct
import zlib
from collections.abc import Callable

from capture.errors import Unsupported
from capture.kinds import MediaKind
from capture.reveal import Kept

_XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_GIF_TAIL = b"\1" + bytes(range(255, -1, -1)) + b"\0"
"""What leads readers out of a packet that stands in no sub-blocks (XMP part 3, 1.1.2)."""
_EXIF, _JFIF = b"\xff\xe1", b"\xff\xe0"
_AFTER_HEADER = 33
_XMP_FLAG, _ALPHA_FLAG = 0x04, 0x10
_TIFF_XMP, _TIFF_BYTE = 700, 1


def can_keep(kind: MediaKind) -> bool:
    """Whether a cleaned file of the kind has a place for it."""
    return kind in _WRITERS


def check(kind: MediaKind) -> None:
    """Raise Unsupported where a file of the kind has no place for it."""
    if not can_keep(kind):
        raise Unsupported("a file of this kind has no place for what is kept", reason="kept")


def with_kept(kind: MediaKind, cleaned: bytes, kept: Kept) -> bytes:
    """Return the cleaned still with its block. Raises Unsupported."""
    check(kind)
    return _WRITERS[kind](cleaned, kept)


def last_box(kept: Kept) -> bytes:
    """Return what a cleaned movie ends with."""
    return _box(b"uuid", _XMP_BOX + kept.xmp)


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, kind) + body


def _jpeg(cleaned: bytes, kept: Kept) -> bytes:
    at = 2
    if cleaned[at : at + 2] == _JFIF:
        at += 2 + int.from_bytes(cleaned[at + 2 : at + 4], "big")
    end, orientation = at, 1
    if cleaned[at : at + 2] == _EXIF:  # an orientation and nothing else
        end += 2 + int.from_bytes(cleaned[at + 2 : at + 4], "big")
        orientation = cleaned[at + 29]
    block = kept.exif[orientation - 1]
    segment = _EXIF + (len(block) + 2).to_bytes(2, "big") + block
    return cleaned[:at] + segment + cleaned[end:]


def _png(cleaned: bytes, kept: Kept) -> bytes:
    body = b"iTXtXML:com.adobe.xmp\0\0\0\0\0" + kept.xmp
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return cleaned[:_AFTER_HEADER] + chunk + cleaned[_AFTER_HEADER:]


def _webp(cleaned: bytes, kept: Kept) -> bytes:
    chunks = cleaned[12:]
    if not chunks.startswith(b"VP8X"):
        width, height, alpha = _canvas(chunks)
        flags = _ALPHA_FLAG if alpha else 0
        sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        chunks = b"VP8X" + struct.pack("<II", 10, flags) + sides + chunks
    chunks = chunks[:8] + bytes((chunks[8] | _XMP_FLAG,)) + chunks[9:]
    packet = kept.xmp + bytes(len(kept.xmp) % 2)
    chunks += b"XMP " + struct.pack("<I", len(kept.xmp)) + packet
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _canvas(chunk: bytes) -> tuple[int, int, bool]:
    """Return width, height and transparency of the one chunk of a plain WebP (RFC 9649)."""
    if chunk.startswith(b"VP8L"):
        bits = int.from_bytes(chunk[9:13], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bool(bits >> 28 & 1)
    width, height = struct.unpack_from("<HH", chunk, 14)
    return width & 0x3FFF, height & 0x3FFF, False


def _gif(cleaned: bytes, kept: Kept) -> bytes:
    return cleaned[:-1] + b"!\xff\x0bXMP DataXMP" + kept.xmp + _GIF_TAIL + cleaned[-1:]


def _boxes(cleaned: bytes, kept: Kept) -> bytes:
    return cleaned + last_box(kept)


def _jxl(cleaned: bytes, kept: Kept) -> bytes:
    head = _box(b"JXL ", b"\r\n\x87\n") + _box(b"ftyp", b"jxl \0\0\0\0jxl ")
    return head + _box(b"jxlc", cleaned) + _box(b"xml ", kept.xmp)


def _tiff(cleaned: bytes, kept: Kept) -> bytes:
    """Write the first directory once more at the end, with the packet's field, and point to it.

    Pixels and longer values stay where they are, so that no offset changes (XMP part 3, 3.3.2).
    """
    order = "<" if cleaned.startswith(b"II") else ">"
    (count,) = struct.unpack_from(order + "H", cleaned, 8)
    fields = [cleaned[at : at + 12] for at in range(10, 10 + 12 * count, 12)]
    start, length = len(cleaned), 2 + 12 * (count + 1) + 4
    packet = struct.pack(order + "HHII", _TIFF_XMP, _TIFF_BYTE, len(kept.xmp), start + length)
    fields = sorted((*fields, packet), key=lambda field: struct.unpack_from(order + "H", field))
    following = cleaned[10 + 12 * count : 14 + 12 * count]
    directory = struct.pack(order + "H", count + 1) + b"".join(fields) + following
    head = cleaned[:4] + struct.pack(order + "I", start)
    return head + cleaned[8:] + directory + kept.xmp


_WRITERS: dict[MediaKind, Callable[[bytes, Kept], bytes]] = {
    MediaKind.JPEG: _jpeg,
    MediaKind.PNG: _png,
    MediaKind.WEBP: _webp,
    MediaKind.GIF: _gif,
    MediaKind.TIFF: _tiff,
    MediaKind.HEIF: _boxes,
    MediaKind.AVIF: _boxes,
    MediaKind.JXL: _jxl,
    MediaKind.MP4: _boxes,
    MediaKind.MOV: _boxes,
}
