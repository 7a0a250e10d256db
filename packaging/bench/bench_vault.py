"""The vault's streams against the plainest program that could do the same, in the same run.

    ingest       a file into the vault        against  copy, SHA-256 and one fsync
    sequential   reading it back, disk cold   against  reading the plain file
    random       64 KiB anywhere, disk cold   against  rows of an encrypted SQLite database
    open         a vault of many originals    beyond the derivation of its key
    mux          peak memory of an MP4 of several GiB that is written straight into a draft

Ratios are the other side's time over ours: 1 is as fast, more is faster.
"""

import argparse
import hashlib
import os
import random
import secrets
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import many
import measure
from sqlcipher3 import dbapi2

sys.path.insert(0, str(measure.PROJECT))

from storage.records import Provenance
from storage.vault import Vault, keyring

MIB = 1 << 20
ROW = 1 << 20
PART = 64 << 10


def main() -> None:
    """Run what was asked for, in a folder that is taken away again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("ingest", "sequential", "random", "open", "mux"))
    parser.add_argument("--size", type=int, default=256, metavar="MIB")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--items", type=int, default=50_000)
    parser.add_argument("--mux", type=float, default=4.3, metavar="GIB")
    parser.add_argument("--folder", type=Path, help="where to work; the disk is what is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as made:
        runs: dict[str, Callable[[], None]] = {
            "ingest": partial(ingest, Path(made), options.size * MIB, options.rounds),
            "sequential": partial(sequential, Path(made), options.size * MIB, options.rounds),
            "random": partial(anywhere, Path(made), options.size * MIB, options.rounds),
            "open": partial(opening, Path(made), options.items),
            "mux": partial(mux, Path(made), options.mux),
        }
        for name in runs if options.only is None else (options.only,):
            runs[name]()


def ingest(home: Path, size: int, rounds: int) -> None:
    """Take one file in, and copy it with its digest, in turn."""
    source = home / "source"
    _noise(source, size)
    with Vault.create(home / "vault", many.PASSPHRASE, many.CHEAP) as vault:

        def ours() -> None:
            with source.open("rb") as reading:
                kept.append(_seal(vault, iter(lambda: reading.read(MIB), b""), size))

        def plain() -> None:
            digest = hashlib.sha256()
            with source.open("rb") as reading, (home / "copy").open("wb", buffering=0) as writing:
                for part in iter(lambda: reading.read(MIB), b""):
                    digest.update(part)
                    writing.write(part)
                os.fsync(writing.fileno())

        def clear() -> None:
            (home / "copy").unlink(missing_ok=True)
            while kept:
                vault.delete(kept.pop())
            os.sync()

        kept: list[str] = []
        _pairs("ingest", 0.95, (ours, plain), rounds, clear)
        clear()


def sequential(home: Path, size: int, rounds: int) -> None:
    """Read a whole file back, with neither in the system's memory."""
    with Vault.create(home / "vault-read", many.PASSPHRASE, many.CHEAP) as vault:
        raw, item = _both(vault, home, size)
        blob = home / "vault-read" / "blobs" / item[:2] / item
        into = bytearray(MIB)

        def ours() -> None:
            with vault.open_blob(item) as file:
                while file.readinto(into):  # type: ignore[attr-defined] # every such file has it
                    pass

        def plain() -> None:
            with raw.open("rb", buffering=0) as file:
                while file.readinto(into):
                    pass

        _pairs("sequential", 0.9, (ours, plain), rounds, lambda: _forget(raw, blob))


def anywhere(home: Path, size: int, rounds: int) -> None:
    """Read parts from anywhere, with neither file in the system's memory."""
    with Vault.create(home / "vault-seek", many.PASSPHRASE, many.CHEAP) as vault:
        raw, item = _both(vault, home, size)
        blob = home / "vault-seek" / "blobs" / item[:2] / item
        database = home / "rows.db"
        _rows(raw, database)
        chance = random.Random(1)
        places = [chance.randrange(size // PART) * PART for _ in range(100)]

        def ours() -> None:
            with vault.open_blob(item) as file:
                for place in places:
                    file.seek(place)
                    file.read(PART)

        def rows() -> None:
            connection = _connected(database)
            for place in places:
                number, inside = divmod(place, ROW)
                connection.execute(
                    "SELECT substr(data, ?, ?) FROM parts WHERE number = ?",
                    (inside + 1, PART, number),
                ).fetchone()
            connection.close()

        _pairs("random", 6, (ours, rows), rounds, lambda: _forget(database, blob))


def opening(home: Path, items: int) -> None:
    """Open a vault of many originals: what it takes beyond the derivation of the key."""
    folder = home / "many"
    many.make(folder, items)
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        keyring.unlock(folder, many.PASSPHRASE)
        derived = time.perf_counter()
        Vault.open(folder, many.PASSPHRASE).close()
        seconds.append(time.perf_counter() - derived - (derived - started))
    told = ", ".join(f"{one:.2f}" for one in seconds)
    print(f"open: {items} originals in {min(seconds):.2f} s beyond the key (of {told}; goal 2)")


def mux(home: Path, gib: float) -> None:
    """Write a long video straight into a draft, in a process of its own, and watch its memory."""
    free = shutil.disk_usage(home).free
    if free < (gib + 1) * (1 << 30):
        sys.exit(f"mux: needs {gib + 1:.1f} GiB free")
    program = measure.PROJECT / "packaging" / "bench" / "many.py"
    command = (sys.executable, program, "mux", home / "muxed", str(int(gib * (1 << 30))))
    program_alone = "import av, sys; sys.path.insert(0, '.'); import storage.vault"
    idle = measure.memory_of((sys.executable, "-c", program_alone))
    memory = measure.memory_of(command)
    print(
        f"mux: {gib} GiB in {memory.largest / MIB:.0f} MiB of memory, of which "
        f"{idle.largest / MIB:.0f} are the program's own (goal 150)"
    )


def _pairs(
    name: str,
    goal: float,
    sides: tuple[Callable[[], None], Callable[[], None]],
    rounds: int,
    before: Callable[[], None],
) -> None:
    """Run both in turn, each first as often as the other; print the median of the ratios."""
    (ours, other), ratios, spent = sides, [], []
    for number in range(rounds):
        took = {}
        for side in (ours, other) if number % 2 else (other, ours):
            before()
            started = time.perf_counter()
            side()
            took[side] = time.perf_counter() - started
        ratios.append(took[other] / took[ours])
        spent.append(took[ours])
    each = ", ".join(f"{ratio:.2f}" for ratio in sorted(ratios))
    print(f"{name}: {statistics.median(ratios):.2f} (median of {each}; goal {goal})")
    print(f"    ours at best {min(spent):.3f} s")


def _both(vault: Vault, home: Path, size: int) -> tuple[Path, str]:
    """Return the same noise as a plain file and as an item."""
    raw = home / "raw"
    _noise(raw, size)
    with raw.open("rb") as reading:
        return raw, _seal(vault, iter(lambda: reading.read(MIB), b""), size)


def _seal(vault: Vault, parts: Iterator[bytes], size: int) -> str:
    draft = vault.draft(size)
    for part in parts:
        draft.write(part)
    return vault.keep_original(draft, "mp4", Provenance("folder", "n", None)).id


def _noise(path: Path, size: int) -> None:
    with path.open("wb") as file:
        for _ in range(size // MIB):
            file.write(secrets.token_bytes(MIB))
        file.flush()
        os.fsync(file.fileno())


def _rows(raw: Path, database: Path) -> None:
    connection = _connected(database)
    connection.execute("CREATE TABLE parts (number INTEGER PRIMARY KEY, data BLOB)")
    with raw.open("rb") as file:
        parts = enumerate(iter(lambda: file.read(ROW), b""))
        connection.executemany("INSERT INTO parts VALUES (?, ?)", parts)
    connection.commit()
    connection.close()


def _connected(database: Path) -> Any:
    connection = dbapi2.connect(str(database))
    connection.execute(f"PRAGMA key = \"x'{'5a' * 32}'\"")
    return connection


def _forget(*paths: Path) -> None:
    """Have the system forget what it holds of some files, so that the disk is read."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


if __name__ == "__main__":
    main()
