"""What an XMP packet says.

Source: ISO 16684-1 (XMP data model and its RDF/XML form). Read with expat alone:
entity declarations end the reading, and depth, elements and text are bounded. Never
raises: a packet that is no well-formed XML is named as one trace with its strings.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from capture.blocks import needle
from capture.blocks.xmp_tags import RDF, STRUCTURAL, harm_of, short_name
from capture.report import Facts, Harm, Trace, shorten

MAX_PACKET = 64 << 20
MAX_DEPTH = 64
MAX_VALUES = 5000
MAX_CHARACTERS = 1 << 23
"""Most characters that are kept of one packet, base64 pictures among them."""

_ENCODED = 1024
"""A value of this many characters without a blank is data in base64, not words."""

_SLICE = slice(256, 256 + needle.MAX_CHARACTERS)
_UNSAID = frozenset((RDF + "parseType", "http://www.w3.org/XML/1998/namespace\x1flang"))
_WRAPPER = "xpacket"
_OUTERMOST = ("packet",)
_SEPARATOR = "\x1f"


class _TooMuchError(Exception):
    """The packet is beyond the bounds; what was read so far still counts."""


@dataclass(slots=True)
class _Reader:
    """What expat's callbacks gather: (path of property names, value) pairs."""

    values: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)
    kept: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.path) >= MAX_DEPTH or len(self.values) >= MAX_VALUES:
            raise _TooMuchError
        self.path.append(name)
        self.texts.append([])
        for attribute, value in attributes.items():
            self._keep((*self.path, attribute), value)

    def end(self, _name: str) -> None:
        text = "".join(self.texts.pop())
        self._keep(tuple(self.path), text)
        self.path.pop()

    def text(self, data: str) -> None:
        if self.texts and self.kept < MAX_CHARACTERS:
            self.texts[-1].append(data)
            self.kept += len(data)

    def comment(self, data: str) -> None:
        self._keep((*self.path, "comment"), data)

    def instruction(self, target: str, data: str) -> None:
        if target != _WRAPPER:
            self._keep((*self.path, target), data)

    def _keep(self, path: tuple[str, ...], value: str) -> None:
        if value.strip() and path[-1] not in _UNSAID:
            named = tuple(name for name in path if name not in STRUCTURAL)
            self.values.append((named or _OUTERMOST, value.strip()))


def read_xmp(untrusted: bytes, where: str) -> list[Trace]:
    """Return a trace for each property of the packet, worst harms not yet first."""
    packet = untrusted[:MAX_PACKET].strip(b"\0 \r\n\t")
    if not packet:
        return []
    reader = _Reader()
    failed = _parse(packet, reader)
    traces = [_trace(path, value, where) for path, value in reader.values]
    if failed or not traces:
        said = f"{len(packet)} bytes" + (", not fully readable" if failed else ", empty")
        strings = needle.string_needles(packet) if failed else ()
        traces.insert(0, Trace("XMP", said, Harm.HISTORY, where, strings))
    return traces


def _parse(packet: bytes, reader: _Reader) -> bool:
    """Feed the packet to expat; return whether it could not be read to its end."""
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.CommentHandler = reader.comment
    parser.ProcessingInstructionHandler = reader.instruction
    parser.EntityDeclHandler = _refuse_entities
    try:
        parser.Parse(packet, True)  # noqa: FBT003 - expat takes no keyword
    except (expat.ExpatError, _TooMuchError, ValueError, LookupError):
        return True
    return False


def _refuse_entities(*_declaration: object) -> None:
    raise _TooMuchError


def _trace(path: tuple[str, ...], value: str, where: str) -> Trace:
    names = [short_name(name) for name in path]
    tag = "Xmp." + "/".join(names)
    if len(value) >= _ENCODED and " " not in value:
        said = f"{len(value)} characters of encoded data"
        needles = needle.text_needles(value[_SLICE])
        return Trace(shorten(tag), said, Harm.IDENTITY, where, needles)
    harm = harm_of(names, value)
    needles = () if harm is Harm.TECHNICAL else needle.text_needles(value)
    return Trace(shorten(tag), shorten(value), harm, where, needles)


_PLACE = re.compile(r"(\d{1,3}),(\d{1,2})(?:,(\d{1,2})|(\.\d{1,12})?)([NSEW])")
_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_ZONE = re.compile(r"[+-]\d\d:\d\d$|Z$")
_TIMES = ("exif:DateTimeOriginal", "photoshop:DateCreated", "xmp:CreateDate")


def facts_of(traces: Iterable[Trace]) -> Facts:
    """Return the place, time and device that a packet's traces tell, for where Exif does not."""
    said: dict[str, str] = {}
    for trace in traces:
        if trace.tag.startswith("Xmp."):
            said.setdefault(trace.tag.rpartition("/")[2].removeprefix("Xmp."), trace.value)
    latitude = _degrees(said.get("exif:GPSLatitude", ""), "NS", 90)
    longitude = _degrees(said.get("exif:GPSLongitude", ""), "EW", 180)
    whole = latitude is not None and longitude is not None
    device = f"{said.get('tiff:Make', '')} {said.get('tiff:Model', '')}".strip()
    return Facts(
        latitude=latitude if whole else None,
        longitude=longitude if whole else None,
        taken_at=next((when for tag in _TIMES if (when := _when(said.get(tag, "")))), None),
        device=device or None,
    )


def _degrees(text: str, hemispheres: str, most: int) -> str | None:
    """Turn "35,41.36N" or "35,41,21N" (XMP part 2, GPSCoordinate) into decimal degrees."""
    found = _PLACE.fullmatch(text.strip())
    if found is None or found[5] not in hemispheres:
        return None
    minutes = float(found[2] + (found[4] or "")) + float(found[3] or 0) / 60
    degrees = int(found[1]) + minutes / 60
    signed = -degrees if found[5] in "SW" else degrees
    return f"{signed:.6f}" if degrees <= most else None


def _when(text: str) -> str | None:
    found, zone = _WHEN.match(text), _ZONE.search(text)
    if found is None:
        return None
    offset = zone.group().replace("Z", "+00:00") if zone else ""
    return found.group() + offset
