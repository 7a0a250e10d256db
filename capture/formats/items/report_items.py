"""What the items of a HEIF or AVIF file say: metadata, hidden pictures, names, properties, notes.

Sources: ISO/IEC 23008-12 (A.2.1 Exif, A.3 XMP, 6.5 properties), ISO/IEC 14496-12 (8.11.6).
"""

import zlib
from typing import BinaryIO

from capture.blocks import icc, iptc, nal, needle, obu
from capture.blocks.nal import Family, Fate
from capture.errors import CaptureError
from capture.formats.items.codecs import CODECS, Config
from capture.formats.items.data import Places, Range
from capture.formats.items.pictures import IMAGES, Hidden, hidden_pictures, shown_items
from capture.formats.items.shape import shape_of, stored_size
from capture.formats.items.table import Item, Property, Table
from capture.formats.movie.said import Said
from capture.formats.movie.streams import Notes
from capture.formats.movie.userdata import decoded, name_of
from capture.report import Harm

_MAX_LOOKED = 16 << 20
_MAX_CODED = 64 << 20
_NEEDLE = 32
_MAX_PIECES = 64
"""Most hidden pictures of which a piece is looked for in the copy."""
_PLAIN = frozenset(
    (b"hvcC", b"av1C", b"ispe", b"pixi", b"irot", b"imir", b"clap", b"pasp", b"clli", b"mdcv",
     b"auxC", b"lsel", b"a1op", b"a1lx", b"rloc", b"cclv", b"amve")
)  # fmt: skip
_TOLD = {
    b"udes": ("description", Harm.IDENTITY),
    b"altt": ("description", Harm.IDENTITY),
    b"crtt": ("creationtime", Harm.TIME),
    b"mdft": ("modificationtime", Harm.TIME),
}
_XMP_TYPES = frozenset((b"application/rdf+xml", b"application/xml+rdf"))
_DEFLATE = frozenset((b"deflate", b"gzip", b"zlib"))
_SMALL = 16


class ItemReading:
    """One reading of the items of one file."""

    def __init__(self, source: BinaryIO, table: Table, said: Said) -> None:
        self._source = source
        self._table = table
        self._said = said
        self._places = Places(table)
        self._shown = shown_items(table)
        self._shown_data: bytes | None = None
        self._pieces_left = _MAX_PIECES
        self._names: set[bytes] = set()
        self._notes = Notes(said, "picture")

    def read(self) -> None:
        """Read all items, those that describe the primary picture first."""
        primary = self._table.primary or 0
        others = [item for item in self._table.items.values() if item.kind not in IMAGES]
        others.sort(key=lambda item: primary not in self._table.targets(item.number, b"cdsc"))
        for item in others:
            self._read_data(item)
        for hidden in hidden_pictures(self._table, self._shown):
            self._read_hidden(hidden)
        for item in self._table.items.values():
            self._read_texts(item)
        for found in self._table.properties:
            self._read_property(found)
        self._read_shown()

    def covered(self) -> list[Range]:
        """Give the stretches of the file that belong to an item, sorted and merged."""
        return _merged([found for n in self._table.items for found in self._ranges(n)])

    def _ranges(self, number: int) -> tuple[Range, ...]:
        try:
            return self._places.of(number)
        except CaptureError:
            return ()

    def _where(self, item: Item) -> str:
        return f"meta/item {item.number} {name_of(item.kind)}"

    def _read_data(self, item: Item) -> None:
        """Read an item that is no picture."""
        ranges = self._ranges(item.number)
        where = self._where(item)
        if not ranges:
            self._said.add("HEIF:Item", "its data cannot be found", Harm.TECHNICAL, where)
            return
        data = self._places.begin(self._source, item.number, _MAX_LOOKED)
        base = ranges[0][0]
        if item.encoding.lower() in _DEFLATE:
            data = _inflated(data)
        if item.kind == b"Exif":
            start = _tiff_start(data)
            self._said.exif(data[start:], f"{where}/Exif", base + start)
        elif item.content_type.lower() in _XMP_TYPES:
            self._said.xmp(data, f"{where}/XMP")
        elif item.kind == b"iptc":
            for trace in iptc.read_iptc(data, f"{where}/IPTC").traces:
                self._said.add(trace.tag, trace.value, trace.harm, trace.where, trace.needles)
        else:
            tag = decoded(item.content_type) or name_of(item.kind)
            self._said.opaque(f"HEIF:{tag}", data, Harm.DEVICE, where, base)

    def _read_hidden(self, hidden: Hidden) -> None:
        """Name a picture that nobody sees, with a piece of it that the copy must not hold."""
        item = self._table.items[hidden.number]
        ranges = [found for number in hidden.members for found in self._ranges(number)]
        size = sum(end - start for start, end in ranges)
        shape = self._shape(item.number)
        value = f"{shape}{size} bytes" + (f", {hidden.name}" if hidden.name else "")
        tag = "HEIF:" + hidden.kind.replace("-", "")
        self._said.add(tag, value, hidden.harm, self._where(item), self._piece(ranges))
        meta = self._table.meta
        coded = [start for start, _ in ranges if not meta.start <= start < meta.end]
        self._said.hidden(hidden.kind, (coded or [meta.start])[0], size)

    def _shape(self, number: int) -> str:
        try:
            width, height = stored_size(self._table, number)
        except CaptureError:
            return ""
        return f"{width} x {height} pixels, "

    def _piece(self, ranges: list[Range]) -> tuple[bytes, ...]:
        """Give bytes from the middle of a hidden picture, unless the shown one has them too."""
        start, end = max(ranges, key=lambda found: found[1] - found[0], default=(0, 0))
        if end - start < 2 * _NEEDLE or self._pieces_left <= 0:
            return ()
        self._pieces_left -= 1
        self._source.seek((start + end - _NEEDLE) // 2)
        piece = self._source.read(_NEEDLE)
        if self._shown_data is None:
            self._shown_data = self._read_coded()
        return () if piece in self._shown_data else needle.telling([piece])

    def _read_coded(self) -> bytes:
        """Read the coded data of the shown picture, as far as it can be found."""
        left = _MAX_CODED
        pieces = []
        for number in sorted(self._shown):
            if self._ranges(number):
                pieces.append(self._places.begin(self._source, number, left))
                left -= len(pieces[-1])
        return b"".join(pieces)

    def _read_texts(self, item: Item) -> None:
        """Read an item's names; tiles have theirs in common, which are told once."""
        kind = b"" if item.content_type.lower() in _XMP_TYPES else item.content_type
        for tag, text in (("name", item.name), ("uri", item.uri), ("type", kind)):
            if text and text not in self._names:
                self._names.add(text)
                self._said.text(f"HEIF:Item/{tag}", decoded(text), Harm.HISTORY, self._where(item))

    def _read_property(self, found: Property) -> None:
        where = f"meta/iprp/{name_of(found.kind)}"
        if found.kind == b"colr":
            self._read_colour(found, where)
        elif found.kind in {b"hvcC", b"av1C"}:
            self._read_config(found)
        elif found.kind in _TOLD:
            name, harm = _TOLD[found.kind]
            self._said.opaque(f"HEIF:{name}", found.data[4:], harm, where, found.start)
        elif found.kind not in _PLAIN and len(found.data) > 0:
            tag = f"HEIF:{found.extended.hex() or name_of(found.kind)}"
            self._said.opaque(tag, found.data, Harm.DEVICE, where, found.start)

    def _read_colour(self, found: Property, where: str) -> None:
        if found.data[:4] in {b"prof", b"rICC"}:
            traces = icc.read_icc(found.data[4:], where) if found.data[4:] else []
            for trace in traces:
                self._said.add(trace.tag, trace.value, trace.harm, trace.where, trace.needles)
        elif found.data[:4] != b"nclx":
            self._said.opaque("HEIF:colr", found.data, Harm.DEVICE, where, found.start)

    def _read_config(self, found: Property) -> None:
        """Read the notes that an encoder left in its settings."""
        codec = next(codec for codec in CODECS.values() if codec.config == found.kind)
        try:
            config = codec.read_config(found.data)
        except CaptureError:
            return
        for unit in config.messages:
            if found.kind == b"hvcC":
                self._read_unit(unit)
            else:
                self._notes.note("metadata", unit, Harm.TECHNICAL)

    def _read_shown(self) -> None:
        """Read what is hidden in the shown picture itself: notes, cropped and covered parts."""
        configs: dict[bytes, Config] = {}
        for number in sorted(self._shown):
            item = self._table.items.get(number)
            if item is None:
                continue
            self._read_shape(item)
            codec = CODECS.get(item.kind)
            try:
                body = self._table.property_of(number, codec.config) if codec else None
                if codec and body is not None:
                    config = configs.get(body) or configs.setdefault(body, codec.read_config(body))
                    self._read_units(item, config)
            except CaptureError:
                continue  # a part that cannot be decoded has nothing more to say

    def _read_shape(self, item: Item) -> None:
        where = self._where(item)
        if item.kind == b"iovl":
            count = len(self._table.targets(item.number, b"dimg"))
            said = f"{count} layers: what one of them covers is still in the file"
            self._said.add("HEIF:Layers", said, Harm.HISTORY, where)
        try:
            hides = shape_of(self._table, item.number).hides
        except CaptureError:
            return
        if hides:
            said = "the part that was cut off is still in the file"
            self._said.add("HEIF:Cropped", said, Harm.HISTORY, where)

    def _read_units(self, item: Item, config: Config) -> None:
        """Read the units of a coded item that are no picture."""
        data = self._places.begin(self._source, item.number, _MAX_CODED)
        if item.kind == b"av01":
            for unit in obu.units(data):
                if unit.kind == obu.METADATA and not obu.is_harmless(data[unit.body : unit.end]):
                    self._notes.note("metadata", data[unit.body : unit.end], Harm.TECHNICAL)
            return
        for start, end in nal.units(data, config.unit_length):
            fate = nal.fate_of(Family.HEVC, data[start : start + 2])
            if fate in {Fate.FILTER, Fate.DROP}:
                self._read_unit(data[start:end])

    def _read_unit(self, unit: bytes) -> None:
        kind = nal.kind_of(Family.HEVC, unit)
        if not nal.is_message(Family.HEVC, unit):
            if len(unit) > _SMALL:
                self._notes.note(f"unit {kind}", unit, Harm.TECHNICAL)
            return
        for number, payload in nal.messages(unit, Family.HEVC):
            low, high = nal.MESSAGES.get(number, (1, 0))
            if not low <= len(payload) <= high:
                self._notes.message(number, payload)


def _merged(ranges: list[Range]) -> list[Range]:
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _tiff_start(untrusted: bytes) -> int:
    """Give where the TIFF header of an ``Exif`` item is; its first four bytes should say so."""
    start = 4 + int.from_bytes(untrusted[:4], "big")
    marks = (b"II*\0", b"MM\0*")
    if untrusted[start : start + 4] in marks:
        return start
    found = [at for mark in marks if (at := untrusted.find(mark, 0, 64)) >= 0]
    return min(found, default=0)


def _inflated(untrusted: bytes) -> bytes:
    """Unpack a compressed item, as far as it goes and at most to the bound."""
    unpacker = zlib.decompressobj(wbits=47)
    try:
        return unpacker.decompress(untrusted, _MAX_LOOKED)
    except zlib.error:
        return untrusted
