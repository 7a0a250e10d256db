"""The texts of a PNG and what other formats' blocks are smuggled in them.

Source: ISO/IEC 15948, 11.3.3 (tEXt, zTXt, iTXt); ImageMagick's "Raw profile type" texts,
which hold Exif, IPTC and XMP as hexadecimal digits.
"""

import zlib
from dataclasses import dataclass

from capture.blocks import exif, icc, iptc, needle, xmp
from capture.blocks.png_chunks import Chunk
from capture.report import Embedded, Harm, Trace, shorten

MAX_TEXT = 16 << 20
"""Most bytes that a compressed text may inflate to."""

XMP_KEYWORD = b"XML:com.adobe.xmp"
_RAW_PROFILE = b"Raw profile type "

_HARMS = {
    "author": Harm.PERSON,
    "artist": Harm.PERSON,
    "copyright": Harm.PERSON,
    "creation time": Harm.TIME,
    "date:create": Harm.TIME,
    "date:modify": Harm.TIME,
    "date:timestamp": Harm.TIME,
    "software": Harm.HISTORY,
    "source": Harm.DEVICE,
    "exif:make": Harm.DEVICE,
    "exif:model": Harm.DEVICE,
}
_REGISTERED = frozenset(
    (*_HARMS, "title", "description", "disclaimer", "warning", "comment", "collection")
)


@dataclass(frozen=True, slots=True)
class TextReading:
    """What one text says; ``looks`` is the Exif reading if it held one."""

    traces: tuple[Trace, ...]
    embedded: tuple[Embedded, ...] = ()
    looks: exif.ExifReading | None = None


def inflated(compressed: bytes, limit: int) -> bytes | None:
    """Inflate to at most ``limit`` bytes, or None if it is no zlib stream."""
    try:
        return zlib.decompressobj().decompress(compressed, max(limit, 1))
    except zlib.error:
        return None


def read_text(chunk: Chunk, limit: int = MAX_TEXT) -> TextReading:
    """Read a tEXt, zTXt or iTXt chunk, inflating at most ``limit`` bytes."""
    keyword, text, rest = _parts(chunk, limit)
    name = keyword[:80].decode("latin-1")
    where = shorten(f"{chunk.name}/{name}")
    if text is None:
        said = f"{len(chunk.data)} bytes, not readable"
        strings = needle.string_needles(bytes(chunk.data))
        return TextReading((Trace(shorten(f"PNG:{name}"), said, Harm.IDENTITY, where, strings),))
    if keyword == XMP_KEYWORD:
        return TextReading(tuple(xmp.read_xmp(text, where)))
    if keyword.startswith(_RAW_PROFILE):
        reading = _raw_profile(keyword[len(_RAW_PROFILE) :], text, where)
        if reading is not None:
            return reading
    words = _decoded(text, chunk.type)
    needles = needle.text_needles(words) + needle.string_needles(text)
    if name.lower() not in _REGISTERED:
        needles += needle.text_needles(name)
    harm = _HARMS.get(name.lower(), Harm.IDENTITY)
    traces = [Trace(shorten(f"PNG:{name}"), shorten(words), harm, where, needles)]
    if rest.strip(b"\0"):
        more = _decoded(rest, b"iTXt")
        needles = needle.text_needles(more)
        traces.append(
            Trace(shorten(f"PNG:{name} (translated)"), shorten(more), harm, where, needles)
        )
    return TextReading(tuple(traces))


def _decoded(text: bytes, kind: bytes) -> str:
    bounded = text[: needle.MAX_SCANNED]
    return bounded.decode("utf-8" if kind == b"iTXt" else "latin-1", "replace")


def _parts(chunk: Chunk, limit: int) -> tuple[bytes, bytes | None, bytes]:
    """Return keyword, text (None if it cannot be inflated) and an iTXt's language and title."""
    keyword, _, rest = bytes(chunk.data).partition(b"\0")
    if chunk.type == b"tEXt":
        return keyword, rest, b""
    if chunk.type == b"zTXt":
        return keyword, inflated(rest[1:], limit), b""
    compressed = rest[:1] == b"\1"
    language, _, rest = rest[2:].partition(b"\0")
    translated, _, text = rest.partition(b"\0")
    titles = b" ".join(part for part in (language, translated) if part)
    return keyword, inflated(text, limit) if compressed else text, titles


def _raw_profile(kind: bytes, text: bytes, where: str) -> TextReading | None:
    """Read lines of name, length and hexadecimal digits, or None if it is something else."""
    lines = text.strip().split(b"\n", 2)
    try:
        data = bytes.fromhex(lines[2].decode("ascii"))
    except (IndexError, ValueError):
        return None
    if kind in {b"exif", b"APP1"} and data.startswith(exif.HEADER):
        reading = exif.read_tiff(data, where)
        return TextReading(reading.traces, (), reading)
    if kind in {b"xmp", b"APP1"}:
        return TextReading(tuple(xmp.read_xmp(data.split(b"\0", 1)[-1], where)))
    if kind in {b"iptc", b"8bim"}:
        resources = data.startswith((b"8BIM", iptc.PHOTOSHOP_HEADER))
        plain = data.removeprefix(iptc.PHOTOSHOP_HEADER)
        block = iptc.read_resources(plain, where) if resources else iptc.read_iptc(plain, where)
        return TextReading(block.traces)
    if kind in {b"icc", b"icm"}:
        return TextReading(tuple(icc.read_icc(data, where)))
    strings = needle.string_needles(data)
    return TextReading((Trace("raw profile", f"{len(data)} bytes", Harm.IDENTITY, where, strings),))
