"""A picture or clip that is hidden inside of a file, taken out as a file of its own.

A thumbnail of Exif is one as it stands; a picture of a HEIF file is pixels without a table, so a
file is built around it; a page of a TIFF is found by another first directory. Nothing is
decoded here, and nothing of what is taken out is kept: it is for being shown.
"""

import io
import struct
import zlib
from collections.abc import Iterable
from dataclasses import replace
from typing import BinaryIO

from capture.blocks import jpeg_segments, jumbf, tiff
from capture.blocks.boxes import read_at
from capture.blocks.png_chunks import SIGNATURE, written
from capture.errors import CaptureError, Damaged, Unsupported
from capture.formats.items import write as items_write
from capture.formats.items.codecs import CODECS
from capture.formats.items.data import Places
from capture.formats.items.pictures import hidden_pictures, shown_items
from capture.formats.items.plan import make_plan
from capture.formats.items.shape import stored_size
from capture.formats.items.table import Property, Table, read_table
from capture.formats.jpeg_parts import JFIF, JFXX, Part, joined_boxes, part_of
from capture.formats.raw_read import as_tiff
from capture.formats.still import read_whole
from capture.formats.tiff_pictures import pages
from capture.kinds import HEAD, MediaKind, sniff
from capture.progress import Tick
from capture.report import Embedded, HiddenPicture, Likeness, Picture
from capture.seeking import window

MAX_SHOWN = 16
"""Most hidden pictures of one file that are shown; a phone's photo has up to ten."""

MAX_SIDE = 512
"""Longest side in pixels in which one is shown."""

_COMPARED_SIDE = 256
_SCENES = frozenset(("thumbnail", "preview", "picture"))
"""What shows a scene as the photo does; depths, gains and outlines look different by nature."""

Standalone = tuple[BinaryIO, MediaKind]
"""A file of its own, and its kind."""

_JPEG = b"\xff\xd8\xff"
_NEAR = 64
_ITEMS = frozenset((MediaKind.HEIF, MediaKind.AVIF))
_PAGES = frozenset((MediaKind.TIFF, MediaKind.DNG, MediaKind.NEF, MediaKind.CR2, MediaKind.ARW,
                    MediaKind.ORF, MediaKind.RW2, MediaKind.RAW))  # fmt: skip
_PALETTE_SIZE = 768
_PALETTE, _TRUE = 0x11, 0x13


def pictures(
    source: BinaryIO, kind: MediaKind, embedded: Iterable[Embedded], max_side: int, tick: Tick
) -> tuple[HiddenPicture, ...]:
    """Return what is hidden in a file of this kind, each part in turn, at most 16 of them.

    Never raises but MemoryError: a part that cannot be shown has no picture. ``tick`` counts parts.
    """
    parts = tuple(embedded)[:MAX_SHOWN]
    main = _main(source, kind) if any(part.kind in _SCENES for part in parts) else None
    found = []
    for number, part in enumerate(parts):
        tick(number, len(parts))
        found.append(_shown(source, kind, part, main, min(max_side, MAX_SIDE)))
    return tuple(found)


def _main(source: BinaryIO, kind: MediaKind) -> Picture | None:
    from capture.decode import preview  # heavy, and the verifying child never decodes

    try:
        return preview.picture(source, kind, _COMPARED_SIDE)
    except CaptureError:
        return None


def _shown(
    source: BinaryIO, kind: MediaKind, part: Embedded, main: Picture | None, max_side: int
) -> HiddenPicture:
    from capture.decode import embedded as decoder  # likewise

    try:
        own, own_kind = standalone(source, kind, part)
        picture = decoder.shown(own, own_kind, max_side)
    except CaptureError:
        return HiddenPicture(part, None, Likeness.UNKNOWN)
    if main is None or part.kind not in _SCENES:
        return HiddenPicture(part, picture, Likeness.UNKNOWN)
    return HiddenPicture(part, *decoder.compared(main, picture))


def standalone(source: BinaryIO, kind: MediaKind, part: Embedded) -> Standalone:
    """Return a hidden part of a file of this kind as a file that a decoder can open.

    Raises Damaged, TooLarge, and Unsupported for what is no picture, or none by itself.
    """
    found = _spread(source, part) if kind is MediaKind.JPEG else None
    found = found or _as_it_stands(source, part)
    if found is not None:
        return found
    if kind in _ITEMS:
        return _item(source, part)
    if kind in _PAGES:
        return _page(source, part)
    if kind is MediaKind.JPEG:
        return _in_segments(source, part)
    raise Unsupported("it cannot be shown by itself", part=part.kind)


def _as_it_stands(source: BinaryIO, part: Embedded) -> Standalone | None:
    """Find a whole file in the part's place, or a JPEG a few bytes into it."""
    head = read_at(source, part.offset, max(0, min(part.size, HEAD)))
    near = head[:_NEAR].find(_JPEG)
    kind = MediaKind.JPEG if near >= 0 else sniff(head)
    if kind is None or kind.is_sound:
        return None
    start = part.offset + max(near, 0)
    return window(source, start, part.offset + part.size), kind


def _item(source: BinaryIO, part: Embedded) -> Standalone:
    """Build a file around a picture of a HEIF file, as if it were the primary one."""
    table = read_table(source)
    for hidden in hidden_pictures(table, shown_items(table)):
        if hidden.kind == part.kind and part.offset in _starts(table, hidden.members):
            alone = replace(_as_coded(table, hidden.number), primary=hidden.number)
            plan = make_plan(source, alone, _unheard)
            made = b"".join(items_write.write(plan))
            return io.BytesIO(made), sniff(made[:HEAD]) or MediaKind.HEIF
    raise Unsupported("it cannot be shown by itself", part=part.kind)


def _as_coded(table: Table, number: int) -> Table:
    """Announce a picture in the size in which it is coded: cameras cut their thumbnails smaller.

    A copy must not show what was cut away; this is for showing just that. Raises Damaged.
    """
    codec = CODECS.get(table.of(number).kind)
    body = table.property_of(number, codec.config) if codec else None
    shape = codec.read_config(body).shape if codec and body is not None else None
    if shape is None or shape[:2] == stored_size(table, number):
        return table
    size = Property(b"ispe", struct.pack(">III", 0, *shape[:2]), b"", 0)
    properties = (*table.properties, size)
    others = [
        link for link in table.linked[number] if table.properties[link[0] - 1].kind != b"ispe"
    ]
    linked = {**table.linked, number: (*others, (len(properties), False))}
    return replace(table, properties=properties, linked=linked)


def _starts(table: Table, members: tuple[int, ...]) -> set[int]:
    places = Places(table)
    return {start for number in members for start, _ in places.of(number)}


def _unheard(_count: int) -> None:
    """Take no notice of how far the copying is: a hidden picture is small."""


def _page(source: BinaryIO, part: Embedded) -> Standalone:
    """Let the file begin with the directory that has the picture."""
    data = as_tiff(read_whole(source))
    start = tiff.header(memoryview(data))
    found = tiff.walk(data)
    for page in pages(data, found):
        if page.start == part.offset and start is not None and not page.is_mosaic:
            at = found.starts[page.directory]
            layout, offset = ("I", 4) if start.shape is tiff.CLASSIC else ("Q", 8)
            first = struct.pack(start.order + layout, at)
            whole = data[:offset] + first + data[offset + len(first) :]
            return io.BytesIO(whole), MediaKind.TIFF
    raise Unsupported("it cannot be shown by itself", part=part.kind)


def _in_segments(source: BinaryIO, part: Embedded) -> Standalone:
    """Find a JPEG's thumbnail that is bare pixels, or one that is spread over segments."""
    structure = jpeg_segments.walk(read_whole(source))
    for segment in structure.segments:
        which = part_of(segment)
        end = segment.offset + 4 + len(segment.body)
        inside = segment.offset < part.offset < end
        if inside and which in {Part.JFIF, Part.JFXX}:
            return _bare(bytes(segment.body), which)
    raise Unsupported("it cannot be shown by itself", part=part.kind)


def _bare(body: bytes, which: Part) -> Standalone:
    """Read the pixels of a JFIF or JFXX thumbnail (JFIF 1.02): width, height, then RGB."""
    at = len(JFIF) + 7 if which is Part.JFIF else len(JFXX) + 1
    coding = _TRUE if which is Part.JFIF else body[len(JFXX)]
    width, height = (*body[at : at + 2], 0, 0)[:2]
    rest = body[at + 2 :]
    if coding == _PALETTE:
        palette, indexes = rest[:_PALETTE_SIZE], rest[_PALETTE_SIZE:][: width * height]
        rest = b"".join(palette[3 * one : 3 * one + 3] for one in indexes)
    elif coding != _TRUE:
        raise Unsupported("a thumbnail of an unknown coding", part="thumbnail")
    if not 0 < width * height * 3 <= len(rest):
        raise Damaged("a thumbnail that is cut")
    return io.BytesIO(png(width, height, rest)), MediaKind.PNG


def _spread(source: BinaryIO, part: Embedded) -> Standalone | None:
    """Take a picture out of Content Credentials, whose boxes go on from segment to segment."""
    numbered: dict[bytes, list[jpeg_segments.Segment]] = {}
    for segment in jpeg_segments.walk(read_whole(source)).segments:
        if part_of(segment) is Part.JUMBF:
            numbered.setdefault(bytes(segment.body[2:4]), []).append(segment)
    for segments in numbered.values():
        boxes = joined_boxes(segments)
        for inner in jumbf.read_jumbf(boxes.data, "").embedded:
            if replace(inner, offset=boxes.place(inner.offset)) == part:
                return _sniffed(boxes.data[inner.offset : inner.offset + inner.size])
    return None


def _sniffed(data: bytes) -> Standalone | None:
    kind = sniff(data[:HEAD])
    return None if kind is None else (io.BytesIO(data), kind)


def png(width: int, height: int, rgb: bytes) -> bytes:
    """Write ``width * height * 3`` bytes of RGB samples as a PNG, which needs no encoder."""
    stride = 3 * width
    rows = b"".join(b"\0" + rgb[at * stride : (at + 1) * stride] for at in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return SIGNATURE + b"".join(written(kind, data) for kind, data in parts)
