"""The second reading of a colour profile: it may say colours, and nothing else.

The only layout that is let through, byte by byte (offsets and sizes big-endian):

    header of 128 bytes: size, no maker, version 4.3, "mntr", "RGB " or "GRAY", "XYZ ",
        2000-01-01 00:00:00, "acsp", zeros, the illuminant D50, zeros
    table: desc, cprt, wtpt, then rXYZ gXYZ bXYZ rTRC gTRC bTRC, or kTRC
    desc one of a few names, cprt "Public domain", wtpt D50
    colorants of 20 bytes, curves "para" or "curv", in the order of the table, each padded
        to four with zeros; equal ones stand once
"""

import struct

from capture.errors import Unverified

_HEADER = 128
_MAX_POINTS = 4096
_NAMES = ("sRGB", "Display P3", "Adobe RGB", "Gray", "Neutral profile")
_D50 = bytes.fromhex("0000f6d6000100000000d32d")
_TABLES = {
    b"RGB ": (b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"),
    b"GRAY": (b"desc", b"cprt", b"wtpt", b"kTRC"),
}
_PARAMETRIC_SIZES = {0: 16, 1: 24, 2: 28, 3: 32, 4: 40}
_XYZ_SIZE = 20


def check(profile: bytes, spaces: tuple[bytes, ...] = (b"RGB ", b"GRAY")) -> None:
    """Raise Unverified unless the profile is of the one layout, for pixels of ``spaces``."""
    space = profile[16:20]
    if space not in spaces or space not in _TABLES or profile[:_HEADER] != _header(profile, space):
        raise Unverified("a colour profile that is not ours", part="icc")
    names = _TABLES[space]
    start = _HEADER + 4 + 12 * len(names)
    if profile[_HEADER : _HEADER + 4] != struct.pack(">I", len(names)) or len(profile) < start:
        raise Unverified("a colour profile with another table", part="icc")
    seen: dict[bytes, int] = {}
    at = start
    for index, name in enumerate(names):
        found, offset, size = struct.unpack_from(">4sII", profile, _HEADER + 4 + 12 * index)
        data = profile[offset : offset + size]
        if found != name or len(data) != size or not _allowed(name, data):
            raise Unverified("a colour profile with something else in it", part="icc")
        if data not in seen:
            seen[data] = at
            at += size + -size % 4
        if seen[data] != offset or profile[offset + size : offset + size + -size % 4].strip(b"\0"):
            raise Unverified("a colour profile with gaps", part="icc")
    if at != len(profile):
        raise Unverified("a colour profile with something after it", part="icc")


def _header(profile: bytes, space: bytes) -> bytes:
    return (
        struct.pack(">IIIIII", len(profile), 0, 0x04300000, 0x6D6E7472, 0, 0)[:16]
        + space
        + b"XYZ "
        + bytes.fromhex("07d000010001000000000000")
        + b"acsp"
        + bytes(28)
        + _D50
        + bytes(48)
    )


def _allowed(name: bytes, data: bytes) -> bool:
    if name == b"desc":
        return data in tuple(_words(own) for own in _NAMES)
    if name == b"cprt":
        return data == _words("Public domain")
    if name == b"wtpt":
        return data == b"XYZ \0\0\0\0" + _D50
    if name.endswith(b"XYZ"):
        return len(data) == _XYZ_SIZE and data.startswith(b"XYZ \0\0\0\0")
    return _is_curve(data)


def _words(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    record = b"enUS" + struct.pack(">II", len(encoded), 28)
    return b"mluc\0\0\0\0" + struct.pack(">II", 1, 12) + record + encoded


def _is_curve(data: bytes) -> bool:
    kind, number = data[:8], data[8:12]
    if kind == b"para\0\0\0\0":
        known = _PARAMETRIC_SIZES.get(int.from_bytes(number[:2], "big"))
        return number[2:] == b"\0\0" and len(data) == known
    points = int.from_bytes(number, "big")
    return kind == b"curv\0\0\0\0" and points <= _MAX_POINTS and len(data) == 12 + 2 * points
