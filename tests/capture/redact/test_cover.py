"""Nothing under a cover, and nothing beyond the crop, can be computed from the result."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from capture.decode import upright
from capture.errors import BadPlan
from capture.redact.cover import cover, rendered
from capture.redact.geometry import inscribed
from capture.redact.plan import Crop, RedactionPlan, Region, Shape, Style

from .samples import covered_pixels, picture, plan_of, plans


@settings(max_examples=120, deadline=None)
@given(plan=plans())
def test_two_pictures_that_differ_only_under_the_cover_give_the_same_result(
    plan: RedactionPlan,
) -> None:
    first, other = picture(plan.width, plan.height, 1), picture(plan.width, plan.height, 2)
    second = np.where(covered_pixels(plan)[:, :, None], other, first)
    one, two = rendered(first, plan), rendered(second, plan)
    assert np.array_equal(one, two)
    assert upright.encoded(one) == upright.encoded(two)


def _beyond_the_crop(plan: RedactionPlan) -> np.ndarray:
    """Return the pixels whose middle lies more than three pixels outside of what is left."""
    down, across = np.mgrid[0 : plan.height, 0 : plan.width] + 0.5
    angle = math.radians(plan.straighten / 1000)
    x, y = across - plan.width / 2, down - plan.height / 2
    turned_x = math.cos(angle) * x - math.sin(angle) * y + plan.width / 2
    turned_y = math.sin(angle) * x + math.cos(angle) * y + plan.height / 2
    crop = plan.crop or Crop(0, 0, plan.width, plan.height)
    beyond = np.maximum(crop.left - turned_x, turned_x - crop.left - crop.width)
    beyond = np.maximum(beyond, crop.top - turned_y)
    beyond = np.maximum(beyond, turned_y - crop.top - crop.height)
    return np.asarray(beyond > (3 if plan.straighten else 0))


@settings(max_examples=120, deadline=None)
@given(plan=plans())
def test_what_is_cropped_away_is_gone_from_the_soft_fill_too(plan: RedactionPlan) -> None:
    first, other = picture(plan.width, plan.height, 1), picture(plan.width, plan.height, 2)
    second = np.where(_beyond_the_crop(plan)[:, :, None], other, first)
    assert np.array_equal(rendered(first, plan), rendered(second, plan))


def test_the_crop_has_the_size_that_was_asked_for() -> None:
    source = picture(200, 150)
    plan = replace(plan_of(200, 150), crop=Crop(10, 20, 90, 70))
    assert np.array_equal(rendered(source, plan), source[20:90, 10:100])
    turned = replace(plan, straighten=5_000)
    assert rendered(source, turned).shape == (70, 90, 3)


def test_a_horizon_is_straightened_clockwise_about_the_middle() -> None:
    source = np.zeros((101, 101, 3), dtype=np.uint8)
    source[48:53, 60:] = 255
    up = rendered(source, replace(plan_of(101, 101), straighten=-45_000))
    assert up[25, 75].min() > 200
    assert up[75, 75].max() < 50


@pytest.mark.parametrize("straighten", [0, 100, 3_000, -15_000, 45_000])
def test_the_suggested_crop_shows_no_empty_corner(straighten: int) -> None:
    source = np.full((300, 400, 3), 250, dtype=np.uint8)
    crop = inscribed(400, 300, straighten)
    plan = replace(plan_of(400, 300), crop=crop, straighten=straighten)
    assert rendered(source, plan).min() >= 249
    assert abs(crop.width / crop.height - 4 / 3) < 0.02


def test_open_pixels_stay_as_they_are() -> None:
    plan = plan_of(200, 150, Region(40, 40, 30, 30), Region(100, 90, 20, 20, style=Style.SOLID))
    source = picture(200, 150)
    closed = covered_pixels(plan)
    covered = cover(source, plan)
    assert np.array_equal(covered[~closed], source[~closed])
    assert not np.array_equal(covered[closed], source[closed])


def test_the_soft_fill_takes_its_colour_from_around_the_hole() -> None:
    source = np.full((160, 160, 3), (200, 40, 90), dtype=np.uint8)
    source[64:96, 64:96] = (0, 255, 0)
    covered = cover(source, plan_of(160, 160, Region(64, 64, 32, 32)))
    assert np.abs(covered[64:96, 64:96].mean(axis=(0, 1)) - (200, 40, 90)).max() < 3


def test_a_picture_that_is_covered_whole_tells_nothing() -> None:
    plan = plan_of(50, 40, Region(0, 0, 50, 40))
    assert np.array_equal(cover(picture(50, 40, 1), plan), cover(picture(50, 40, 2), plan))


def test_a_plan_for_another_picture_is_refused() -> None:
    with pytest.raises(BadPlan):
        cover(picture(10, 20), plan_of(20, 10, Region(0, 0, 5, 5)))


def test_a_hundred_huge_regions_cost_no_more_than_the_picture_has_blocks() -> None:
    huge = [
        Region(-65_535, -65_535, 131_070, 131_070, shape=shape)
        for shape in (Shape.BOX, Shape.ELLIPSE)
    ]
    covered = cover(picture(64, 48), plan_of(64, 48, *huge * 50))
    assert covered.shape == (48, 64, 3)
