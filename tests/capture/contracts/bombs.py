"""Small files that would become large, many or endless in the hands of a trusting reader."""

import struct
import zlib
from collections.abc import Callable

import brotli

from capture.kinds import MediaKind
from tests.capture.contracts.specimens import chunk, specimen
from tests.capture.samples import gifs, jpegs, jxls, mkvs, movies, pngs, tiffs, webps

MANY = 10_000
ZEROS = 96 << 20
"""Bytes that a compressed part would take when inflated."""


def _zeros() -> bytes:
    packer = zlib.compressobj(9)
    piece = bytes(1 << 20)
    return b"".join(packer.compress(piece) for _ in range(ZEROS >> 20)) + packer.flush()


def _laughs() -> bytes:
    """Write XMP whose entities would become a thousand million characters."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<!DOCTYPE x [<!ENTITY e0 "laughter">{entities}]>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><y>&e9;</y></x:xmpmeta>'
    ).encode()


def _directory(order: str = "<") -> bytes:
    """Write a directory of 65,535 fields, each of which claims all of the file and more."""
    head = b"II*\0\x08\0\0\0"
    fields = b"".join(
        struct.pack(order + "HHII", tag, 1 + tag % 12, 0xFFFFFFFF - tag, 8) for tag in range(65_535)
    )
    return head + struct.pack("<H", 65_535) + fields + struct.pack("<I", 8)


def _exif_directory() -> bytes:
    fields = [
        tiffs.Field(0x9000 + n, tiffs.UNDEFINED, bytes(8) + b"same place") for n in range(1500)
    ]
    return tiffs.block({"IFD0": fields})


def _riff(form: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(body) + 4) + form + body


def _lacing() -> bytes:
    """Write a block of 256 frames whose lengths are taken from what is not there."""
    block = mkvs.el(0xA3, b"\x81\0\0\x82\xff" + b"\xff" * 4000)
    cluster = mkvs.el(0x1F43B675, mkvs.num(0xE7, 0), *[block] * 20)
    return specimen(MediaKind.MKV) + cluster


def _sample_table() -> bytes:
    """Write a table of sizes of four thousand million samples, in a movie of no more bytes."""
    data = movies.Movie().build()
    at = data.index(b"stsz") + 12
    return data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]


def _pages() -> bytes:
    page = b"OggS\0\0" + bytes(20) + b"\0"
    return specimen(MediaKind.OGG) + page * MANY


BOMBS: dict[str, Callable[[], bytes]] = {
    "JPEG of many segments": lambda: jpegs.with_segments(*[jpegs.segment(0xFE, b"")] * MANY),
    "JPEG of fill bytes": lambda: jpegs.plain()[:-2] + b"\xff\0\xff\xff\0" * MANY + b"\xff\xd9",
    "JPEG of restarts": lambda: jpegs.plain()[:-2] + b"\xff\xd0" * MANY + b"\xff\xd9",
    "JPEG of extended XMP": lambda: jpegs.with_segments(
        *[jpegs.segment(0xE1, jpegs.EXTENDED + b"A" * 32 + b"\xff" * 8 + bytes(60_000))] * 400
    ),
    "Exif of many fields": lambda: jpegs.with_exif(_exif_directory()),
    "XMP of laughing entities": lambda: jpegs.with_segments(
        jpegs.segment(0xE1, jpegs.XMP + _laughs())
    ),
    "PNG of many chunks": lambda: pngs.with_chunks(*[pngs.chunk(b"tEXt", b"a\0b")] * MANY),
    "PNG text that inflates": lambda: pngs.with_chunks(
        pngs.chunk(b"zTXt", b"Comment\0\0" + _zeros())
    ),
    "PNG profile that inflates": lambda: pngs.with_chunks(pngs.chunk(b"iCCP", b"x\0\0" + _zeros())),
    "PNG pixels that inflate": lambda: pngs.with_pixels(_zeros(), pngs.plain()),
    "WebP of many chunks": lambda: webps.wrapped(*[webps.chunk(b"ABCD", b"")] * MANY),
    "GIF of many blocks": lambda: gifs.with_blocks(*[gifs.extension(0xFE, b"a")] * MANY),
    "TIFF of every field": _directory,
    "JPEG XL text that inflates": lambda: jxls.boxed(
        jpegs.box(b"brob", b"xml " + brotli.compress(bytes(ZEROS), quality=1))
    ),
    "boxes without end": lambda: specimen(MediaKind.MP4) + movies.box(b"free") * MANY,
    "boxes within a picture": lambda: specimen(MediaKind.HEIF) + movies.box(b"free") * MANY,
    "samples without end": _sample_table,
    "elements without end": lambda: specimen(MediaKind.MKV) + mkvs.el(0xEC, b"") * MANY,
    "lacing without frames": _lacing,
    "lists without end": lambda: _riff(b"AVI ", chunk(b"LIST", b"INFO") * MANY),
    "sound of many chunks": lambda: _riff(b"WAVE", chunk(b"note", b"") * MANY),
    "pages without end": _pages,
    "tags without end": lambda: (
        b"ID3\3\0\0\x00\x7f\x7f\x7f" + (b"TXXX" + struct.pack(">IH", 1, 0) + b"\0") * MANY
    ),
}
