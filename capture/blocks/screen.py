"""What a picture tells a screen besides its pixels, brought to values that there are.

Sources: ISO/IEC 14496-12, 12.1 (``pasp``, ``clap``, ``colr``, ``mdcv``), ITU-T H.273 (what the
numbers of colours mean), ITU-T H.265 D.3.28 and the AV1 specification 6.7.4 (mastering colours).

No viewer would show that such a field holds another number than it should: 24 bytes say for
which display a film was made, and in a film for another they could say anything.
"""

import struct
from fractions import Fraction

UNSPECIFIED = 2
_PRIMARIES = frozenset((1, 2, *range(4, 13), 22))
_TRANSFERS = frozenset((1, 2, *range(4, 19)))
_MATRICES = frozenset(range(18)) - {3}
_MOST_PARTS = 255
_WIDEST = 16
_FURTHEST = 32
_WHITE = (15635, 16450)
_DISPLAYS = (
    # Red, green, blue and white in 1/50,000: BT.709, P3, BT.2020.
    ((32000, 16500), (15000, 30000), (7500, 3000), _WHITE),
    ((34000, 16000), (13250, 34500), (7500, 3000), _WHITE),
    ((35400, 14600), (8500, 39850), (6550, 2300), _WHITE),
)
_COLOUR_PARTS, _AV1_PARTS = 50_000, 1 << 16
_NEAR = 100
"""How far off a known display, in 1/50,000, what encoders round may be."""
_BRIGHTEST = 10_000
"""Candela per square metre, which is also the parts in which the least brightness is told."""


def colours(numbers: bytes) -> bytes:
    """Bring the three numbers of ``nclx`` to such as have a meaning; others become unspecified."""
    known = (_PRIMARIES, _TRANSFERS, _MATRICES)
    found = zip(struct.unpack(">3H", numbers), known, strict=True)
    return struct.pack(">3H", *(each if each in named else UNSPECIFIED for each, named in found))


def aspect(body: bytes) -> bytes | None:
    """Bring the shape of a pixel (``pasp``) to lowest terms; None where it makes no sense."""
    width, height = struct.unpack(">II", body)
    if not width or not height or max(width, height) > _WIDEST * min(width, height):
        return None
    ratio = Fraction(width, height).limit_denominator(_MOST_PARTS)
    return struct.pack(">II", ratio.numerator, ratio.denominator)


def aperture(body: bytes) -> bytes | None:
    """Bring a crop (``clap``) to whole pixels, its centre to halves; None where there is none."""
    wide, wide_of, high, high_of, across, across_of, down, down_of = struct.unpack(
        ">IIIIiIiI", body
    )
    if not (wide_of and high_of and across_of and down_of):
        return None
    sides = wide // wide_of, high // high_of
    centre = [round(2 * Fraction(*each)) for each in ((across, across_of), (down, down_of))]
    if not all(sides) or max(map(abs, centre)) > 2 * _FURTHEST:
        return None
    offsets = [(twice, 2) if twice % 2 else (twice // 2, 1) for twice in centre]
    return struct.pack(">IIIIiIiI", sides[0], 1, sides[1], 1, *offsets[0], *offsets[1])


def mastering(body: bytes) -> bytes | None:
    """Bring mastering colours (``mdcv``, or HEVC's message) to a known display; None for others."""
    green, blue, red, white, most, least = _mastering_of(body)
    found = _display((red, green, blue, white), _COLOUR_PARTS)
    bright = round(Fraction(most, _BRIGHTEST))
    if found is None or bright > _BRIGHTEST or least > _BRIGHTEST:
        return None
    ordered = (found[1], found[2], found[0], found[3])
    return struct.pack(">8HII", *_flat(ordered), bright * _BRIGHTEST, least)


def av1_mastering(body: bytes) -> bytes | None:
    """As ``mastering``, in the order and the parts of AV1."""
    *points, most, least = _mastering_of(body)
    found = _display(tuple(points), _AV1_PARTS)
    bright = round(Fraction(most, 1 << 8))
    if found is None or bright > _BRIGHTEST or least > 1 << 14:
        return None
    scaled = [round(Fraction(each * _AV1_PARTS, _COLOUR_PARTS)) for each in _flat(found)]
    return struct.pack(">8HII", *scaled, bright << 8, least)


_Point = tuple[int, int]


def _mastering_of(body: bytes) -> tuple[_Point, _Point, _Point, _Point, int, int]:
    numbers = struct.unpack(">8HII", body)
    first, second, third, fourth = (numbers[at : at + 2] for at in range(0, 8, 2))
    return first, second, third, fourth, numbers[8], numbers[9]


def _display(points: tuple[_Point, ...], parts: int) -> tuple[_Point, ...] | None:
    """Find the display whose red, green, blue and white these are."""
    told = [each * _COLOUR_PARTS // parts for each in _flat(points)]
    for display in _DISPLAYS:
        if all(abs(a - b) <= _NEAR for a, b in zip(told, _flat(display), strict=True)):
            return display
    return None


def _flat(points: tuple[_Point, ...]) -> list[int]:
    return [number for point in points for number in point]
