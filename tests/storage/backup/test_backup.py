"""Out to a second place and back: whole, only what changed, wherever it is cut."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pytest
from typing_extensions import override

from storage.backup import exporting, listing
from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.restoring import restore
from storage.errors import (
    AlreadyExists,
    BackupNotKept,
    DiskFull,
    NotABackup,
    WrongPassphrase,
)
from storage.outlets.base import Limits
from storage.progress import Tick, silent
from storage.vault import Vault
from tests.storage.backup import places
from tests.storage.backup.places import Cut, Cuttable
from tests.storage.vault import held, vaults
from tests.storage.vault.conftest import quick

__all__ = ["quick"]  # a fixture of the vault's tests


def everything(folder: Path, passphrase: str = vaults.PASSPHRASE) -> object:
    with Vault.open(folder, passphrase) as vault:
        assert vault.info().notes == ()
        assert vault.check(deep=True) == ()
        return held.everything(vault)


@pytest.fixture
def folder(quick: Path) -> Path:
    with vaults.make(quick / "v") as vault:
        held.fill(vault, size=300_000)  # two chunks
    (quick / "disk").mkdir()
    return quick / "v"


@pytest.fixture
def disk(folder: Path) -> Path:
    return folder.parent / "disk"


def test_out_and_back(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        done = export(vault, FolderStore(disk))
        assert (done.blobs, done.findings, done.removed) == (6, (), 0)
        assert vault.custody()[-1].event == "backed up"
    back = restore(FolderStore(disk), folder.with_name("back"), vaults.PASSPHRASE)
    assert (back.blobs, back.listed, back.findings) == (6, True, ())
    assert everything(folder.with_name("back")) == everything(folder)
    with vaults.reopen(folder.with_name("back")) as vault:
        vault.check_custody()
        assert "restored" in {entry.event for entry in vault.custody()}


def test_only_what_changed_is_sent(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        added = vaults.seal(vault, b"one more")
        store = Cuttable(disk)
        done = export(vault, store)
        assert sorted(store.put_names) == sorted(
            ["keys", "books", "list", f"blobs/{added.id[:2]}/{added.id}"]
        )
        assert done.blobs == 7
        store = Cuttable(disk)
        export(vault, store)
        assert sorted(store.put_names) == ["books", "keys", "list"]


def test_what_was_deleted_leaves_the_backup_and_does_not_come_back(
    folder: Path, disk: Path
) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        gone = vault.originals()[0]
        vault.delete(gone.id)
        old = places.copied(disk, "old")
        assert export(vault, FolderStore(disk)).removed == 2
        assert not (disk / f"blobs/{gone.id[:2]}/{gone.id}").exists()
    # Blobs of an older copy beside newer books: what was deleted stays deleted.
    shutil.copytree(old / "blobs", disk / "blobs", dirs_exist_ok=True)
    restore(FolderStore(disk), folder.with_name("back"), vaults.PASSPHRASE)
    with vaults.reopen(folder.with_name("back")) as vault:
        assert gone.id not in {original.id for original in vault.originals()}
        assert len(vault.sealed_blobs()) == 4


def test_a_blob_that_was_lost_here_stays_in_the_backup(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        lost = vault.originals()[0]
    vaults.blob_file(folder, lost.id).unlink()
    with vaults.reopen(folder) as vault:
        assert export(vault, FolderStore(disk)).removed == 0
    restore(FolderStore(disk), folder.with_name("back"), vaults.PASSPHRASE)
    with vaults.reopen(folder.with_name("back")) as vault:
        assert vaults.content(vault, lost.id) == vaults.noise(300_000, 0)


@pytest.mark.parametrize("passphrase", [vaults.PASSPHRASE, "a decoy"])
def test_cut_anywhere_it_goes_on_and_what_is_there_restores(
    folder: Path, disk: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is written often here, so that every cut finds another state of the place."""
    monkeypatch.setattr(exporting, "_CHECKPOINT", 1)
    with vaults.reopen(folder) as vault:
        vault.make_decoy("a decoy")
        export(vault, FolderStore(disk))
        kept = {original.id for original in vault.originals()}
        vaults.seal(vault, vaults.noise(70_000, 9))
        vault.delete(vault.originals()[0].id)
        kept &= {original.id for original in vault.originals()}
        done, calls = None, 0
        while done is None:
            place = places.copied(disk, f"cut {calls}")
            try:
                done = export(vault, Cuttable(place, calls))
            except Cut:
                calls += 1
            target = folder.with_name(f"back {calls}")
            back = restore(FolderStore(place), target, passphrase)
            assert {found.code for found in back.findings} <= {"backup-unfinished"}
            if passphrase == vaults.PASSPHRASE:
                with Vault.open(target, passphrase) as copy:
                    assert kept <= {original.id for original in copy.originals()}
                    assert copy.check(deep=True) == ()
            # Each of these places is a copy of the first: a list that is older than the last.
            codes = {found.code for found in export(vault, FolderStore(place)).findings}
            assert codes <= {"backup-older"}
            shutil.rmtree(place, ignore_errors=True)
            shutil.rmtree(target, ignore_errors=True)
        assert calls > 10


def test_a_restore_that_was_cut_goes_on(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
    target, calls = folder.with_name("back"), 0
    while True:
        try:
            restore(Cuttable(disk, calls), target, vaults.PASSPHRASE)
            break
        except Cut:
            calls += 1
    assert calls > 5
    assert everything(target) == everything(folder)


def test_a_restore_goes_on_only_in_its_own_folder(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
    target = folder.with_name("back")
    with pytest.raises(Cut):
        restore(Cuttable(disk, 4), target, vaults.PASSPHRASE)
    other = folder.with_name("other")
    with vaults.make(other) as vault:
        (disk.with_name("disk 2")).mkdir()
        export(vault, FolderStore(disk.with_name("disk 2")))
    with pytest.raises(AlreadyExists):
        restore(FolderStore(disk.with_name("disk 2")), target, vaults.PASSPHRASE)
    with pytest.raises(AlreadyExists):
        restore(FolderStore(disk), folder, vaults.PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        restore(FolderStore(disk), folder.with_name("new"), "not this one")
    assert not folder.with_name("new").exists()
    with pytest.raises(NotABackup):
        restore(FolderStore(other), folder.with_name("new"), vaults.PASSPHRASE)


def test_a_place_with_other_things_is_refused(folder: Path, disk: Path) -> None:
    with vaults.make(folder.with_name("other")) as other:
        export(other, FolderStore(disk))
    with vaults.reopen(folder) as vault:
        with pytest.raises(AlreadyExists):
            export(vault, FolderStore(disk))
        (disk.with_name("photos")).mkdir()
        (disk.with_name("photos") / "family.jpg").write_bytes(b"x")
        with pytest.raises(AlreadyExists):
            export(vault, FolderStore(disk.with_name("photos")))


def test_every_file_of_a_place_altered_is_found(folder: Path, disk: Path) -> None:
    """One bit anywhere, or a file gone: told by name when it is restored, and mended when sent."""
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        originals = set(vault.originals())
        start = vault.which * (disk / "list").stat().st_size // listing.AREAS
    names = [path for path in sorted(disk.rglob("*")) if path.is_file()]
    assert len(names) == 9
    for path in names:
        for damage in ("flip", "gone"):
            if path.name == "keys":
                continue  # tested below: without keys nothing opens
            place = places.copied(disk, "damaged")
            hit = place / path.relative_to(disk)
            vaults.flip(
                hit, start + 70 if path.name == "list" else 1000
            ) if damage == "flip" else hit.unlink()
            target = folder.with_name("back")
            back = restore(FolderStore(place), target, vaults.PASSPHRASE)
            assert {found.code for found in back.findings} & {"backup-altered", "backup-missing"}
            with vaults.reopen(target) as vault:
                assert set(vault.originals()) == originals
            with vaults.reopen(folder) as vault:
                export(vault, FolderStore(place), deep=True)
            shutil.rmtree(target)
            assert restore(FolderStore(place), target, vaults.PASSPHRASE).findings == ()
            shutil.rmtree(target)
            shutil.rmtree(place)


def test_the_list_of_the_owner_is_found_altered_wherever_it_is(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        start = vault.which * (disk / "list").stat().st_size // listing.AREAS
        for at in (70, 88 + 70, 88 + 200):
            vaults.flip(disk / "list", start + at)
            found = export(vault, FolderStore(disk)).findings
            assert [finding.code for finding in found] == ["backup-altered"]
            assert export(vault, FolderStore(disk)).findings == ()


def test_an_old_list_put_back_is_noticed(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        old = places.copied(disk, "old")
        vaults.seal(vault, b"later")
        export(vault, FolderStore(disk))
        shutil.rmtree(disk)
        old.rename(disk)
        found = export(vault, FolderStore(disk)).findings
        assert [finding.code for finding in found] == ["backup-older"]


def test_old_books_beside_a_newer_list_are_noticed(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        old = (disk / "books").read_bytes()
        vaults.seal(vault, b"later")
        export(vault, FolderStore(disk))
    (disk / "books").write_bytes(old)
    back = restore(FolderStore(disk), folder.with_name("back"), vaults.PASSPHRASE)
    assert "backup-older" in {found.code for found in back.findings}


class Forgetful(FolderStore):
    """Says that it kept a file, and gives another back."""

    @override
    def put(self, name: str, source: BinaryIO, size: int, tick: Tick = silent) -> None:
        super().put(name, source, size, tick)
        if name.startswith("blobs/"):
            vaults.flip(self._folder / name, 200)


def test_a_place_that_does_not_keep_what_it_is_given_is_told(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault, pytest.raises(BackupNotKept):
        export(vault, Forgetful(disk))


class Small(FolderStore):
    """A place with next to no room."""

    @override
    def ask(self, _tick: Tick = silent) -> Limits:
        return Limits(free=500_000)


def test_room_is_asked_for_before_anything_is_sent(folder: Path, disk: Path) -> None:
    with vaults.reopen(folder) as vault:
        with pytest.raises(DiskFull) as caught:
            export(vault, Small(disk))
        assert caught.value.facts["free"] == 500_000
        assert list(disk.iterdir()) == []


def test_cancelled_anywhere_nothing_half_done_stays(folder: Path, disk: Path) -> None:
    class Stop(BaseException):
        pass

    turn, done = 0, False
    while not done:
        count = [turn]

        def stop(_done: int, _total: int, count: list[int] = count) -> None:
            count[0] -= 1
            if count[0] < 0:
                raise Stop

        with vaults.reopen(folder) as vault, suppress(Stop):
            export(vault, FolderStore(disk), deep=True, tick=stop)
            done = True
        turn += 3
        files = [path.name for path in disk.rglob("*") if path.is_file()]
        assert not [name for name in files if name.endswith(".new")]
        assert not list((folder / "blobs").rglob("*.part"))
    assert turn > 20
    with vaults.reopen(folder) as vault:
        assert export(vault, FolderStore(disk), deep=True).findings == ()


def test_names_and_shape_say_nothing(folder: Path, disk: Path) -> None:
    """Hexadecimal ids and four words; one set's backup has the shape of the other's."""
    with vaults.reopen(folder) as vault:
        vault.make_decoy("a decoy")
        export(vault, FolderStore(disk))
    before = (disk / "list").read_bytes()
    with vaults.reopen(folder, "a decoy") as vault:
        vaults.seal(vault, b"harmless")
        assert export(vault, FolderStore(disk)).blobs == 1
    for path in (one for one in disk.rglob("*") if one.is_file()):
        assert path.name in ("keys", "list", "books") or set(path.name) <= set("0123456789abcdef")
        assert b"note" not in path.read_bytes()
    assert len((disk / "list").read_bytes()) == len(before)
    # Both owners restore all that is theirs from the one place.
    for number, passphrase in enumerate((vaults.PASSPHRASE, "a decoy")):
        back = restore(FolderStore(disk), folder.with_name(f"back {number}"), passphrase)
        assert (back.blobs, back.listed, back.findings) == (7, True, ())
        assert everything(folder.with_name(f"back {number}"), passphrase) == everything(
            folder, passphrase
        )
