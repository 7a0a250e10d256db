"""Codecs of Matroska as the sample descriptions of a movie, in which they are carried over.

Sources: RFC 9559 and the codec mappings of the Matroska project, RFC 7845
(``OpusHead``), Opus in ISOBMFF, ETSI TS 102 366 (AC-3 ``syncinfo``, ``bsi``,
``dac3``), VP9 in ISOBMFF and the VP9 bitstream (6.2, uncompressed header).
"""

import struct
from collections.abc import Callable

from capture.blocks import opus
from capture.blocks.aac import Bits
from capture.blocks.boxes import box, full_box
from capture.errors import Damaged, Unsupported
from capture.formats.matroska.index import MkvTrack
from capture.formats.movie.descriptors import AAC, MPEG4_VIDEO, esds_of

AAC_FRAME, AC3_FRAME = 1024, 1536
"""Values a frame of these codecs holds, for each channel."""

_OPUS_HEAD = 19
_U16 = 1 << 16
_VP9_LEVEL = 10
_UNSPECIFIED = 2
_SRGB = 7
_MAX_CHANNELS = 64
_MAX_BITS = 64
_LPCM_SIGNED, _LPCM_BIG, _LPCM_FLOAT, _LPCM_PACKED = 4, 2, 1, 8


def entry_of(track: MkvTrack, first: bytes) -> bytes:
    """Write a sample description of this track; ``first`` is the beginning of its first frame.

    Raises Unsupported by name, and Damaged.
    """
    build = _VIDEO.get(track.codec) if track.handler == b"vide" else _AUDIO.get(track.codec)
    if build is None:
        raise Unsupported("this codec cannot be carried over", codec=_name(track.codec))
    return build(track, first)


def _name(codec: str) -> str:
    shown = "".join(char if char.isalnum() or char in "_/." else "?" for char in codec[:32])
    return shown or "?"


def _needed(track: MkvTrack) -> bytes:
    if not track.private:
        raise Unsupported("the codec's own settings are missing", codec=_name(track.codec))
    return track.private


def _picture(track: MkvTrack, codec: bytes, config: bytes) -> bytes:
    if not (0 < track.width < _U16 and 0 < track.height < _U16):
        raise Damaged("a picture of an impossible size")
    fixed = struct.pack(">6xH16xHHII4xH32xHh", 1, track.width, track.height, 0, 0, 1, 24, -1)
    return box(codec, fixed, config)


def _avc(track: MkvTrack, _first: bytes) -> bytes:
    return _picture(track, b"avc1", box(b"avcC", _needed(track)))


def _hevc(track: MkvTrack, _first: bytes) -> bytes:
    return _picture(track, b"hvc1", box(b"hvcC", _needed(track)))


def _av1(track: MkvTrack, _first: bytes) -> bytes:
    return _picture(track, b"av01", box(b"av1C", _needed(track)))


def _mpeg4(track: MkvTrack, _first: bytes) -> bytes:
    esds = esds_of(MPEG4_VIDEO, _needed(track))
    return _picture(track, b"mp4v", box(b"esds", esds))


def _vp9(track: MkvTrack, first: bytes) -> bytes:
    bits = Bits(first)
    if bits.take(2) != 2:  # noqa: PLR2004 - the frame marker
        raise Damaged("the video does not begin with a picture")
    profile = bits.take(1) | bits.take(1) << 1
    depth, subsampling, whole = _vp9_colours(bits, profile)
    packed = depth << 4 | subsampling << 1 | whole
    config = struct.pack(">BBBBBBH", profile, _VP9_LEVEL, packed, *(_UNSPECIFIED,) * 3, 0)
    return _picture(track, b"vp09", full_box(b"vpcC", 1, 0, config))


def _vp9_colours(bits: Bits, profile: int) -> tuple[int, int, int]:
    """Read bits of a value, the subsampling's number in ``vpcC``, and whether the range is full."""
    bits.take((1 if profile == 3 else 0) + 1 + 3 + 24)  # noqa: PLR2004 - the profile with a spare bit
    depth = 8 if profile < 2 else 12 if bits.take(1) else 10  # noqa: PLR2004 - 8 bits below it
    if bits.take(3) == _SRGB:
        return depth, 3, 1
    whole = bits.take(1)
    if profile & 1 == 0:
        return depth, 1, whole
    horizontal, vertical = bits.take(1), bits.take(1)
    return depth, 1 if vertical else 2 if horizontal else 3, whole


def _check_channels(track: MkvTrack) -> None:
    if not 0 < track.channels <= _MAX_CHANNELS:
        raise Damaged("a sound with no possible number of channels")


def _sound(track: MkvTrack, codec: bytes, *config: bytes) -> bytes:
    _check_channels(track)
    rate = int(track.rate) << 16 if 0 < track.rate < _U16 else 0
    fixed = struct.pack(">6xH8xHH4xI", 1, track.channels, 16, rate)
    return box(codec, fixed, *config)


def _aac(track: MkvTrack, _first: bytes) -> bytes:
    return _sound(track, b"mp4a", box(b"esds", esds_of(AAC, _needed(track))))


def _alac(track: MkvTrack, _first: bytes) -> bytes:
    return _sound(track, b"alac", full_box(b"alac", 0, 0, _needed(track)[:24]))


def _opus(track: MkvTrack, _first: bytes) -> bytes:
    head = _needed(track)
    if not head.startswith(b"OpusHead") or len(head) < _OPUS_HEAD:
        raise Damaged("the sound has no valid head")
    channels, skip, _, gain, family = struct.unpack_from("<xBHIhB", head, 8)
    mapping = head[_OPUS_HEAD : _OPUS_HEAD + 2 + channels] if family else b""
    fixed = struct.pack(">BBHIhB", 0, channels, skip, opus.RATE, gain, family)
    return _sound(track, b"Opus", box(b"dOps", fixed, mapping))


def opus_skip(track: MkvTrack) -> int:
    """Give the values at the beginning of an Opus stream that are not to be heard."""
    return int(struct.unpack_from("<H", track.private, 10)[0])


def _ac3(track: MkvTrack, first: bytes) -> bytes:
    bits = Bits(first[:10])
    if bits.take(16) != 0x0B77:  # noqa: PLR2004 - the sync word
        raise Damaged("the sound does not begin with a frame")
    bits.take(16)
    rate, size, stream, mode, layout = (bits.take(count) for count in (2, 6, 5, 3, 3))
    bits.take(2 if layout & 1 and layout != 1 else 0)
    bits.take(2 if layout & 4 else 0)
    bits.take(2 if layout == 2 else 0)  # noqa: PLR2004 - stereo
    low = bits.take(1)
    packed = rate << 22 | stream << 17 | mode << 14 | layout << 11 | low << 10 | (size >> 1) << 5
    return _sound(track, b"ac-3", box(b"dac3", packed.to_bytes(3, "big")))


def _pcm(flags: int) -> Callable[[MkvTrack, bytes], bytes]:
    def build(track: MkvTrack, _first: bytes) -> bytes:
        _check_channels(track)
        if not 0 < track.bits <= _MAX_BITS:
            raise Damaged("a sound of an impossible width")
        frame = track.channels * track.bits // 8
        signed = 0 if flags & _LPCM_FLOAT or track.bits == 8 else _LPCM_SIGNED  # noqa: PLR2004 - bits
        fixed = struct.pack(
            ">6xHHHIHHhHIIdIIIIII",
            *(1, 2, 0, 0, 3, 16, -2, 0, _U16),
            *(72, track.rate, track.channels, 0x7F000000, track.bits),
            *(flags | signed | _LPCM_PACKED, frame, 1),
        )
        return box(b"lpcm", fixed)

    return build


_Build = Callable[[MkvTrack, bytes], bytes]

_VIDEO: dict[str, _Build] = {
    "V_MPEG4/ISO/AVC": _avc,
    "V_MPEGH/ISO/HEVC": _hevc,
    "V_AV1": _av1,
    "V_VP9": _vp9,
    "V_MPEG4/ISO/ASP": _mpeg4,
    "V_MPEG4/ISO/SP": _mpeg4,
}
_AUDIO: dict[str, _Build] = {
    "A_AAC": _aac,
    "A_ALAC": _alac,
    "A_OPUS": _opus,
    "A_AC3": _ac3,
    "A_PCM/INT/LIT": _pcm(0),
    "A_PCM/INT/BIG": _pcm(_LPCM_BIG),
    "A_PCM/FLOAT/IEEE": _pcm(_LPCM_FLOAT),
}
