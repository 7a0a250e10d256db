"""Very large pictures decoded tile by tile, so that memory holds the whole only once.

libheif decodes a grid whole, and copies it twice on the way out: 200 million pixels then want
more memory than the confined child has. Tile by tile they fit, and the person sees progress.
"""

import struct
from collections.abc import Callable, Iterable
from fractions import Fraction
from math import floor
from typing import BinaryIO

from PIL import Image

from capture.decode.bounds import check_pixels
from capture.errors import Damaged

Decoded = Image.Image
Decode = Callable[[BinaryIO], Decoded]
"""Decodes the primary picture of a file, upright, with its ``icc_profile`` in its info."""

_QUARTERS = (
    None,
    Image.Transpose.ROTATE_90,
    Image.Transpose.ROTATE_180,
    Image.Transpose.ROTATE_270,
)
_MIRRORS = (Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.FLIP_LEFT_RIGHT)


def assemble(
    tiles: Iterable[BinaryIO], decode: Decode, columns: int, size: tuple[int, int]
) -> Image.Image:
    """Decode tiles row by row into one picture of ``size``; its profile is the first tile's.

    Raises Damaged for tiles that do not fit together, TooLarge, and as the decoder does.
    """
    check_pixels(*size)
    canvas: Image.Image | None = None
    first = (0, 0)
    for index, tile in enumerate(tiles):
        decoded = decode(tile)
        if canvas is None:
            canvas = Image.new(decoded.mode, size)
            canvas.info = dict(decoded.info)
            first = decoded.size
        if decoded.size != first or decoded.mode != canvas.mode:
            raise Damaged("tiles that do not fit together")
        row, column = divmod(index, columns)
        canvas.paste(decoded, (column * first[0], row * first[1]))
    if canvas is None:
        raise Damaged("a picture without tiles")
    return canvas


def turned(image: Image.Image, turns: Iterable[tuple[bytes, bytes]]) -> Image.Image:
    """Apply ``irot``, ``imir`` and ``clap`` in their order, from the bodies of the properties."""
    kept = image.info
    for kind, data in turns:
        if kind == b"irot":
            quarters = _QUARTERS[data[0] & 3]
            image = image if quarters is None else image.transpose(quarters)
        elif kind == b"imir":
            image = image.transpose(_MIRRORS[data[0] & 1])
        else:
            image = image.crop(_aperture(data, image.size))
    image.info = kept
    return image


def _aperture(clap: bytes, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Give the corners of a crop (ISO/IEC 14496-12, 12.1.4): about the centre, moved by offsets."""
    numbers = struct.unpack(">IIIIiIiI", clap)
    fractions = [Fraction(top, below) for top, below in zip(*[iter(numbers)] * 2, strict=True)]
    corners = []
    for side, kept, offset in zip(size, fractions[:2], fractions[2:], strict=True):
        start = Fraction(side - 1, 2) + offset - (kept - 1) / 2
        corners.append((floor(start), floor(start) + int(kept)))
    (left, right), (top, bottom) = corners
    if left < 0 or top < 0 or right > size[0] or bottom > size[1]:
        raise Damaged("a crop that reaches out of its picture")
    return left, top, right, bottom
