"""Writes a plan as a file: ``ftyp``, ``meta`` and one ``mdat``, and nothing that is not needed.

Sources: ISO/IEC 14496-12 and ISO/IEC 23008-12. Every field has one form, so that the same
picture always gives the same bytes. ``docs/formats/heif.md`` has them one by one.
"""

import struct
from collections.abc import Iterator

from capture.blocks.boxes import box, full_box, header
from capture.errors import TooLarge
from capture.formats.items.plan import Plan, Planned
from capture.formats.items.properties import ESSENTIAL, Neutral
from capture.formats.items.table import MAX_ITEMS

_HIDDEN = 1
_IN_FILE, _IN_IDAT = 0, 1
_INDEX_BITS = 7
_U32_LIMIT = 1 << 32


def write(plan: Plan) -> Iterator[bytes]:
    """Give the bytes of the file, piece by piece. Raises TooLarge."""
    if len(plan.items) > MAX_ITEMS:
        raise TooLarge("too many items", part="items")
    coded = [item for item in plan.items if not item.parts]
    length = sum(len(item.data) for item in coded)
    ftyp = box(b"ftyp", plan.brand, bytes(4), b"mif1", plan.brand)
    mdat = header(b"mdat", length)
    start = len(ftyp) + len(_meta(plan, 0)) + len(mdat)
    if start + length >= _U32_LIMIT:
        raise TooLarge("too large a picture", part="bytes")
    yield ftyp
    yield _meta(plan, start)
    yield mdat
    for item in coded:
        yield item.data


def _meta(plan: Plan, start: int) -> bytes:
    """Write the index; ``start`` is where the first coded item lies in the file."""
    derived = b"".join(item.data for item in plan.items if item.parts)
    references = _references(plan)
    return full_box(
        b"meta",
        0,
        0,
        full_box(b"hdlr", 0, 0, bytes(4), b"pict", bytes(12), b"\x00"),
        full_box(b"pitm", 0, 0, struct.pack(">H", plan.primary)),
        _entries(plan),
        full_box(b"iref", 0, 0, references) if references else b"",
        _properties(plan.items),
        box(b"idat", derived) if derived else b"",
        _places(plan.items, start),
    )


def _entries(plan: Plan) -> bytes:
    entries = []
    for number, item in enumerate(plan.items, 1):
        flags = 0 if number == plan.primary else _HIDDEN
        entries.append(
            full_box(b"infe", 2, flags, struct.pack(">HH", number, 0), item.kind, b"\x00")
        )
    return full_box(b"iinf", 0, 0, struct.pack(">H", len(entries)), *entries)


def _references(plan: Plan) -> bytes:
    found = [
        _reference(b"dimg", number, item.parts)
        for number, item in enumerate(plan.items, 1)
        if item.parts
    ]
    if plan.alpha is not None:
        found.append(_reference(b"auxl", plan.alpha, (plan.primary,)))
        if plan.premultiplied:
            found.append(_reference(b"prem", plan.primary, (plan.alpha,)))
    return b"".join(found)


def _reference(kind: bytes, number: int, targets: tuple[int, ...]) -> bytes:
    return box(kind, struct.pack(f">HH{len(targets)}H", number, len(targets), *targets))


def _properties(items: tuple[Planned, ...]) -> bytes:
    """Write each different property once, in the order of first use, and who has which."""
    indexes: dict[tuple[bytes, bytes], int] = {}
    for item in items:
        for each in item.properties:
            indexes.setdefault((each.kind, each.data), len(indexes) + 1)
    width = 1 if len(indexes) < 1 << _INDEX_BITS else 2
    rows = [
        struct.pack(">HB", number, len(item.properties))
        + b"".join(_link(each, indexes, width) for each in item.properties)
        for number, item in enumerate(items, 1)
    ]
    container = box(b"ipco", *(box(kind, data) for kind, data in indexes))
    links = full_box(b"ipma", 0, width - 1, struct.pack(">I", len(rows)), *rows)
    return box(b"iprp", container, links)


def _link(each: Neutral, indexes: dict[tuple[bytes, bytes], int], width: int) -> bytes:
    essential = int(each.kind in ESSENTIAL) << 8 * width - 1
    return (indexes[each.kind, each.data] | essential).to_bytes(width, "big")


def _places(items: tuple[Planned, ...], start: int) -> bytes:
    """Write ``iloc``: derived items lie in ``idat``, coded ones in the file, end to end."""
    places = []
    at = {_IN_FILE: start, _IN_IDAT: 0}
    for number, item in enumerate(items, 1):
        method = _IN_IDAT if item.parts else _IN_FILE
        extents = (1, at[method], len(item.data)) if item.data else (0,)
        form = ">HHHH" + "I" * (len(extents) - 1)
        places.append(struct.pack(form, number, method, 0, *extents))
        at[method] += len(item.data)
    return full_box(b"iloc", 1, 0, struct.pack(">BBH", 0x44, 0, len(places)), *places)
