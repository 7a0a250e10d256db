"""Nothing under a cover can be computed from the result."""

import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.errors import BadPlan
from capture.redact.cover import BLOCK, cover, mask_of
from capture.redact.plan import RedactionPlan, Region, Shape, Style

SEED = "00112233445566778899aabbccddeeff"


def _picture(width: int, height: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def _plan(width: int, height: int, *regions: Region) -> RedactionPlan:
    return RedactionPlan(width, height, SEED, regions)


_REGIONS = st.builds(
    Region,
    left=st.integers(-30, 120),
    top=st.integers(-30, 120),
    width=st.integers(1, 90),
    height=st.integers(1, 90),
    shape=st.sampled_from([Shape.BOX, Shape.ELLIPSE]),
    style=st.sampled_from(list(Style)),
)


@settings(max_examples=60, deadline=None)
@given(
    size=st.tuples(st.integers(1, 120), st.integers(1, 120)),
    regions=st.lists(_REGIONS, min_size=1, max_size=4),
)
def test_two_pictures_that_differ_only_under_the_cover_give_the_same_result(
    size: tuple[int, int], regions: list[Region]
) -> None:
    width, height = size
    plan = _plan(width, height, *regions)
    first, other = _picture(width, height, 1), _picture(width, height, 2)
    closed = mask_of(plan, solid=False) | mask_of(plan, solid=True)
    second = np.where(closed[:, :, None], other, first)
    assert np.array_equal(cover(first, plan), cover(second, plan))


def test_open_pixels_stay_as_they_are() -> None:
    plan = _plan(200, 150, Region(40, 40, 30, 30), Region(100, 90, 20, 20, style=Style.SOLID))
    picture = _picture(200, 150)
    closed = mask_of(plan, solid=False) | mask_of(plan, solid=True)
    covered = cover(picture, plan)
    assert np.array_equal(covered[~closed], picture[~closed])
    assert not np.array_equal(covered[closed], picture[closed])


def test_a_cover_is_made_of_whole_blocks_around_its_region() -> None:
    mask = mask_of(_plan(100, 100, Region(17, 33, 1, 1)), solid=False)
    rows, columns = np.nonzero(mask)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (32, 47, 16, 31)
    assert mask.sum() == BLOCK * BLOCK


def test_the_soft_fill_takes_its_colour_from_around_the_hole() -> None:
    picture = np.full((160, 160, 3), (200, 40, 90), dtype=np.uint8)
    picture[64:96, 64:96] = (0, 255, 0)
    covered = cover(picture, _plan(160, 160, Region(64, 64, 32, 32)))
    assert np.abs(covered[64:96, 64:96].mean(axis=(0, 1)) - (200, 40, 90)).max() < 3


def test_a_picture_that_is_covered_whole_tells_nothing() -> None:
    plan = _plan(50, 40, Region(0, 0, 50, 40))
    assert np.array_equal(cover(_picture(50, 40, 1), plan), cover(_picture(50, 40, 2), plan))


def test_a_brush_covers_what_it_painted() -> None:
    strokes = np.zeros((32, 32), dtype=bool)
    strokes[0, 0] = True
    packed = zlib.compress(np.packbits(strokes, axis=1).tobytes())
    region = Region(16, 16, 32, 32, shape=Shape.BRUSH, strokes=packed)
    mask = mask_of(_plan(64, 64, region), solid=False)
    assert mask.sum() == BLOCK * BLOCK
    assert mask[16:32, 16:32].all()


@pytest.mark.parametrize(
    "strokes", [b"", b"junk", zlib.compress(b"\x00"), zlib.compress(bytes(10**7))]
)
def test_a_broken_brush_is_refused(strokes: bytes) -> None:
    region = Region(0, 0, 32, 32, shape=Shape.BRUSH, strokes=strokes)
    with pytest.raises(BadPlan):
        mask_of(_plan(64, 64, region), solid=False)


def test_a_plan_for_another_picture_is_refused() -> None:
    with pytest.raises(BadPlan):
        cover(_picture(10, 20), _plan(20, 10, Region(0, 0, 5, 5)))
