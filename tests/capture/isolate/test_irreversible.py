"""Two pictures that differ only under the cover give the same bytes, all the way to the file."""

import io
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from capture.isolate import MediaPool
from capture.redact.plan import Crop, RedactionPlan, Region, Shape, Style

WIDTH, HEIGHT = 150, 110
Pixels = NDArray[np.uint8]


@pytest.fixture(scope="module")
def pool() -> Iterator[MediaPool]:
    with MediaPool(workers=1) as pool:
        yield pool


@st.composite
def plans(draw: st.DrawFn) -> RedactionPlan:
    """Plans of boxes and ellipses in both styles, some with a crop and a turn after covering."""
    regions = tuple(
        Region(
            draw(st.integers(-20, WIDTH - 10)),
            draw(st.integers(-20, HEIGHT - 10)),
            draw(st.integers(12, 70)),
            draw(st.integers(12, 70)),
            shape=draw(st.sampled_from([Shape.BOX, Shape.ELLIPSE])),
            style=draw(st.sampled_from([Style.FILL, Style.SOLID])),
        )
        for _ in range(draw(st.integers(1, 3)))
    )
    crop = draw(st.sampled_from([None, Crop(8, 5, 120, 90)]))
    turn = draw(st.sampled_from([0, 0, 3_500, -12_000]))
    return RedactionPlan(
        WIDTH, HEIGHT, f"{draw(st.integers(0, 99)):032x}", regions, (), (), crop, turn
    )


def _under(plan: RedactionPlan) -> NDArray[np.bool_]:
    """Return the pixels that lie within a region by its own outline, before any growing."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    under = np.zeros((HEIGHT, WIDTH), dtype=bool)
    for r in plan.regions:
        across, down = (x + 0.5 - r.left) / r.width * 2 - 1, (y + 0.5 - r.top) / r.height * 2 - 1
        if r.shape is Shape.BOX:
            under |= (abs(across) < 1) & (abs(down) < 1)
        else:
            under |= across**2 + down**2 < 1
    return under


def _rendered(pool: MediaPool, pixels: Pixels, plan: RedactionPlan) -> bytes:
    source, out = io.BytesIO(), io.BytesIO()
    Image.fromarray(pixels).save(source, "PNG")
    pool.redact(source, plan, out)
    return out.getvalue()


@settings(max_examples=15, deadline=None)
@given(plans(), st.integers(0, 2**32 - 1))
def test_what_is_under_the_cover_changes_nothing(
    pool: MediaPool, plan: RedactionPlan, seed: int
) -> None:
    draw = np.random.default_rng(seed)
    one = draw.integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    other = one.copy()
    under = _under(plan)
    other[under] = draw.integers(0, 256, (int(under.sum()), 3), dtype=np.uint8)
    assert _rendered(pool, one, plan) == _rendered(pool, other, plan)


def test_what_is_beside_the_cover_does_change_it(pool: MediaPool) -> None:
    """So that the test above cannot pass by giving the same to everything."""
    plan = RedactionPlan(WIDTH, HEIGHT, "0" * 32, (Region(40, 40, 30, 30),))
    one = np.full((HEIGHT, WIDTH, 3), 90, dtype=np.uint8)
    other = one.copy()
    other[100, 10] = 200
    assert _rendered(pool, one, plan) != _rendered(pool, other, plan)
