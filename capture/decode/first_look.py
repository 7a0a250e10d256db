"""A small picture out of the beginning of a file, whose rest is still on a device.

Cameras and phones lay a thumbnail into the Exif block at the start of a JPEG (Exif
2.32, 4.6.4 and 4.6.9). So a few kilobytes over a cable are enough to know a photo by. What
such a thumbnail shows need not be what the photo shows: it is for choosing alone.

Runs in the confined child.
"""

import io
import warnings
from typing import BinaryIO

from PIL import ExifTags, Image

from capture.decode.bounds import check_pixels, foreign_decoder
from capture.decode.turn import stood_up
from capture.errors import Unsupported
from capture.kinds import MediaKind
from capture.report import Picture

_AT, _SIZE = 0x0201, 0x0202
_ORIENTATION = 0x0112
_HEADER = b"Exif\x00\x00"
_MAX_BYTES = 1 << 20


def picture(untrusted_head: BinaryIO, kind: MediaKind, max_side: int) -> Picture:
    """Return the thumbnail that stands in the beginning of a file, upright.

    Raises Unsupported where none stands there, Damaged or TooLarge where it is none.
    """
    if kind is not MediaKind.JPEG:
        raise Unsupported("no small picture stands at its beginning", part="thumbnail")
    with foreign_decoder(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        thumbnail, orientation = _thumbnail(untrusted_head)
        small = Image.open(io.BytesIO(thumbnail), formats=("JPEG",))
        check_pixels(*small.size)
        small.load()
        upright = stood_up(small, orientation).convert("RGB")
        upright.thumbnail((max_side, max_side))
    return Picture(upright.width, upright.height, upright.tobytes())


def _thumbnail(untrusted_head: BinaryIO) -> tuple[bytes, int]:
    untrusted_head.seek(0)
    image = Image.open(untrusted_head, formats=("JPEG",))
    exif = image.getexif()
    block = image.info.get("exif", b"").removeprefix(_HEADER)
    listed = exif.get_ifd(ExifTags.IFD.IFD1)
    at, size = listed.get(_AT), listed.get(_SIZE)
    if not isinstance(at, int) or not isinstance(size, int) or not 0 < size <= _MAX_BYTES:
        raise Unsupported("no small picture stands at its beginning", part="thumbnail")
    found = block[at : at + size]
    if len(found) < size:
        raise Unsupported("no small picture stands at its beginning", part="thumbnail")
    return found, int(exif.get(_ORIENTATION) or 1)
