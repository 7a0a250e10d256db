"""Writing a blob: in constant memory, hashed while it is encrypted, each chunk sealed once.

A blob grows under a ``.part`` name and gets its own only when it is complete and
on the disk. Whatever is still ``.part`` after a crash was never acknowledged.
"""

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import StorageError, VaultClosed
from storage.progress import Tick, silent
from storage.vault import layout, system
from storage.vault.hashing import HashBeside
from storage.vault.keys import MasterKey
from storage.vault.reader import ChunkReader, buffered

_TOGETHER = 4  # chunks that are hashed, sealed and written at once: fewer, larger writes

PART = ".part"
"""The ending of a blob that is not complete."""


class Draft:
    """One new blob, appended to. Not for two threads at once.

    It is as much of a file object as encoders that never go back need (Pillow, PyAV with a
    container that streams). One that goes back needs ``storage/vault/window.py``.
    """

    def __init__(self, master: MasterKey, folder: Path, blob: str) -> None:
        self.id = blob
        self.size = 0
        self._master = master
        self._path = folder / (blob + PART)
        self._header = layout.make_header(master, blob, secrets.token_bytes(32))
        self._cipher = AESGCM(self._header.key)
        self._hash = HashBeside()
        self._count = 0
        self._sealed = bytearray(_TOGETHER * (layout.CHUNK + layout.TAG))
        self._unwritten = 0
        self._file: BinaryIO | None = None
        self._ended = False
        self._completed = False
        self._hold()
        with self._whole_or_nothing():
            self._file = system.create(self._path)
            system.write_all(self._file, self._header.raw)

    def _hold(self) -> None:
        """Make room for what is not sealed yet: one part is filled while the other is hashed."""
        self._held = bytearray(_TOGETHER * layout.CHUNK)
        self._hashed = bytearray(0)
        self._filled = 0

    def readable(self) -> bool:
        """Say that nothing is read from it (see ``reread``)."""
        return False

    def writable(self) -> bool:
        """Say that it is written to."""
        return True

    def seekable(self) -> bool:
        """Say that what was written stays as it is."""
        return False

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self.size

    def seek(self, _offset: int, _whence: int = os.SEEK_SET) -> int:
        """Refuse, as every stream does that only goes on."""
        raise io.UnsupportedOperation("seek")

    def flush(self) -> None:
        """Do nothing: nothing is promised before the blob is complete."""

    @property
    def sha256(self) -> str:
        """The digest of what was written so far, hexadecimal."""
        return self._hash.hexdigest(memoryview(self._held)[: self._filled])

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Append the bytes. Raises DiskFull, or StorageError once the data was ended."""
        if self._ended:
            raise StorageError("the data was ended already")
        source = memoryview(data).cast("B")
        done = 0
        while done < len(source):
            done += self._take(source[done:])
        self.size += len(source)
        return len(source)

    def _take(self, source: memoryview) -> int:
        """Hold back what came last: only what follows shows that it is not the end."""
        if self._filled == len(self._held):
            self._let_go()
        count = min(len(source), len(self._held) - self._filled)
        self._held[self._filled : self._filled + count] = source[:count]
        self._filled += count
        return count

    def _let_go(self) -> None:
        """Hash what is held and seal it meanwhile; then what was hashed before can be filled."""
        free = self._hashed or bytearray(len(self._held))
        self._hash.update_beside(memoryview(self._held))
        for start in range(0, len(self._held), layout.CHUNK):
            self._seal_chunk(memoryview(self._held)[start : start + layout.CHUNK], last=False)
        self._flush()
        self._held, self._hashed, self._filled = free, self._held, 0

    def _seal_chunk(self, plain: memoryview, *, last: bool) -> None:
        if self._unwritten + len(plain) + layout.TAG > len(self._sealed):
            self._flush()
        end = self._unwritten + len(plain) + layout.TAG
        sealed = memoryview(self._sealed)[self._unwritten : end]
        self._cipher.encrypt_into(
            layout.nonce(self._count, last=last), plain, self._header.raw, sealed
        )
        self._count += 1
        self._unwritten = end

    def _flush(self) -> None:
        with self._whole_or_nothing():
            system.write_all(self._open(), memoryview(self._sealed)[: self._unwritten])
        self._unwritten = 0

    def end(self, tick: Tick = silent) -> None:
        """Seal what is left; nothing can be written after. ``tick`` counts plain bytes."""
        if not self._ended:
            self._ended = True
            self._seal_rest()
            self._forget()
            tick(self.size, self.size)

    def _seal_rest(self) -> None:
        rest = memoryview(self._held)[: self._filled]
        self._hash.update(rest)
        while len(rest) > layout.CHUNK:
            self._seal_chunk(rest[: layout.CHUNK], last=False)
            rest = rest[layout.CHUNK :]
        self._seal_chunk(rest, last=True)
        self._flush()

    def _forget(self) -> None:
        """Let go of the plain bytes: overwritten as far as there ever were any."""
        self._hash.wait()
        used = len(self._held) if self._hashed else self._filled
        self._held[:used] = bytes(used)
        self._hashed[:] = bytes(len(self._hashed))
        self._held, self._hashed, self._filled = bytearray(0), bytearray(0), 0

    def reread(self) -> BinaryIO:
        """End the data and return it as it will be read, decrypted from the disk."""
        self.end()
        self._open()
        return buffered(self._reader())

    def _reader(self) -> ChunkReader:
        with system.disk("a new item"):
            file = system.open_file(self._path)
        return ChunkReader(file, self._header, self.size, self.id)

    def complete(self, record: layout.Record) -> Path:
        """Seal the record after the data, have all of it on the disk, and give it its name."""
        self.end()
        file = self._open()
        final = self._path.with_suffix("")
        with self._whole_or_nothing():
            system.write_all(file, layout.make_footer(self._master, self._header, record))
            system.sync(file)
            self._close()
            system.put_in_place(self._path, final)
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
            with suppress(OSError):
                self._close()
            for path in (self._path, self._path.with_suffix("")):
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def _open(self) -> BinaryIO:
        if self._file is None:
            raise VaultClosed("the new item was given up or kept already")
        return self._file

    def _close(self) -> None:
        file, self._file = self._file, None
        self._ended = True
        self._forget()
        if file is not None:
            file.close()
