"""A vault from its making to its end, seen from outside."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from storage.errors import (
    AlreadyExists,
    BadValue,
    EmptyPassphrase,
    NoSuchItem,
    NotAVault,
    VaultClosed,
    VaultInUse,
    WrongPassphrase,
)
from storage.records import Provenance
from storage.vault import KdfCost, Vault, slots
from tests.storage.vault import vaults

PROJECT = Path(__file__).resolve().parent.parent.parent.parent


def test_what_is_sealed_comes_back_after_reopening(tmp_path: Path) -> None:
    folder = tmp_path / "v"
    data = vaults.noise(700_000)
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, data, "عکس\n2.jpg")
        copy = vaults.derive(vault, original, data[:1000])
        vault.note(original.id, {"summary": "the gate", "person.1.consent": "none"})
        vault.keep_report(original.id, {"facts": {"device": "Maker Model"}, "traces": ()})
        vault.keep_commitments("bundle", {original.id: "00" * 32})
    with vaults.reopen(folder) as vault:
        assert vault.info().notes == ()
        assert vault.originals() == (original,)
        assert vault.find(original.sha256) == original
        assert vaults.content(vault, original.id) == data
        assert vaults.content(vault, copy) == data[:1000]
        assert [made.id for made in vault.derivatives(original.id)] == [copy]
        assert vault.derivative(copy).steps[0].facts["leaves"] == ("tables",)
        record = vault.record(original.id)
        assert record.witness == {"summary": "the gate", "person.1.consent": "none"}
        assert record.automatic["device"] == "Maker Model"
        assert record.automatic["original_name"] == "عکس\n2.jpg"
        assert vault.commitments("bundle") == {original.id: "00" * 32}
        assert vault.check(deep=True) == ()
        vault.check_custody()
        events = [entry.event for entry in vault.custody()]
        assert events == ["vault created", "sealed", "derived", "noted", "checked"]
        assert [entry.event for entry in vault.custody(original.id)] == [
            "sealed",
            "derived",
            "noted",
        ]
        assert (vault.info().items, vault.info().derivatives) == (1, 1)
        assert vault.info().bytes == 701_000


def test_a_name_that_is_no_text_is_spelled_out(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        original = vaults.seal(vault, b"x", "photo\udcff.jpg")
        assert vault.original(original.id).provenance.name == "photo\\udcff.jpg"


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        first = vaults.seal(vault, b"same")
        second = vaults.seal(vault, b"same", "other.jpg")
        assert second == first
        assert len(vault.originals()) == 1
        assert len(list((tmp_path / "v" / "blobs").rglob("*/*"))) == 1


@pytest.mark.parametrize("wrong", ["", "a quiet harbor", "A quiet harbour", "a quiet harbour "])
def test_a_wrong_passphrase_is_said_to_be_one(tmp_path: Path, wrong: str) -> None:
    vaults.make(tmp_path / "v").close()
    with pytest.raises((WrongPassphrase, EmptyPassphrase)):
        vaults.reopen(tmp_path / "v", wrong)
    vaults.reopen(tmp_path / "v").close()


def test_a_passphrase_may_be_typed_composed_or_not(tmp_path: Path) -> None:
    typed = "café à l'été"
    Vault.create(tmp_path / "v", unicodedata.normalize("NFD", typed), vaults.CHEAP).close()
    Vault.open(tmp_path / "v", unicodedata.normalize("NFC", typed)).close()


def test_an_empty_passphrase_makes_no_vault(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        Vault.create(tmp_path / "v", "", vaults.CHEAP)
    assert not (tmp_path / "v").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "v"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(AlreadyExists):
        vaults.make(folder)
    assert [entry.name for entry in folder.iterdir()] == ["letter.txt"]


def test_a_vault_is_not_written_over(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        kept = vaults.seal(vault, b"kept")
    with pytest.raises(AlreadyExists):
        Vault.create(tmp_path / "v", "other", vaults.CHEAP)
    with vaults.reopen(tmp_path / "v") as vault:
        assert vault.originals() == (kept,)


def test_an_interrupted_creation_does_not_stand_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "v"
    vaults.make(folder).close()
    for name in ("keys.bin", "keys.backup"):
        (folder / name).unlink()
    vaults.make(folder).close()
    vaults.reopen(folder).close()


@pytest.mark.parametrize("name", ["keys.bin.new", "keys.backup.new"])
def test_nor_does_one_that_was_interrupted_while_it_wrote_the_keys(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "v"
    vaults.make(folder).close()
    (folder / "keys.backup").unlink()
    (folder / "keys.bin").rename(folder / name)
    with vaults.make(folder) as vault:
        assert vault.originals() == ()
    assert not (folder / name).exists()


def test_a_folder_that_is_no_vault_is_said_to_be_none(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotAVault):
            vaults.reopen(folder)
    assert list(tmp_path.iterdir()) == []


def test_one_process_at_a_time(tmp_path: Path) -> None:
    folder = tmp_path / "v"
    program = (
        "import sys\nfrom pathlib import Path\nfrom storage.errors import VaultInUse\n"
        "from storage.vault import Vault\n"
        "try:\n    Vault.open(Path(sys.argv[1]), sys.argv[2])\n"
        "except VaultInUse:\n    print('in use')\nelse:\n    print('opened')\n"
    )
    command = [sys.executable, "-c", program, str(folder), vaults.PASSPHRASE]

    def other() -> str:
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    with vaults.make(folder):
        assert other() == "in use"
        with pytest.raises(VaultInUse):
            vaults.reopen(folder)
    assert other() == "opened"


def test_after_locking_nothing_is_given_out(tmp_path: Path) -> None:
    vault = vaults.make(tmp_path / "v")
    original = vaults.seal(vault, vaults.noise(vaults.CHUNK * 3))
    file = vault.open_blob(original.id)
    file.read(10)
    draft = vault.draft()
    vault.close()
    vault.close()
    with pytest.raises((VaultClosed, ValueError)):
        file.read(3 * vaults.CHUNK)
    for use in (vault.originals, vault.custody, vault.draft, lambda: vault.signer("x")):
        with pytest.raises(VaultClosed):
            use()
    with pytest.raises(VaultClosed):
        vault.keep_original(draft, "jpeg", Provenance("folder", "n", None))
    assert len(list((tmp_path / "v" / "blobs").rglob("*.part"))) == 0


def test_changing_the_passphrase(tmp_path: Path) -> None:
    folder = tmp_path / "v"
    with vaults.make(folder) as vault:
        kept = vaults.seal(vault, b"kept")
        with pytest.raises(WrongPassphrase):
            vault.change_passphrase("not it", "new")
        with pytest.raises(EmptyPassphrase):
            vault.change_passphrase(vaults.PASSPHRASE, "")
        vault.change_passphrase(vaults.PASSPHRASE, "new")
        assert vault.custody()[-1].event == "passphrase changed"
    with pytest.raises(WrongPassphrase):
        vaults.reopen(folder)
    with vaults.reopen(folder, "new") as vault:
        assert vaults.content(vault, kept.id) == b"kept"
        assert vault.info().notes == ()


def test_an_id_may_be_shortened_while_it_is_the_only_one(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        original = vaults.seal(vault, b"one")
        assert vault.resolve(original.id) == original.id
        assert vault.resolve(original.id[:6].upper()) == original.id
        for wrong in ("", original.id[:3], "zzzz", original.id + "0", "0" * 32, "%" * 4):
            with pytest.raises(NoSuchItem):
                vault.resolve(wrong)


def test_items_that_are_not_there_are_named_so(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        for ask in (vault.original, vault.derivative, vault.open_blob, vault.record, vault.delete):
            with pytest.raises(NoSuchItem):
                ask("00" * 16)
        with pytest.raises(NoSuchItem):
            vault.note("00" * 16, {"summary": "x"})
        with pytest.raises(NoSuchItem):
            vault.keep_report("00" * 16, {})


def test_a_note_is_all_or_nothing_and_can_be_taken_back(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        original = vaults.seal(vault, b"one")
        with pytest.raises(BadValue):
            vault.note(original.id, {"summary": "x", "risk": "enormous"})
        assert vault.record(original.id).witness == {}
        vault.note(original.id, {"summary": "x", "risk": "high"})
        vault.note(original.id, {"risk": ""})
        assert vault.record(original.id).witness == {"summary": "x"}


def test_deleting_takes_everything_of_an_item(tmp_path: Path) -> None:
    folder = tmp_path / "v"
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, b"first")
        kept = vaults.seal(vault, b"second")
        vaults.derive(vault, original, b"copy")
        vault.note(original.id, {"summary": "x"})
        vault.delete(original.id)
        assert vault.originals() == (kept,)
        assert vault.check(deep=True) == ()
    with vaults.reopen(folder) as vault:
        assert vault.info().notes == ()
        assert [entry.event for entry in vault.custody(original.id)][-1] == "deleted"
        assert sum(path.is_file() for path in (folder / "blobs").rglob("*")) == 1


def test_wiping_leaves_nothing_of_its_own_and_nothing_else_is_touched(tmp_path: Path) -> None:
    folder = tmp_path / "v"
    vault = vaults.make(folder)
    vaults.seal(vault, b"first")
    (folder / "letter.txt").write_text("mine")
    vault.wipe()
    assert [entry.name for entry in folder.iterdir()] == ["letter.txt"]
    with pytest.raises(NotAVault):
        vaults.reopen(folder)


def test_two_purposes_share_no_key_and_a_purpose_keeps_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "v"
    with vaults.make(folder) as vault:
        first = vault.signer("bundle 1").private_bytes_raw()
        assert vault.signer("bundle 2").private_bytes_raw() != first
    with vaults.reopen(folder) as vault:
        assert vault.signer("bundle 1").private_bytes_raw() == first


def test_a_new_vault_costs_an_attacker_at_least_64_mib(tmp_path: Path) -> None:
    cost = slots.calibrate()
    assert cost.memory >= 64 * 1024
    assert cost.passes >= 3
    assert KdfCost() == KdfCost(128 * 1024, 3, 4)


def test_a_fixity_check_is_dated_in_the_record(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        original = vaults.seal(vault, b"one")
        assert vault.record(original.id).automatic["fixity_checked_at"] == original.sealed_at
        vault.check(deep=True)
        checked = vault.custody()[-1].at
        assert vault.record(original.id).automatic["fixity_checked_at"] == checked
