"""How much of a record a stranger is shown: place and time as coarsely as the witness chose.

What is shown is written afresh from the record's fields, never carried over
from the file. Names, contacts and devices are not shown at all unless they are
asked for by name; a field that is not listed here stays in the vault.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape  # XML's own would bring the network along

from capture import places

_ALWAYS = ("summary", "description", "language", "event_kind", "graphic", "keywords", "rights")
_CONTACT = ("pseudonym", "contact", "testify")
_CONSENT = ("consent", "purpose", "audience", "withdrawal")
_MOST_LATITUDE = 90.0
_MOST_LONGITUDE = 180.0
_TIMES = ("embedded_time", "claimed_time")
_ZONE = re.compile(r"(?:[+-]\d\d:\d\d|Z)$")
_PARTS = 10_000
"""Parts of a second of arc, and of a minute of it, in which an exact place is written."""
_PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""'
    ' xmlns:exif="http://ns.adobe.com/exif/1.0/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
)
_PACKET_END = "</rdf:Description></rdf:RDF></x:xmpmeta>"


class RevealPlace(StrEnum):
    """How exactly a place is shown."""

    NONE = "none"
    REGION = "region"
    CITY = "city"
    EXACT = "exact"


class RevealTime(StrEnum):
    """How exactly a time is shown."""

    NONE = "none"
    MONTH = "month"
    DAY = "day"
    EXACT = "exact"


_TIME_LENGTH = {RevealTime.MONTH: len("2024-05"), RevealTime.DAY: len("2024-05-01")}


def shown(
    fields: Mapping[str, str], place: RevealPlace, time: RevealTime, *, contact: bool
) -> dict[str, str]:
    """Return the fields that leave, by name. ``fields`` are all of one item's record."""
    names = (*_ALWAYS, *_CONTACT) if contact else _ALWAYS
    values = {name: fields[name] for name in names if name in fields}
    values |= _people(fields)
    values |= _place(fields, place)
    for name in _TIMES:
        if name in fields and (when := _time(fields[name], time)):
            values[name] = when
    return values


def _people(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what the people shown agreed to, without their names."""
    return {
        name: value
        for name, value in fields.items()
        if name.startswith("person.") and name.rsplit(".", 1)[-1] in _CONSENT
    }


def _place(fields: Mapping[str, str], precision: RevealPlace) -> dict[str, str]:
    """Coarsen coordinates; a person's own words cannot be, so they show only when exact."""
    if precision is RevealPlace.EXACT:
        wanted = ("embedded_place", "claimed_place", "landmarks")
        return {name: fields[name] for name in wanted if name in fields}
    spot = _coordinates(fields.get("embedded_place", ""))
    if precision is RevealPlace.NONE or spot is None:
        return {}
    if precision is RevealPlace.CITY and (city := places.city_of(*spot)):
        return {"place": city}
    return {"place": places.region_of(*spot)}


def _coordinates(text: str) -> tuple[float, float] | None:
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        return None
    inside = abs(latitude) <= _MOST_LATITUDE and abs(longitude) <= _MOST_LONGITUDE
    return (latitude, longitude) if inside else None


def _time(iso: str, precision: RevealTime) -> str:
    """Cut an ISO 8601 time to its precision; words that are no such time show only when exact."""
    match precision:
        case RevealTime.EXACT:
            return iso
        case RevealTime.NONE:
            return ""
        case _:
            day = iso[: _TIME_LENGTH[RevealTime.DAY]]
            is_date = len(day) == _TIME_LENGTH[RevealTime.DAY] and day[4] == day[7] == "-"
            digits = day.replace("-", "").isdigit()
            return day[: _TIME_LENGTH[precision]] if is_date and digits else ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a cleaned file says again because its witness asked for it, written afresh.

    ``said`` are the names and values of ``shown``. ``exif`` is the block for a JPEG, header
    included, for each orientation from 1 to 8; ``xmp`` is the packet for every other kind.
    """

    said: tuple[tuple[str, str], ...]
    exif: tuple[bytes, ...]
    xmp: bytes


def kept(
    latitude: str | None,
    longitude: str | None,
    taken_at: str | None,
    place: RevealPlace,
    time: RevealTime,
) -> Kept | None:
    """Write what stays of a file's own place and time; None where nothing does.

    Decimal degrees and ISO 8601 as in a report's facts.
    """
    fields = {"embedded_time": taken_at or ""}
    if latitude and longitude:
        fields["embedded_place"] = f"{latitude}, {longitude}"
    said = {
        name: value for name, value in shown(fields, place, time, contact=False).items() if value
    }
    if not said:
        return None
    when, name = said.get("embedded_time", ""), said.get("place", "")
    spot = _coordinates(said.get("embedded_place", ""))
    blocks = tuple(_exif(when, name, spot, turn) for turn in range(1, 9))
    return Kept(tuple(said.items()), blocks, _xmp(when, name, spot))


def _exif(when: str, name: str, spot: tuple[float, float] | None, orientation: int) -> bytes:
    """Write an Exif block; what is not known of a time is blank, as Exif 2.32 (4.6.5) says."""
    import piexif  # only where something is kept

    day, zone = f"{when[:10].replace('-', ':'):10}", _ZONE.search(when)
    clock = when[11:19] if len(when) >= len("2024-05-01T10:00:00") else "  :  :  "
    blank = "    :  :  "
    whole = day[:7] + blank[7:] if len(when) == len("2024-05") else day
    exif = {piexif.ExifIFD.DateTimeOriginal: f"{whole} {clock}".encode()} if when else {}
    if when and zone:
        exif[piexif.ExifIFD.OffsetTimeOriginal] = zone.group().replace("Z", "+00:00").encode()
    upright = {} if orientation == 1 else {piexif.ImageIFD.Orientation: orientation}
    block: bytes = piexif.dump({"0th": upright, "Exif": exif, "GPS": _gps(name, spot)})
    return block


def _gps(name: str, spot: tuple[float, float] | None) -> dict[int, object]:
    import piexif  # as above

    gps: dict[int, object] = {}
    if name:
        area = b"ASCII\0\0\0" + name.encode() if name.isascii() else _wide(name)
        gps[piexif.GPSIFD.GPSAreaInformation] = area
    if spot is not None:
        gps[piexif.GPSIFD.GPSLatitudeRef] = "S" if spot[0] < 0 else "N"
        gps[piexif.GPSIFD.GPSLatitude] = _rationals(spot[0])
        gps[piexif.GPSIFD.GPSLongitudeRef] = "W" if spot[1] < 0 else "E"
        gps[piexif.GPSIFD.GPSLongitude] = _rationals(spot[1])
    return gps


def _wide(name: str) -> bytes:
    return b"UNICODE\0" + name.encode("utf-16-be")


def _rationals(degrees: float) -> tuple[tuple[int, int], ...]:
    parts = round(abs(degrees) * 3600 * _PARTS)
    minutes, seconds = divmod(parts, 60 * _PARTS)
    return (minutes // 60, 1), (minutes % 60, 1), (seconds, _PARTS)


def _xmp(when: str, name: str, spot: tuple[float, float] | None) -> bytes:
    """Write a packet; a date in XMP may stop at the month or the day (XMP part 1, 8.2.1.2)."""
    values = {"photoshop:DateCreated": when, "Iptc4xmpCore:Location": name}
    if spot is not None:
        values["exif:GPSLatitude"] = _minutes(spot[0], "NS")
        values["exif:GPSLongitude"] = _minutes(spot[1], "EW")
    lines = (
        f"<{key}>{escape(value, quote=False)}</{key}>" for key, value in values.items() if value
    )
    return f"{_PACKET}{''.join(lines)}{_PACKET_END}".encode()


def _minutes(degrees: float, hemispheres: str) -> str:
    parts = round(abs(degrees) * 60 * _PARTS)
    whole, minutes = divmod(parts, 60 * _PARTS)
    return f"{whole},{minutes / _PARTS:.4f}{hemispheres[degrees < 0]}"
