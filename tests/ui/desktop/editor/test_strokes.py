"""What the brush paints on the screen is what the renderer covers."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect

from capture.redact.mask import SOFT, blocks_of
from capture.redact.plan import RedactionPlan, Region, Shape, Style, cells_of
from ui.desktop.editor import strokes

PICTURE = QRect(0, 0, 333, 222)
NEW = Region(0, 0, 1, 1, style=Style.FILL)


def blocks(*regions: Region) -> np.ndarray:
    return blocks_of(RedactionPlan(333, 222, "0" * 32, regions), SOFT)


def at(x: float, y: float) -> tuple[int, int]:
    return int(y // 16), int(x // 16)


def test_a_stroke_covers_its_way_and_not_the_rest() -> None:
    made = strokes.painted(None, [QPointF(40, 40), QPointF(200, 100)], 6, PICTURE, NEW)
    assert made is not None
    assert made.shape is Shape.BRUSH
    covered = blocks(made)
    for share in np.linspace(0, 1, 20):
        assert covered[at(40 + 160 * share, 40 + 60 * share)]
    assert not covered[at(40, 100)]
    assert not covered[at(200, 40)]


def test_another_stroke_joins_the_region() -> None:
    first = strokes.painted(None, [QPointF(40, 40)], 8, PICTURE, NEW)
    second = strokes.painted(first, [QPointF(300, 200)], 8, PICTURE, NEW)
    assert second is not None
    covered = blocks(second)
    assert covered[at(40, 40)]
    assert covered[at(300, 200)]
    assert not covered[at(160, 120)]


def test_the_mask_goes_to_an_image_and_back() -> None:
    made = strokes.painted(None, [QPointF(3, 3), QPointF(330, 219)], 5, PICTURE, NEW)
    assert made is not None
    image = strokes.image_of(made)
    assert (image.height(), image.width()) == cells_of(made)
    again = strokes.painted(made, [QPointF(3, 3)], 5, PICTURE, NEW)
    assert again == made


@pytest.mark.parametrize("shape", [Shape.BOX, Shape.ELLIPSE])
def test_the_eraser_takes_a_part_of_any_shape(shape: Shape) -> None:
    region = Region(64, 64, 128, 96, shape=shape)
    left = strokes.erased(region, [QPointF(128, 112)], 24)
    assert left is not None
    covered = blocks(left)
    assert not covered[at(128, 112)]
    assert covered[at(70, 112)]


def test_what_is_erased_whole_is_gone_and_what_is_not_touched_stays() -> None:
    region = Region(64, 64, 32, 32)
    assert strokes.erased(region, [QPointF(80, 80)], 60) is None
    assert strokes.erased(region, [QPointF(300, 200)], 10) == region


def test_a_stroke_beside_the_picture_is_none() -> None:
    assert strokes.painted(None, [QPointF(-90, -90)], 10, PICTURE, NEW) is None
