"""What a camera's raw file says about its maker: its directories, notes and previews.

Sources: DNG 1.7, TIFF/EP (ISO 12234-2), and for what makers changed about TIFF (Olympus'
and Panasonic's own magic numbers, Fujifilm's header) LibRaw and ExifTool's documentation.
"""

from dataclasses import replace

from capture.blocks import exif, needle, tiff
from capture.blocks.after_image import read_after
from capture.blocks.jpeg_segments import walk
from capture.errors import CaptureError, Damaged
from capture.formats import jpeg_read
from capture.formats.still import facts_with
from capture.formats.tiff_pictures import Page, pages
from capture.kinds import MediaKind
from capture.report import Embedded, Facts, Harm, MetadataReport, Trace, shorten, worst_first

WHERE = "raw"
MAX_PREVIEWS = 16
"""Most previews whose own metadata are read; a raw file has up to four."""

_JPEG_CODES = frozenset((6, 7))
_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_JPEG_TAIL = 64
_PANASONIC_PREVIEW, _PANASONIC_PLACE, _STRIP_SIZE = 0x002E, 0x0118, 0x0117
_NOWHERE = 0xFFFFFFFF
_FUJI_HEADER = slice(16, 60)
_FUJI_PLACES, _FUJI_END = 84, 108
"""Three pairs of offset and size: the JPEG, the sensor's directory, the sensor's data."""


def report(data: bytes, kind: MediaKind) -> MetadataReport:
    """Read everything. Raises Damaged where not even a directory is there."""
    if kind is MediaKind.RAF:
        return _fuji(data)
    plain = as_tiff(data)
    found = tiff.walk(plain)
    if not found.entries:
        raise Damaged(found.problems[0] if found.problems else "no directory")
    reading = exif.read_tiff(plain, WHERE)
    pictures = tuple(pages(plain, found))
    embedded = each_once([*reading.embedded, *_hidden(pictures), *_panasonic(found)])
    traces = [*reading.traces, *preview_traces(plain, embedded)]
    width, height = _size(pictures)
    facts = facts_with(traces, reading.facts, width, height, reading.orientation)
    return MetadataReport(kind, len(data), worst_first(traces), tuple(embedded), facts)


def each_once(embedded: list[Embedded]) -> list[Embedded]:
    """Leave out what lies in the same place as another: two fields may lead to one picture."""
    return list({part.offset: part for part in reversed(embedded)}.values())[::-1]


def as_tiff(data: bytes) -> bytes:
    """Return the file with TIFF's own magic number in place of a maker's."""
    if data[:2] == b"II" and data[2:4] != b"*\0":
        return b"II*\0" + data[4:]
    return b"MM\0*" + data[4:] if data[:4] == b"MMOR" else data


def check_whole(data: bytes, kind: MediaKind) -> None:
    """Raise Damaged where a part of a picture lies outside of the file or is no JPEG to its end."""
    for offset, size in _fuji_places(data) if kind is MediaKind.RAF else ():
        if offset + size > len(data):
            raise Damaged("the file ends inside a picture")
    if kind is MediaKind.RAF:
        return
    found = tiff.walk(as_tiff(data))
    for page in pages(data, found):
        for offset, size in page.parts:
            if offset not in {0, _NOWHERE} and offset + size > len(data):
                raise Damaged("the file ends inside a picture")
        if page.is_mosaic and page.coded in _JPEG_CODES:
            _check_jpegs(data, page)
    _check_panasonic(data, found)


def _check_jpegs(data: bytes, page: Page) -> None:
    if page.size > len(data):  # a million parts that are all the whole file would take for ever
        raise Damaged("parts of a picture lie upon each other")
    for offset, size in page.parts:
        end = len(data[offset : offset + size].rstrip(b"\0")) + offset
        tail = data[max(offset, end - _JPEG_TAIL) : end]
        if not data.startswith(_JPEG_START, offset) or _JPEG_END not in tail:
            raise Damaged("a part of the picture is cut")


def _hidden(pictures: tuple[Page, ...]) -> list[Embedded]:
    """Name every picture that is ready to be seen, beside what the sensor saw."""
    return [
        Embedded("preview" if page.is_jpeg else "thumbnail", page.start, page.size)
        for page in pictures
        if not page.is_mosaic and (page.is_jpeg or page.is_reduced)
    ]


def _panasonic(found: tiff.Tiff) -> list[Embedded]:
    """Name the JPEG that Panasonic keeps in a field."""
    return [
        Embedded("preview", entry.offset, len(entry.raw))
        for entry in found.entries
        if entry.ifd == "IFD0" and entry.tag == _PANASONIC_PREVIEW and len(entry.raw) > 4  # noqa: PLR2004 - inline else
    ]


def _check_panasonic(data: bytes, found: tiff.Tiff) -> None:
    first = {entry.tag: entry for entry in found.entries if entry.ifd == "IFD0"}
    place, size = first.get(_PANASONIC_PLACE), first.get(_STRIP_SIZE)
    if not data.startswith(b"IIU") or place is None or size is None:
        return
    numbers = (*place.numbers()[:1], *size.numbers()[:1])
    if sum(numbers) > len(data):
        raise Damaged("the file ends inside its picture")


def preview_traces(data: bytes, embedded: list[Embedded]) -> list[Trace]:
    """Read what the previews themselves say: many hold an Exif block of their own."""
    traces: list[Trace] = []
    for number, part in enumerate(embedded[:MAX_PREVIEWS], 1):
        if data.startswith(_JPEG_START, part.offset):
            inner = data[part.offset : part.offset + part.size]
            traces += _preview_traces(inner, f"preview {number}/")
    return traces


def _preview_traces(inner: bytes, prefix: str) -> list[Trace]:
    structure = walk(inner)
    traces = jpeg_read.read_image(inner, structure, prefix, 1).traces
    if structure.end is not None:
        traces += read_after(inner, structure.end, f"{prefix}after EOI").traces
    return traces


def _size(pictures: tuple[Page, ...]) -> tuple[int, int]:
    """Return the width and height of the largest picture."""
    sizes = [(page.width, page.height) for page in pictures]
    return max(sizes, key=lambda size: size[0] * size[1], default=(0, 0))


def _fuji(data: bytes) -> MetadataReport:
    """Read a RAF: a header with the camera's name, a whole JPEG, and the sensor's data."""
    (at, size), (directory_at, directory_size), _ = _fuji_places(data)
    header = data[_FUJI_HEADER]
    said = tiff.as_text(header[12:44].split(b"\0")[0])
    directory = data[directory_at : directory_at + directory_size]
    strings = needle.string_needles
    size_said = f"{len(directory)} bytes"
    traces = [
        Trace("CameraModel", shorten(said), Harm.DEVICE, "RAF", strings(header)),
        Trace("RAF:Directory", size_said, Harm.DEVICE, "RAF/sensor", strings(directory)),
    ]
    embedded = [Embedded("preview", at, min(size, len(data) - at))]
    inner = _fuji_jpeg(data[at : at + size])
    if inner is not None:
        traces += inner.traces
        embedded += (replace(part, offset=part.offset + at) for part in inner.embedded)
    facts = inner.facts if inner else Facts()
    return MetadataReport(MediaKind.RAF, len(data), worst_first(traces), tuple(embedded), facts)


def _fuji_jpeg(inner: bytes) -> MetadataReport | None:
    try:
        return jpeg_read.report(inner, walk(inner))
    except CaptureError:
        return None


def _fuji_places(data: bytes) -> tuple[tuple[int, int], ...]:
    """Return (offset, size) of the JPEG, the directory and the data. Raises Damaged."""
    numbers = data[_FUJI_PLACES:_FUJI_END]
    if len(numbers) < _FUJI_END - _FUJI_PLACES:
        raise Damaged("the file ends inside its header")
    words = [int.from_bytes(numbers[at : at + 4], "big") for at in range(0, 24, 4)]
    places = tuple(zip(words[::2], words[1::2], strict=True))
    if not _FUJI_END <= places[0][0] < len(data):
        raise Damaged("the file ends before its first picture")
    return places
