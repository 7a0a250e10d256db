"""What a TIFF says about its maker: every directory, and what none refers to."""

import io

from capture.blocks import exif, tiff
from capture.errors import CaptureError, Damaged, Unverified
from capture.formats import tiff_write
from capture.formats.still import facts_with
from capture.kinds import MediaKind
from capture.report import PAGE, Embedded, Harm, MetadataReport, Trace, worst_first
from capture.verify import tiff as second_reading

WHERE = "TIFF"
_KEPT = frozenset(
    (
        "ImageWidth",
        "ImageHeight",
        "BitsPerSample",
        "Compression",
        "PhotometricInterpretation",
        "StripOffsets",
        "SamplesPerPixel",
        "RowsPerStrip",
        "StripByteCounts",
        "PlanarConfiguration",
        "Predictor",
        "TileWidth",
        "TileLength",
        "TileOffsets",
        "TileByteCounts",
        "ExtraSamples",
        "SampleFormat",
    )
)
_PLACES = {tiff_write.STRIPS: tiff_write.STRIP_SIZES, tiff_write.TILES: tiff_write.TILE_SIZES}


def report(data: bytes) -> MetadataReport:
    """Read everything. Raises Damaged where not even a directory is there."""
    found = tiff.walk(data)
    if not found.entries:
        raise Damaged(found.problems[0] if found.problems else "no directory")
    reading = exif.read_tiff(data, WHERE)
    pages = tiff_write.page_names(found)
    traces = [trace for trace in reading.traces if not _is_structure(trace, pages)]
    traces += _hidden_colours(found)
    embedded = (*reading.embedded, *_pictures(found, pages), *_further_pages(data, found, pages))
    sizes = {e.tag: int(e.numbers()[0]) for e in found.entries if e.ifd == "IFD0" and e.numbers()}
    width, height = sizes.get(tiff_write.WIDTH, 0), sizes.get(tiff_write.LENGTH, 0)
    facts = facts_with(traces, reading.facts, width, height, reading.orientation)
    return MetadataReport(MediaKind.TIFF, len(data), worst_first(traces), embedded, facts)


def _is_structure(trace: Trace, pages: tuple[str, ...]) -> bool:
    return trace.tag in _KEPT and trace.where.removeprefix(f"{WHERE}/") in pages


def _hidden_colours(found: tiff.Tiff) -> list[Trace]:
    channels = [e for e in found.entries if e.ifd == "IFD0" and e.tag == tiff_write.EXTRA]
    hidden = any(0 in entry.numbers() for entry in channels)
    said = "channels that are not shown"
    return [Trace("ExtraSamples", said, Harm.IDENTITY, f"{WHERE}/IFD0")] if hidden else []


def _further_pages(data: bytes, found: tiff.Tiff, pages: tuple[str, ...]) -> list[Embedded]:
    """Name all pages but the first, which many programs alone show.

    Not those of a copy that is clean already: who made it was told of them.
    """
    if len(pages) == 1 or _is_clean(data):
        return []
    others = {entry.ifd for entry in found.entries} - {*pages[1:]}
    return _pictures(found, tuple(others), PAGE)


def _is_clean(data: bytes) -> bool:
    try:
        second_reading.walk(io.BytesIO(data))
    except Unverified:
        return False
    return True


def _pictures(found: tiff.Tiff, without: tuple[str, ...], kind: str = "picture") -> list[Embedded]:
    """Name the pictures of every directory but some; by default of those that are no page."""
    by_tag = {(entry.ifd, entry.tag): entry for entry in found.entries}
    pictures = []
    for (directory, tag), places in by_tag.items():
        sizes = by_tag.get((directory, _PLACES.get(tag, -1)))
        if sizes is None or directory in without:
            continue
        try:
            numbers = tiff_write.integers(places), tiff_write.integers(sizes)
        except CaptureError:
            continue
        if all(numbers):
            pictures.append(Embedded(kind, min(numbers[0]), sum(numbers[1])))
    return pictures
