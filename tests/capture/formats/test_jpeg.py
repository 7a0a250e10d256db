import io
import json
import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from capture.errors import Damaged, TooLarge, Unsupported, Unverified
from capture.formats.base import Cleaning, Profile
from capture.formats.jpeg import Jpeg
from capture.progress import silent
from capture.report import Harm
from capture.verify import needles
from tests.capture.samples import jpegs, movies, tiffs
from tests.conftest import CORPUS, Tool

VARIANTS = {
    "baseline": jpegs.plain(),
    "progressive": jpegs.plain(progressive=True),
    "optimised": jpegs.plain(optimize=True),
    "no subsampling": jpegs.plain(subsampling=0),
    "gray": jpegs.plain("L"),
    "cmyk": jpegs.plain("CMYK"),
    "restarts": jpegs.plain(restart_marker_blocks=2),
    "rgb": jpegs.plain(keep_rgb=True),
    "phone": jpegs.phone_photo(),
    "own profile": jpegs.with_profile(jpegs.profile()),
}
STRUCTURE = {
    "SourceFile", "File", "JFIF", "Adobe", "ICC_Profile", "ICC-header", "Composite", "System",
    "ExifTool",
}  # fmt: skip


def clean(data: bytes, profile: Profile = Profile.FAITHFUL) -> tuple[bytes, Cleaning]:
    output = io.BytesIO()
    cleaning = Jpeg().clean(io.BytesIO(data), output, profile, silent)
    Jpeg().verify(output)
    return output.getvalue(), cleaning


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)))


@pytest.mark.parametrize("name", VARIANTS)
def test_a_faithful_copy_has_the_same_pixels_and_cleans_to_itself(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name])
    assert cleaning.lossless
    assert np.array_equal(pixels(cleaned), pixels(VARIANTS[name]))
    assert Image.open(io.BytesIO(cleaned)).mode == Image.open(io.BytesIO(VARIANTS[name])).mode
    assert clean(cleaned)[0] == cleaned
    assert Jpeg().read(io.BytesIO(cleaned)).traces == ()


@pytest.mark.parametrize("name", VARIANTS)
def test_an_anonymous_copy_is_made_with_the_one_setting(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name], Profile.ANONYMOUS)
    image = Image.open(io.BytesIO(cleaned))
    assert not cleaning.lossless
    assert image.mode == "RGB"
    other, _ = clean(jpegs.plain(quality=30), Profile.ANONYMOUS)
    size = slice(163, 167)
    assert cleaned[: size.start] == other[: size.start]
    assert cleaned[size.stop : 600] == other[size.stop : 600]
    assert "jpeg-tables" not in cleaning.leaves


def test_a_report_names_device_place_time_and_numbers() -> None:
    report = Jpeg().read(io.BytesIO(jpegs.phone_photo()))
    facts = report.facts
    assert (facts.latitude, facts.longitude) == ("35.689475", "51.389103")
    assert facts.taken_at == "2024-05-01T10:00:00+03:30"
    assert facts.device == "Candlewick Ten Pro"
    assert (facts.width, facts.height) == (64, 96)
    by_tag = {trace.tag: trace for trace in report.traces}
    assert report.traces[0].harm is Harm.LOCATION
    assert by_tag["SerialNumber"].value == "SN8812345699"
    assert by_tag["ImageUniqueID"].harm is Harm.IDENTITY
    assert by_tag["GPSLatitude"].where == "APP1/Exif/GPS"


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_coordinates_are_searched_for_in_both_byte_orders(order: str) -> None:
    report = Jpeg().read(io.BytesIO(jpegs.phone_photo(order)))
    wanted = {needle for trace in report.traces for needle in trace.needles}
    degrees = (35, 1, 41, 1, 2211, 100)
    assert struct.pack("<6I", *degrees) in wanted
    assert struct.pack(">6I", *degrees) in wanted
    assert b"35.6894" in wanted
    assert "51.3891".encode("utf-16-le") in wanted


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_copy_is_as_upright_as_its_source(orientation: int) -> None:
    source = jpegs.oriented(orientation)
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(source)))
    faithful, cleaning = clean(source)
    copied = ImageOps.exif_transpose(Image.open(io.BytesIO(faithful)))
    assert np.array_equal(np.asarray(copied), np.asarray(seen))
    assert ("orientation-kept" in cleaning.steps) == (orientation != 1)
    anonymous, _ = clean(source, Profile.ANONYMOUS)
    image = Image.open(io.BytesIO(anonymous))
    assert "exif" not in image.info
    difference = np.asarray(image).astype(int) - np.asarray(seen).astype(int)
    assert abs(difference).mean() < 4


def test_only_the_first_picture_is_left() -> None:
    first, second = jpegs.plain(), jpegs.plain("L")
    report = Jpeg().read(io.BytesIO(first + second + jpegs.clip(b"wordy text")))
    assert [(part.kind, part.offset) for part in report.embedded] == [
        ("picture", len(first)),
        ("motion-clip", len(first) + len(second)),
    ]
    assert clean(first + second)[0] == clean(first)[0]


def test_fill_bytes_are_taken_out_and_the_picture_stays() -> None:
    data = VARIANTS["restarts"]
    at = data.index(b"\xff\xd0")
    cleaned, _ = clean(data[:at] + b"\xff\xff\xff" + data[at:])
    assert cleaned == clean(data)[0]


def test_a_picture_in_adobe_rgb_by_its_mark_alone_keeps_its_colours() -> None:
    block = tiffs.block({"IFD0": [], "Exif": [], "Interop": [tiffs.text(1, "R03")]})
    cleaned, cleaning = clean(jpegs.with_exif(block))
    assert "colours-adobe-rgb" in cleaning.steps
    assert b"\0A\0d\0o\0b\0e\0 \0R\0G\0B" in cleaned


def test_a_devices_own_profile_is_built_again_and_said() -> None:
    cleaned, cleaning = clean(jpegs.with_profile(jpegs.profile()))
    assert "colour-profile" in cleaning.leaves
    assert b"Wick" not in cleaned
    source = clean(jpegs.with_profile(jpegs.profile()), Profile.ANONYMOUS)[0]
    again = clean(cleaned, Profile.ANONYMOUS)[0]
    assert abs(pixels(source).astype(int) - pixels(again).astype(int)).max() <= 3


def test_tables_of_a_camera_are_said() -> None:
    data = jpegs.plain(qtables=[list(range(1, 65)), list(range(2, 66))])
    assert "jpeg-tables" in clean(data)[1].leaves
    assert "jpeg-tables" not in clean(VARIANTS["baseline"])[1].leaves


def test_a_rare_coding_is_unsupported_faithfully() -> None:
    data = VARIANTS["baseline"].replace(b"\xff\xc0", b"\xff\xc9", 1)
    with pytest.raises(Unsupported):
        clean(data)


def test_too_many_pixels_are_refused_by_the_header() -> None:
    data = bytearray(VARIANTS["baseline"])
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 60000, 60000)
    for profile in Profile:
        with pytest.raises(TooLarge):
            clean(bytes(data), profile)
    with pytest.raises(TooLarge):
        Jpeg().read(io.BytesIO(bytes(data)))


@pytest.mark.parametrize("name", VARIANTS)
def test_a_file_cut_anywhere_in_its_structure_is_damaged(name: str) -> None:
    data = VARIANTS[name]
    cuts = {at for at in range(len(data)) if data[at] == 0xFF}
    for cut in sorted({0, 1, 2, 3, len(data) - 1, *cuts, *(at + 2 for at in cuts)} - {len(data)}):
        for profile in Profile:
            with pytest.raises(Damaged):
                clean(data[:cut], profile)


@pytest.mark.parametrize("length", [0, 1, 2, 3, 0xFFFF])
def test_wrong_lengths_of_segments_are_damage_or_harmless(length: int) -> None:
    data = jpegs.phone_photo()
    whole, _ = clean(data)
    at = 2
    while data[at + 1] != 0xDA:
        broken = data[: at + 2] + struct.pack(">H", length) + data[at + 4 :]
        needed = data[at + 1] in {0xDB, 0xC4, 0xC0}
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        try:
            cleaned, _ = clean(broken)
        except Damaged:
            continue
        assert not needed
        assert cleaned.endswith(whole[-500:])
        assert b"Candlewick" not in cleaned


def test_exiftool_finds_nothing_but_structure(tool: Tool, tmp_path: Path) -> None:
    names: list[Path] = []
    for number, data in enumerate((jpegs.phone_photo(), *VARIANTS.values())):
        for profile in Profile:
            names.append(tmp_path / f"{number}{profile.value}.jpg")
            names[-1].write_bytes(clean(data, profile)[0])
    found = _exiftool(tool("exiftool"), names)
    assert len(found) == len(names)
    for said in found:
        others = {tag for tag in said if tag.split(":")[0] not in STRUCTURE}
        assert others <= {"IFD0:Orientation"}


def _exiftool(path: str, names: list[Path]) -> list[dict[str, object]]:
    command = [path, "-a", "-u", "-ee3", "-G1", "-j", *map(str, names)]
    ran = subprocess.run(command, capture_output=True, check=True)
    said: list[dict[str, object]] = json.loads(ran.stdout)
    return said


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not on this machine")
def test_real_photos_are_cleaned(tool: Tool, tmp_path: Path) -> None:
    names: list[Path] = []
    refused: list[str] = []
    for path in sorted(CORPUS.rglob("*.jp*g")):
        source = io.BytesIO(path.read_bytes())
        output = io.BytesIO()
        report = Jpeg().read(source)
        try:
            Jpeg().clean(source, output, Profile.FAITHFUL, silent)
        except (Damaged, Unsupported):
            refused.append(path.name)
            continue
        Jpeg().verify(output)
        needles.search(output, [needle for trace in report.traces for needle in trace.needles])
        assert np.array_equal(pixels(output.getvalue()), pixels(source.getvalue()))
        names.append(tmp_path / f"{len(names)}.jpg")
        names[-1].write_bytes(output.getvalue())
    assert len(refused) <= len(names) // 50
    for said in _exiftool(tool("exiftool"), names):
        others = {tag for tag in said if tag.split(":")[0] not in STRUCTURE}
        assert others <= {"IFD0:Orientation"}


def test_the_second_reading_refuses_what_is_not_cleaned() -> None:
    for name, data in VARIANTS.items():
        if name not in {"phone", "own profile"}:
            continue
        with pytest.raises(Unverified):
            Jpeg().verify(io.BytesIO(data))


def test_restart_markers_outside_of_a_scan_are_left_out() -> None:
    data = VARIANTS["baseline"]
    odd = data[:20] + b"\xff\xd3\xff\x01" + data[20:]
    for profile in Profile:
        assert clean(odd, profile)[0] == clean(data, profile)[0]


def test_fill_bytes_between_segments_are_left_out() -> None:
    data = VARIANTS["baseline"]
    assert clean(data[:20] + b"\xff" * 40 + data[20:])[0] == clean(data)[0]
    assert clean(data[:-2] + b"\xff" * 40 + data[-2:])[0] == clean(data)[0]


def test_a_motion_photos_clip_is_read_as_the_movie_that_it_is() -> None:
    report = Jpeg().read(io.BytesIO(jpegs.plain() + movies.muxed()))
    said = {trace.tag.rsplit("/", 1)[-1]: trace for trace in report.traces}
    place = said["com.apple.quicktime.location.ISO6709"]
    assert (place.value, place.where) == (
        "+48.8584+002.2945+35/",
        "motion clip/moov/udta/meta",
    )
    assert said["com.apple.quicktime.make"].value == "Kamerawerk"
    assert (report.facts.latitude, report.facts.longitude) == ("48.858400", "2.294500")
    assert report.facts.device == "Kamerawerk"
    assert report.facts.duration is None


def test_a_photos_own_facts_come_before_its_clips() -> None:
    facts = Jpeg().read(io.BytesIO(jpegs.phone_photo() + movies.muxed())).facts
    assert facts.latitude == "35.689475"
    assert facts.device == "Candlewick Ten Pro"


def test_a_clip_that_is_cut_anywhere_is_still_named() -> None:
    photo, clip = jpegs.plain(), movies.muxed()
    for cut in range(12, len(clip), 1511):
        report = Jpeg().read(io.BytesIO(photo + clip[:cut]))
        assert any(trace.where == "after EOI" for trace in report.traces)
        assert report.embedded
