"""Places at times, and how a stored plan packs many of them."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from capture.redact import checked

MAX_TIME = 48 * 3600 * 1_000_000
"""Longest video in microseconds."""
MAX_KEYS = 400_000
"""Places of all tracks of a plan together."""
_NUMBERS = 5
_MOST = MAX_KEYS * _NUMBERS * 2
_LOW, _MORE = 0x7F, 0x80
_LONGEST = 6 * 7
"""Bits of the longest varint: a time of 48 hours has 38, and its sign."""


@dataclass(frozen=True, slots=True)
class Key:
    """Where a track is at one time; between two keys each edge moves evenly."""

    at: int
    left: int
    top: int
    width: int
    height: int


def pack(keys: Iterable[Key]) -> bytes:
    """Pack keys: zigzag varints of each number's difference from the key before, with zlib."""
    out = bytearray()
    before = (0,) * _NUMBERS
    for key in keys:
        now = (key.at, key.left, key.top, key.width, key.height)
        for value, last in zip(now, before, strict=True):
            step = value - last
            rest = step << 1 if step >= 0 else (-step << 1) - 1
            while rest > _LOW:
                out.append(rest & _LOW | _MORE)
                rest >>= 7
            out.append(rest)
        before = now
    return zlib.compress(bytes(out), 9)


def unpack(untrusted: bytes) -> tuple[Key, ...]:
    """Read packed keys, at least one, each later than the one before.

    Raises TypeError, ValueError or zlib.error for anything else.
    """
    unpacking = zlib.decompressobj()
    plain = unpacking.decompress(untrusted, _MOST)
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError
    steps = _steps(plain)
    if not steps or len(steps) % _NUMBERS:
        raise ValueError
    keys: list[Key] = []
    now = [0] * _NUMBERS
    for at in range(0, len(steps), _NUMBERS):
        now = [value + step for value, step in zip(now, steps[at : at + _NUMBERS], strict=True)]
        least = keys[-1].at + 1 if keys else 0
        keys.append(Key(checked.number(now[0], least, MAX_TIME), *checked.box(now[1:])))
    return tuple(keys)


def _steps(plain: bytes) -> list[int]:
    """Read zigzag varints of at most six bytes."""
    steps: list[int] = []
    rest = shift = 0
    for byte in plain:
        rest |= (byte & _LOW) << shift
        shift += 7
        if byte < _MORE:
            steps.append(rest >> 1 if not rest & 1 else -((rest + 1) >> 1))
            rest = shift = 0
        elif shift >= _LONGEST:
            raise ValueError
    if shift:
        raise ValueError
    return steps
