"""index.db: the rows, encrypted by SQLCipher, and a digest over all of them.

SQLCipher authenticates each page but not that the pages belong together: an old
page put back goes unseen. So every change carries a keyed multiset digest of
all rows forward (the sum modulo 2^256 of one keyed BLAKE2b a row), and opening
computes it anew. What it must be is kept outside, in ``head``.
"""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from storage.errors import (
    DamagedVault,
    DiskFailed,
    DiskFull,
    NewerVersion,
    NoPermission,
    StorageError,
    VaultClosed,
)
from storage.records import canonical
from storage.vault import schema, system
from storage.vault.keys import MasterKey

_MODULUS = 1 << 256
_DIGEST = 32
_FIRST_PAGE = 1 << 31
_FULL, _IO_ERROR, _READ_ONLY, _CANNOT_OPEN = 13, 10, 8, 14
_PRIMARY = 0xFF
_SETTINGS = (
    "PRAGMA cipher_compatibility = 4",
    "PRAGMA cipher_page_size = 4096",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
)

Value = str | int | None


@dataclass(frozen=True, slots=True)
class State:
    """How far the rows are: a step counter, their digest, and the digest one step before."""

    counter: int
    digest: bytes
    previous: bytes


class Change:
    """One transaction in the making: rows go in and out, the digest goes along."""

    def __init__(self, connection: Any, key: bytes, digest: bytes) -> None:
        self._connection = connection
        self._key = key
        self._sum = int.from_bytes(digest, "big")
        self.touched = False

    @property
    def digest(self) -> bytes:
        """The digest over all rows, this change included."""
        return (self._sum % _MODULUS).to_bytes(_DIGEST, "big")

    def put(self, table: schema.Table, *values: Value) -> None:
        """Insert a row, or replace the one with the same key."""
        self.remove(table, *values[: table.keys])
        places = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table.name} VALUES ({places})", values)  # noqa: S608  # the table's name is our own
        self._sum += element(self._key, table, values)
        self.touched = True

    def remove(self, table: schema.Table, *key: Value) -> None:
        """Take the rows away that begin with this key; nothing happens where there are none."""
        where = " AND ".join(f"{column} = ?" for column in table.columns[: len(key)])
        gone = self._connection.execute(
            f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE {where}",  # noqa: S608  # names are our own
            key,
        ).fetchall()
        for row in gone:
            self._sum -= element(self._key, table, row)
        if gone:
            self._connection.execute(f"DELETE FROM {table.name} WHERE {where}", key)  # noqa: S608  # as above
            self.touched = True


def element(key: bytes, table: schema.Table, row: tuple[Value, ...]) -> int:
    """Return what one row adds to the digest."""
    said: Value | bytes = row[table.hashed[0]]
    if len(table.hashed) > 1 or not isinstance(said, str):
        said = canonical([row[column] for column in table.hashed])
    text = said.encode() if isinstance(said, str) else said
    person = table.name.encode()
    hashed = hashlib.blake2b(text, digest_size=_DIGEST, key=key, person=person)
    return int.from_bytes(hashed.digest(), "big")


class Index:
    """The open database of one set. Safe to use from several threads."""

    def __init__(self, path: Path, master: MasterKey, *, fresh: bool = False) -> None:
        """Open the database, or make a fresh one, and bring it to this version.

        Raises DamagedVault where it is not what was written, NewerVersion for a later one.
        """
        self._lock = threading.RLock()
        self._row_key = master.derive("rows")
        self._connection: Any = None
        try:
            with _sql():
                self._connection = _connect(path, master.derive("index"))
                self._migrate(fresh=fresh)
            self.state = self._read_state()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the database; what wants it later gets VaultClosed."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                with suppress(dbapi2.Error):
                    connection.close()

    def rows(self, statement: str, *values: Value) -> list[tuple[Any, ...]]:
        """Return all rows of a SELECT."""
        with self._lock, _sql():
            found: list[tuple[Any, ...]] = self._open().execute(statement, values).fetchall()
        return found

    @contextmanager
    def change(self) -> Iterator[Change]:
        """Commit what is done inside as one step, on the disk before this returns, or nothing."""
        with self._lock, _sql():
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
            try:
                change = Change(connection, self._row_key, self.state.digest)
                yield change
                self.state = self._commit(connection, change)
            except BaseException:
                with suppress(dbapi2.Error):
                    connection.execute("ROLLBACK")
                raise

    def _commit(self, connection: Any, change: Change) -> State:
        state = State(self.state.counter + 1, change.digest, self.state.digest)
        _write_state(connection, state)
        connection.execute("COMMIT")
        return state

    def recompute(self) -> bytes:
        """Return the digest over the rows as they are, from nothing."""
        total = 0
        for table in schema.TABLES:
            columns = ", ".join(
                column if number in table.hashed else "NULL"
                for number, column in enumerate(table.columns)
            )
            with self._lock, _sql():
                for row in self._open().execute(f"SELECT {columns} FROM {table.name}"):  # noqa: S608  # names are our own
                    total += element(self._row_key, table, row)
        return (total % _MODULUS).to_bytes(_DIGEST, "big")

    def indexed(self) -> bool:
        """Whether SQLite's own indexes say what their tables say.

        The digest is taken from the tables; an old page of an index put back would hide rows.
        """
        return all(
            self._scan(f"SELECT rowid, {column} FROM {table} NOT INDEXED")  # noqa: S608  # names are our own
            == self._scan(f"SELECT rowid, {column} FROM {table} INDEXED BY {index}")  # noqa: S608  # as above
            for table, column, index in schema.INDEXES
        )

    def _scan(self, statement: str) -> int:
        with self._lock, _sql():
            return sum(map(hash, self._open().execute(statement)))

    def sound(self) -> bool:
        """Whether every page is authentic and SQLite finds its own structure whole."""
        try:
            broken = self.rows("PRAGMA cipher_integrity_check")
            return not broken and self.rows("PRAGMA integrity_check") == [("ok",)]
        except DamagedVault:
            return False

    def _migrate(self, *, fresh: bool) -> None:
        version = self._connection.execute("PRAGMA application_id").fetchone()[0]
        if (version == 0) is not fresh:
            # SQLite would take an emptied file for a new database.
            raise DamagedVault("the index is empty", part="index")
        if version > len(schema.MIGRATIONS):
            raise NewerVersion("the index was made by a later Firsthand", version=version)
        for step in range(version, len(schema.MIGRATIONS)):
            self._step(step)

    def _step(self, step: int) -> None:
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        for statement in schema.MIGRATIONS[step]:
            connection.execute(statement)
        if step == 0:
            empty = bytes(_DIGEST)
            connection.execute("INSERT INTO state VALUES (0, ?, ?)", (empty, empty))
        connection.execute(f"PRAGMA application_id = {step + 1}")
        connection.execute("COMMIT")

    def _read_state(self) -> State:
        found = self.rows("SELECT counter, digest, previous FROM state")
        if len(found) != 1:
            raise DamagedVault("the index has lost its state", part="index")
        state = State(*found[0])
        if self.rows("PRAGMA user_version")[0][0] != state.counter % _FIRST_PAGE:
            raise DamagedVault("the index's first page is another step's", part="index")
        return state

    def _open(self) -> Any:
        if self._connection is None:
            raise VaultClosed("the vault is locked")
        return self._connection

    def restart(self, counter: int, previous: bytes) -> None:
        """Give a rebuilt index its place as the one step after the head that is there."""
        with self._lock, _sql():
            state = State(counter, self.state.digest, previous)
            _write_state(self._open(), state)
            self.state = state


def _write_state(connection: Any, state: State) -> None:
    # SQLite keeps this number in the first page, which holds no rows: it dates that page.
    connection.execute(f"PRAGMA user_version = {state.counter % _FIRST_PAGE}")
    connection.execute(
        "UPDATE state SET counter = ?, digest = ?, previous = ?",
        (state.counter, state.digest, state.previous),
    )


def _connect(path: Path, key: bytes) -> Any:
    connection = dbapi2.connect(str(path), check_same_thread=False, isolation_level=None)
    # SQLCipher's own log would tell a terminal about damage before we name it.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


@contextmanager
def _sql() -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        raise _named(error) from error
    except OSError as error:
        raise system.named(error, "index") from error


def _named(error: Exception) -> StorageError:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code == _FULL:
        return DiskFull("there is no room left on the disk", part="index")
    if code == _READ_ONLY:
        return NoPermission("the system refuses access", part="index")
    if code in (_IO_ERROR, _CANNOT_OPEN):
        return DiskFailed("the disk gave an error", part="index", system=f"sqlite {code}")
    return DamagedVault("the index is not what was written", part="index")
