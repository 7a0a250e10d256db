"""The properties of a picture that decoding needs, each written afresh.

Sources: ISO/IEC 23008-12 (6.5), ISO/IEC 14496-12 (12.1.4 ``pasp`` and ``clap``, 12.1.5 ``colr``,
12.1.6 ``clli`` and ``mdcv``). An allowlist: a property that is not here is left out, and the
picture is refused where its maker marked that property as one that a viewer must understand.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from capture.blocks import icc, screen
from capture.blocks.boxes import Fields
from capture.errors import Damaged, Unsupported

TURNS = frozenset((b"irot", b"imir", b"clap"))
"""Properties that change the picture in the order in which they stand."""
ESSENTIAL = TURNS | {b"hvcC", b"av1C", b"auxC"}
"""Properties that a viewer must understand; fixed, whatever the source had."""
ALPHA = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1")
"""Names of an auxiliary picture that is transparency; the first is the one we write."""

_ORDER = (b"hvcC", b"av1C", b"ispe", b"pixi", b"pasp", b"colr", b"clli", b"mdcv", b"auxC")
_MAX_CHANNELS = 4
_MAX_DEPTH = 16
_CLLI, _MDCV = 4, 24


@dataclass(frozen=True, slots=True)
class Neutral:
    """A property as we write it; ``private`` where it may still tell devices apart."""

    kind: bytes
    data: bytes = field(repr=False)
    private: bool = False


def neutral(kind: bytes, untrusted: bytes) -> Neutral | None:
    """Write one property afresh; None for one that is left out.

    Raises Damaged for one that breaks its own form, and Unsupported for a colour profile that
    no neutral one replaces.
    """
    if kind == b"colr":
        return _colour(untrusted)
    write = _WRITERS.get(kind)
    data = write(Fields(untrusted)) if write else None
    return None if data is None else Neutral(kind, data)


def in_order(found: list[Neutral]) -> tuple[Neutral, ...]:
    """Sort into the order in which we write: what describes first, then the turns as they were."""
    rank = {kind: index for index, kind in enumerate(_ORDER)}
    return tuple(sorted(found, key=lambda each: rank.get(each.kind, len(rank))))


def turned_once(ordered: tuple[Neutral, ...]) -> tuple[Neutral, ...]:
    """Make several turns one mirroring and one turn, for of each kind an item needs but one.

    Raises Unsupported where crops stand between them.
    """
    turns = [each for each in ordered if each.kind in TURNS]
    kinds = [each.kind for each in turns]
    if len(set(kinds)) == len(kinds):
        return ordered
    if b"clap" in kinds:
        raise Unsupported("a picture that is cropped and turned more than once", part="clap")
    mirrored, quarters = False, 0
    for each in turns:
        if each.kind == b"irot":
            quarters += each.data[0]
        else:
            # Mirrored after a turn is turned the other way after the mirroring; top and bottom
            # swapped is left and right swapped, and half a turn.
            mirrored, quarters = not mirrored, (0 if each.data[0] else 2) - quarters
    one = [Neutral(b"imir", b"\x01")] if mirrored else []
    one += [Neutral(b"irot", bytes((quarters % 4,)))] if quarters % 4 else []
    return (*ordered[: len(ordered) - len(turns)], *one)


def _size(fields: Fields) -> bytes:
    """``ispe``: width and height in pixels."""
    fields.full()
    width, height = fields.u32(), fields.u32()
    if not width or not height:
        raise Damaged("a picture without pixels")
    return struct.pack(">III", 0, width, height)


def _depths(fields: Fields) -> bytes | None:
    """``pixi``: bits of each channel."""
    fields.full()
    channels = fields.u8()
    depths = fields.take(channels)
    if not 1 <= channels <= _MAX_CHANNELS or not all(1 <= d <= _MAX_DEPTH for d in depths):
        return None  # the coded data says it too
    return bytes((0, 0, 0, 0, channels)) + depths


def _angle(fields: Fields) -> bytes:
    """``irot``: quarter turns anticlockwise."""
    return bytes((fields.u8() & 3,))


def _axis(fields: Fields) -> bytes:
    """``imir``: 0 swaps top and bottom, 1 swaps left and right."""
    return bytes((fields.u8() & 1,))


def _aperture(fields: Fields) -> bytes:
    """``clap``: width, height and the centre's offset, as eight halves of fractions."""
    told = screen.aperture(fields.take(32))
    if told is None:
        raise Damaged("a crop without a size")
    return told


def _aspect(fields: Fields) -> bytes | None:
    """``pasp``: width and height of a pixel."""
    return screen.aspect(fields.take(8))


def _light(fields: Fields) -> bytes:
    """``clli``: the brightest pixel and the brightest average, in candela per square metre."""
    return fields.take(_CLLI)


def _mastering(fields: Fields) -> bytes | None:
    """``mdcv``: primaries, white point and brightness of the display it was made for."""
    return screen.mastering(fields.take(_MDCV))


_WRITERS: dict[bytes, Callable[[Fields], bytes | None]] = {
    b"ispe": _size,
    b"pixi": _depths,
    b"irot": _angle,
    b"imir": _axis,
    b"clap": _aperture,
    b"pasp": _aspect,
    b"clli": _light,
    b"mdcv": _mastering,
}


def _colour(untrusted: bytes) -> Neutral | None:
    """``colr``: the numbers of a known space, or a profile, which is replaced by a neutral one."""
    fields = Fields(untrusted)
    form = fields.take(4)
    if form == b"nclx":
        numbers = screen.colours(fields.take(6))
        full_range = fields.u8() & 0x80
        return Neutral(b"colr", form + numbers + bytes((full_range,)))
    if form not in {b"prof", b"rICC"}:
        return None
    try:
        profile = icc.neutral(fields.rest())
    except Damaged:
        return None  # no viewer can use it either
    return Neutral(b"colr", b"prof" + profile.data, private=profile.standard is None)


def is_alpha(untrusted_auxc: bytes) -> bool:
    """Say whether the body of an ``auxC`` names transparency."""
    fields = Fields(untrusted_auxc)
    fields.full()
    return fields.text() in ALPHA


def alpha_mark() -> Neutral:
    """Write the ``auxC`` of transparency."""
    return Neutral(b"auxC", bytes(4) + ALPHA[0] + b"\x00")


def must_be_known(kind: bytes) -> None:
    """Refuse an essential property that is left out. Raises Unsupported."""
    name = kind.decode("ascii", "replace")
    raise Unsupported("the picture needs a property that is not carried over", part=name)
