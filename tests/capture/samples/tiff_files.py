"""TIFF files made here: by Pillow, and by hand where Pillow makes none."""

import io
import struct
import zlib

from PIL import Image

from tests.capture.samples import tiffs as t
from tests.capture.samples.jpegs import picture

WIDTH, HEIGHT = 16, 10
PIXELS = bytes((x * 16 + y * 5) % 256 for y in range(HEIGHT) for x in range(WIDTH))


def plain(mode: str = "RGB", **settings: object) -> bytes:
    """Encode the picture with Pillow."""
    image = picture("RGB").convert(mode)
    if mode == "RGBA":
        image.putalpha(picture("L"))
    out = io.BytesIO()
    image.save(out, "TIFF", **settings)
    return out.getvalue()


def long(tag: int, *numbers: int, order: str = "<") -> t.Field:
    return t.Field(tag, t.LONG, struct.pack(f"{order}{len(numbers)}I", *numbers))


def built(
    *fields: t.Field,
    part: bytes = PIXELS,
    compression: int = 1,
    others: t.Directories | None = None,
    order: str = "<",
) -> bytes:
    """Build a gray picture of 16 by 10 pixels in one strip, with further fields in IFD0."""

    def directories(at: int) -> t.Directories:
        needed = [
            *(long(tag, number, order=order) for tag, number in ((0x100, WIDTH), (0x101, HEIGHT))),
            *(t.short(tag, n, order) for tag, n in ((0x102, 8), (0x103, compression), (0x106, 1))),
            long(0x111, at, order=order),
            long(0x117, len(part), order=order),
        ]
        return {"IFD0": [*needed, *fields], **(others or {})}

    start = len(t.block(directories(0), order))
    return t.block(directories(start), order, part)


def tiled(mode: str = "L") -> bytes:
    """Build a tiled picture: two tiles of 16 by 16 of which 20 by 10 pixels are shown."""
    tile = bytes(range(256))
    packed = [zlib.compress(tile), zlib.compress(tile[::-1])]

    def directories(at: int) -> t.Directories:
        places = (at, at + len(packed[0]))
        fields = [long(0x100, 20), long(0x101, 10), t.short(0x102, 8), t.short(0x103, 8)]
        fields += [t.short(0x106, 1), long(0x142, 16), long(0x143, 16)]
        fields += [long(0x144, *places), long(0x145, *map(len, packed))]
        return {"IFD0": fields}

    return t.block(directories(len(t.block(directories(0)))), "<", b"".join(packed))


def reopened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def big(order: str = "<", *fields: tuple[int, int, bytes]) -> bytes:
    """Build the gray picture as a BigTIFF: counts and offsets of eight bytes.

    ``fields`` are (tag, type, value); values longer than eight bytes stand behind the directory.
    """
    needed = [(0x100, 4, WIDTH), (0x101, 4, HEIGHT), (0x102, 3, 8), (0x103, 3, 1), (0x106, 3, 1)]
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HHHQ", 43, 8, 0, 16)

    def entry(tag: int, kind: int, count: int, value: bytes) -> bytes:
        return struct.pack(order + "HHQ", tag, kind, count) + value.ljust(8, b"\0")

    def number(tag: int, kind: int, value: int) -> bytes:
        return entry(tag, kind, 1, struct.pack(order + {3: "H", 4: "I", 16: "Q"}[kind], value))

    count = len(needed) + 2 + len(fields)
    at = 16 + 8 + 20 * count + 8
    rows = [number(*one) for one in needed]
    values = b""
    for tag, kind, value in fields:
        place = struct.pack(order + "Q", at + len(values)) if len(value) > 8 else value
        rows.append(entry(tag, kind, len(value), place))
        values += value if len(value) > 8 else b""
    rows.append(number(0x111, 16, at + len(values)))
    rows.append(number(0x117, 16, len(PIXELS)))
    rows.sort(key=lambda row: struct.unpack(order + "H", row[:2]))
    return head + struct.pack(order + "Q", count) + b"".join(rows) + bytes(8) + values + PIXELS
