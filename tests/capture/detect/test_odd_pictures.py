"""However a picture is stored: the face is found where it is seen, and covered in what leaves."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from capture import examine
from capture.detect.running import Pixels
from capture.detect.suggest import regions
from capture.errors import BadPlan, CaptureError, Damaged, TooLarge, Unsupported
from capture.redact.plan import RedactionPlan, Region, RegionKind
from tests.capture.detect.follow import walks

FACE = (RegionKind.FACE,)
Save = Callable[[Image.Image], bytes]


def _saved(kind: str, **settings: object) -> Save:
    def save(image: Image.Image) -> bytes:
        out = io.BytesIO()
        image.save(out, kind, **settings)
        return out.getvalue()

    return save


def _as(mode: str, kind: str) -> Save:
    return lambda image: _saved(kind)(image.convert(mode))


def _sixteen_bits(image: Image.Image) -> bytes:
    grey = np.asarray(image.convert("L")).astype(np.uint16) * 257
    return _saved("PNG")(Image.fromarray(grey))


def _see_through(image: Image.Image) -> bytes:
    clear = image.convert("RGBA")
    clear.putalpha(Image.new("L", image.size, 255))
    clear.paste((10, 20, 30, 0), (0, 350, 60, 400))
    return _saved("PNG")(clear)


def _turned(orientation: int, turn: Image.Transpose) -> Save:
    def save(image: Image.Image) -> bytes:
        exif = Image.Exif()
        exif[0x0112] = orientation
        return _saved("JPEG", exif=exif, quality=90)(image.transpose(turn))

    return save


def _with_gain_map(image: Image.Image) -> bytes:
    """Save with a second, smaller picture behind the first, as phones keep their HDR."""
    gain = image.convert("L").resize((80, 100))
    return _saved("MPO", save_all=True, append_images=[gain], quality=90)(image)


WAYS: dict[str, Save] = {
    "grey JPEG": _as("L", "JPEG"),
    "CMYK JPEG": _as("CMYK", "JPEG"),
    "16-bit PNG": _sixteen_bits,
    "PNG with alpha": _see_through,
    "palette PNG": _as("P", "PNG"),
    "palette GIF": _as("P", "GIF"),
    "progressive JPEG": _saved("JPEG", progressive=True),
    "turned left by Exif": _turned(6, Image.Transpose.ROTATE_90),
    "on its head by Exif": _turned(3, Image.Transpose.ROTATE_180),
    "mirrored and turned by Exif": _turned(5, Image.Transpose.TRANSPOSE),
    "JPEG with a gain map": _with_gain_map,
    "TIFF": _saved("TIFF"),
    "WebP": _saved("WEBP", quality=90),
}


@pytest.mark.parametrize("save", WAYS.values(), ids=WAYS)
def test_a_face_is_found_and_covered_however_the_picture_is_stored(
    portrait: Pixels, save: Save
) -> None:
    source = io.BytesIO(save(Image.fromarray(portrait)))
    size, found = examine.find(source, FACE, thorough=False)
    assert size == (320, 400)
    face = found[0]
    assert face.confidence > 0.5
    assert 60 < face.left < 140
    assert 150 < face.right < 230
    assert 30 < face.top < 90
    assert 150 < face.bottom < 210
    out = io.BytesIO()
    examine.redact(source, RedactionPlan(*size, "0" * 32, regions(found)), out)
    with Image.open(out, formats=["JPEG", "MPO"]) as covered:
        assert (covered.format, covered.mode, covered.size) == ("JPEG", "RGB", size)
        under = np.asarray(covered)[90:150, 100:160].astype(float)
    assert under.mean(axis=(1, 2)).std() < 20
    assert out.getvalue().count(b"\xff\xd8\xff") == 1
    _, left = examine.find(out, FACE, thorough=False)
    assert not [one for one in left if one.confidence > 0.5]


def test_of_a_video_the_picture_that_stands_for_it_is_looked_at_at_once(portrait: Pixels) -> None:
    shown = walks.film([portrait] * 3)
    (width, height), found = examine.find(shown, FACE, thorough=False)
    assert (width, height) == (320, 400)
    assert found[0].confidence > 0.5
    assert 60 < found[0].left < found[0].right < 230
    _, nobody = examine.find(walks.film([np.zeros_like(portrait)] * 3), FACE, thorough=False)
    assert not nobody
    with pytest.raises(Unsupported):
        examine.find(shown, FACE, thorough=True)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "GIF"])
def test_one_pixel_is_covered_whole(kind: str) -> None:
    source = io.BytesIO(_saved(kind)(Image.new("RGB", (1, 1), (250, 10, 10))))
    assert examine.find(source, FACE, thorough=True) == ((1, 1), [])
    out = io.BytesIO()
    examine.redact(source, RedactionPlan(1, 1, "0" * 32, (Region(0, 0, 1, 1),)), out)
    with Image.open(out) as covered:
        (pixel,) = np.asarray(covered.convert("RGB"))[0]
    assert np.ptp(pixel.astype(int)) < 12


def test_a_gain_map_is_in_no_part_of_what_leaves(portrait: Pixels) -> None:
    source = io.BytesIO(_with_gain_map(Image.fromarray(portrait)))
    out = io.BytesIO()
    plan = RedactionPlan(320, 400, "0" * 32, (Region(60, 40, 140, 160),))
    examine.redact(source, plan, out)
    with Image.open(out) as covered:
        assert getattr(covered, "n_frames", 1) == 1
    assert b"MPF" not in out.getvalue()


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.98])
def test_a_picture_that_ends_too_early_is_refused(portrait: Pixels, cut: float) -> None:
    whole = _saved("PNG")(Image.fromarray(portrait))
    broken = io.BytesIO(whole[: int(len(whole) * cut)])
    with pytest.raises(CaptureError):
        examine.find(broken, FACE, thorough=True)
    plan = RedactionPlan(320, 400, "0" * 32, (Region(0, 0, 9, 9),))
    out = io.BytesIO()
    with pytest.raises(CaptureError):
        examine.redact(broken, plan, out)
    assert not out.getvalue()


@pytest.mark.parametrize("thorough", ["instant", "thorough"])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(thorough: str) -> None:
    small = bytearray(_saved("JPEG")(Image.new("L", (8, 8))))
    at = small.index(b"\xff\xc0")
    small[at + 5 : at + 9] = b"\xff\xdc\xff\xdc"
    with pytest.raises((TooLarge, Damaged)) as refused:
        examine.find(io.BytesIO(small), FACE, thorough=thorough == "thorough")
    assert refused.type is TooLarge


def test_a_plan_for_the_picture_as_stored_is_not_one_for_the_upright_picture(
    portrait: Pixels,
) -> None:
    turned = _turned(6, Image.Transpose.ROTATE_90)(Image.fromarray(portrait))
    plan = RedactionPlan(400, 320, "0" * 32, (Region(0, 0, 9, 9),))
    with pytest.raises(BadPlan):
        examine.redact(io.BytesIO(turned), plan, io.BytesIO())


def test_the_instant_look_at_a_large_jpeg_says_the_whole_picture_s_size(portrait: Pixels) -> None:
    large = Image.fromarray(portrait).resize((2400, 3000))
    size, found = examine.find(io.BytesIO(_saved("JPEG")(large)), FACE, thorough=False)
    assert size == (2400, 3000)
    assert 400 < found[0].left < 1100
    assert 1000 < found[0].bottom < 1600
