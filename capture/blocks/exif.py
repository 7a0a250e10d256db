"""What an Exif block (or a TIFF's directories) says about its maker.

Source: Exif 2.32 (CIPA DC-008). Never raises: a block is to be thrown away in any
case, so what cannot be followed is itself named as a trace and the rest is read.
"""

from dataclasses import dataclass

from capture.blocks import icc, iptc, needle, tiff, xmp
from capture.blocks.exif_tags import (
    DNG_PRIVATE,
    ICC_BLOCK,
    IPTC_BLOCK,
    MAKER_NOTE,
    PHOTOSHOP_BLOCK,
    STRUCTURE,
    XMP_PACKET,
    describe,
)
from capture.blocks.maker_note import read_note
from capture.report import Embedded, Facts, Harm, Trace, shorten

HEADER = b"Exif\x00\x00"
"""What stands before the TIFF header in a JPEG's APP1 and in some HEIF items."""

MAX_READ = 256 << 20
"""Most bytes of values that are looked at: fields may all claim the same bytes."""

UPRIGHT = 1
ORIENTATIONS = range(1, 9)
_ORIENTATION = 0x0112
_ADOBE_RGB_INTEROP = "R03"
_XP_FIELDS = range(0x9C9B, 0x9CA0)
_USER_COMMENT, _PROCESSING, _AREA = 0x9286, 27, 28
_CHARSET_BYTES = 8
_LATITUDE, _LONGITUDE, _DEST_LATITUDE, _DEST_LONGITUDE = 2, 4, 20, 22
_HEMISPHERE = {_LATITUDE: 1, _LONGITUDE: 3, _DEST_LATITUDE: 19, _DEST_LONGITUDE: 21}
_THUMBNAIL_AT, _THUMBNAIL_SIZE = 0x0201, 0x0202
_PLACES = tiff.POINTING | {tiff.BYTE, tiff.SHORT}
_OPAQUE = 64
_EMPTY_DATES = "0000"


@dataclass(frozen=True, slots=True)
class ExifReading:
    """What a block says; ``orientation`` is 1 to 8, 1 where it says nothing usable.

    ``embedded`` offsets are of the file if ``base`` was given, else of the block.
    ``adobe_rgb`` is true where the DCF "R03" mark is all that names the colour space.
    """

    traces: tuple[Trace, ...]
    embedded: tuple[Embedded, ...]
    facts: Facts
    orientation: int
    adobe_rgb: bool = False


def read_tiff(untrusted: bytes, where: str, base: int = 0, first_name: str = "IFD0") -> ExifReading:
    """Read a block that begins with a TIFF header, or with ``HEADER`` and then one.

    ``where`` is the path of structures to it, ``base`` its offset in the file, ``first_name``
    what its first directory is where that is another than a TIFF's ("Exif", "GPS").
    """
    if untrusted.startswith(HEADER):
        untrusted, base = untrusted[len(HEADER) :], base + len(HEADER)
    found = tiff.walk(untrusted, first_name)
    values = _first_of_each(found.entries)
    traces = [_problem(found, untrusted, where)] if found.problems else []
    embedded: list[Embedded] = []
    left = MAX_READ
    for entry in values.values():
        if entry.tag in STRUCTURE and entry.ifd != "GPS":
            continue
        left -= len(entry.raw)
        if left < 0:
            traces.append(_too_much(where))
            break
        traces += _say(untrusted, entry, values, f"{where}/{entry.ifd}", embedded)
    embedded += _thumbnails(values)
    return ExifReading(
        tuple(traces),
        tuple(Embedded(part.kind, part.offset + base, part.size) for part in embedded),
        _facts(values),
        _orientation(values),
        _is_adobe_rgb(values),
    )


def read_looks(untrusted: bytes) -> tuple[int, bool]:
    """Return the orientation (1 to 8) and whether the "R03" mark stands there, and no more."""
    found = tiff.walk(untrusted.removeprefix(HEADER))
    values = _first_of_each(found.entries)
    return _orientation(values), _is_adobe_rgb(values)


Values = dict[tuple[str, int], tiff.Entry]


def _first_of_each(entries: tuple[tiff.Entry, ...]) -> Values:
    values: Values = {}
    for entry in entries:
        values.setdefault((entry.ifd, entry.tag), entry)
    return values


def _too_much(where: str) -> Trace:
    return Trace("Exif", "more fields than are read", Harm.IDENTITY, where)


def _problem(found: tiff.Tiff, untrusted: bytes, where: str) -> Trace:
    said = "; ".join(found.problems[:8])
    return Trace(
        "Exif",
        shorten(f"{len(untrusted)} bytes, not fully readable: {said}"),
        Harm.IDENTITY,
        where,
        needle.string_needles(untrusted),
    )


def _say(
    untrusted: bytes, entry: tiff.Entry, values: Values, where: str, embedded: list[Embedded]
) -> list[Trace]:
    """Return the traces of one field, and add the pictures that it holds."""
    if entry.tag == MAKER_NOTE and entry.ifd != "GPS":
        note = read_note(untrusted, entry, _text(values, "IFD0", 0x010F), where)
        embedded += note.embedded
        return list(note.traces)
    if entry.tag == ICC_BLOCK:
        return icc.read_icc(bytes(entry.raw), f"{where}/ICC")
    if entry.tag == XMP_PACKET:
        return xmp.read_xmp(bytes(entry.raw), f"{where}/XMP")
    if entry.tag in {IPTC_BLOCK, PHOTOSHOP_BLOCK}:
        reading = iptc.read_resources if entry.tag == PHOTOSHOP_BLOCK else iptc.read_iptc
        block = reading(bytes(entry.raw), f"{where}/{entry.tag:#x}", entry.offset)
        embedded += block.embedded
        return list(block.traces)
    return [_trace(entry, values, where)]


def _trace(entry: tiff.Entry, values: Values, where: str) -> Trace:
    shown = _shown(entry)
    is_text = entry.type == tiff.ASCII or (entry.type == tiff.UNDEFINED and shown.isprintable())
    name, harm = describe(entry.ifd, entry.tag, is_text=is_text)
    place = _degrees(values, entry.ifd, entry.tag)
    if place is not None:
        shown = f"{place:.6f}"
    return Trace(name, shorten(shown), harm, where, _needles(entry, harm, shown, place))


def _shown(entry: tiff.Entry) -> str:
    if entry.tag in _XP_FIELDS:
        return bytes(entry.raw[: tiff.MAX_TEXT]).decode("utf-16-le", "replace").strip("\0 ")
    if entry.type == tiff.UNDEFINED:
        return _undefined(entry)
    if entry.type == tiff.ASCII:
        return entry.text()
    numbers = " ".join(f"{number:.10g}" for number in entry.numbers())
    return numbers + (" …" if entry.count > tiff.MAX_NUMBERS else "")


def _undefined(entry: tiff.Entry) -> str:
    raw = bytes(entry.raw[: tiff.MAX_TEXT])
    charset_first = entry.tag == _USER_COMMENT or (
        entry.ifd == "GPS" and entry.tag in {_PROCESSING, _AREA}
    )
    if charset_first and len(raw) >= _CHARSET_BYTES:
        charset, raw = raw[:_CHARSET_BYTES], raw[_CHARSET_BYTES:]
        if charset.startswith(b"UNICODE"):
            wide = "utf-16-le" if entry.order == "<" else "utf-16-be"
            return raw.decode(wide, "replace").strip("\0 ")
    text = tiff.as_text(raw)
    return text if text.isprintable() else f"{len(entry.raw)} bytes"


def _needles(entry: tiff.Entry, harm: Harm, shown: str, place: float | None) -> tuple[bytes, ...]:
    raw = bytes(entry.raw[:_OPAQUE])
    if place is not None:
        return needle.rational_needles(raw) + needle.place_needles(place, 0.0)
    if entry.type in {tiff.ASCII, tiff.UNDEFINED} or entry.tag in _XP_FIELDS:
        return _text_needles(entry, harm, shown)
    if entry.tag == DNG_PRIVATE:
        return needle.string_needles(bytes(entry.raw[: needle.MAX_SCANNED]))
    if entry.type == tiff.DOUBLE and harm is Harm.LOCATION:
        return needle.telling([raw])
    if entry.type == tiff.RATIONAL and entry.count >= 3 and harm is Harm.TIME:  # noqa: PLR2004 - h, m, s
        return needle.rational_needles(raw)
    return ()


def _text_needles(entry: tiff.Entry, harm: Harm, shown: str) -> tuple[bytes, ...]:
    if harm is Harm.TECHNICAL:
        opaque = entry.type == tiff.UNDEFINED and entry.count > _OPAQUE
        return needle.string_needles(bytes(entry.raw[: needle.MAX_SCANNED])) if opaque else ()
    if shown.startswith(_EMPTY_DATES) and harm is Harm.TIME:
        return ()
    return needle.text_needles(shown) + needle.string_needles(bytes(entry.raw[: tiff.MAX_TEXT]))


def _text(values: Values, ifd: str, tag: int) -> str:
    entry = values.get((ifd, tag))
    return entry.text().strip() if entry is not None and entry.type == tiff.ASCII else ""


def _degrees(values: Values, ifd: str, tag: int) -> float | None:
    entry = values.get((ifd, tag))
    if ifd != "GPS" or tag not in _HEMISPHERE or entry is None or not entry.pairs():
        return None
    degrees, minutes, seconds = (*entry.numbers()[:3], 0.0, 0.0)[:3]
    amount = abs(degrees) + abs(minutes) / 60 + abs(seconds) / 3600
    hemisphere = _text(values, "GPS", _HEMISPHERE[tag]).upper()
    return -amount if hemisphere.startswith(("S", "W")) else amount


def _thumbnails(values: Values) -> list[Embedded]:
    found = []
    for (ifd, tag), entry in values.items():
        length = values.get((ifd, _THUMBNAIL_SIZE))
        if tag == _THUMBNAIL_AT and length is not None and _is_place(entry) and _is_place(length):
            kind = "preview" if ifd.startswith("SubIFD") else "thumbnail"
            found.append(Embedded(kind, int(entry.numbers()[0]), int(length.numbers()[0])))
    return found


def _is_place(entry: tiff.Entry) -> bool:
    """Whether a field can say where something lies: with a sign or a point it can not."""
    return entry.type in _PLACES and bool(entry.count)


def _orientation(values: Values) -> int:
    entry = values.get(("IFD0", _ORIENTATION))
    if entry is None or entry.type not in {tiff.SHORT, tiff.LONG, tiff.BYTE} or not entry.count:
        return UPRIGHT
    number = int(entry.numbers()[0])
    return number if number in ORIENTATIONS else UPRIGHT


def _is_adobe_rgb(values: Values) -> bool:
    return _text(values, "Interop", 1).startswith(_ADOBE_RGB_INTEROP)


def _facts(values: Values) -> Facts:
    latitude, longitude = _degrees(values, "GPS", _LATITUDE), _degrees(values, "GPS", _LONGITUDE)
    placed = latitude is not None and longitude is not None and (latitude or longitude)
    in_range = placed and abs(latitude or 0) <= 90 and abs(longitude or 0) <= 180  # noqa: PLR2004 - degrees
    return Facts(
        latitude=f"{latitude:.6f}" if in_range else None,
        longitude=f"{longitude:.6f}" if in_range else None,
        taken_at=_taken_at(values),
        device=_device(values),
    )


def _taken_at(values: Values) -> str | None:
    choices = (("Exif", 0x9003, 0x9011), ("Exif", 0x9004, 0x9012), ("IFD0", 0x0132, 0x9010))
    for ifd, time_tag, zone_tag in choices:
        stamp = as_iso(_text(values, ifd, time_tag), _text(values, "Exif", zone_tag))
        if stamp:
            return stamp
    return None


def as_iso(stamp: str, zone: str = "") -> str | None:
    """Turn "2024:05:01 10:00:00" and "+02:00" into ISO 8601, or None if it is no such time."""
    digits = "".join(char if char.isdigit() and char.isascii() else " " for char in stamp).split()
    if [len(part) for part in digits[:6]] != [4, 2, 2, 2, 2, 2] or digits[0] == _EMPTY_DATES:
        return None
    year, month, day, hour, minute, second = digits[:6]
    hours, colon, minutes = zone[1:].partition(":")
    signed = zone[:1] in {"+", "-"} and colon and (hours + minutes).isdigit() and len(zone) == 6  # noqa: PLR2004 - "+02:00"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}" + (zone if signed else "")


def _device(values: Values) -> str | None:
    make, model = _text(values, "IFD0", 0x010F), _text(values, "IFD0", 0x0110)
    if make and model.lower().startswith(make.lower()):
        make = ""
    return shorten(f"{make} {model}".strip()) or None
