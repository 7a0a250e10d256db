"""Opening without going through what is kept at length, and doing that afterwards."""

import shutil
from pathlib import Path

import pytest

from storage.errors import DamagedVault, NoSuchItem
from storage.records import Provenance
from storage.vault import KdfCost, Vault, system
from tests.storage.vault import vaults

PAGE = 4096
CHEAP = KdfCost(memory=64, passes=1, lanes=1)
PASSPHRASE = "six quiet words for one test"


@pytest.fixture
def item(tmp_path: Path) -> str:
    """Make a vault with one item whose report is most of its index; return its id."""
    with Vault.create(tmp_path / "vault", PASSPHRASE, CHEAP) as vault:
        draft = vault.draft()
        draft.write(b"content")
        kept = vault.keep_original(draft, "jpeg", Provenance("folder", "a.jpg", None)).id
        vault.note(kept, {"summary": "said"})
        vault.keep_report(kept, {"traces": "x" * 2_000_000})
    return kept


def index_of(folder: Path) -> Path:
    return max(folder.glob("*/index.db"), key=lambda path: path.stat().st_size)


def flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1]))


def opened(folder: Path, *, soon: bool) -> Vault:
    return Vault.open(folder, PASSPHRASE, soon=soon)


def test_a_whole_vault_is_found_whole_while_it_is_written_to(tmp_path: Path, item: str) -> None:
    with opened(tmp_path / "vault", soon=True) as vault:
        vault.note(item, {"summary": "another"})
        assert vault.look_through()
        assert vault.info().notes == ()
    with opened(tmp_path / "vault", soon=False) as vault:
        assert vault.info().notes == ()


def test_a_broken_body_is_refused_when_read_found_afterwards_and_mended_by_the_next_opening(
    tmp_path: Path, item: str
) -> None:
    folder = tmp_path / "vault"
    index = index_of(folder)
    flip(index, index.stat().st_size // 2)
    with opened(folder, soon=True) as vault:
        assert vault.info().notes == ()
        with pytest.raises(DamagedVault):
            vault.report(item)
        assert not vault.look_through()
    with opened(folder, soon=True) as vault:
        assert [note.code for note in vault.info().notes] == ["index-altered"]
        assert vault.look_through()
        assert vault.report(item) is None  # examining again finds it again
        assert vault.record(item).witness == {"summary": "said"}
    with opened(folder, soon=True) as vault:
        assert vault.info().notes == ()
    assert len(list(index.parent.glob("index.db.aside-*"))) == 1


def test_an_old_page_of_the_rows_is_found_before_anything_is_opened(
    tmp_path: Path, item: str
) -> None:
    folder = tmp_path / "vault"
    index = index_of(folder)
    before = index.read_bytes()
    with opened(folder, soon=True) as vault:
        vault.note(item, {"summary": "later"})
    after = index.read_bytes()
    changed = [at for at in range(0, len(after), PAGE) if before[at:][:PAGE] != after[at:][:PAGE]]
    assert len(changed) > 2
    for at in changed:
        copy = tmp_path / f"copy-{at}"
        shutil.copytree(folder, copy)
        mixed = after[:at] + before[at : at + PAGE] + after[at + PAGE :]
        (copy / index.relative_to(folder)).write_bytes(mixed)
        with opened(copy, soon=True) as vault:
            assert vault.info().notes
            assert vault.record(item).witness == {"summary": "later"}


def sealed(vault: Vault, content: bytes) -> str:
    draft = vault.draft()
    draft.write(content)
    return vault.keep_original(draft, "jpeg", Provenance("folder", "b.jpg", None)).id


@pytest.mark.parametrize("soon", [True, False])
def test_an_old_page_of_what_sqlite_finds_rows_by_is_found(tmp_path: Path, *, soon: bool) -> None:
    """Its rows add up, and yet one of them would not be found: by its id, its content, its item."""
    folder = tmp_path / "vault"
    with Vault.create(folder, PASSPHRASE, CHEAP) as vault:
        sealed(vault, b"one")
        index = vaults.used_set(folder, vault) / "index.db"
        before = index.read_bytes()
        second = sealed(vault, b"two")
        pages = vault._books.index.rows(
            "SELECT name, rootpage FROM sqlite_schema"
            " WHERE type = 'index' AND tbl_name IN ('records', 'custody')"
        )
    after = index.read_bytes()
    assert len(pages) == 5
    for name, page in pages:
        at = (page - 1) * PAGE
        old = before[at : at + PAGE]
        assert old != after[at : at + PAGE], name
        copy = tmp_path / name
        shutil.copytree(folder, copy)
        (copy / index.relative_to(folder)).write_bytes(after[:at] + old + after[at + PAGE :])
        with opened(copy, soon=soon) as vault:
            assert [note.code for note in vault.mended] == ["index-altered"], name
            assert vault.find(vault.original(second).sha256) == vault.original(second)
            assert [entry.event for entry in vault.custody(second)] == ["sealed"]


def test_the_memory_of_an_opening_is_given_back_and_all_is_still_there(
    tmp_path: Path, item: str
) -> None:
    with Vault.open(tmp_path / "vault", PASSPHRASE, soon=True) as vault:
        (held,) = vault._books.index.rows("PRAGMA cache_size")
        vault.let_go()
        (left,) = vault._books.index.rows("PRAGMA cache_size")
        assert left[0] > held[0], "KiB below zero: it may hold less"
        assert [one.id for one in vault.originals()] == [item]
        assert vault.look_through()
    with Vault.open(tmp_path / "vault", PASSPHRASE) as vault:
        assert vault._books.index.rows("PRAGMA cache_size") == [left]
        with pytest.raises(NoSuchItem):
            vault.original("0" * 32)


def test_the_list_that_opening_read_is_the_list(tmp_path: Path, item: str) -> None:
    folder = tmp_path / "vault"
    with opened(folder, soon=False) as vault:
        second, part = sealed(vault, b"two"), sealed(vault, b"three")
        vault.group(second, {part: "raw"})
        expected = vault.leads()
    with opened(folder, soon=True) as vault:
        early = vault._early
        assert early is not None, "it was read while opening"
        assert early.leads == expected
        assert [one.id for one in expected] == [item, second]
        assert vault.leads() is early.leads
        assert vault.leads() is not early.leads, "it is not kept"


def test_the_list_that_opening_read_is_not_given_after_a_change(tmp_path: Path, item: str) -> None:
    folder = tmp_path / "vault"
    with opened(folder, soon=True) as vault:
        second = sealed(vault, b"two")
        assert [one.id for one in vault.leads()] == [item, second]
    with opened(folder, soon=True) as vault:
        vault.delete(item)
        assert [one.id for one in vault.leads()] == [second]


def test_the_list_of_an_index_that_does_not_stand_is_not_given(tmp_path: Path, item: str) -> None:
    """Its rows add up, so the list is read; then SQLite finds that an index of its own is old."""
    folder = tmp_path / "vault"
    with opened(folder, soon=False) as vault:
        index = vaults.used_set(folder, vault) / "index.db"
        before = index.read_bytes()
        second = sealed(vault, b"two")
        ((page,),) = vault._books.index.rows(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'records_by_sha256'"
        )
    after = index.read_bytes()
    at = (page - 1) * PAGE
    index.write_bytes(after[:at] + before[at : at + PAGE] + after[at + PAGE :])
    with opened(folder, soon=True) as vault:
        assert [note.code for note in vault.mended] == ["index-altered"]
        assert vault._early is not None, "it was read"
        assert vault._early.state != vault._books.index.state, "and is worth nothing"
        assert [one.id for one in vault.leads()] == [item, second]


def test_what_lies_among_the_blobs_is_told_apart(tmp_path: Path, item: str) -> None:
    folder = tmp_path / "vault"
    with opened(folder, soon=False) as vault:
        home = vault._blobs.path(item).parent
        prefix = home.name
        stray = ["x", prefix + "0" * 29, prefix + "g" * 30, "é" * 32, prefix + "A" * 30]
        elsewhere = ("0" if prefix[0] != "0" else "1") + item[1:]
        for name in (*stray, elsewhere, item + ".part", elsewhere + ".part"):
            (home / name).write_bytes(b"")
        assert vault._blobs.both() == ({item}, [item])
        assert list(vault._blobs.names()) == [item]
        for name in (*stray, elsewhere, item + ".part", elsewhere + ".part"):
            (home / name).unlink()
        assert vault._blobs.both() == ({item}, [])
        (home / elsewhere).write_bytes(b"")  # of an id's length, and in the wrong folder
        assert vault._blobs.both() == ({item}, [])


def test_reading_ahead_is_only_a_hint(tmp_path: Path, item: str) -> None:
    index = index_of(tmp_path / "vault")
    before = index.read_bytes()
    system.read_ahead(index)
    system.read_ahead(tmp_path / "not there")
    system.read_ahead(tmp_path)
    assert index.read_bytes() == before
