"""HEIF files built by hand, box by box, around pictures that x265 has coded."""

import io
import struct
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

import numpy as np
import pillow_heif
from PIL import Image

from capture.formats.items.data import Places
from capture.formats.items.table import read_table

SEI_PREFIX, SEI_SUFFIX, FILLER, UNSPECIFIED = 39, 40, 38, 62
ALPHA = b"urn:mpeg:hevc:2015:auxid:1"
DEPTH = b"urn:mpeg:hevc:2015:auxid:2"
GAIN_MAP = b"urn:com:apple:photo:2020:aux:hdrgainmap"
MATTE = b"urn:com:apple:photo:2018:aux:portraiteffectsmatte"

Own = tuple[bytes, bytes]
"""A property: its type and its body."""


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def full(kind: bytes, version: int, flags: int, *parts: bytes) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


@dataclass(frozen=True)
class Part:
    """One item: its type, bytes and properties; ``links`` are (type of reference, targets)."""

    number: int
    kind: bytes
    data: bytes = field(repr=False, default=b"")
    own: tuple[Own, ...] = ()
    links: tuple[tuple[bytes, tuple[int, ...]], ...] = ()
    texts: bytes = b"\0"
    """The name and what follows it in the entry, each ended by a zero."""
    method: int = 0
    pieces: int = 1
    external: int = 0
    extents: tuple[tuple[int, int], ...] | None = None
    """Offsets and lengths as they are to be written, in place of the true ones."""


@dataclass(frozen=True)
class File:
    """A file: its items, and the boxes beside them."""

    parts: tuple[Part, ...]
    primary: int | None = 1
    brand: bytes = b"heic"
    brands: tuple[bytes, ...] = (b"mif1", b"heic")
    before: bytes = b""
    in_meta: bytes = b""
    spare: bytes = b""
    """Bytes in ``mdat`` that no item has."""
    spare_idat: bytes = b""
    after: bytes = b""
    handler: bytes = bytes(8) + b"pict" + bytes(12) + b"\0"
    properties: bytes = b""
    """Further boxes in ``ipco`` that no item has."""
    data_first: bool = False
    essential: frozenset[bytes] = frozenset((b"hvcC", b"irot", b"imir", b"clap"))

    def build(self) -> bytes:
        ftyp = box(b"ftyp", self.brand, bytes(4), *self.brands)
        before = ftyp + self.before
        coded = b"".join(part.data for part in self.parts if part.method == 0)
        mdat = box(b"mdat", coded, self.spare)
        if self.data_first:
            at = len(before) + 8
            return before + mdat + self._meta(at) + self.after
        at = len(before) + len(self._meta(0)) + 8
        return before + self._meta(at) + mdat + self.after

    def _meta(self, at: int) -> bytes:
        idat = b"".join(part.data for part in self.parts if part.method == 1) + self.spare_idat
        primary = b"" if self.primary is None else full(b"pitm", 1, 0, _u32(self.primary))
        return full(
            b"meta",
            0,
            0,
            box(b"hdlr", self.handler),
            primary,
            self._entries(),
            self._references(),
            self._properties(),
            box(b"idat", idat) if idat else b"",
            self.in_meta,
            self._places(at),
        )

    def _entries(self) -> bytes:
        entries = [
            full(b"infe", 3, 0, _u32(part.number), bytes(2), part.kind, part.texts)
            for part in self.parts
        ]
        return full(b"iinf", 1, 0, _u32(len(entries)), *entries)

    def _references(self) -> bytes:
        found = [
            box(kind, _u32(part.number), struct.pack(">H", len(targets)), *map(_u32, targets))
            for part in self.parts
            for kind, targets in part.links
        ]
        return full(b"iref", 1, 0, *found) if found else b""

    def _properties(self) -> bytes:
        own = [each for part in self.parts for each in part.own]
        rows = []
        index = 0
        for part in self.parts:
            row = struct.pack(">IB", part.number, len(part.own))
            for kind, _ in part.own:
                index += 1
                row += struct.pack(">H", index | 0x8000 * (kind in self.essential))
            rows.append(row)
        ipco = box(b"ipco", *(box(kind, body) for kind, body in own), self.properties)
        return box(b"iprp", ipco, full(b"ipma", 1, 1, _u32(len(rows)), *rows))

    def _places(self, at: int) -> bytes:
        starts = {0: at, 1: 0, 2: 0}
        rows = []
        for part in self.parts:
            extents = part.extents
            if extents is None:
                extents = _cut(starts[part.method], len(part.data), part.pieces)
                starts[part.method] += len(part.data)
            row = struct.pack(
                ">IHHH", part.number, part.method, part.external, len(extents)
            ) + b"".join(struct.pack(">II", *extent) for extent in extents)
            rows.append(row)
        return full(b"iloc", 2, 0, b"\x44\x00", _u32(len(rows)), *rows)


def _cut(start: int, length: int, pieces: int) -> tuple[tuple[int, int], ...]:
    edges = [start + length * index // pieces for index in range(pieces + 1)]
    return tuple((edge, after - edge) for edge, after in pairwise(edges))


def _u32(number: int) -> bytes:
    return struct.pack(">I", number)


@cache
def coded(width: int = 64, height: int = 64, shade: int = 0, mode: str = "RGB") -> Part:
    """Let x265 code a small picture; each ``shade`` gives another."""
    channels = len(mode)
    y, x, c = np.mgrid[0:height, 0:width, 0:channels]
    samples = ((x * 3 + y * 5 + c * 70 + shade * 37 + (x * y) % 11 * 9) % 256).astype(np.uint8)
    image = Image.fromarray(samples.squeeze())
    stream = io.BytesIO()
    pillow_heif.from_pillow(image).save(stream, quality=80)
    table = read_table(stream)
    assert table.primary is not None
    found = [each for each, _ in table.properties_of(table.primary)]
    own = [(each.kind, each.data) for each in found if each.kind in {b"hvcC", b"pixi"}]
    return Part(
        1,
        b"hvc1",
        Places(table).read(stream, table.primary, 1 << 20),
        (*own, size(width, height)),
    )


@cache
def coded_av1(shade: int = 0, mode: str = "RGB") -> Part:
    """Let libaom code a small picture; each ``shade`` gives another."""
    samples = np.random.default_rng(shade).integers(0, 255, (64, 64, len(mode)), dtype=np.uint8)
    stream = io.BytesIO()
    Image.fromarray(samples.squeeze()).save(stream, "AVIF", quality=70)
    table = read_table(stream)
    found = [each for each, _ in table.properties_of(1)]
    own = [(each.kind, each.data) for each in found if each.kind in {b"av1C", b"pixi"}]
    data = Places(table).read(stream, 1, 1 << 20)
    return Part(1, b"av01", data, (*own, size(64, 64)))


def size(width: int, height: int) -> Own:
    return b"ispe", struct.pack(">III", 0, width, height)


def crop(width: int, height: int) -> Own:
    return b"clap", struct.pack(">8I", width, 1, height, 1, 0, 1, 0, 1)


def turn(quarters: int) -> Own:
    return b"irot", bytes((quarters,))


def mirror(axis: int) -> Own:
    return b"imir", bytes((axis,))


def auxiliary(name: bytes, more: bytes = b"") -> Own:
    return b"auxC", bytes(4) + name + b"\0" + more


def picture(number: int, *own: Own, shade: int = 0, **more: object) -> Part:
    """A coded picture of its own, with further properties."""
    base = coded(shade=shade)
    return replace(base, number=number, own=base.own + own, **more)  # type: ignore[arg-type]


def grid(number: int, tiles: tuple[int, ...], columns: int, sides: tuple[int, int]) -> Part:
    rows = len(tiles) // columns
    large = max(sides) > 0xFFFF
    form = ">BBBBII" if large else ">BBBBHH"
    data = struct.pack(form, 0, large, rows - 1, columns - 1, *sides)
    return Part(number, b"grid", data, (size(*sides),), ((b"dimg", tiles),), method=1)


def about(number: int, kind: bytes, data: bytes, texts: bytes = b"\0", target: int = 1) -> Part:
    """An item that describes another."""
    return Part(number, kind, data, links=((b"cdsc", (target,)),), texts=texts)


def exif(number: int, block: bytes, target: int = 1) -> Part:
    return about(number, b"Exif", bytes(4) + block, target=target)


def xmp(number: int, packet: bytes, encoding: bytes = b"") -> Part:
    return about(number, b"mime", packet, b"\0application/rdf+xml\0" + encoding + b"\0")


def unit(kind: int, body: bytes, layer: int = 0) -> bytes:
    """A NAL unit of HEVC with its header."""
    return bytes((kind << 1 | layer >> 5, (layer & 31) << 3 | 1)) + body


def message(kind: int, payload: bytes, *, suffix: bool = False) -> bytes:
    """A unit with one message (SEI)."""
    run = b"\xff" * (len(payload) // 255) + bytes((len(payload) % 255,))
    return unit(SEI_SUFFIX if suffix else SEI_PREFIX, bytes((kind,)) + run + payload + b"\x80")


def banner(text: bytes, *, suffix: bool = False) -> bytes:
    """What an encoder leaves: user data under a UUID."""
    return message(5, bytes(range(16, 32)) + text, suffix=suffix)


def with_units(part: Part, *units: bytes, last: bool = False) -> Part:
    """Put units before (or after) those of a coded item."""
    added = b"".join(_u32(len(each)) + each for each in units)
    return replace(part, data=part.data + added if last else added + part.data)


def with_set(part: Part, *units: bytes) -> Part:
    """Put units into an array of messages of the item's configuration."""
    array = struct.pack(">BH", SEI_PREFIX, len(units)) + b"".join(
        struct.pack(">H", len(each)) + each for each in units
    )

    def more(own: Own) -> Own:
        kind, body = own
        if kind != b"hvcC":
            return own
        return kind, body[:22] + bytes((body[22] + 1,)) + body[23:] + array

    return replace(part, own=tuple(map(more, part.own)))


def pixels(data: bytes) -> tuple[tuple[int, int], str, bytes]:
    """What libheif decodes of the primary picture: size, mode and samples at full depth."""
    container = pillow_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=False)
    chosen = container[container.primary_index]
    return chosen.size, chosen.mode, bytes(chosen.data)
