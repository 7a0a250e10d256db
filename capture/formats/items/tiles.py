"""The tiles of a very large grid, each as a file of its own."""

from collections.abc import Iterator
from dataclasses import replace

from capture.formats.items.codecs import CODECS
from capture.formats.items.plan import Plan
from capture.formats.items.properties import in_order
from capture.formats.items.shape import Grid, read_grid

LARGE = 50_000_000
"""Pixels from which on a grid is decoded tile by tile."""


def large_grid(plan: Plan) -> Grid | None:
    """Give the grid of a picture that is one, very large, of coded tiles, without transparency."""
    item = plan.items[plan.primary - 1]
    if item.kind != b"grid" or plan.alpha is not None:
        return None
    if any(plan.items[part - 1].kind not in CODECS for part in item.parts):
        return None
    grid = read_grid(item.data)
    return grid if grid.width * grid.height > LARGE else None


def tile_plans(plan: Plan) -> Iterator[Plan]:
    """Give each tile of the primary picture, row by row, in the colours of the whole."""
    item = plan.items[plan.primary - 1]
    colours = [each for each in item.properties if each.kind == b"colr"]
    for part in item.parts:
        tile = plan.items[part - 1]
        if colours:
            others = [each for each in tile.properties if each.kind != b"colr"]
            tile = replace(tile, properties=in_order(others + colours))
        yield replace(plan, items=(tile,), primary=1)
