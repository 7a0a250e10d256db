"""Descriptions of sound samples, written afresh.

Sources: ISO/IEC 14496-12, 12.2 (audio sample entry), the QuickTime File Format
specification ("Sound Sample Descriptions" 0, 1 and 2), ISO/IEC 14496-14
(``mp4a``), Opus in ISOBMFF (``dOps``), ETSI TS 102 366 Annex F (``dac3``,
``dec3``), ALAC's own description (``alac``), ISO/IEC 23003-5 (``ipcm``).
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass

from capture.blocks import aac_ends, opus
from capture.blocks.boxes import Fields, box, full_box
from capture.errors import Damaged, Unsupported
from capture.formats.movie.coding import Coding, Scrub, inner, name_of, needed
from capture.formats.movie.descriptors import neutral_sound_esds, read_esds

MAX_CHANNELS = 64

_FLOAT, _BIG, _SIGNED, _PACKED = 1, 2, 4, 8
_FIXED = 36
"""Bytes of a version 0 description before its boxes, with its header."""
_V2 = 72
_WIDTHS = frozenset((8, 16, 24, 32, 64))
_ALAC = 28
_DAC3, _MAX_DEC3 = 3, 64
_MAX_RATE = 1 << 16
_FASTEST = 1 << 20


@dataclass(frozen=True, slots=True)
class _Sound:
    """The fields of a sound description, of whichever version."""

    codec: bytes
    version: int
    channels: int
    bits: int
    rate: float
    flags: int
    found: dict[bytes, bytes]


def sound_coding(entry: bytes) -> Coding:
    """Describe a sound codec afresh. Raises Unsupported and Damaged."""
    sound = _read(entry)
    if not 0 < sound.channels <= MAX_CHANNELS:
        raise Damaged("a sound with no possible number of channels")
    pcm = _PCM.get(sound.codec)
    if pcm is not None:
        return _uncompressed(sound, pcm)
    build = _BUILDERS.get(sound.codec)
    if build is None:
        raise Unsupported("this sound codec cannot be carried over", codec=name_of(sound.codec))
    config = build(sound.found)
    entry = _version_0(sound, sound.codec, 16, config)
    return Coding(entry, scrub=_quiet(sound.codec, config))


def _quiet(codec: bytes, config: bytes) -> Scrub | None:
    """Give what takes notes out of samples. Several streams in one Opus packet are left alone."""
    if codec == b"Opus":
        return opus.quiet if not config[_OPUS_FAMILY] else None
    if codec != b"mp4a":
        return None
    return aac_ends.quieter(read_esds(config[_BOX_HEAD:]).specific)


_BOX_HEAD = 8
_OPUS_FAMILY = _BOX_HEAD + 10


def _read(entry: bytes) -> _Sound:
    if len(entry) < _FIXED:
        raise Damaged("a sample description is too short")
    version, channels, bits, rate = struct.unpack_from(">16xH6xHH4xI", entry)
    if version != 2:  # noqa: PLR2004 - the version itself
        found = _boxes(entry, version)
        return _Sound(entry[4:8], version, channels, bits, rate / _MAX_RATE, 0, found)
    if len(entry) < _V2:
        raise Damaged("a sample description is too short")
    rate, channels, bits, flags = struct.unpack_from(">40xdI4xII", entry)
    return _Sound(entry[4:8], version, channels, bits, rate, flags, _wave(inner(entry, _V2)))


def _boxes(entry: bytes, version: int) -> dict[bytes, bytes]:
    """Find a description's boxes: QuickTime's version 1 has 16 more bytes before them."""
    found = inner(entry, _FIXED + 16) if version == 1 else {}
    return _wave(found or inner(entry, _FIXED))


def _wave(found: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """Add the boxes that QuickTime keeps one level deeper."""
    wave = found.get(b"wave")
    return {**inner(wave, 0), **found} if wave else found


def _version_0(sound: _Sound, codec: bytes, bits: int, *config: bytes) -> bytes:
    rate = int(sound.rate) << 16 if 0 <= sound.rate < _MAX_RATE else 0
    fixed = struct.pack(">6xH8xHH4xI", 1, sound.channels, bits, rate)
    return box(codec, fixed, *config)


def _aac(found: dict[bytes, bytes]) -> bytes:
    return box(b"esds", neutral_sound_esds(needed(found, b"esds", b"mp4a")))


def _alac(found: dict[bytes, bytes]) -> bytes:
    config = needed(found, b"alac", b"alac")
    if len(config) < _ALAC:
        raise Damaged("a sample description is too short")
    # What no decoder needs is made as Apple's own writers make it where they know nothing: the
    # longest run, the longest frame, the mean rate.
    return full_box(b"alac", 0, 0, config[4:14] + b"\0\xff" + bytes(8) + config[24:_ALAC])


def _opus(found: dict[bytes, bytes]) -> bytes:
    fields = Fields(needed(found, b"dOps", b"Opus"))
    head = fields.take(11)
    mapping = fields.take(2 + head[1]) if head[10] else b""
    # The rate is a note of what was recorded, which nothing plays by (RFC 7845, 5.1).
    return box(b"dOps", head[:4], struct.pack(">I", opus.RATE), head[8:], mapping)


def _ac3(found: dict[bytes, bytes]) -> bytes:
    return box(b"dac3", Fields(needed(found, b"dac3", b"ac-3")).take(_DAC3))


def _eac3(found: dict[bytes, bytes]) -> bytes:
    config = needed(found, b"dec3", b"ec-3")
    if len(config) > _MAX_DEC3:
        raise Damaged("the codec's settings are too long")
    fields = Fields(config)
    head = fields.take(2)
    kept = [_substream(fields) for _ in range((head[1] & 7) + 1)]
    return box(b"dec3", head, *kept)


def _substream(fields: Fields) -> bytes:
    """Read the settings of one independent substream: 3 bytes, 4 where others hang on it."""
    head = fields.take(3)
    return head + fields.take(1) if head[2] >> 1 & 15 else head


_BUILDERS: dict[bytes, Callable[[dict[bytes, bytes]], bytes]] = {
    b"mp4a": _aac,
    b"alac": _alac,
    b"Opus": _opus,
    b"ac-3": _ac3,
    b"ec-3": _eac3,
}


@dataclass(frozen=True, slots=True)
class _Pcm:
    """What an uncompressed codec's name says: flags as in version 2, bits or 0 for "see entry"."""

    flags: int
    bits: int = 0


_PCM = {
    b"sowt": _Pcm(_SIGNED),
    b"twos": _Pcm(_SIGNED | _BIG),
    b"raw ": _Pcm(0, 8),
    b"lpcm": _Pcm(0),
    b"in24": _Pcm(_SIGNED | _BIG, 24),
    b"in32": _Pcm(_SIGNED | _BIG, 32),
    b"fl32": _Pcm(_FLOAT | _BIG, 32),
    b"fl64": _Pcm(_FLOAT | _BIG, 64),
    b"ipcm": _Pcm(_SIGNED | _BIG),
    b"fpcm": _Pcm(_FLOAT | _BIG),
    b"ulaw": _Pcm(0, 8),
    b"alaw": _Pcm(0, 8),
}


def _uncompressed(sound: _Sound, pcm: _Pcm) -> Coding:
    """Describe uncompressed sound in one of three ways, by what it is and not how it was named."""
    bits, flags = _shape(sound, pcm)
    if bits not in _WIDTHS:
        raise Unsupported("sound of this width cannot be carried over", codec=name_of(sound.codec))
    frame = sound.channels * bits // 8
    if sound.codec in (b"ulaw", b"alaw"):
        return Coding(_version_0(sound, sound.codec, 16), frame=frame)
    if bits == 16 and sound.channels <= 2 and not flags & _FLOAT and sound.rate < _MAX_RATE:  # noqa: PLR2004 - what version 0 can say
        name = b"twos" if flags & _BIG else b"sowt"
        return Coding(_version_0(sound, name, bits), frame=frame)
    return Coding(_version_2(sound, bits, flags | _PACKED, frame), frame=frame)


def _shape(sound: _Sound, pcm: _Pcm) -> tuple[int, int]:
    """Give bits of one value, and flags, from whichever place this version keeps them."""
    if sound.codec == b"lpcm" and sound.version == 2:  # noqa: PLR2004 - the version itself
        return sound.bits, sound.flags & (_FLOAT | _BIG | _SIGNED)
    flags, bits = pcm.flags, pcm.bits or sound.bits
    if sound.found.get(b"enda", b"")[:2] == b"\x00\x01":
        flags &= ~_BIG
    settings = sound.found.get(b"pcmC", b"")
    if len(settings) >= 6:  # noqa: PLR2004 - version, flags, endianness, width
        bits = settings[5]
        flags = flags & ~_BIG if settings[4] & 1 else flags
    return bits, flags


def _version_2(sound: _Sound, bits: int, flags: int, frame: int) -> bytes:
    # A number of 64 bits, of which nobody hears the last ones.
    rate = float(round(sound.rate)) if 0 <= sound.rate < _FASTEST else 0.0
    fixed = struct.pack(
        ">6xHHHIHHhHIIdIIIIII",
        *(1, 2, 0, 0, 3, 16, -2, 0, _MAX_RATE),
        *(_V2, rate, sound.channels, 0x7F000000, bits, flags, frame, 1),
    )
    return box(b"lpcm", fixed)
