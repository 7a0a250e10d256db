"""Where an item's bytes lie in the file, and reading them."""

from typing import BinaryIO

from capture.blocks import boxes
from capture.errors import Damaged, TooLarge, Unsupported
from capture.formats.items.table import Extent, Location, Table

Range = tuple[int, int]
"""First byte and one past the last, in the file."""

_IN_FILE, _IN_IDAT, _IN_ITEM = 0, 1, 2
_MAX_DEPTH = 4
_MAX_WORK = 1_000_000
"""Most steps for one file: extents, each times the pieces of what it is cut out of."""


class Places:
    """Finds the bytes of each item of one file; remembers what it found."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._known: dict[int, tuple[Range, ...]] = {}
        self._left = _MAX_WORK

    def of(self, number: int) -> tuple[Range, ...]:
        """Give the stretches of the file that make up an item, in order.

        Raises Damaged where they reach out of what holds them, Unsupported where they are in
        another file, and TooLarge for items within items without end.
        """
        return self._of(number, 0)

    def size(self, number: int) -> int:
        """Give the number of bytes of an item. Raises as ``of`` does."""
        return sum(end - start for start, end in self.of(number))

    def read(self, source: BinaryIO, number: int, limit: int) -> bytes:
        """Read an item. Raises TooLarge beyond ``limit`` bytes, and as ``of`` does."""
        if self.size(number) > limit:
            raise TooLarge("an item is too large", part="items")
        pieces = (boxes.read_at(source, start, end - start) for start, end in self.of(number))
        return b"".join(pieces)

    def begin(self, source: BinaryIO, number: int, limit: int) -> bytes:
        """Read an item's first bytes, at most ``limit``. Raises as ``of`` does."""
        pieces = []
        for start, end in self.of(number):
            pieces.append(boxes.read_at(source, start, min(end - start, limit)))
            limit -= len(pieces[-1])
            if not limit:
                break
        return b"".join(pieces)

    def _of(self, number: int, depth: int) -> tuple[Range, ...]:
        if number in self._known:
            return self._known[number]
        location = self._table.locations.get(number)
        if location is None:
            raise Damaged("an item has no place in the file")
        if location.external:
            raise Unsupported("the data of an item is in another file", part="external")
        if depth > _MAX_DEPTH:
            raise TooLarge("items within items, too deep", part="depth")
        found: list[Range] = []
        for extent in location.extents:
            holder = self._holder(number, location, extent, depth)
            self._left -= len(holder)
            if self._left < 0:
                raise TooLarge("items of too many pieces", part="items")
            found += _cut(holder, extent)
        self._known[number] = tuple(found)
        return self._known[number]

    def _holder(
        self, number: int, location: Location, extent: Extent, depth: int
    ) -> tuple[Range, ...]:
        """Give the stretches in which an extent's offset counts."""
        table = self._table
        if location.method == _IN_FILE:
            return ((0, table.size),)
        if location.method == _IN_IDAT:
            if table.idat is None:
                raise Damaged("the box that holds an item is missing")
            return ((table.idat.body, table.idat.end),)
        if location.method != _IN_ITEM:
            raise Damaged("an item is stored in an unknown way")
        targets = table.targets(number, b"iloc")
        index = max(extent.index, 1) - 1
        if index >= len(targets):
            raise Damaged("an item is part of one that is missing")
        return self._of(targets[index], depth + 1)


def _cut(holder: tuple[Range, ...], extent: Extent) -> list[Range]:
    """Cut an extent out of the stretches that hold it; length 0 takes all there is."""
    total = sum(end - start for start, end in holder)
    wanted = extent.length or max(total - extent.offset, 0)
    if extent.offset + wanted > total:
        raise Damaged("an item reaches beyond the end")
    found = []
    skip = extent.offset
    for start, end in holder:
        first = start + min(skip, end - start)
        skip -= first - start
        last = min(end, first + wanted)
        if last > first:
            found.append((first, last))
            wanted -= last - first
    return found
