"""What a PNG says about its maker, chunk by chunk and after its end."""

from collections.abc import Callable
from dataclasses import dataclass, field

from capture.blocks import exif, icc, jumbf, needle
from capture.blocks.after_image import read_after
from capture.blocks.png_chunks import Chunk, header_of, walk
from capture.formats.png_text import MAX_TEXT, read_text
from capture.formats.png_write import profile_of
from capture.formats.still import facts_with, neutral_exif
from capture.kinds import MediaKind
from capture.report import Embedded, Facts, Harm, MetadataReport, Trace, shorten, worst_first

_NEEDED = frozenset(
    (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"cICP",
     b"acTL", b"fcTL", b"fdAT")
)  # fmt: skip
_TECHNICAL = frozenset(
    (b"bKGD", b"hIST", b"sBIT", b"pHYs", b"oFFs", b"sTER", b"mDCV", b"cLLI", b"iDOT")
)
_SIZES = {b"IEND": 0, b"sRGB": 1, b"gAMA": 4, b"cHRM": 32, b"cICP": 4, b"acTL": 8, b"fcTL": 26}
_LONG_TEXTS = 8
"""How many compressed texts may inflate to their full bound; the further ones to ever less."""

_OWN_NAME = b"icc"
_LEFT_OVER = b"IDAT"


@dataclass(slots=True)
class _Findings:
    traces: list[Trace] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    reading: exif.ExifReading | None = None
    compressed_texts: int = 0


def report(data: bytes) -> MetadataReport:
    """Read everything. Raises Damaged where not even a header is there, and TooLarge."""
    structure = walk(data)
    header = header_of(structure)
    found = _Findings()
    for chunk in structure.chunks:
        if not chunk.sound and chunk.type not in _NEEDED:
            _opaque(found, chunk)
        else:
            _READERS.get(chunk.type, _other)(found, chunk)
    if structure.end is None:
        found.traces.append(Trace("PNG", structure.problem, Harm.TECHNICAL, "end"))
    else:
        _after(found, data, structure.end)
    reading = found.reading
    orientation = reading.orientation if reading else exif.UPRIGHT
    facts = reading.facts if reading else Facts()
    seen = facts_with(found.traces, facts, header.width, header.height, orientation)
    traces = worst_first(found.traces)
    return MetadataReport(MediaKind.PNG, len(data), traces, tuple(found.embedded), seen)


def _after(found: _Findings, data: bytes, end: int) -> None:
    after = read_after(data, end, "after IEND")
    found.traces += after.traces
    found.embedded += after.embedded
    if data.find(_LEFT_OVER, end) >= 0:
        said = "parts of an earlier, larger picture"
        found.traces.append(Trace("left-over picture", said, Harm.IDENTITY, "after IEND"))


def _text(found: _Findings, chunk: Chunk) -> None:
    found.compressed_texts += chunk.type != b"tEXt"
    reading = read_text(chunk, MAX_TEXT // max(1, found.compressed_texts - _LONG_TEXTS))
    found.traces += reading.traces
    found.embedded += reading.embedded
    found.reading = found.reading or reading.looks


def _exif(found: _Findings, chunk: Chunk) -> None:
    data = bytes(chunk.data)
    reading = exif.read_tiff(data, "eXIf", chunk.offset + 8)
    found.traces += reading.traces
    found.embedded += reading.embedded
    if not reading.traces and data != neutral_exif(reading.orientation)[len(exif.HEADER) :]:
        strings = needle.string_needles(data)
        found.traces.append(Trace("Exif", f"{len(data)} bytes", Harm.TECHNICAL, "eXIf", strings))
    found.reading = reading


def _time(found: _Findings, chunk: Chunk) -> None:
    raw = bytes(chunk.data[:7]).ljust(7, b"\0")
    clock = ":".join(f"{part:02}" for part in raw[4:])
    said = f"{int.from_bytes(raw[:2], 'big')}-{raw[2]:02}-{raw[3]:02} {clock}"
    strings = needle.string_needles(bytes(chunk.data[7:]))
    found.traces.append(Trace("PNG:ModifyDate", said, Harm.TIME, "tIME", strings))


def _profile(found: _Findings, chunk: Chunk) -> None:
    name = bytes(chunk.data[:80]).split(b"\0")[0]
    profile = profile_of({b"iCCP": chunk})
    traces = icc.read_icc(profile, "iCCP") if profile else []
    if traces or name != _OWN_NAME or profile is None:
        words = name.decode("latin-1")
        needles = needle.text_needles(words)
        found.traces.append(Trace("ICC:ProfileName", shorten(words), Harm.DEVICE, "iCCP", needles))
    found.traces += traces


def _c2pa(found: _Findings, chunk: Chunk) -> None:
    reading = jumbf.read_jumbf(bytes(chunk.data), "caBX", chunk.offset + 8)
    found.traces += reading.traces
    found.embedded += reading.embedded


def _other(found: _Findings, chunk: Chunk) -> None:
    if chunk.type in _NEEDED:
        size = _SIZES.get(chunk.type, len(chunk.data))
        if len(chunk.data) > size:
            said = f"{len(chunk.data) - size} bytes too many"
            strings = needle.string_needles(bytes(chunk.data[size:]))
            name = f"PNG:{chunk.name}"
            found.traces.append(Trace(name, said, Harm.IDENTITY, chunk.name, strings))
        return
    if chunk.type in _TECHNICAL:
        said = bytes(chunk.data[:32]).hex(" ")
        strings = needle.string_needles(bytes(chunk.data[:4096]))
        trace = Trace(f"PNG:{chunk.name}", said, Harm.TECHNICAL, chunk.name, strings)
        found.traces.append(trace)
        return
    _opaque(found, chunk)


def _opaque(found: _Findings, chunk: Chunk) -> None:
    strings = needle.string_needles(bytes(chunk.data[: needle.MAX_SCANNED]))
    said = f"{len(chunk.data)} bytes" + ("" if chunk.sound else ", checksum wrong")
    name = shorten(chunk.name)
    found.traces.append(Trace(f"chunk {name} of unknown kind", said, Harm.IDENTITY, name, strings))


_READERS: dict[bytes, Callable[[_Findings, Chunk], None]] = {
    b"tEXt": _text,
    b"zTXt": _text,
    b"iTXt": _text,
    b"eXIf": _exif,
    b"tIME": _time,
    b"iCCP": _profile,
    b"caBX": _c2pa,
}
