"""Who can open the vault: several passphrases, a printed code, a decoy; and mending."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import (
    AlreadyExists,
    EmptyPassphrase,
    LastKey,
    NoFreeSlot,
    NoSuchKey,
    WrongPassphrase,
)
from storage.vault import Vault, layout, recovery_code, slots
from tests.storage.vault import vaults


def test_a_second_passphrase_opens_the_same(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        kept = vaults.seal(vault, b"kept")
        vault.add_passphrase("second", "for the lawyer")
        assert [key.label for key in vault.opened_by()].count("for the lawyer") == 1
        with pytest.raises(AlreadyExists):
            vault.add_passphrase("second")
        with pytest.raises(AlreadyExists):
            vault.change_passphrase(vaults.PASSPHRASE, "second")
        with pytest.raises(EmptyPassphrase):
            vault.add_passphrase("")
    for passphrase in (vaults.PASSPHRASE, "second"):
        with vaults.reopen(folder, passphrase) as vault:
            assert vault.originals() == (kept,)
            assert vault.custody()[-1].event == "key added"


def test_a_key_taken_away_opens_nothing_and_the_last_one_stays(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        (first,) = vault.opened_by()
        with pytest.raises(LastKey):
            vault.remove_key(first.slot)
        with pytest.raises(NoSuchKey):
            vault.remove_key((first.slot + 1) % 8)
        vault.add_passphrase("second")
        vault.remove_key(first.slot)
        assert len(vault.opened_by()) == 1
    with pytest.raises(WrongPassphrase):
        vaults.reopen(folder)
    vaults.reopen(folder, "second").close()


def test_the_slots_run_out_in_words(quick: Path) -> None:
    with vaults.make(quick / "v") as vault:
        for number in range(3):
            vault.add_passphrase(f"number {number}")
        with pytest.raises(NoFreeSlot):
            vault.add_passphrase("one too many")
        assert len(vault.opened_by()) == 4
    vaults.reopen(quick / "v", "number 2").close()


def test_a_recovery_code_opens_however_it_is_typed(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        kept = vaults.seal(vault, b"kept")
        code = vault.add_recovery_code()
    assert len(code) == 34
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("0", "O")):
        with vaults.reopen(folder, typed) as vault:
            assert vault.originals() == (kept,)


@given(st.integers(0, 27), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_letter_mistyped_in_a_code_is_noticed_or_opens_nothing(at: int, letter: str) -> None:
    drawn = "7K3M9QXT2B4NRS8WHJ5CVA1D00"
    whole = drawn + recovery_code._check(drawn)
    assert recovery_code.canonical(whole) is not None
    typed = whole[:at] + letter + whole[at + 1 :]
    code = recovery_code.canonical(typed)
    assert (code == recovery_code.canonical(whole)) is (typed == whole)


def test_a_passphrase_is_not_taken_for_a_code() -> None:
    for passphrase in ("", "a quiet harbour", "7K3M", "x" * 28, "é" * 28):
        assert recovery_code.canonical(passphrase) is None


def test_a_decoy_opens_its_own_items_and_knows_nothing_of_the_others(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        secret = vaults.seal(vault, vaults.noise(400_000))
        with pytest.raises(AlreadyExists):
            vault.make_decoy(vaults.PASSPHRASE)
        vault.make_decoy("decoy")
        assert vault.check(deep=True) == ()
    with vaults.reopen(folder, "decoy") as decoy:
        assert decoy.info().notes == ()
        assert decoy.originals() == ()
        assert decoy.find(secret.sha256) is None
        shown = vaults.seal(decoy, b"harmless")
        decoy.add_passphrase("decoy 2")
        decoy.add_passphrase("decoy 3")
        decoy.add_passphrase("decoy 4")
        with pytest.raises(NoFreeSlot):
            decoy.add_passphrase("decoy 5")
        assert decoy.check(deep=True) == ()
        assert decoy.custody()[0].event == "vault created"
        assert decoy.signer("x").private_bytes_raw() != b""
    with vaults.reopen(folder) as vault:
        assert vault.info().notes == ()
        assert vault.originals() == (secret,)
        assert vault.find(shown.sha256) is None
        assert vault.check(deep=True) == ()
    for passphrase in ("decoy", "decoy 4"):
        with vaults.reopen(folder, passphrase) as decoy:
            assert vaults.content(decoy, shown.id) == b"harmless"


def test_rebuilding_one_set_leaves_the_other_alone(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        secret = vaults.seal(vault, b"secret")
        vault.make_decoy("decoy")
    with vaults.reopen(folder, "decoy") as decoy:
        shown = vaults.seal(decoy, b"harmless")
    for name in ("one", "two"):
        (folder / name / "index.db").unlink()
    with vaults.reopen(folder) as vault:
        assert vault.originals() == (secret,)
    with vaults.reopen(folder, "decoy") as decoy:
        assert decoy.originals() == (shown,)


def test_a_vault_with_a_decoy_has_the_shape_of_one_without(quick: Path) -> None:
    vaults.make(quick / "plain").close()
    with vaults.make(quick / "decoy") as vault:
        vault.make_decoy("decoy")

    def shape(folder: Path) -> set[str]:
        return {str(path.relative_to(folder)) for path in folder.rglob("*")}

    assert shape(quick / "plain") == shape(quick / "decoy")
    assert (quick / "decoy" / "keys.bin").stat().st_size == slots.SIZE


def test_repair_writes_again_what_is_there_twice(quick: Path) -> None:
    folder, data = quick / "v", vaults.noise(vaults.CHUNK + 5)
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, data)
        other = vaults.seal(vault, b"other")
        path = vaults.blob_file(folder, original.id)
        whole = path.read_bytes()
        vaults.flip(path, 50)
        assert vault.repair() == ()
        assert path.read_bytes() == whole
        vaults.flip(path, len(whole) - 1)
        vaults.flip(folder / "keys.backup", 60)
        home = vaults.used_set(folder, vault)
        vaults.flip(home / "journal", 300)
        assert len(vault.check(deep=False)) == 3
        assert vault.repair() == ()
        assert vaults.content(vault, original.id) == data
        vaults.flip(path, layout.HEADER + 5)
        vaults.blob_file(folder, other.id).unlink()
        assert {(found.code, found.item) for found in vault.repair()} == {
            ("chunk-damaged", original.id),
            ("item-missing", other.id),
        }
    with Vault.open(folder, vaults.PASSPHRASE) as vault:
        assert {note.code for note in vault.info().notes} == {"items-missing"}


def test_one_item_beyond_repair_does_not_keep_the_others_from_it(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        lost, other = vaults.seal(vault, b"lost"), vaults.seal(vault, b"other")
        path = vaults.blob_file(folder, lost.id)
        vaults.flip(path, 50)
        footer = path.stat().st_size - layout.footer_length(path.read_bytes()[-4:], lost.id)
        vaults.flip(path, footer)
        vaults.flip(vaults.blob_file(folder, other.id), 50)
        assert {found.item for found in vault.repair()} == {lost.id}
        assert vaults.content(vault, other.id) == b"other"


def test_a_cut_blob_is_not_covered_up_by_repair(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, vaults.noise(vaults.CHUNK * 2))
        path = vaults.blob_file(folder, original.id)
        path.write_bytes(path.read_bytes()[: vaults.CHUNK])
        before = path.read_bytes()
        assert {found.item for found in vault.repair()} == {original.id}
        assert path.read_bytes() == before
