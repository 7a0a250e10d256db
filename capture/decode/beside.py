"""Another place in the same source: two readers of one stream, each with a position of its own."""

import io
import os
from typing import Any, BinaryIO

from typing_extensions import override

_AT_ONCE = 1 << 20


class _Beside(io.RawIOBase):
    """Reads a seekable source from where this reader is, wherever another one left it."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self._at = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if whence == os.SEEK_END:
            self._at = self._source.seek(offset, os.SEEK_END)
        else:
            self._at = max(offset + (self._at if whence == os.SEEK_CUR else 0), 0)
        return self._at

    @override
    def tell(self) -> int:
        return self._at

    @override
    def readinto(self, buffer: Any, /) -> int:
        self._source.seek(self._at)
        data = self._source.read(len(buffer))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def beside(source: BinaryIO) -> io.BufferedReader:
    """Return a reader of the same bytes, from their beginning. Not for two threads at once."""
    return io.BufferedReader(_Beside(source), _AT_ONCE)
