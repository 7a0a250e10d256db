"""A raw file for every place that can hold text or a picture, with a canary in that place.

``places`` are DNGs that LibRaw develops; ``others`` are the files of makers whose sensor data
only a camera can write: they can be read here, and are never cleaned.
"""

import struct
from collections.abc import Callable, Iterator

from capture.blocks import exif_tags
from capture.blocks.maker_tags import MAKERS
from tests.capture.samples import jpegs as j
from tests.capture.samples import raws as r
from tests.capture.samples import tiffs as t
from tests.capture.samples.jpeg_canaries import (
    Place,
    icc_profiles,
    photoshop_blocks,
    xmp_packets,
)
from tests.capture.samples.tiff_files import long

_NEEDED = frozenset(
    (0xFE, 0xFF, 0x100, 0x101, 0x102, 0x103, 0x106, 0x10A, 0x111, 0x112, 0x115, 0x116, 0x117, 0x11C,
     0x13D, 0x142, 0x143, 0x144, 0x145, 0x152, 0x153, 0x8649, 0x83BB, 0x8773, 0x02BC, 0xC612,
     0x15B, 0x201, 0x202, 0xC634, 0x211, 0x212, 0x213, 0x214, 0x10F, 0x110, 0x140)
)  # fmt: skip
_MAKES = (0x010F, 0x0110, 0xC614, 0xC615)

Build = Callable[[bytes], bytes]


def places() -> Iterator[Place]:
    """Yield every place of a raw file that can be developed."""
    for name, build, shown in _dng():
        yield Place(f"raw {name}", build, shown, refused=True)


def _dng() -> Iterator[tuple[str, Build, bool]]:
    for tag, (name, _) in exif_tags._IMAGE.items():
        if tag not in _NEEDED and not 0x9C9B <= tag <= 0x9C9F:
            yield f"IFD0: {name} {tag:#06x}", _field(tag), True
    for tag in _MAKES[:2]:
        yield f"IFD0: {exif_tags._IMAGE[tag][0]} {tag:#06x}", _field(tag), True
    for tag in (0x9003, 0x9286, 0xA420, 0xA430, 0xA431, 0xA433, 0xA434, 0xA435, 0xA43A):
        yield f"Exif: {exif_tags._EXIF[tag][0]} {tag:#06x}", _elsewhere("Exif", tag), True
    for tag in (1, 8, 18, 27, 28, 29):
        yield f"GPS: {exif_tags._GPS[tag][0]} {tag:#06x}", _elsewhere("GPS", tag), True
    for directory in ("IFD1", "SubIFD"):
        yield f"{directory}: a text", _elsewhere(directory, 0x010E), True
    for maker in MAKERS:
        yield f"maker note: {maker.name} {maker.magic[:12]!r}", _note(maker.magic), True
    for name, inner, shown in (*xmp_packets(), *photoshop_blocks(), *icc_profiles()):
        tag = 0x02BC if name.startswith("XMP") else 0x8773 if name.startswith("ICC") else 0x8649
        yield name, _block(tag, inner), shown
    yield "IPTC", _block(0x83BB, lambda c: j.data_set(80, c)), True
    yield "private data of DNG", _block(0xC634, bytes), True
    yield "unknown text field", _field(0xFE01), True
    yield "unknown field of bytes", _block(0xFE02, bytes), True
    yield "preview's comment", _preview(lambda c: j.with_segments(j.segment(0xFE, c))), True
    yield "preview's Exif", _preview(_exif), True
    yield "preview's picture", _preview(lambda c: j.plain() + c), True
    yield "bytes after the pixels", lambda c: r.dng(tail=c), False


def _field(tag: int) -> Build:
    return lambda canary: r.dng(t.text(tag, canary.decode()))


def _block(tag: int, inner: Build) -> Build:
    return lambda canary: r.dng(t.Field(tag, t.UNDEFINED, inner(canary)))


def _elsewhere(directory: str, tag: int) -> Build:
    return lambda canary: r.dng(others={directory: [t.text(tag, canary.decode())]})


def _note(magic: bytes) -> Build:
    def build(canary: bytes) -> bytes:
        note = t.Field(0x927C, t.UNDEFINED, magic + bytes(8) + canary + bytes(4))
        return r.dng(others={"Exif": [note]})

    return build


def _exif(canary: bytes) -> bytes:
    return j.with_exif(t.block({"IFD0": [t.text(0x013B, canary.decode())]}))


def _preview(picture: Build) -> Build:
    """Put a JPEG behind the pixels, and a directory that leads to it."""

    def build(canary: bytes) -> bytes:
        small = picture(canary)

        def leading(at: int) -> bytes:
            places = [long(0x00FE, 1), long(0x0201, at), long(0x0202, len(small))]
            return r.dng(others={"IFD1": places}, tail=small)

        return leading(len(leading(0)) - len(small))

    return build


def others() -> Iterator[tuple[str, Build]]:
    """Yield every place that must be told of a raw file of a maker's own form."""
    for name, build in (*_canon(), *_fuji()):
        yield name, build
    for name, magic in (("ORF", b"IIRO"), ("ORF of old", b"IIRS"), ("RW2", b"IIU\0")):
        yield f"{name} Artist", _marked(magic)
    yield "ORF big-endian Artist", lambda c: b"MMOR" + t.block(_artist(c), ">")[4:]
    yield "RW2 preview's comment", _panasonic
    yield "CR2 Artist", _canon_head


def _artist(canary: bytes) -> t.Directories:
    return {"IFD0": [t.text(0x013B, canary.decode())]}


def _marked(magic: bytes) -> Build:
    return lambda canary: magic + t.block(_artist(canary))[4:]


def _canon_head(canary: bytes) -> bytes:
    """Build a CR2's header, whose first directory begins at 16."""
    words = canary + b"\0"
    entry = struct.pack("<HHHII", 1, 0x013B, t.ASCII, len(words), 34) + bytes(4)
    return b"II*\0\x10\0\0\0CR\2\0" + bytes(4) + entry + words


def _panasonic(canary: bytes) -> bytes:
    small = j.with_segments(j.segment(0xFE, canary))
    return b"IIU\0" + t.block({"IFD0": [t.Field(0x002E, t.UNDEFINED, small)]})[4:]


def _fuji() -> Iterator[tuple[str, Build]]:
    yield "RAF camera", lambda c: fuji(model=c)
    yield "RAF JPEG's Exif", lambda c: fuji(_exif(c))
    yield "RAF sensor's directory", lambda c: fuji(directory=c)


def fuji(jpeg: bytes = b"", model: bytes = b"X-Camera", directory: bytes = b"") -> bytes:
    """Build a RAF: header, JPEG, the sensor's directory, the sensor's data."""
    jpeg = jpeg or j.plain()
    head = b"FUJIFILMCCD-RAW 0201FF389501" + model.ljust(32, b"\0") + b"0100" + bytes(20)
    at = len(head) + 24
    places = (at, len(jpeg), at + len(jpeg), len(directory), at + len(jpeg) + len(directory), 16)
    return head + struct.pack(">6I", *places) + jpeg + directory + bytes(16)


_CANON = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_CANON_PREVIEW = bytes.fromhex("eaf42b5e1c984b88b9fbb7dc406e4d16")
_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")


def _canon() -> Iterator[tuple[str, Build]]:
    yield "CR3 CMT1", _canon_block(b"CMT1", 0x013B)
    yield "CR3 CMT2", _canon_block(b"CMT2", 0xA431)
    yield "CR3 CMT3", lambda c: canon(j.box(b"CMT3", t.block({"IFD0": [t.text(9, c.decode())]})))
    yield "CR3 CMT4", _canon_block(b"CMT4", 27)
    yield "CR3 compressor", lambda c: canon(j.box(b"CNCV", c))
    yield "CR3 box of an unknown kind", lambda c: canon(j.box(b"What", c))
    yield "CR3 XMP", lambda c: canon(beside=j.box(b"uuid", _XMP + j.packet(_creator(c))))
    yield "CR3 preview box", lambda c: canon(beside=_prvw(j.with_segments(j.segment(0xFE, c))))


def _creator(canary: bytes) -> str:
    return f"<dc:creator>{canary.decode()}</dc:creator>"


def _canon_block(name: bytes, tag: int) -> Build:
    return lambda canary: canon(j.box(name, t.block({"IFD0": [t.text(tag, canary.decode())]})))


def _prvw(jpeg: bytes) -> bytes:
    head = bytes(4) + struct.pack(">HHHHI", 1, 96, 64, 1, len(jpeg))
    return j.box(b"uuid", _CANON_PREVIEW + bytes(8) + j.box(b"PRVW", head + jpeg))


def canon(*own: bytes, beside: bytes = b"") -> bytes:
    """Build the boxes of a CR3 around Canon's own, without a sensor's data."""
    mine = j.box(b"uuid", _CANON + b"".join(own))
    top = j.box(b"ftyp", b"crx \0\0\0\1crx isom") + j.box(b"moov", mine) + beside
    return top + j.box(b"mdat", bytes(16))
