"""The units of AV1 streams (OBU): which are picture, and which are somebody's notes.

Source: AV1 Bitstream & Decoding Process Specification, 5.3 (OBU header and
size), 6.2.2 (types), 6.7 (metadata). Kept: sequence headers, frames and tile
groups, and of the metadata the light level and mastering colours. Left out:
every other metadata (ITU-T T.35 user data, time codes), padding, tile lists,
temporal delimiters (MP4 does not want them) and reserved types.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from capture.blocks import screen
from capture.errors import Damaged, TooLarge

MAX_UNITS = 4096
"""Most units in one sample."""
SEQUENCE_HEADER = 1
METADATA = 5
_KEPT = frozenset((1, 3, 4, 6, 7))
_LIGHT = 1
_HARMLESS = {_LIGHT: 4, 2: 24}
"""Metadata that passes: its type and the bytes of its payload."""
_LEB_BYTES = 8
_STOP = b"\x80"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its type, where it starts in the sample, its payload, where it ends."""

    kind: int
    start: int
    body: int
    end: int


def units(sample: bytes) -> Iterator[Unit]:
    """Give the units of a sample. Raises Damaged and TooLarge."""
    at = 0
    for _ in range(MAX_UNITS):
        if at >= len(sample):
            return
        found = _unit_at(sample, at)
        yield found
        at = found.end
    raise TooLarge("too many units in one sample", part="units")


def _unit_at(sample: bytes, at: int) -> Unit:
    first = sample[at]
    if first & 0x80:
        raise Damaged("a unit of the video has no valid header")
    body = at + 1 + (first >> 2 & 1)
    end = len(sample)
    if first & 2:
        size, body = _leb128(sample, body)
        end = body + size
    if end > len(sample) or body > end:
        raise Damaged("a unit of the video is longer than its sample")
    return Unit(first >> 3 & 15, at, body, end)


def _leb128(sample: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index, byte in enumerate(sample[at : at + _LEB_BYTES]):
        value |= (byte & 0x7F) << 7 * index
        if not byte & 0x80:
            return value, at + index + 1
    raise Damaged("a unit of the video has no valid length")


def scrub(sample: bytes, *, still: bool = False) -> bytes:
    """Return the sample with only the units that a picture needs; a ``still`` needs no metadata."""
    said = set(_HARMLESS) if still else set()
    return b"".join(_reduced(sample, unit, said) for unit in units(sample))


def _reduced(sample: bytes, unit: Unit, said: set[int]) -> bytes:
    """Return what stays of a unit; of each metadata the first, in values that there are."""
    if unit.kind in _KEPT:
        return sample[unit.start : unit.end]
    body = sample[unit.body : unit.end]
    if unit.kind != METADATA or not is_harmless(body) or body[0] in said:
        return b""
    told = body[1:-1] if body[0] == _LIGHT else screen.av1_mastering(body[1:-1])
    if not told:
        return b""
    said.add(body[0])
    return sample[unit.start : unit.body] + body[:1] + told + _STOP


def is_harmless(metadata: bytes) -> bool:
    """Say whether a metadata payload is a light level or mastering colours, and nothing more."""
    length = _HARMLESS.get(metadata[0]) if metadata else None
    return length is not None and metadata[1 + length :] == _STOP
