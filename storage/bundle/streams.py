"""The least that a stream must do here, and the two that the bundle makes for itself."""

from collections.abc import Generator
from typing import Protocol


class Sink(Protocol):
    """Anything that takes bytes."""

    def write(self, data: bytes, /) -> object:
        """Take all of these bytes."""


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most this many bytes, and none at the end only."""

    def close(self) -> None:
        """Let go of what is behind it."""


class Pieces:
    """A generator of bytes as a stream to read."""

    def __init__(self, pieces: Generator[bytes, None, None]) -> None:
        self.pieces = pieces
        self._rest = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        """Return at most this many of the next bytes, and none at the end only."""
        while not self._rest:
            piece = next(self.pieces, None)
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytes(taken)

    def close(self) -> None:
        """End the generator, and with it whatever it holds open."""
        self.pieces.close()


class Zeros:
    """This many zero bytes to read."""

    def __init__(self, size: int) -> None:
        self._left = size

    def read(self, size: int, /) -> bytes:
        """Return at most this many zeros."""
        taken = min(size, self._left)
        self._left -= taken
        return bytes(taken)

    def close(self) -> None:
        """Have nothing to let go of."""
