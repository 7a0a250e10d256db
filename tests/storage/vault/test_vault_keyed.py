"""A key is in its slot and in the list of keys, or in neither, whatever interrupts the change."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from storage.errors import DiskFull, WrongPassphrase
from storage.vault import Vault, shares
from tests.storage.vault import vaults
from tests.storage.vault.ending import ended_at


@pytest.fixture
def folder(quick: Path) -> Path:
    with vaults.make(quick / "v") as vault:
        vaults.seal(vault, vaults.noise(3000))
    return quick / "v"


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize("change", ["add", "remove"])
def test_a_change_of_keys_ended_at_every_step_is_all_or_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """What is listed opens, and what opens is listed, whatever moment the power fails."""
    cards = shares.deal(2, 2)
    together = shares.passphrase(cards.texts)
    with vaults.reopen(folder) as vault:
        if change == "remove":
            vault.add_shares(cards)
    outcomes, code, point = set(), 77, 0
    while code == 77:
        point += 1
        copy = folder.with_name(f"keys-{point}")
        shutil.copytree(folder, copy)

        def alter(copy: Path = copy) -> None:
            with vaults.reopen(copy) as vault:
                if change == "add":
                    vault.add_shares(cards)
                else:
                    vault.remove_key(slot_of(vault, cards.label))

        code = ended_at(point, alter, monkeypatch)
        with vaults.reopen(copy) as vault:
            listed = cards.label in {key.label for key in vault.opened_by()}
            assert vault.check(deep=True) == ()
            vault.check_custody()
        try:
            vaults.reopen(copy, together).close()
            opens = True
        except WrongPassphrase:
            opens = False
        assert opens == listed, point
        outcomes.add(listed)
        if opens:  # and nothing stands in the way of doing it again
            with vaults.reopen(copy) as vault:
                vault.remove_key(slot_of(vault, cards.label))
        shutil.rmtree(copy)
    assert code == 0
    assert outcomes == {True, False}


def slot_of(vault: Vault, label: str) -> int:
    return next(key.slot for key in vault.opened_by() if key.label == label)


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_key_that_was_just_used_is_not_undone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The crash came after the key file was written: who opens with the new key keeps it."""

    def add() -> None:
        vault = vaults.reopen(folder)
        real = vault._locks.store

        def stored(file: Any) -> None:
            real(file)
            os._exit(77)

        monkeypatch.setattr(vault._locks, "store", stored)
        vault.add_passphrase("second", "Ana")

    assert ended_at(10_000, add, monkeypatch) == 77
    with vaults.reopen(folder, "second") as vault:
        assert vault.info().notes == ()
        assert "Ana" in {key.label for key in vault.opened_by()}
    with vaults.reopen(folder) as vault:
        assert vault.info().notes == ()
        assert "Ana" in {key.label for key in vault.opened_by()}


def test_a_key_half_added_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with vaults.reopen(folder) as vault:

        def full(_file: Any) -> None:
            raise DiskFull("full")

        monkeypatch.setattr(vault._locks, "store", full)
        with pytest.raises(DiskFull):
            vault.add_passphrase("second", "Ana")
    with vaults.reopen(folder) as vault:
        assert [note.code for note in vault.info().notes] == ["keys-settled"]
        assert [key.label for key in vault.opened_by()] == ["passphrase"]
        assert vault.custody()[-1].event == "key removed"
    with pytest.raises(WrongPassphrase):
        vaults.reopen(folder, "second")


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_decoy_that_was_cut_leaves_two_sets_of_one_shape(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a set beside a whole one would tell that there was to be a decoy, and which is real."""

    def make(folder: Path) -> None:
        with vaults.reopen(folder) as vault:
            vault.make_decoy("decoy")

    codes, code, point = set(), 77, 1
    while code == 77:
        copy = folder.with_name(f"{point}")
        shutil.copytree(folder, copy)
        code = ended_at(point, lambda copy=copy: make(copy), monkeypatch)  # type: ignore[misc]  # a default of its own
        with vaults.reopen(copy) as vault:
            codes |= {note.code for note in vault.info().notes}
            assert vault.check(deep=True) == () or code == 77
        shapes = [sorted(path.name for path in (copy / name).iterdir()) for name in ("one", "two")]
        assert shapes == [["head", "index.db", "journal"]] * 2, point
        shutil.rmtree(copy)
        point += 3
    assert point > 20
    assert "keys-settled" in codes


def test_files_that_never_replaced_another_are_taken_away(folder: Path) -> None:
    names = ("keys.bin.new", "keys.backup.new", "guard.new", "one/head.new", "two/journal.new")
    for name in names:
        (folder / name).write_bytes(b"half of it")
    vaults.reopen(folder).close()
    assert not [name for name in names if (folder / name).exists()]
