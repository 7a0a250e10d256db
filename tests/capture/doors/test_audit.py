"""What leaves was built in the vault and read again from its own bytes."""

import io
import json
import wave
import zipfile
from pathlib import Path

import pyrage
import pytest

from capture import derive
from capture.audit import BundleChoices, make_bundle
from capture.detect.finding import Finding
from capture.errors import NoConsent, NotCleaned, Unverified
from capture.intake import take_in
from capture.isolate import MediaPool
from capture.progress import silent
from capture.redact.plan import RedactionPlan, Region, RegionKind
from capture.reveal import RevealPlace, RevealTime
from capture.sources.folder import Folder
from storage.bundle.verify import verify
from storage.errors import AlreadyExists, BadRecipient
from storage.records import Original
from storage.vault import Vault
from tests.capture.doors.conftest import MAKER, Photo

SEED = "00112233445566778899aabbccddeeff"


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name.split("/", 1)[1]: opened.read(name) for name in opened.namelist()}


def test_a_bundle_is_whole_and_says_only_what_was_chosen(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    vault.note(original.id, {"summary": "A march", "notes": "for me alone"})
    choices = BundleChoices((original.id,), (), RevealPlace.CITY, RevealTime.DAY)
    made = make_bundle(vault, pool, choices, tmp_path / "b.zip")
    data = made.path.read_bytes()
    assert all(check.passed for check in verify(io.BytesIO(data), None).checks)
    record = json.loads(_members(data)["data/notes/record.json"])
    assert "Tehran, Iran" in str(record)
    assert "2024-05-01" in str(record)
    for secret in (b"18:42", b"IMG_0001", MAKER.encode(), b"35.68", b"for me alone"):
        assert secret not in data
    assert vault.commitments(made.bundle_id).keys() == {original.id}
    assert vault.custody(original.id)[-1].event == "bundled"


def test_a_sealed_bundle_opens_with_its_key_alone(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    choices = BundleChoices((original.id,), (str(identity.to_public()),), with_originals=True)
    made = make_bundle(vault, pool, choices, tmp_path / "b.age")
    sealed = made.path.read_bytes()
    assert sealed.startswith(b"age-encryption.org/")
    assert verify(io.BytesIO(sealed), str(identity)).wrapping == "sealed"
    inner = _members(pyrage.decrypt(sealed, [identity]))
    (name,) = (name for name in inner if "originals" in name)
    court = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(inner[name], [identity])))
    with vault.open_blob(original.id) as stream:
        assert court.read("001.jpg") == stream.read()
    assert json.loads(court.read("001.json"))["name"] == "IMG_0001.jpg"


def test_nothing_leaves_that_the_audit_refuses(
    vault: Vault,
    pool: MediaPool,
    original: Original,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_arguments: object) -> None:
        raise Unverified("planted")

    monkeypatch.setattr(pool, "verify", refuse)
    out = tmp_path / "b.zip"
    with pytest.raises(Unverified):
        make_bundle(vault, pool, BundleChoices((original.id,)), out)
    assert not out.exists()
    assert not list(tmp_path.glob(".firsthand*"))


def test_a_person_without_consent_blocks_a_bundle(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    vault.note(original.id, {"person.1.name": "A. B.", "person.1.consent": "none"})
    with pytest.raises(NoConsent):
        make_bundle(vault, pool, BundleChoices((original.id,)), tmp_path / "b.zip")


@pytest.mark.parametrize(
    ("region", "blocks"),
    [
        (Region(0, 0, 16, 16, kind=RegionKind.FACE, found_by="centerface"), ""),
        (Region(0, 0, 16, 16, person=1), ""),
        (Region(0, 0, 16, 16, person=2), "blocks"),
        (Region(0, 0, 16, 16, kind=RegionKind.TEXT), "blocks"),
    ],
)
def test_a_person_without_consent_who_is_covered_blocks_no_more(  # noqa: PLR0917 # fixtures
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path, region: Region, blocks: str
) -> None:
    vault.note(original.id, {"person.1.name": "A. B.", "person.1.consent": "none"})
    derive.redacted_copy(vault, pool, original.id, RedactionPlan(48, 64, SEED, (region,)))
    out = tmp_path / "b.zip"
    if blocks:
        with pytest.raises(NoConsent):
            make_bundle(vault, pool, BundleChoices((original.id,)), out)
    else:
        make_bundle(vault, pool, BundleChoices((original.id,)), out)
    assert out.exists() is not bool(blocks)


def test_an_item_without_a_cleaned_copy_blocks_a_bundle(
    vault: Vault, pool: MediaPool, photo: Photo, tmp_path: Path
) -> None:
    whole = photo()
    whole.write_bytes(whole.read_bytes()[:-300])
    (taken,) = take_in(vault, pool, Folder([whole]), silent, lambda _taken: None)
    assert taken.original
    with pytest.raises(NotCleaned):
        make_bundle(vault, pool, BundleChoices((taken.original.id,)), tmp_path / "b.zip")


def test_a_voice_note_leaves_without_a_picture(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    note = tmp_path / "note.wav"
    with wave.open(str(note), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(range(256)) * 125)
    (taken,) = take_in(vault, pool, Folder([note]), silent, lambda _taken: None)
    assert taken.original
    made = make_bundle(vault, pool, BundleChoices((taken.original.id,)), tmp_path / "b.zip")
    assert [name for name in _members(made.path.read_bytes()) if "media/" in name]


def test_originals_never_go_along_unsealed(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    choices = BundleChoices((original.id,), with_originals=True)
    with pytest.raises(BadRecipient):
        make_bundle(vault, pool, choices, tmp_path / "b.zip")


def test_nothing_is_overwritten(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    (tmp_path / "b.zip").write_text("mine")
    with pytest.raises(AlreadyExists):
        make_bundle(vault, pool, BundleChoices((original.id,)), tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_text() == "mine"


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_a_cancel_leaves_nothing(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path, at: float
) -> None:
    class Cancelled(BaseException):
        pass

    def cancel(done: int, total: int) -> None:
        if done >= total * at:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_bundle(vault, pool, BundleChoices((original.id,)), tmp_path / "b.zip", cancel)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["phone", "vault"]
    assert not vault.check(deep=True)


def test_a_covered_copy_tells_strangers_how_many_covers_and_not_whose(
    vault: Vault, pool: MediaPool, original: Original, tmp_path: Path
) -> None:
    region = Region(0, 0, 16, 16, reason="my brother", person=1)
    plan = RedactionPlan(48, 64, SEED, (region,))
    derive.redacted_copy(vault, pool, original.id, plan)
    made = make_bundle(vault, pool, BundleChoices((original.id,)), tmp_path / "b.zip")
    manifest = json.loads(_members(made.path.read_bytes())["manifest.json"])
    steps = manifest["items"][0]["steps"]
    assert {"name": "redact", "facts": {"regions": 1}} in steps
    assert b"my brother" not in made.path.read_bytes()


@pytest.mark.parametrize(
    ("left", "confidence", "blocks"),
    [(12, 0.9, True), (12, 0.2, False), (40, 0.9, True)],
    ids=["under the cover", "a maybe", "elsewhere"],
)
def test_a_face_that_is_found_in_a_covered_copy_blocks_by_name(  # noqa: PLR0917 # fixtures
    vault: Vault,
    pool: MediaPool,
    original: Original,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    left: int,
    confidence: float,
    *,
    blocks: bool,
) -> None:
    region = Region(10, 10, 20, 20, kind=RegionKind.FACE)
    derive.redacted_copy(vault, pool, original.id, RedactionPlan(48, 64, SEED, (region,)))
    face = Finding(left, 12, left + 6, 18, RegionKind.FACE, confidence, "test")
    monkeypatch.setattr(pool, "find_faces", lambda *_a, **_b: ((48, 64), [face]))
    out = tmp_path / "b.zip"
    if not blocks:
        make_bundle(vault, pool, BundleChoices((original.id,)), out)
        return
    with pytest.raises(Unverified) as caught:
        make_bundle(vault, pool, BundleChoices((original.id,)), out)
    assert caught.value.facts == {"reason": "face", "item": original.id[:8]}
    assert not out.exists()
    assert vault.custody()[-1].event != "bundled"


def test_a_copy_in_which_nothing_was_covered_is_not_looked_at(
    vault: Vault,
    pool: MediaPool,
    original: Original,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def look(*_arguments: object, **_more: object) -> None:
        pytest.fail("nobody asked for anything to be covered")

    monkeypatch.setattr(pool, "find_faces", look)
    assert make_bundle(vault, pool, BundleChoices((original.id,)), tmp_path / "b.zip").items == 1
