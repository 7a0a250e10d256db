"""The originals as one ZIP stream, made only to be sealed to a named recipient.

For a court or an outlet that the witness trusts with everything: each original
bit for bit, beside its whole record and custody log. What goes into a bundle
is this stream sealed; the stream itself is never on a disk in the clear.
"""

import io
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

from storage.bundle import canonical, container
from storage.bundle.container import Slot
from storage.progress import Tick, silent
from storage.records import Json

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class OriginalPart:
    """One original: how to read it, its size in bytes, its neutral ending, all that is known."""

    open: Callable[[], BinaryIO] = field(repr=False)
    size: int
    extension: str
    notes: Json = field(repr=False)


class OriginalsStream:
    """The ZIP to read. Media are read twice, once for the checksum that comes before them."""

    def __init__(self, parts: Sequence[OriginalPart], tick: Tick = silent) -> None:
        self._parts = parts
        self._rest = memoryview(b"")
        self._pieces: Generator[bytes, None, None] = self._run(tick)

    def read(self, size: int, /) -> bytes:
        """Return at most this many of the next bytes, and none at the end only."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytes(taken)

    def close(self) -> None:
        """Let go of the original that is being read."""
        self._pieces.close()

    def _run(self, tick: Tick) -> Generator[bytes, None, None]:
        slots: list[Slot] = []
        at = done = 0
        total = sum(part.size for part in self._parts)
        for name, size, open_ in self._entries():
            crc = _checksum(open_)
            header = container.local_header(name, size, crc)
            slots.append(Slot(name, size, crc, at))
            at += len(header) + size
            yield header
            for block in _blocks(open_):
                done += len(block)
                tick(min(done, total), total)
                yield block
        yield container.directory(slots, at)

    def _entries(self) -> Iterator[tuple[str, int, Callable[[], BinaryIO]]]:
        for number, part in enumerate(self._parts, 1):
            yield f"{number:03d}{part.extension}", part.size, part.open
            notes = canonical.write(part.notes)
            yield f"{number:03d}.json", len(notes), partial(io.BytesIO, notes)


def _checksum(open_: Callable[[], BinaryIO]) -> int:
    crc = 0
    for block in _blocks(open_):
        crc = zlib.crc32(block, crc)
    return crc


def _blocks(open_: Callable[[], BinaryIO]) -> Iterator[bytes]:
    with closing(open_()) as stream:
        while block := stream.read(_BLOCK):
            yield block
