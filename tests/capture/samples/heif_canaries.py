"""A HEIF file for every place that can hold text or a picture, with a canary in that place."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator

import av
import numpy as np

from tests.capture.samples import heifs as h
from tests.capture.samples import jpegs as j
from tests.capture.samples.jpeg_canaries import PACKET, UUID, UUID_XMP, Place, exif_blocks

Build = Callable[[bytes], h.File]


def places() -> Iterator[Place]:
    """Yield every place of the HEIF family."""
    for name, block, shown in exif_blocks():
        yield Place(f"HEIF {name}", _exif(block), shown)
    for name, build in {**_ITEMS, **_BOXES, **_PROPERTIES, **_CODED}.items():
        yield Place(f"HEIF {name}", _built(build), name not in _UNSAID)


def _exif(block: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda canary: h.File((h.picture(1), h.exif(2, block(canary)))).build()


def _built(build: Build) -> Callable[[bytes], bytes]:
    return lambda canary: build(canary).build()


def _with(*more: h.Part) -> h.File:
    return h.File((h.picture(1), *more))


def _hidden(canary: bytes, *own: h.Own, link: bytes) -> h.File:
    """A second picture with the canary in the middle of its data."""
    data = bytes(range(64)) + canary + bytes(range(64, 128))
    links = ((link, (1,)),) if link else ()
    return _with(h.Part(2, b"hvc1", data, (h.size(64, 64), *own), links))


def _unstored(canary: bytes) -> h.File:
    """An item that is cut out of another one (construction method 2)."""
    whole = h.about(2, b"mime", b"...." + canary + b"....", b"\0text/plain\0\0")
    part = h.Part(
        3, b"mime", links=((b"iloc", (2,)),), texts=b"\0text/x\0\0", method=2,
        extents=((4, len(canary)),),
    )  # fmt: skip
    return _with(whole, part)


def clip(canary: bytes) -> bytes:
    """A film of one picture whose comment is the canary."""
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        container.metadata["comment"] = canary.decode()
        video = container.add_stream("libx264", rate=25)
        video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        container.mux(video.encode(frame))
        container.mux(video.encode())
    return stream.getvalue()


def _index_of(movie: bytes) -> bytes:
    at = movie.index(b"moov") - 4
    return movie[at : at + int.from_bytes(movie[at : at + 4], "big")]


_ITEMS: dict[str, Build] = {
    "Exif with its own header": lambda c: _with(
        h.about(2, b"Exif", b"\0\0\0\x06Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + c)
    ),
    "Exif that is no Exif": lambda c: _with(h.about(2, b"Exif", b"\0\0\0\x05" + c * 3)),
    "Exif in pieces": lambda c: _with(
        h.Part(2, b"Exif", bytes(4) + b"II*\0\x08\0\0\0\x01\0\x0e\x01\x02\0" + _text(c), pieces=3)
    ),
    "XMP": lambda c: _with(h.xmp(2, PACKET % c)),
    "XMP that is broken": lambda c: _with(h.xmp(2, PACKET[:-9] % c)),
    "XMP compressed": lambda c: _with(h.xmp(2, zlib.compress(PACKET % c, 0), b"deflate")),
    "text item": lambda c: _with(h.about(2, b"mime", c, b"\0text/plain\0\0")),
    "type of an item": lambda c: _with(h.about(2, b"mime", bytes(8), b"\0" + c + b"\0\0")),
    "JPEG item": lambda c: _with(
        h.about(2, b"mime", j.with_segments(j.segment(0xFE, c)), b"\0image/jpeg\0\0")
    ),
    "uri item": lambda c: _with(h.about(2, b"uri ", c, b"\0urn:x\0")),
    "uri of an item": lambda c: _with(h.about(2, b"uri ", bytes(8), b"\0urn:" + c + b"\0")),
    "IPTC item": lambda c: _with(
        h.about(2, b"iptc", b"\x1c\x02\x50" + struct.pack(">H", len(c)) + c)
    ),
    "unknown item": lambda c: _with(h.about(2, b"ZZZZ", c)),
    "item in idat": lambda c: _with(h.Part(2, b"mime", c, texts=b"\0text/plain\0\0", method=1)),
    "item cut out of an item": _unstored,
    "name of the picture": lambda c: h.File((h.picture(1, texts=c + b"\0"),)),
    "name of another item": lambda c: _with(h.exif(2, b"II*\0"), h.picture(3, texts=c + b"\0")),
    "second picture": lambda c: _hidden(c, link=b""),
    "thumbnail": lambda c: _hidden(c, link=b"thmb"),
    "depth map": lambda c: _hidden(c, h.auxiliary(h.DEPTH), link=b"auxl"),
    "gain map": lambda c: _hidden(c, h.auxiliary(h.GAIN_MAP), link=b"auxl"),
    "matte": lambda c: _hidden(c, h.auxiliary(h.MATTE), link=b"auxl"),
    "name of an auxiliary picture": lambda c: _hidden(b"", h.auxiliary(b"urn:" + c), link=b"auxl"),
    "settings of an auxiliary picture": lambda c: _hidden(
        b"", h.auxiliary(h.DEPTH, c), link=b"auxl"
    ),
    "JPEG thumbnail": lambda c: _with(
        h.Part(2, b"jpeg", bytes(64) + c + bytes(64), (h.size(8, 8),), ((b"thmb", (1,)),))
    ),
}
_BOXES: dict[str, Build] = {
    "free box": lambda c: h.File((h.picture(1),), before=h.box(b"free", c)),
    "skip box": lambda c: h.File((h.picture(1),), after=h.box(b"skip", c)),
    "uuid box": lambda c: h.File((h.picture(1),), after=h.box(b"uuid", UUID, c)),
    "uuid box of XMP": lambda c: h.File(
        (h.picture(1),), after=h.box(b"uuid", UUID_XMP, PACKET % c)
    ),
    "unknown box": lambda c: h.File((h.picture(1),), before=h.box(b"zzzz", c)),
    "udta box": lambda c: h.File(
        (h.picture(1),), after=h.box(b"udta", h.box(b"\xa9xyz", struct.pack(">HH", len(c), 0), c))
    ),
    "Samsung box": lambda c: h.File((h.picture(1),), after=h.box(b"sefd", c, b"SEFT")),
    "motion clip": lambda c: h.File((h.picture(1),), after=h.box(b"mpvd", clip(c))),
    "motion clip that is broken": lambda c: h.File((h.picture(1),), after=h.box(b"mpvd", c * 2)),
    "index of a film": lambda c: h.File((h.picture(1),), after=_index_of(clip(c))),
    "second meta": lambda c: h.File(
        (h.picture(1),), after=h.full(b"meta", 0, 0, h.box(b"hdlr", bytes(20)), h.box(b"zzzz", c))
    ),
    "box in meta": lambda c: h.File((h.picture(1),), in_meta=h.box(b"zzzz", c)),
    "free box in meta": lambda c: h.File((h.picture(1),), in_meta=h.box(b"free", c)),
    "uuid box in meta": lambda c: h.File((h.picture(1),), in_meta=h.box(b"uuid", UUID, c)),
    "place of data outside": lambda c: h.File(
        (h.picture(1),),
        in_meta=h.box(
            b"dinf", h.full(b"dref", 0, 0, struct.pack(">I", 1), h.full(b"url ", 0, 0, c, b"\0"))
        ),
    ),
    "name of the handler": lambda c: h.File(
        (h.picture(1),), handler=bytes(8) + b"pict" + bytes(12) + c + b"\0"
    ),
    "maker of the handler": lambda c: h.File(
        (h.picture(1),), handler=bytes(8) + b"pict" + c[:12].ljust(12) + c + b"\0"
    ),
    "data that no item has": lambda c: h.File((h.picture(1),), spare=c),
    "idat that no item has": lambda c: h.File((h.picture(1),), spare_idat=c),
    "after the end": lambda c: h.File((h.picture(1),), after=b"\0\0\0\1" + c),
    "brands": lambda c: h.File((h.picture(1),), brands=(b"mif1", c[:12], c[12:].ljust(4))),
    "group of items": lambda c: h.File(
        (h.picture(1),), in_meta=h.box(b"grpl", h.full(b"altr", 0, 0, bytes(8), c))
    ),
}
_PROPERTIES: dict[str, Build] = {
    "description": lambda c: h.File((h.picture(1, (b"udes", bytes(4) + b"en\0" + c + b"\0\0\0")),)),
    "text for the blind": lambda c: h.File((h.picture(1, (b"altt", bytes(4) + c + b"\0en\0")),)),
    "unknown property": lambda c: h.File((h.picture(1, (b"zzzz", c)),)),
    "uuid property": lambda c: h.File((h.picture(1, (b"uuid", UUID + c)),)),
    "property that nobody has": lambda c: h.File(
        (h.picture(1),), properties=h.box(b"udes", bytes(4) + c)
    ),
    "colour of an unknown form": lambda c: h.File((h.picture(1, (b"colr", b"zzzz" + c)),)),
    "after the numbers of a colour": lambda c: h.File(
        (h.picture(1, (b"colr", b"nclx" + bytes((0, 1, 0, 13, 0, 6, 128)) + c)),)
    ),
    "profile that is none": lambda c: h.File((h.picture(1, (b"colr", b"prof" + c * 8)),)),
    "after the size": lambda c: h.File((_stretched(b"ispe", c),)),
    "after the configuration": lambda c: h.File((_stretched(b"hvcC", c),)),
    "after a turn": lambda c: h.File((h.picture(1, (b"irot", b"\1" + c)),)),
}
_CODED: dict[str, Build] = {
    "encoder's banner in the configuration": lambda c: h.File(
        (h.with_set(h.picture(1), h.banner(b"x265 (build 1) - " + c)),)
    ),
    "encoder's banner": lambda c: h.File((h.with_units(h.picture(1), h.banner(c)),)),
    "banner after the picture": lambda c: h.File(
        (h.with_units(h.picture(1), h.banner(c, suffix=True), last=True),)
    ),
    "registered user data": lambda c: h.File((h.with_units(h.picture(1), h.message(4, c)),)),
    "filler": lambda c: h.File((h.with_units(h.picture(1), h.unit(h.FILLER, c * 2)),)),
    "unit of no known kind": lambda c: h.File(
        (h.with_units(h.picture(1), h.unit(h.UNSPECIFIED, c * 2), last=True),)
    ),
    "unit of another layer": lambda c: h.File(
        (h.with_units(h.picture(1), h.unit(1, c * 2, layer=3), last=True),)
    ),
    "banner in a tile": lambda c: h.File(
        (
            h.grid(1, (2, 3), 2, (128, 64)),
            h.picture(2),
            h.with_units(h.picture(3, shade=1), h.banner(c)),
        )
    ),
    "after the numbers of a grid": lambda c: h.File(
        (_longer(h.grid(1, (2, 3), 2, (128, 64)), c), h.picture(2), h.picture(3, shade=1))
    ),
}
_UNSAID = frozenset(
    (
        "settings of an auxiliary picture", "brands", "group of items",
        "after the numbers of a colour", "after the size", "after the configuration",
        "after a turn", "after the numbers of a grid", "Exif with its own header",
    )
)  # fmt: skip
"""Places that no reader looks into; what stands there is left behind all the same."""


def _text(canary: bytes) -> bytes:
    return struct.pack("<II", len(canary), 26) + bytes(4) + canary


def _stretched(kind: bytes, canary: bytes) -> h.Part:
    whole = h.picture(1)
    own = tuple((k, body + canary if k == kind else body) for k, body in whole.own)
    return h.Part(1, b"hvc1", whole.data, own)


def _longer(part: h.Part, canary: bytes) -> h.Part:
    return h.Part(part.number, part.kind, part.data + canary, part.own, part.links, method=1)
