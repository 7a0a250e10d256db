"""The pictures in the directories of a TIFF, or of a raw file that is laid out as one.

Sources: TIFF 6.0, DNG 1.7 (chapter 2), ExifTool's notes on CR2, NEF and ARW. Only where they
are and how they are coded; nothing is decoded.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from capture.blocks import jpeg_segments, tiff
from capture.errors import CaptureError
from capture.formats import tiff_write as t

MAX_PICTURES = 64
MAX_HEADER = 1 << 16
"""How many bytes of a JPEG are read for its frame header."""

SUBFILE = 0xFE
_JPEG_AT, _JPEG_SIZE = 0x0201, 0x0202
_PLACES = {t.STRIPS: t.STRIP_SIZES, t.TILES: t.TILE_SIZES, _JPEG_AT: _JPEG_SIZE}
_MOSAICS = frozenset((32803, 34892))
_JPEG = b"\xff\xd8\xff"
_LOSSLESS = 0xC3


@dataclass(frozen=True, slots=True)
class Page:
    """One directory's picture: its parts as (offset, size), and what its fields say.

    ``width`` and ``height`` are 0 where the directory does not say them. ``coded`` is
    TIFF's number of the compression, ``is_jpeg`` that its one part is a JPEG of its own,
    ``is_mosaic`` that it is what the sensor saw, which has to be developed.
    """

    directory: str
    parts: tuple[tuple[int, int], ...]
    width: int
    height: int
    coded: int
    is_reduced: bool
    is_jpeg: bool
    is_mosaic: bool

    @property
    def start(self) -> int:
        """Where its first byte is."""
        return min(offset for offset, _ in self.parts)

    @property
    def size(self) -> int:
        """How many bytes its parts have together."""
        return sum(size for _, size in self.parts)


def pages(data: bytes, found: tiff.Tiff) -> Iterator[Page]:
    """Yield the picture of each directory that has one, in the file's order, at most 64."""
    by_tag: dict[str, dict[int, tiff.Entry]] = {}
    for entry in found.entries:
        by_tag.setdefault(entry.ifd, {}).setdefault(entry.tag, entry)
    count = 0
    for directory, fields in by_tag.items():
        for places, sizes in _PLACES.items():
            parts = _parts(fields.get(places), fields.get(sizes))
            if parts and count < MAX_PICTURES:
                count += 1
                yield _page(data, directory, fields, parts)


def _parts(places: tiff.Entry | None, sizes: tiff.Entry | None) -> tuple[tuple[int, int], ...]:
    if places is None or sizes is None:
        return ()
    try:
        pairs = tuple(zip(t.integers(places), t.integers(sizes), strict=True))
    except (CaptureError, ValueError):
        return ()
    return pairs if pairs and all(size for _, size in pairs) else ()


def _page(
    data: bytes, directory: str, fields: dict[int, tiff.Entry], parts: tuple[tuple[int, int], ...]
) -> Page:
    def one(tag: int) -> int:
        numbers = fields[tag].numbers() if tag in fields else ()
        return int(numbers[0]) if numbers else 0

    is_jpeg = len(parts) == 1 and data.startswith(_JPEG, parts[0][0])
    lossless = is_jpeg and _is_lossless(data, *parts[0])
    return Page(
        directory,
        parts,
        one(t.WIDTH),
        one(t.LENGTH),
        one(t.COMPRESSION),
        bool(one(SUBFILE) & 1),
        is_jpeg and not lossless,
        one(t.PHOTOMETRIC) in _MOSAICS or lossless,
    )


def _is_lossless(data: bytes, at: int, size: int) -> bool:
    """Say whether a JPEG is of the lossless kind, which raws use for what the sensor saw."""
    structure = jpeg_segments.walk(data[at : at + min(size, MAX_HEADER)])
    return any(segment.marker == _LOSSLESS for segment in structure.segments)
