"""index.db: the rows, encrypted by SQLCipher, and a digest over all of them.

SQLCipher authenticates each page but not that the pages belong together: an old
page put back goes unseen. So every change carries a keyed multiset digest of
all rows forward (the sum modulo 2^256 of one keyed BLAKE2b a row), and opening
computes it anew. What it must be is kept outside, in ``head``.
"""

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
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
from storage.vault import memory, schema, system
from storage.vault.keys import MasterKey

_MODULUS = 1 << 256
_DIGEST = 32
_FIRST_PAGE = 1 << 31
_ROWS = 2000
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
_AT_OPENING = "PRAGMA cache_size = -131072"
"""In KiB: a page is decrypted once, and not again for each table, index and list."""
_AFTERWARDS = ("PRAGMA cache_size = -8192", "PRAGMA shrink_memory")

Value = str | int | None


@dataclass(frozen=True, slots=True)
class State:
    """How far the rows are: a step counter, their digest, and the digest one step before."""

    counter: int
    digest: bytes
    previous: bytes


class RowHash:
    """What each row adds to the digest: one keyed BLAKE2b of its hashed columns."""

    def __init__(self, key: bytes) -> None:
        self._begun = {
            table.name: hashlib.blake2b(digest_size=_DIGEST, key=key, person=table.name.encode())
            for table in schema.TABLES
        }

    def of(self, table: schema.Table, values: Sequence[Value]) -> int:
        """Return it for the values of the hashed columns, as a number."""
        only = values[0]
        text = only.encode() if len(values) == 1 and isinstance(only, str) else canonical(values)
        hashed = self._begun[table.name].copy()
        hashed.update(text)
        return int.from_bytes(hashed.digest(), "big")

    def of_all(self, table: schema.Table, rows: Sequence[Sequence[Any]]) -> int:
        """Return the sum for many rows, given as their hashed columns; a single one as UTF-8."""
        if len(table.hashed) > 1:
            return sum(self.of(table, row) for row in rows)
        begun, number = self._begun[table.name].copy, int.from_bytes
        total = 0
        for (text,) in rows:
            hashed = begun()
            hashed.update(text)
            total += number(hashed.digest(), "big")
        return total


class Change:
    """One transaction in the making: rows go in and out, the digest goes along."""

    def __init__(self, connection: Any, hashed: RowHash, digest: bytes) -> None:
        self._connection = connection
        self._hash = hashed
        self._sum = int.from_bytes(digest, "big")

    @property
    def digest(self) -> bytes:
        """The digest over all rows, this change included."""
        return (self._sum % _MODULUS).to_bytes(_DIGEST, "big")

    def put(self, table: schema.Table, *values: Value, body: str = "") -> None:
        """Insert a row, or replace the one with the same key; ``body`` where it has one apart."""
        self.remove(table, *values[: table.keys])
        places = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table.name} VALUES ({places})", values)  # noqa: S608  # the table's name is our own
        if table.bodies:
            apart = (*values[: table.keys], body)
            self._connection.execute(f"INSERT INTO {table.bodies} VALUES (?, ?)", apart)  # noqa: S608  # as above
        self._sum += self._hash.of(table, [values[column] for column in table.hashed])

    def remove(self, table: schema.Table, *key: Value) -> None:
        """Take the rows away that begin with this key; nothing happens where there are none."""
        where = " AND ".join(f"{column} = ?" for column in table.columns[: len(key)])
        hashed = ", ".join(table.columns[column] for column in table.hashed)
        gone = self._connection.execute(
            f"SELECT {hashed} FROM {table.name} WHERE {where}",  # noqa: S608  # names are our own
            key,
        ).fetchall()
        for row in gone:
            self._sum -= self._hash.of(table, row)
        for name in (table.name, table.bodies) if gone else ():
            if name:
                self._connection.execute(f"DELETE FROM {name} WHERE {where}", key)  # noqa: S608  # as above


class Index:
    """The open database of one set. Safe to use from several threads."""

    def __init__(self, path: Path, master: MasterKey, *, fresh: bool = False) -> None:
        """Open the database, or make a fresh one, and bring it to this version.

        Raises DamagedVault where it is not what was written, NewerVersion for a later one.
        """
        self._lock = threading.RLock()
        self._folder = path.parent
        self._hash = RowHash(master.derive("rows"))
        self._connection: Any = None
        self._connect = partial(_connect, path, master.derive("index"))
        try:
            with _sql():
                self._connection = self._connect()
                self._connection.execute(_AT_OPENING)
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

    def reconnect(self) -> None:
        """Begin anew with the file: after a broken page SQLCipher writes no more."""
        with self._lock, _sql():
            self._open().close()
            self._connection = self._connect()

    def let_go(self) -> None:
        """Give back the memory of what was read at the opening."""
        with self._lock, _sql():
            for setting in _AFTERWARDS:
                self._open().execute(setting)
        memory.give_back()

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
                change = Change(connection, self._hash, self.state.digest)
                yield change
                self.state = self._commit(connection, change)
            except BaseException:
                with suppress(dbapi2.Error):
                    connection.execute("ROLLBACK")
                raise

    def _commit(self, connection: Any, change: Change) -> State:
        state = State(self.state.counter + 1, change.digest, self.state.digest)
        _write_state(connection, state)
        try:
            connection.execute("COMMIT")
        except dbapi2.Error:
            # Where the folder alone could not be synced, SQLite has committed all the same.
            if self._read_state() != state:
                raise
            self.state = state
            with system.disk("index"):
                system.sync_folder(self._folder)
        return state

    def stands(self) -> bool:
        """Whether rows stand, and bodies too, which are gone through beside them."""
        with ThreadPoolExecutor(1) as beside:
            bodies = beside.submit(self._bodies_stand)
            return self.rows_stand() and bodies.result()

    def rows_stand(self, meanwhile: "Callable[[Index], object] | None" = None) -> bool:
        """Whether the rows add up to the digest, and SQLite's indexes say what its tables say.

        An old page of an index put back would hide rows that are there. SQLite looks for that in
        one step for each table, which needs nothing of Python's, while the rows are added up.
        ``meanwhile`` is called when they do, while SQLite may still be looking.
        """
        with self._reading() as other, ThreadPoolExecutor(1) as beside:
            indexes = beside.submit(_indexes_stand, other)
            with self._lock:  # its pages stay decrypted for what is asked next
                total = sum(map(self._table_sum, schema.TABLES))
            whole = (total % _MODULUS).to_bytes(_DIGEST, "big") == self.state.digest
            if whole and meanwhile is not None:
                meanwhile(self)
            return indexes.result() and whole

    def bodies_stand(self) -> bool:
        """Whether every page is authentic, and no row is without its body or the other way.

        Changes may be made meanwhile: what looks broken is looked at again without any.
        """
        try:
            if self._bodies_stand():
                return True
        except DamagedVault:
            pass
        with self._lock:
            return self._bodies_stand()

    def _bodies_stand(self) -> bool:
        with _sql(), self._reading() as connection:
            broken = connection.execute("PRAGMA cipher_integrity_check").fetchone()
            return broken is None and all(
                _count(connection, table.name) == _count(connection, table.bodies)
                for table in schema.TABLES
                if table.bodies
            )

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        """Give a connection beside the one that changes are made on."""
        with _sql():
            connection = self._connect()
        try:
            yield connection
        finally:
            connection.close()

    def _table_sum(self, table: schema.Table) -> int:
        """Return what a table's rows add up to."""
        columns = [table.columns[column] for column in table.hashed]
        if len(columns) == 1:  # text, which need not be made a string to be hashed
            columns = [f"CAST({columns[0]} AS BLOB)"]
        said, total = ", ".join(columns), 0
        with _sql():
            rows = self._open().execute(f"SELECT {said} FROM {table.name} NOT INDEXED")  # noqa: S608  # names are our own
            while some := rows.fetchmany(_ROWS):
                total += self._hash.of_all(table, some)
        return total

    def sound(self) -> bool:
        """Whether SQLite finds its own structure whole."""
        try:
            return self.rows("PRAGMA integrity_check") == [("ok",)]
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


def _indexes_stand(connection: Any) -> bool:
    """Whether each row is found by each index of its table, and no index has more."""
    with _sql():
        connection.execute(_AT_OPENING)  # rows are looked up in the order of the table
        found = [
            connection.execute(f"PRAGMA integrity_check({table.name})").fetchall()
            for table in schema.TABLES
        ]
    return all(one == [("ok",)] for one in found)


def _count(connection: Any, table: str) -> int:
    counted: int = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]  # noqa: S608  # the table's name is our own
    return counted


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
