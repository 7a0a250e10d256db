"""The other ways in which a time, a place or an identifier is written.

A reader gives the bytes that it saw. A program that carries a value over writes it anew: the
time of a photo becomes a movie's seconds since 1904, a UUID's text sixteen bytes. So what a report
says is searched for in the encodings of the formats around it, too: Exif, XMP, ISO 6709, NMEA,
QuickTime, 3GPP, Matroska, Windows and Unix, in both byte orders.

Numbers of 32 bits alone are no needles, because any picture holds any four bytes; where a format
writes two of them side by side, both together are.
"""

import math
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from capture.blocks.needle import telling, text_needles
from capture.report import Facts, Harm, MetadataReport, Trace

MAX_TRACES = 400
"""Traces whose values are encoded in other ways: a file that says more repeats itself."""

_WHEN = re.compile(
    r"(\d{4})[-:/](\d\d)[-:/](\d\d)[T ](\d\d):(\d\d):(\d\d)"
    r"(?:\.\d{1,9})?\s?(?:([+-])(\d\d):?(\d\d))?"
)
_UUID = re.compile(
    r"[0-9A-Fa-f]{8}(-?)[0-9A-Fa-f]{4}\1[0-9A-Fa-f]{4}\1[0-9A-Fa-f]{4}\1[0-9A-Fa-f]{12}"
)
_TEXTS = (
    "%Y:%m:%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
    "%Y%m%d%H%M%S",
    "%Y%m%dT%H%M%S",
    "%Y%m%d_%H%M%S",
)
_EARLIEST = 1971
"""Years before it are clocks that were never set: their numbers are small, and everywhere."""
_UNIX = datetime(1970, 1, 1, tzinfo=UTC)
_QUICKTIME = datetime(1904, 1, 1, tzinfo=UTC)
_MATROSKA = datetime(2001, 1, 1, tzinfo=UTC)
_WINDOWS = datetime(1601, 1, 1, tzinfo=UTC)
_FIXED = 1 << 16
_LONGEST = 64
"""Bits of the longest number that a format writes a time as, with its sign."""


def with_all_forms(report: MetadataReport) -> MetadataReport:
    """Return the report with the needles of every encoding of its times, places and UUIDs."""
    traces = list(report.traces)
    told: set[tuple[Harm, str]] = set()
    for number, trace in enumerate(traces[:MAX_TRACES]):
        # What was said before is searched for already; a place is said by the facts, and once.
        said = (trace.harm, "" if trace.harm is Harm.LOCATION else trace.value)
        more = () if said in told else tuple(_forms(trace, report.facts))
        told.add(said)
        if more:
            traces[number] = replace(trace, needles=tuple(dict.fromkeys((*trace.needles, *more))))
    return replace(report, traces=tuple(traces))


def _forms(trace: Trace, facts: Facts) -> Iterator[bytes]:
    if trace.harm is Harm.TIME:
        yield from time_needles(trace.value)
    if trace.harm is Harm.LOCATION and facts.latitude and facts.longitude:
        yield from spot_needles(float(facts.latitude), float(facts.longitude))
    if trace.harm is not Harm.TECHNICAL:
        yield from uuid_needles(trace.value)


def time_needles(value: str) -> tuple[bytes, ...]:
    """Return how formats write the first moment that a text names, as text and as numbers.

    One without a zone is taken for UTC; one with a zone both as it stands and in UTC.
    """
    found = _WHEN.search(value)
    if found is None:
        return ()
    try:
        stated = datetime(*map(int, found.groups()[:6]), tzinfo=UTC)  # type: ignore[arg-type,misc] # six numbers
        moments = {stated, stated - _offset(found)}
    except (ValueError, OverflowError):
        return ()
    told = [moment for moment in moments if moment.year >= _EARLIEST]
    texts = [text_needles(moment.strftime(form)) for moment in told for form in _TEXTS]
    return (*(needle for group in texts for needle in group), *telling(_numbers(told)))


def _offset(found: re.Match[str]) -> timedelta:
    sign, hours, minutes = found.groups()[6:]
    if sign is None:
        return timedelta(0)
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return -ahead if sign == "-" else ahead


def _numbers(moments: Iterable[datetime]) -> Iterator[bytes]:
    for moment in moments:
        unix = _seconds(moment, _UNIX)
        quicktime = _seconds(moment, _QUICKTIME)
        wide = (unix, unix * 1000, unix * 1_000_000, quicktime)
        long = (*wide, _seconds(moment, _MATROSKA) * 10**9, _seconds(moment, _WINDOWS) * 10**7)
        # A clock that stands centuries ahead has a text, but no number in what counts finely.
        fitting = [number for number in long if number.bit_length() < _LONGEST]
        for order in "><":
            yield from (struct.pack(order + "q", number) for number in fitting)
            # A movie's header has the time of creation and of the last change side by side.
            yield struct.pack(order + "II", *(quicktime & 0xFFFFFFFF,) * 2)
        yield from (str(number).encode() for number in (unix, unix * 1000))


def _seconds(moment: datetime, since: datetime) -> int:
    return int((moment - since).total_seconds())


def spot_needles(latitude: float, longitude: float) -> tuple[bytes, ...]:
    """Return how formats write two coordinates in decimal degrees, beside decimal text."""
    return telling(
        needle
        for form in (_rationals, _minutes)
        for degrees in (latitude, longitude)
        for needle in form(abs(degrees))
    ) + telling(_fixed_points(latitude, longitude))


def _rationals(degrees: float) -> Iterator[bytes]:
    """Give whole degrees and minutes as Exif writes them; the seconds that follow may vary."""
    minutes = math.floor(round(degrees * 3600, 2) / 60)
    numbers = (minutes // 60, 1, minutes % 60, 1)
    for order in "><":
        yield struct.pack(order + "4I", *numbers)


def _minutes(degrees: float) -> Iterator[bytes]:
    """Give degrees and decimal minutes as XMP ("48,7.407") and NMEA ("4807.407") write them."""
    thousandths = math.floor(degrees * 60_000 + 1e-3)
    whole, rest = divmod(thousandths, 60_000)
    for text in (f"{whole},{rest / 1000:.3f}", f"{whole:02d}{rest / 1000:06.3f}"):
        yield from text_needles(text)


def _fixed_points(latitude: float, longitude: float) -> Iterator[bytes]:
    """Give longitude and latitude in sixteenths of a word, as 3GPP's loci box has them."""
    for cut in (math.floor, round):
        pair = (cut(longitude * _FIXED), cut(latitude * _FIXED))
        yield from (struct.pack(order + "2i", *pair) for order in "><")


def uuid_needles(value: str) -> tuple[bytes, ...]:
    """Return the text and the bytes, in both orders, of the first UUID that a text names."""
    found = _UUID.search(value)
    if found is None:
        return ()
    digits = found.group().replace("-", "").lower()
    hyphened = "-".join(digits[a:b] for a, b in pairwise((0, 8, 12, 16, 20, 32)))
    written = (form for text in (digits, hyphened) for form in (text, text.upper()))
    whole = bytes.fromhex(digits)
    # Windows turns the first three numbers of it round.
    windows = whole[3::-1] + whole[5:3:-1] + whole[7:5:-1] + whole[8:]
    binary = (whole, windows, whole[::-1])
    return (*(needle for text in written for needle in text_needles(text)), *telling(binary))
