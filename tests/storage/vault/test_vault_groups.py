"""Originals that belong together: kept, rebuilt, taken apart, deleted as one."""

from pathlib import Path

import pytest

from storage.errors import NoSuchItem
from storage.records import Original
from storage.vault import Vault
from tests.storage.vault import vaults


def _three(vault: Vault) -> tuple[Original, Original, Original]:
    still = vaults.seal(vault, b"still" * 100, "IMG_1.HEIC")
    clip = vaults.seal(vault, b"clip" * 100, "IMG_1.MOV")
    other = vaults.seal(vault, b"other" * 100, "IMG_2.HEIC")
    return still, clip, other


def test_a_part_is_listed_under_its_lead_alone(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        still, clip, other = _three(vault)
        vault.group(still.id, {clip.id: "clip"})
        assert vault.leads() == (still, other)
        assert [(part.original, part.role) for part in vault.parts(still.id)] == [(clip, "clip")]
        assert vault.lead_of(clip.id) == still.id == vault.lead_of(still.id)
        assert vault.custody()[-1].event == "grouped"
        assert vault.custody()[-1].facts == {"parts": {clip.id: "clip"}}
    with vaults.reopen(tmp_path / "v") as vault:
        assert vault.leads() == (still, other)
        vault.take_apart(still.id, (clip.id,))
        assert vault.leads() == (still, clip, other)
        assert vault.parts(still.id) == ()


@pytest.mark.parametrize("lost", ["index.db", "head"])
def test_parts_are_still_known_after_a_rebuild(tmp_path: Path, lost: str) -> None:
    with vaults.make(tmp_path / "v") as vault:
        still, clip, other = _three(vault)
        vault.group(still.id, {clip.id: "clip", other.id: "edited"})
        vault.delete(other.id)
    for file in (tmp_path / "v").glob(f"*/{lost}"):
        file.unlink()
    with vaults.reopen(tmp_path / "v") as vault:
        assert vault.leads() == (still,)
        assert [part.original for part in vault.parts(still.id)] == [clip]
        assert vault.check(deep=True) == () or vault.info().notes


def test_deleting_the_lead_deletes_its_parts(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        still, clip, other = _three(vault)
        vault.group(still.id, {clip.id: "clip"})
        vault.delete(still.id)
        assert vault.originals() == (other,)
        assert vault.find(clip.sha256) is None
    with vaults.reopen(tmp_path / "v") as vault:
        assert vault.originals() == (other,)


def test_what_is_condemned_takes_its_parts_along(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        still, clip, other = _three(vault)
        vault.group(still.id, {clip.id: "clip"})
        assert set(vault.condemn(still.id)) == {still.id, clip.id}
        assert vault.originals() == (other,)
    with vaults.reopen(tmp_path / "v") as vault:
        assert vault.originals() == vault.leads() == (other,)
        assert not vaults.blob_file(tmp_path / "v", clip.id).exists()


def test_a_group_within_a_group_is_refused(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        still, clip, other = _three(vault)
        vault.group(still.id, {clip.id: "clip"})
        for lead, part in ((clip, other), (other, still), (other, other)):
            with pytest.raises(NoSuchItem) as refused:
                vault.group(lead.id, {part.id: "clip"})
            assert refused.value.facts["reason"] == "part"
        assert vault.leads() == (still, other)
