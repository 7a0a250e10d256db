"""A place that backups are kept in: what is put there is read back, and progress is counted."""

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from storage.errors import BackupNotKept, OutletLied
from storage.outlets.base import Limits, Store
from storage.progress import Tick
from storage.vault import Finding, system
from storage.vault.blobs import is_id

KEYS, BOOKS, BLOBS = "keys", "books", "blobs/"
_STEP = 1 << 20


def blob_name(blob: str) -> str:
    """Return the name under which a blob is kept: its random id, which says nothing."""
    return f"{BLOBS}{blob[:2]}/{blob}"


def blob_of(untrusted_name: str) -> str | None:
    """Return which blob is kept under a name, None where it is no blob's."""
    blob = untrusted_name.rpartition("/")[2]
    return blob if untrusted_name == blob_name(blob) and is_id(blob) else None


def found(code: str, what: str) -> Finding:
    """Name what is not as it was: a blob by its id, or a part of the backup in words."""
    item = what if is_id(what) else None
    return Finding(code, what if item is None else f"item {item}", item)


class Place:
    """A store, with a tick that goes on over many files."""

    def __init__(self, store: Store, tick: Tick) -> None:
        self._store = store
        self._tick = tick
        self._done = 0
        self.total = 0
        """Bytes that are foreseen, 0 until that is known: what comes before is not counted. What
        is small and not foreseen makes the end a little later."""
        self.sent = 0
        self.sent_bytes = 0

    def names(self) -> dict[str, int]:
        """Return the sizes of all files that are there, by their names."""
        return {stored.name: stored.size for stored in self._store.names("")}

    def free(self) -> int | None:
        """Return how many bytes fit there, None where it does not say."""
        ask = getattr(self._store, "ask", None)
        limits: Limits = ask(self._still) if ask else Limits()
        return limits.free

    def put(self, name: str, source: BinaryIO, digest: str) -> None:
        """Send a file and read it back. Raises BackupNotKept where it is not what was sent."""
        size, begun = source.seek(0, io.SEEK_END), self._done
        source.seek(0)
        self._store.put(name, source, size, lambda done, _total: self._at(begun + done))
        self._at(begun + size)
        if self.digest(name, size) != digest:
            raise BackupNotKept("what was read back is not what was sent")
        self.sent += 1
        self.sent_bytes += size

    def put_bytes(self, name: str, data: bytes) -> None:
        """Send a small file and read it back."""
        self.put(name, io.BytesIO(data), hashlib.sha256(data).hexdigest())

    def digest(self, name: str, size: int) -> str:
        """Return the SHA-256 of a file that is there; one that is longer has another."""
        digest = hashlib.sha256()
        for part in self.parts(name, size):
            digest.update(part)
        return digest.hexdigest()

    def parts(self, name: str, size: int) -> Iterator[bytes]:
        """Give the bytes of a file that is there, and no more than one beyond its size.

        Raises DiskFailed where a disk cannot read them any more.
        """
        left = size + 1
        with self._store.get(name) as file:
            while left > 0 and (part := _read(file, min(_STEP, left))):
                left -= len(part)
                self._at(self._done + len(part))
                yield part

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """Open a file that is there, to be read once."""
        with self._store.get(name) as file:
            yield file

    def whole(self, name: str, most: int) -> bytes:
        """Return a small file whole. Raises NotThere, or OutletLied beyond ``most`` bytes."""
        data = b"".join(self.parts(name, most))
        if len(data) > most:
            raise OutletLied("a file is larger than it may be", reason="answer")
        return data

    def remove(self, name: str) -> None:
        """Take a file away."""
        self._store.remove(name)

    def digest_here(self, source: BinaryIO) -> str:
        """Return the SHA-256 of a file of ours; it can be cancelled, but does not get on."""
        digest = hashlib.sha256()
        for part in iter(lambda: source.read(_STEP), b""):
            digest.update(part)
            self._still(0, 0)
        return digest.hexdigest()

    def _at(self, done: int) -> None:
        self._done = done if self.total else 0
        self._still(0, 0)

    def _still(self, _done: int, _total: int) -> None:
        self._tick(self._done, max(self.total, self._done))


def _read(file: BinaryIO, most: int) -> bytes:
    """Read from the place; what its disk says is told apart from what ours says."""
    with system.disk("the backup's folder"):
        return file.read(most)
