"""A photo is known by its first kilobytes, and what is not there is said."""

import io

import piexif
import pytest
from PIL import Image

from capture.decode import first_look
from capture.errors import CaptureError, Unsupported
from capture.isolate import MediaPool
from capture.kinds import MediaKind


def photo(orientation: int = 1, *, thumbnail: bool = True) -> bytes:
    """Return a large noisy JPEG whose thumbnail is red on its left half and blue on its right."""
    small = Image.new("RGB", (160, 120), "blue")
    small.paste("red", (0, 0, 80, 120))
    stored = io.BytesIO()
    small.save(stored, "JPEG")
    exif: dict[str, object] = {"0th": {piexif.ImageIFD.Orientation: orientation}}
    if thumbnail:
        exif |= {"1st": {}, "thumbnail": stored.getvalue()}
    whole = io.BytesIO()
    Image.effect_noise((1600, 1200), 80).save(whole, "JPEG", exif=piexif.dump(exif), quality=95)
    return whole.getvalue()


def pixel(head: bytes, x: int, y: int) -> str:
    seen = first_look.picture(io.BytesIO(head), MediaKind.JPEG, 320)
    at = 3 * (y * seen.width + x)
    red, _, blue = seen.rgb[at : at + 3]
    return "red" if red > blue else "blue"


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, "red"), (2, "blue"), (3, "blue"), (4, "red"), (5, "red"), (6, "red"), (7, "blue"),
     (8, "blue")],
)  # fmt: skip
def test_a_cut_photo_shows_its_thumbnail_upright(orientation: int, corner: str) -> None:
    head = photo(orientation)[:16_000]
    assert pixel(head, 4, 4) == corner


@pytest.mark.parametrize(
    "head",
    [photo(thumbnail=False)[:16_000], photo()[:600], b"\xff\xd8\xff", b"\xff\xd8\xff" * 900],
)
def test_where_none_stands_that_is_said(head: bytes) -> None:
    with pytest.raises(CaptureError):
        first_look.picture(io.BytesIO(head), MediaKind.JPEG, 320)


def test_other_kinds_have_none_at_their_beginning() -> None:
    with pytest.raises(Unsupported):
        first_look.picture(io.BytesIO(b""), MediaKind.PNG, 320)


def test_it_is_looked_at_in_the_confined_child() -> None:
    with MediaPool(workers=1) as pool:
        seen = pool.first_look(io.BytesIO(photo()[:16_000]), 80)
        assert (seen.width, seen.height) == (80, 60)
        with pytest.raises(CaptureError):
            pool.first_look(io.BytesIO(b"no picture"), 80)
