"""Changed files, the same ones for the same seed: bytes, lengths, pieces, joints, ends.

A change that a checksum would give away is made again with the checksum put right, so that it
gets further.
"""

import random
import struct
import zlib

from capture.kinds import MediaKind
from tests.capture.contracts.joints import joints
from tests.capture.contracts.specimens import CANARY, by_kind

_NUMBERS = (0, 1, 2, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_LARGE = 64 << 10
_EARLY = 4 << 10
_CUT = 0.2
_SMALLEST = 16


def mutated(kind: MediaKind, chance: random.Random) -> bytes:
    """Give one changed file of the kind."""
    places = by_kind()[kind]
    data = chance.choice(places).build(CANARY)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        data = _changed(kind, data, chance) if len(data) >= _SMALLEST else data
    return _mended(kind, data) if chance.random() < 0.7 else data


def _changed(kind: MediaKind, data: bytes, chance: random.Random) -> bytes:
    # What a large file says stands at its beginning or its end; the rest is picture and sound.
    near = len(data) if len(data) < _LARGE or chance.random() < 0.3 else _EARLY
    at = chance.randrange(near) if chance.random() < 0.8 else max(0, len(data) - 1 - near // 2)
    match chance.randrange(8):
        case 0 | 1:
            value = chance.choice((0, 1, 0xFF, chance.randrange(256)))
            return data[:at] + bytes((value,)) + data[at + 1 :]
        case 2:
            return data[:at] + bytes((data[at] ^ 1 << chance.randrange(8),)) + data[at + 1 :]
        case 3 | 4:
            return _lying(kind, data, chance)
        case 5:
            piece = data[(start := chance.randrange(near)) : start + chance.randrange(1, 64)]
            return data[:at] + piece + data[at + len(piece) * chance.randrange(2) :]
        case 6:
            return data[:at] + data[at + chance.randrange(1, 64) :]
        case _:
            cut = chance.random() < _CUT
            return data[: chance.randrange(1, len(data))] if cut else data + CANARY


def _lying(kind: MediaKind, data: bytes, chance: random.Random) -> bytes:
    found = joints(kind, data) if len(data) < _LARGE else []
    return chance.choice(found).set(data, chance.choice(_NUMBERS)) if found else data


def _mended(kind: MediaKind, data: bytes) -> bytes:
    if kind is MediaKind.PNG:
        return _mended_png(data)
    return _mended_ogg(data) if kind is MediaKind.OGG else data


def _mended_png(data: bytes) -> bytes:
    out, at = [data[:8]], 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if at + 12 + size > len(data):
            break
        body = data[at + 4 : at + 8 + size]
        out.append(data[at : at + 4] + body + zlib.crc32(body).to_bytes(4, "big"))
        at += 12 + size
    return b"".join(out) + data[at:]


def _mended_ogg(data: bytes) -> bytes:
    out, at = [], 0
    while data[at : at + 4] == b"OggS" and at + 27 <= len(data):
        count = data[at + 26]
        end = at + 27 + count + sum(data[at + 27 : at + 27 + count])
        page = data[at : at + 22] + bytes(4) + data[at + 26 : end]
        out.append(page[:22] + struct.pack("<I", _ogg_sum(page)) + page[26:])
        at = end
    return b"".join(out) + data[at:]


_TABLE: list[int] = []
for _byte in range(256):
    _value = _byte << 24
    for _ in range(8):
        _value = (_value << 1 ^ (0x04C11DB7 if _value & 1 << 31 else 0)) & 0xFFFFFFFF
    _TABLE.append(_value)


def _ogg_sum(page: bytes) -> int:
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ _TABLE[value >> 24 ^ byte]
    return value
