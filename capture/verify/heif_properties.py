"""The second reading of the properties of our own HEIF and AVIF pictures, field by field.

Sources: ISO/IEC 23008-12 (6.5), ISO/IEC 14496-12 (12.1), ISO/IEC 14496-15 (8.3.3.1), AV1-ISOBMFF.
"""

import re
from collections.abc import Callable

from capture.verify import icc, screen
from capture.verify.movie_boxes import Strict, full, require
from capture.verify.movie_entries import MAX_SET

MAX_PADDING = 63
"""Most rows or columns that a crop may leave in the file: what an encoder's blocks need."""

ESSENTIAL = frozenset((b"hvcC", b"av1C", b"irot", b"imir", b"clap", b"auxC"))
"""Properties that are marked as essential, and always so."""

_ALPHA = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\x00"
_SET_KINDS = (32, 33, 34)
_MOST_SETS = 16
_RESERVED = ((16, 0xFC), (17, 0xF8), (18, 0xF8))
_TEXT = re.compile(rb"[\x20-\x7e]{10,}")
"""Parameter sets of real encoders hold at most a few printable bytes in a row."""


_ORDER = (b"hvcC", b"av1C", b"ispe", b"pixi", b"pasp", b"colr", b"clli", b"mdcv", b"auxC")
_TURNS = frozenset((b"irot", b"imir", b"clap"))


def check_order(own: list[tuple[bytes, bytes]]) -> None:
    """Require that each property stands once, in one order, and the turns after all others."""
    ranks = [len(_ORDER) if kind in _TURNS else _ORDER.index(kind) for kind, _ in own]
    require(ranks == sorted(ranks), "the properties of an item are out of order")
    forms = [kind + (data[:4] if kind == b"colr" else b"") for kind, data in own]
    require(len(forms) == len(set(forms)), "a property of an item stands twice")


def check(kind: bytes, body: Strict) -> None:
    """Check one property. Raises Unverified for one that is not on the list."""
    checked = _CHECKS.get(kind)
    if checked is None:
        require(held=False, what=f"an unknown property {kind!r}")
        raise AssertionError
    checked(body)
    body.end()


def unit_length(config: bytes) -> int:
    """Give the bytes of a unit's length, from a checked ``hvcC``."""
    return (config[21] & 3) + 1


def size_of(ispe: bytes) -> tuple[int, int]:
    """Give the width and height of a checked ``ispe``."""
    return int.from_bytes(ispe[4:8], "big"), int.from_bytes(ispe[8:12], "big")


def cropped(clap: bytes, sides: tuple[int, int]) -> tuple[int, int]:
    """Give the sides that a checked ``clap`` leaves; it may cut off no more than padding."""
    numbers = [int.from_bytes(clap[at : at + 4], "big") for at in range(0, 16, 4)]
    kept = numbers[0] // numbers[1], numbers[2] // numbers[3]
    for side, left in zip(sides, kept, strict=True):
        require(0 < left <= side <= left + MAX_PADDING, "a crop hides a part of the picture")
    return kept


def _hvcc(body: Strict) -> None:
    head = body.take(22)
    require(head[0] == 1, "hvcC holds something unexpected")
    require(all(head[at] & mask == mask for at, mask in _RESERVED), "hvcC has reserved bits in use")
    require(head[13:16] == b"\xf0\x00\xfc", "hvcC tells how the picture is cut up")
    require(head[19:21] == b"\0\0" and not head[21] & 0xC0, "hvcC tells a frame rate")
    body.exactly(bytes((len(_SET_KINDS),)))
    for kind in _SET_KINDS:
        body.exactly(bytes((0x80 | kind,)))
        count = body.number(2)
        require(0 < count <= _MOST_SETS, "too many parameter sets")
        for _ in range(count):
            unit = body.take(body.number(2))
            require(2 < len(unit) <= MAX_SET, "not a parameter set")  # noqa: PLR2004 - its header
            require(unit[0] == kind << 1 and not unit[1] & 0xF8, "not a parameter set")
            require(not _TEXT.search(unit), "there is text in a parameter set")


def _av1c(body: Strict) -> None:
    body.exactly(b"\x81")
    body.take(2)
    body.exactly(b"\x00")


def _ispe(body: Strict) -> None:
    full(body)
    require(body.number(4) > 0, "a picture without pixels")
    require(body.number(4) > 0, "a picture without pixels")


def _pixi(body: Strict) -> None:
    full(body)
    channels = body.number(1)
    require(1 <= channels <= 4, "pixi holds something unexpected")  # noqa: PLR2004 - with transparency
    depths = body.take(channels)
    require(all(1 <= depth <= 16 for depth in depths), "pixi holds something unexpected")  # noqa: PLR2004 - bits


def _irot(body: Strict) -> None:
    require(body.number(1) <= 3, "irot holds something unexpected")  # noqa: PLR2004 - quarter turns


def _imir(body: Strict) -> None:
    require(body.number(1) <= 1, "imir holds something unexpected")


def _clap(body: Strict) -> None:
    screen.clap(body)


def _colr(body: Strict) -> None:
    form = body.take(4)
    if form == b"prof":
        icc.check(bytes(body.rest()))
        return
    require(form == b"nclx", "colr holds something unexpected")
    screen.nclx(body)


def _auxc(body: Strict) -> None:
    full(body)
    body.exactly(_ALPHA)


_CHECKS: dict[bytes, Callable[[Strict], None]] = {
    b"hvcC": _hvcc,
    b"av1C": _av1c,
    b"ispe": _ispe,
    b"pixi": _pixi,
    b"irot": _irot,
    b"imir": _imir,
    b"clap": _clap,
    b"colr": _colr,
    b"auxC": _auxc,
    b"pasp": screen.pasp,
    b"clli": screen.clli,
    b"mdcv": screen.mdcv,
}
