"""Which items of a file make up the picture that is shown, and which are hidden beside it.

Source: ISO/IEC 23008-12 (6.4 references, 6.5.8 ``auxC``). Auxiliary pictures are told apart by
the names that their makers gave them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from capture.blocks.boxes import Fields
from capture.errors import CaptureError
from capture.formats.items.plan import alpha_of
from capture.formats.items.table import Table
from capture.report import Harm

IMAGES = frozenset(
    (b"hvc1", b"hev1", b"lhv1", b"av01", b"avc1", b"jpeg", b"j2k1", b"vvc1", b"evc1", b"unci",
     b"grid", b"iovl", b"iden", b"tmap", b"mski")
)  # fmt: skip
"""Types of items that are pictures."""

_AUXILIARY = (
    ("hdrgainmap", "gain-map", Harm.TECHNICAL),
    ("gainmap", "gain-map", Harm.TECHNICAL),
    ("auxid:2", "depth-map", Harm.PERSON),
    ("depth", "depth-map", Harm.PERSON),
    ("disparity", "depth-map", Harm.PERSON),
    ("matte", "matte", Harm.PERSON),
    ("mask", "matte", Harm.PERSON),
)
_MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Hidden:
    """A picture that nobody sees: its item, what it is, and the items that belong to it alone."""

    number: int
    kind: str
    name: str
    harm: Harm
    members: tuple[int, ...]


def shown_items(table: Table) -> frozenset[int]:
    """Give the numbers of the items of which the primary picture is made."""
    shown: set[int] = set()
    if table.primary is not None:
        _follow(table, table.primary, shown)
        try:
            alpha = alpha_of(table, table.primary)
        except CaptureError:
            alpha = None
        if alpha is not None:
            _follow(table, alpha, shown)
    return frozenset(shown)


def hidden_pictures(table: Table, shown: frozenset[int]) -> Iterator[Hidden]:
    """Give the pictures that are no part of the primary one, each with its tiles."""
    hidden = [n for n, item in table.items.items() if item.kind in IMAGES and n not in shown]
    inner = {part for number in hidden for part in table.targets(number, b"dimg")}
    told = set(shown)
    # Tiles come with the picture they build; what only builds itself in a circle comes last.
    for number in [*(n for n in hidden if n not in inner), *hidden]:
        if number not in told:
            yield _hidden(table, number, tuple(_follow(table, number, told)))


def _follow(table: Table, number: int, told: set[int]) -> list[int]:
    """Add an item and all that it is built from to ``told``; give those that were not in it."""
    if number in told:
        return []
    told.add(number)
    found = [number]
    for current in found:
        for part in table.targets(current, b"dimg"):
            if part not in told:
                told.add(part)
                found.append(part)
    return found


def _hidden(table: Table, number: int, members: tuple[int, ...]) -> Hidden:
    item_kind = table.items[number].kind
    if table.targets(number, b"thmb"):
        return Hidden(number, "thumbnail", "", Harm.IDENTITY, members)
    if item_kind == b"tmap":
        return Hidden(number, "gain-map", "", Harm.TECHNICAL, members)
    if table.targets(number, b"auxl"):
        name = _auxiliary_name(table, number)
        for piece, kind, harm in _AUXILIARY:
            if piece in name.lower():
                return Hidden(number, kind, name, harm, members)
        return Hidden(number, "auxiliary", name, Harm.IDENTITY, members)
    return Hidden(number, "preview", "", Harm.IDENTITY, members)


def _auxiliary_name(table: Table, number: int) -> str:
    try:
        mark = table.property_of(number, b"auxC") or bytes(4)
        fields = Fields(mark)
        fields.full()
        return fields.text()[:_MAX_NAME].decode("utf-8", "replace")
    except CaptureError:
        return ""
