"""What belongs together comes in as one item, whatever happened in between."""

from pathlib import Path

import pytest

from capture.intake import Status, Taken, take_in
from capture.isolate import MediaPool
from capture.progress import silent
from capture.sources.groups import SIDECAR
from storage.vault import Vault
from tests.capture.samples import live


def _take(vault: Vault, pool: MediaPool, *paths: Path) -> dict[str, Taken]:
    ended = take_in(vault, pool, paths, silent, lambda _taken: None)
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
        stopped.setattr("capture.intake._put_together", lambda *_: None)
        lead = _take(vault, pool, phone)["IMG_1234.JPG"].original
    assert lead
    assert vault.parts(lead.id) == ()
    again = _take(vault, pool, phone)
    assert {one.status for one in again.values()} == {Status.ALREADY_SEALED}
    assert len(vault.parts(lead.id)) == 3


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
