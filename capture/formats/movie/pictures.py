"""Descriptions of video samples, written afresh.

Sources: ISO/IEC 14496-12, 12.1 (visual sample entry, ``pasp``, ``clap``,
``colr``), ISO/IEC 14496-15 (``avcC``, ``hvcC``), AV1 in ISOBMFF (``av1C``),
VP9 in ISOBMFF (``vpcC``), ISO/IEC 14496-14 (``mp4v``), Dolby Vision Streams
Within ISOBMFF (``dvcC``).
"""

import re
import struct
from collections.abc import Callable
from functools import partial

from capture.blocks import nal, obu, screen
from capture.blocks.boxes import Fields, box
from capture.blocks.nal import Family
from capture.errors import Damaged, TooLarge, Unsupported
from capture.formats.movie.coding import Coding, inner, name_of, needed
from capture.formats.movie.descriptors import neutral_video_esds

_FIXED = 86
"""Bytes of a visual sample entry before its boxes, with its header."""
_ALLOWED: tuple[tuple[bytes, int, Callable[[bytes], bytes | None]], ...] = (
    (b"pasp", 8, screen.aspect),
    (b"clap", 32, screen.aperture),
    (b"mdcv", 24, screen.mastering),
    (b"clli", 4, bytes),
)
"""Boxes of a fixed length that a screen needs, with their bodies' bytes and what writes them."""
_APERTURE = 32
MAX_PADDING = 63
"""Most rows or columns that an encoder adds to fill its largest block of 64."""
_DOLBY = (b"dvcC", b"dvvC", b"dvwC")
_DOLBY_NAMES = {b"dvh1": b"hvc1", b"dvhe": b"hev1", b"dva1": b"avc1", b"dvav": b"avc3"}
_SECOND_VIEW = (b"lhvC", b"mvcC", b"vexu", b"svcC")
_HIGH_PROFILES = frozenset((44, 100, 110, 118, 122, 128, 134, 135, 138, 139, 144, 244))
_MAX_SETS = 64
_SEQUENCE = 33
_AV1_VERSION = 0x81
MARKUP = re.compile(rb"\x00\x00\x01\xb2.*?(?=\x00\x00\x01|\Z)", re.DOTALL)
"""User data of MPEG-4 video (ISO/IEC 14496-2, 6.2.2.2.1): from its start code to the next."""


def picture_coding(entry: bytes) -> Coding:
    """Describe a video codec afresh. Raises Unsupported, Damaged and TooLarge."""
    codec = entry[4:8]
    if len(entry) < _FIXED:
        raise Damaged("a sample description is too short")
    found = inner(entry, _FIXED)
    codec, steps = _without_dolby(codec, found)
    build = _BUILDERS.get(codec)
    if build is None:
        raise Unsupported("this video codec cannot be carried over", codec=name_of(codec))
    config, coding = build(found)
    if any(kind in found for kind in _SECOND_VIEW):
        steps = (*steps, "second-view-dropped")
    if max(edges_of(entry, found)) > MAX_PADDING:
        # What some players hide is seen in all of them: nobody sends what they did not see.
        del found[b"clap"]
        steps = (*steps, "crop-dropped")
    fixed = struct.pack(">6xH16x4s", 1, entry[32:36]) + _NEUTRAL
    return Coding(
        entry=box(codec, fixed, config, *_screen_boxes(found)),
        scrub=coding.scrub,
        resizes=coding.resizes,
        steps=steps,
    )


def edges_of(entry: bytes, found: dict[bytes, bytes]) -> tuple[int, int]:
    """Give the columns and rows that a clean aperture (12.1.4) keeps from being shown.

    QuickTime and phones heed it, most other players do not: the edges are in the file.
    """
    aperture = found.get(b"clap", b"")
    if len(aperture) != _APERTURE or len(entry) < _FIXED:
        return 0, 0
    across, across_of, down, down_of = struct.unpack_from(">4I", aperture)
    width, height = struct.unpack_from(">HH", entry, 32)
    return width - across // max(across_of, 1), height - down // max(down_of, 1)


_NEUTRAL = struct.pack(">II4xH32xHh", 72 << 16, 72 << 16, 1, 24, -1)
"""Resolution 72 dpi, one frame a sample, no compressor's name, 24 bits, no colour table."""


def _without_dolby(codec: bytes, found: dict[bytes, bytes]) -> tuple[bytes, tuple[str, ...]]:
    """Take a Dolby Vision stream as what its base is. Raises Unsupported where it is nothing."""
    config = next((found[kind] for kind in _DOLBY if kind in found), None)
    if config is None:
        if codec in _DOLBY_NAMES:
            raise Unsupported("Dolby Vision without its settings", codec=name_of(codec))
        return codec, ()
    if len(config) < 5 or not config[4] >> 4:  # noqa: PLR2004 - where the base's kind stands
        raise Unsupported("Dolby Vision that has no plain base", codec="dolby-vision")
    return _DOLBY_NAMES.get(codec, codec), ("dolby-vision-dropped",)


def _screen_boxes(found: dict[bytes, bytes]) -> list[bytes]:
    """Write afresh what a screen needs to show shape and colours."""
    kept = [
        box(kind, told)
        for kind, length, write in _ALLOWED
        if len(body := found.get(kind, b"")) == length and (told := write(body))
    ]
    colour = found.get(b"colr", b"")
    if colour[:4] == b"nclx" and len(colour) >= 11:  # noqa: PLR2004 - its fixed length
        full_range = bytes((colour[10] & 0x80,))
        kept.append(box(b"colr", b"nclx", screen.colours(colour[4:10]), full_range))
    elif colour[:4] == b"nclc" and len(colour) >= 10:  # noqa: PLR2004 - its fixed length
        kept.append(box(b"colr", b"nclx", screen.colours(colour[4:10]), b"\x00"))
    return kept


def _avc(found: dict[bytes, bytes]) -> tuple[bytes, Coding]:
    fields = Fields(needed(found, b"avcC", b"avc1"))
    head = fields.take(5)
    if head[0] != 1:
        raise Damaged("settings of an unknown version")
    sps = _sets(fields, fields.u8() & 31, 7)
    pps = _sets(fields, fields.u8(), 8)
    # Profile and level stand here again, as in the set itself (14496-15, 5.3.3.1.2).
    profile = sps[0][1:4] if sps and len(sps[0]) > 3 else head[1:4]  # noqa: PLR2004 - three fields
    config = [head[:1], profile, bytes((0xFC | head[4],))]
    config += [bytes((0xE0 | len(sps),)), *map(_counted, sps)]
    config += [bytes((len(pps),)), *map(_counted, pps)]
    if profile[0] in _HIGH_PROFILES and fields.left >= 3:  # noqa: PLR2004 - three fields
        chroma = zip(fields.take(3), (0xFC, 0xF8, 0xF8), strict=True)
        config += [bytes(value | mask for value, mask in chroma), bytes(1)]
    scrub = partial(nal.scrub, length_size=(head[4] & 3) + 1, family=Family.AVC)
    return box(b"avcC", *config), Coding(b"", scrub, resizes=True)


def _sets(fields: Fields, count: int, kind: int) -> list[bytes]:
    """Read parameter sets and keep those of the right type."""
    if count > _MAX_SETS:
        raise TooLarge("too many parameter sets", part="parameter-set")
    found = [nal.trimmed(fields.take(fields.u16())) for _ in range(count)]
    return [unit for unit in found if _is_set(unit, Family.AVC, kind)]


def _is_set(unit: bytes, family: Family, kind: int) -> bool:
    if nal.fate_of(family, unit) is not nal.Fate.SET or nal.kind_of(family, unit) != kind:
        return False
    if len(unit) > nal.MAX_PARAMETER_SET:
        raise TooLarge("a parameter set is too long", part="parameter-set")
    return True


def _counted(unit: bytes) -> bytes:
    return struct.pack(">H", len(unit)) + unit


def _hevc(found: dict[bytes, bytes]) -> tuple[bytes, Coding]:
    fields = Fields(needed(found, b"hvcC", b"hvc1"))
    head = fields.take(22)
    if head[0] != 1:
        raise Damaged("settings of an unknown version")
    arrays = [_array(fields) for _ in range(min(fields.u8(), _MAX_SETS))]
    kept = [array for array in arrays if array]
    sequence = next((array[5:] for array in kept if array[0] & 63 == _SEQUENCE), b"")
    head = nal.neutral_head(head, sequence)
    scrub = partial(nal.scrub, length_size=(head[21] & 3) + 1, family=Family.HEVC)
    config = box(b"hvcC", head, bytes((len(kept),)), *kept)
    return config, Coding(b"", scrub, resizes=True)


def _array(fields: Fields) -> bytes:
    """Read one array of units and write it afresh; empty where none of them stays."""
    first, count = fields.u8(), fields.u16()
    if count > _MAX_SETS:
        raise TooLarge("too many parameter sets", part="parameter-set")
    found = [nal.plain_set(fields.take(fields.u16()), Family.HEVC) for _ in range(count)]
    kept = [unit for unit in found if _is_set(unit, Family.HEVC, first & 63)]
    if not kept:
        return b""
    return struct.pack(">BH", first & 0xBF, len(kept)) + b"".join(map(_counted, kept))


def _av1(found: dict[bytes, bytes]) -> tuple[bytes, Coding]:
    config = needed(found, b"av1C", b"av01")
    if len(config) < 4 or config[0] != _AV1_VERSION:  # noqa: PLR2004 - its fixed fields
        raise Damaged("settings of an unknown version")
    headers = [
        config[4 + unit.start : 4 + unit.end]
        for unit in obu.units(config[4:])
        if unit.kind == obu.SEQUENCE_HEADER
    ]
    return box(b"av1C", config[:4], *headers), Coding(b"", obu.scrub, resizes=True)


def _vp9(found: dict[bytes, bytes]) -> tuple[bytes, Coding]:
    config = needed(found, b"vpcC", b"vp09")
    if len(config) < 10:  # noqa: PLR2004 - its fixed fields
        raise Damaged("a sample description is too short")
    return box(b"vpcC", config[:10], bytes(2)), Coding(b"")


def _mpeg4(found: dict[bytes, bytes]) -> tuple[bytes, Coding]:
    esds = neutral_video_esds(needed(found, b"esds", b"mp4v"), without_markup)
    return box(b"esds", esds), Coding(b"", without_markup, resizes=True)


def without_markup(stream: bytes) -> bytes:
    """Take the user data out of MPEG-4 video; the stream itself where there is none."""
    return MARKUP.sub(b"", stream)


_Builder = Callable[[dict[bytes, bytes]], tuple[bytes, Coding]]

_BUILDERS: dict[bytes, _Builder] = {
    b"avc1": _avc,
    b"avc3": _avc,
    b"hvc1": _hevc,
    b"hev1": _hevc,
    b"av01": _av1,
    b"vp09": _vp9,
    b"mp4v": _mpeg4,
}
