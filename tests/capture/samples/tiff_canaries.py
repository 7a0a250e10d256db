"""A TIFF for every place that can hold text or a picture, with a canary in that place."""

import zlib
from collections.abc import Callable, Iterator

from capture.blocks import exif_tags
from tests.capture.samples import jpegs as j
from tests.capture.samples import tiff_files as f
from tests.capture.samples import tiffs as t
from tests.capture.samples.jpeg_canaries import (
    Place,
    icc_profiles,
    photoshop_blocks,
    xmp_packets,
)

_NEEDED = frozenset(
    (0xFE, 0x100, 0x101, 0x102, 0x103, 0x106, 0x10A, 0x111, 0x112, 0x115, 0x116, 0x117, 0x11C,
     0x13D, 0x142, 0x143, 0x144, 0x145, 0x152, 0x153, 0x8649, 0x83BB, 0x8773, 0x02BC, 0xC612,
     0x201, 0x202, 0xC634)
)  # fmt: skip


def places() -> Iterator[Place]:
    """Yield every place of a TIFF."""
    for tag, (name, _) in exif_tags._IMAGE.items():
        if tag not in _NEEDED and not 0x9C9B <= tag <= 0x9C9F:
            yield Place(f"TIFF IFD0: {name} {tag:#06x}", _field(tag))
    for directory in ("Exif", "GPS", "IFD1", "SubIFD"):
        yield Place(f"TIFF {directory}: a text", _elsewhere(directory))
    for name, inner, shown in xmp_packets():
        yield Place(f"TIFF {name}", _block(0x02BC, inner), shown)
    for name, inner, shown in photoshop_blocks():
        yield Place(f"TIFF {name}", _block(0x8649, inner), shown)
    for name, inner, shown in icc_profiles():
        yield Place(f"TIFF {name}", _block(0x8773, inner), shown)
    yield Place("TIFF IPTC", _block(0x83BB, lambda c: j.data_set(80, c)))
    yield Place("TIFF private data of DNG", _block(0xC634, bytes))
    yield Place("TIFF unknown text field", _field(0xFE01))
    yield Place("TIFF unknown field of bytes", lambda c: f.built(t.Field(0xFE02, t.UNDEFINED, c)))
    yield Place("TIFF BigTIFF's text", lambda c: f.big("<", (0x013B, t.ASCII, c + b"\0")))
    yield Place("TIFF BigTIFF's text, big-endian", lambda c: f.big(">", (0x010E, t.ASCII, c)))
    yield Place("TIFF BigTIFF's XMP", lambda c: f.big("<", (0x02BC, t.BYTE, _creator(c))))
    yield Place("TIFF BigTIFF's tail", lambda c: f.big() + c, shown=False)
    yield Place("TIFF bytes that nothing refers to", lambda c: f.built() + c, shown=False)
    yield Place(
        "TIFF bytes after the pixels of a strip", lambda c: f.built(part=f.PIXELS + c), shown=False
    )
    yield Place("TIFF bytes after a strip's zlib stream", _zipped, shown=False)
    yield Place("TIFF more in a zlib stream than pixels", _surplus, shown=False)
    yield Place("TIFF bytes after a strip's PackBits codes", _packed, shown=False)
    yield Place("TIFF bytes after a strip's LZW codes", _coded, shown=False)


def _creator(canary: bytes) -> bytes:
    return j.packet(f"<dc:creator>{canary.decode()}</dc:creator>")


def _field(tag: int) -> Callable[[bytes], bytes]:
    return lambda canary: f.built(t.text(tag, canary.decode()))


def _block(tag: int, inner: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda canary: f.built(t.Field(tag, t.UNDEFINED, inner(canary)))


def _elsewhere(directory: str) -> Callable[[bytes], bytes]:
    tag = 29 if directory == "GPS" else 0x010E
    return lambda canary: f.built(others={directory: [t.text(tag, canary.decode())]})


def _zipped(canary: bytes) -> bytes:
    return f.built(part=zlib.compress(f.PIXELS) + canary, compression=8)


def _surplus(canary: bytes) -> bytes:
    return f.built(part=zlib.compress(f.PIXELS + canary), compression=8)


def _packed(canary: bytes) -> bytes:
    literals = b"".join(b"\x0f" + f.PIXELS[at : at + 16] for at in range(0, len(f.PIXELS), 16))
    return f.built(part=literals + canary, compression=32773)


def lzw_codes(values: bytes) -> bytes:
    """Pack literal codes of nine bits, the highest bit first, clearing before each widening."""
    codes = [256]
    for at, value in enumerate(values):
        codes += ([256] if at and at % 100 == 0 else []) + [value]
    number = int("".join(f"{code:09b}" for code in (*codes, 257)), 2)
    bits = 9 * (len(codes) + 1)
    return (number << -bits % 8).to_bytes((bits + 7) // 8, "big")


def _coded(canary: bytes) -> bytes:
    return f.built(part=lzw_codes(f.PIXELS) + canary, compression=5)
