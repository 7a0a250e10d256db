"""Cameras' raw files: read to the last note, developed to a JPEG, never carried over."""

import io
import random
import struct

import numpy as np
import pytest
from PIL import Image

from capture.errors import CaptureError, Damaged, TooLarge, Unsupported, Unverified
from capture.formats.base import Cleaning, Profile
from capture.formats.catalog import format_for
from capture.formats.raw import Raw
from capture.kinds import HEAD, RAWS, MediaKind, sniff
from capture.progress import silent
from capture.report import MetadataReport
from tests.capture.samples import jpegs, raw_canaries, raws, tiff_files, tiffs
from tests.conftest import CORPUS

SAMPLES = {
    "dng": raws.dng(),
    "big-endian": raws.dng(order=">"),
    "nef": raws.nef(),
    "turned": raws.dng(tiffs.short(0x0112, 6)),
    "told": raws.dng(others={"Exif": [tiffs.text(0xA431, "SN8812345699")]}),
}
OTHERS = dict(raw_canaries.others())


def clean(data: bytes) -> tuple[bytes, Cleaning]:
    output = io.BytesIO()
    cleaning = Raw().clean(io.BytesIO(data), output, Profile.ANONYMOUS, silent)
    format_for(cleaning.kind).verify(output)
    return output.getvalue(), cleaning


def read(data: bytes) -> MetadataReport:
    return Raw().read(io.BytesIO(data))


def halves(data: bytes) -> tuple[float, float]:
    """Give how bright the left and the right half of a picture are."""
    samples = np.asarray(Image.open(io.BytesIO(data)).convert("L"))
    middle = samples.shape[1] // 2
    return float(samples[:, :middle].mean()), float(samples[:, middle:].mean())


@pytest.mark.parametrize("name", SAMPLES)
def test_a_raw_picture_is_developed_to_a_jpeg_and_says_so(name: str) -> None:
    cleaned, cleaning = clean(SAMPLES[name])
    assert cleaning.kind is MediaKind.JPEG
    assert not cleaning.lossless
    assert cleaning.steps[0] == "raw-developed"
    assert "raw-developed" in cleaning.leaves
    left = format_for(MediaKind.JPEG).read(io.BytesIO(cleaned))
    assert (left.traces, left.embedded) == ((), ())
    assert clean(SAMPLES[name])[0] == cleaned, "the same file gives the same copy"


def test_the_developed_picture_shows_what_the_sensor_saw() -> None:
    bright, dark = halves(clean(SAMPLES["dng"])[0])
    assert bright > dark + 60


def test_a_turned_picture_stands_upright() -> None:
    cleaned, _ = clean(SAMPLES["turned"])
    image = Image.open(io.BytesIO(cleaned)).convert("L")
    assert image.size == (raws.HEIGHT, raws.WIDTH)
    samples = np.asarray(image)
    assert samples[: raws.WIDTH // 2].mean() > samples[raws.WIDTH // 2 :].mean() + 60


def test_what_the_maker_cuts_off_is_not_shown() -> None:
    crop = [
        tiffs.Field(0xC61F, tiffs.SHORT, struct.pack("<2H", 8, 6)),
        tiffs.Field(0xC620, tiffs.SHORT, struct.pack("<2H", 40, 32)),
    ]
    cleaned, _ = clean(raws.dng(*crop))
    assert Image.open(io.BytesIO(cleaned)).size == (40, 32)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_faithful_copy_is_refused_with_its_reason(name: str) -> None:
    with pytest.raises(Unsupported) as refused:
        Raw().clean(io.BytesIO(SAMPLES[name]), io.BytesIO(), Profile.FAITHFUL, silent)
    assert refused.value.facts["reason"] == "raw"


@pytest.mark.parametrize("name", OTHERS)
def test_what_a_makers_own_form_says_is_told(name: str) -> None:
    canary = "Canary7788qzx"
    data = OTHERS[name](canary.encode())
    kind = sniff(data[:HEAD])
    assert kind is not None
    assert kind.is_raw
    report = read(data)
    assert report.kind is kind
    needles = [n for trace in report.traces for n in trace.needles]
    said = [trace.value for trace in report.traces]
    assert any(canary in text for text in said) or any(canary.encode() in n for n in needles)


@pytest.mark.parametrize("name", OTHERS)
def test_a_makers_own_form_without_pixels_gives_no_copy(name: str) -> None:
    with pytest.raises((Damaged, Unsupported)):
        clean(OTHERS[name](b"nothing"))


def test_canons_blocks_give_the_facts() -> None:
    blocks = {
        b"CMT1": {"IFD0": jpegs.phone_fields()["IFD0"]},
        b"CMT2": {"IFD0": jpegs.phone_fields()["Exif"]},
        b"CMT4": {"IFD0": jpegs.phone_fields()["GPS"]},
    }
    facts = read(
        raw_canaries.canon(*(jpegs.box(name, tiffs.block(b)) for name, b in blocks.items()))
    ).facts
    assert facts.latitude == "35.689475"
    assert facts.longitude == "51.389103"
    assert facts.taken_at == "2024-05-01T10:00:00+03:30"
    assert facts.device == "Candlewick Ten Pro"


def test_previews_are_named_with_their_place() -> None:
    report = read(SAMPLES["nef"])
    (preview,) = report.embedded
    start = SAMPLES["nef"][preview.offset : preview.offset + 3]
    assert (preview.kind, start) == ("thumbnail", b"\xff\xd8\xff")
    (fuji,) = read(raw_canaries.fuji()).embedded
    assert (fuji.kind, fuji.size) == ("preview", len(jpegs.plain()))


@pytest.mark.parametrize("name", ["dng", "nef"])
def test_a_file_cut_anywhere_is_never_shown_in_part(name: str) -> None:
    data = SAMPLES[name]
    whole = clean(data)[0]
    for cut in {*range(8, 700, 23), *range(700, len(data), 611), len(data) - 1}:
        try:
            cleaned, _ = clean(data[:cut])
        except (Damaged, Unsupported):
            continue
        assert cleaned == whole


def test_a_part_that_is_no_jpeg_to_its_end_is_damaged() -> None:
    data = raws.dng(tiffs.short(0x0103, 7))
    with pytest.raises(Damaged, match="cut"):
        clean(data)


def test_parts_that_lie_upon_each_other_are_damaged() -> None:
    half = len(raws.dng()) // 2
    places, sizes = struct.pack("<3I", 8, 8, 8), struct.pack("<3I", half, half, half)
    parts = [tiffs.Field(0x0111, tiffs.LONG, places), tiffs.Field(0x0117, tiffs.LONG, sizes)]
    with pytest.raises(Damaged, match="upon each other"):
        clean(raws.dng(tiffs.short(0x0103, 7), *parts))


def test_pixels_of_one_value_are_none() -> None:
    with pytest.raises(Damaged, match="no pixels"):
        clean(raws.dng(part=bytes(len(raws.mosaic()))))


def test_too_many_pixels_are_refused() -> None:
    sides = [tiff_files.long(0x0100, 60_000), tiff_files.long(0x0101, 60_000)]
    with pytest.raises((TooLarge, Damaged)):
        clean(raws.dng(*sides))


def test_directories_that_lead_in_circles_are_read_once() -> None:
    data = bytearray(SAMPLES["dng"])
    count = int.from_bytes(data[8:10], "little")
    struct.pack_into("<I", data, 10 + 12 * count, 8)
    assert read(bytes(data)).traces


def test_no_changed_file_gets_a_trace_past_the_second_reading() -> None:
    chance = random.Random(61)
    accepted = 0
    sources = [*SAMPLES.values(), *(build(b"Canary7788qzx") for build in OTHERS.values())]
    for _ in range(300):
        data = bytearray(chance.choice(sources))
        for _ in range(chance.choice((1, 2, 6))):
            at = chance.randrange(min(len(data), 900))
            data[at] = chance.choice((0, 1, 0xFF, chance.randrange(256)))
        try:
            read(bytes(data))
            cleaned, _ = clean(bytes(data))
        except CaptureError:
            continue
        accepted += 1
        assert format_for(MediaKind.JPEG).read(io.BytesIO(cleaned)).traces == ()
    assert accepted > 50


def test_the_second_reading_takes_no_raw_file() -> None:
    for data in SAMPLES.values():
        with pytest.raises(Unverified):
            Raw().verify(io.BytesIO(data))


def test_kinds_are_told_by_first_bytes() -> None:
    assert sniff(SAMPLES["dng"]) is MediaKind.DNG
    assert sniff(SAMPLES["nef"]) is MediaKind.NEF
    assert sniff(raws.arw()) is MediaKind.ARW
    assert sniff(raws.arw().replace(b"SONY", b"PENT")) is MediaKind.RAW
    assert sniff(b"II*\0\x10\0\0\0CR\2\0") is MediaKind.CR2
    assert sniff(tiff_files.plain()) is MediaKind.TIFF
    for cut in range(80):
        assert sniff(SAMPLES["dng"][:cut]) in {None, MediaKind.TIFF, MediaKind.JXL}
    assert {kind for kind in MediaKind if Raw().accepts(kind)} == RAWS


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not on this machine")
def test_real_headers_are_read_to_their_notes() -> None:
    found = 0
    for path in sorted(CORPUS.rglob("*")):
        kind = sniff(path.read_bytes()[:HEAD]) if path.is_file() else None
        if kind is None or not kind.is_raw:
            continue
        found += 1
        report = read(path.read_bytes())
        assert report.facts.device
        assert report.facts.taken_at
        assert {"MakerNote", "DNGPrivateData"} & {trace.tag for trace in report.traces}
        assert report.embedded
        with pytest.raises((Damaged, Unsupported)):  # their pixels were taken out
            clean(path.read_bytes())
    assert found >= 4
