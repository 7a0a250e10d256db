"""The second reading of a cleaned HEIF or AVIF picture, to its last byte.

It knows the one layout that we write (``docs/formats/heif.md``) and shares no code with the
writer: ``ftyp``, ``meta`` of fixed boxes, one ``mdat`` whose every byte belongs to a coded
item, and in the coded items no unit that is not picture. Anything else is Unverified.
"""

from dataclasses import dataclass
from typing import BinaryIO

from capture.errors import Unverified
from capture.verify import heif_properties as properties
from capture.verify.movie_boxes import Strict, full, require
from capture.verify.movie_entries import Described, Stream
from capture.verify.movie_streams import checker
from capture.verify.words import holds_text

MAX_META = 32 << 20
_HEADER = 8
_CODED = {b"hvc1": (b"hvcC", Stream.HEVC), b"av01": (b"av1C", Stream.AV1)}
_BRANDS = {b"heic": b"hvc1", b"heix": b"hvc1", b"avif": b"av01"}
_HANDLER = bytes(8) + b"pict" + bytes(13)
_MOST_PROPERTIES = 32
_FIXED_WIDTHS = b"\x44\x00"


@dataclass(slots=True)
class _Item:
    """One item as it is pieced together from the boxes of ``meta``."""

    kind: bytes
    own: list[tuple[bytes, bytes]]
    parts: tuple[int, ...] = ()
    size: int = 0

    def first(self, kind: bytes) -> bytes:
        found = next((data for name, data in self.own if name == kind), None)
        if found is None:
            raise Unverified(f"an item without {kind.decode()}")
        return found


def walk(output: BinaryIO) -> None:
    """Account for every byte of a picture. Raises Unverified with the reason."""
    total = output.seek(0, 2)
    output.seek(0)
    codec = _ftyp(output)
    size, _ = _header(output, b"meta", total)
    meta = Strict(output.read(size), "meta")
    length, start = _header(output, b"mdat", total)
    require(start + length == total, "there is something after the picture")
    items = _meta(meta, start, length)
    for item in items.values():
        require(item.kind in {codec, b"grid", b"iden"}, "an item of another codec")
        _check_item(item, items)
    output.seek(start)
    for item in items.values():
        if item.kind in _CODED:
            _check_coded(item, output.read(item.size))


def _ftyp(output: BinaryIO) -> bytes:
    """Check the brands and give the type of the coded items that they announce."""
    box = Strict(output.read(24), "file").box(b"ftyp")
    brand = box.take(4)
    require(brand in _BRANDS, "an unknown brand")
    box.exactly(bytes(4) + b"mif1" + brand)
    box.end()
    return _BRANDS[brand]


def _header(output: BinaryIO, kind: bytes, total: int) -> tuple[int, int]:
    """Read a header that must be of this type; give its body's size and where that begins."""
    head = output.read(_HEADER)
    size = int.from_bytes(head[:4], "big") - _HEADER
    start = output.tell()
    require(head[4:] == kind, f"there is no {kind.decode()} where it must be")
    require(0 <= size <= total - start, f"{kind.decode()} has an impossible size")
    require(kind != b"meta" or size <= MAX_META, "the index is too large")
    return size, start


def _meta(meta: Strict, start: int, length: int) -> dict[int, _Item]:
    full(meta)
    meta.box(b"hdlr").exactly(_HANDLER)
    pitm = meta.box(b"pitm")
    full(pitm)
    primary = pitm.number(2)
    pitm.end()
    items = _iinf(meta.box(b"iinf"), primary)
    _iref(meta.optional(b"iref"), items, primary)
    _iprp(meta.box(b"iprp"), items)
    idat = meta.optional(b"idat")
    derived = bytes(idat.rest()) if idat is not None else b""
    _iloc(meta.box(b"iloc"), items, start, length, len(derived))
    meta.end()
    _grids(items, derived)
    return items


def _iinf(box: Strict, primary: int) -> dict[int, _Item]:
    full(box)
    count = box.number(2)
    items: dict[int, _Item] = {}
    for number in range(1, count + 1):
        entry = box.box(b"infe")
        full(entry, (2,), 0 if number == primary else 1)
        entry.exactly(number.to_bytes(2, "big") + b"\0\0")
        kind = entry.take(4)
        require(kind in _CODED or kind in {b"grid", b"iden"}, f"an item of type {kind!r}")
        entry.exactly(b"\0")
        entry.end()
        items[number] = _Item(kind, [])
    box.end()
    require(primary in items, "there is no primary item")
    return items


def _iref(box: Strict | None, items: dict[int, _Item], primary: int) -> None:
    """Check who is built from whom; every item must be part of the primary one or of its alpha."""
    used = {primary}
    if box is not None:
        full(box)
        last = 0
        while box.peek() == b"dimg":
            number, parts = _reference(box.box(b"dimg"))
            require(last < number and number in items, "references out of order")
            require(all(0 < part < number for part in parts), "an item built from a later one")
            items[number].parts = parts
            used.update(parts)
            last = number
        used |= _transparency(box, primary)
        box.end()
    require(used == set(items), "an item that is no part of the picture")
    derived = all(bool(item.parts) == (item.kind not in _CODED) for item in items.values())
    require(derived, "an item that is built from others, and should not be")


def _transparency(box: Strict, primary: int) -> set[int]:
    auxl = box.optional(b"auxl")
    if auxl is None:
        return set()
    number, targets = _reference(auxl)
    require(targets == (primary,) and number != primary, "an auxiliary of something else")
    prem = box.optional(b"prem")
    if prem is not None:
        require(_reference(prem) == (primary, (number,)), "a reference to something else")
    return {number}


def _reference(box: Strict) -> tuple[int, tuple[int, ...]]:
    number, count = box.unpack(">HH")
    targets = box.unpack(f">{count}H")
    box.end()
    require(count > 0, "an empty reference")
    return number, targets


def _iprp(box: Strict, items: dict[int, _Item]) -> None:
    """Check each property once, and that each is used, in the order of first use."""
    ipco = box.box(b"ipco")
    found: list[tuple[bytes, bytes]] = []
    while kind := ipco.peek():
        data = bytes(ipco.box(kind).rest())
        properties.check(kind, Strict(data, kind.decode("ascii", "replace")))
        found.append((kind, data))
    require(len(set(found)) == len(found), "a property stands twice")
    _ipma(box.box(b"ipma"), items, found)
    box.end()


def _ipma(box: Strict, items: dict[int, _Item], found: list[tuple[bytes, bytes]]) -> None:
    width = 1 if len(found) < 0x80 else 2  # noqa: PLR2004 - what seven bits hold
    full(box, (0,), width - 1)
    box.exactly(len(items).to_bytes(4, "big"))
    reached = 0
    for number, item in items.items():
        box.exactly(number.to_bytes(2, "big"))
        count = box.number(1)
        require(0 < count <= _MOST_PROPERTIES, "an item of too many properties")
        for _ in range(count):
            value = box.number(width)
            index = value & ((1 << 8 * width - 1) - 1)
            require(0 < index <= min(reached + 1, len(found)), "a property out of order")
            reached = max(reached, index)
            kind, data = found[index - 1]
            essential = bool(value >> 8 * width - 1)
            require(essential == (kind in properties.ESSENTIAL), "a property is marked wrongly")
            item.own.append((kind, data))
    require(reached == len(found), "a property that nobody has")
    box.end()


def _iloc(box: Strict, items: dict[int, _Item], start: int, length: int, derived: int) -> None:
    """Check that the items lie end to end and fill ``mdat`` and ``idat``."""
    full(box, (1,))
    box.exactly(_FIXED_WIDTHS + len(items).to_bytes(2, "big"))
    at = {0: start, 1: 0}
    for number, item in items.items():
        method = 0 if item.kind in _CODED else 1
        box.exactly(number.to_bytes(2, "big") + method.to_bytes(2, "big") + b"\0\0")
        extents = box.number(2)
        require(extents == (0 if item.kind == b"iden" else 1), "an item in pieces")
        if extents:
            offset, item.size = box.unpack(">II")
            require(offset == at[method], "an item is not where it must be")
            at[method] += item.size
    box.end()
    require(at == {0: start + length, 1: derived}, "there are bytes that no item has")


def _grids(items: dict[int, _Item], derived: bytes) -> None:
    """Check the data of each grid against its tiles."""
    data = Strict(derived, "idat")
    for item in items.values():
        if item.kind != b"grid":
            continue
        width, height = properties.size_of(item.first(b"ispe"))
        large = max(width, height) > 0xFFFF  # noqa: PLR2004 - what 16 bits hold
        data.exactly(bytes((0, large)))
        rows, columns = data.number(1) + 1, data.number(1) + 1
        data.exactly(width.to_bytes(4 if large else 2, "big"))
        data.exactly(height.to_bytes(4 if large else 2, "big"))
        require(rows * columns == len(item.parts), "a grid with too few or too many tiles")
        _check_tiles(items, item, (columns, width), (rows, height))
    data.end()


def _check_tiles(
    items: dict[int, _Item], item: _Item, across: tuple[int, int], down: tuple[int, int]
) -> None:
    sizes = {_upright(items[part]) for part in item.parts}
    require(all(items[part].kind in _CODED for part in item.parts), "a grid of derived pictures")
    first, *others = (items[part].own for part in item.parts)
    require(len(sizes) == 1, "a grid of different tiles")
    require(all(own == first for own in others), "a grid of different tiles")
    ((tile_width, tile_height),) = sizes
    for (count, whole), tile in ((across, tile_width), (down, tile_height)):
        require((count - 1) * tile < whole <= count * tile, "a grid with tiles that nobody sees")


def _upright(item: _Item) -> tuple[int, int]:
    """Give the size of an item after its turns; its crops may cut off nothing but padding."""
    sides = properties.size_of(item.first(b"ispe"))
    for kind, data in item.own:
        if kind == b"irot" and data[0] & 1:
            sides = sides[1], sides[0]
        if kind == b"clap":
            sides = properties.cropped(data, sides)
    return sides


def _check_item(item: _Item, items: dict[int, _Item]) -> None:
    """Check that an item has what it needs, and hides nothing."""
    properties.check_order(item.own)
    _upright(item)
    if item.kind == b"iden":
        require(len(item.parts) == 1, "a derived picture of more than one")
        shown = _upright(items[item.parts[0]])
        require(properties.size_of(item.first(b"ispe")) == shown, "a picture of another size")
    config = _CODED.get(item.kind, (None,))[0]
    configs = [kind for kind, _ in item.own if kind in {b"hvcC", b"av1C"}]
    require(configs == ([config] if config else []), "a configuration that does not belong")


def _check_coded(item: _Item, data: bytes) -> None:
    config, stream = _CODED[item.kind]
    found = item.first(config)
    length = properties.unit_length(found) if stream is Stream.HEVC else 0
    check = checker(Described(stream, length, found), still=True)
    require(len(data) == item.size > 0 and check is not None, "a coded item without data")
    if check is not None:
        check(data)
    require(not holds_text(data, 0, len(data)), "there is text in the coded picture")
