"""What IPTC records and Photoshop's image resources say.

Sources: IPTC-NAA Information Interchange Model 4.2 (record 2), Adobe Photoshop File
Formats Specification ("Image Resources"). Never raises: a block that does not add up
is named as one trace with its strings.
"""

from dataclasses import dataclass

from capture.blocks import needle, xmp
from capture.blocks.tiff import as_text
from capture.report import Embedded, Harm, Trace, shorten

PHOTOSHOP_HEADER = b"Photoshop 3.0\x00"
"""What stands before the resources in a JPEG's APP13."""

MAX_PARTS = 2000
"""Most data sets or resources that are read of one block."""

_MARK = 0x1C
_EXTENDED = 0x8000
_APPLICATION_RECORD = 2
_SIGNATURES = (b"8BIM", b"MeSa", b"PHUT", b"AgHg", b"DCSR")
_IPTC, _XMP, _EXIF, _EXIF_3 = 0x0404, 0x0424, 0x0422, 0x0423
_THUMBNAILS = {0x0409, 0x040C}
_THUMBNAIL_HEADER = 28

_L, _I, _P, _T, _H = Harm.LOCATION, Harm.IDENTITY, Harm.PERSON, Harm.TIME, Harm.HISTORY
_DATA_SETS = {
    5: ("ObjectName", _I),
    7: ("EditStatus", _H),
    22: ("FixtureIdentifier", _I),
    25: ("Keywords", _I),
    26: ("ContentLocationCode", _L),
    27: ("ContentLocationName", _L),
    30: ("ReleaseDate", _T),
    35: ("ReleaseTime", _T),
    40: ("SpecialInstructions", _I),
    55: ("DateCreated", _T),
    60: ("TimeCreated", _T),
    62: ("DigitalCreationDate", _T),
    63: ("DigitalCreationTime", _T),
    65: ("OriginatingProgram", _H),
    70: ("ProgramVersion", _H),
    80: ("By-line", _P),
    85: ("By-lineTitle", _P),
    90: ("City", _L),
    92: ("Sub-location", _L),
    95: ("Province-State", _L),
    100: ("Country-PrimaryLocationCode", _L),
    101: ("Country-PrimaryLocationName", _L),
    103: ("OriginalTransmissionReference", _I),
    105: ("Headline", _I),
    110: ("Credit", _P),
    115: ("Source", _P),
    116: ("CopyrightNotice", _P),
    118: ("Contact", _P),
    120: ("Caption-Abstract", _I),
    122: ("Writer-Editor", _P),
    184: ("JobID", _I),
    187: ("UniqueDocumentID", _I),
    188: ("OwnerID", _P),
}
_RESOURCES = {
    0x03ED: "ResolutionInfo",
    0x03EE: "AlphaChannelNames",
    0x03F0: "Caption",
    0x0402: "LayersGroupInfo",
    0x0408: "GridGuidesInfo",
    0x040A: "CopyrightFlag",
    0x040B: "URL",
    0x040D: "GlobalAngle",
    0x0414: "IDsBaseValue",
    0x0419: "GlobalAltitude",
    0x041A: "SliceInfo",
    0x041E: "URLList",
    0x0421: "VersionInfo",
    0x0425: "IPTCDigest",
    0x0426: "PrintScaleInfo",
    0x043A: "PrintInfo",
    0x0BB7: "ClippingPathName",
    0x2710: "PrintFlagsInfo",
}


@dataclass(frozen=True, slots=True)
class BlockReading:
    """What a block says and the pictures in it, by offset in the file."""

    traces: tuple[Trace, ...]
    embedded: tuple[Embedded, ...] = ()


def read_iptc(untrusted: bytes, where: str, _base: int = 0) -> BlockReading:
    """Read a run of IIM data sets: mark 0x1C, record, number, big-endian 16-bit size, value."""
    traces: list[Trace] = []
    at = 0
    while at + 5 <= len(untrusted) and untrusted[at] == _MARK and len(traces) < MAX_PARTS:
        record, number = untrusted[at + 1], untrusted[at + 2]
        size = int.from_bytes(untrusted[at + 3 : at + 5], "big")
        at += 5
        if size & _EXTENDED:
            width = min(size & 0x7FFF, 4)
            size = int.from_bytes(untrusted[at : at + width], "big")
            at += width
        value = untrusted[at : at + size]
        at += size
        traces += _data_set(record, number, value, where)
    rest = untrusted[at:].strip(b"\0 ")
    return BlockReading((*traces, *_leftover(rest, where)))


def _data_set(record: int, number: int, value: bytes, where: str) -> list[Trace]:
    text = as_text(value)
    if record != _APPLICATION_RECORD or not text.strip() or not text.isprintable():
        harm = Harm.TECHNICAL
        shown = text if text.isprintable() else f"{len(value)} bytes"
        return [Trace(f"IPTC:{record}:{number}", shorten(shown), harm, where, _strings(value))]
    name, harm = _DATA_SETS.get(number, (f"2:{number}", _I))
    needles = needle.text_needles(text) + needle.telling([value[: needle.MAX_CHARACTERS]])
    return [Trace(f"IPTC:{name}", shorten(text), harm, where, needles)]


def read_resources(untrusted: bytes, where: str, base: int = 0) -> BlockReading:
    """Read Photoshop resources: "8BIM", id, padded Pascal name, 32-bit size, padded data."""
    traces: list[Trace] = []
    embedded: list[Embedded] = []
    at = 0
    for _ in range(MAX_PARTS):
        if untrusted[at : at + 4] not in _SIGNATURES or at + 12 > len(untrusted):
            break
        number = int.from_bytes(untrusted[at + 4 : at + 6], "big")
        name_size = untrusted[at + 6]
        name = untrusted[at + 7 : at + 7 + name_size]
        start = at + 6 + (name_size + 2 & ~1)
        size = int.from_bytes(untrusted[start : start + 4], "big")
        data = untrusted[start + 4 : start + 4 + size]
        part = _resource(number, name, data, where, base + start + 4)
        traces += part.traces
        embedded += part.embedded
        at = start + 4 + (size + 1 & ~1)
    return BlockReading((*traces, *_leftover(untrusted[at:].strip(b"\0 "), where)), tuple(embedded))


def _resource(number: int, name: bytes, data: bytes, where: str, at: int) -> BlockReading:
    place = f"{where}/8BIM {number:#06x}"
    if number == _IPTC:
        return read_iptc(data, f"{where}/IPTC")
    if number == _XMP:
        return BlockReading(tuple(xmp.read_xmp(data, f"{where}/XMP")))
    title = _RESOURCES.get(number, f"8BIM:{number:#06x}")
    if number in _THUMBNAILS and len(data) > _THUMBNAIL_HEADER:
        inner = len(data) - _THUMBNAIL_HEADER
        trace = Trace("PhotoshopThumbnail", f"{inner} bytes", Harm.IDENTITY, place)
        return BlockReading((trace,), (Embedded("thumbnail", at + _THUMBNAIL_HEADER, inner),))
    said = f"{len(data)} bytes" + (f", named {as_text(name)!r}" if name else "")
    needles = _strings(data) + needle.telling([name[: needle.MAX_CHARACTERS]])
    return BlockReading((Trace(title, shorten(said), _H, place, needles),))


def _leftover(rest: bytes, where: str) -> tuple[Trace, ...]:
    if not rest:
        return ()
    return (Trace("unreadable block", f"{len(rest)} bytes", _I, where, _strings(rest)),)


def _strings(data: bytes) -> tuple[bytes, ...]:
    """Return the strings of an opaque part: encoded text in it must not come out either."""
    return needle.string_needles(data[: needle.MAX_SCANNED])
