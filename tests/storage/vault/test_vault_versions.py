"""Other versions: an old index is brought to this one, a later one is left as it is and said."""

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from storage.errors import NewerVersion
from storage.vault import layout, schema
from storage.vault.boxes import derive
from tests.storage.vault import vaults
from tests.storage.vault.test_vault_vectors import VECTORS


def index_of(folder: Path) -> tuple[Path, bytes]:
    with vaults.reopen(folder) as vault:
        return vaults.used_set(folder, vault) / "index.db", vault._master.derive("index")


def connected(path: Path, key: bytes) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_later_index_is_refused_and_not_touched(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        vaults.seal(vault, b"x")
    path, key = index_of(folder)
    connection = connected(path, key)
    connection.execute(f"PRAGMA application_id = {len(schema.MIGRATIONS) + 1}")
    connection.commit()
    connection.close()
    before = snapshot(folder)
    with pytest.raises(NewerVersion):
        vaults.reopen(folder)
    assert snapshot(folder) == before


def test_a_later_blob_is_refused(quick: Path) -> None:
    with vaults.make(quick / "v") as vault:
        prefix = layout.MAGIC + (2).to_bytes(2, "big") + bytes.fromhex("ab" * 16)
        header = prefix + vault._master.seal("wrap", bytes(32), prefix)
        with pytest.raises(NewerVersion):
            layout.open_header(vault._master, "ab" * 16, header)


def test_the_first_index_is_brought_to_this_version(tmp_path: Path) -> None:
    """The committed vault has the tables of the first step; opening takes every one since."""
    folder = tmp_path / "v"
    shutil.copytree(VECTORS / "v1", folder)
    master = bytes.fromhex("4294d627fb3e7dd61077aff33f6d226758e7fe0acc3d0ce9893d8ad909c5afad")
    path, key = folder / "one" / "index.db", derive(master, "index")
    connection = connected(path, key)
    assert connection.execute("PRAGMA application_id").fetchone() == (1,)
    before = connection.execute("SELECT * FROM records").fetchall()
    connection.close()
    with vaults.reopen(folder, "Früh am Hafen") as vault:
        assert vault.info().notes == ()
    connection = connected(path, key)
    assert connection.execute("PRAGMA application_id").fetchone() == (len(schema.MIGRATIONS),)
    assert connection.execute("SELECT * FROM records").fetchall() == before
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert {table.name for table in schema.TABLES} <= tables
    connection.close()
