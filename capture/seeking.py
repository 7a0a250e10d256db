"""A part of a stream, or what is asked for piece by piece, as a file that can be sought in.

Its twin on the floor below is ``storage/seeking.py``: the rooms in here know nothing of that floor.
"""

import io
import os
from abc import abstractmethod
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from typing_extensions import override


class InPieces(io.RawIOBase):
    """A stream of ``size`` bytes that is never written; who derives it says what stands where."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self._at = 0

    @abstractmethod
    def _piece(self, at: int, most: int) -> bytes | memoryview:
        """Return one to ``most`` bytes from a place on; none only where they end too early."""

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer).cast("B")
        wanted = max(min(len(view), self._size - self._at), 0)
        piece = self._piece(self._at, wanted) if wanted else b""
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Move to an offset, maybe behind the end. Raises OSError before the beginning."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise OSError
        self._at = start + offset
        return self._at


class _Window(InPieces):
    def __init__(self, source: BinaryIO, start: int, end: int) -> None:
        super().__init__(end - start)
        self._source, self._start = source, start

    @override
    def _piece(self, at: int, most: int) -> bytes:
        self._source.seek(self._start + at)
        return self._source.read(most)


class _Watched(_Window):
    def __init__(self, source: BinaryIO, size: int, tick: Callable[[int, int], None]) -> None:
        super().__init__(source, 0, size)
        self._tick = tick

    @override
    def _piece(self, at: int, most: int) -> bytes:
        self._tick(at, self._size)
        return super()._piece(at, most)


def watched(source: BinaryIO, tick: Callable[[int, int], None], at_once: int) -> BinaryIO:
    """Show a seekable source to who reads it once through, and tick where that is, in bytes.

    ``at_once`` are the bytes that are read ahead, so the bytes between two ticks.
    """
    size = source.seek(0, os.SEEK_END)
    return cast("BinaryIO", io.BufferedReader(_Watched(source, size, tick), at_once))


def window(
    source: BinaryIO, start: int, end: int, at_once: int = io.DEFAULT_BUFFER_SIZE
) -> BinaryIO:
    """Show the bytes of a seekable source from ``start`` up to ``end`` as a file.

    It has a position of its own, wherever others leave the source; not for two threads at once.
    ``at_once`` are the bytes that are read ahead.
    """
    return cast("BinaryIO", io.BufferedReader(_Window(source, start, end), at_once))
