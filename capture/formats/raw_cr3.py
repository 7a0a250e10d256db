"""What a CR3 says: a Canon raw file in the boxes of a movie.

Sources: ISO/IEC 14496-12 for the boxes; for Canon's own (``CMT1`` to ``CMT4``, ``THMB``,
``PRVW``) ExifTool's documentation and lclevy's description of the format. The tracks and
times of the movie are read as those of any other.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import BinaryIO

from capture.blocks import boxes, exif, maker_note, tiff
from capture.blocks.boxes import Box, Budget
from capture.blocks.exif_tags import MAKER_NOTE
from capture.errors import CaptureError, Damaged
from capture.formats.movie.clean import samples_of
from capture.formats.movie.index import read_index
from capture.formats.movie.read import read_movie
from capture.kinds import MediaKind
from capture.report import Embedded, Facts, MetadataReport, worst_first

_CANON = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_PREVIEW = bytes.fromhex("eaf42b5e1c984b88b9fbb7dc406e4d16")
_BLOCKS = {b"CMT1": "IFD0", b"CMT2": "Exif", b"CMT4": "GPS"}
"""Canon's blocks: each is a TIFF whose one directory is what stands here."""

_NOTES, _THUMBNAIL, _PICTURE = b"CMT3", b"THMB", b"PRVW"
_PREVIEW_SKIP = 8
_TIFF_HEADER = 8
_JPEG = b"\xff\xd8\xff"
_BEFORE_JPEG = 64
_MAX_BLOCK = 16 << 20


def report(source: BinaryIO) -> MetadataReport:
    """Read everything that the file says. Raises Damaged and TooLarge."""
    movie = read_movie(source)
    budget = Budget()
    facts = movie.facts
    traces = list(movie.traces)
    embedded = list(movie.embedded)
    orientation = exif.UPRIGHT
    for box in _canon_boxes(source, budget):
        embedded += _pictures(source, box)
        reading = _reading(source, box)
        if reading is not None:
            traces += reading.traces
            embedded += reading.embedded
            facts = _joined(facts, reading.facts)
            orientation = max(orientation, reading.orientation)
    embedded += _first_samples(source, budget)
    if orientation >= 5:  # noqa: PLR2004 - Exif's sideways ones
        facts = replace(facts, width=facts.height, height=facts.width)
    facts = replace(facts, duration=None)
    return MetadataReport(
        MediaKind.CR3, movie.size, worst_first(traces), tuple(dict.fromkeys(embedded)), facts
    )


def _joined(movie: Facts, block: Facts) -> Facts:
    """Return what a block says where it says something, else what the movie's boxes say."""
    said = {one.name: getattr(block, one.name) for one in fields(block)}
    return replace(movie, **{name: value for name, value in said.items() if value is not None})


def check_whole(source: BinaryIO) -> None:
    """Raise Damaged where a box is longer than the file, or a sample lies outside of it."""
    level = boxes.scan(source, 0, boxes.size_of(source), Budget())
    if level.broken or boxes.first(level.boxes, b"mdat") is None:
        raise Damaged("the file ends inside a picture")
    budget = Budget()
    movie = read_index(source, budget)
    for track in movie.tracks:
        samples_of(source, movie, track, budget)


def _canon_boxes(source: BinaryIO, budget: Budget) -> Iterator[Box]:
    """Yield the boxes that are Canon's own: those in ``moov``, and the preview beside it."""
    top = boxes.scan(source, 0, boxes.size_of(source), budget).boxes
    for box in top:
        if box.kind == b"moov":
            inner = boxes.scan(source, box.body, box.end, budget, 1).boxes
            for mine in (one for one in inner if one.extended == _CANON):
                yield from boxes.scan(source, mine.body, mine.end, budget, 2).boxes
        elif box.extended == _PREVIEW:
            start = min(box.body + _PREVIEW_SKIP, box.end)
            yield from boxes.scan(source, start, box.end, budget, 1).boxes


def _reading(source: BinaryIO, box: Box) -> exif.ExifReading | None:
    if box.kind not in {*_BLOCKS, _NOTES}:
        return None
    block = boxes.read_at(source, box.body, min(box.size, _MAX_BLOCK))
    where = f"moov/uuid Canon/{box.kind.decode()}"
    if box.kind == _NOTES:
        return _notes(block, where, box.body)
    return exif.read_tiff(block, where, box.body, _BLOCKS[box.kind])


def _notes(block: bytes, where: str, base: int) -> exif.ExifReading:
    """Read the maker's notes: the directory alone, without the field that holds it elsewhere."""
    order = tiff.byte_order(block[:4]) or "<"
    body = memoryview(block)[_TIFF_HEADER:]
    entry = tiff.Entry(
        "Exif", MAKER_NOTE, tiff.UNDEFINED, len(body), body, min(_TIFF_HEADER, len(block)), order
    )
    note = maker_note.read_note(block, entry, "Canon", where)
    moved = tuple(replace(part, offset=part.offset + base) for part in note.embedded)
    return exif.ExifReading(note.traces, moved, Facts(), exif.UPRIGHT)


def _pictures(source: BinaryIO, box: Box) -> list[Embedded]:
    if box.kind not in {_THUMBNAIL, _PICTURE}:
        return []
    head = boxes.read_at(source, box.body, min(box.size, _BEFORE_JPEG))
    at = head.find(_JPEG)
    kind = "thumbnail" if box.kind == _THUMBNAIL else "preview"
    start = box.body + max(at, 0)
    return [Embedded(kind, start, box.end - start)] if box.size else []


def _first_samples(source: BinaryIO, budget: Budget) -> list[Embedded]:
    """Name the samples that are JPEGs: the first track is the picture as the camera made it."""
    try:
        movie = read_index(source, budget)
        places = [samples_of(source, movie, track, budget) for track in movie.tracks]
    except CaptureError:
        return []
    pairs = [(int(p.offsets[0]), int(p.sizes[0])) for p in places if len(p)]
    return [
        Embedded("preview", at, size)
        for at, size in pairs
        if size > len(_JPEG) and boxes.read_at(source, at, len(_JPEG)) == _JPEG
    ]
