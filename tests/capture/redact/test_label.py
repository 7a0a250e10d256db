"""Labels stand on covers alone, and nothing of the picture shows through."""

import zlib
from dataclasses import replace

import numpy as np
import pytest

from capture.errors import BadPlan
from capture.redact.cover import cover
from capture.redact.plan import Label, Region, Shape, Style

from .samples import covered_pixels, label_of, picture, plan_of

FACE = label_of("FACE")


def _labelled(label: Label = FACE, shape: Shape = Shape.BOX) -> Region:
    return Region(32, 32, 160, 96, shape=shape, style=Style.LABEL, label=label)


def test_a_label_is_read_on_the_cover_and_nowhere_else() -> None:
    plan = plan_of(256, 192, _labelled())
    source = picture(256, 192)
    covered = cover(source, plan)
    closed = covered_pixels(plan)
    assert np.array_equal(covered[~closed], source[~closed])
    assert covered[closed].max() > 200
    assert covered[32:40].mean() < source[32:40].mean()
    assert set(np.unique(covered[32:38, 32:192])) == {24}


@pytest.mark.parametrize("shape", [Shape.BOX, Shape.ELLIPSE])
def test_two_faces_under_a_label_give_the_same_picture(shape: Shape) -> None:
    plan = plan_of(256, 192, _labelled(shape=shape))
    first, other = picture(256, 192, 1), picture(256, 192, 2)
    second = np.where(covered_pixels(plan)[:, :, None], other, first)
    assert np.array_equal(cover(first, plan), cover(second, plan))


def test_letters_outside_of_the_cover_are_not_painted() -> None:
    thin = replace(_labelled(shape=Shape.ELLIPSE), width=400, height=20)
    plan = plan_of(256, 192, thin)
    source = picture(256, 192)
    assert np.array_equal(cover(source, plan)[~covered_pixels(plan)], source[~covered_pixels(plan)])


def test_letters_that_would_be_too_small_are_left_out() -> None:
    plan = plan_of(64, 64, replace(_labelled(), left=0, top=0, width=8, height=8))
    assert set(np.unique(cover(picture(64, 64), plan)[:16, :16])) == {24}


@pytest.mark.parametrize("letters", [b"", b"junk", zlib.compress(bytes(10**7))])
def test_broken_letters_are_refused(letters: bytes) -> None:
    label = Label("x", 40, letters)
    with pytest.raises(BadPlan):
        cover(picture(256, 192), plan_of(256, 192, _labelled(label)))
