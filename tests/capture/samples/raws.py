"""Cameras' raw files made here, field by field, of a size that LibRaw develops in no time.

The mosaic is drawn, not photographed: red, green, green, blue of a picture whose left half is
bright and whose right half is dark. Only what LibRaw needs is there.
"""

import struct

from tests.capture.samples import jpegs
from tests.capture.samples import tiffs as t
from tests.capture.samples.tiff_files import long

WIDTH, HEIGHT = 64, 48
SRATIONAL = 10
_MATRIX = ((1, 1), (0, 1), (0, 1), (0, 1), (1, 1), (0, 1), (0, 1), (0, 1), (1, 1))


def mosaic(order: str = "<") -> bytes:
    """Draw 16-bit samples, row by row."""
    values = (
        (30_000 if x < WIDTH // 2 else 4_000) + 97 * (x % 7) + 53 * y
        for y in range(HEIGHT)
        for x in range(WIDTH)
    )
    return struct.pack(f"{order}{WIDTH * HEIGHT}H", *values)


def sensor(at: int, size: int, order: str = "<") -> list[t.Field]:
    """Give the fields of a picture as the sensor saw it, uncompressed, in one strip."""
    return [
        long(0x00FE, 0, order=order),
        long(0x0100, WIDTH, order=order),
        long(0x0101, HEIGHT, order=order),
        t.short(0x0102, 16, order),
        t.short(0x0103, 1, order),
        t.short(0x0106, 32803, order),
        long(0x0111, at, order=order),
        t.short(0x0115, 1, order),
        long(0x0116, HEIGHT, order=order),
        long(0x0117, size, order=order),
        t.Field(0x828D, t.SHORT, struct.pack(order + "2H", 2, 2)),
        t.Field(0x828E, t.BYTE, bytes((0, 1, 1, 2))),
    ]


def adobe(order: str = "<") -> list[t.Field]:
    """Give the fields that make a TIFF a DNG."""
    matrix = b"".join(struct.pack(order + "ii", *pair) for pair in _MATRIX)
    return [
        t.text(0x010F, "Maker"),
        t.text(0x0110, "Camera"),
        t.Field(0xC612, t.BYTE, bytes((1, 4, 0, 0))),
        t.text(0xC614, "Maker Camera"),
        t.short(0xC61D, 60_000, order),
        t.Field(0xC621, SRATIONAL, matrix),
        t.rationals(0xC628, order, (1, 2), (1, 1), (1, 2)),
        t.short(0xC65A, 21, order),
    ]


def dng(
    *fields: t.Field,
    others: t.Directories | None = None,
    order: str = "<",
    part: bytes | None = None,
    tail: bytes = b"",
) -> bytes:
    """Build a DNG whose mosaic is in IFD0; ``tail`` stands after it."""
    pixels = mosaic(order) if part is None else part
    taken = {field.tag for field in fields}
    base = [field for field in adobe(order) if field.tag not in taken]

    def directories(at: int) -> t.Directories:
        mine = [f for f in sensor(at, len(pixels), order) if f.tag not in taken]
        return {"IFD0": [*mine, *base, *fields], **(others or {})}

    start = len(t.block(directories(0), order))
    return t.block(directories(start), order, pixels + tail)


def nef() -> bytes:
    """Build what Nikon builds: a small picture first, the sensor's below it, a JPEG beside it."""
    return _maker("NIKON CORPORATION", "NIKON D70")


def arw() -> bytes:
    """Build what Sony builds, in the same form."""
    return _maker("SONY", "ILCE-7")


def _maker(make: str, model: str) -> bytes:
    small, pixels = jpegs.plain("L"), mosaic()

    def directories(at: int) -> t.Directories:
        first = [long(0x00FE, 1), t.text(0x010F, make), t.text(0x0110, model)]
        first += [long(0x0201, at + len(pixels)), long(0x0202, len(small))]
        first += [long(0x0100, 16), long(0x0101, 10), t.short(0x0103, 6)]
        return {"IFD0": first, "SubIFD": sensor(at, len(pixels))}

    start = len(t.block(directories(0)))
    return t.block(directories(start), tail=pixels + small)
