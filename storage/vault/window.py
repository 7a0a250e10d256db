"""A blob for muxers, which go back: to the first chunk, and a little way behind the end.

MP4 writes the size of its media into the head of the file when it is known, and
patches boxes up to some megabytes behind the end. So the first chunk and the
last 32 MiB stay in memory and may be written again; each chunk is sealed once,
when it is out of reach. Writing in between is refused. The digest is computed
at the end, over the bytes as they lie on the disk.
"""

import os
from collections import deque
from pathlib import Path

from typing_extensions import override

from storage.errors import OutOfReach, StorageError
from storage.progress import Tick, silent
from storage.seeking import sought
from storage.vault import layout, system
from storage.vault.keys import MasterKey
from storage.vault.writer import Draft

WINDOW = 32 << 20
"""Bytes before the end that may be written again, at least."""

_STEP = 1 << 20


class SeekableDraft(Draft):
    """One new blob whose first chunk and last 32 MiB may be written again, in memory till then."""

    def __init__(self, master: MasterKey, folder: Path, blob: str) -> None:
        super().__init__(master, folder, blob)
        self._at = 0

    @override
    def _hold(self) -> None:
        """Hold the first chunk, which is sealed last, and those that are not out of reach."""
        self._held, self._hashed, self._filled = bytearray(layout.CHUNK), bytearray(0), 0
        self._tail: deque[bytearray] = deque()
        self._first = 1

    @override
    def seekable(self) -> bool:
        return True

    @override
    def tell(self) -> int:
        return self._at

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move anywhere; whether it may be written there is asked when it is."""
        self._at = sought(offset, whence, self._at, self.size)
        return self._at

    @property
    @override
    def sha256(self) -> str:
        """The digest of what was written, hexadecimal: asking for it ends the data."""
        self.end()
        return super().sha256

    @override
    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Write at the position. Raises DiskFull, OutOfReach, or StorageError after the end."""
        if self._ended:
            raise StorageError("the data was ended already")
        source = memoryview(data).cast("B")
        self._refuse_beyond(self._at, len(source))
        done = 0
        while done < len(source):
            done += self._put(source[done:])
        self.size = max(self.size, self._at)
        return len(source)

    def _refuse_beyond(self, start: int, length: int) -> None:
        """Refuse before anything of it is written: sealed chunks, and gaps."""
        inside = start < self._first * layout.CHUNK and start + length > layout.CHUNK
        if start > self.size or (inside and self._first > 1):
            raise OutOfReach("too far back to be written again", window=WINDOW)

    def _put(self, source: memoryview) -> int:
        index, inside = divmod(self._at, layout.CHUNK)
        count = min(len(source), layout.CHUNK - inside)
        self._chunk(index)[inside : inside + count] = source[:count]
        self._at += count
        return count

    def _chunk(self, index: int) -> bytearray:
        if index == 0:
            return self._held
        if index == self._first + len(self._tail):
            self._tail.append(self._oldest() or bytearray(layout.CHUNK))
        return self._tail[index - self._first]

    def _oldest(self) -> bytearray | None:
        """Seal what is out of reach and return its room, None while there is room enough."""
        if len(self._tail) * layout.CHUNK <= WINDOW:
            return None
        oldest = self._tail.popleft()
        self._seal_at(self._first, memoryview(oldest), last=False)
        self._first += 1
        return oldest

    def _seal_at(self, index: int, plain: memoryview, *, last: bool) -> None:
        """Seal one chunk in its place; each comes here once."""
        self._count = index
        self._seal_chunk(plain, last=last)
        with self._whole_or_nothing():
            self._open().seek(layout.HEADER + index * (layout.CHUNK + layout.TAG))
            self._flush()

    @override
    def end(self, tick: Tick = silent) -> None:
        """Seal what is left and compute the digest; ``tick`` counts plain bytes."""
        if self._ended:
            return
        self._ended = True
        try:
            self._seal_rest()
            self._forget()
            self._read_back(tick)
        except BaseException:
            self.discard()
            raise

    @override
    def _seal_rest(self) -> None:
        count = layout.chunks(self.size)
        for place, plain in enumerate(self._tail, self._first):
            length = min(layout.CHUNK, self.size - place * layout.CHUNK)
            self._seal_at(place, memoryview(plain)[:length], last=place == count - 1)
        length = min(layout.CHUNK, self.size)
        self._seal_at(0, memoryview(self._held)[:length], last=count == 1)
        with system.disk("a new item"):
            self._open().seek(0, os.SEEK_END)

    def _read_back(self, tick: Tick) -> None:
        part = bytearray(_STEP)
        with self._reader() as reader:
            while count := reader.readinto(part):
                self._hash.update(memoryview(part)[:count])
                tick(reader.tell(), self.size)

    @override
    def _forget(self) -> None:
        super()._forget()
        for plain in self._tail:
            plain[:] = bytes(len(plain))
        self._tail.clear()
