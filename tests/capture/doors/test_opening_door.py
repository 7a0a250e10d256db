"""An opening is made from what the vault kept, and says what doing it all again needs."""

import io
import json
from pathlib import Path

import pytest

from capture import derive
from capture.audit import BundleChoices, make_bundle
from capture.intake import take_in
from capture.isolate import MediaPool
from capture.opening import reveal
from capture.progress import silent
from capture.redact.plan import Crop, Dismissed, Kept, RedactionPlan, Region, RegionKind
from capture.sources.folder import Folder
from storage.bundle.manifest import Manifest
from storage.bundle.opening import check_opening, check_original
from storage.bundle.verify import verify
from storage.errors import DamagedBundle, DamagedVault, NoSuchItem
from storage.records import Original
from storage.vault import Vault
from tests.capture.doors.conftest import Photo, photo_bytes

SEED = "5a" * 16


@pytest.fixture
def original(vault: Vault, pool: MediaPool, photo: Photo) -> Original:
    (taken,) = take_in(vault, pool, Folder([photo()]), silent, lambda _taken: None)
    assert taken.original
    return taken.original


def bundled(vault: Vault, pool: MediaPool, original: Original, out: Path) -> Manifest:
    make_bundle(vault, pool, BundleChoices((original.id,)), out)
    return verify(io.BytesIO(out.read_bytes())).manifest


def test_what_is_revealed_opens_that_bundle_and_no_other(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    first = bundled(vault, pool, original, tmp_path / "1.zip")
    second = bundled(vault, pool, original, tmp_path / "2.zip")
    made = reveal(vault, first.bundle_id[:6].upper(), original.id[:6], tmp_path / "opening")
    assert (made.bundle_id, made.item) == (first.bundle_id, original.id)
    opened = check_opening(made.path.read_bytes(), first)
    check_original(opened, io.BytesIO(photo_bytes()))
    with pytest.raises(DamagedBundle):
        check_opening(made.path.read_bytes(), second)
    assert vault.custody(original.id)[-1].event == "revealed"


def test_an_item_that_left_otherwise_is_not_revealed(
    vault: Vault, pool: MediaPool, original: Original, photo: Photo, tmp_path: Path
) -> None:
    signed = bundled(vault, pool, original, tmp_path / "1.zip")
    (other,) = take_in(vault, pool, Folder([photo("b.jpg", 120)]), silent, lambda _taken: None)
    assert other.original
    for bundle, item in (
        (signed.bundle_id, other.original.id),
        (signed.bundle_id[:3], original.id),
    ):
        with pytest.raises(NoSuchItem):
            reveal(vault, bundle, item, tmp_path / "opening")
    assert not (tmp_path / "opening").exists()
    assert vault.custody()[-1].event != "revealed"


def test_a_vault_that_lost_the_salt_is_damaged(
    vault: Vault, original: Original, tmp_path: Path
) -> None:
    vault.log("bundled", original.id, {"bundle": "ab" * 16})
    with pytest.raises(DamagedVault):
        reveal(vault, "ab" * 16, original.id, tmp_path / "opening")


def told(
    vault: Vault, pool: MediaPool, original: Original, plan: RedactionPlan, folder: Path
) -> bytes:
    """Cover the photo by a plan, bundle it, and give the opening of it."""
    derive.redacted_copy(vault, pool, original.id, plan, looked=True)
    signed = bundled(vault, pool, original, folder / "1.zip")
    return reveal(vault, signed.bundle_id, original.id, folder / "opening").path.read_bytes()


def test_an_opening_says_how_the_copy_was_made_and_not_why(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    seen = Region(2, 3, 9, 9, kind=RegionKind.OTHER, reason="a reason of mine", person=7)
    beside = Region(2, 50, 9, 9, kind=RegionKind.OTHER, reason="beside the crop")
    kept = Kept(20, 20, 4, 4, "somebody by name", RegionKind.OTHER)
    wrong = Dismissed(30, 20, 4, 4, RegionKind.OTHER, "person", 500)
    crop = Crop(0, 0, 40, 32)
    plan = RedactionPlan(48, 64, SEED, (seen, beside), (kept,), (wrong,), crop, 1500)
    data = told(vault, pool, original, plan, tmp_path)
    steps = json.loads(data)["steps"]
    assert (steps["crop"], steps["straighten"], steps["seed"]) == ([0, 0, 40, 32], 1500, SEED)
    assert [region["box"] for region in steps["regions"]] == [[2, 3, 9, 9]]
    assert steps["kept"] == steps["dismissed"] == []
    for hidden in (b"reason of mine", b"beside", b"somebody", b"7"):
        assert hidden not in json.dumps(steps["regions"]).encode()
    assert len(data) < 1000


def test_a_copy_that_was_only_cleaned_is_told_as_ever(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    signed = bundled(vault, pool, original, tmp_path / "1.zip")
    derive.redacted_copy(vault, pool, original.id, RedactionPlan(48, 64, SEED, ()))  # later
    made = reveal(vault, signed.bundle_id, original.id, tmp_path / "opening")
    assert json.loads(made.path.read_bytes())["version"] == 1
