"""The writer of cleaned TIFFs: all pages, each with the fields that its decoding needs.

Source: TIFF 6.0 (Adobe 1992) and its technical notes. Strips and tiles are copied to the
bit up to where their picture is complete. What a decoder would have to guess (old LZW, fax
and JPEG codes, palettes, hidden channels) is not carried over.
"""

import bisect
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from capture.blocks import exif, icc, tiff
from capture.errors import Damaged, TooLarge, Unsupported
from capture.formats.base import Cleaning
from capture.formats.still import NOISE, OWN_PROFILE, VISIBLE, neutral_colours
from capture.formats.tiff_codes import COMPRESSIONS, LZW, NONE, exact
from capture.kinds import MediaKind

MAX_PIXELS = 200_000_000
MAX_SEGMENTS = 1_000_000
MAX_CODED = 12 << 20
"""Most bytes of LZW codes that are followed: some seconds' work."""

WIDTH, LENGTH, BITS, COMPRESSION, PHOTOMETRIC = 0x100, 0x101, 0x102, 0x103, 0x106
SAMPLES, ROWS, PLANAR, PREDICTOR, ORIENTATION = 0x115, 0x116, 0x11C, 0x13D, 0x112
STRIPS, STRIP_SIZES, TILES, TILE_SIZES = 0x111, 0x117, 0x144, 0x145
TILE_WIDTH, TILE_LENGTH, EXTRA, FORMAT, PROFILE = 0x142, 0x143, 0x152, 0x153, 0x8773
_SUBFILE, _FILL, _DNG, _CR2 = 0xFE, 0x10A, 0xC612, b"CR"
_GRAY, _RGB, _CMYK = (0, 1), 2, 5
_CHANNELS = {0: 1, 1: 1, _RGB: 3, _CMYK: 4}
_DEPTHS = frozenset((1, 2, 4, 8, 16, 32))
_RAW_PHOTOMETRIC = frozenset((32803, 34892))
_PREDICTORS = frozenset((1, 2, 3))
"""None, differences of samples side by side, and the same of numbers with a point."""
_TILE_STEP = 16
_NO_PAGE = 1 | 4
"""NewSubfileType: a smaller picture of another, a mask."""
FIRST, _CHAIN = "IFD0", "IFD"
_START = 8
PAGES = "several-pages"
"""What a copy still shows: more than its first page."""

Values = dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Picture:
    """What decoding one page needs: its fields by number, checked."""

    order: str
    values: Values
    profile: bytes | None

    def one(self, tag: int, otherwise: int) -> int:
        """Return a field's first number."""
        found = self.values.get(tag)
        return found[0] if found else otherwise


def picture_of(untrusted: bytes) -> Picture:
    """Read the first directory. Raises Damaged, TooLarge, and Unsupported for a camera's raw."""
    found = tiff.walk(untrusted)
    if _is_raw(untrusted, found):
        raise Unsupported("a camera's raw picture", part="raw", reason="raw")
    return page_of(found, FIRST)


def page_names(found: tiff.Tiff) -> tuple[str, ...]:
    """Return the directories that are pages: in the chain, with pixels, and of full size.

    A smaller picture of another page, and a mask, are none (TIFF 6.0, NewSubfileType).
    """
    fields: dict[str, dict[int, tiff.Entry]] = {}
    for entry in found.entries:
        if entry.ifd.startswith(_CHAIN):
            fields.setdefault(entry.ifd, {}).setdefault(entry.tag, entry)
    return tuple(
        name
        for name, entries in fields.items()
        if name == FIRST
        or (not {STRIPS, TILES}.isdisjoint(entries) and not _kind(entries) & _NO_PAGE)
    )


def number_of(name: str) -> int:
    """Return a page's place in the chain of directories, from 0 on."""
    return int(name.removeprefix(_CHAIN))


def _kind(entries: dict[int, tiff.Entry]) -> int:
    numbers = integers(entries[_SUBFILE]) if _SUBFILE in entries else ()
    return numbers[0] if numbers else 0


def page_of(found: tiff.Tiff, name: str) -> Picture:
    """Read one directory. Raises Damaged and TooLarge."""
    fields = {e.tag: e for e in reversed(found.entries) if e.ifd == name}
    lost = {f"{name}: cut short", *(tiff.unreadable(name, tag) for tag in _READ)}
    if not fields or lost & {*found.problems}:
        raise Damaged(found.problems[0] if found.problems else "no directory")
    values = {tag: integers(fields[tag]) for tag in _READ if tag in fields}
    block = fields.get(PROFILE)
    picture = Picture(found.order, values, bytes(block.raw) if block is not None else None)
    width, height = picture.one(WIDTH, 0), picture.one(LENGTH, 0)
    if not width or not height:
        raise Damaged("a picture without pixels")
    if width * height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels", width=width, height=height)
    return picture


_READ = (
    WIDTH, LENGTH, BITS, COMPRESSION, PHOTOMETRIC, SAMPLES, ROWS, PLANAR, PREDICTOR, ORIENTATION,
    STRIPS, STRIP_SIZES, TILES, TILE_SIZES, TILE_WIDTH, TILE_LENGTH, EXTRA, FORMAT, _SUBFILE, _FILL,
)  # fmt: skip


def is_raw(untrusted: bytes) -> bool:
    """Say whether it is a camera's raw file, by any of its directories."""
    return _is_raw(untrusted, tiff.walk(untrusted))


def _is_raw(untrusted: bytes, found: tiff.Tiff) -> bool:
    if untrusted[8:10] == _CR2:
        return True
    return any(
        entry.tag == _DNG
        or (entry.tag == PHOTOMETRIC and not _RAW_PHOTOMETRIC.isdisjoint(integers(entry)))
        for entry in found.entries
    )


_WHOLE = {tiff.BYTE: "B", tiff.SHORT: "H", tiff.LONG: "I", tiff.LONG8: "Q"}


def integers(entry: tiff.Entry) -> tuple[int, ...]:
    """Return every number of a field of whole numbers, none for another. Raises TooLarge."""
    layout = _WHOLE.get(entry.type)
    if layout is None:
        return ()
    if entry.count > MAX_SEGMENTS:
        raise TooLarge("too many parts", part="segments")
    return struct.unpack(f"{entry.order}{entry.count}{layout}", entry.raw)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the pixels are cut: the inflated bytes of each part, in their order."""

    sizes: tuple[int, ...]
    offsets: tuple[int, ...]
    counts: tuple[int, ...]
    tiled: bool


def pieces(untrusted: bytes) -> tuple[list[bytes], Cleaning]:
    """Return the new file in pieces, and what was done. Raises Damaged, TooLarge, Unsupported."""
    found = tiff.walk(untrusted)
    pictures = [*pages(untrusted).values()]
    profiles = [_profile(picture) for picture in pictures]
    laid = [
        _Page(untrusted, picture, _whole_layout(found, picture), profile)
        for picture, profile in zip(pictures, profiles, strict=True)
    ]
    return _file(found.order, laid), _cleaning(pictures, profiles)


def pages(untrusted: bytes) -> dict[str, Picture]:
    """Return all pages by their directories. Raises Damaged, TooLarge, Unsupported."""
    first = picture_of(untrusted)
    found = tiff.walk(untrusted)
    if len(found.starts) > tiff.MAX_DIRECTORIES:
        raise Unsupported("more pages than are followed", part="pages")
    others = {name: page_of(found, name) for name in page_names(found)[1:]}
    read = {FIRST: first, **others}
    if sum(one.one(WIDTH, 0) * one.one(LENGTH, 0) for one in read.values()) > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels")
    return read


def joined(singles: Iterable[bytes]) -> list[bytes]:
    """Make one file of the first pages of several, all little-endian and without a profile."""
    laid = []
    for single in singles:
        picture = picture_of(single)
        layout = _whole_layout(tiff.walk(single), picture)
        laid.append(_Page(single, picture, layout, None))
    return _file("<", laid)


def _file(order: str, laid: "list[_Page]") -> list[bytes]:
    made = [(b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", _START)]
    start = _START
    for page in laid:
        made += _laid(page, start, last=page is laid[-1])
        start = sum(map(len, made))
    return made


def _profile(picture: Picture) -> icc.Neutral | None:
    photometric = picture.one(PHOTOMETRIC, 0)
    space = icc.GRAY if photometric in _GRAY else b"CMYK" if photometric == _CMYK else icc.RGB
    return neutral_colours(picture.profile, space)


def _whole_layout(found: tiff.Tiff, picture: Picture) -> "_Layout":
    _check(picture)
    layout = _layout(picture)
    _check_apart(found, layout)
    return layout


def _check(picture: Picture) -> None:
    """Raise Unsupported for what is not carried over, Damaged for what makes no sense."""
    photometric, samples = picture.one(PHOTOMETRIC, -1), picture.one(SAMPLES, 1)
    if picture.one(COMPRESSION, NONE) not in COMPRESSIONS or picture.one(_FILL, 1) != 1:
        raise Unsupported("a rare coding", part="coding")
    if picture.one(PREDICTOR, 1) not in _PREDICTORS:
        raise Unsupported("a rare coding", part="coding")
    if photometric not in _CHANNELS or picture.one(_SUBFILE, 0) & 1:
        raise Unsupported("colours of a rare kind", part="coding")
    bits = picture.values.get(BITS, (1,))
    if len(set(bits)) != 1 or bits[0] not in _DEPTHS or len(bits) not in {1, samples}:
        raise Unsupported("samples of different sizes", part="coding")
    extra = picture.values.get(EXTRA, ())
    if samples != _CHANNELS[photometric] + len(extra) or extra not in {(), (1,), (2,)}:
        raise Unsupported("channels that are not shown", part="coding")
    formats = picture.values.get(FORMAT, (1,))
    if (
        len(set(formats)) != 1
        or formats[0] not in {1, 2, 3}
        or picture.one(PLANAR, 1) not in {1, 2}
    ):
        raise Unsupported("samples of a rare kind", part="coding")


def _layout(picture: Picture) -> _Layout:
    tiled = TILES in picture.values
    offsets = picture.values.get(TILES if tiled else STRIPS, ())
    counts = picture.values.get(TILE_SIZES if tiled else STRIP_SIZES, ())
    sizes = tuple(_tile_sizes(picture) if tiled else _strip_sizes(picture))
    if not sizes or not len(sizes) == len(offsets) == len(counts):
        raise Damaged("the parts of the picture do not add up")
    return _Layout(sizes, offsets, counts, tiled)


def _check_apart(found: tiff.Tiff, layout: _Layout) -> None:
    """Raise Damaged where pixels lie upon the values of fields: they would carry them over."""
    starts = sorted(zip(layout.offsets, layout.counts, strict=True))
    reach, ends = 0, []
    for offset, count in starts:
        reach = max(reach, offset + count)
        ends.append(reach)
    for entry in found.entries:
        if len(entry.raw) > 4:  # noqa: PLR2004 - inline else
            at = bisect.bisect_left(starts, (entry.offset + len(entry.raw), 0))
            if at and ends[at - 1] > entry.offset:
                raise Damaged("the picture lies upon other parts of the file")


def _row(picture: Picture, width: int) -> int:
    """Return the bytes of one row of one plane."""
    samples = picture.one(SAMPLES, 1) if picture.one(PLANAR, 1) == 1 else 1
    return (width * picture.one(BITS, 1) * samples + 7) // 8


def _planes(picture: Picture) -> int:
    return 1 if picture.one(PLANAR, 1) == 1 else picture.one(SAMPLES, 1)


def _strip_sizes(picture: Picture) -> Iterator[int]:
    height = picture.one(LENGTH, 0)
    rows = min(picture.one(ROWS, height), height)
    if not rows or -(-height // rows) * _planes(picture) > MAX_SEGMENTS:
        raise Damaged("the strips make no sense")
    stride = _row(picture, picture.one(WIDTH, 0))
    for _ in range(_planes(picture)):
        for top in range(0, height, rows):
            yield min(rows, height - top) * stride


def _tile_sizes(picture: Picture) -> Iterator[int]:
    width, height = picture.one(TILE_WIDTH, 0), picture.one(TILE_LENGTH, 0)
    if not width or not height or width % _TILE_STEP or height % _TILE_STEP:
        raise Damaged("the tiles make no sense")
    across = -(-picture.one(WIDTH, 0) // width)
    count = across * -(-picture.one(LENGTH, 0) // height) * _planes(picture)
    if count > MAX_SEGMENTS or count * width * height > 4 * MAX_PIXELS:
        raise TooLarge("too many tiles", part="segments")
    return iter([_row(picture, width) * height] * count)


def _parts(untrusted: bytes, picture: Picture, layout: _Layout) -> Iterator[bytes]:
    compression = picture.one(COMPRESSION, NONE)
    if compression == LZW and sum(layout.counts) > MAX_CODED:
        raise Unsupported("too long to follow every code of it", part="bytes")
    for offset, count, size in zip(layout.offsets, layout.counts, layout.sizes, strict=True):
        part = untrusted[offset : offset + count]
        if len(part) != count:
            raise Damaged("a part of the picture lies outside of the file")
        yield exact(part, compression, size)


@dataclass(frozen=True, slots=True)
class _Page:
    """One page that is to be written."""

    untrusted: bytes
    picture: Picture
    layout: _Layout
    profile: icc.Neutral | None


def _laid(page: _Page, start: int, *, last: bool) -> list[bytes]:
    """Lay out a directory at an even offset, its values, and the parts, each at an even one."""
    picture, layout = page.picture, page.layout
    parts = list(_parts(page.untrusted, picture, layout))
    fields = _fields(picture)
    places, sizes = (TILES, TILE_SIZES) if layout.tiled else (STRIPS, STRIP_SIZES)
    order = picture.order
    fields[sizes] = (tiff.LONG, _packed(order, "I", [len(part) for part in parts]))
    fields[places] = (tiff.LONG, bytes(4 * len(parts)))
    if page.profile is not None:
        fields[PROFILE] = (tiff.UNDEFINED, page.profile.data)
    at = start + 2 + 12 * len(fields) + 4
    at += sum(len(data) + len(data) % 2 for _, data in fields.values() if len(data) > 4)  # noqa: PLR2004 - fits inline
    offsets = []
    for part in parts:
        offsets.append(at)
        at += len(part) + len(part) % 2
    fields[places] = (tiff.LONG, _packed(order, "I", offsets))
    padded = (part + bytes(len(part) % 2) for part in parts)
    return [_directory(fields, order, start, 0 if last else at), *padded]


def _packed(order: str, layout: str, numbers: list[int]) -> bytes:
    return struct.pack(f"{order}{len(numbers)}{layout}", *numbers)


def _fields(picture: Picture) -> dict[int, tuple[int, bytes]]:
    """Return the fields with their own numbers, each in its one type."""
    samples = picture.one(SAMPLES, 1)
    numbers: dict[int, list[int]] = {
        BITS: [picture.one(BITS, 1)] * samples,
        COMPRESSION: [picture.one(COMPRESSION, NONE)],
        PHOTOMETRIC: [picture.one(PHOTOMETRIC, 0)],
        SAMPLES: [samples],
        PLANAR: [picture.one(PLANAR, 1)],
        PREDICTOR: [picture.one(PREDICTOR, 1)],
        FORMAT: [picture.one(FORMAT, 1)] * samples,
        EXTRA: [*picture.values.get(EXTRA, ())],
    }
    turned = picture.one(ORIENTATION, exif.UPRIGHT)
    if turned in exif.ORIENTATIONS and turned != exif.UPRIGHT:
        numbers[ORIENTATION] = [turned]
    order = picture.order
    fields = {
        tag: (tiff.SHORT, _packed(order, "H", found)) for tag, found in numbers.items() if found
    }
    tiled = TILES in picture.values
    for tag in (WIDTH, LENGTH, *((TILE_WIDTH, TILE_LENGTH) if tiled else (ROWS,))):
        number = min(picture.one(tag, picture.one(LENGTH, 0)), MAX_PIXELS)
        fields[tag] = (tiff.LONG, _packed(order, "I", [number]))
    return fields


_TYPE_SIZES = {tiff.SHORT: 2, tiff.LONG: 4, tiff.UNDEFINED: 1}


def _directory(
    fields: dict[int, tuple[int, bytes]], order: str, start: int, following: int
) -> bytes:
    table = struct.pack(order + "H", len(fields))
    at = start + 2 + 12 * len(fields) + 4
    values = b""
    for tag, (kind, data) in sorted(fields.items()):
        table += struct.pack(order + "HHI", tag, kind, len(data) // _TYPE_SIZES[kind])
        if len(data) <= 4:  # noqa: PLR2004 - fits inline
            table += data.ljust(4, b"\0")
        else:
            table += struct.pack(order + "I", at + len(values))
            values += data + bytes(len(data) % 2)
    return table + struct.pack(order + "I", following) + values


def _cleaning(pictures: list[Picture], profiles: list[icc.Neutral | None]) -> Cleaning:
    steps = ["fields-rebuilt"]
    leaves = [VISIBLE, NOISE]
    if any(one.one(ORIENTATION, exif.UPRIGHT) != exif.UPRIGHT for one in pictures):
        steps.append("orientation-kept")
    names = [profile.standard or "rebuilt" for profile in profiles if profile is not None]
    steps += [f"colours-{name}" for name in dict.fromkeys(names)]
    if "rebuilt" in names:
        leaves.append(OWN_PROFILE)
    if any(one.values.get(EXTRA) for one in pictures):
        leaves.append("transparent-pixels")
    if len(pictures) > 1:
        leaves.append(PAGES)
    return Cleaning(MediaKind.TIFF, lossless=True, steps=tuple(steps), leaves=tuple(leaves))
