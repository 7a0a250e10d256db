"""A live photo made by hand: a still and a clip that name each other as an iPhone's do."""

import io
import struct

import piexif
from PIL import Image

from tests.capture.samples import movies as m

CONTENT = "71DCA213-5710-4A6C-BC6D-CE6306AEB8D8"
TAKEN = "2024:05:01 18:42:07"


def still(content: str = CONTENT, shade: int = 90, tag: int = 0x0011) -> bytes:
    """Return a JPEG whose maker note has Apple's content identifier (tag 17)."""
    stream = io.BytesIO()
    said = {
        "0th": {piexif.ImageIFD.Make: "Apple"},
        "Exif": {
            piexif.ExifIFD.DateTimeOriginal: TAKEN,
            piexif.ExifIFD.MakerNote: _apple_note(content, tag),
        },
    }
    picture = Image.linear_gradient("L").resize((64, 48)).point(lambda value: value ^ shade)
    picture.convert("RGB").save(stream, "JPEG", exif=piexif.dump(said))
    return stream.getvalue()


def shot(burst: str, shade: int) -> bytes:
    """Return a JPEG whose maker note has Apple's burst identifier (tag 11)."""
    return still(burst, shade, tag=0x000B)


def _apple_note(content: str, tag: int) -> bytes:
    text = content.encode() + b"\0"
    begin = b"Apple iOS\0\0\x01MM"
    entry = struct.pack(">HHHII", 1, tag, 2, len(text), len(begin) + 2 + 12 + 4)
    return begin + entry + bytes(4) + text


def clip(content: str = CONTENT) -> bytes:
    """Return a QuickTime movie whose metadata has the same identifier."""
    name = b"com.apple.quicktime.content.identifier"
    keys = m.full(b"keys", struct.pack(">I", 1), m.box(b"mdta", name))
    data = m.box(b"data", struct.pack(">II", 1, 0), content.encode())
    items = m.box(b"ilst", m.box(struct.pack(">I", 1), data))
    handler = m.full(b"hdlr", bytes(4), b"mdta", bytes(14))
    return m.Movie(
        more_moov=m.box(b"meta", handler, keys, items), brand=b"qt  \0\0\0\0qt  "
    ).build()
