"""What a WebP says about its maker, chunk by chunk and after its end."""

from collections.abc import Callable

from capture.blocks import exif, icc, needle, xmp
from capture.blocks.after_image import read_after
from capture.blocks.riff import Chunk, inside, walk
from capture.errors import Damaged
from capture.formats.still import facts_with, neutral_exif
from capture.formats.webp_write import contents_of
from capture.kinds import MediaKind
from capture.report import Embedded, Facts, Harm, MetadataReport, Trace, shorten, worst_first

FORM = b"WEBP"
_PICTURES = frozenset((b"VP8 ", b"VP8L", b"ALPH"))
_SIZES = {b"VP8X": 10, b"ANIM": 6}
_FRAME_HEAD = 16
_SIDE_OFFSETS = (4, 7)


def report(data: bytes) -> MetadataReport:
    """Read everything. Raises Damaged where not even one chunk is there, and TooLarge."""
    structure = walk(data, FORM)
    if not structure.chunks:
        raise Damaged(structure.problem or "there is nothing in it")
    traces: list[Trace] = []
    embedded: list[Embedded] = []
    reading: exif.ExifReading | None = None
    for chunk in structure.chunks:
        traces += _padded(chunk)
        if chunk.type == b"EXIF":
            found = _exif(chunk, traces)
            embedded += found.embedded
            reading = reading or found
        else:
            traces += _said(chunk)
    if structure.end is None:
        traces.append(Trace("WebP", structure.problem, Harm.TECHNICAL, "end"))
    else:
        after = read_after(data, structure.end, "after RIFF")
        traces += after.traces
        embedded += after.embedded
    width, height = _size(structure.chunks, data)
    orientation = reading.orientation if reading else exif.UPRIGHT
    facts = facts_with(traces, reading.facts if reading else Facts(), width, height, orientation)
    return MetadataReport(MediaKind.WEBP, len(data), worst_first(traces), tuple(embedded), facts)


def _size(chunks: tuple[Chunk, ...], data: bytes) -> tuple[int, int]:
    first = chunks[0]
    if first.type == b"VP8X" and len(first.data) >= _SIZES[b"VP8X"]:
        sides = [int.from_bytes(first.data[at : at + 3], "little") + 1 for at in _SIDE_OFFSETS]
        return sides[0], sides[1]
    try:
        contents = contents_of(walk(data, FORM))
    except Damaged:
        return 0, 0
    return contents.width, contents.height


def _exif(chunk: Chunk, traces: list[Trace]) -> exif.ExifReading:
    data = bytes(chunk.data)
    reading = exif.read_tiff(data, "EXIF", chunk.offset + 8)
    traces += reading.traces
    if not reading.traces and data != neutral_exif(reading.orientation)[len(exif.HEADER) :]:
        strings = needle.string_needles(data)
        traces.append(Trace("Exif", f"{len(data)} bytes", Harm.TECHNICAL, "EXIF", strings))
    return reading


def _padded(chunk: Chunk) -> list[Trace]:
    return [_opaque(chunk, chunk.padding, "padding byte")] if chunk.padding.strip(b"\0") else []


def _said(chunk: Chunk) -> list[Trace]:
    if chunk.type in _READERS:
        return _READERS[chunk.type](chunk)
    rest = bytes(chunk.data[_SIZES.get(chunk.type, 0) :])
    if chunk.type in _SIZES:
        return [_opaque(chunk, rest, f"{len(rest)} bytes too many")] if rest else []
    return [_unknown(chunk)]


def _frame(chunk: Chunk) -> list[Trace]:
    """Name what stands in a frame beside its picture."""
    found: list[Trace] = []
    try:
        for inner in inside(chunk.data, _FRAME_HEAD, len(chunk.data)):
            found += _padded(inner)
            found += _said(inner) if inner.type in _PICTURES else [_unknown(inner)]
    except Damaged as error:
        found.append(_opaque(chunk, bytes(chunk.data[:4096]), error.detail))
    return found


def _unknown(chunk: Chunk) -> Trace:
    return _opaque(chunk, bytes(chunk.data), f"{len(chunk.data)} bytes, unknown")


def _opaque(chunk: Chunk, data: bytes, said: str) -> Trace:
    name = shorten(chunk.name)
    return Trace(f"chunk {name}", said, Harm.IDENTITY, name, needle.string_needles(data))


def _silent(_chunk: Chunk) -> list[Trace]:
    return []


_READERS: dict[bytes, Callable[[Chunk], list[Trace]]] = {
    **dict.fromkeys(_PICTURES, _silent),
    b"XMP ": lambda chunk: xmp.read_xmp(bytes(chunk.data), "XMP"),
    b"ICCP": lambda chunk: icc.read_icc(bytes(chunk.data), "ICCP"),
    b"ANMF": _frame,
}
