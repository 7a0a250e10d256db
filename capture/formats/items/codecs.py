"""The codecs of coded items: what stays of their configuration and of their data.

Sources: ISO/IEC 14496-15 (8.3.3.1 ``hvcC``), ITU-T H.265 (7.3.2.2 sequence parameter set),
and "AV1 Codec ISO Media File Format Binding" (2.3 ``av1C``).
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from capture.blocks import nal, obu
from capture.blocks.aac import Bits
from capture.blocks.boxes import Fields
from capture.blocks.hevc_video_set import exponential, skip_profile
from capture.blocks.nal import Family, Fate
from capture.errors import Damaged, TooLarge, Unsupported

MAX_PADDING = 63
"""Most rows or columns that an encoder adds to fill its largest block of 64."""

_PARAMETER_SETS = (32, 33, 34)
_SEQUENCE = 33
_MAX_SETS = 16
_MAX_ARRAYS = 32
_FIRST_PICTURE, _LAST_PICTURE = 0, 31
_MAIN_PROFILES = frozenset((1, 2, 3))
"""Main, Main 10 and Main Still Picture; "heic" promises the first and the last."""


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of a coded item.

    ``data`` is the body as we write it, ``unit_length`` the bytes of each unit's length (HEVC),
    ``common`` whether every viewer can decode it, ``messages`` the notes (SEI units) that it
    held, ``shape`` the size of the picture and of its padding in pixels where it says so.
    """

    data: bytes = field(repr=False)
    unit_length: int = 0
    common: bool = True
    messages: tuple[bytes, ...] = field(default=(), repr=False)
    shape: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Codec:
    """One codec: the types of its items and of its configuration, and how both are cleaned.

    ``brands`` are the major brand of a common and of an uncommon picture.
    """

    item: bytes
    config: bytes
    brands: tuple[bytes, bytes]
    read_config: Callable[[bytes], Config]
    scrub: Callable[[bytes, Config], bytes]


def _read_hevc(untrusted: bytes) -> Config:
    fields = Fields(untrusted)
    head = fields.take(22)
    if head[0] != 1:
        raise Unsupported("an unknown form of HEVC configuration", part="hvcC")
    sets: dict[int, list[bytes]] = {kind: [] for kind in _PARAMETER_SETS}
    notes: list[bytes] = []
    count = fields.u8()
    if count > _MAX_ARRAYS:
        raise TooLarge("too many parameter sets", part="hvcC")
    for _ in range(count):
        kind = fields.u8() & 63
        for _ in range(fields.u16()):
            unit = nal.plain_set(fields.take(fields.u16()), Family.HEVC)
            if nal.fate_of(Family.HEVC, unit[:2]) is Fate.SET:
                sets[nal.kind_of(Family.HEVC, unit)].append(unit)
            elif kind not in sets:
                notes.append(unit)
    if not all(sets.values()):
        raise Unsupported("the parameter sets are not in the configuration", part="hvcC")
    return Config(
        _write_hevc(head, sets),
        (head[21] & 3) + 1,
        head[1] & 31 in _MAIN_PROFILES and head[17] & 7 == 0,
        tuple(notes),
        _hevc_shape(sets[_SEQUENCE][0]),
    )


def _write_hevc(head: bytes, sets: dict[int, list[bytes]]) -> bytes:
    """Write an ``hvcC`` of parameter sets alone; the frame rates mean nothing in a picture."""
    fixed = nal.neutral_head(head, sets[_SEQUENCE][0])
    body = fixed + bytes((len(_PARAMETER_SETS),))
    for kind in _PARAMETER_SETS:
        units = sets[kind]
        if len(units) > _MAX_SETS or any(len(unit) > nal.MAX_PARAMETER_SET for unit in units):
            raise TooLarge("too many parameter sets", part="hvcC")
        body += struct.pack(">BH", 0x80 | kind, len(units))
        body += b"".join(struct.pack(">H", len(unit)) + unit for unit in units)
    return body


def _hevc_shape(untrusted_sps: bytes) -> tuple[int, int, int, int]:
    """Read the shown size of a picture, and the columns and rows that are cut off it."""
    bits = Bits(nal.unescaped(untrusted_sps[2:]))
    bits.take(4)
    layers = bits.take(3)
    bits.take(1)
    skip_profile(bits, layers)
    exponential(bits)
    chroma = exponential(bits)
    if chroma == 3:  # noqa: PLR2004 - 4:4:4
        bits.take(1)
    width, height = exponential(bits), exponential(bits)
    across = 2 if chroma in {1, 2} else 1
    down = 2 if chroma == 1 else 1
    left, right, top, bottom = (exponential(bits) for _ in range(4)) if bits.take(1) else (0,) * 4
    columns, rows = (left + right) * across, (top + bottom) * down
    if columns >= width or rows >= height:
        raise Damaged("a picture without pixels")
    return width - columns, height - rows, columns, rows


def _scrub_hevc(data: bytes, config: Config) -> bytes:
    scrubbed = nal.scrub(data, config.unit_length, Family.HEVC, still=True)
    kinds = (
        nal.kind_of(Family.HEVC, scrubbed[start : start + 2])
        for start, _ in nal.units(scrubbed, config.unit_length)
    )
    if not any(_FIRST_PICTURE <= kind <= _LAST_PICTURE for kind in kinds):
        raise Damaged("a coded picture without a picture in it")
    return scrubbed


def _read_av1(untrusted: bytes) -> Config:
    fields = Fields(untrusted)
    head = fields.take(4)
    if head[0] != 0x81:  # noqa: PLR2004 - its only marker and version
        raise Unsupported("an unknown form of AV1 configuration", part="av1C")
    kept = head[:3] + b"\x00"  # no delay; the sequence header is in the data itself
    notes = tuple(
        untrusted[4 + unit.start : 4 + unit.end]
        for unit in obu.units(fields.rest())
        if unit.kind != obu.SEQUENCE_HEADER
    )
    return Config(kept, messages=notes)


def _scrub_av1(data: bytes, _config: Config) -> bytes:
    scrubbed = obu.scrub(data, still=True)
    kinds = {unit.kind for unit in obu.units(scrubbed)}
    if obu.SEQUENCE_HEADER not in kinds or not kinds & {3, 4, 6}:
        raise Damaged("a coded picture without a picture in it")
    return scrubbed


HEVC = Codec(b"hvc1", b"hvcC", (b"heic", b"heix"), _read_hevc, _scrub_hevc)
AV1 = Codec(b"av01", b"av1C", (b"avif", b"avif"), _read_av1, _scrub_av1)
CODECS = {codec.item: codec for codec in (HEVC, AV1)}
"""Every codec that a faithful copy can carry, by the type of its items."""
