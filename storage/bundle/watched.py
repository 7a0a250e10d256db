"""A stream and a sink for libraries that swallow what Python raises, a ``Cancelled`` too.

They remember what was raised, so that the caller can raise it again as it was.
"""

from typing import Protocol

from storage.bundle.streams import Sink
from storage.progress import Tick

WHOLE = 256 * 1024
"""Bytes between two ticks, and of one write."""


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Reading:
    """Reads on somebody's behalf and remembers what was raised."""

    def __init__(self, stream: _Stream, tick: Tick) -> None:
        self._stream, self._tick = stream, tick
        self._done = self._told = 0
        self.raised: BaseException | None = None

    def read(self, size: int = WHOLE, /) -> bytes:
        """Return at most this many bytes."""
        try:
            block = self._stream.read(size)
            self._done += len(block)
            if self._done - self._told >= WHOLE:  # pyrage reads 8 KiB at a time
                self._told = self._done
                self._tick(self._done, 0)
        except BaseException as error:
            self.raised = error
            raise
        return block


class Writing:
    """Writes on somebody's behalf, in larger blocks, and remembers what was raised."""

    def __init__(self, sink: Sink) -> None:
        self._sink, self._held = sink, bytearray()
        self.raised: BaseException | None = None

    def write(self, data: bytes, /) -> int:
        """Take all of these bytes, soon or now."""
        self._held += data
        if len(self._held) >= WHOLE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Let go of what is held."""
        block, self._held = bytes(self._held), bytearray()
        try:
            self._sink.write(block)
        except BaseException as error:
            self.raised = error
            raise
