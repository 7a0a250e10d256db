"""QR codes in a picture: what a card that was photographed, or sent as a picture, holds.

Only QR codes are looked for, and nothing is done with what they say here: it is
as foreign as the picture. Runs in the confined child.
"""

from typing import BinaryIO

import numpy as np
import zxingcpp

from capture.decode import scale, upright
from capture.kinds import MediaKind

MOST_CODES = 32
"""Codes of one picture that are given."""
MOST_BYTES = 2953
"""Bytes in the largest code there is (ISO/IEC 18004, version 40-L)."""
_WANTED = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_SIDE = 4096
"""A larger picture is scaled down: of a code that a person can photograph, enough is left."""
_GREY = np.array([77, 150, 29], dtype=np.uint16)
"""How much of each colour is in the grey (ITU-R BT.601), in 256ths."""


def read(source: BinaryIO, kind: MediaKind) -> tuple[bytes, ...]:
    """Return what every QR code in a picture holds, in no order. Raises what decoding raises."""
    samples = upright.pixels(source, kind)
    small = scale.resized(samples, min(1.0, _SIDE / max(samples.shape[:2])))
    grey = ((small * _GREY).sum(axis=2, dtype=np.uint32) >> 8).astype(np.uint8)
    found = zxingcpp.read_barcodes(grey, formats=_WANTED)
    codes = (bytes(code.bytes) for code in found[:MOST_CODES] if code.valid)
    return tuple(code for code in codes if 0 < len(code) <= MOST_BYTES)
