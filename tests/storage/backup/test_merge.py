"""Two vaults of one owner become one: nothing twice, nothing lost, wherever it is cut."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from storage import custody
from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.merging import Merged, merge
from storage.backup.restoring import restore
from storage.errors import DiskFull
from storage.vault import Vault, system
from tests.storage.vault import vaults
from tests.storage.vault.conftest import quick

__all__ = ["quick"]  # a fixture of the vault's tests

OTHER = "another harbour"


@pytest.fixture
def folders(quick: Path) -> tuple[Path, Path]:
    """Two vaults that have one photo in common, and each some of its own."""
    with vaults.make(quick / "mine") as mine:
        shared = vaults.seal(mine, vaults.noise(300_000, 1), "shared.jpg")
        mine.note(shared.id, {"summary": "mine", "keywords": "only mine"})
        vaults.seal(mine, vaults.noise(5000, 2), "mine.jpg")
    with Vault.create(quick / "other", OTHER, vaults.CHEAP) as other:
        fill(other)
    return quick / "mine", quick / "other"


def fill(other: Vault) -> None:
    shared = vaults.seal(other, vaults.noise(300_000, 1), "copy of shared.jpg")
    other.note(shared.id, {"summary": "theirs", "description": "only theirs"})
    vaults.derive(other, shared, vaults.noise(4000, 3))
    own = vaults.seal(other, vaults.noise(600_000, 4), "own.jpg")
    vaults.derive(other, own, vaults.noise(7000, 5))
    other.keep_report(own.id, {"facts": {"device": "x"}})
    other.keep_commitments("b1", {own.id: f"{7:064x}"})
    other.log("bundled", own.id, {"bundle": "b1"})
    clip = vaults.seal(other, vaults.noise(3000, 6), "own.mov")
    other.group(own.id, {clip.id: "clip"})
    gone = vaults.seal(other, b"gone", "gone.jpg")
    other.delete(gone.id)


def run(folders: tuple[Path, Path]) -> Merged:
    with vaults.reopen(folders[0]) as mine, Vault.open(folders[1], OTHER) as other:
        return merge(mine, other)


def check_all_came(folders: tuple[Path, Path]) -> None:
    with vaults.reopen(folders[0]) as mine, Vault.open(folders[1], OTHER) as other:
        assert mine.check(deep=True) == ()
        mine.check_custody()
        assert len(mine.originals()) == 4
        for theirs in other.originals():
            here = mine.find(theirs.sha256)
            assert here is not None
            assert vaults.content(mine, here.id) == vaults.content(other, theirs.id)
            assert {one.sha256 for one in other.derivatives(theirs.id)} <= {
                one.sha256 for one in mine.derivatives(here.id)
            }
        _, own, clip = other.originals()
        assert (mine.original(own.id), mine.derivatives(own.id)) == (own, other.derivatives(own.id))
        assert mine.report(own.id) == other.report(own.id)
        assert mine.commitments("b1") == other.commitments("b1")
        assert mine.bundles_of(own.id) == {"b1"}
        assert [(part.original, part.role) for part in mine.parts(own.id)] == [(clip, "clip")]
        check_what_was_said(mine, other)


def check_what_was_said(mine: Vault, other: Vault) -> None:
    shared = next(one for one in mine.originals() if one.provenance.name == "shared.jpg")
    notes = {"summary": "mine", "keywords": "only mine", "description": "only theirs"}
    assert mine.record(shared.id).witness == notes
    merged = [entry for entry in mine.custody(shared.id) if entry.event == "merged"]
    assert {"summary": "theirs"} in [entry.facts.get("differs") for entry in merged]
    log = mine.merged_log(other.log_key.public_bytes_raw().hex())
    assert custody.check(log, other.log_key) == log[-1].digest
    theirs = other.custody()
    assert log == theirs[: len(log)]
    assert len(log) >= len(theirs) - 1  # what the deep check of this test logged, if it did


def test_all_of_the_other_comes(folders: tuple[Path, Path]) -> None:
    done = run(folders)
    assert (done.taken, done.copies, done.duplicates, done.findings) == (2, 2, 1, ())
    check_all_came(folders)


def test_merging_again_changes_nothing(folders: tuple[Path, Path]) -> None:
    run(folders)
    with vaults.reopen(folders[0]) as mine:
        before = mine.custody()
    done = run(folders)
    assert (done.taken, done.copies, done.duplicates) == (0, 0, 3)
    with vaults.reopen(folders[0]) as mine:
        assert mine.custody() == before
    check_all_came(folders)


def test_what_is_new_there_comes_the_next_time(folders: tuple[Path, Path]) -> None:
    run(folders)
    with Vault.open(folders[1], OTHER) as other:
        own = other.originals()[1]
        other.note(own.id, {"summary": "later"})
    run(folders)
    with vaults.reopen(folders[0]) as mine:
        assert mine.record(own.id).witness == {"summary": "later"}
    check_all_came(folders)


class Stop(BaseException):
    """The person stops it."""


def test_stopped_anywhere_it_goes_on(folders: tuple[Path, Path]) -> None:
    turn, done = 0, False
    while not done:
        place = (folders[0].with_name(f"mine {turn}"), folders[1])
        shutil.copytree(folders[0], place[0])
        count = [turn]

        def stop(_done: int, _total: int, count: list[int] = count) -> None:
            count[0] -= 1
            if count[0] < 0:
                raise Stop

        with vaults.reopen(place[0]) as mine, Vault.open(place[1], OTHER) as other:
            try:
                merge(mine, other, stop)
                done = True
            except Stop:
                turn += 1
        assert not list((place[0] / "blobs").rglob("*.part"))
        run(place)
        check_all_came(place)
        shutil.rmtree(place[0])
    assert turn > 5


@pytest.mark.parametrize("number", range(0, 60, 7))
def test_a_disk_that_refuses_on_the_way_loses_nothing(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    writes = [number]

    def refuse(file: object, data: bytes) -> None:
        writes[0] -= 1
        if writes[0] < 0:
            raise OSError(28, "full")
        real(file, data)  # type: ignore[arg-type]  # passed on

    real = system.write_all
    with (
        vaults.reopen(folders[0]) as mine,
        Vault.open(folders[1], OTHER) as other,
        monkeypatch.context() as patch,
        suppress(DiskFull),
    ):
        patch.setattr(system, "write_all", refuse)
        merge(mine, other)
    run(folders)
    check_all_came(folders)


def test_what_is_damaged_there_is_named_and_the_rest_comes(folders: tuple[Path, Path]) -> None:
    with Vault.open(folders[1], OTHER) as other:
        own = other.originals()[1]
    vaults.flip(vaults.blob_file(folders[1], own.id), 200_000)
    with Vault.open(folders[1], OTHER) as other:
        other.note(own.id, {"summary": "said of what is damaged"})
    done = run(folders)
    assert [(found.code, found.part) for found in done.findings] == [
        ("not-merged", f"chunk 1 of item {own.id}")
    ]
    with vaults.reopen(folders[0]) as mine:
        assert len(mine.originals()) == 3
        assert mine.check(deep=True) == ()
    # Made whole again there, it comes with all that was said of it, though the log is here already.
    vaults.flip(vaults.blob_file(folders[1], own.id), 200_000)
    run(folders)
    with vaults.reopen(folders[0]) as mine:
        assert mine.record(own.id).witness == {"summary": "said of what is damaged"}
    check_all_came(folders)


def test_a_copy_that_went_its_own_way_comes_back(folders: tuple[Path, Path], quick: Path) -> None:
    """A vault and its restored copy have the same ids, the same key and a common log."""
    (quick / "disk").mkdir()
    with vaults.reopen(folders[0]) as mine:
        export(mine, FolderStore(quick / "disk"))
    restore(FolderStore(quick / "disk"), quick / "copy", vaults.PASSPHRASE)
    with vaults.reopen(quick / "copy") as copy:
        new = vaults.seal(copy, b"sealed in the copy")
        copy.note(copy.originals()[0].id, {"description": "said in the copy"})
    with vaults.reopen(folders[0]) as mine, vaults.reopen(quick / "copy") as copy:
        done = merge(mine, copy)
        assert (done.taken, done.duplicates) == (1, 2)
        assert mine.original(new.id) == new
        assert mine.record(mine.originals()[0].id).witness["description"] == "said in the copy"
        mine.check_custody()
        assert mine.check(deep=True) == ()


def test_what_was_deleted_here_comes_under_another_id(folders: tuple[Path, Path]) -> None:
    """A merge brings what the other has; what is left of an item that was deleted stays dead."""
    run(folders)
    with vaults.reopen(folders[0]) as mine:
        own = next(one for one in mine.originals() if one.provenance.name == "own.jpg")
        mine.delete(own.id)
    run(folders)
    with vaults.reopen(folders[0]) as mine:
        again = mine.find(own.sha256)
        assert again is not None
        assert again.id != own.id
        assert mine.check(deep=True) == ()
    (folders[0] / "one").joinpath("index.db").unlink()
    (folders[0] / "two").joinpath("index.db").unlink()
    with vaults.reopen(folders[0]) as mine:
        assert mine.find(own.sha256) is not None


def test_room_is_asked_for_first(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "free_space", lambda _folder: 16 << 20)
    with pytest.raises(DiskFull):
        run(folders)
    with vaults.reopen(folders[0]) as mine:
        assert len(mine.originals()) == 2
