"""How large a picture is after its turns, and whether a crop hides more than padding."""

import struct
from dataclasses import dataclass

from capture.blocks.boxes import Fields
from capture.errors import Damaged
from capture.formats.items.codecs import MAX_PADDING
from capture.formats.items.properties import TURNS, neutral
from capture.formats.items.table import Table


@dataclass(frozen=True, slots=True)
class Shape:
    """Pixels of the upright picture; ``hides`` where a crop leaves real picture in the file."""

    width: int
    height: int
    hides: bool = False

    def turned(self) -> "Shape":
        """Swap width and height."""
        return Shape(self.height, self.width, self.hides)


@dataclass(frozen=True, slots=True)
class Grid:
    """What a ``grid`` item says: tiles by rows, and the size of the whole in pixels."""

    rows: int
    columns: int
    width: int
    height: int

    def data(self) -> bytes:
        """Write the grid afresh (ISO/IEC 23008-12, 6.6.2.3.2)."""
        large = max(self.width, self.height) > 0xFFFF  # noqa: PLR2004 - what 16 bits hold
        form = ">BBBBII" if large else ">BBBBHH"
        return struct.pack(
            form, 0, int(large), self.rows - 1, self.columns - 1, self.width, self.height
        )


def read_grid(untrusted: bytes) -> Grid:
    """Read the data of a ``grid`` item. Raises Damaged."""
    fields = Fields(untrusted)
    version, flags = fields.u8(), fields.u8()
    rows, columns = fields.u8() + 1, fields.u8() + 1
    width = 4 if flags & 1 else 2
    grid = Grid(rows, columns, fields.uint(width), fields.uint(width))
    if version or not grid.width or not grid.height:
        raise Damaged("a grid without a size")
    return grid


def stored_size(table: Table, number: int) -> tuple[int, int]:
    """Give the size of an item before its turns, from its ``ispe``. Raises Damaged."""
    found = table.property_of(number, b"ispe")
    if found is None:
        raise Damaged("a picture does not say its size")
    fields = Fields(found)
    fields.full()
    return fields.u32(), fields.u32()


def shape_of(table: Table, number: int) -> Shape:
    """Apply an item's turns and crops to its size. Raises Damaged."""
    shape = Shape(*stored_size(table, number))
    for found, _ in table.properties_of(number):
        if found.kind in TURNS:
            written = neutral(found.kind, found.data)
            shape = _after(shape, found.kind, written.data if written else b"")
    return shape


def _after(shape: Shape, kind: bytes, data: bytes) -> Shape:
    if kind == b"irot":
        return shape.turned() if data[0] & 1 else shape
    if kind == b"imir":
        return shape
    across, across_of, down, down_of = struct.unpack(">4I", data[:16])
    width, height = across // across_of, down // down_of
    if not 0 < width <= shape.width or not 0 < height <= shape.height:
        raise Damaged("a crop larger than its picture")
    hidden = max(shape.width - width, shape.height - height)
    return Shape(width, height, shape.hides or hidden > MAX_PADDING)
