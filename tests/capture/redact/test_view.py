"""What an editor sees is what will be made: the same pixels, the same places, the same covers."""

import io

import numpy as np
import pytest
from PIL import Image

from capture import examine
from capture.decode import upright
from capture.errors import BadPlan, Unsupported
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.redact.cover import rendered
from capture.redact.plan import Crop, RedactionPlan, Region
from capture.report import Picture

from .samples import SEED


@pytest.fixture(scope="module")
def turned() -> io.BytesIO:
    """Give a JPEG that lies on its side: 400 by 240 pixels, to be seen as 240 by 400."""
    noise = np.random.default_rng(1).integers(0, 256, (30, 50, 3), dtype=np.uint8)
    image = Image.fromarray(noise).resize((400, 240), Image.Resampling.BICUBIC)
    exif = Image.Exif()
    exif[274] = 6
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out


def pixels(picture: Picture) -> np.ndarray:
    return upright.samples_of(picture)


def test_the_whole_picture_is_scaled_and_its_size_is_that_of_the_original(
    turned: io.BytesIO,
) -> None:
    size, picture = examine.view(turned, 100)
    assert size == (240, 400)
    assert (picture.width, picture.height) == (60, 100)


def test_a_window_is_cut_from_the_upright_picture(turned: io.BytesIO) -> None:
    whole = upright.pixels(turned, MediaKind.JPEG)
    _, picture = examine.view(turned, 500, (200, 30, 100, 50))
    assert np.array_equal(pixels(picture), whole[30:80, 200:240])


def test_with_a_plan_it_is_what_the_copy_will_be(turned: io.BytesIO) -> None:
    plan = RedactionPlan(
        240, 400, SEED, (Region(40, 40, 60, 60),), crop=Crop(20, 10, 200, 300), straighten=2_000
    )
    with MediaPool(workers=1) as pool:
        size, picture = pool.view(turned, 1_000, plan=plan)
    assert size == (200, 300)
    assert np.array_equal(pixels(picture), rendered(upright.pixels(turned, MediaKind.JPEG), plan))


def test_what_cannot_be_shown_is_refused(turned: io.BytesIO) -> None:
    with pytest.raises(BadPlan):
        examine.view(turned, 100, (900, 900, 10, 10))
    with pytest.raises(BadPlan):
        examine.view(turned, 100, plan=RedactionPlan(400, 240, SEED, ()))
    with pytest.raises(Unsupported):
        examine.view(io.BytesIO(b"RIFF\x24\0\0\0WAVEfmt " + bytes(30)), 100)
