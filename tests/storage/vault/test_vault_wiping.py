"""The end of a vault: keys at once, files after them, whatever interrupts it; and its rehearsal."""

import shutil
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from storage.errors import AlreadyExists, NoPermission, VaultWiped, WrongPassphrase
from storage.vault import Vault, keyring, recovery_code, shares, system, wiping
from tests.storage.vault import vaults
from tests.storage.vault.ending import ended_at


class Stop(BaseException):
    pass


@pytest.fixture
def folder(quick: Path) -> Path:
    with vaults.make(quick / "v") as vault:
        for number in range(3):
            vaults.seal(vault, vaults.noise(3000, number), f"{number}.jpg")
    return quick / "v"


def nothing_opens(folder: Path) -> None:
    with pytest.raises(VaultWiped):
        vaults.reopen(folder)


def test_destroyed_keys_are_known_for_that_and_nothing_is_left_of_them(folder: Path) -> None:
    before = {name: (folder / name).read_bytes() for name in keyring.COPIES}
    with vaults.reopen(folder) as vault:
        vault.destroy_keys()
    assert keyring.wiped(folder)
    nothing_opens(folder)
    for name, old in before.items():
        new = (folder / name).read_bytes()
        assert len(new) == len(old)
        assert not any(old[at : at + 8] in new for at in range(0, len(old), 8))
    with pytest.raises(AlreadyExists):
        vaults.make(folder)


def test_after_the_keys_are_destroyed_none_is_written_again(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        vault.destroy_keys()
        for change in (
            lambda: vault.add_passphrase("another"),
            lambda: vault.change_passphrase(vaults.PASSPHRASE, "another"),
            lambda: vault.add_recovery_code(recovery_code.make()),
            lambda: vault.add_shares(shares.deal(2, 2)),
            lambda: vault.make_decoy("decoy"),
        ):
            with pytest.raises(VaultWiped):
                change()
    nothing_opens(folder)


def test_a_wipe_ticks_and_can_be_stopped_and_finished(folder: Path) -> None:
    vault = vaults.reopen(folder)
    seen: list[tuple[int, int]] = []

    def tick(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            raise Stop

    with pytest.raises(Stop):
        vault.wipe(tick)
    assert seen == [(0, 9), (1, 9), (2, 9)]
    nothing_opens(folder)
    wiping.finish(folder, lambda done, total: seen.append((done, total)))
    assert seen[3:] == [(number, 7) for number in range(8)]
    assert not folder.exists()


def test_the_keys_go_while_other_work_holds_the_vault(folder: Path) -> None:
    """A panic must not wait for an import: the vault's own lock is held by another thread here."""
    with vaults.reopen(folder) as vault:
        held, let_go = threading.Event(), threading.Event()

        def work() -> None:
            with vault._lock:
                held.set()
                let_go.wait(60)

        worker = threading.Thread(target=work)
        worker.start()
        held.wait(60)
        vault.destroy_keys()
        assert keyring.wiped(folder)
        let_go.set()
        worker.join()


def test_what_is_not_the_vault_s_stays(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    (folder / "mine.txt").write_text("mine")
    (folder / "blobs" / "link").symlink_to(outside)
    with vaults.reopen(folder) as vault:
        vault.wipe()
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert (outside / "kept").read_text() == "kept"


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_wipe_ended_at_every_step_is_finished(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Either the vault opens as before, or it is known for wiped and finishing takes it away."""
    opened, wiped, code, point = 0, 0, 77, 0
    while code == 77:
        point += 1
        copy = folder.with_name(f"{point}")
        shutil.copytree(folder, copy)
        code = ended_at(point, lambda copy=copy: vaults.reopen(copy).wipe(), monkeypatch)  # type: ignore[misc] # bound at once
        if code == 0:
            assert not copy.exists()
            break
        try:
            vaults.reopen(copy).close()
            opened += 1
            continue
        except VaultWiped:
            wiped += 1
            wiping.finish(copy)
        except Exception:  # noqa: BLE001 # nothing of it is left but an empty folder
            assert [path.name for path in copy.iterdir()] == []
            continue
        assert not copy.exists()
    assert code == 0
    assert opened >= 1
    assert wiped > 10


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_making_a_decoy_ended_at_every_step_leaves_both_sets_or_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is open stays; the old decoy opens as it was or not at all; the new one is whole."""
    with vaults.reopen(folder) as vault:
        kept = vault.originals()
        vault.make_decoy("old decoy")
    with vaults.reopen(folder, "old decoy") as decoy:
        shown = vaults.seal(decoy, b"harmless")
    outcomes, code, point = set(), 77, 0
    while code == 77:
        point += 1
        copy = folder.with_name(f"decoy-{point}")
        shutil.copytree(folder, copy)

        def make(copy: Path = copy) -> None:
            with vaults.reopen(copy) as vault:
                vault.make_decoy("new decoy")

        code = ended_at(point, make, monkeypatch)
        with vaults.reopen(copy) as vault:
            assert vault.originals() == kept
            assert vault.check(deep=True) == ()
        found = []
        for passphrase, items in (("old decoy", (shown,)), ("new decoy", ())):
            try:
                with vaults.reopen(copy, passphrase) as decoy:
                    assert decoy.info().notes == ()
                    assert decoy.originals() == items
                    found.append(passphrase)
            except WrongPassphrase:
                continue
        outcomes.add(tuple(found))
        shutil.rmtree(copy)
    assert code == 0
    assert outcomes == {("old decoy",), (), ("new decoy",)}


def test_a_decoy_is_not_made_over_what_somebody_wants_to_keep(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        kept = vault.originals()
        vault.make_decoy("decoy", keep=vaults.PASSPHRASE)
    with vaults.reopen(folder, "decoy") as decoy:
        for mistaken in (vaults.PASSPHRASE, "no passphrase of it"):
            with pytest.raises(WrongPassphrase):
                decoy.make_decoy("another", keep=mistaken)
    with vaults.reopen(folder) as vault:
        assert vault.originals() == kept


def test_a_copy_of_the_keys_that_cannot_be_written_does_not_save_the_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = system.open_file

    def guarded(path: Path, *, writable: bool = False) -> Any:
        if writable and path.name == "keys.bin":
            raise PermissionError(13, "no")
        return real(path, writable=writable)

    monkeypatch.setattr(system, "open_file", guarded)
    with vaults.reopen(folder) as vault, pytest.raises(NoPermission):
        vault.destroy_keys()
    monkeypatch.undo()
    assert not (folder / "keys.bin").exists()
    nothing_opens(folder)


def test_a_rehearsal_destroys_nothing_and_says_what_would_be(folder: Path) -> None:
    def everything() -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }

    (folder / "mine.txt").write_text("mine")
    before = everything()
    rehearsed = wiping.rehearse(folder)
    assert everything() == before
    theirs = [name for name in before if name.startswith(("one/", "two/", "blobs/"))]
    assert rehearsed.files == len(theirs) == 9
    assert rehearsed.size == sum(len(before[name]) for name in theirs)
    assert rehearsed.strangers == 1
    assert 0 < rehearsed.key_seconds < rehearsed.seconds
    with vaults.reopen(folder) as vault:
        assert wiping.rehearse(folder).files == 9  # also while it is open
        assert vault.check(deep=True) == ()


def test_a_rehearsal_that_fails_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> tuple[float, float]:
        _path.mkdir()
        raise OSError(28, "full")

    monkeypatch.setattr(wiping, "_measure", full)
    with pytest.raises(Exception, match="no room"):
        wiping.rehearse(folder)
    assert not (folder / "rehearsal").exists()
    Vault.open(folder, vaults.PASSPHRASE).close()
