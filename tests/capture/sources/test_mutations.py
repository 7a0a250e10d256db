"""The folder in which an iPhone keeps an edit says what it is an edit of."""

import pytest

from capture.sources.mutations import Asset, asset, is_edit

PLACE = "/PhotoData/Mutations/DCIM/100APPLE/IMG_0001/Adjustments"


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        (PLACE, Asset("/DCIM/100APPLE", "img_0001")),
        (f"/home/me/phone{PLACE}", Asset("/home/me/phone/DCIM/100APPLE", "img_0001")),
        (f"C:\\phone{PLACE}".replace("/", "\\"), Asset("C:/phone/DCIM/100APPLE", "img_0001")),
        (f"{PLACE}/more", None),
        ("/DCIM/100APPLE", None),
        ("/PhotoData/Mutations/DCIM/100APPLE/Adjustments", None),
        ("", None),
        ("/" * 5000, None),
    ],
)
def test_a_folder_of_edits_names_its_asset(folder: str, found: Asset | None) -> None:
    assert asset(folder) == found


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("FullSizeRender.jpg", True),
        ("FullSizeRender.HEIC", True),
        ("FullSizeRender.mov", True),
        ("Adjustments.plist", True),
        ("PenultimateFullSizeRender.jpg", False),
        ("SubstandardFullSizeRender.jpg", False),
        ("DiagnosticInfo.plist", False),
        ("FullSizeRender.jpg/..", False),
    ],
)
def test_only_the_edit_as_it_was_last_shown_counts(name: str, is_one: bool) -> None:  # noqa: FBT001 # a parameter of the table
    assert is_edit(name) is is_one
