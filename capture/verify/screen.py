"""The second reading of what a picture tells a screen: values that there are, and no others.

Sources: ISO/IEC 14496-12, 12.1, ITU-T H.273, ITU-T H.265 (D.3.28), the AV1 specification (6.7.4).
"""

import math

from capture.verify.movie_boxes import Strict, require

_MOST_COLOURS = (22, 18, 17)
_GREEN_BLUE_RED = frozenset(
    (
        (15000, 30000, 7500, 3000, 32000, 16500, 15635, 16450),
        (13250, 34500, 7500, 3000, 34000, 16000, 15635, 16450),
        (8500, 39850, 6550, 2300, 35400, 14600, 15635, 16450),
    )
)
"""Primaries and white of BT.709, P3 and BT.2020 in 1/50,000."""
_RED_GREEN_BLUE = frozenset(
    (
        (41943, 21627, 19661, 39322, 9830, 3932, 20493, 21561),
        (44564, 20972, 17367, 45220, 9830, 3932, 20493, 21561),
        (46399, 19137, 11141, 52232, 8585, 3015, 20493, 21561),
    )
)
"""The same in 1/65,536."""


def nclx(body: Strict) -> None:
    """Check the colours of ``colr``, behind its form."""
    numbers = body.unpack(">3H")
    known = all(number <= most for number, most in zip(numbers, _MOST_COLOURS, strict=True))
    require(known and body.number(1) in (0, 0x80), "colr holds something unexpected")


def pasp(body: Strict) -> None:
    """Check the shape of a pixel: lowest terms of a few parts."""
    width, height = body.unpack(">II")
    fine = 0 < height <= 255 and 0 < width <= 16 * 255 and math.gcd(width, height) == 1  # noqa: PLR2004 - parts
    require(fine, "a shape of pixels that there is not")


def clap(body: Strict) -> None:
    """Check a crop: whole pixels, its centre in halves."""
    wide, wide_of, high, high_of, *centre = body.unpack(">IIIIiIiI")
    require(wide > 0 < high and wide_of == high_of == 1, "a crop that makes no sense")
    for offset, parts in (centre[:2], centre[2:]):
        require(parts == (2 if offset % 2 and parts != 1 else 1), "a crop that makes no sense")
        require(abs(offset) <= 32 * parts, "a crop that makes no sense")


def clli(body: Strict) -> None:
    """Check the light levels: two numbers of candela per square metre."""
    body.take(4)


def mdcv(body: Strict) -> None:
    """Check mastering colours: those of a known display, in the order of HEVC."""
    _mastering(body, _GREEN_BLUE_RED, 10_000, 10_000)


def av1_mdcv(body: Strict) -> None:
    """Check mastering colours in the order and the parts of AV1."""
    _mastering(body, _RED_GREEN_BLUE, 1 << 8, 1 << 14)


def _mastering(
    body: Strict, displays: frozenset[tuple[int, ...]], parts: int, darkest: int
) -> None:
    require(body.unpack(">8H") in displays, "colours of a display that is not known")
    most, least = body.unpack(">II")
    require(most % parts == 0 and most <= 10_000 * parts, "a brightness that there is not")
    require(least <= darkest, "a brightness that there is not")


CHECKS = {b"pasp": pasp, b"clap": clap, b"mdcv": mdcv, b"clli": clli}
"""What checks each box of a picture's description."""
