"""Reading a blob back: seekable, in bounded memory, never a byte that was not authenticated.

It is a plain file object for whoever decodes (Pillow, PyAV). A damaged chunk is
named and not passed on; the others stay readable.
"""

import io
import threading
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from typing_extensions import override

from storage.errors import DamagedVault, VaultClosed
from storage.seeking import Seekable
from storage.vault import layout, system

_BUFFER = 64 * 1024
_TOGETHER = 4  # chunks that are read at once where reading goes on


class ChunkReader(Seekable):
    """The plain bytes of a blob; holds up to four chunks, sealed and plain."""

    def __init__(self, file: BinaryIO, header: layout.Header, size: int, blob: str) -> None:
        super().__init__(size)
        self._file: BinaryIO | None = file
        self._cipher: AESGCM | None = AESGCM(header.key)
        self._bound = header.raw
        self._last = layout.chunks(size) - 1
        self._blob = blob
        self._first = -1
        self._held = 0
        together = min(_TOGETHER, layout.chunks(size))
        self._sealed = bytearray(together * (layout.CHUNK + layout.TAG))
        self._plain = bytearray(together * layout.CHUNK)
        self._lock = threading.Lock()

    def from_disk(self) -> None:
        """Have what is read from now on come from the disk, where the system lets us ask."""
        if self._file is not None:
            system.forget_cached(self._file)

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io declares the wider Buffer protocol, which 3.11 cannot name
        """Fill the buffer as far as there are bytes. Raises DamagedVault or VaultClosed."""
        target = memoryview(buffer).cast("B")
        done = 0
        with self._lock:
            self._refuse_closed()
            if self._size == 0 and self._held == 0:
                self._load(0)  # even the emptiness of a blob is authenticated
            while done < len(target) and self._at < self._size:
                done += self._copy(target[done:])
            self._refuse_closed()  # then zeros may have been copied, which were what is held
        return done

    def _refuse_closed(self) -> None:
        if self._cipher is None:
            raise VaultClosed("the vault is locked")

    def _copy(self, target: memoryview) -> int:
        """Fill the target's begin: from what is held, or with whole chunks and no copy between."""
        index, inside = divmod(self._at, layout.CHUNK)
        wanted = min(len(target), self._size - self._at)
        if not self._first <= index < self._first + self._held:
            direct = 0 if inside else self._count(index, wanted)
            if direct:
                return self._went(self._decrypt(index, direct, target))
            self._load(index)
        start = self._first * layout.CHUNK
        count = min(wanted, (self._first + self._held) * layout.CHUNK - self._at)
        target[:count] = memoryview(self._plain)[self._at - start : self._at - start + count]
        return self._went(count)

    def _went(self, count: int) -> int:
        self._at += count
        return count

    def _count(self, index: int, wanted: int) -> int:
        """Return how many whole chunks from one on lie within so many bytes."""
        last = index * layout.CHUNK + wanted == self._size
        return min(_TOGETHER, layout.chunks(wanted) if last else wanted // layout.CHUNK)

    def _load(self, index: int) -> None:
        """Hold a chunk, and the next ones where the reading goes on from the last to this."""
        going_on = index == self._first + self._held
        count = min(_TOGETHER if going_on else 1, layout.chunks(self._size) - index)
        self._first, self._held = index, 0
        got = self._decrypt(index, count, memoryview(self._plain))
        self._held = layout.chunks(got)

    def _decrypt(self, index: int, count: int, plain: memoryview) -> int:
        """Decrypt up to ``count`` chunks in a row, as far as they are whole; returns the bytes.

        Raises DamagedVault where the first is not.
        """
        if self._cipher is None or self._file is None:
            raise VaultClosed("the vault is locked")
        read = self._fetch(self._file, index, count)
        done = 0
        for place in range(count):
            length = min(layout.CHUNK, self._size - (index + place) * layout.CHUNK)
            begin = place * (layout.CHUNK + layout.TAG)
            sealed = memoryview(self._sealed)[begin : min(read, begin + length + layout.TAG)]
            nonce = layout.nonce(index + place, last=index + place == self._last)
            try:
                self._cipher.decrypt_into(nonce, sealed, self._bound, plain[done : done + length])
            except (InvalidTag, ValueError) as error:  # ValueError: the file is cut short there
                if place == 0:
                    raise self._damaged(index) from error
                break
            done += length
        return done

    def _fetch(self, file: BinaryIO, index: int, count: int) -> int:
        """Read the sealed bytes of some chunks, and return how many there are."""
        sealed = memoryview(self._sealed)[: count * (layout.CHUNK + layout.TAG)]
        with system.disk(layout.chunk_part(index, self._blob)):
            file.seek(layout.HEADER + index * (layout.CHUNK + layout.TAG))
            read: int = file.readinto(sealed)  # type: ignore[attr-defined]  # every unbuffered file has it
        return read

    def _damaged(self, index: int) -> DamagedVault:
        return DamagedVault(
            "a chunk is not what was written",
            part=layout.chunk_part(index, self._blob),
            chunk=index + 1,
            item=self._blob,
        )

    @override
    def close(self) -> None:
        """Forget the key, the plain bytes and the file; waits for nobody who reads meanwhile."""
        file, self._file, self._cipher = self._file, None, None
        if file is not None:
            self._plain[:] = bytes(len(self._plain))
            file.close()
        super().close()


def buffered(raw: ChunkReader) -> BinaryIO:
    """Return a file object whose many small reads are cheap."""
    return io.BufferedReader(raw, _BUFFER)
