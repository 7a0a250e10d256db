"""The originals as one ZIP stream, made only to be sealed to a named recipient.

For a court or an outlet that the witness trusts with everything: each original
bit for bit, beside its whole record and custody log. What goes into a bundle
is this stream sealed; the stream itself is never on a disk in the clear.

Like the bundle it is padded: the exact size of an original, which whoever has
the phone could compare, is not to be read off the sealed file.
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
from storage.bundle.plan import PAD
from storage.bundle.streams import Pieces, Readable, Zeros
from storage.errors import DamagedBundle
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


class OriginalsStream(Pieces):
    """The ZIP to read. Media are read twice, once for the checksum that comes before them.

    Raises DamagedBundle(reason="source") when a medium is not of its size, or changes meanwhile.
    """

    def __init__(self, parts: Sequence[OriginalPart], tick: Tick = silent) -> None:
        super().__init__(self._run(tick))
        self._parts = parts

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
            read = again = 0
            for block in _blocks(open_):
                read, again = read + len(block), zlib.crc32(block, again)
                tick(min(done + read, total), total)
                yield block
            if (read, again) != (size, crc):
                raise DamagedBundle(reason="source", part=name)
            done += read
        yield container.directory(slots, at)

    def _entries(self) -> Iterator[tuple[str, int, Callable[[], Readable]]]:
        sizes: list[tuple[str, int]] = []
        for number, part in enumerate(self._parts, 1):
            notes = canonical.write(part.notes)
            entries = (
                (f"{number:03d}{part.extension}", part.size, part.open),
                (f"{number:03d}.json", len(notes), partial(io.BytesIO, notes)),
            )
            sizes += [(name, size) for name, size, _ in entries]
            yield from entries
        pad = container.pad_for(sizes, PAD)
        yield PAD, pad, partial(Zeros, pad)


def _checksum(open_: Callable[[], Readable]) -> int:
    crc = 0
    for block in _blocks(open_):
        crc = zlib.crc32(block, crc)
    return crc


def _blocks(open_: Callable[[], Readable]) -> Iterator[bytes]:
    with closing(open_()) as stream:
        while block := stream.read(_BLOCK):
            yield block
