"""What is gathered while a movie is read: traces, hidden parts, and the facts among them."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from capture.blocks import exif, needle, xmp
from capture.blocks.boxes import read_at
from capture.report import Embedded, Facts, Harm, Trace, shorten

MAX_TRACES = 5000
MAX_EMBEDDED = 500
MAX_STRINGS = 12
"""How many printable pieces of opaque data are shown."""
MAX_VALUE_BYTES = 4 << 20
"""Most bytes that are read of one value."""

_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
_NOW_LIMIT = 1 << 33
_PLACE = re.compile(r"([+-]\d{1,8}(?:\.\d{1,12})?)([+-]\d{1,9}(?:\.\d{1,12})?)")
_APPLE = "com.apple.quicktime."
_FIRST_YEAR = "1995"
_JPEG = b"\xff\xd8\xff"
_XMP_START = (b"<x:xmpmeta", b"<?xpacket")
_TIFFS = (b"II*\x00", b"MM\x00*")
_DEGREES = ((2, 90.0), (3, 180.0))

_HARMS = (
    (Harm.TECHNICAL, r"^(duration|bps|number_of_(frames|bytes)|_statistics_tags)$"),
    (Harm.LOCATION, r"xyz|loci|location|gps|iso6709|latitude|longitude|altitude|place|\bcity"),
    (Harm.TIME, r"\bday\b|date|time|©day|year|yrrc"),
    (
        Harm.IDENTITY,
        (
            r"aut|art\b|artist|author|owner|ownr|cprt|cpy|copyright|perf|prd|dir\b|name|©nam|user|"
            r"identifier|uuid|guid|account|apid|purchase|contact|email|albm|titl|dscp|comment|cmt|"
            r"desc|keyw|information|inf\b|people|wrt|ope\b|pub\b|credit"
        ),
    ),
    (
        Harm.DEVICE,
        (
            r"mak\b|mod\b|make|model|manu|lens|firm|serial|came\b|muid|gumi|android|camera|device|"
            r"vendor|slno|info|sett|bcid|hmmt|mxtk|gopr"
        ),
    ),
    (Harm.HISTORY, r"swr|too\b|tool|enc|software|encoder|version|req\b|fmt\b|history|hist"),
)
_COMPILED = tuple((harm, re.compile(pattern)) for harm, pattern in _HARMS)


def harm_of(name: str) -> Harm:
    """Say what a field can do to a person, by its name; unknown ones may name the device."""
    folded = name.casefold().removeprefix(_APPLE)
    words = Harm.IDENTITY if folded.startswith("©") else Harm.DEVICE
    return next((harm for harm, pattern in _COMPILED if pattern.search(folded)), words)


@dataclass(slots=True)
class Said:
    """Gathers what a file says. Bounded; what is beyond the bounds is only counted."""

    traces: list[Trace] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    latitude: str | None = None
    longitude: str | None = None
    taken_at: str | None = None
    recorded_at: str | None = None
    make: str = ""
    model: str = ""

    def add(
        self, tag: str, value: str, harm: Harm, where: str, needles: tuple[bytes, ...] = ()
    ) -> None:
        """Add one trace."""
        if len(self.traces) < MAX_TRACES:
            self.traces.append(Trace(tag, shorten(value), harm, where, needles))

    def text(self, tag: str, value: str, harm: Harm, where: str) -> None:
        """Add a text, with what it means for the facts; an empty one says nothing."""
        value = value.strip("\0 \t\r\n")
        if not value:
            return
        needles = () if harm is Harm.TECHNICAL else needle.text_needles(value)
        self.add(tag, value, harm, where, needles + self._understood(tag, value))

    def opaque(self, tag: str, data: bytes, harm: Harm, where: str, base: int = 0) -> None:
        """Add data of unknown structure, and the pictures and packets inside it.

        ``base`` is where it lies in the file.
        """
        if not data.strip(b"\0"):
            return
        strings = needle.string_needles(data)
        shown = "; ".join(
            text.replace(b"\0", b"").decode("latin-1") for text in strings[:MAX_STRINGS]
        )
        self.add(tag, f"{len(data)} bytes" + (f": {shown}" if shown else ""), harm, where, strings)
        self._inside(data, f"{where}/{tag.rsplit('/', 1)[-1]}", base)

    def identifier(self, tag: str, data: bytes, where: str) -> None:
        """Add a number that tells one device, or one recording, from all others."""
        if data.strip(b"\0"):
            needles = needle.telling((data.rstrip(b"\0")[:32],))
            self.add(tag, data[:32].hex(), Harm.DEVICE, where, needles)

    def stamped(self, tag: str, stamp: str, raw: bytes, where: str) -> None:
        """Add a time, with its bytes as they stand in the file."""
        self.add(tag, stamp, Harm.TIME, where, needle.telling((raw,)))

    def hidden(self, kind: str, offset: int, size: int) -> None:
        """Add a part of the file that nobody sees."""
        if size > 0 and len(self.embedded) < MAX_EMBEDDED:
            self.embedded.append(Embedded(kind, offset, size))

    def stray(self, source: BinaryIO, start: int, end: int, where: str) -> None:
        """Add what lies where nothing should."""
        if end > start:
            data = read_at(source, start, min(end - start, MAX_VALUE_BYTES))
            if data.strip(b"\0"):
                self.hidden("trailer", start, end - start)
            self.opaque(f"{where}/after-end", data, Harm.HISTORY, where, start)

    def place(self, latitude: float, longitude: float) -> tuple[bytes, ...]:
        """Take over a place for the facts, the first that is found; return its needles."""
        inside = abs(latitude) <= _DEGREES[0][1] and abs(longitude) <= _DEGREES[1][1]
        if not inside or not (latitude or longitude):
            return ()
        if self.latitude is None:
            self.latitude, self.longitude = f"{latitude:.6f}", f"{longitude:.6f}"
        return needle.place_needles(latitude, longitude)

    def exif(self, data: bytes, where: str, base: int = 0) -> None:
        """Add what an Exif block says."""
        reading = exif.read_tiff(data, where, base)
        for trace in reading.traces:
            self.add(trace.tag, trace.value, trace.harm, trace.where, trace.needles)
        for part in reading.embedded:
            self.hidden(part.kind, part.offset, part.size)
        facts = reading.facts
        if self.latitude is None and facts.latitude is not None:
            self.latitude, self.longitude = facts.latitude, facts.longitude
        self.taken_at = self.taken_at or facts.taken_at
        self.make = self.make or facts.device or ""

    def xmp(self, data: bytes, where: str) -> None:
        """Add what an XMP packet says."""
        for trace in xmp.read_xmp(data, where):
            self.add(trace.tag, trace.value, trace.harm, trace.where, trace.needles)

    def facts(self, duration: str | None, width: int | None, height: int | None) -> Facts:
        """Return what the evidence record takes over."""
        make = "" if self.model.casefold().startswith(self.make.casefold()) else self.make
        return Facts(
            latitude=self.latitude,
            longitude=self.longitude,
            taken_at=self.taken_at or self._recorded(),
            device=shorten(f"{make} {self.model}".strip()) or None,
            duration=duration,
            width=width,
            height=height,
        )

    def _recorded(self) -> str | None:
        """Give the time of the movie's header: UTC by the standard, local on GoPro cameras."""
        stamp = self.recorded_at
        if stamp is None or stamp < _FIRST_YEAR:
            return None
        return stamp.removesuffix("+00:00") if self.make == "GoPro" else stamp

    def _understood(self, tag: str, value: str) -> tuple[bytes, ...]:
        """Take a text over for the facts where its name says what it is."""
        name = tag.rsplit("/", 1)[-1].casefold()
        if name.endswith(("xyz", "iso6709")):
            place = parse_place(value)
            return self.place(*place) if place else ()
        if name.endswith(("creationdate", "©day")):
            self.taken_at = self.taken_at or as_time(value)
        elif name.endswith((".make", "©mak", "manufacturer", "/manu")):
            self.make = self.make or value
        elif name.endswith((".model", "©mod", "modl")):
            self.model = self.model or value
        return ()

    def _inside(self, data: bytes, where: str, base: int) -> None:
        """Look into opaque data for what is known: pictures, Exif, XMP."""
        at = data.find(_JPEG)
        if at >= 0:
            self.hidden("thumbnail", base + at, len(data) - at)
        found = data.find(exif.HEADER)
        tiff = data[:4] in _TIFFS
        if found >= 0 or tiff:
            start = 0 if tiff else found
            self.exif(data[start:], f"{where}/Exif", base + start)
        packet = next((at for mark in _XMP_START if (at := data.find(mark)) >= 0), -1)
        if packet >= 0:
            end = data.find(b"</x:xmpmeta>", packet)
            self.xmp(data[packet : end + 12 if end >= 0 else len(data)], f"{where}/XMP")


def parse_place(value: str) -> tuple[float, float] | None:
    """Read ISO 6709: degrees, degrees and minutes, or these and seconds, by their digits."""
    match = _PLACE.search(value)
    if match is None:
        return None
    latitude, longitude = (
        _degrees(text, digits) for text, (digits, _) in zip(match.groups(), _DEGREES, strict=True)
    )
    return latitude, longitude


def _degrees(text: str, digits: int) -> float:
    whole, _, rest = text[1:].partition(".")
    fraction = float(f"0.{rest}") if rest else 0.0
    sign = -1.0 if text[0] == "-" else 1.0
    if len(whole) <= digits:
        return sign * (int(whole) + fraction)
    degrees, minutes = int(whole[:digits]), whole[digits:]
    if len(minutes) <= 2:  # noqa: PLR2004 - minutes without seconds
        return sign * (degrees + (int(minutes) + fraction) / 60)
    return sign * (degrees + int(minutes[:2]) / 60 + (int(minutes[2:]) + fraction) / 3600)


def as_time(value: str) -> str | None:
    """Turn "2024-05-01T10:00:00+0200" and the like into ISO 8601, or None if it is no time."""
    match = re.match(
        r"(\d{4})[-:](\d\d)[-:](\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?$", value
    )
    if match is None:
        return None
    year, month, day, clock, zone = match.groups()
    zone = "+00:00" if zone == "Z" else zone or ""
    if len(zone) == 5:  # noqa: PLR2004 - "+0200"
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{year}-{month}-{day}T{clock}{zone}"


def since_1904(seconds: int) -> str | None:
    """Turn the seconds of a header into ISO 8601 in UTC, None for what is no time at all."""
    if not 0 < seconds < _NOW_LIMIT:
        return None
    return (_EPOCH + timedelta(seconds=seconds)).isoformat()
