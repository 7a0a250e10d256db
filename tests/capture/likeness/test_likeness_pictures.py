"""Pictures beside pictures: coded again, other ones, and ones that were changed in one place."""

import io

import numpy as np
import pytest
from PIL import Image

from capture.likeness import pictures
from capture.likeness.pictures import Fields
from capture.report import Picture

WIDTH, HEIGHT = 200, 130


def scene(seed: int) -> Image.Image:
    """Give smooth shapes with grain, in colour."""
    chance = np.random.default_rng(seed)
    small = chance.integers(0, 256, (13, 20, 3), dtype=np.uint8)
    smooth = Image.fromarray(small).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    grain = chance.normal(0, 3, (HEIGHT, WIDTH, 1))
    return Image.fromarray((np.asarray(smooth) + grain).clip(0, 255).astype(np.uint8))


def picture(image: Image.Image) -> Picture:
    return Picture(image.width, image.height, image.convert("RGB").tobytes())


def compared(one: Image.Image, other: Image.Image) -> Fields:
    found = pictures.compare(picture(one), picture(other))
    assert found is not None
    return found


@pytest.mark.parametrize(("form", "quality"), [("JPEG", 75), ("JPEG", 92), ("WEBP", 75)])
def test_a_picture_that_was_coded_again_agrees_everywhere(form: str, quality: int) -> None:
    coded = io.BytesIO()
    scene(1).save(coded, form, quality=quality)
    found = compared(scene(1), Image.open(coded))
    assert found.agree == found.count == found.seen == found.seen_agree == 6 * 4
    assert 25 < found.everywhere.psnr < 60
    assert found.agreeing == found.everywhere


def test_the_same_picture_has_no_error() -> None:
    found = compared(scene(1), scene(1))
    assert (found.everywhere.psnr, found.everywhere.largest) == (99.9, 0)
    assert found.everywhere.samples == WIDTH * HEIGHT * 3


@pytest.mark.parametrize("seed", [2, 3, 4, 5])
def test_another_picture_agrees_nowhere(seed: int) -> None:
    found = compared(scene(1), scene(seed))
    assert found.seen_agree <= 1
    assert found.everywhere.psnr < 15


def test_a_patch_is_counted_and_the_rest_is_measured_without_it() -> None:
    changed = scene(1)
    changed.paste((0, 255, 0), (64, 32, 96, 64))
    found = compared(scene(1), changed)
    assert found.count - found.agree == 1
    assert found.agreeing.psnr == 99.9
    assert found.everywhere.largest > 100


def test_flat_fields_agree_but_are_not_seen() -> None:
    grey = Image.new("RGB", (WIDTH, HEIGHT), (90, 90, 90))
    found = compared(grey, Image.new("RGB", (WIDTH, HEIGHT), (92, 90, 90)))
    assert (found.agree, found.seen) == (found.count, 0)


def test_shapes_may_differ_by_rounding_and_no_more() -> None:
    whole = picture(scene(1))
    one_less = picture(scene(1).crop((0, 0, WIDTH - 1, HEIGHT)))
    assert pictures.compare(whole, one_less) is not None
    assert pictures.compare(whole, picture(scene(1).crop((0, 0, WIDTH - 2, HEIGHT)))) is None


def test_a_picture_smaller_than_a_field_is_one_field() -> None:
    tiny = scene(1).crop((0, 0, 5, 3))
    assert compared(tiny, tiny).count == 1


def test_what_is_found_adds_up() -> None:
    one, other = compared(scene(1), scene(1)), compared(scene(1), scene(2))
    both = one + other
    assert (both.count, both.agree) == (2 * one.count, one.agree + other.agree)
    assert both.everywhere.largest == other.everywhere.largest
    assert pictures.NOTHING + one == one
