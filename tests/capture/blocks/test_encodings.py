"""A value that is carried over in any other encoding is seen, and the copy is refused."""

import io
import struct
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from capture import examine
from capture.blocks import encodings
from capture.blocks.needle import place_needles, text_needles
from capture.errors import Unverified
from capture.formats.base import Profile
from capture.kinds import MediaKind
from capture.report import Facts, Harm, MetadataReport, Trace, needles_of
from capture.verify.needles import search
from tests.capture.samples import jpegs, tiffs
from tests.capture.samples import movies as m

UNIX = 1_714_557_603
"""2024-05-01T10:00:03Z."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
QUICKTIME = UNIX + 2_082_844_800
NUMBER = uuid.UUID("0f8fad5b-d9cb-469f-a165-70867728950e")

TIMES: dict[str, bytes] = {
    "Exif": b"2024:05:01 10:00:03",
    "ISO 8601": b"2024-05-01T10:00:03",
    "SQL": b"2024-05-01 10:00:03",
    "digits": b"20240501100003",
    "compact ISO 8601": b"20240501T100003",
    "a file name": b"20240501_100003",
    "UTF-16 little-endian": "2024:05:01 10:00:03".encode("utf-16-le"),
    "UTF-16 big-endian": "2024-05-01T10:00:03".encode("utf-16-be"),
    "QuickTime, 64 bits": struct.pack(">Q", QUICKTIME),
    "QuickTime, 64 bits, other order": struct.pack("<Q", QUICKTIME),
    "QuickTime, 32 bits, created and changed": struct.pack(">II", QUICKTIME, QUICKTIME),
    "QuickTime, 32 bits, other order": struct.pack("<II", QUICKTIME, QUICKTIME),
    "Unix seconds": struct.pack(">Q", UNIX),
    "Unix seconds, other order": struct.pack("<Q", UNIX),
    "Unix milliseconds": struct.pack(">Q", UNIX * 1000),
    "Unix microseconds, other order": struct.pack("<Q", UNIX * 10**6),
    "Unix seconds as text": str(UNIX).encode(),
    "Matroska": struct.pack(">q", (UNIX - 978_307_200) * 10**9),
    "Windows": struct.pack("<q", (UNIX + 11_644_473_600) * 10**7),
}
PLACES: dict[str, bytes] = {
    "decimal degrees": b"48.1234",
    "ISO 6709": b"+48.1234+016.5678/",
    "ISO 6709 in UTF-16": "+48.1234+016.5678/".encode("utf-16-be"),
    "XMP": b"48,7.407N",
    "NMEA": b"$GPGGA,100003,4807.407,N",
    "Exif rationals": struct.pack(">6I", 48, 1, 7, 1, 2444, 100),
    "Exif rationals, other order": struct.pack("<6I", 48, 1, 7, 1, 24444, 1000),
    "3GPP": struct.pack(">2i", round(16.56789 * 65536), round(48.123456 * 65536)),
    "3GPP, other order": struct.pack("<2i", round(16.56789 * 65536), round(48.123456 * 65536)),
}
NUMBERS: dict[str, bytes] = {
    "text": str(NUMBER).encode(),
    "upper case": str(NUMBER).upper().encode(),
    "without hyphens": NUMBER.hex.encode(),
    "UTF-16": str(NUMBER).encode("utf-16-le"),
    "bytes": NUMBER.bytes,
    "bytes of Windows": NUMBER.bytes_le,
    "bytes in the other order": NUMBER.bytes[::-1],
}
NAMES: dict[str, bytes] = {
    "UTF-8": "José Núñez".encode(),
    "UTF-16 little-endian": "José Núñez".encode("utf-16-le"),
    "UTF-16 big-endian": "José Núñez".encode("utf-16-be"),
    "Latin-1": "José Núñez".encode("latin-1"),
}


def said() -> MetadataReport:
    """Give a report that says a time, a place, a UUID, a name and a serial number, as text."""
    traces = (
        Trace("DateTimeOriginal", "2024:05:01 12:00:03+02:00", Harm.TIME, "Exif"),
        Trace("GPSLatitude", "48.123456", Harm.LOCATION, "GPS", place_needles(48.123456, 16.56789)),
        Trace("ImageUniqueID", str(NUMBER), Harm.IDENTITY, "Exif"),
        Trace("Artist", "José Núñez", Harm.PERSON, "IFD0", text_needles("José Núñez")),
    )
    facts = Facts(latitude="48.123456", longitude="16.567890")
    return encodings.with_all_forms(MetadataReport(MediaKind.JPEG, 1, traces, facts=facts))


def planted(words: bytes) -> bytes:
    """Put bytes into the picture's coded data, where no structure would show them."""
    output = io.BytesIO()
    examine.clean(io.BytesIO(jpegs.plain()), output, Profile.FAITHFUL)
    data = output.getvalue()
    return data[:-40] + words.replace(b"\xff", b"\xff\0") + data[-40:]


@pytest.mark.parametrize("form", [*TIMES, *PLACES, *NUMBERS, *NAMES])
def test_a_value_in_another_encoding_is_found_in_the_copy(form: str) -> None:
    words = {**TIMES, **PLACES, **NUMBERS, **NAMES}[form]
    needles = needles_of(said())
    examine.verify(MediaKind.JPEG, io.BytesIO(planted(b"")), needles)
    with pytest.raises(Unverified):
        examine.verify(MediaKind.JPEG, io.BytesIO(planted(words)), needles)
    with pytest.raises(Unverified):
        search(io.BytesIO(planted(words)), needles)


def test_a_movies_time_is_found_as_a_photos_and_the_other_way_round() -> None:
    movie = examine.inspect(io.BytesIO(m.Movie().build()))
    times = [trace for trace in movie.traces if trace.harm is Harm.TIME]
    assert times
    assert any(b":" in needle for trace in times for needle in trace.needles)
    photo = examine.inspect(io.BytesIO(jpegs.phone_photo()))
    binary = [len(n) for t in photo.traces if t.harm is Harm.TIME for n in t.needles]
    assert 8 in binary


@pytest.mark.parametrize(
    "value",
    ["", "1904-01-01T00:00:00Z", "0000:00:00 00:00:00", "2024:13:41 25:61:61", "9999-99", "now"],
)
def test_what_is_no_time_has_no_needles(value: str) -> None:
    assert encodings.time_needles(value) == ()


def test_a_zone_is_searched_as_stated_and_in_utc() -> None:
    found = encodings.time_needles("2024-05-01T12:00:03+02:00")
    assert b"2024:05:01 12:00:03" in found
    assert b"2024:05:01 10:00:03" in found
    assert encodings.time_needles("0001-01-01T00:00:00+23:59") == ()


@pytest.mark.parametrize("year", ["2293", "2999", "9999"])
def test_a_clock_that_stands_centuries_ahead_stops_no_reading(year: str) -> None:
    stamp = f"{year}:12:31 23:59:59"
    block = tiffs.block({"IFD0": [], "Exif": [tiffs.text(0x9003, stamp)]})
    report = examine.inspect(io.BytesIO(jpegs.with_exif(block)))
    needles = needles_of(report)
    assert f"{year}-12-31T23:59:59".encode() in needles
    seconds = (datetime.fromisoformat(f"{year}-12-31T23:59:59Z") - EPOCH) // timedelta(seconds=1)
    assert struct.pack(">q", seconds) in needles


def test_what_has_no_place_gets_none_and_the_rest_stays() -> None:
    trace = Trace("Software", "1.0", Harm.HISTORY, "IFD0", (b"kept needle",))
    report = MetadataReport(MediaKind.JPEG, 1, (trace,))
    assert encodings.with_all_forms(report) == report
