"""The small profile: anonymous, and no larger than a screen; smaller pictures keep their size."""

import io

import pytest
from PIL import Image

from capture.formats.base import Profile
from capture.formats.catalog import format_for
from capture.kinds import sniff
from capture.progress import silent

_KINDS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF")


def _small(picture: Image.Image, kind: str) -> Image.Image:
    source, out = io.BytesIO(), io.BytesIO()
    picture.save(source, kind)
    sniffed = sniff(source.getvalue()[:64])
    assert sniffed
    cleaning = format_for(sniffed).clean(source, out, Profile.SMALL, silent)
    assert not cleaning.lossless
    format_for(cleaning.kind).verify(out)
    return Image.open(out)


@pytest.mark.parametrize("kind", _KINDS)
def test_a_large_picture_is_scaled_down_and_keeps_its_shape(kind: str) -> None:
    made = _small(Image.linear_gradient("L").resize((3000, 1500)).convert("RGB"), kind)
    assert made.size == (2048, 1024)


@pytest.mark.parametrize("kind", _KINDS)
def test_a_small_picture_keeps_its_size(kind: str) -> None:
    assert _small(Image.new("RGB", (300, 150), "red"), kind).size == (300, 150)
