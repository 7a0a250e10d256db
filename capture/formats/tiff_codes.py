"""How the parts of a TIFF's pictures are coded (TIFF 6.0), and where the codes of each end."""

from capture.blocks import lzw, packbits, png_pixels
from capture.errors import Damaged

NONE, LZW, ZIP, OLD_ZIP, PACKBITS = 1, 5, 8, 32946, 32773
COMPRESSIONS = frozenset((NONE, LZW, ZIP, OLD_ZIP, PACKBITS))
"""The codings that are carried over."""


def exact(part: bytes, compression: int, size: int) -> bytes:
    """Return a part without anything after its pixels."""
    if compression in {ZIP, OLD_ZIP}:
        return b"".join(png_pixels.exact_bytes([part], size))
    if compression == LZW:
        return lzw.ended(part, lzw.measure(part, 8, size, tiff=True), 8, tiff=True)
    if compression == PACKBITS:
        return part[: packbits.measure(part, size)]
    if len(part) < size:
        raise Damaged("a part of the picture is cut")
    return part[:size]
