"""Writing a blob: in constant memory, hashed while it is encrypted, each chunk sealed once.

A blob grows under a ``.part`` name and gets its own only when it is complete and
on the disk. Whatever is still ``.part`` after a crash was never acknowledged.
"""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import StorageError, VaultClosed
from storage.vault import layout, system
from storage.vault.keys import MasterKey
from storage.vault.reader import ChunkReader, buffered

_TOGETHER = 4  # chunks that are written at once: fewer, larger writes

PART = ".part"
"""The ending of a blob that is not complete."""


class Draft:
    """One new blob. Not for two threads at once."""

    def __init__(self, master: MasterKey, folder: Path, blob: str) -> None:
        self.id = blob
        self.size = 0
        self._master = master
        self._path = folder / (blob + PART)
        self._header = layout.make_header(master, blob, secrets.token_bytes(32))
        self._cipher = AESGCM(self._header.key)
        self._hash = hashlib.sha256()
        self._held = bytearray(layout.CHUNK)
        self._filled = 0
        self._count = 0
        self._sealed = bytearray(_TOGETHER * (layout.CHUNK + layout.TAG))
        self._unwritten = 0
        self._file: BinaryIO | None = None
        self._ended = False
        self._completed = False
        with self._whole_or_nothing():
            self._file = system.create(self._path)
            system.write_all(self._file, self._header.raw)

    @property
    def sha256(self) -> str:
        """The digest of what was written so far, hexadecimal."""
        return self._hash.hexdigest()

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Append the bytes. Raises DiskFull, or StorageError once the data was ended."""
        if self._ended:
            raise StorageError("the data was ended already")
        source = memoryview(data).cast("B")
        self._hash.update(source)
        self.size += len(source)
        done = 0
        while done < len(source):
            done += self._take(source[done:])
        return len(source)

    def _take(self, source: memoryview) -> int:
        """Hold back at most one chunk: only what follows shows that it is not the last."""
        if self._filled == layout.CHUNK:
            self._seal_chunk(memoryview(self._held), last=False)
            self._filled = 0
        if self._filled == 0 and len(source) > layout.CHUNK:
            self._seal_chunk(source[: layout.CHUNK], last=False)
            return layout.CHUNK
        count = min(len(source), layout.CHUNK - self._filled)
        self._held[self._filled : self._filled + count] = source[:count]
        self._filled += count
        return count

    def _seal_chunk(self, plain: memoryview, *, last: bool) -> None:
        if self._unwritten + len(plain) + layout.TAG > len(self._sealed):
            self._flush()
        end = self._unwritten + len(plain) + layout.TAG
        sealed = memoryview(self._sealed)[self._unwritten : end]
        nonce = layout.nonce(self._count, last=last)
        self._cipher.encrypt_into(nonce, plain, self._header.raw, sealed)
        self._count += 1
        self._unwritten = end

    def _flush(self) -> None:
        with self._whole_or_nothing():
            system.write_all(self._open(), memoryview(self._sealed)[: self._unwritten])
        self._unwritten = 0

    def end(self) -> None:
        """Seal the last chunk; nothing can be written after."""
        if not self._ended:
            self._ended = True
            self._seal_chunk(memoryview(self._held)[: self._filled], last=True)
            self._flush()
            self._held[:] = bytes(layout.CHUNK)

    def reread(self) -> BinaryIO:
        """End the data and return it as it will be read, decrypted from the disk."""
        self.end()
        self._open()
        with system.disk("a new item"):
            file = system.open_file(self._path)
        return buffered(ChunkReader(file, self._header, self.size, self.id))

    def complete(self, record: layout.Record) -> Path:
        """Seal the record after the data, have all of it on the disk, and give it its name."""
        self.end()
        file = self._open()
        final = self._path.with_suffix("")
        with self._whole_or_nothing():
            system.write_all(file, layout.make_footer(self._master, self._header, record))
            system.sync(file)
            self._close()
            self._path.rename(final)
            system.sync_folder(final.parent)
        self._completed = True
        return final

    @contextmanager
    def _whole_or_nothing(self) -> Iterator[None]:
        """Name what the disk says, and take the blob away: a part of one is of no use."""
        try:
            with system.disk("a new item"):
                yield
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        """Take away what was written, unless it was completed. Never raises for the disk."""
        if not self._completed:
            self._close()
            for path in (self._path, self._path.with_suffix("")):
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def _open(self) -> BinaryIO:
        if self._file is None:
            raise VaultClosed("the new item was given up or kept already")
        return self._file

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        self._ended = True
        self._held[:] = bytes(layout.CHUNK)
