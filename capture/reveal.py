"""How much of a record a stranger is shown: place and time as coarsely as the witness chose.

What is shown is written afresh from the record's fields, never carried over
from the file. Names, contacts and devices are not shown at all unless they are
asked for by name; a field that is not listed here stays in the vault.
"""

from collections.abc import Mapping
from enum import StrEnum

from capture import places

_ALWAYS = ("summary", "description", "language", "event_kind", "graphic", "keywords", "rights")
_CONTACT = ("pseudonym", "contact", "testify")
_CONSENT = ("consent", "purpose", "audience", "withdrawal")
_MOST_LATITUDE = 90.0
_MOST_LONGITUDE = 180.0
_TIMES = ("embedded_time", "claimed_time")


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
