"""Colours by numbers: what is grey stays grey, what is red looks red, what glows stays a shape."""

import io

import numpy as np
import pillow_heif
import pytest

from capture.decode import heic
from capture.decode.wide import BT_2020, DISPLAY_P3, HLG, PQ, needs_converting, to_srgb

SRGB, BT_709 = 13, 1


def one(red: float, green: float, blue: float) -> np.ndarray:
    return np.full((4, 4, 3), [round(v * 65535) for v in (red, green, blue)], np.uint16)


def pq(candela: float) -> float:
    """The PQ value of a light, by the formula of BT.2100 in the other direction."""
    light = (candela / 10_000) ** 0.1593017578125
    return float(((0.8359375 + 18.8515625 * light) / (1 + 18.6875 * light)) ** 78.84375)


def test_only_other_colours_are_converted() -> None:
    assert not needs_converting(BT_709, SRGB)
    assert not needs_converting(2, 2)
    assert needs_converting(DISPLAY_P3, SRGB)
    assert needs_converting(BT_709, PQ)


@pytest.mark.parametrize("primaries", [BT_2020, DISPLAY_P3])
def test_greys_of_another_space_stay_as_they_are(primaries: int) -> None:
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)[None]
    assert np.abs(to_srgb(ramp, primaries, SRGB).astype(int) - ramp).max() <= 1


def test_a_red_of_p3_is_more_than_a_red_of_srgb() -> None:
    # sRGB's own red, written in Display P3: 0.9175, 0.2003, 0.1387
    red = to_srgb(one(0.9175, 0.2003, 0.1387), DISPLAY_P3, SRGB)[0, 0]
    assert np.abs(red.astype(int) - (255, 0, 0)).max() <= 2


def test_light_of_pq_is_shown_in_order_and_never_cut_flat() -> None:
    levels = [5.0, 20.0, 60.0, 120.0, 203.0, 300.0, 500.0]
    shown = [int(to_srgb(one(*(pq(level),) * 3), BT_2020, PQ)[0, 0, 0]) for level in levels]
    assert shown == sorted(set(shown))
    # Twenty candela are a tenth of a page's white: 0.0985 of light, 88 in sRGB.
    assert abs(shown[1] - 88) <= 2
    assert 230 <= shown[4] <= 248
    assert shown[-1] <= 255


def test_light_of_hlg_is_shown_in_order() -> None:
    levels = (0.1, 0.3, 0.5, 0.7)
    shown = [int(to_srgb(one(*(value,) * 3), BT_2020, HLG)[0, 0, 0]) for value in levels]
    assert shown == sorted(set(shown))
    assert 90 <= shown[2] <= 150


@pytest.mark.parametrize("bands", [3, 4])
@pytest.mark.parametrize(("transfer", "level"), [(PQ, pq(20.0)), (SRGB, 88 / 255)])
def test_a_picture_is_converted_as_it_is_decoded(bands: int, transfer: int, level: float) -> None:
    samples = np.full((64, 64, bands), round(level * 65535), np.uint16)
    samples[..., 3:] = 65535
    stream = io.BytesIO()
    mode = "RGB;16" if bands == 3 else "RGBA;16"
    pillow_heif.from_bytes(mode, (64, 64), samples.tobytes()).save(
        stream, quality=-1, color_primaries=BT_2020, transfer_characteristics=transfer,
        matrix_coefficients=9, full_range_flag=1,
    )  # fmt: skip
    picture = heic.primary(stream)
    assert picture.mode == ("RGB" if bands == 3 else "RGBA")
    assert np.abs(np.asarray(picture)[32, 32, :3].astype(int) - 88).max() <= 3
