"""The ZIP around a bag: the few records we write, and no others.

Entries are stored, dated 1980-01-01 00:00, made by "FAT" (so no owner, mode or
system is told), without flags or data descriptors (a descriptor after a stored
entry breaks Java's streaming reader). The one extra field is ZIP64's, and only
where a number does not fit 32 bits. A bundle's container is therefore a pure
function of names, sizes and checksums, and the reader demands it byte by byte.

Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from storage.bundle.padme import padded

LOCAL = b"PK\x03\x04"
CENTRAL = b"PK\x01\x02"
LOCAL_FIXED = 30
"""Bytes of a local header before its name."""

MAX_ENTRIES = 20_000
"""More files than this in one bundle is refused; below 65,535, so ZIP64 counts are not needed."""

DATE = (1 << 5) | 1
"""1980-01-01 in the way of MS-DOS; the time is 0."""

_ZIP64_END = b"PK\x06\x06"
_ZIP64_LOCATOR = b"PK\x06\x07"
_END = b"PK\x05\x06"
_LIMIT = 0xFFFFFFFF
_PLAIN_VERSION = 10
_ZIP64_VERSION = 45


@dataclass(frozen=True, slots=True)
class Slot:
    """One entry's place: its ASCII name, bytes of content, CRC-32, offset of its local header."""

    name: str
    size: int
    crc: int
    offset: int


def local_header(name: str, size: int, crc: int) -> bytes:
    """Return the record before an entry's content."""
    extra = _extra(size, size) if size >= _LIMIT else b""
    shown = min(size, _LIMIT)
    version = _ZIP64_VERSION if extra else _PLAIN_VERSION
    raw = name.encode("ascii")
    fixed = struct.pack(
        "<4s5H3I2H", LOCAL, version, 0, 0, 0, DATE, crc, shown, shown, len(raw), len(extra)
    )
    return fixed + raw + extra


def directory(slots: Sequence[Slot], start: int) -> bytes:
    """Return everything after the last entry's content: the central directory and its end."""
    central = b"".join(map(_central_header, slots))
    if start + len(central) < _LIMIT:
        return central + _end(len(slots), len(central), start)
    at = start + len(central)
    wide = struct.pack(
        "<4sQ2H2I4Q",
        _ZIP64_END,
        44,
        _ZIP64_VERSION,
        _ZIP64_VERSION,
        0,
        0,
        len(slots),
        len(slots),
        len(central),
        start,
    )
    locator = struct.pack("<4sIQI", _ZIP64_LOCATOR, 0, at, 1)
    return central + wide + locator + _end(len(slots), len(central), start)


def pad_for(sizes: Sequence[tuple[str, int]], pad_name: str) -> int:
    """Return how many bytes of pad, as last entry, bring the whole ZIP to its Padmé length.

    ``sizes`` are the other entries' names and sizes, in order.
    """
    pad = 0
    while True:
        total = length([*sizes, (pad_name, pad)])
        lacking = padded(total) - total
        if not lacking:
            return pad
        pad += lacking  # again, because a longer pad can need ZIP64's longer records


def length(sizes: Sequence[tuple[str, int]]) -> int:
    """Return the bytes of a whole ZIP of entries with these names and sizes."""
    slots: list[Slot] = []
    offset = 0
    for name, size in sizes:
        slots.append(Slot(name, size, 0, offset))
        offset += len(local_header(name, size, 0)) + size
    return offset + len(directory(slots, offset))


def _central_header(slot: Slot) -> bytes:
    wide = [slot.size, slot.size] if slot.size >= _LIMIT else []
    if slot.offset >= _LIMIT:
        wide.append(slot.offset)
    extra = _extra(*wide) if wide else b""
    version = _ZIP64_VERSION if extra else _PLAIN_VERSION
    shown = min(slot.size, _LIMIT)
    raw = slot.name.encode("ascii")
    fixed = struct.pack(
        "<4s6H3I5H2I",
        CENTRAL,
        version,
        version,
        0,
        0,
        0,
        DATE,
        slot.crc,
        shown,
        shown,
        len(raw),
        len(extra),
        0,
        0,
        0,
        0,
        min(slot.offset, _LIMIT),
    )
    return fixed + raw + extra


def _extra(*numbers: int) -> bytes:
    return struct.pack(f"<2H{len(numbers)}Q", 1, 8 * len(numbers), *numbers)


def _end(count: int, size: int, start: int) -> bytes:
    return struct.pack(
        "<4s4H2IH", _END, 0, 0, count, count, min(size, _LIMIT), min(start, _LIMIT), 0
    )
