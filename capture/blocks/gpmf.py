"""GPMF: the telemetry that GoPro cameras keep in a track and in the user data of a video.

Source: the format's public description ("GPMF Introduction", gpmf-parser). An
element is a four-letter key, a type, the size of one structure, their number,
then the data, filled up to four bytes; type 0 holds elements again. ``SCAL``
divides the numbers that follow it in the same stream.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAX_DEPTH = 8
MAX_ELEMENTS = 20_000

_SCALE = b"SCAL"
_POSITIONS = {b"GPS5": 5, b"GPS9": 9}
_DEGREES = ((-90.0, 90.0), (-180.0, 180.0))


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its key, the letter of its type (0 for a list), its data."""

    key: bytes
    kind: int
    data: bytes
    depth: int


@dataclass(frozen=True, slots=True)
class Fix:
    """A place that the telemetry holds, in degrees, and its raw integers as stored."""

    latitude: float
    longitude: float
    raw: bytes


def elements(untrusted: bytes, depth: int = 0) -> Iterator[Element]:
    """Give every element, lists before what they hold; ends where the bytes break the rules."""
    stack = [(0, len(untrusted), depth)]
    for _ in range(MAX_ELEMENTS):
        while stack and stack[-1][1] - stack[-1][0] < 8:  # noqa: PLR2004 - a header
            stack.pop()
        if not stack:
            return
        at, end, level = stack.pop()
        key, kind, size, count = struct.unpack_from(">4sBBH", untrusted, at)
        body, stop = at + 8, at + 8 + size * count
        if key == bytes(4) or stop > end:
            continue
        stack.append((stop + -stop % 4, end, level))
        yield Element(key, kind, untrusted[body:stop], level)
        if kind == 0 and level < MAX_DEPTH:
            stack.append((body, stop, level + 1))


def first_fix(untrusted: bytes) -> Fix | None:
    """Give the first place that is a place: not the zeros that a camera writes without one."""
    scale = b""
    for element in elements(untrusted):
        if element.key == _SCALE:
            scale = element.data
        elif element.key in _POSITIONS:
            fix = _fix(element.data, scale)
            if fix is not None:
                return fix
    return None


def _fix(data: bytes, scale: bytes) -> Fix | None:
    if len(data) < 8 or len(scale) < 8:  # noqa: PLR2004 - two numbers
        return None
    numbers = struct.unpack_from(">ii", data)
    divisors = struct.unpack_from(">ii", scale)
    if not all(divisors) or not any(numbers):
        return None
    place = [number / divisor for number, divisor in zip(numbers, divisors, strict=True)]
    inside = all(low <= value <= high for value, (low, high) in zip(place, _DEGREES, strict=True))
    return Fix(place[0], place[1], data[:8]) if inside else None
