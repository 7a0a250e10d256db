"""The second reading of a TIFF: every byte is one that a decoder needs.

    header, then for each page: its directory (the first at 8), the directory's longer values in
    order, the page's parts in order, each value and part padded with a zero to an even offset;
    each directory leads to what follows its page, and nothing follows the last one

Only the fields that show a page, each in one type; the profile is a neutral one; every part
inflates to exactly its pixels (TIFF 6.0).
"""

import struct
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from capture.errors import Unverified
from capture.verify import icc

MAX_BYTES = 1 << 30

_SHORT, _LONG, _UNDEFINED = 3, 4, 7
_SIZES = {_SHORT: 2, _LONG: 4, _UNDEFINED: 1}
_LAYOUTS = {_SHORT: "H", _LONG: "I"}
_SHORTS = frozenset((0x102, 0x103, 0x106, 0x112, 0x115, 0x11C, 0x13D, 0x152, 0x153))
_LONGS = frozenset((0x100, 0x101, 0x111, 0x116, 0x117, 0x142, 0x143, 0x144, 0x145))
_PROFILE, _TILES, _EXTRA = 0x8773, 0x144, 0x152
_ALLOWED = {
    0x102: {1, 2, 4, 8, 16, 32}, 0x103: {1, 5, 8, 32773, 32946}, 0x106: {0, 1, 2, 5},
    0x112: set(range(2, 9)), 0x115: set(range(1, 6)), 0x11C: {1, 2}, 0x13D: {1, 2, 3},
    0x152: {1, 2}, 0x153: {1, 2, 3},
}  # fmt: skip
_FULL = 4096


def _refuse(reason: str) -> Unverified:
    return Unverified(reason, part="tiff")


@dataclass(frozen=True, slots=True)
class _Directory:
    order: str
    numbers: dict[int, tuple[int, ...]]
    following: int
    end: int

    def one(self, tag: int, otherwise: int = 1) -> int:
        return self.numbers.get(tag, (otherwise,))[0]


def walk(output: BinaryIO) -> None:
    """Account for every byte of the output. Raises Unverified."""
    output.seek(0)
    data = output.read(MAX_BYTES + 1)
    orders = {b"II*\0\x08\0\0\0": "<", b"MM\0*\0\0\0\x08": ">"}
    order = orders.get(data[:8])
    if len(data) > MAX_BYTES or order is None or len(data) < 14:  # noqa: PLR2004 - an empty directory
        raise _refuse("no TIFF of a size that is read")
    at = _page(data, order, 8)
    while at != len(data):
        at = _page(data, order, at)


def _page(data: bytes, order: str, start: int) -> int:
    """Account for one page, and return where it ends."""
    directory = _directory(data, order, start)
    at = directory.end
    tiled = _TILES in directory.numbers
    offsets = directory.numbers.get(0x144 if tiled else 0x111, ())
    counts = directory.numbers.get(0x145 if tiled else 0x117, ())
    sizes = _part_sizes(directory, tiled=tiled, count=len(offsets))
    if not sizes or not len(sizes) == len(offsets) == len(counts):
        raise _refuse("the parts of the picture do not add up")
    for offset, count, size in zip(offsets, counts, sizes, strict=True):
        part = data[offset : offset + count]
        if offset != at or len(part) != count:
            raise _refuse("a part of the picture is not where it must be")
        _check_part(part, directory.one(0x103), size)
        at = _padded(data, offset + count)
    if directory.following != (0 if at == len(data) else at):
        raise _refuse("something stands after the picture")
    return at


def _padded(data: bytes, at: int) -> int:
    if at % 2 and data[at : at + 1] != b"\0":
        raise _refuse("a padding byte is not zero")
    return at + at % 2


def _directory(data: bytes, order: str, start: int) -> _Directory:
    if start + 2 > len(data):
        raise _refuse("the directory is cut")
    (count,) = struct.unpack_from(order + "H", data, start)
    at = start + 2 + 12 * count + 4
    if at > len(data):
        raise _refuse("the directory is cut")
    (following,) = struct.unpack_from(order + "I", data, at - 4)
    numbers: dict[int, tuple[int, ...]] = {}
    last = 0
    for index in range(count):
        tag, kind, amount, inline = struct.unpack_from(
            order + "HHI4s", data, start + 2 + 12 * index
        )
        if tag <= last or kind not in _SIZES or kind != _type_of(tag) or not amount:
            raise _refuse("a field that is not allowed")
        last = tag
        size = amount * _SIZES[kind]
        value = inline[:size] if size <= 4 else data[at : at + size]  # noqa: PLR2004 - fits inline
        if size > 4:  # noqa: PLR2004 - fits inline
            if struct.unpack(order + "I", inline)[0] != at or len(value) != size:
                raise _refuse("a value is not where it must be")
            at = _padded(data, at + size)
        elif inline[size:].strip(b"\0"):
            raise _refuse("a value with something behind it")
        if tag == _PROFILE:
            icc.check(value)
        else:
            numbers[tag] = struct.unpack(f"{order}{amount}{_LAYOUTS[kind]}", value)
    _check_numbers(numbers)
    return _Directory(order, numbers, following, at)


def _type_of(tag: int) -> int:
    if tag in _SHORTS:
        return _SHORT
    return _LONG if tag in _LONGS else _UNDEFINED if tag == _PROFILE else 0


def _check_numbers(numbers: dict[int, tuple[int, ...]]) -> None:
    for tag, found in numbers.items():
        if not set(found) <= _ALLOWED.get(tag, set(found)):
            raise _refuse("a field with a number that is not allowed")
    samples = numbers.get(0x115, (0,))[0]
    expected = {0x102: samples, 0x153: samples, 0x152: 1}
    single = all(
        len(found) == expected.get(tag, 1)
        for tag, found in numbers.items()
        if tag not in {0x111, 0x117, 0x144, 0x145}
    )
    channels = {0: 1, 1: 1, 2: 3, 5: 4}.get(numbers.get(0x106, (-1,))[0], 0)
    if not single or samples != channels + (_EXTRA in numbers):
        raise _refuse("fields do not agree")


def _part_sizes(directory: _Directory, *, tiled: bool, count: int) -> list[int]:
    """Return how many bytes each part inflates to."""
    chunky = directory.one(0x11C) == 1
    bits = directory.one(0x102) * (directory.one(0x115) if chunky else 1)
    planes = 1 if chunky else directory.one(0x115)
    width, height = directory.one(0x100, 0), directory.one(0x101, 0)
    if tiled:
        across, down = directory.one(0x142, 0), directory.one(0x143, 0)
        if not across or not down:
            raise _refuse("the tiles make no sense")
        tiles = -(-width // across) * -(-height // down) * planes
        return [(across * bits + 7) // 8 * down] * (tiles if tiles == count else 0)
    rows = directory.one(0x116, 0)
    if not rows or -(-height // rows) * planes != count:
        raise _refuse("the strips make no sense")
    stride = (width * bits + 7) // 8
    return [
        min(rows, height - top) * stride for _ in range(planes) for top in range(0, height, rows)
    ]


def _check_part(part: bytes, compression: int, size: int) -> None:
    if compression == 1:
        fits = len(part) == size
    elif compression == 5:  # noqa: PLR2004 - LZW
        fits = _lzw_fits(part, size)
    elif compression == 32773:  # noqa: PLR2004 - PackBits
        fits = _packbits_fit(part, size)
    else:
        fits = _zip_fits(part, size)
    if not fits:
        raise _refuse("a part of the picture holds more or less than its pixels")


def _zip_fits(part: bytes, size: int) -> bool:
    inflater = zlib.decompressobj()
    try:
        inflated = len(inflater.decompress(part, size + 1))
    except zlib.error:
        return False
    return inflated == size and inflater.eof and not inflater.unused_data


def _packbits_fit(part: bytes, size: int) -> bool:
    at = done = 0
    while at < len(part):
        head = part[at]
        at += 2 + head if head < 128 else 2 if head > 128 else 1  # noqa: PLR2004 - section 9
        done += 1 + head if head < 128 else 257 - head if head > 128 else 0  # noqa: PLR2004 - section 9
    return at == len(part) and done == size


def _lzw_fits(part: bytes, size: int) -> bool:
    """Follow the codes by their strings' lengths, from the highest bit (section 13)."""
    position, width, done, last = 0, 9, 0, 0
    lengths: list[int] = []
    total = 8 * len(part)
    while position + width <= total:
        at = position >> 3
        whole = int.from_bytes(part[at : at + 3].ljust(3, b"\0"), "big")
        code = whole >> (24 - (position & 7) - width) & (1 << width) - 1
        position += width
        if code == 257:  # noqa: PLR2004 - the end code
            spare = total - position
            return done == size and spare < 8 and not part[-1] & (1 << spare) - 1  # noqa: PLR2004 - bits
        if code == 256:  # noqa: PLR2004 - the clear code
            lengths, last, width = [], 0, 9
            continue
        if last and 258 + len(lengths) < _FULL:
            lengths.append(last + 1)
            width += 259 + len(lengths) == 1 << width and width < 12  # noqa: PLR2004 - longest code
        if code - 258 >= len(lengths):
            return False
        last = 1 if code < 256 else lengths[code - 258]  # noqa: PLR2004 - literals
        done += last
    return False
