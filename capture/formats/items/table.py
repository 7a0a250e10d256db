"""The table of a HEIF file: its items, where their bytes are, and what belongs to what.

Sources: ISO/IEC 14496-12 (8.11, ``meta``, ``iinf``, ``iloc``, ``iref``, ``pitm``) and
ISO/IEC 23008-12 (9.3 ``iprp``, ``ipco``, ``ipma``). Nothing is interpreted here. Every number
is hostile: counts are bounded by the bytes that hold them, and by the limits below.
"""

from dataclasses import dataclass, field
from typing import BinaryIO

from capture.blocks import boxes
from capture.blocks.boxes import Box, Budget, Fields
from capture.errors import Damaged, TooLarge

MAX_ITEMS = 65_535
MAX_LINKS = 400_000
"""Most extents, associations or references of one file, each counted by itself."""
MAX_META = 32 << 20
"""Most bytes of a ``meta`` box; a 200-megapixel picture of 800 tiles has 40 thousand."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: ``kind`` is its four-letter type, texts are without their final zero."""

    number: int
    kind: bytes
    name: bytes = b""
    content_type: bytes = b""
    encoding: bytes = b""
    uri: bytes = b""
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of an item; ``length`` 0 means all there is, ``index`` picks a reference."""

    offset: int
    length: int
    index: int


@dataclass(frozen=True, slots=True)
class Location:
    """Where an item's bytes are: ``method`` 0 in the file, 1 in ``idat``, 2 in another item."""

    method: int
    external: bool
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its type, the bytes after the header, and for ``uuid`` its own 16 bytes."""

    kind: bytes
    data: bytes = field(repr=False)
    extended: bytes
    start: int


Links = dict[tuple[int, bytes], tuple[int, ...]]
"""The items that an item refers to (or that refer to it) as one type of reference."""


@dataclass(frozen=True, slots=True)
class Table:
    """One file. ``linked`` gives each item's properties as (1-based index, essential)."""

    size: int
    top: tuple[Box, ...]
    rest: int
    broken: bool
    meta: Box
    parts: tuple[Box, ...]
    primary: int | None
    items: dict[int, Item]
    locations: dict[int, Location]
    properties: tuple[Property, ...]
    linked: dict[int, tuple[tuple[int, bool], ...]]
    outgoing: Links
    incoming: Links
    idat: Box | None

    def of(self, number: int) -> Item:
        """Give an item. Raises Damaged when there is none of this number."""
        if number not in self.items:
            raise Damaged("an item that is referred to is missing")
        return self.items[number]

    def properties_of(self, number: int) -> tuple[tuple[Property, bool], ...]:
        """Give an item's properties and whether each is essential, in order. Raises Damaged."""
        found = []
        for index, essential in self.linked.get(number, ()):
            if index > len(self.properties):
                raise Damaged("a property that is referred to is missing")
            if index:
                found.append((self.properties[index - 1], essential))
        return tuple(found)

    def property_of(self, number: int, kind: bytes) -> bytes | None:
        """Give the body of an item's first property of this type, or None. Raises Damaged."""
        own = self.properties_of(number)
        return next((found.data for found, _ in own if found.kind == kind), None)

    def targets(self, number: int, kind: bytes) -> tuple[int, ...]:
        """Give the items to which an item refers in this way, in order."""
        return self.outgoing.get((number, kind), ())

    def sources(self, number: int, kind: bytes) -> tuple[int, ...]:
        """Give the items that refer to an item in this way, each once."""
        return self.incoming.get((number, kind), ())


def read_table(source: BinaryIO) -> Table:
    """Read the table of a file. Raises Damaged and TooLarge.

    A file that is cut or goes on after its last box has its table all the same.
    """
    size = boxes.size_of(source)
    budget = Budget()
    level = boxes.scan(source, 0, size, budget)
    meta = boxes.one(level.boxes, b"meta")
    if meta.size > MAX_META:
        raise TooLarge("the index of the picture is too large", part="meta")
    parts = boxes.children(source, meta, budget, boxes.meta_skip(source, meta))
    bodies = {part.kind: part for part in reversed(parts)}

    def body(kind: bytes) -> Fields | None:
        return Fields(boxes.body_of(source, bodies[kind])) if kind in bodies else None

    properties, linked = _properties(source, bodies.get(b"iprp"), budget)
    outgoing, incoming = _references(source, bodies.get(b"iref"), budget)
    return Table(
        size=size,
        top=level.boxes,
        rest=level.rest,
        broken=level.broken,
        meta=meta,
        parts=parts,
        primary=_primary(body(b"pitm")),
        items=_items(source, bodies.get(b"iinf"), budget),
        locations=_locations(body(b"iloc")),
        properties=properties,
        linked=linked,
        outgoing=outgoing,
        incoming=incoming,
        idat=bodies.get(b"idat"),
    )


class _Counter:
    """Counts extents, associations or references."""

    def __init__(self) -> None:
        self._left = MAX_LINKS

    def spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise TooLarge("too many links between items", part="items")


def _primary(fields: Fields | None) -> int | None:
    if fields is None:
        return None
    version, _ = fields.full()
    return fields.uint(2 if version == 0 else 4)


def _items(source: BinaryIO, iinf: Box | None, budget: Budget) -> dict[int, Item]:
    if iinf is None:
        return {}
    version = Fields(boxes.read_at(source, iinf.body, min(iinf.size, 4))).u8()
    entries = boxes.children(source, iinf, budget, 4 + (2 if version == 0 else 4))
    found: dict[int, Item] = {}
    for entry in entries:
        if entry.kind != b"infe":
            continue
        item = _item(Fields(boxes.body_of(source, entry)))
        if item.number in found:
            raise Damaged("two items have one number")
        found[item.number] = item
        if len(found) > MAX_ITEMS:
            raise TooLarge("too many items", part="items")
    return found


def _item(fields: Fields) -> Item:
    version, _ = fields.full()
    number = fields.uint(4 if version >= 3 else 2)  # noqa: PLR2004 - 32-bit numbers came with 3
    protected = fields.u16() != 0
    if version < 2:  # noqa: PLR2004 - types came with version 2
        name, content_type, encoding = fields.text(), fields.text(), fields.text()
        return Item(number, b"mime", name, content_type, encoding, protected=protected)
    kind = fields.take(4)
    name = fields.text()
    if kind == b"mime":
        content_type, encoding = fields.text(), fields.text()
        return Item(number, kind, name, content_type, encoding, protected=protected)
    return Item(number, kind, name, uri=fields.rest().rstrip(b"\x00"), protected=protected)


def _locations(fields: Fields | None) -> dict[int, Location]:
    if fields is None:
        return {}
    version, _ = fields.full()
    if version > 2:  # noqa: PLR2004 - the last version that is defined
        raise Damaged("the places of the items are in an unknown form")
    sizes, more = fields.u8(), fields.u8()
    widths = (sizes >> 4, sizes & 15, more >> 4, more & 15 if version else 0)
    if not {*widths} <= {0, 4, 8}:
        raise Damaged("the places of the items have an impossible width")
    found: dict[int, Location] = {}
    links = _Counter()
    number_width = 4 if version == 2 else 2  # noqa: PLR2004 - 32-bit numbers came with 2
    for _ in range(fields.uint(number_width)):
        number = fields.uint(number_width)
        if number in found:
            raise Damaged("an item has two places")
        found[number] = _location(fields, version, widths, links)
    return found


def _location(
    fields: Fields, version: int, widths: tuple[int, int, int, int], links: _Counter
) -> Location:
    offset_width, length_width, base_width, index_width = widths
    method = fields.u16() & 15 if version else 0
    external = fields.u16() != 0
    base = fields.uint(base_width)
    count = fields.u16()
    links.spend(count)
    extents = []
    for _ in range(count):
        index = fields.uint(index_width)
        offset, length = fields.uint(offset_width), fields.uint(length_width)
        extents.append(Extent(base + offset, length, index))
    return Location(method, external, tuple(extents))


def _properties(
    source: BinaryIO, iprp: Box | None, budget: Budget
) -> tuple[tuple[Property, ...], dict[int, tuple[tuple[int, bool], ...]]]:
    if iprp is None:
        return (), {}
    parts = boxes.children(source, iprp, budget)
    container = boxes.first(parts, b"ipco")
    found = boxes.children(source, container, budget) if container else ()
    properties = tuple(
        Property(box.kind, boxes.body_of(source, box), box.extended, box.start) for box in found
    )
    linked: dict[int, list[tuple[int, bool]]] = {}
    links = _Counter()
    for part in parts:
        if part.kind == b"ipma":
            _associate(Fields(boxes.body_of(source, part)), linked, links)
    return properties, {number: tuple(own) for number, own in linked.items()}


def _associate(fields: Fields, linked: dict[int, list[tuple[int, bool]]], links: _Counter) -> None:
    version, flags = fields.full()
    width = 2 if flags & 1 else 1
    mark = 0x8000 if flags & 1 else 0x80
    for _ in range(fields.u32()):
        number = fields.uint(4 if version else 2)
        count = fields.u8()
        links.spend(count)
        own = [fields.uint(width) for _ in range(count)]
        more = ((value & (mark - 1), bool(value & mark)) for value in own)
        linked.setdefault(number, []).extend(more)


def _references(source: BinaryIO, iref: Box | None, budget: Budget) -> tuple[Links, Links]:
    """Read all references, as they stand and the other way round."""
    outgoing: dict[tuple[int, bytes], list[int]] = {}
    incoming: dict[tuple[int, bytes], dict[int, None]] = {}
    if iref is not None:
        version = Fields(boxes.read_at(source, iref.body, min(iref.size, 4))).u8()
        width = 4 if version else 2
        links = _Counter()
        for box in boxes.children(source, iref, budget, 4):
            fields = Fields(boxes.body_of(source, box))
            number, count = fields.uint(width), fields.u16()
            links.spend(count)
            targets = [fields.uint(width) for _ in range(count)]
            outgoing.setdefault((number, box.kind), []).extend(targets)
            for target in targets:
                incoming.setdefault((target, box.kind), {})[number] = None
    return (
        {link: tuple(targets) for link, targets in outgoing.items()},
        {link: tuple(numbers) for link, numbers in incoming.items()},
    )
