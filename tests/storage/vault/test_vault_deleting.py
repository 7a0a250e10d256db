"""Deleting many at once, stopping in the middle, and what a crash on the way leaves of them."""

from pathlib import Path

import pytest

from storage.errors import DiskFull, NoSuchItem
from storage.vault import Draft, Vault, books, rebuild
from tests.storage.vault import vaults

SAID = "who stood there"


class Stopped(BaseException):
    """What a caller's tick raises."""


def filled(folder: Path, number: int) -> list[str]:
    """Make a vault of so many items of which something is said; return their ids."""
    with vaults.make(folder) as vault:
        items = [vaults.seal(vault, vaults.noise(900, at), f"{at}.jpg").id for at in range(number)]
        for item in items:
            vault.note(item, {"summary": f"{SAID} {item}"})
    return items


def journal_of(vault: Vault) -> str:
    home = vaults.used_set(vault.folder, vault)
    return str(rebuild.read_frames(home, vault._master)[0])


def ids(vault: Vault) -> list[str]:
    return [original.id for original in vault.originals()]


def test_the_journal_is_written_anew_once_for_all(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = filled(quick / "v", 4)
    written: list[None] = []
    rewrite = books.Books.rewrite_journal

    def counted(self: books.Books) -> None:
        written.append(None)
        rewrite(self)

    with vaults.reopen(quick / "v") as vault:
        monkeypatch.setattr(books.Books, "rewrite_journal", counted)
        seen: list[tuple[int, int]] = []
        vault.delete(*items[:3], tick=lambda done, total: seen.append((done, total)))
        assert seen == [(0, 3), (1, 3), (2, 3)]
        assert len(written) == 1
        assert ids(vault) == items[3:]
        assert all(f"{SAID} {item}" not in journal_of(vault) for item in items[:3])
        assert f"{SAID} {items[3]}" in journal_of(vault)
    with vaults.reopen(quick / "v") as vault:
        assert vault.mended == ()
        assert [entry.event for entry in vault.custody()][-3:] == ["deleted"] * 3


def test_stopped_in_the_middle_those_before_are_wholly_gone(quick: Path) -> None:
    items = filled(quick / "v", 3)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    with vaults.reopen(quick / "v") as vault:
        with pytest.raises(Stopped):
            vault.delete(*items, tick=stop)
        assert ids(vault) == items[2:]
        assert all(f"{SAID} {item}" not in journal_of(vault) for item in items[:2])
    with vaults.reopen(quick / "v") as vault:
        assert vault.mended == ()


def test_one_that_is_not_there_ends_it_and_nothing_else_is_lost(quick: Path) -> None:
    items = filled(quick / "v", 2)
    with vaults.reopen(quick / "v") as vault:
        with pytest.raises(NoSuchItem):
            vault.delete(items[0], "0" * 32, items[1])
        assert ids(vault) == items[1:]
        assert vault.check(deep=True) == ()


def test_what_was_only_decided_is_finished_by_the_next_opening_with_all_that_was_said(
    quick: Path,
) -> None:
    items = filled(quick / "v", 2)
    with vaults.reopen(quick / "v") as vault:
        vault.condemn(items[0])
        assert f"{SAID} {items[0]}" in journal_of(vault)
    with vaults.reopen(quick / "v") as vault:
        assert [note.code for note in vault.mended] == ["erasing-finished"]
        assert f"{SAID} {items[0]}" not in journal_of(vault)
        assert f"{SAID} {items[1]}" in journal_of(vault)
    with vaults.reopen(quick / "v") as vault:
        assert vault.mended == ()
        assert ids(vault) == items[1:]


def test_a_disk_that_is_full_does_not_keep_a_vault_shut_in_which_something_was_to_be_erased(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = filled(quick / "v", 2)
    with vaults.reopen(quick / "v") as vault:
        vault.condemn(items[0])

    def full(_self: books.Books) -> None:
        raise DiskFull("there is no room left on the disk", part="journal")

    with monkeypatch.context() as no_room:
        no_room.setattr(books.Books, "rewrite_journal", full)
        with vaults.reopen(quick / "v") as vault:
            assert ids(vault) == items[1:]
    with vaults.reopen(quick / "v") as vault:
        assert [note.code for note in vault.mended] == ["erasing-finished"]
        assert f"{SAID} {items[0]}" not in journal_of(vault)


def test_what_was_decided_stays_so_where_the_index_is_lost_before_it_is_done(quick: Path) -> None:
    gone, kept = filled(quick / "v", 2)
    with vaults.reopen(quick / "v") as vault:
        copies = [
            vaults.derive(vault, vault.original(item), item.encode()) for item in (gone, kept)
        ]
        home = vaults.used_set(quick / "v", vault)
        vault.condemn(gone)
    (home / "index.db").unlink()
    with vaults.reopen(quick / "v") as vault:
        assert ids(vault) == [kept]
        assert vault.derivatives(gone) == ()
        assert [copy.id for copy in vault.derivatives(kept)] == copies[1:]
        assert f"{SAID} {gone}" not in journal_of(vault)
        assert f"{SAID} {kept}" in journal_of(vault)
    assert not vaults.blob_file(quick / "v", copies[0]).exists()


def test_a_copy_that_is_made_while_its_original_is_deleted_is_not_kept(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (item,) = filled(quick / "v", 1)
    complete = Draft.complete
    with vaults.reopen(quick / "v") as vault:
        original = vault.original(item)

        def deleted_meanwhile(self: Draft, record: dict[str, object]) -> Path:
            vault.delete(item)
            return complete(self, record)

        monkeypatch.setattr(Draft, "complete", deleted_meanwhile)
        with pytest.raises(NoSuchItem):
            vaults.derive(vault, original, b"a copy")
        assert vault.sealed_blobs() == ()
    with vaults.reopen(quick / "v") as vault:
        assert vault.mended == ()
