"""The skeleton of a TIFF: its directories and their entries, read without trust.

Source: TIFF 6.0 (Adobe 1992), sections 2 and 8; Exif 2.32 (CIPA DC-008), 4.6.
Every offset, count and length comes from outside. A directory that leads nowhere, in a
circle or beyond the data is a problem that is named, and everything else is still read:
what a file says must not hide behind one broken pointer. Values are views of the data,
never copies, so that a thousand entries that claim the whole file cost nothing.
"""

import struct
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
}
_SIZES = {code: struct.calcsize("=" + layout) for code, layout in _FORMATS.items()}
_INLINE = 4
_ENTRY = 12
_MAGIC = 42
_POINTERS = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interop", 0x014A: "SubIFD"}
_SUB_IFDS = 0x014A


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
        """Return the first numbers; a rational is its quotient, 0 where it has none."""
        if self.type in {RATIONAL, SRATIONAL}:
            return tuple(top / bottom if bottom else 0.0 for top, bottom in self.pairs())
        layout = _FORMATS[self.type]
        count = min(self.count, MAX_NUMBERS)
        size = _SIZES[self.type] * count
        return struct.unpack(f"{self.order}{count}{layout}", self.raw[:size])

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
    """All that was found from the header on; ``order`` is "<" or ">"."""

    order: str
    entries: tuple[Entry, ...]
    problems: tuple[str, ...]


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
    untrusted: memoryview, at: int, name: str, order: str, base: int = 0
) -> Directory:
    """Read the directory at ``at``; the offsets of its values count from ``base``."""
    if not 0 <= at <= len(untrusted) - 2:
        return Directory((), 0, (f"{name}: outside of the data",))
    (count,) = struct.unpack_from(order + "H", untrusted, at)
    room = (len(untrusted) - at - 2) // _ENTRY
    problems = [] if count <= min(room, MAX_ENTRIES) else [f"{name}: cut short"]
    entries = []
    for index in range(min(count, room, MAX_ENTRIES)):
        entry = _entry(untrusted, at + 2 + _ENTRY * index, name, order, base)
        if entry is None:
            (tag,) = struct.unpack_from(order + "H", untrusted, at + 2 + _ENTRY * index)
            problems.append(unreadable(name, tag))
        else:
            entries.append(entry)
    return Directory(tuple(entries), _following(untrusted, at, count, order), tuple(problems))


def unreadable(name: str, tag: int) -> str:
    """Return the problem of a field whose value is not in the data."""
    return f"{name}: field {tag:#06x} points outside of the data"


def _following(untrusted: memoryview, at: int, count: int, order: str) -> int:
    end = at + 2 + _ENTRY * count
    if end + 4 > len(untrusted):
        return 0
    return int(struct.unpack_from(order + "I", untrusted, end)[0])


def _entry(untrusted: memoryview, at: int, name: str, order: str, base: int) -> Entry | None:
    tag, kind, count = struct.unpack_from(order + "HHI", untrusted, at)
    size = _SIZES.get(kind, 0) * count
    if kind not in _SIZES:
        return None
    start = at + 8
    if size > _INLINE:
        start = base + struct.unpack_from(order + "I", untrusted, start)[0]
    if start < 0 or start + size > len(untrusted):
        return None
    return Entry(name, tag, kind, count, untrusted[start : start + size], start, order)


def walk(untrusted: bytes) -> Tiff:
    """Follow every directory from the header: the chain IFD0, IFD1, … and what they point at.

    Never raises: data that are no TIFF give no entries and one problem.
    """
    view = memoryview(untrusted)
    order = byte_order(untrusted[:4])
    if order is None or len(view) < 8:  # noqa: PLR2004 - the header's size
        return Tiff("<", (), ("no TIFF header",))
    (first,) = struct.unpack_from(order + "I", view, 4)
    entries: list[Entry] = []
    problems: list[str] = []
    for directory in _reachable(view, order, first):
        entries += directory.entries
        problems += directory.problems
        if len(entries) > MAX_FIELDS:
            problems.append("too many fields")
            break
    return Tiff(order, tuple(entries), tuple(problems))


def _reachable(view: memoryview, order: str, first: int) -> Iterator[Directory]:
    waiting = [(first, "IFD0")]
    seen: set[int] = set()
    chain = 0
    while waiting:
        at, name = waiting.pop(0)
        if at in seen or len(seen) >= MAX_DIRECTORIES:
            yield Directory((), 0, (f"{name}: leads back or too deep",))
            continue
        seen.add(at)
        directory = read_directory(view, at, name, order)
        yield directory
        waiting += _children(directory)
        if name.startswith("IFD") and directory.following:
            chain += 1
            waiting.append((directory.following, f"IFD{chain}"))


def _children(directory: Directory) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for entry in directory.entries:
        name = _POINTERS.get(entry.tag)
        if name and entry.type in {LONG, IFD}:
            many = entry.tag == _SUB_IFDS
            targets = [int(target) for target in entry.numbers()[: None if many else 1]]
            found += [(at, f"{name}{i}" if many else name) for i, at in enumerate(targets)]
    return found
