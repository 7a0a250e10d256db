import struct

import pytest

from capture.blocks import exif, tiff
from capture.report import Harm
from tests.capture.samples import tiffs


def tags(block: bytes) -> dict[str, str]:
    return {trace.tag: trace.value for trace in exif.read_tiff(block, "x").traces}


@pytest.mark.parametrize("order", ["<", ">"])
def test_fields_are_named_wherever_they_stand(order: str) -> None:
    block = tiffs.block(
        {
            "IFD0": [tiffs.text(0x010F, "Candlewick"), tiffs.short(0x0112, 8, order)],
            "Exif": [tiffs.text(0xA431, "SN42"), tiffs.rationals(0x829A, order, (1, 200))],
            "GPS": [tiffs.text(1, "S"), tiffs.rationals(2, order, (33, 1), (52, 1), (8, 1))],
            "Interop": [tiffs.text(1, "R98")],
            "IFD1": [tiffs.text(0x0131, "maker 1.0")],
        },
        order,
    )
    reading = exif.read_tiff(block, "x", base=100)
    assert reading.orientation == 8
    assert {trace.where for trace in reading.traces} == {
        "x/IFD0", "x/Exif", "x/GPS", "x/Interop", "x/IFD1",
    }  # fmt: skip
    assert tags(block)["GPSLatitude"] == "-33.868889"
    assert tags(block)["ExposureTime"] == "0.005"


def test_coordinates_beyond_the_earth_are_no_fact() -> None:
    block = tiffs.block(
        {
            "IFD0": [],
            "GPS": [
                tiffs.rationals(2, "<", (95, 1), (0, 1), (0, 1)),
                tiffs.rationals(4, "<", (10, 1), (0, 1), (0, 0)),
            ],
        }
    )
    assert exif.read_tiff(block, "x").facts.latitude is None


@pytest.mark.parametrize(
    ("stamp", "zone", "expected"),
    [
        ("2024:05:01 10:00:00", "+02:00", "2024-05-01T10:00:00+02:00"),
        ("2024:05:01 10:00:00", "Z", "2024-05-01T10:00:00"),
        ("2024:05:01 10:00:00", "", "2024-05-01T10:00:00"),
        ("0000:00:00 00:00:00", "", None),
        ("    :  :     :  :  ", "", None),
        ("2024:5:1 1:0:0", "", None),
        ("yesterday", "", None),
        ("", "", None),
    ],
)
def test_times_are_told_with_their_zone_or_not_at_all(
    stamp: str, zone: str, expected: str | None
) -> None:
    assert exif.as_iso(stamp, zone) == expected


def test_a_directory_that_leads_to_itself_ends() -> None:
    block = bytearray(tiffs.block({"IFD0": [tiffs.text(0x010F, "Candlewick")]}))
    block[8 + 2 + 12 : 8 + 2 + 16] = struct.pack("<I", 8)
    reading = exif.read_tiff(bytes(block), "x")
    assert "leads back" in reading.traces[0].value
    assert "Make" in {trace.tag for trace in reading.traces}


def test_directories_nested_without_end_end() -> None:
    entry = struct.pack("<HHII", 0x014A, 4, 1, 0)
    blocks = b"".join(
        struct.pack("<H", 1) + entry[:8] + struct.pack("<I", 8 + 18 * (n + 1)) + bytes(4)
        for n in range(1000)
    )
    found = tiff.walk(b"II*\0\x08\0\0\0" + blocks)
    assert len(found.entries) == tiff.MAX_DIRECTORIES
    assert found.problems


@pytest.mark.parametrize("count", [0, 1, 0xFFFF, 0xFFFFFFFF])
@pytest.mark.parametrize("kind", [0, 1, 2, 5, 7, 12, 13, 99])
def test_counts_and_types_of_any_size_are_named_or_read(count: int, kind: int) -> None:
    for tag in (0x010F, 0x0112, 0x8769, 0x927C, 0x02BC, 0x83BB, 0x8649, 0x8773, 0x9286):
        entry = struct.pack("<HHII", tag, kind, count, 8)
        block = b"II*\0\x08\0\0\0" + struct.pack("<H", 1) + entry + bytes(60)
        exif.read_tiff(block, "x")


def test_a_thousand_fields_that_claim_the_whole_file_cost_little() -> None:
    size = 1 << 20
    count = 4000
    entries = b"".join(struct.pack("<HHII", 0x9000 + n, 7, size, 8) for n in range(count))
    block = b"II*\0\x08\0\0\0" + struct.pack("<H", count) + entries + bytes(size)
    reading = exif.read_tiff(block, "x")
    assert reading.traces[-1].value == "more fields than are read"


def test_no_tiff_is_named_with_its_strings() -> None:
    reading = exif.read_tiff(b"Exif\0\0" + b"garbage of Candlewick", "x")
    assert [trace.harm for trace in reading.traces] == [Harm.IDENTITY]
    assert b"garbage of Candlewick" in reading.traces[0].needles


@pytest.mark.parametrize(
    ("kind", "value"),
    [(9, struct.pack("<i", -1000)), (6, b"\xff"), (4, b"")],
)
def test_a_thumbnails_place_is_never_before_the_file(kind: int, value: bytes) -> None:
    entries = struct.pack("<HHI", 0x0201, kind, bool(value)) + value.ljust(4, b"\0")
    entries += struct.pack("<HHII", 0x0202, 4, 1, 50)
    block = b"II*\0\x08\0\0\0" + struct.pack("<H", 2) + entries + bytes(80)
    assert all(part.offset >= 0 for part in exif.read_tiff(block, "x").embedded)


def test_makers_serial_numbers_are_told() -> None:
    serial = struct.pack("<I", 1234567890)
    note = struct.pack("<HHHI", 1, 0x000C, 4, 1) + serial + bytes(4)
    named = [tiffs.text(0x010F, "Canon")]
    block = tiffs.block({"IFD0": named, "Exif": [tiffs.Field(0x927C, tiffs.UNDEFINED, note)]})
    found = {trace.tag: trace for trace in exif.read_tiff(block, "x").traces}
    assert found["Canon:SerialNumber"].value == "1234567890"
    assert serial in found["Canon:SerialNumber"].needles
    assert "Canon" in found["MakerNote"].value


def test_apples_identifiers_are_told_from_the_notes_own_offsets() -> None:
    uuid = b"0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9\0"
    entry = struct.pack(">HHII", 0x0011, 2, len(uuid), 32)
    note = b"Apple iOS\0\0\1MM" + struct.pack(">H", 1) + entry + bytes(4) + uuid
    block = tiffs.block({"IFD0": [], "Exif": [tiffs.Field(0x927C, tiffs.UNDEFINED, note)]})
    assert tags(block)["Apple:ContentIdentifier"] == uuid[:-1].decode()
