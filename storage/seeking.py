"""Bytes that are read from any place on, for whoever expects a file."""

import io
import os
from abc import abstractmethod
from typing import Any

from typing_extensions import override


def sought(offset: int, whence: int, at: int, size: int) -> int:
    """Return the position that a ``seek`` means in a stream of ``size`` bytes, which is ``at`` one.

    Behind the end is allowed, as in every file. Raises ValueError before the beginning.
    """
    base = {os.SEEK_SET: 0, os.SEEK_CUR: at, os.SEEK_END: size}[whence]
    if base + offset < 0:
        raise ValueError("before the beginning")
    return base + offset


class Seekable(io.RawIOBase):
    """A stream of ``size`` bytes that is never written, and stands ``_at`` one of them."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size, self._at = size, 0

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        self._at = sought(offset, whence, self._at, self._size)
        return self._at

    @override
    def seekable(self) -> bool:
        return True

    @override
    def readable(self) -> bool:
        return True


class InParts(Seekable):
    """One that is read part by part, in whatever sizes what is below it has."""

    @abstractmethod
    def _part(self, at: int, most: int) -> bytes:
        """Return one to ``most`` bytes from a place on; none only where they end too early."""

    @override
    def readinto(self, buffer: Any, /) -> int:  # any buffer: the type has a name from 3.12 on
        into = memoryview(buffer).cast("B")
        most = min(len(into), self._size - self._at)
        part = self._part(self._at, most) if most > 0 else b""
        into[: len(part)] = part
        self._at += len(part)
        return len(part)
