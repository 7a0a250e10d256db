"""What belongs together comes in as one item, whatever happened in between."""

import io
import json
import zipfile
from pathlib import Path

import pyrage
import pytest

from capture import derive
from capture.audit import BundleChoices, make_bundle
from capture.errors import NoConsent, NotCleaned, PartNotCovered
from capture.intake import Status, Taken, take_in
from capture.isolate import MediaPool
from capture.progress import silent
from capture.redact.plan import RedactionPlan, Region
from capture.sources import iphone
from capture.sources.apple import cable
from capture.sources.folder import Folder
from capture.sources.groups import SIDECAR
from storage.vault import Vault
from tests.capture.samples import live
from tests.capture.sources.fake_iphone import FakeIPhone


def _take(vault: Vault, pool: MediaPool, *paths: Path) -> dict[str, Taken]:
    ended = take_in(vault, pool, Folder(paths), silent, lambda _taken: None)
    return {Path(taken.source).name: taken for taken in ended}


def _roles(vault: Vault, lead: str) -> dict[str, str]:
    return {part.original.provenance.name: part.role for part in vault.parts(lead)}


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    folder = tmp_path / "DCIM"
    folder.mkdir()
    (folder / "IMG_1234.JPG").write_bytes(live.still())
    (folder / "IMG_1234.MOV").write_bytes(live.clip())
    (folder / "IMG_1234.AAE").write_text("<plist>adjustments</plist>")
    (folder / "IMG_E1234.JPG").write_bytes(live.still("other", shade=20))
    return folder


def test_a_live_photo_with_its_edits_is_one_item(
    vault: Vault, pool: MediaPool, phone: Path
) -> None:
    taken = _take(vault, pool, phone)
    assert {one.status for one in taken.values()} == {Status.SEALED}
    lead = taken["IMG_1234.JPG"].original
    assert lead
    assert [original.id for original in vault.leads()] == [lead.id]
    roles = {"IMG_1234.MOV": "clip", "IMG_1234.AAE": "sidecar", "IMG_E1234.JPG": "edited"}
    assert _roles(vault, lead.id) == roles
    sidecar = taken["IMG_1234.AAE"]
    assert sidecar.original
    assert (sidecar.original.kind, sidecar.cleaned, sidecar.error) == (SIDECAR, None, None)
    assert taken["IMG_1234.MOV"].cleaned


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """Return what an iPhone's folders hold when its owner edited a live photo and a video."""
    album = tmp_path / "media" / "DCIM" / "100APPLE"
    album.mkdir(parents=True)
    (album / "IMG_0001.JPG").write_bytes(live.still())
    (album / "IMG_0001.MOV").write_bytes(live.clip())
    (album / "IMG_0002.JPG").write_bytes(live.still("other", shade=40))
    below = tmp_path / "media" / "PhotoData" / "Mutations" / "DCIM" / "100APPLE" / "IMG_0001"
    (below / "Adjustments").mkdir(parents=True)
    (below / "Adjustments" / "FullSizeRender.jpg").write_bytes(live.still("third", shade=20))
    (below / "Adjustments" / "Adjustments.plist").write_bytes(b"bplist00 what was done")
    return tmp_path / "media"


_EDITED = {
    "IMG_0001.MOV": "clip",
    "FullSizeRender.jpg": "edited",
    "Adjustments.plist": "sidecar",
}


def test_what_an_iphone_keeps_apart_as_an_edit_is_a_part_of_its_original(
    vault: Vault, pool: MediaPool, edited: Path
) -> None:
    taken = _take(vault, pool, edited)
    assert {one.status for one in taken.values()} == {Status.SEALED}
    lead, other = taken["IMG_0001.JPG"].original, taken["IMG_0002.JPG"].original
    assert lead
    assert other
    assert [original.id for original in vault.leads()] == [lead.id, other.id]
    assert _roles(vault, lead.id) == _EDITED


def test_an_edit_that_comes_over_the_cable_later_finds_its_original(
    vault: Vault, pool: MediaPool, edited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = edited / "PhotoData"
    monkeypatch.setattr(cable, "SOCKET", tmp_path / "usbmuxd")
    with FakeIPhone(edited, tmp_path / "usbmuxd"):
        apart.rename(tmp_path / "PhotoData")
        _take_phone(vault, pool)
        (tmp_path / "PhotoData").rename(apart)
        taken = _take_phone(vault, pool)
    lead = taken["IMG_0001.JPG"].original
    assert lead
    assert _roles(vault, lead.id) == _EDITED


def _take_phone(vault: Vault, pool: MediaPool) -> dict[str, Taken]:
    (found,) = iphone.attached()
    with iphone.IPhone(found) as source:
        ended = take_in(vault, pool, source, silent, lambda _taken: None)
    return {Path(taken.source).name: taken for taken in ended}


def test_a_clip_that_comes_later_finds_its_still(
    vault: Vault, pool: MediaPool, phone: Path, tmp_path: Path
) -> None:
    lead = _take(vault, pool, phone / "IMG_1234.JPG")["IMG_1234.JPG"].original
    assert lead
    later = tmp_path / "card"
    later.mkdir()
    (phone / "IMG_1234.MOV").rename(later / "IMG_1234.MOV")
    _take(vault, pool, later)
    assert _roles(vault, lead.id) == {"IMG_1234.MOV": "clip"}


def test_an_import_that_was_stopped_before_the_end_is_put_together_by_the_next(
    vault: Vault, pool: MediaPool, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as stopped:
        stopped.setattr("capture.intake.put_together", lambda *_: None)
        lead = _take(vault, pool, phone)["IMG_1234.JPG"].original
    assert lead
    assert vault.parts(lead.id) == ()
    again = _take(vault, pool, phone)
    assert {one.status for one in again.values()} == {Status.ALREADY_SEALED}
    assert len(vault.parts(lead.id)) == 3


def test_an_iphones_burst_is_one_item_by_its_identifier(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    phone = tmp_path / "burst"
    phone.mkdir()
    for number in range(4):
        burst = "4B9C2E4F-one" if number < 3 else "4B9C2E4F-another"
        (phone / f"IMG_002{number}.JPG").write_bytes(live.shot(burst, 10 * number + 1))
    lead = _take(vault, pool, phone)["IMG_0020.JPG"].original
    assert lead
    assert _roles(vault, lead.id) == {"IMG_0021.JPG": "burst", "IMG_0022.JPG": "burst"}


def test_what_a_person_took_apart_stays_apart(vault: Vault, pool: MediaPool, phone: Path) -> None:
    lead = _take(vault, pool, phone)["IMG_1234.JPG"].original
    assert lead
    clip = next(part.original.id for part in vault.parts(lead.id) if part.role == "clip")
    vault.take_apart(lead.id, (clip,))
    _take(vault, pool, phone)
    assert "IMG_1234.MOV" not in _roles(vault, lead.id)
    assert vault.lead_of(clip) == clip


def test_a_text_without_its_picture_is_refused(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    (tmp_path / "IMG_9.AAE").write_text("<plist/>")
    assert _take(vault, pool, tmp_path / "IMG_9.AAE")["IMG_9.AAE"].status is Status.REFUSED


def test_an_item_leaves_only_when_all_of_it_was_cleaned(
    vault: Vault, pool: MediaPool, phone: Path, tmp_path: Path
) -> None:
    broken = live.clip()[:-2000]
    (phone / "IMG_1234.MOV").write_bytes(broken)
    taken = _take(vault, pool, phone)
    lead, clip = taken["IMG_1234.JPG"].original, taken["IMG_1234.MOV"].original
    assert lead
    assert clip
    assert taken["IMG_1234.MOV"].cleaned is None
    vault.group(lead.id, {clip.id: "clip"})
    with pytest.raises(NotCleaned) as refused:
        make_bundle(vault, pool, BundleChoices((lead.id,)), tmp_path / "b.zip")
    assert refused.value.facts["item"] == clip.id[:8]
    vault.take_apart(lead.id, (clip.id,))
    make_bundle(vault, pool, BundleChoices((lead.id,)), tmp_path / "b.zip")


@pytest.fixture
def lead(vault: Vault, pool: MediaPool, phone: Path) -> str:
    original = _take(vault, pool, phone)["IMG_1234.JPG"].original
    assert original
    return original.id


def _media(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as opened:
        names = [name.split("/", 1)[1] for name in opened.namelist()]
    return [name for name in names if name.startswith("data/media/")]


def test_by_itself_only_the_lead_leaves(
    vault: Vault, pool: MediaPool, lead: str, tmp_path: Path
) -> None:
    made = make_bundle(vault, pool, BundleChoices((lead,)), tmp_path / "lead.zip")
    assert _media(made.path) == ["data/media/001.jpg"]
    whole = BundleChoices((lead,), with_parts=True)
    made = make_bundle(vault, pool, whole, tmp_path / "whole.zip")
    assert sorted(_media(made.path)) == [f"data/media/{name}" for name in _WHOLE]


_WHOLE = ("001.jpg", "002.mp4", "003.jpg")


def test_a_part_never_shows_what_the_lead_covers(
    vault: Vault, pool: MediaPool, lead: str, tmp_path: Path
) -> None:
    plan = RedactionPlan(64, 48, "00" * 16, (Region(8, 8, 16, 16),))
    derive.redacted_copy(vault, pool, lead, plan)
    make_bundle(vault, pool, BundleChoices((lead,)), tmp_path / "lead.zip")
    with pytest.raises(PartNotCovered):
        make_bundle(vault, pool, BundleChoices((lead,), with_parts=True), tmp_path / "whole.zip")
    assert not (tmp_path / "whole.zip").exists()


def test_consent_asked_of_the_lead_holds_for_its_parts(
    vault: Vault, pool: MediaPool, lead: str, tmp_path: Path
) -> None:
    vault.note(lead, {"person.1.consent": "none"})
    with pytest.raises(NoConsent):
        make_bundle(vault, pool, BundleChoices((lead,), with_parts=True), tmp_path / "b.zip")


def test_a_court_gets_the_originals_of_all_parts(
    vault: Vault, pool: MediaPool, lead: str, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    choices = BundleChoices((lead,), (str(identity.to_public()),), with_originals=True)
    made = make_bundle(vault, pool, choices, tmp_path / "b.age")
    opened = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(made.path.read_bytes(), [identity])))
    (sealed,) = (name for name in opened.namelist() if "originals" in name)
    court = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(opened.read(sealed), [identity])))
    notes = [json.loads(court.read(f"{number:03}.json")) for number in (1, 2, 3, 4)]
    assert notes[0]["name"] == "IMG_1234.JPG"
    roles = {note["name"]: note["role"] for note in notes[1:]}
    expected = {"IMG_1234.MOV": "clip", "IMG_1234.AAE": "sidecar", "IMG_E1234.JPG": "edited"}
    assert roles == expected
    texts = [name for name in court.namelist() if name.endswith(".txt")]
    assert [court.read(name) for name in texts] == [b"<plist>adjustments</plist>"]
