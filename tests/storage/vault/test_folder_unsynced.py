"""SQLite commits, and then cannot sync its folder: it says that it failed, though all is there."""

from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from storage.errors import DiskFailed
from storage.vault import Vault, system
from tests.storage.vault import vaults


class _Unsynced:
    """A connection whose first commit is done, and told as an error of the disk."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._told = False

    def execute(self, statement: str, *values: object) -> Any:
        done = self._connection.execute(statement, *values)
        if statement == "COMMIT" and not self._told:
            self._told = True
            raise dbapi2.OperationalError("disk I/O error")
        return done

    def close(self) -> None:
        self._connection.close()


def spoil(vault: Vault) -> None:
    index = vault._books.index
    index._connection = _Unsynced(index._connection)


def test_a_folder_that_can_be_synced_after_all_costs_nothing(tmp_path: Path) -> None:
    with vaults.make(tmp_path / "v") as vault:
        original = vaults.seal(vault, b"one")
        spoil(vault)
        vault.note(original.id, {"summary": "kept"})
        other = vaults.seal(vault, b"two")
        vault.check_custody()
    with vaults.reopen(tmp_path / "v") as vault:
        assert vault.info().notes == ()
        assert vault.record(original.id).witness == {"summary": "kept"}
        assert vaults.content(vault, other.id) == b"two"
        assert vault.check(deep=True) == ()


def test_a_folder_that_cannot_be_synced_is_said_and_the_books_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    with vaults.make(tmp_path / "v") as vault:
        original = vaults.seal(vault, b"one")
        spoil(vault)
        with monkeypatch.context() as patched:
            patched.setattr(system, "sync_folder", refuse)
            with pytest.raises(DiskFailed):
                vault.note(original.id, {"summary": "not surely"})
        vault.note(original.id, {"summary": "after"})
        vault.check_custody()
        assert vault._books.index.stands()
    with vaults.reopen(tmp_path / "v") as vault:
        assert vault.info().notes == ()
        assert vault.record(original.id).witness == {"summary": "after"}
        assert vault.check(deep=True) == ()
