"""The pages of an Ogg file, and the packets that lie in them.

Source: RFC 3533. A page has a header of 27 bytes, a table of segment lengths,
and the segments; a packet is a run of segments that ends with one shorter than
255 bytes, and may go on over the next page of its stream.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from capture.errors import TooLarge

HEADER = 27
MAX_PAGES = 2_000_000
MAX_STREAMS = 64

_CONTINUED, _FIRST = 1, 2
_FULL = 255


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its stream, flags, granule position, the lengths of its segments, its data."""

    start: int
    end: int
    stream: int
    flags: int
    granule: int
    lengths: bytes
    body: int


@dataclass(slots=True)
class Stream:
    """The packets of one stream in order, and its last granule position."""

    number: int
    packets: list[bytes] = field(default_factory=list)
    granule: int = 0


@dataclass(frozen=True, slots=True)
class Ogg:
    """All streams in the order of their first pages; ``stray`` are stretches of no page."""

    streams: tuple[Stream, ...]
    stray: tuple[tuple[int, int], ...]


def page_at(data: bytes, at: int) -> Page | None:
    """Read the page that begins here; None where none does."""
    if data[at : at + 4] != b"OggS" or len(data) < at + HEADER or data[at + 4]:
        return None
    count = data[at + 26]
    lengths = data[at + HEADER : at + HEADER + count]
    body = at + HEADER + count
    end = body + sum(lengths)
    if len(lengths) < count or end > len(data):
        return None
    granule = int.from_bytes(data[at + 6 : at + 14], "little", signed=True)
    stream = int.from_bytes(data[at + 14 : at + 18], "little")
    return Page(at, end, stream, data[at + 5], granule, lengths, body)


def pages(data: bytes) -> Iterator[Page]:
    """Give the pages, passing over what is none."""
    at = 0
    for _ in range(MAX_PAGES):
        found = page_at(data, at)
        if found is None:
            at = data.find(b"OggS", at + 1)
            if at < 0:
                return
            continue
        yield found
        at = found.end
    raise TooLarge("too many pages", part="pages")


def read(data: bytes) -> Ogg:
    """Read all packets. Raises TooLarge."""
    streams: list[Stream] = []
    current: dict[int, Stream] = {}
    held: dict[int, bytearray] = {}
    stray: list[tuple[int, int]] = []
    at = 0
    for page in pages(data):
        if page.start > at:
            stray.append((at, page.start))
        at = page.end
        # Recordings one after another may have one number: each begins a stream of its own.
        if page.stream not in current or page.flags & _FIRST:
            current[page.stream] = Stream(page.stream)
            streams.append(current[page.stream])
            held[page.stream] = bytearray()
        if len(streams) > MAX_STREAMS:
            raise TooLarge("too many streams", part="tracks")
        _take(data, page, current[page.stream], held[page.stream])
    if at < len(data):
        stray.append((at, len(data)))
    return Ogg(tuple(streams), tuple(stray))


def _take(data: bytes, page: Page, stream: Stream, held: bytearray) -> None:
    """Add a page's packets to its stream; ``held`` is a packet that is not at its end yet."""
    if not page.flags & _CONTINUED:
        held.clear()
    at = page.body
    for length in page.lengths:
        held += data[at : at + length]
        at += length
        if length < _FULL:
            stream.packets.append(bytes(held))
            held.clear()
    if page.granule > 0:
        stream.granule = page.granule
