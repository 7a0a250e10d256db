"""The chunks of a RIFF file, read without trust.

Source: Multimedia Programming Interface and Data Specifications 1.0 (1991), chapter 2;
RFC 9649 for WebP. A chunk is a name of four bytes, its size, its data, and a padding byte
where the size is odd.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from capture.errors import Damaged, TooLarge

MAX_CHUNKS = 100_000
HEADER = 12


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk; ``offset`` is that of its name in the file, ``padding`` what pads it."""

    type: bytes
    offset: int
    data: memoryview = field(repr=False)
    padding: bytes = b""

    @property
    def name(self) -> str:
        """The name as text; what is not ASCII is shown escaped."""
        return self.type.decode("ascii", "backslashreplace").strip()


@dataclass(frozen=True, slots=True)
class Structure:
    """All chunks of the form; ``end`` is the offset after it, ``problem`` why it is not whole."""

    chunks: tuple[Chunk, ...]
    end: int | None
    problem: str = ""


def walk(untrusted: bytes, form: bytes) -> Structure:
    """Read a file of one form; never raises but TooLarge. What is cut gives what stands before."""
    view = memoryview(untrusted)
    if len(view) < HEADER or bytes(view[:4]) != b"RIFF" or bytes(view[8:12]) != form:
        return Structure((), None, "no RIFF file of this form")
    end = 8 + struct.unpack_from("<I", view, 4)[0]
    chunks: list[Chunk] = []
    try:
        chunks.extend(inside(view, HEADER, min(end, len(view))))
    except Damaged as error:
        return Structure(tuple(chunks), None, error.detail)
    if end > len(view) + 1:  # some writers count a last padding byte and leave it out
        return Structure(tuple(chunks), None, "it ends too early")
    return Structure(tuple(chunks), min(end, len(view)))


def inside(view: memoryview, start: int, end: int) -> Iterator[Chunk]:
    """Yield the chunks between two offsets. Raises Damaged and TooLarge."""
    at, count = start, 0
    while at < end:
        if at + 8 > end:
            raise Damaged("a chunk is cut")
        kind, size = struct.unpack_from("<4sI", view, at)
        stop = at + 8 + size
        if stop > end:
            raise Damaged("a chunk is cut")
        yield Chunk(kind, at, view[at + 8 : stop], bytes(view[stop : min(stop + size % 2, end)]))
        at = stop + size % 2
        count += 1
        if count > MAX_CHUNKS:
            raise TooLarge("too many chunks", part="segments")


def written(kind: bytes, data: bytes | memoryview) -> bytes:
    """Return a whole chunk, padded with a zero."""
    return struct.pack("<4sI", kind, len(data)) + bytes(data) + bytes(len(data) % 2)
