"""A sealed bundle in pieces that a messenger will carry, and the pieces as one stream again.

A volume is nothing but the next bytes: ``cat bundle.age.* > bundle.age`` puts
them together without us. Which one is missing or out of order is not written
into them, for it would tell what they are; age itself notices, and nothing of
a wrong whole is taken for a bundle.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, Self

from storage.errors import DamagedBundle, TooManyVolumes

SMALLEST = 1_000_000
"""Bytes of the smallest volume that makes sense."""

MOST = 999
"""Volumes of one bundle: their names end in three digits."""

_FIRST = ".001"


def named(whole: Path, number: int) -> Path:
    """Return where a volume stands, counted from 1: the name of the whole and three digits."""
    return whole.with_name(f"{whole.name}.{number:03d}")


def siblings(first: Path) -> tuple[Path, ...]:
    """Return all volumes of the whole whose first is given; a file that is no volume alone.

    DamagedBundle(reason="volume") and the ``number`` of the first that is missing where later
    ones are there.
    """
    if first.suffix != _FIRST:
        return (first,)
    whole = first.with_suffix("")
    there = {number: named(whole, number) for number in range(2, MOST + 1)}
    found = {number: path for number, path in there.items() if path.is_file()}
    for number in range(2, max(found, default=1)):
        if number not in found:
            raise DamagedBundle(reason="volume", number=number)
    return (first, *found.values())


class Volumes:
    """A sink that opens the next volume whenever one is full; close it to end the last.

    ``open_volume`` is given the number, from 1, and returns a stream to write to. OSError comes
    through as it is, and TooManyVolumes is raised instead of a thousandth.
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

    def __exit__(self, *_: object) -> None:
        self.close()

    def _current(self) -> BinaryIO:
        if self._volume is not None and self._room:
            return self._volume
        self.close()
        if self.count == MOST:
            raise TooManyVolumes
        self.count += 1
        self._volume = self._open(self.count)
        self._room = self._size
        return self._volume


class Joined:
    """Volumes as one stream; each is opened when the one before has ended."""

    def __init__(self, untrusted: Sequence[Path]) -> None:
        self._left = list(untrusted)
        self._stream: BinaryIO | None = None

    def read(self, size: int, /) -> bytes:
        """Return at most this many bytes, and none at the end only."""
        while self._stream is not None or self._left:
            if self._stream is None:
                self._stream = self._left.pop(0).open("rb")
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
