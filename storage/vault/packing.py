"""Both sets of books in one file, for a backup, and out of it again.

    "FHbook" version(2), eight lengths(8), the files, SHA-256(32) of all before, zeros(4)

The files are index.db, its rollback journal, head and journal, of set one and then
of set two; a length of zero stands for none. The zeros keep an unfinished copy from
passing for a blob (see ``storage/vault/layout.py``). All of it is encrypted already,
and each book is authenticated when it is opened.
"""

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from storage.errors import DamagedVault, NewerVersion
from storage.vault import system
from storage.vault.books import HEAD, INDEX, JOURNAL

MAGIC = b"FHbook"
VERSION = 1
NAMES = (INDEX, f"{INDEX}-journal", HEAD, JOURNAL)
SETS = 2
_PREFIX = struct.Struct(f">6sH{SETS * len(NAMES)}Q")
_SUM = 32
_END = bytes(4)
_STEP = 1 << 20
_FILE_MAX = 1 << 36


def pack(homes: list[Path], out: BinaryIO) -> None:
    """Write the books of the sets, while nothing changes them. Raises OSError."""
    paths = [home / name for home in homes for name in NAMES]
    sizes = [path.stat().st_size if path.is_file() else 0 for path in paths]
    digest = hashlib.sha256()
    prefix = _PREFIX.pack(MAGIC, VERSION, *sizes)
    digest.update(prefix)
    system.write_all(out, prefix)
    for path, size in zip(paths, sizes, strict=True):
        for part in _parts(path, size):
            digest.update(part)
            system.write_all(out, part)
    system.write_all(out, digest.digest() + _END)


def _parts(path: Path, size: int) -> Iterator[bytes]:
    if not size:
        return
    with system.open_file(path) as file:
        while size > 0:
            part = file.read(min(size, _STEP))
            if not part:
                raise DamagedVault("a book became shorter while it was read", part=path.name)
            size -= len(part)
            yield part


def unpack(untrusted: BinaryIO, length: int, homes: list[Path]) -> None:
    """Write the books of both sets from a packed file of ``length`` bytes.

    Raises DamagedVault (nothing of it is to be used then) or NewerVersion.
    """
    prefix = _exactly(untrusted, _PREFIX.size)
    magic, version, *sizes = _PREFIX.unpack(prefix)
    if magic != MAGIC:
        raise _damaged()
    if version != VERSION:
        raise NewerVersion("the backup was made by a later Firsthand", version=version)
    whole = sum(sizes) + _PREFIX.size + _SUM + len(_END)
    if max(sizes) > _FILE_MAX or whole != length:
        raise _damaged()
    digest = hashlib.sha256(prefix)
    paths = [home / name for home in homes for name in NAMES]
    for path, size in zip(paths, sizes, strict=True):
        _write(untrusted, path, size, digest)
    if _exactly(untrusted, _SUM + len(_END)) != digest.digest() + _END:
        raise _damaged()


def _write(untrusted: BinaryIO, path: Path, size: int, digest: "hashlib._Hash") -> None:
    with system.disk(path.name):
        path.unlink(missing_ok=True)
        if not size:
            return
        with system.create(path) as file:
            while size > 0:
                part = _exactly(untrusted, min(size, _STEP))
                digest.update(part)
                system.write_all(file, part)
                size -= len(part)
            system.sync(file)


def _exactly(untrusted: BinaryIO, count: int) -> bytes:
    """Read so many bytes: a stream from elsewhere may give fewer at a time."""
    parts = []
    while count > 0:
        part = untrusted.read(count)
        if not part:
            raise _damaged()
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _damaged() -> DamagedVault:
    return DamagedVault("the books in the backup are not what was written", part="backup")
