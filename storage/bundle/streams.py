"""The least that a stream must do here, and the stream of zeros that every pad is."""

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
