"""What the recipient of an opening finds: the steps once more on the original, and a measure."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

from capture import derive
from capture.audit import BundleChoices, make_bundle
from capture.errors import CaptureError
from capture.formats.base import Profile
from capture.intake import take_in
from capture.isolate import MediaPool
from capture.opening import reveal
from capture.progress import silent
from capture.redact.film import FilmPlan, Hearing, Span, Track, Voice
from capture.redact.keys import Key
from capture.redact.plan import Crop, RedactionPlan, Region, RegionKind, Shape, as_json
from capture.repeating import Outcome, Repeated, repeat
from capture.sources.folder import Folder
from storage.bundle.manifest import ItemEntry
from storage.bundle.opening import Opened, check_opening
from storage.bundle.verify import verify
from storage.errors import DamagedBundle
from storage.records import Original, Step
from storage.vault import Vault
from tests.capture.doors.conftest import Photo, cleaned_copy, photo_bytes
from tests.capture.likeness.test_likeness_films import HEIGHT, WIDTH, sound
from tests.capture.likeness.test_likeness_pictures import scene
from tests.capture.samples.films import film, planes

SEED = "5a" * 16
WIDE, HIGH = 320, 240


def taken(vault: Vault, pool: MediaPool, path: Path) -> Original:
    (one,) = take_in(vault, pool, Folder([path]), silent, lambda _taken: None)
    assert one.original
    return one.original


@pytest.fixture
def original(vault: Vault, pool: MediaPool, photo: Photo) -> Original:
    return taken(vault, pool, photo())


def bundled(vault: Vault, pool: MediaPool, original: Original, out: Path) -> ItemEntry:
    make_bundle(vault, pool, BundleChoices((original.id,)), out)
    (item,) = verify(io.BytesIO(out.read_bytes())).manifest.items
    return item


def measured(pool: MediaPool, item: ItemEntry, copy: bytes) -> Outcome:
    """Repeat it with another copy, as if that had been signed."""
    signed = replace(item, sha256=sha256(copy).hexdigest(), size=len(copy))
    return repeated(pool, signed, copy)


def repeated(pool: MediaPool, item: ItemEntry, copy: bytes = b"") -> Outcome:
    opened = Opened(item, "", 0)
    return repeat(pool, opened, io.BytesIO(photo_bytes()), lambda: io.BytesIO(copy))


@pytest.mark.parametrize("profile", Profile)
def test_the_original_becomes_the_signed_copy_again(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path, profile: Profile
) -> None:
    cleaned_copy(vault, pool, original.id, profile)
    item = bundled(vault, pool, original, tmp_path / "1.zip")
    assert repeated(pool, item).shown is Repeated.SAME


def test_a_copy_that_does_not_come_of_it_is_not_taken_for_one(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    item = bundled(vault, pool, original, tmp_path / "1.zip")
    forged = replace(item, sha256="00" * 32)
    with pytest.raises(DamagedBundle) as caught:
        repeated(pool, forged)
    assert caught.value.facts == {"reason": "opening-copy"}
    encoded = replace(forged, lossless=False)
    assert measured(pool, encoded, b"no picture") == Outcome(Repeated.UNPROVEN)
    with pytest.raises(CaptureError):
        repeat(pool, Opened(item, "", 0), io.BytesIO(b"no picture"), io.BytesIO)


@pytest.fixture
def encoded(vault: Vault, pool: MediaPool, original: Original, tmp_path: Path) -> ItemEntry:
    cleaned_copy(vault, pool, original.id, Profile.ANONYMOUS)
    return bundled(vault, pool, original, tmp_path / "1.zip")


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
    item = bundled(vault, pool, original, tmp_path / "1.zip")
    told = replace(item, steps=steps)
    assert repeated(pool, told) == Outcome(Repeated.NOT_PUBLIC)


@dataclass(frozen=True)
class Case:
    """A copy that was changed, its opening, and the original that both are about."""

    item: ItemEntry
    steps: Any
    original: bytes
    copy: bytes

    def repeated(self, pool: MediaPool, **other: Any) -> Outcome:
        case = replace(self, **other)
        signed = replace(case.item, sha256=sha256(case.copy).hexdigest(), size=len(case.copy))
        opened = Opened(signed, "", 0, case.steps)
        return repeat(pool, opened, io.BytesIO(case.original), lambda: io.BytesIO(case.copy))


Cover = Callable[[Vault, MediaPool, str], object]


def case(vault: Vault, pool: MediaPool, original: bytes, cover: Cover, folder: Path) -> Case:
    """Have a copy made of these bytes, let it leave in a bundle, and open it."""
    path = folder / "original"
    path.write_bytes(original)
    held = taken(vault, pool, path)
    cover(vault, pool, held.id)
    make_bundle(vault, pool, BundleChoices((held.id,)), folder / "b.zip")
    manifest = verify(io.BytesIO((folder / "b.zip").read_bytes())).manifest
    reveal(vault, manifest.bundle_id, held.id, folder / "opening")
    opened = check_opening((folder / "opening").read_bytes(), manifest)
    with zipfile.ZipFile(folder / "b.zip") as bundle:
        name = next(name for name in bundle.namelist() if name.endswith(opened.item.path))
        return Case(opened.item, opened.untrusted_steps, original, bundle.read(name))


def photo_of(seed: int) -> bytes:
    out = io.BytesIO()
    scene(seed).resize((WIDE, HIGH)).save(out, "JPEG", quality=92)
    return out.getvalue()


def coded(picture: Image.Image, quality: int = 80) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def covering(*regions: Region, crop: Crop | None = None, straighten: int = 0) -> RedactionPlan:
    return RedactionPlan(WIDE, HIGH, SEED, regions, crop=crop, straighten=straighten)


def of_photo(vault: Vault, pool: MediaPool, plan: RedactionPlan, folder: Path) -> Case:
    def cover(vault: Vault, pool: MediaPool, item: str) -> object:
        return derive.redacted_copy(vault, pool, item, plan, looked=True)

    return case(vault, pool, photo_of(1), cover, folder)


REGION = Region(40, 40, 70, 60, kind=RegionKind.OTHER)
CROP = Crop(30, 20, 250, 190)


@pytest.mark.parametrize(
    "plan",
    [
        covering(REGION),
        covering(crop=CROP),
        covering(straighten=4000),
        covering(REGION, crop=CROP, straighten=-2500),
    ],
    ids=["covered", "cropped", "turned", "all of it"],
)
def test_a_photo_that_was_changed_is_made_again_bit_for_bit_or_measured(
    vault: Vault, pool: MediaPool, plan: RedactionPlan, tmp_path: Path
) -> None:
    changed = of_photo(vault, pool, plan, tmp_path)
    assert changed.repeated(pool).shown is Repeated.SAME
    # as another version of the encoder would have made it
    elsewhere = coded(Image.open(io.BytesIO(changed.copy)))
    again = changed.repeated(pool, copy=elsewhere)
    assert again.shown is Repeated.STEPS
    assert again.measure is not None
    assert again.measure.agree == again.measure.fields > 30
    unlike = changed.repeated(pool, original=photo_of(2))
    assert unlike.shown is Repeated.UNLIKE_STEPS


def test_a_change_beside_or_under_a_cover_is_told(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    changed = of_photo(vault, pool, covering(REGION, crop=CROP), tmp_path)
    for place in ((180, 100, 212, 132), (20, 30, 60, 60)):  # the second is where the cover lies
        forged = Image.open(io.BytesIO(changed.copy)).convert("RGB")
        forged.paste((255, 255, 255), place)
        assert changed.repeated(pool, copy=coded(forged)).shown is Repeated.UNLIKE_STEPS


def test_an_opening_that_covers_all_or_crops_to_nothing_shows_nothing(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    changed = of_photo(vault, pool, covering(REGION), tmp_path)
    for plan in (
        covering(Region(0, 0, WIDE, HIGH, kind=RegionKind.OTHER)),
        covering(crop=Crop(0, 0, 40, 40)),
    ):
        copy = io.BytesIO()
        pool.redact(io.BytesIO(photo_of(1)), plan, copy)
        steps = json.loads(json.dumps(as_json(plan)))
        for bits in (copy.getvalue(), coded(Image.open(copy))):
            shown = changed.repeated(pool, copy=bits, steps=steps).shown
            assert shown is Repeated.NOT_PUBLIC


def test_steps_that_are_none_or_of_something_else_are_refused(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    changed = of_photo(vault, pool, covering(crop=CROP), tmp_path)
    with pytest.raises(DamagedBundle) as caught:
        changed.repeated(pool, steps={"version": 2, "width": -1})
    assert caught.value.facts == {"reason": "opening"}
    other = as_json(replace(covering(), width=WIDE + 64))
    assert changed.repeated(pool, steps=other).shown is Repeated.OTHER_SHAPE
    assert changed.repeated(pool, steps=None).shown is Repeated.NOT_PUBLIC


def film_of(late: int = 0, heard: int = 1) -> bytes:
    """Give a film whose picture moves; it is another one that many frames ``late``."""
    shown = [planes(WIDTH, HEIGHT, number + late) for number in range(LONG)]
    return film(shown, WIDTH, HEIGHT, sound=sound(heard)[:, : LONG * 1600])


LONG = 180
LENGTH = LONG * 1_000_000 // 30
CUTS = (Span(0, 900_000), Span(3_000_000, 4_500_000))


def of_film(vault: Vault, pool: MediaPool, plan: FilmPlan, folder: Path) -> Case:
    def cover(vault: Vault, pool: MediaPool, item: str) -> object:
        return derive.filmed_copy(vault, pool, item, plan, looked=True)

    return case(vault, pool, film_of(), cover, folder)


def test_a_film_that_was_cut_is_laid_over_the_original_behind_its_cuts(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    cut = of_film(vault, pool, FilmPlan(WIDTH, HEIGHT, LENGTH, SEED, cut=CUTS), tmp_path)
    assert cut.steps["tracks"] == []
    found = cut.repeated(pool)
    assert found.shown is Repeated.STEPS
    assert found.measure is not None
    assert found.measure.sound is not None
    assert found.measure.sound.holds
    assert cut.repeated(pool, original=film_of(9)).shown is Repeated.UNLIKE_STEPS
    assert cut.repeated(pool, original=film_of(heard=5)).shown is Repeated.UNLIKE_STEPS
    assert cut.repeated(pool, steps=None).shown is Repeated.NOT_PUBLIC
    moved = {**cut.steps, "cut": [[0, 900_000], [1_500_000, 3_000_000]]}
    assert cut.repeated(pool, steps=moved).shown is Repeated.UNLIKE_STEPS


def test_a_film_that_was_cut_and_covered_is_measured_beside_what_was_covered(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    track = Track((Key(0, 40, 30, 60, 60), Key(LENGTH, 40, 30, 60, 60)), shape=Shape.BOX)
    muted = (Hearing(Span(1_000_000, 2_000_000), Voice.MUTE),)
    plan = FilmPlan(WIDTH, HEIGHT, LENGTH, SEED, tracks=(track,), cut=CUTS, sound=muted)
    cut = of_film(vault, pool, plan, tmp_path)
    assert "40" not in json.dumps(cut.steps["tracks"])
    assert cut.repeated(pool).shown is Repeated.OUTSIDE
    assert cut.repeated(pool, original=film_of(9)).shown is Repeated.NOT_PUBLIC
    assert cut.repeated(pool, steps=None).shown is Repeated.NOT_PUBLIC
