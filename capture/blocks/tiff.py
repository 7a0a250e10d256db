"""The skeleton of a TIFF: its directories and their entries, read without trust.

Source: TIFF 6.0 (Adobe 1992), sections 2 and 8; Exif 2.32 (CIPA DC-008), 4.6; the BigTIFF
design (libtiff), whose offsets and counts have eight bytes.
Every offset, count and length comes from outside. A directory that leads nowhere, in a
circle or beyond the data is a problem that is named, and everything else is still read:
what a file says must not hide behind one broken pointer. Values are views of the data,
never copies, so that a thousand entries that claim the whole file cost nothing.
"""

import math
import struct
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_DIRECTORIES = 128
MAX_ENTRIES = 4096
"""Most entries read of one directory; the format allows 65,535."""

MAX_FIELDS = 20_000
"""Most entries of all directories together."""

MAX_NUMBERS = 64
"""Most numbers of one value that are decoded; more say nothing that is shown."""

MAX_TEXT = 8192
"""Most bytes of one text that are decoded."""

BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED = 1, 2, 3, 4, 5, 6, 7
SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE, IFD = 8, 9, 10, 11, 12, 13
LONG8, SLONG8, IFD8 = 16, 17, 18

_FORMATS = {
    BYTE: "B",
    SHORT: "H",
    LONG: "I",
    SBYTE: "b",
    SSHORT: "h",
    SLONG: "i",
    FLOAT: "f",
    DOUBLE: "d",
    IFD: "I",
    RATIONAL: "II",
    SRATIONAL: "ii",
    ASCII: "B",
    UNDEFINED: "B",
    LONG8: "Q",
    SLONG8: "q",
    IFD8: "Q",
}
_SIZES = {code: struct.calcsize("=" + layout) for code, layout in _FORMATS.items()}
POINTING = frozenset((LONG, IFD, LONG8, IFD8))
"""The types of a field that leads to a directory."""

_POINTERS = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interop", 0x014A: "SubIFD"}
_SUB_IFDS = 0x014A


@dataclass(frozen=True, slots=True)
class Shape:
    """How wide the numbers of a file's directories are, as layouts of ``struct``."""

    count: str
    entry: str
    offset: str

    @property
    def inline(self) -> int:
        """Bytes of a value that stand in the entry itself."""
        return struct.calcsize("=" + self.offset)

    @property
    def size(self) -> int:
        """Bytes of an entry."""
        return struct.calcsize("=" + self.entry) + self.inline


CLASSIC = Shape("H", "HHI", "I")
BIG = Shape("Q", "HHQ", "Q")
_BIG_HEADS = {b"II+\0\x08\0\0\0": "<", b"MM\0+\0\x08\0\0": ">"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One field: ``ifd`` names its directory, ``offset`` is where its value lies in the data."""

    ifd: str
    tag: int
    type: int
    count: int
    raw: memoryview = field(repr=False)
    offset: int
    order: str

    def numbers(self) -> tuple[float, ...]:
        """Return the first numbers: of a rational its quotient, 0 for what is none (1/0, NaN)."""
        if self.type in {RATIONAL, SRATIONAL}:
            return tuple(top / bottom if bottom else 0.0 for top, bottom in self.pairs())
        layout = _FORMATS[self.type]
        count = min(self.count, MAX_NUMBERS)
        size = _SIZES[self.type] * count
        numbers = struct.unpack(f"{self.order}{count}{layout}", self.raw[:size])
        return tuple(one if math.isfinite(one) else 0.0 for one in numbers)

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Return the first rationals as (numerator, denominator), or nothing for other types."""
        if self.type not in {RATIONAL, SRATIONAL}:
            return ()
        count = min(self.count, MAX_NUMBERS)
        layout = _FORMATS[self.type][0]
        halves = struct.unpack(f"{self.order}{2 * count}{layout}", self.raw[: 8 * count])
        return tuple(zip(halves[::2], halves[1::2], strict=True))

    def text(self) -> str:
        """Return the bytes as text up to its closing zeros: UTF-8 where that fits, else Latin-1."""
        return as_text(bytes(self.raw[:MAX_TEXT]))


@dataclass(frozen=True, slots=True)
class Directory:
    """One IFD: its entries, where the next one is (0 for none) and what is wrong with it."""

    entries: tuple[Entry, ...]
    following: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tiff:
    """All that was found from the header on; ``order`` is "<" or ">".

    ``starts`` is where each directory begins, by its name.
    """

    order: str
    entries: tuple[Entry, ...]
    problems: tuple[str, ...]
    starts: dict[str, int] = field(default_factory=dict)


def as_text(raw: bytes) -> str:
    """Decode a text of unknown encoding, without its closing zeros and blanks."""
    trimmed = raw.rstrip(b"\0 \xff")
    try:
        return trimmed.decode("utf-8")
    except UnicodeDecodeError:
        return trimmed.decode("latin-1")


def byte_order(untrusted_head: bytes) -> str | None:
    """Return "<" or ">" of a TIFF header, or None if these are no TIFF's first bytes."""
    if untrusted_head[:4] == b"II*\0":
        return "<"
    return ">" if untrusted_head[:4] == b"MM\0*" else None


def read_directory(
    untrusted: memoryview, at: int, name: str, order: str, base: int = 0, *, shape: Shape = CLASSIC
) -> Directory:
    """Read the directory at ``at``; the offsets of its values count from ``base``."""
    head = struct.calcsize("=" + shape.count)
    if not 0 <= at <= len(untrusted) - head:
        return Directory((), 0, (f"{name}: outside of the data",))
    (count,) = struct.unpack_from(order + shape.count, untrusted, at)
    first = at + head
    room = (len(untrusted) - first) // shape.size
    problems = [] if count <= min(room, MAX_ENTRIES) else [f"{name}: cut short"]
    entries = []
    for index in range(min(count, room, MAX_ENTRIES)):
        entry = _entry(untrusted, first + shape.size * index, name, order, base, shape=shape)
        if entry is None:
            (tag,) = struct.unpack_from(order + "H", untrusted, first + shape.size * index)
            problems.append(unreadable(name, tag))
        else:
            entries.append(entry)
    following = _following(untrusted, first + shape.size * count, order, shape)
    return Directory(tuple(entries), following, tuple(problems))


def unreadable(name: str, tag: int) -> str:
    """Return the problem of a field whose value is not in the data."""
    return f"{name}: field {tag:#06x} points outside of the data"


def _following(untrusted: memoryview, end: int, order: str, shape: Shape) -> int:
    if end + shape.inline > len(untrusted):
        return 0
    return int(struct.unpack_from(order + shape.offset, untrusted, end)[0])


def _entry(
    untrusted: memoryview, at: int, name: str, order: str, base: int, *, shape: Shape
) -> Entry | None:
    tag, kind, count = struct.unpack_from(order + shape.entry, untrusted, at)
    size = _SIZES.get(kind, 0) * count
    if kind not in _SIZES:
        return None
    start = at + shape.size - shape.inline
    if size > shape.inline:
        start = base + struct.unpack_from(order + shape.offset, untrusted, start)[0]
    if start < 0 or start + size > len(untrusted):
        return None
    return Entry(name, tag, kind, count, untrusted[start : start + size], start, order)


def walk(untrusted: bytes, first_name: str = "IFD0") -> Tiff:
    """Follow every directory from the header: the chain IFD0, IFD1, … and what they point at.

    ``first_name`` is what the first one is where a block holds another alone ("GPS").
    Never raises: data that are no TIFF give no entries and one problem.
    """
    view = memoryview(untrusted)
    start = header(view)
    if start is None:
        return Tiff("<", (), ("no TIFF header",))
    entries: list[Entry] = []
    problems: list[str] = []
    starts: dict[str, int] = {}
    for name, at, directory in _reachable(view, start, first_name):
        starts.setdefault(name, at)
        entries += directory.entries
        problems += directory.problems
        if len(entries) > MAX_FIELDS:
            problems.append("too many fields")
            break
    return Tiff(start.order, tuple(entries), tuple(problems), starts)


@dataclass(frozen=True, slots=True)
class Header:
    """A TIFF's first bytes: its byte order, its shape, and where its first directory is."""

    order: str
    shape: Shape
    first: int


def header(untrusted: memoryview) -> Header | None:
    """Read the header of a TIFF or BigTIFF; None if there is none."""
    order = byte_order(bytes(untrusted[:4]))
    if order is not None and len(untrusted) >= 8:  # noqa: PLR2004 - the header's size
        return Header(order, CLASSIC, struct.unpack_from(order + "I", untrusted, 4)[0])
    order = _BIG_HEADS.get(bytes(untrusted[:8]))
    if order is not None and len(untrusted) >= 16:  # noqa: PLR2004 - the header's size
        return Header(order, BIG, struct.unpack_from(order + "Q", untrusted, 8)[0])
    return None


def _reachable(
    view: memoryview, start: Header, first_name: str
) -> Iterator[tuple[str, int, Directory]]:
    waiting = deque([(start.first, first_name)])
    seen: set[int] = set()
    chain = 0
    while waiting:
        at, name = waiting.popleft()
        if at in seen or len(seen) >= MAX_DIRECTORIES:
            yield name, at, Directory((), 0, (f"{name}: leads back or too deep",))
            continue
        seen.add(at)
        directory = read_directory(view, at, name, start.order, shape=start.shape)
        yield name, at, directory
        waiting += _children(directory)
        if (name == first_name or name.startswith("IFD")) and directory.following:
            chain += 1
            waiting.append((directory.following, f"IFD{chain}"))


def _children(directory: Directory) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for entry in directory.entries:
        name = _POINTERS.get(entry.tag)
        if name and entry.type in POINTING:
            many = entry.tag == _SUB_IFDS
            targets = [int(target) for target in entry.numbers()[: None if many else 1]]
            found += [(at, f"{name}{i}" if many else name) for i, at in enumerate(targets)]
    return found
