"""An opening is made from what the vault kept; its original is cleaned once more, without one."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from capture import derive
from capture.audit import BundleChoices, make_bundle
from capture.errors import CaptureError
from capture.formats.base import Profile
from capture.intake import take_in
from capture.isolate import MediaPool
from capture.opening import Outcome, Repeated, repeat, reveal
from capture.progress import silent
from capture.sources.folder import Folder
from storage.bundle.manifest import ItemEntry, Manifest
from storage.bundle.opening import check_opening, check_original
from storage.bundle.verify import held, verify
from storage.errors import DamagedBundle, DamagedVault, NoSuchItem
from storage.records import Original, Step
from storage.vault import Vault
from tests.capture.doors.conftest import Photo, photo_bytes


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


@pytest.mark.parametrize("profile", Profile)
def test_the_original_becomes_the_signed_copy_again(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path, profile: Profile
) -> None:
    derive.cleaned_copy(vault, pool, original.id, profile)
    (item,) = bundled(vault, pool, original, tmp_path / "1.zip").items
    assert repeated(pool, item).shown is Repeated.SAME


def test_a_copy_that_does_not_come_of_it_is_not_taken_for_one(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    (item,) = bundled(vault, pool, original, tmp_path / "1.zip").items
    forged = replace(item, sha256="00" * 32)
    with pytest.raises(DamagedBundle) as caught:
        repeated(pool, forged)
    assert caught.value.facts == {"reason": "opening-copy"}
    encoded = replace(forged, lossless=False)
    assert repeated(pool, encoded) == Outcome(Repeated.UNPROVEN)
    with pytest.raises(CaptureError):
        repeat(pool, item, io.BytesIO(b"no picture"), lambda: None)


def test_a_copy_that_was_encoded_again_is_measured(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    derive.cleaned_copy(vault, pool, original.id, Profile.ANONYMOUS)
    (item,) = bundled(vault, pool, original, tmp_path / "1.zip").items
    other = replace(item, sha256="00" * 32)
    ours = held(tmp_path / "1.zip", item.path)
    assert ours is not None
    same = repeated(pool, other, ours)
    assert same.shown is Repeated.MEASURED
    assert same.measure is not None
    assert (same.measure.psnr, same.measure.largest) == (99.9, 0)
    near = repeated(pool, other, picture(2))
    assert near.measure is not None
    assert near.measure.largest >= 1
    assert 30 < near.measure.psnr < 60
    far = repeated(pool, other, picture(120))
    assert far.measure is not None
    assert far.measure.psnr < 20
    assert (far.measure.width, far.measure.height) == (48, 64)
    assert repeated(pool, other, picture(0, (30, 64))) == Outcome(Repeated.OTHER_SHAPE)
    assert repeated(pool, other, b"no picture") == Outcome(Repeated.UNPROVEN)


def picture(off: int, size: tuple[int, int] = (48, 64)) -> bytes:
    """Give the sample photo upright, every sample off by so much."""
    with Image.open(io.BytesIO(photo_bytes())) as photo:
        upright = ImageOps.exif_transpose(photo).resize(size).point(lambda old: old + off)
    out = io.BytesIO()
    upright.save(out, "PNG")
    return out.getvalue()


def repeated(pool: MediaPool, item: ItemEntry, copy: bytes | None = None) -> Outcome:
    return repeat(pool, item, io.BytesIO(photo_bytes()), lambda: copy)


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (Step("redact", {"regions": 1}),),
        (Step("clean", {}),),
        (Step("clean", {"profile": "unheard-of"}),),
        (Step("clean", {"profile": ("faithful",)}),),
    ],
)
def test_steps_that_do_not_say_enough_are_not_repeated(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path, steps: tuple[Step, ...]
) -> None:
    (item,) = bundled(vault, pool, original, tmp_path / "1.zip").items
    told = replace(item, steps=steps)
    assert repeated(pool, told) == Outcome(Repeated.NOT_PUBLIC)
