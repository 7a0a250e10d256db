"""The elementary stream descriptor (``esds``) of AAC and MPEG-4 video, written afresh.

Source: ISO/IEC 14496-1, 7.2.6 (ES_Descriptor, DecoderConfigDescriptor,
DecoderSpecificInfo, SLConfigDescriptor), ISO/IEC 14496-14, 3.1.2.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass

from capture.blocks.aac import neutral_config
from capture.blocks.boxes import Fields
from capture.errors import Damaged, TooLarge, Unsupported

MAX_SPECIFIC = 4096
"""Longest decoder-specific info we carry, in bytes."""

_ES, _CONFIG, _SPECIFIC, _SL = 3, 4, 5, 6
_AAC = frozenset((0x40, 0x66, 0x67, 0x68))
_AAC_STREAM, _VIDEO_STREAM = 0x15, 0x11
MPEG4_VIDEO, AAC = 0x20, 0x40
_MAX_LENGTH_BYTES = 4
_NAMES = {0x69: "mp3", 0x6B: "mp3", 0xA5: "ac-3", 0xA9: "dts", 0x6A: "mpeg2", 0x61: "mpeg2"}


@dataclass(frozen=True, slots=True)
class Described:
    """What an ``esds`` says: the kind of object, and the decoder's own settings."""

    kind: int
    specific: bytes


def neutral_sound_esds(untrusted: bytes) -> bytes:
    """Write the body of an ``esds`` of AAC afresh. Raises Unsupported for other sound."""
    described = read_esds(untrusted)
    if described.kind not in _AAC:
        name = _NAMES.get(described.kind, f"mp4a-{described.kind:02x}")
        raise Unsupported("this sound codec cannot be carried over", codec=name)
    return esds_of(described.kind, neutral_config(described.specific))


def neutral_video_esds(untrusted: bytes, scrub: Callable[[bytes], bytes]) -> bytes:
    """Write the body of an ``esds`` of MPEG-4 video afresh, its settings scrubbed."""
    described = read_esds(untrusted)
    if described.kind != MPEG4_VIDEO:
        name = _NAMES.get(described.kind, f"mp4v-{described.kind:02x}")
        raise Unsupported("this video codec cannot be carried over", codec=name)
    return esds_of(described.kind, scrub(described.specific))


def read_esds(untrusted: bytes) -> Described:
    """Read the body of an ``esds`` box. Raises Damaged."""
    fields = Fields(untrusted)
    fields.full()
    stream = _expect(fields, _ES)
    stream.u16()
    flags = stream.u8()
    stream.take(2 * (flags >> 7 & 1))
    stream.take(stream.u8() if flags & 0x40 else 0)
    stream.take(2 * (flags >> 5 & 1))
    config = _expect(stream, _CONFIG)
    kind = config.u8()
    config.take(12)
    specific = _expect(config, _SPECIFIC).rest() if config.left else b""
    if len(specific) > MAX_SPECIFIC:
        raise TooLarge("the codec's settings are too long", part="codec-settings")
    return Described(kind, specific)


def _expect(fields: Fields, tag: int) -> Fields:
    """Read one descriptor, which must be of this kind."""
    if fields.u8() != tag:
        raise Damaged("a stream descriptor is not where it must be")
    length = 0
    for _ in range(_MAX_LENGTH_BYTES):
        byte = fields.u8()
        length = length << 7 | byte & 0x7F
        if not byte & 0x80:
            break
    return Fields(fields.take(min(length, fields.left)))


def esds_of(kind: int, specific: bytes) -> bytes:
    """Write the body of an ``esds`` box with a decoder's own settings and nothing else."""
    stream = _VIDEO_STREAM if kind == MPEG4_VIDEO else _AAC_STREAM
    config = struct.pack(">BB11x", kind, stream) + _descriptor(_SPECIFIC, specific)
    body = struct.pack(">HB", 0, 0) + _descriptor(_CONFIG, config) + _descriptor(_SL, b"\x02")
    return bytes(4) + _descriptor(_ES, body)


def _descriptor(tag: int, body: bytes) -> bytes:
    size = len(body)
    length = bytes((size >> shift & 0x7F) | 0x80 for shift in (21, 14, 7))
    return bytes((tag,)) + length + bytes((size & 0x7F,)) + body
