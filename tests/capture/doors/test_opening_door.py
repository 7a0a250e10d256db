"""An opening is made from what the vault kept; its original is cleaned once more, without one."""

import io
from dataclasses import replace
from hashlib import sha256
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
from storage.bundle.verify import verify
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


@pytest.fixture
def encoded(vault: Vault, pool: MediaPool, original: Original, tmp_path: Path) -> ItemEntry:
    derive.cleaned_copy(vault, pool, original.id, Profile.ANONYMOUS)
    (item,) = bundled(vault, pool, original, tmp_path / "1.zip").items
    return item


def test_a_copy_that_was_encoded_otherwise_is_measured(pool: MediaPool, encoded: ItemEntry) -> None:
    near = measured(pool, encoded, picture(2))
    assert near.shown is Repeated.MEASURED
    assert near.measure is not None
    assert 1 <= near.measure.largest <= 30  # type: ignore[operator] # there is a picture
    assert 30 < near.measure.psnr < 60  # type: ignore[operator] # likewise
    assert (near.measure.pictures, near.measure.width, near.measure.height) == (1, 48, 64)
    assert near.measure.agree == near.measure.fields == 2


def test_a_copy_that_is_another_picture_is_unlike(pool: MediaPool, encoded: ItemEntry) -> None:
    far = measured(pool, encoded, picture(120))
    assert far.shown is Repeated.UNLIKE
    assert far.measure is not None
    assert far.measure.psnr < 20  # type: ignore[operator] # there is a picture
    assert far.measure.agree == 0


def test_one_small_change_makes_a_copy_unlike(pool: MediaPool, encoded: ItemEntry) -> None:
    changed = measured(pool, encoded, picture(0, patch=(4, 4, 24, 24)))
    assert changed.shown is Repeated.UNLIKE
    assert changed.measure is not None
    assert (changed.measure.agree, changed.measure.fields) == (1, 2)


def test_what_cannot_be_compared_shows_nothing(pool: MediaPool, encoded: ItemEntry) -> None:
    shape = measured(pool, encoded, picture(0, (30, 64)))
    assert shape == Outcome(Repeated.OTHER_SHAPE)
    assert measured(pool, encoded, b"no picture") == Outcome(Repeated.UNPROVEN)
    other = replace(encoded, sha256="00" * 32)  # not the copy that was verified
    assert repeated(pool, other, picture(2)) == Outcome(Repeated.UNPROVEN)
    newer = replace(encoded, kind="unheard-of")
    assert measured(pool, newer, picture(2)) == Outcome(Repeated.UNPROVEN)


def test_a_covered_copy_is_compared_beside_what_was_covered(
    pool: MediaPool, encoded: ItemEntry
) -> None:
    covered = replace(encoded, steps=(Step("redact", {"regions": 1}),))
    beside = measured(pool, covered, picture(0, patch=(4, 4, 24, 24)))
    assert beside.shown is Repeated.OUTSIDE
    assert beside.measure is not None
    assert (beside.measure.seen_agree, beside.measure.seen) == (1, 2)
    assert beside.measure.psnr > 30  # type: ignore[operator] # of what agrees
    whole = measured(pool, covered, picture(0, patch=(0, 0, 48, 64)))
    assert whole.shown is Repeated.NOT_PUBLIC
    assert measured(pool, covered, picture(0, (30, 64))) == Outcome(Repeated.NOT_PUBLIC)
    assert repeated(pool, covered) == Outcome(Repeated.UNPROVEN)


def picture(
    off: int, size: tuple[int, int] = (48, 64), patch: tuple[int, int, int, int] | None = None
) -> bytes:
    """Give the sample photo upright, every sample off by so much, with a black patch."""
    with Image.open(io.BytesIO(photo_bytes())) as photo:
        upright = ImageOps.exif_transpose(photo).resize(size).point(lambda old: old + off)
    if patch:
        upright.paste((0, 0, 0), patch)
    out = io.BytesIO()
    upright.save(out, "PNG")
    return out.getvalue()


def measured(pool: MediaPool, item: ItemEntry, copy: bytes) -> Outcome:
    """Repeat it with another copy, as if that had been signed."""
    return repeated(pool, replace(item, sha256=sha256(copy).hexdigest()), copy)


def repeated(pool: MediaPool, item: ItemEntry, copy: bytes | None = None) -> Outcome:
    opened = None if copy is None else io.BytesIO(copy)
    return repeat(pool, item, io.BytesIO(photo_bytes()), lambda: opened)


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (Step("unheard-of", {}),),
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
