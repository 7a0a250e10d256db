"""Sizes and times as a person reads them, by the locale."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from capture.kinds import MediaKind
from ui import words
from ui.desktop.translating import marked, translate

PLAYED = frozenset(kind.value for kind in MediaKind if kind.is_video)
"""Kinds of originals, as the vault spells them, that move or sound."""

_MINUTE = 60
_HOUR = 3600
_A_MOMENT = 5
_GROUP = 8


def size(amount: int) -> str:
    """Say a number of bytes: "3.1 MB"."""
    return QLocale().formattedDataSize(amount, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def count(number: int) -> str:
    """Say a whole number with the locale's digits and groups."""
    return QLocale().toString(number)


def together(*facts: str) -> str:
    """Put short facts in one line that runs as the window does; each keeps its own direction.

    By Unicode's isolates and a mark before them (UAX #9): Qt aligns a line by its first letter.
    """
    mark = "\u200f" if QGuiApplication.isRightToLeft() else "\u200e"
    return mark + " · ".join(f"\u2068{fact}\u2069" for fact in facts)


def parts(number: int) -> str:
    """Say how many originals belong to one: "+ 2 parts"."""
    if number == 1:
        return translate("phrases", "+ 1 part")
    return translate("phrases", "+ {number} parts").format(number=count(number))


def grouped(digits: str) -> str:
    """Break a long fingerprint into groups that can be read aloud and that wrap."""
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def when(iso: str | None) -> str:
    """Say a moment of the local calendar, from ISO 8601; what is no time is said as it is."""
    if not iso:
        return ""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return words.shown(iso)
    if moment.tzinfo is None:
        local = QDateTime.fromString(
            moment.replace(microsecond=0).isoformat(), Qt.DateFormat.ISODate
        )
    else:
        local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    day = QLocale().toString(local.date(), "d MMM yyyy")
    return f"{day}, {QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)}"


def day(iso: str) -> str:
    """Say a day given as "2026-01-31" by the locale; what is no day is said as it is."""
    date = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(date, QLocale.FormatType.LongFormat) if date.isValid() else iso


def as_said(iso: str) -> str:
    """Say a moment as its file says it: its own clock and zone, never converted to ours."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return words.shown(iso)
    own = when(moment.replace(tzinfo=None).isoformat())
    zone = moment.strftime("%z")
    return f"{own} (UTC{zone[:3]}:{zone[3:5]})" if zone else own


def left(seconds: float | None) -> str:
    """Say how long something may still take; empty while nobody knows."""
    if seconds is None:
        return ""
    if seconds < _A_MOMENT:
        return translate("phrases", "a moment left")
    if seconds < _MINUTE:
        return translate("phrases", "about {number} s left").format(number=count(round(seconds)))
    if seconds < _HOUR:
        return translate("phrases", "about {number} min left").format(
            number=count(round(seconds / _MINUTE))
        )
    return translate("phrases", "about {number} h left").format(
        number=count(round(seconds / _HOUR))
    )


def duration(seconds: str | None) -> str:
    """Say the length of a video, given as decimal seconds: "1:05"."""
    try:
        whole = round(float(seconds or ""))
    except (ValueError, OverflowError):
        return ""
    hours, rest = divmod(whole, _HOUR)
    minutes, secs = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


_WINDS = (
    marked("phrases", "north"),
    marked("phrases", "north-east"),
    marked("phrases", "east"),
    marked("phrases", "south-east"),
    marked("phrases", "south"),
    marked("phrases", "south-west"),
    marked("phrases", "west"),
    marked("phrases", "north-west"),
)


def away(kilometres: int, bearing: float, town: str, numbers: str) -> str:
    """Say where a place is, as seen from a town: kilometres, degrees from north, both names."""
    if kilometres < 1:
        return translate("phrases", "In {town} ({numbers})").format(town=town, numbers=numbers)
    wind = _WINDS[round(bearing / (360 / len(_WINDS))) % len(_WINDS)]
    return translate("phrases", "{number} km {direction} of {town} ({numbers})").format(
        number=count(kilometres), direction=translate("phrases", wind), town=town, numbers=numbers
    )
