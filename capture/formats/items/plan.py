"""What a faithful copy of a picture is made of: its primary item, and what that is built from.

Everything else in the file is left behind: thumbnails, depth and gain maps, second pictures,
metadata. Transparency alone is kept, for it is part of the picture.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from capture.errors import Damaged, TooLarge, Unsupported
from capture.formats.items import properties
from capture.formats.items.codecs import CODECS, MAX_PADDING, Codec, Config
from capture.formats.items.data import Places
from capture.formats.items.properties import Neutral
from capture.formats.items.shape import read_grid, shape_of, stored_size
from capture.formats.items.table import Item, Table

MAX_COPY = 512 << 20
"""Most bytes of one copy, which is put together in memory."""

_SPARE = 64 << 20
_MAX_DEPTH = 3
_MAX_GRID = 16
_MAX_OWN = 32
"""Most properties of one item; real ones have up to eight."""
_ALPHA_FORMS = (b"hvc1", b"av01", b"grid")

Took = Callable[[int], None]
"""Told the number of bytes of each item that was taken over."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One item of the copy; its number is its place in the plan, from 1.

    ``parts`` are the numbers of the items that it is derived from.
    """

    kind: bytes
    data: bytes = field(repr=False)
    properties: tuple[Neutral, ...]
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A copy: its items, and the numbers of the primary one and of its transparency.

    ``brand`` is the file's major brand; ``private`` is true where a colour profile of a single
    device had to stay; ``premultiplied`` where the colours are already weighed by transparency.
    """

    items: tuple[Planned, ...]
    primary: int
    alpha: int | None
    brand: bytes
    private: bool
    premultiplied: bool


def make_plan(source: BinaryIO, table: Table, took: Took) -> Plan:
    """Choose and clean what the copy holds.

    Raises Damaged, TooLarge, and Unsupported where a bit-exact copy would hide something, or
    cannot be made.
    """
    if table.primary is None:
        raise Unsupported("there is no still picture in it", part="sequence")
    planner = _Planner(source, table, took)
    primary = planner.add(table.primary)
    alpha_item = alpha_of(table, table.primary)
    alpha = None
    if alpha_item is not None:
        if table.of(alpha_item).kind not in _ALPHA_FORMS:
            raise Unsupported("transparency in an unknown form", part="alpha")
        alpha = planner.add_alpha(alpha_item)
    items = tuple(planner.items)
    return Plan(
        items,
        primary,
        alpha,
        planner.brand(),
        any(each.private for item in items for each in item.properties),
        alpha_item is not None and alpha_item in table.targets(table.primary, b"prem"),
    )


def alpha_of(table: Table, number: int) -> int | None:
    """Give the item that holds the transparency of an item, or None. Raises Damaged."""
    for source in table.sources(number, b"auxl"):
        mark = table.property_of(source, b"auxC")
        if mark is not None and properties.is_alpha(mark):
            return source
    return None


class _Planner:
    """Takes over items, each once, those it is built from first."""

    def __init__(self, source: BinaryIO, table: Table, took: Took) -> None:
        self._source = source
        self._table = table
        self._took = took
        self._places = Places(table)
        self._numbers: dict[int, int] = {}
        self._configs: dict[bytes, Config] = {}
        self._left = min(MAX_COPY, max(table.size, _SPARE))
        self._codecs: set[Codec] = set()
        self.items: list[Planned] = []

    def add(self, number: int, depth: int = 0, *, is_alpha: bool = False) -> int:
        """Take over an item and all that it is built from; return its number in the copy."""
        if number in self._numbers:
            return self._numbers[number]
        if depth > _MAX_DEPTH:
            raise TooLarge("a picture built from pictures, too deep", part="depth")
        item = self._table.of(number)
        if item.protected:
            raise Unsupported("the picture is encrypted", part="protected")
        shape = shape_of(self._table, number)
        if shape.hides:
            raise Unsupported("the cropped part is still in the file", part="clap")
        if depth and alpha_of(self._table, number) is not None:
            raise Unsupported("transparency of a single tile", part="alpha")
        self.items.append(self._planned(item, depth, is_alpha=is_alpha))
        self._numbers[number] = len(self.items)
        return len(self.items)

    def add_alpha(self, number: int) -> int:
        """Take over the transparency. Raises Damaged when it is the picture itself."""
        if number in self._numbers:
            raise Damaged("a picture that is its own transparency")
        return self.add(number, is_alpha=True)

    def brand(self) -> bytes:
        """Name the file by what a viewer must be able to decode."""
        if len(self._codecs) != 1:
            raise Unsupported("a picture of more than one codec", part="codec")
        (codec,) = self._codecs
        return codec.brands[0 if all(config.common for config in self._configs.values()) else 1]

    def _planned(self, item: Item, depth: int, *, is_alpha: bool) -> Planned:
        codec = CODECS.get(item.kind)
        if codec is not None:
            return self._coded(item, codec, is_alpha=is_alpha)
        if item.kind == b"grid":
            return self._grid(item, depth, is_alpha=is_alpha)
        if item.kind == b"iden":
            return self._same(item, depth, is_alpha=is_alpha)
        name = item.kind.decode("ascii", "replace")
        raise Unsupported("a picture of a kind that cannot be copied as it is", part=name)

    def _coded(self, item: Item, codec: Codec, *, is_alpha: bool) -> Planned:
        untrusted = self._table.property_of(item.number, codec.config)
        if untrusted is None:
            raise Damaged("a coded picture without its configuration")
        config = self._configs.get(untrusted)
        if config is None:
            config = self._configs[untrusted] = codec.read_config(untrusted)
        self._check_shape(item, config)
        self._codecs.add(codec)
        size = self._places.size(item.number)
        data = codec.scrub(self._places.read(self._source, item.number, self._left), config)
        self._left -= size
        self._took(size)
        own = [Neutral(codec.config, config.data)]
        return Planned(item.kind, data, self._neutral(item, own, is_alpha=is_alpha))

    def _check_shape(self, item: Item, config: Config) -> None:
        """Refuse a picture of which the decoder would show less, or more, than is announced."""
        if config.shape is None:
            return
        width, height, columns, rows = config.shape
        if max(columns, rows) > MAX_PADDING:
            raise Unsupported("the cropped part is still in the file", part="sps")
        if (width, height) != stored_size(self._table, item.number):
            raise Unsupported("the coded picture is not of the size that is announced", part="ispe")

    def _grid(self, item: Item, depth: int, *, is_alpha: bool) -> Planned:
        grid = read_grid(self._places.begin(self._source, item.number, _MAX_GRID))
        tiles = self._table.targets(item.number, b"dimg")
        if any(self._table.of(tile).kind not in CODECS for tile in tiles):
            raise Unsupported("a grid of pictures that are built themselves", part="grid")
        if len(tiles) != grid.rows * grid.columns:
            raise Damaged("a grid with too few or too many tiles")
        if (grid.width, grid.height) != stored_size(self._table, item.number):
            raise Damaged("a grid of another size than is announced")
        sizes = {self._shown_size(tile) for tile in tiles}
        if len(sizes) != 1:
            raise Unsupported("a grid of tiles of different sizes", part="grid")
        ((width, height),) = sizes
        full = (grid.columns * width, grid.rows * height)
        spare = (full[0] - grid.width, full[1] - grid.height)
        if not (0 <= spare[0] < width and 0 <= spare[1] < height):
            raise Unsupported("a grid with tiles that nobody sees", part="grid")
        parts = tuple(self.add(tile, depth + 1) for tile in tiles)
        if len({self.items[part - 1].properties for part in parts}) > 1:
            raise Unsupported("a grid of tiles that differ", part="grid")
        return Planned(b"grid", grid.data(), self._neutral(item, [], is_alpha=is_alpha), parts)

    def _shown_size(self, number: int) -> tuple[int, int]:
        shape = shape_of(self._table, number)
        return shape.width, shape.height

    def _same(self, item: Item, depth: int, *, is_alpha: bool) -> Planned:
        """Plan an ``iden`` item: another picture, with turns of its own."""
        targets = self._table.targets(item.number, b"dimg")
        if len(targets) != 1:
            raise Damaged("a derived picture without its source")
        if self._shown_size(targets[0]) != stored_size(self._table, item.number):
            raise Damaged("a derived picture of another size than its source")
        part = self.add(targets[0], depth + 1)
        return Planned(b"iden", b"", self._neutral(item, [], is_alpha=is_alpha), (part,))

    def _neutral(self, item: Item, own: list[Neutral], *, is_alpha: bool) -> tuple[Neutral, ...]:
        """Write the properties of an item afresh; ``own`` are already written."""
        kept = list(own)
        written = {each.kind for each in own} | {b"auxC"}
        for found, essential in self._table.properties_of(item.number):
            # Of what describes the first one counts; turns add up, colours come in two forms.
            form = found.kind + (found.data[:4] if found.kind == b"colr" else b"")
            if form in written:
                continue
            each = properties.neutral(found.kind, found.data)
            if each is not None:
                kept.append(each)
                written |= {form} - properties.TURNS
            elif essential and found.kind != b"colr":
                properties.must_be_known(found.kind)
        if is_alpha:
            kept.append(properties.alpha_mark())
        if len(kept) > _MAX_OWN:
            raise TooLarge("an item of too many properties", part="properties")
        return properties.turned_once(properties.in_order(kept))
