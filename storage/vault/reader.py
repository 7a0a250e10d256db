"""Reading a blob back: seekable, in bounded memory, never a byte that was not authenticated.

It is a plain file object for whoever decodes (Pillow, PyAV). A damaged chunk is
named and not passed on; the others stay readable.
"""

import io
import os
import threading
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from typing_extensions import override

from storage.errors import DamagedVault, VaultClosed
from storage.vault import layout, system

_BUFFER = 64 * 1024


class ChunkReader(io.RawIOBase):
    """The plain bytes of a blob whose chunks lie at ``start`` of a file; holds two chunks."""

    def __init__(self, file: BinaryIO, header: layout.Header, size: int, blob: str) -> None:
        super().__init__()
        self._file: BinaryIO | None = file
        self._cipher: AESGCM | None = AESGCM(header.key)
        self._bound = header.raw
        self._size = size
        self._blob = blob
        self._at = 0
        self._held = -1
        self._sealed = bytearray(layout.CHUNK + layout.TAG)
        self._plain = bytearray(layout.CHUNK)
        self._lock = threading.Lock()

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def tell(self) -> int:
        return self._at

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move to a plain offset; beyond the end reads as the end."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError("negative seek position")
        self._at = base + offset
        return self._at

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io declares the wider Buffer protocol, which 3.11 cannot name
        """Fill the buffer as far as there are bytes. Raises DamagedVault or VaultClosed."""
        target = memoryview(buffer).cast("B")
        done = 0
        with self._lock:
            if self._size == 0 and self._held < 0:
                self._load(0)  # even the emptiness of a blob is authenticated
            while done < len(target) and self._at < self._size:
                done += self._copy(target[done:])
        return done

    def _copy(self, target: memoryview) -> int:
        index, inside = divmod(self._at, layout.CHUNK)
        if index != self._held:
            self._load(index)
        end = min(layout.CHUNK, self._size - index * layout.CHUNK)
        count = min(len(target), end - inside)
        target[:count] = memoryview(self._plain)[inside : inside + count]
        self._at += count
        return count

    def _load(self, index: int) -> None:
        if self._cipher is None or self._file is None:
            raise VaultClosed("the vault is locked")
        self._held = -1
        length = min(layout.CHUNK, self._size - index * layout.CHUNK)
        sealed = memoryview(self._sealed)[: length + layout.TAG]
        self._fetch(self._file, index, sealed)
        last = index == layout.chunks(self._size) - 1
        try:
            self._cipher.decrypt_into(
                layout.nonce(index, last=last),
                sealed,
                self._bound,
                memoryview(self._plain)[:length],
            )
        except InvalidTag as error:
            raise self._damaged(index) from error
        self._held = index

    def _fetch(self, file: BinaryIO, index: int, sealed: memoryview) -> None:
        with system.disk(layout.chunk_part(index, self._blob)):
            file.seek(layout.HEADER + index * (layout.CHUNK + layout.TAG))
            if file.readinto(sealed) != len(sealed):  # type: ignore[attr-defined]  # every unbuffered file has it
                raise self._damaged(index)

    def _damaged(self, index: int) -> DamagedVault:
        return DamagedVault(
            "a chunk is not what was written",
            part=layout.chunk_part(index, self._blob),
            chunk=index + 1,
            item=self._blob,
        )

    @override
    def close(self) -> None:
        """Forget the key, the plain bytes and the file."""
        if self._file is not None:
            self._file.close()
            self._plain[:] = bytes(len(self._plain))
        self._file = None
        self._cipher = None
        super().close()


def buffered(raw: ChunkReader) -> BinaryIO:
    """Return a file object whose many small reads are cheap."""
    return io.BufferedReader(raw, _BUFFER)
