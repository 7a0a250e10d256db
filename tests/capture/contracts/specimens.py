"""Files of every kind that the catalog takes, each with a canary somewhere in it.

The places of ``tests/capture/samples`` give hundreds of stills and movies; sounds and the kinds
that no module lists are built here. What a kind's files have in common stands in ``SPECIMENS``.
"""

import io
import struct
from collections.abc import Callable, Iterator
from functools import cache

from capture import examine
from capture.errors import Unsupported
from capture.formats.base import Profile
from capture.kinds import HEAD, MediaKind, sniff
from tests.capture.samples import (
    gif_canaries,
    heif_canaries,
    heifs,
    jpeg_canaries,
    jxl_canaries,
    mkvs,
    movie_canaries,
    movies,
    png_canaries,
    raw_canaries,
    raws,
    tiff_canaries,
    tiffs,
    webp_canaries,
)
from tests.capture.samples.jpeg_canaries import Place

CANARY = b"Canary4711qzx"

Build = Callable[[bytes], bytes]

_MODULES = (
    jpeg_canaries,
    png_canaries,
    webp_canaries,
    gif_canaries,
    tiff_canaries,
    jxl_canaries,
    heif_canaries,
    movie_canaries,
    mkvs,
)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Write a chunk of RIFF."""
    return struct.pack("<4sI", kind, len(data)) + data + bytes(len(data) % 2)


def riff(data: bytes, *more: bytes) -> bytes:
    """Put chunks at the end of the first RIFF list."""
    size = struct.unpack_from("<I", data, 4)[0]
    added = b"".join(more)
    return data[:4] + struct.pack("<I", size + len(added)) + data[8 : 8 + size] + added


def _informed(data: bytes, canary: bytes) -> bytes:
    return riff(data, chunk(b"LIST", b"INFO" + chunk(b"IART", canary)))


def _id3(canary: bytes) -> bytes:
    frame = b"TPE1" + struct.pack(">IH", len(canary) + 1, 0) + b"\0" + canary
    size = bytes(len(frame) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\3\0\0" + size + frame


def _avif(canary: bytes) -> bytes:
    coded = heifs.coded_av1()
    block = tiffs.block({"IFD0": [tiffs.text(0x013B, canary.decode())]})
    return heifs.File(
        (coded, heifs.exif(2, block)), brand=b"avif", brands=(b"mif1", b"miaf", b"avif")
    ).build()


def _artist(canary: bytes) -> dict[str, list[tiffs.Field]]:
    return {"Exif": [tiffs.text(0xA431, canary.decode())]}


@cache
def _muxed(video: str, audio: str, form: str) -> bytes:
    return movies.muxed(video, audio, form=form)


@cache
def _fragmented() -> bytes:
    return movies.muxed(movflags="frag_keyframe+empty_moov+default_base_moof")


@cache
def _short_wav() -> bytes:
    data = _muxed("", "pcm_s16le", "wav")
    at = data.index(b"data")
    frames = data[at + 8 : at + 8 + 8000]
    return riff(data[:4] + struct.pack("<I", at - 8) + data[8:at], chunk(b"data", frames))


_MORE: dict[str, Build] = {
    "QuickTime": lambda c: _muxed("libx264", "aac", "mov") + movies.box(b"free", c),
    "in fragments": lambda c: _fragmented() + movies.box(b"free", c),
    "AVIF": _avif,
    "DNG": lambda c: raws.dng(others=_artist(c)),
    "NEF": lambda c: raws._maker("NIKON CORPORATION", c.decode()),
    "ARW": lambda c: raws._maker("SONY", c.decode()),
    "a raw file of another maker": lambda c: raws._maker("NOBODY", c.decode()),
    "AVI": lambda c: _informed(_muxed("mpeg4", "libmp3lame", "avi"), c),
    "WAV": lambda c: _informed(_short_wav(), c),
    "OGG": lambda c: _muxed("", "libopus", "ogg") + c,
    "MP3": lambda c: _id3(c) + _muxed("", "libmp3lame", "mp3"),
    "AMR": lambda c: b"#!AMR\n" + (b"\x3c" + bytes(31)) * 50 + b"\xff" + c,
}


def _all() -> Iterator[Place]:
    for module in _MODULES:
        yield from (place for place in module.places() if place.shown and not place.refused)
    yield from (Place(name, build) for name, build in raw_canaries.others())
    yield from (Place(name, build) for name, build in _MORE.items())


@cache
def by_kind() -> dict[MediaKind, tuple[Place, ...]]:
    """Give the places of every kind, the more telling ones not before the others."""
    found: dict[MediaKind, list[Place]] = {}
    for place in _all():
        kind = sniff(place.build(CANARY)[:HEAD])
        if kind is not None:
            found.setdefault(kind, []).append(place)
    return {kind: tuple(places) for kind, places in found.items()}


@cache
def specimen(kind: MediaKind) -> bytes:
    """Give one file of the kind."""
    return by_kind()[kind][0].build(CANARY)


@cache
def carried_over(kind: MediaKind) -> bytes | None:
    """Give the faithful copy of the kind's specimen, None where there is none for the kind."""
    output = io.BytesIO()
    try:
        examine.clean(io.BytesIO(specimen(kind)), output, Profile.FAITHFUL)
    except Unsupported:
        return None
    return output.getvalue()
