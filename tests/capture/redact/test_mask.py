"""A cover is every block of which one pixel lies in a region: checked against pixel by pixel."""

import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.errors import BadPlan
from capture.redact.mask import BLOCK, SOFT, SOLID, blocks_of
from capture.redact.plan import Region, Shape, Style

from .samples import REGIONS, painted, plan_of


def _pixel_by_pixel(region: Region, height: int, width: int) -> np.ndarray:
    mask = np.zeros((height, width), dtype=bool)
    cells = None
    if region.shape is Shape.BRUSH:
        rows, columns = -(-region.height // region.cell), -(-region.width // region.cell)
        bits = np.frombuffer(zlib.decompress(region.strokes), dtype=np.uint8)
        cells = np.unpackbits(bits.reshape(rows, -1), axis=1)[:, :columns]
    for y in range(max(region.top, 0), min(region.top + region.height, height)):
        for x in range(max(region.left, 0), min(region.left + region.width, width)):
            down, across = y - region.top, x - region.left
            if cells is not None:
                mask[y, x] = cells[down // region.cell, across // region.cell]
            elif region.shape is Shape.BOX:
                mask[y, x] = True
            else:
                v = (down + 0.5) * 2 / region.height - 1
                u = (across + 0.5) * 2 / region.width - 1
                mask[y, x] = u * u + v * v <= 1
    return mask


@settings(max_examples=80, deadline=None)
@given(size=st.tuples(st.integers(1, 120), st.integers(1, 120)), region=REGIONS)
def test_blocks_are_exactly_those_with_a_pixel_in_the_region(
    size: tuple[int, int], region: Region
) -> None:
    width, height = size
    mask = _pixel_by_pixel(region, height, width)
    padded = np.pad(mask, ((0, -height % BLOCK), (0, -width % BLOCK)))
    rows, columns = padded.shape[0] // BLOCK, padded.shape[1] // BLOCK
    expected = padded.reshape(rows, BLOCK, columns, BLOCK).any(axis=(1, 3))
    plan = plan_of(width, height, region)
    found = blocks_of(plan, SOFT) | blocks_of(plan, SOLID)
    assert np.array_equal(found, expected)


def test_one_pixel_covers_its_whole_block() -> None:
    blocks = blocks_of(plan_of(100, 100, Region(17, 33, 1, 1)), SOFT)
    assert list(zip(*np.nonzero(blocks), strict=True)) == [(2, 1)]


def test_a_brush_covers_what_it_painted() -> None:
    strokes = np.zeros((32, 32), dtype=bool)
    strokes[0, 0] = True
    region = Region(16, 16, 32, 32, shape=Shape.BRUSH, strokes=painted(strokes))
    blocks = blocks_of(plan_of(64, 64, region), SOFT)
    assert list(zip(*np.nonzero(blocks), strict=True)) == [(1, 1)]


def test_each_style_has_its_own_blocks() -> None:
    plan = plan_of(64, 64, Region(0, 0, 8, 8), Region(32, 32, 8, 8, style=Style.SOLID))
    assert np.argwhere(blocks_of(plan, SOFT)).tolist() == [[0, 0]]
    assert np.argwhere(blocks_of(plan, SOLID)).tolist() == [[2, 2]]


@pytest.mark.parametrize(
    "strokes", [b"", b"junk", zlib.compress(b"\x00"), zlib.compress(bytes(10**7))]
)
def test_a_broken_brush_is_refused(strokes: bytes) -> None:
    region = Region(0, 0, 32, 32, shape=Shape.BRUSH, strokes=strokes)
    with pytest.raises(BadPlan):
        blocks_of(plan_of(64, 64, region), SOFT)
