"""Coasts and borders for a small sketch of where something is: offline, and no more than outlines.

From Natural Earth (https://www.naturalearthdata.com, public domain) at 1:50 million, made by
``packaging/make_outlines.py``. Points are hundredths of a degree, WGS 84: east, north.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

PER_DEGREE = 100
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A ring of land or a piece of a border, and the box around it: west, south, east, north."""

    points: tuple[Point, ...]
    box: tuple[int, int, int, int]

    def meets(self, west: int, south: int, east: int, north: int) -> bool:
        """Say whether its box meets another."""
        left, low, right, high = self.box
        return left <= east and right >= west and low <= north and high >= south


@dataclass(frozen=True, slots=True)
class Outlines:
    """Land as rings (an inner one is water), and borders between countries as lines."""

    land: tuple[Line, ...]
    borders: tuple[Line, ...]


@cache
def world() -> Outlines:
    """Return the outlines of the world."""
    packed = resources.files("capture.places").joinpath("outlines.bin").read_bytes()
    numbers = _numbers(zlib.decompress(packed))
    return Outlines(tuple(_lines(numbers)), tuple(_lines(numbers)))


def _lines(numbers: Iterator[int]) -> Iterator[Line]:
    for _ in range(next(numbers)):
        points = []
        x = y = 0
        for _ in range(next(numbers)):
            x, y = x + _signed(next(numbers)), y + _signed(next(numbers))
            points.append((x, y))
        east, north = [one[0] for one in points], [one[1] for one in points]
        yield Line(tuple(points), (min(east), min(north), max(east), max(north)))


def _signed(number: int) -> int:
    return number >> 1 if not number & 1 else -((number + 1) >> 1)


def _numbers(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:  # noqa: PLR2004 # the bit that says that more follows
            yield value
            value = shift = 0
