import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from capture.blocks import icc
from capture.errors import Damaged, Unsupported
from tests.capture.samples import jpegs


def converted(image: Image.Image, profile: bytes) -> np.ndarray:
    found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    made = ImageCms.profileToProfile(image, found, ImageCms.createProfile("sRGB"))
    assert made is not None
    return np.asarray(made).astype(int)


@pytest.mark.parametrize("name", icc.STANDARD)
def test_our_own_profiles_stay_as_they_are_and_say_nothing(name: str) -> None:
    own = icc.STANDARD[name]
    assert icc.neutral(own).data == own
    assert icc.neutral(own).standard == name
    assert icc.read_icc(own, "x") == []


def test_our_srgb_is_srgb() -> None:
    image = jpegs.picture()
    assert abs(converted(image, icc.STANDARD["srgb"]) - np.asarray(image)).max() <= 1


def test_another_programs_srgb_becomes_ours() -> None:
    theirs = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert icc.neutral(theirs).data == icc.STANDARD["srgb"]


def test_a_profile_built_again_shows_the_same_colours() -> None:
    image = jpegs.picture()
    source = jpegs.profile((b"dmdd", jpegs.described(b"Candlewick display 77")))
    rebuilt = icc.neutral(source)
    assert rebuilt.standard is None
    assert abs(converted(image, source) - converted(image, rebuilt.data)).max() <= 2
    assert b"Wick" not in rebuilt.data
    assert icc.neutral(rebuilt.data).data == rebuilt.data
    assert icc.read_icc(rebuilt.data, "x") == []


def test_the_device_is_named() -> None:
    source = jpegs.profile((b"dmdd", jpegs.described(b"Candlewick display 77")))
    said = {trace.tag: trace.value for trace in icc.read_icc(source, "x")}
    assert said["ICC:DeviceModel"] == "Candlewick display 77"
    assert said["ICC:DeviceManufacturer"] == "Wick"


def test_a_profile_of_tables_is_unsupported() -> None:
    with pytest.raises(Unsupported):
        icc.neutral(jpegs.profile(colour=b"CMYK"))


@pytest.mark.parametrize("cut", [0, 4, 127, 131, 140, 200])
def test_a_cut_profile_is_damaged(cut: int) -> None:
    with pytest.raises(Damaged):
        icc.neutral(jpegs.profile()[:cut])
    icc.read_icc(jpegs.profile()[:cut], "x")


@pytest.mark.parametrize("value", [0, 1, 0xFFFF, 0xFFFFFFFF])
def test_any_number_in_the_table_is_refused_or_harmless(value: int) -> None:
    source = jpegs.profile()
    for at in range(128, 128 + 4 + 12 * 8, 4):
        changed = source[:at] + struct.pack(">I", value) + source[at + 4 :]
        icc.read_icc(changed, "x")
        try:
            icc.neutral(changed)
        except (Damaged, Unsupported):
            continue


def test_curves_without_meaning_are_not_taken_for_standard_ones() -> None:
    steep = struct.pack(">IH", 1, 0xFFFF)
    source = jpegs.profile().replace(struct.pack(">IH", 1, 0x0200), steep)
    assert icc.neutral(source).standard is None
    cut = jpegs.profile().replace(struct.pack(">IH", 1, 0x0200), struct.pack(">IH", 9999, 0))
    with pytest.raises(Unsupported):
        icc.neutral(cut)
