"""The units of H.264 and HEVC streams: which are picture, and which are somebody's notes.

Sources: ITU-T H.264 (7.3.1 NAL units, 7.4.1 their types, Annex D messages) and
ITU-T H.265 (7.3.1, 7.4.2, Annex D). In MP4 a sample is a row of units, each
behind its length in ``length_size`` bytes.

Only what decoding a picture needs passes: slices and parameter sets, the end
of a sequence, and of the messages (SEI) those few that a screen needs to show
the colours, the turn or the first picture right. User data, time codes,
fillers, a second view or layer, and every reserved type are left out.
"""

import re
from collections.abc import Iterator
from enum import Enum

from capture.blocks import hevc_video_set, screen
from capture.errors import Damaged, TooLarge

MAX_UNITS = 4096
"""Most units in one sample; an 8K picture of many slices has some hundreds."""
MAX_PARAMETER_SET = 4096
"""Longest parameter set in bytes; real ones are under 200."""

MESSAGES = {6: (1, 3), 47: (3, 3), 137: (24, 24), 144: (4, 4), 147: (1, 1)}
"""Messages that pass, with their shortest and longest payload in bytes: recovery point,
display orientation, mastering display colours, content light level, preferred transfer."""

_ESCAPED = re.compile(rb"\x00\x00(?=[\x00-\x03])")
_STOP = b"\x80"
_VIDEO_SET = 32
_ZEROS = b"\x00\x00\x03"


class Fate(Enum):
    """What becomes of a unit."""

    KEEP = "keep"
    DROP = "drop"
    FILTER = "filter"
    SET = "set"
    """Kept, within the bounds of a parameter set."""
    MARK = "mark"
    """Kept as its header alone: the end of a sequence carries nothing."""


class Family(Enum):
    """Whose rules a stream follows; the value is the length of a unit's header in bytes."""

    AVC = 1
    HEVC = 2


def _fates(types: int, known: dict[Fate, tuple[int, ...]]) -> tuple[Fate, ...]:
    """Return what becomes of each type of unit; of all that are not named, nothing."""
    fates = [Fate.DROP] * types
    for fate, kinds in known.items():
        for kind in kinds:
            fates[kind] = fate
    return tuple(fates)


_AVC_FATES = _fates(
    32,
    {
        Fate.KEEP: (1, 2, 3, 4, 5),
        Fate.FILTER: (6,),
        Fate.SET: (7, 8),
        Fate.MARK: (10, 11),
    },
)
_HEVC_FATES = _fates(
    64,
    {
        Fate.KEEP: (*range(10), *range(16, 22)),
        Fate.SET: (32, 33, 34),
        Fate.MARK: (36, 37),
        Fate.FILTER: (39,),
    },
)


def units(sample: bytes, length_size: int) -> Iterator[tuple[int, int]]:
    """Give the start and end of each unit in a sample; zeros after the last one end it.

    Raises Damaged when a length reaches out of the sample, and TooLarge.
    """
    at, end = 0, len(sample)
    for _ in range(MAX_UNITS):
        if end - at < length_size:
            break
        start = at + length_size
        at = start + int.from_bytes(sample[at:start], "big")
        if at > end:
            raise Damaged("a unit of the video is longer than its sample")
        if at > start:
            yield start, at
    else:
        raise TooLarge("too many units in one sample", part="units")
    if sample[at:].strip(b"\x00"):
        raise Damaged("stray bytes after the last unit of a sample")


def fate_of(family: Family, unit: bytes) -> Fate:
    """Say what becomes of a unit, by its first two bytes. Raises Damaged."""
    if not unit or unit[0] & 0x80:
        raise Damaged("a unit of the video has no valid header")
    if family is Family.AVC:
        return _AVC_FATES[unit[0] & 31]
    if len(unit) < Family.HEVC.value:
        raise Damaged("a unit of the video has no valid header")
    layer = (unit[0] & 1) << 5 | unit[1] >> 3
    return Fate.DROP if layer else _HEVC_FATES[unit[0] >> 1 & 63]


def kind_of(family: Family, unit: bytes) -> int:
    """Give the type of a unit (``nal_unit_type``)."""
    return unit[0] & 31 if family is Family.AVC else unit[0] >> 1 & 63


def is_message(family: Family, unit: bytes) -> bool:
    """Say whether a unit carries messages (SEI)."""
    return kind_of(family, unit) in ((6,) if family is Family.AVC else (39, 40))


def scrub(sample: bytes, length_size: int, family: Family, *, still: bool = False) -> bytes:
    """Return the sample with only the units that a picture needs; itself where that is all.

    A ``still`` picture needs no messages: its boxes say what a screen must know.

    Raises Damaged and TooLarge.
    """
    pieces: list[bytes] = []
    said: set[int] = set()
    changed = False
    covered = 0
    for start, end in units(sample, length_size):
        changed |= start - covered != length_size
        covered = end
        fate = fate_of(family, sample[start : start + 2])
        if fate is Fate.KEEP and not _has_zeros(sample, end):
            pieces.append(sample[start - length_size : end])
            continue
        drop = still and fate is Fate.FILTER
        kept = b"" if drop else _reduced(sample[start:end], fate, family, said)
        changed |= kept != sample[start:end]
        if kept:
            pieces.append(len(kept).to_bytes(length_size, "big") + kept)
    if changed or covered != len(sample):
        return b"".join(pieces)
    return sample


def _reduced(unit: bytes, fate: Fate, family: Family, said: set[int]) -> bytes:
    """Return what stays of a unit; empty when nothing does."""
    if fate is Fate.KEEP:
        return trimmed(unit)
    if fate is Fate.SET:
        if len(unit) > MAX_PARAMETER_SET:
            raise TooLarge("a parameter set is too long", part="parameter-set")
        return plain_set(unit, family)
    if fate is Fate.MARK:
        return unit[: family.value]
    if fate is Fate.FILTER:
        return filter_messages(unit, family, said)
    return b""


def _has_zeros(sample: bytes, end: int) -> bool:
    return not sample[end - 1] or sample[end - 3 : end] == _ZEROS


def trimmed(unit: bytes) -> bytes:
    """Take off the zeros behind a unit's last bit.

    Encoders put words of them behind a slice that has too few bits for what it says
    (``cabac_zero_word``), and byte streams leave one behind any unit. They mean nothing.
    """
    while unit and _has_zeros(unit, len(unit)):
        unit = unit.removesuffix(_ZEROS).rstrip(b"\x00")
    return unit


def plain_set(unit: bytes, family: Family) -> bytes:
    """Return a parameter set without what is behind it, and without layers that are left out.

    One that breaks the rules stays as it is: the second reading refuses it.
    """
    unit = trimmed(unit)
    if family is Family.AVC or len(unit) <= family.value or unit[0] >> 1 != _VIDEO_SET:
        return unit
    body = unescaped(unit)
    try:
        plain = hevc_video_set.of_one_layer(body)
    except Damaged:
        return unit
    return unit if plain == body else _ESCAPED.sub(_ZEROS, plain)


def filter_messages(unit: bytes, family: Family, said: set[int] | None = None) -> bytes:
    """Return a unit of messages with only the known harmless ones; empty when none is left.

    Of each type only the first stays; ``said`` are those that the sample's other units hold.
    """
    kept = []
    said = set() if said is None else said
    for kind, payload in messages(unit, family):
        low, high = MESSAGES.get(kind, (1, 0))
        if kind not in said and low <= len(payload) <= high and (told := _told(kind, payload)):
            kept.append(bytes((kind, len(told))) + told)
            said.add(kind)
    if not kept:
        return b""
    body = _ESCAPED.sub(b"\x00\x00\x03", b"".join(kept) + _STOP)
    return unit[: family.value] + body


def _told(kind: int, payload: bytes) -> bytes | None:
    """Bring a message to a value that there is; None where it has none."""
    if kind == 137:  # noqa: PLR2004 - mastering colours
        return screen.mastering(payload)
    turned = kind == 47 and int.from_bytes(payload, "big") >> 5 & 0x3FFF  # noqa: PLR2004 - no quarter turn
    return None if turned else payload


def messages(unit: bytes, family: Family) -> Iterator[tuple[int, bytes]]:
    """Give the type and payload of each message in a unit; ends where the bytes break the rules."""
    body = unescaped(unit[family.value :])
    at = 0
    while len(body) - at > 2:  # noqa: PLR2004 - a message has a type and a length
        kind, at = _run(body, at)
        size, at = _run(body, at)
        if size > len(body) - at:
            return
        yield kind, body[at : at + size]
        at += size


def unescaped(body: bytes) -> bytes:
    """Take out the bytes that keep a start code from appearing inside a unit."""
    return body.replace(b"\x00\x00\x03", b"\x00\x00")


def _run(body: bytes, at: int) -> tuple[int, int]:
    """Read a number written as a run of 255s and a last byte; 0 at the end of the body."""
    value = 0
    while at < len(body):
        value += body[at]
        at += 1
        if body[at - 1] != 255:  # noqa: PLR2004 - as the standard has it
            break
    return value, at


def neutral_head(head: bytes, sps: bytes) -> bytes:
    """Write the 22 fixed bytes of an ``hvcC`` (ISO/IEC 14496-15, 8.3.3.1) afresh.

    Profile and level are what the first sequence set says, in the same twelve bytes. What nobody
    needs is unknown: how the picture is cut up, how it can be shared out, and its frame rates.
    """
    profile = unescaped(sps)[3:15] if sps else head[1:13]
    if len(profile) != 12:  # noqa: PLR2004 - bytes of profile, limits and level
        raise Damaged("a parameter set is too short")
    depths = bytes((head[16] | 0xFC, head[17] | 0xF8, head[18] | 0xF8))
    return head[:1] + profile + b"\xf0\x00\xfc" + depths + bytes((0, 0, head[21] & 0x3F))
