"""The second reading of a video's sample descriptions: each field, each parameter set.

Sources: ISO/IEC 14496-12, 14496-15 (``avcC``, ``hvcC``), 14496-1 (``esds``),
AV1 and VP9 in ISOBMFF, the QuickTime File Format specification (sound).
"""

import re
import struct
from dataclasses import dataclass
from enum import Enum

from capture.verify import screen
from capture.verify.movie_boxes import Strict, full, require

MAX_SETS = 64
MAX_SET = 4096
_MAX_SPECIFIC = 4096
_MAX_AAC_CONFIG = 64
_FASTEST = 1 << 20
_TEXT = re.compile(rb"[\x20-\x7e]{6,}")
_HIGH_PROFILES = (44, 100, 110, 118, 122, 128, 134, 135, 138, 139, 144, 244)


class Stream(Enum):
    """How the samples of a description are walked."""

    AVC = "avc"
    HEVC = "hevc"
    AV1 = "av1"
    VP9 = "vp9"
    MPEG4 = "mpeg4"
    AAC = "aac"
    ALAC = "alac"
    OPUS = "Opus"
    AC3 = "ac3"
    PCM = "pcm"


@dataclass(frozen=True, slots=True)
class Described:
    """What one sample description says of its samples.

    ``width`` is the bytes of a unit's length, or of a frame of PCM; ``settings`` the codec's own,
    as they stand in its box.
    """

    stream: Stream
    width: int = 0
    settings: bytes = b""


def picture_entry(stsd: Strict) -> Described:
    """Check one video description; give how to walk its samples."""
    codec = stsd.peek()
    build = _PICTURES.get(codec)
    if build is None:
        require(held=False, what=f"an unknown video codec {codec!r}")
        raise AssertionError
    entry = stsd.box(codec)
    entry.exactly(struct.pack(">6xH16x", 1))
    entry.take(4)
    entry.exactly(struct.pack(">II4xH32xHh", 72 << 16, 72 << 16, 1, 24, -1))
    found = build(entry)
    for kind, check in screen.CHECKS.items():
        box = entry.optional(kind)
        if box is not None:
            check(box)
            box.end()
    colour = entry.optional(b"colr")
    if colour is not None:
        colour.exactly(b"nclx")
        screen.nclx(colour)
        colour.end()
    entry.end()
    return found


def _avc(entry: Strict) -> Described:
    box = entry.box(b"avcC")
    settings = box.whole
    version, profile, _, _, length = box.unpack(">5B")
    require(version == 1 and length & 0xFC == 0xFC, "avcC holds something unexpected")  # noqa: PLR2004 - reserved bits
    count = box.number(1)
    require(count & 0xE0 == 0xE0, "avcC holds something unexpected")  # noqa: PLR2004 - reserved bits
    _avc_sets(box, count & 31, 7)
    _avc_sets(box, box.number(1), 8)
    if profile in _HIGH_PROFILES and box.left:
        chroma = box.unpack(">3B")
        reserved = [value & mask for value, mask in zip(chroma, (0xFC, 0xF8, 0xF8), strict=True)]
        require(reserved == [0xFC, 0xF8, 0xF8], "avcC holds something unexpected")
        require(box.number(1) == 0, "avcC holds more than it may")
    box.end()
    return Described(Stream.AVC, (length & 3) + 1, settings)


def _avc_sets(box: Strict, count: int, kind: int) -> None:
    require(count <= MAX_SETS, "too many parameter sets")
    for _ in range(count):
        unit = box.take(box.number(2))
        require(0 < len(unit) <= MAX_SET and unit[0] & 0x9F == kind, "not a parameter set")


def _hevc(entry: Strict) -> Described:
    box = entry.box(b"hvcC")
    settings = box.whole
    head = box.take(22)
    require(head[0] == 1, "hvcC holds something unexpected")
    require(head[13:16] == b"\xf0\x00\xfc", "hvcC tells how the picture is cut up")
    require(head[19:21] == b"\0\0" and not head[21] & 0xC0, "hvcC tells a frame rate")
    for _ in range(box.number(1)):
        first, count = box.number(1), box.number(2)
        require(first & 63 in (32, 33, 34) and not first & 0x40, "hvcC holds more than it may")
        require(0 < count <= MAX_SETS, "too many parameter sets")
        for _ in range(count):
            unit = box.take(box.number(2))
            require(2 < len(unit) <= MAX_SET, "not a parameter set")  # noqa: PLR2004 - its header
            require(unit[0] == (first & 63) << 1 and unit[1] & 0xF8 == 0, "not a parameter set")
    box.end()
    return Described(Stream.HEVC, (head[21] & 3) + 1, settings)


def _av1(entry: Strict) -> Described:
    box = entry.box(b"av1C")
    settings = box.whole
    require(box.number(1) == 0x81, "av1C holds something unexpected")  # noqa: PLR2004 - marker, version
    box.take(3)
    while box.left:
        first = box.number(1)
        require(first in (0x0A, 0x0E), "av1C holds more than a sequence header")
        box.take(first >> 2 & 1)
        size = box.number(1)
        require(size <= 0x7F, "av1C holds more than a sequence header")  # noqa: PLR2004 - one byte
        box.take(size)
    return Described(Stream.AV1, settings=settings)


def _vp9(entry: Strict) -> Described:
    box = entry.box(b"vpcC")
    settings = box.whole
    require(box.number(1) <= 1, "vpcC holds something unexpected")
    box.take(9)
    box.exactly(bytes(2))
    box.end()
    return Described(Stream.VP9, settings=settings)


def _mpeg4(entry: Strict) -> Described:
    specific = _esds(entry, (0x20,), 0x11, _MAX_SPECIFIC)
    require(b"\x00\x00\x01\xb2" not in specific, "the video's settings hold user data")
    return Described(Stream.MPEG4, settings=specific)


_PICTURES = {
    b"avc1": _avc,
    b"avc3": _avc,
    b"hvc1": _hevc,
    b"hev1": _hevc,
    b"av01": _av1,
    b"vp09": _vp9,
    b"mp4v": _mpeg4,
}


def sound_entry(stsd: Strict) -> Described:
    """Check one sound description; give how to walk its samples."""
    codec = stsd.peek()
    if codec == b"lpcm":
        return Described(Stream.PCM, _lpcm(stsd.box(codec)))
    entry = stsd.box(codec)
    entry.exactly(struct.pack(">6xH8x", 1))
    channels, bits, spare, rate = entry.unpack(">HHII")
    require(0 < channels <= 64 and bits == 16, "a sound with impossible values")  # noqa: PLR2004 - as we write it
    require(rate & 0xFFFF == 0 == spare, "a sound with impossible values")
    if codec in (b"sowt", b"twos", b"ulaw", b"alaw"):
        entry.end()
        return Described(Stream.PCM, channels * (2 if codec in (b"sowt", b"twos") else 1))
    build = _SOUNDS.get(codec)
    if build is None:
        require(held=False, what=f"an unknown sound codec {codec!r}")
        raise AssertionError
    described = build(entry)
    entry.end()
    return described


def _lpcm(entry: Strict) -> int:
    entry.exactly(struct.pack(">6xHHHIHHhHII", 1, 2, 0, 0, 3, 16, -2, 0, 1 << 16, 72))
    (rate,) = struct.unpack(">d", entry.take(8))
    require(0 <= rate <= _FASTEST and rate.is_integer(), "a sound of an impossible rate")
    channels, magic, bits, flags, frame, packet = entry.unpack(">6I")
    require(0 < channels <= 64 and magic == 0x7F000000, "a sound with impossible values")  # noqa: PLR2004 - fixed
    require(flags & ~15 == 0 and packet == 1, "a sound with impossible values")
    require(frame * 8 == channels * bits, "a sound with impossible values")
    entry.end()
    return frame


def _aac(entry: Strict) -> Described:
    specific = _esds(entry, (0x40, 0x66, 0x67, 0x68), 0x15, _MAX_AAC_CONFIG)
    require(_TEXT.search(specific) is None, "the sound's settings hold text")
    return Described(Stream.AAC, settings=specific)


def _esds(entry: Strict, kinds: tuple[int, ...], stream: int, longest: int) -> bytes:
    box = entry.box(b"esds")
    full(box)
    outer = _descriptor(box, 3)
    outer.exactly(bytes(3))
    config = _descriptor(outer, 4)
    require(config.number(1) in kinds, "esds holds an unknown codec")
    config.exactly(bytes((stream,)) + bytes(11))
    specific = bytes(_descriptor(config, 5).rest())
    require(len(specific) <= longest, "the codec's settings are too long")
    config.end()
    last = _descriptor(outer, 6)
    last.exactly(b"\x02")
    for part in (last, outer, box):
        part.end()
    return specific


def _descriptor(holder: Strict, tag: int) -> Strict:
    require(holder.number(1) == tag, "esds holds something unexpected")
    length = 0
    for index in range(4):
        byte = holder.number(1)
        require(bool(byte & 0x80) == (index < 3), "esds holds something unexpected")  # noqa: PLR2004 - the last byte
        length = length << 7 | byte & 0x7F
    return Strict(holder.take(length), "esds")


def _alac(entry: Strict) -> Described:
    box = entry.box(b"alac")
    settings = box.whole
    full(box)
    box.take(24)
    box.end()
    return Described(Stream.ALAC, settings=settings)


def _opus(entry: Strict) -> Described:
    box = entry.box(b"dOps")
    settings = box.whole
    head = box.take(11)
    box.take(2 + head[1] if head[10] else 0)
    box.end()
    return Described(Stream.OPUS, settings=settings)


def _ac3(entry: Strict) -> Described:
    box = entry.box(b"dac3")
    settings = box.take(3)
    box.end()
    return Described(Stream.AC3, settings=settings)


def _eac3(entry: Strict) -> Described:
    box = entry.box(b"dec3")
    settings = box.whole
    head = box.take(2)
    for _ in range((head[1] & 7) + 1):
        substream = box.take(3)
        box.take(1 if substream[2] >> 1 & 15 else 0)
    box.end()
    return Described(Stream.AC3, settings=settings)


_SOUNDS = {b"mp4a": _aac, b"alac": _alac, b"Opus": _opus, b"ac-3": _ac3, b"ec-3": _eac3}
