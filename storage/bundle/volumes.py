"""A sealed bundle in pieces that a messenger will carry, and the pieces as one stream again.

A volume is nothing but the next bytes: ``cat bundle.age.* > bundle.age`` puts
them together without us. Which one is missing or out of order is not written
into them, for it would tell what they are; age itself notices, and nothing of
a wrong whole is taken for a bundle.
"""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import BinaryIO, Self

from storage.bundle.streams import Readable

SMALLEST = 1_000_000
"""Bytes of the smallest volume that makes sense."""

FOR_MESSENGERS = 95_000_000
"""Bytes of a volume that the common messengers send as a document."""

MOST = 999
"""Volumes of one bundle: their names end in three digits."""


class TooManyVolumes(ValueError):
    """The volumes are too small for this bundle."""


class Volumes:
    """A sink that opens the next volume whenever one is full; close it to end the last.

    ``open_volume`` is given the number, from 1, and returns a stream to write to. OSError comes
    through as it is.
    """

    def __init__(self, size: int, open_volume: Callable[[int], BinaryIO]) -> None:
        if size < SMALLEST:
            raise ValueError("a volume has at least 1,000,000 bytes")
        self._size, self._open = size, open_volume
        self._volume: BinaryIO | None = None
        self._room = 0
        self.count = 0

    def write(self, data: bytes, /) -> int:
        """Take all of these bytes."""
        rest = memoryview(data)
        while rest:
            volume = self._current()
            part, rest = rest[: self._room], rest[self._room :]
            volume.write(part)
            self._room -= len(part)
        return len(data)

    def close(self) -> None:
        """End the volume at hand."""
        if self._volume is not None:
            self._volume.close()
            self._volume = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _current(self) -> BinaryIO:
        if self._volume is not None and self._room:
            return self._volume
        self.close()
        if self.count == MOST:
            raise TooManyVolumes("more than 999 volumes")
        self.count += 1
        self._volume = self._open(self.count)
        self._room = self._size
        return self._volume


class Joined:
    """Volumes as one stream; each is opened when the one before has ended."""

    def __init__(self, untrusted: Sequence[Callable[[], Readable]]) -> None:
        self._left = list(untrusted)
        self._stream: Readable | None = None

    def read(self, size: int, /) -> bytes:
        """Return at most this many bytes, and none at the end only."""
        while self._stream is not None or self._left:
            if self._stream is None:
                self._stream = self._left.pop(0)()
            block = self._stream.read(size)
            if block:
                return block
            self.close()
        return b""

    def close(self) -> None:
        """Let go of the volume at hand."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
