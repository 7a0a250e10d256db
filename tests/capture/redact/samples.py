"""Pictures and plans that the tests of covering share."""

import zlib

import numpy as np
from hypothesis import strategies as st

from capture.redact.geometry import inscribed
from capture.redact.mask import blocks_of, pixels_of
from capture.redact.plan import (
    LETTERS_HIGH,
    Crop,
    Label,
    RedactionPlan,
    Region,
    RegionKind,
    Shape,
    Style,
)

SEED = "00112233445566778899aabbccddeeff"


def picture(width: int, height: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def plan_of(width: int, height: int, *regions: Region) -> RedactionPlan:
    return RedactionPlan(width, height, SEED, regions)


def painted(cells: np.ndarray) -> bytes:
    return zlib.compress(np.packbits(cells, axis=1).tobytes())


def label_of(words: str, width: int = 160) -> Label:
    """Give words whose letters are upright bars."""
    bars = np.zeros((LETTERS_HIGH, width), dtype=bool)
    bars[12:52] = np.arange(width) // 12 % 2 == 0
    return Label(words, width, painted(bars))


def covered_pixels(plan: RedactionPlan) -> np.ndarray:
    return pixels_of(blocks_of(plan, frozenset(Style)), (plan.height, plan.width))


@st.composite
def brushes(draw: st.DrawFn) -> Region:
    cell = draw(st.integers(1, 16))
    width, height = draw(st.integers(1, 90)), draw(st.integers(1, 90))
    rows, columns = -(-height // cell), -(-width // cell)
    cells = np.random.default_rng(draw(st.integers(0, 99))).random((rows, columns)) < 0.05
    return Region(
        draw(st.integers(-30, 120)),
        draw(st.integers(-30, 120)),
        width,
        height,
        shape=Shape.BRUSH,
        style=draw(st.sampled_from((Style.FILL, Style.SOLID))),
        strokes=painted(cells),
        cell=cell,
    )


OUTLINES = st.builds(
    Region,
    left=st.integers(-30, 120),
    top=st.integers(-30, 120),
    width=st.integers(1, 90),
    height=st.integers(1, 90),
    shape=st.sampled_from((Shape.BOX, Shape.ELLIPSE)),
    style=st.sampled_from((Style.FILL, Style.SOLID)),
    kind=st.sampled_from(RegionKind),
    person=st.none() | st.integers(1, 99),
    reason=st.text(max_size=20),
)
REGIONS = OUTLINES | brushes()


@st.composite
def plans(draw: st.DrawFn) -> RedactionPlan:
    width, height = draw(st.integers(1, 120)), draw(st.integers(1, 120))
    regions = tuple(draw(st.lists(REGIONS, min_size=1, max_size=4)))
    straighten = draw(st.sampled_from((0, 0, 700, -3_000, 12_345, 45_000)))
    crop = draw(st.none() | crops(width, height) | st.just(inscribed(width, height, straighten)))
    return RedactionPlan(width, height, SEED, regions, crop=crop, straighten=straighten)


@st.composite
def crops(draw: st.DrawFn, width: int, height: int) -> Crop:
    left, top = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    return Crop(left, top, draw(st.integers(1, width - left)), draw(st.integers(1, height - top)))
