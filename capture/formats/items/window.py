"""A part of a file, seen as a file of its own: a clip inside of a picture."""

import io
import os
from typing import Any, BinaryIO, cast

from typing_extensions import override


class _Window(io.RawIOBase):
    """Bytes ``start`` to ``end`` of a source; seekable, never written."""

    def __init__(self, source: BinaryIO, start: int, end: int) -> None:
        super().__init__()
        self._source = source
        self._start = start
        self._size = end - start
        self._at = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence] + offset
        return self._at

    @override
    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer).cast("B")
        wanted = max(min(len(view), self._size - self._at), 0)
        self._source.seek(self._start + self._at)
        data = self._source.read(wanted)
        view[: len(data)] = data
        self._at += len(data)
        return len(data)


def window(source: BinaryIO, start: int, end: int) -> BinaryIO:
    """Show the bytes from ``start`` up to ``end`` as a file."""
    return cast("BinaryIO", io.BufferedReader(_Window(source, start, end)))
