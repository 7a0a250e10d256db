"""Where a file is joined: the offset, width and byte order of every length and count in it.

Small walkers for the tests alone, which read what is whole and share nothing with the program.
"""

import contextlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from capture.kinds import MediaKind

_CONTAINERS = frozenset(
    b"moov trak mdia minf stbl udta meta iprp ipco iref dinf edts ilst mvex moof traf".split()
)
_MASTERS = frozenset((0x1A45DFA3, 0x18538067, 0x1654AE6B, 0x1F43B675, 0x1254C367, 0xAE, 0xA0))
_DIRECTORIES = frozenset((0x8769, 0x8825, 0x014A))
_SCAN = 0xDA


@dataclass(frozen=True, slots=True)
class Joint:
    """One field that says how much follows: ``width`` bytes at ``at``."""

    at: int
    width: int
    order: Literal["big", "little"] = "big"

    def set(self, data: bytes, value: int) -> bytes:
        """Write a value into the field, its lowest bytes if it is too wide."""
        low = value & ((1 << 8 * self.width) - 1)
        return data[: self.at] + low.to_bytes(self.width, self.order) + data[self.at + self.width :]


def joints(kind: MediaKind, data: bytes) -> list[Joint]:
    """Give the joints of a file of the kind, in order of their offsets, as far as it is whole."""
    found: dict[Joint, None] = {}
    with contextlib.suppress(IndexError, struct.error):
        for joint in _walk(kind, data):
            found[joint] = None
    return sorted(found, key=lambda joint: joint.at)


def _walk(kind: MediaKind, data: bytes) -> Iterator[Joint]:
    if kind in _WALKERS:
        return _WALKERS[kind](data)
    if data[:2] in {b"II", b"MM"}:
        return _directories(data, set())
    return _boxes(data, 0, len(data))


def _segments(data: bytes) -> Iterator[Joint]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        yield Joint(at + 2, 2)
        if data[at + 1] == _SCAN:
            return
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def _chunks(data: bytes) -> Iterator[Joint]:
    at = 8
    while at + 12 <= len(data):
        yield Joint(at, 4)
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _riff(data: bytes, at: int, end: int) -> Iterator[Joint]:
    while at + 8 <= end:
        yield Joint(at + 4, 4, "little")
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] in {b"RIFF", b"LIST"} and data[at + 8 : at + 12] != b"movi":
            yield from _riff(data, at + 12, min(end, at + 8 + size))
        at += 8 + size + size % 2


def _boxes(data: bytes, at: int, end: int) -> Iterator[Joint]:
    while at + 8 <= end:
        yield Joint(at, 4)
        size, kind = struct.unpack_from(">I4s", data, at)
        if kind in _CONTAINERS:
            full = 4 if kind == b"meta" and data[at + 12 : at + 16] != b"hdlr" else 0
            yield from _boxes(data, at + 8 + full, min(end, at + size))
        elif size >= 16:
            yield Joint(at + 12, 4)
        at += max(size, 8)


def _directories(data: bytes, seen: set[int], at: int | None = None) -> Iterator[Joint]:
    order: Literal["big", "little"] = "big" if data[:2] == b"MM" else "little"
    if at is None:
        yield Joint(4, 4, order)
        at = int.from_bytes(data[4:8], order)
    if at in seen or at + 2 > len(data):
        return
    seen.add(at)
    yield Joint(at, 2, order)
    count = int.from_bytes(data[at : at + 2], order)
    for entry in range(at + 2, min(at + 2 + 12 * count, len(data) - 12), 12):
        yield from (Joint(entry + 4, 4, order), Joint(entry + 8, 4, order))
        if int.from_bytes(data[entry : entry + 2], order) in _DIRECTORIES:
            yield from _directories(data, seen, int.from_bytes(data[entry + 8 : entry + 12], order))


def _blocks(data: bytes) -> Iterator[Joint]:
    at = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    while at < len(data) and data[at] in b"!,":
        at += 2 if data[at] == 0x21 else 11 + (3 << (data[at + 9] & 7) + 1) * (data[at + 9] >> 7)
        while at < len(data) and data[at]:
            yield Joint(at, 1)
            at += 1 + data[at]
        yield Joint(at, 1)
        at += 1


def _elements(data: bytes, at: int, end: int) -> Iterator[Joint]:
    while at < end:
        wide = 9 - data[at].bit_length()
        kind = int.from_bytes(data[at : at + wide], "big")
        length = 9 - data[at + wide].bit_length() if at + wide < end else 9
        if length > 8 or wide > 4:
            return
        yield Joint(at + wide, length)
        start = at + wide + length
        size = int.from_bytes(data[at + wide : start], "big") & ((1 << 7 * length) - 1)
        if kind in _MASTERS:
            yield from _elements(data, start, min(end, start + size))
        at = start + size


def _pages(data: bytes) -> Iterator[Joint]:
    at = 0
    while data[at : at + 4] == b"OggS":
        count = data[at + 26]
        yield from (Joint(at + 26, 1), Joint(at + 27, 1))
        at += 27 + count + sum(data[at + 27 : at + 27 + count])


def _tagged(_data: bytes) -> Iterator[Joint]:
    """Give the lengths of an ID3 tag and of its first frame, and one in the sound."""
    yield from (*(Joint(at, 1) for at in range(6, 10)), Joint(14, 4), Joint(40, 2))


def _fixed(data: bytes) -> Iterator[Joint]:
    yield from (Joint(at, 1) for at in range(6, len(data) - 32, 320))


def _placed(_data: bytes) -> Iterator[Joint]:
    yield from (Joint(at, 4) for at in range(84, 108, 4))


def _riffs(data: bytes) -> Iterator[Joint]:
    return _riff(data, 0, len(data))


def _matroska(data: bytes) -> Iterator[Joint]:
    return _elements(data, 0, len(data))


_WALKERS: dict[MediaKind, Callable[[bytes], Iterator[Joint]]] = {
    MediaKind.JPEG: _segments,
    MediaKind.PNG: _chunks,
    MediaKind.WEBP: _riffs,
    MediaKind.AVI: _riffs,
    MediaKind.WAV: _riffs,
    MediaKind.GIF: _blocks,
    MediaKind.MKV: _matroska,
    MediaKind.WEBM: _matroska,
    MediaKind.OGG: _pages,
    MediaKind.MP3: _tagged,
    MediaKind.AMR: _fixed,
    MediaKind.RAF: _placed,
}
