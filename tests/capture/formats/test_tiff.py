import io
import json
import struct
import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageOps, ImageSequence

from capture.errors import Damaged, TooLarge, Unsupported, Unverified
from capture.formats import hidden
from capture.formats.base import Profile
from capture.formats.tiff import Tiff
from capture.kinds import MediaKind, sniff
from capture.progress import silent
from tests.capture.samples import jpegs, raws, tiff_files, tiffs
from tests.capture.samples.copies import clean_with
from tests.capture.samples.tiff_canaries import lzw_codes
from tests.conftest import CORPUS, Tool

VARIANTS = {
    "plain": tiff_files.plain(),
    "gray": tiff_files.plain("L"),
    "one bit": tiff_files.plain("1"),
    "cmyk": tiff_files.plain("CMYK"),
    "alpha": tiff_files.plain("RGBA"),
    "lzw": tiff_files.plain(compression="tiff_lzw"),
    "zlib": tiff_files.plain(compression="tiff_adobe_deflate"),
    "packbits": tiff_files.plain(compression="packbits"),
    "16 bits": tiff_files.plain("I;16"),
    "tiled": tiff_files.tiled(),
    "big-endian": tiff_files.built(tiffs.short(0x0112, 6, ">"), order=">"),
    "lzw by hand": tiff_files.built(part=lzw_codes(tiff_files.PIXELS), compression=5),
    "own profile": tiff_files.plain(icc_profile=jpegs.profile()),
    "big": tiff_files.big(),
    "told in big": tiff_files.big("<", (0x010F, 2, b"Candlewick Works\0")),
    "told": tiff_files.built(tiffs.text(0x010F, "Candlewick"), tiffs.text(0x013B, "Somebody")),
}
STRUCTURE = {"SourceFile", "File", "Composite", "System", "ExifTool", "ICC_Profile", "ICC-header"}
FIELDS = {
    "ImageWidth", "ImageHeight", "BitsPerSample", "Compression", "PhotometricInterpretation",
    "StripOffsets", "Orientation", "SamplesPerPixel", "RowsPerStrip", "StripByteCounts",
    "PlanarConfiguration", "Predictor", "TileWidth", "TileLength", "TileOffsets",
    "TileByteCounts", "ExtraSamples", "SampleFormat",
}  # fmt: skip


clean = partial(clean_with, Tiff())


@pytest.mark.parametrize("name", VARIANTS)
def test_a_faithful_copy_has_the_same_pixels_and_cleans_to_itself(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name])
    assert cleaning.lossless
    assert sniff(cleaned[:64]) is MediaKind.TIFF
    before, after = tiff_files.reopened(VARIANTS[name]), tiff_files.reopened(cleaned)
    assert before.mode == after.mode
    assert np.array_equal(np.asarray(before), np.asarray(after))
    assert clean(cleaned)[0] == cleaned
    assert Tiff().read(io.BytesIO(cleaned)).traces == ()


@pytest.mark.parametrize("name", VARIANTS)
def test_an_anonymous_copy_is_one_picture(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name], Profile.ANONYMOUS)
    assert cleaning.kind is (MediaKind.PNG if name == "alpha" else MediaKind.JPEG)
    before = ImageOps.exif_transpose(tiff_files.reopened(VARIANTS[name]))
    assert Image.open(io.BytesIO(cleaned)).size == before.size


def pages(*modes: str, **settings: object) -> bytes:
    """Return a TIFF of some pages, each turned another way, whose camera is named in each."""
    frames = [jpegs.picture().rotate(40 * i).convert(mode) for i, mode in enumerate(modes)]
    out = io.BytesIO()
    told = {270: "Candlewick", 315: "Somebody", 282: 11.0}
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:], tiffinfo=told, **settings)
    return out.getvalue()


def colours(data: bytes) -> list[np.ndarray]:
    with Image.open(io.BytesIO(data)) as opened:
        return [
            np.asarray(page.convert("RGBA").convert("RGB"))
            for page in ImageSequence.Iterator(opened)
        ]


def shown(data: bytes) -> list[np.ndarray]:
    with Image.open(io.BytesIO(data)) as opened:
        return [np.asarray(page.copy()) for page in ImageSequence.Iterator(opened)]


@pytest.mark.parametrize("compression", ["raw", "tiff_adobe_deflate", "tiff_lzw", "packbits"])
def test_a_faithful_copy_has_every_page(compression: str) -> None:
    data = pages("RGB", "L", "1", "RGB", compression=compression)
    cleaned, cleaning = clean(data)
    before, after = shown(data), shown(cleaned)
    assert len(after) == 4
    assert all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))
    assert "several-pages" in cleaning.leaves
    assert b"Candlewick" not in cleaned
    assert clean(cleaned)[0] == cleaned
    report = Tiff().read(io.BytesIO(cleaned))
    assert (report.traces, report.embedded) == ((), ())
    wheres = {trace.where for trace in Tiff().read(io.BytesIO(data)).traces}
    assert {f"TIFF/IFD{number}" for number in range(4)} <= wheres


@pytest.mark.parametrize(
    ("modes", "settings"),
    [
        (("RGB", "L", "RGBA", "CMYK"), {}),
        (("1", "1", "1"), {"compression": "group4"}),
        (("P", "RGB", "P"), {"compression": "tiff_lzw"}),
        (("RGB", "RGB"), {"compression": "jpeg", "quality": 95}),
    ],
    ids=["plain", "fax", "palette", "jpeg"],
)
def test_an_anonymous_copy_has_every_page(modes: tuple[str, ...], settings: Any) -> None:
    data = pages(*modes, **settings)
    cleaned, cleaning = clean(data, Profile.ANONYMOUS)
    assert (cleaning.kind, "several-pages" in cleaning.leaves) == (MediaKind.TIFF, True)
    before, after = colours(data), colours(cleaned)
    assert len(after) == len(modes)
    for one, other in zip(before, after, strict=True):
        assert np.abs(one.astype(int) - other).mean() < 2  # CMYK has several ways to sRGB
    assert b"Candlewick" not in cleaned
    Tiff().verify(io.BytesIO(cleaned))
    assert clean(cleaned, Profile.ANONYMOUS)[0] == cleaned
    small, _ = clean(pages("L", "L"), Profile.SMALL)
    assert len(shown(small)) == 2


def test_further_pages_are_shown_until_a_copy_was_made_of_them() -> None:
    """Many programs show the first page alone, so a person may not know of the others."""
    data = pages("RGB", "1", "L")
    report = Tiff().read(io.BytesIO(data))
    assert [part.kind for part in report.embedded] == ["page", "page"]
    assert report.hidden == ()
    found = hidden.pictures(io.BytesIO(data), MediaKind.TIFF, report.embedded, 96, silent)
    wide, high = jpegs.picture().size
    assert [(p.picture.width, p.picture.height) for p in found if p.picture] == [(wide, high)] * 2
    for profile in (Profile.FAITHFUL, Profile.ANONYMOUS):
        assert Tiff().read(io.BytesIO(clean(data, profile)[0])).embedded == ()


def test_a_smaller_picture_of_a_page_is_named_and_left_out() -> None:
    data = tiff_files.built(
        others={
            "IFD1": [
                tiff_files.long(0xFE, 1),
                *(tiff_files.long(tag, 4) for tag in (0x100, 0x101, 0x111)),
                tiff_files.long(0x117, 16),
            ]
        }
    )
    report = Tiff().read(io.BytesIO(data))
    assert [part.kind for part in report.embedded] == ["picture"]
    assert len(shown(clean(data)[0])) == 1


def test_one_page_that_cannot_be_carried_over_is_not_lost_in_silence() -> None:
    out = io.BytesIO()
    frames = [jpegs.picture(), jpegs.picture().convert("P")]
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    with pytest.raises(Unsupported):
        clean(out.getvalue())
    with pytest.raises(Unsupported):
        clean(pages(*("1" for _ in range(130))))


def test_the_second_reading_follows_pages_to_the_last_byte() -> None:
    cleaned, _ = clean(pages("L", "L"))
    first = struct.unpack_from("<H", cleaned, 8)[0]
    link = 10 + 12 * first
    (second,) = struct.unpack_from("<I", cleaned, link)
    for changed in (
        cleaned[:link] + bytes(4) + cleaned[link + 4 :],
        cleaned[:link] + struct.pack("<I", 8) + cleaned[link + 4 :],
        cleaned[:second] + b"ab" + cleaned[second:],
        cleaned[:second],
        cleaned[: second + 1],
        cleaned + b"ab",
    ):
        with pytest.raises(Unverified):
            Tiff().verify(io.BytesIO(changed))


def test_a_cameras_raw_is_developed_or_refused_by_name() -> None:
    gray, mosaic = (struct.pack("<HHIH", 0x0106, 3, 1, kind) for kind in (1, 32803))
    for data in (
        tiff_files.built(tiffs.Field(0xC612, tiffs.BYTE, bytes((1, 4, 0, 0)))),
        tiff_files.built().replace(gray, mosaic),
    ):
        with pytest.raises(Unsupported) as refused:
            clean(data)
        assert refused.value.facts["part"] == "raw"
        with pytest.raises((Unsupported, Damaged)):
            clean(data, Profile.ANONYMOUS)
    assert clean(raws.dng(), Profile.ANONYMOUS)[1].steps[0] == "raw-developed"


@pytest.mark.parametrize(
    "data",
    [
        tiff_files.plain(compression="jpeg"),
        tiff_files.plain("1", compression="group4"),
        tiff_files.plain("P"),
        tiff_files.built(tiffs.short(0x0152, 0), tiffs.short(0x0115, 2), part=bytes(320)),
        tiff_files.built(tiffs.short(0x010A, 2)),
        tiff_files.built(tiffs.short(0x013D, 7)),
        tiff_files.built(tiff_files.long(0x013D, 70_000)),
    ],
)
def test_what_is_not_carried_over_is_unsupported(data: bytes) -> None:
    with pytest.raises(Unsupported):
        clean(data)


def test_a_hidden_channel_is_told() -> None:
    data = tiff_files.built(tiffs.short(0x0152, 0), tiffs.short(0x0115, 2), part=bytes(320))
    assert "ExtraSamples" in {trace.tag for trace in Tiff().read(io.BytesIO(data)).traces}


def test_too_many_pixels_are_refused_by_the_header() -> None:
    with pytest.raises(TooLarge):
        clean(tiff_files.built().replace(struct.pack("<I", 16), struct.pack("<I", 1 << 30), 1))


@pytest.mark.parametrize("name", ["plain", "lzw", "zlib", "packbits", "tiled", "told"])
def test_a_file_cut_anywhere_is_damaged(name: str) -> None:
    # Pillow writes the directory before or after the pixels; either way nothing is optional.
    data = VARIANTS[name]
    whole = clean(data)[0]
    for cut in {*range(60), *range(60, len(data), 211)}:
        try:
            cleaned, _ = clean(data[:cut])
        except (Damaged, Unsupported):
            continue
        assert cleaned == whole


def test_directories_that_lead_in_circles_are_read_once() -> None:
    data = bytearray(tiff_files.built())
    count = int.from_bytes(data[8:10], "little")
    at = 10 + 12 * count
    data[at : at + 4] = struct.pack("<I", 8)
    assert Tiff().read(io.BytesIO(bytes(data))).traces
    clean(bytes(data))


@pytest.mark.parametrize("name", VARIANTS)
def test_the_second_reading_refuses_what_is_not_cleaned(name: str) -> None:
    good = clean(VARIANTS[name])[0]
    for bad in (good + b"\0\0", good[:-2], good[:5] + b"\1" + good[6:], VARIANTS["told"]):
        with pytest.raises(Unverified):
            Tiff().verify(io.BytesIO(bad))


def test_exiftool_finds_nothing_but_structure(tool: Tool, tmp_path: Path) -> None:
    names: list[Path] = []
    for number, data in enumerate(VARIANTS.values()):
        names.append(tmp_path / f"{number}.tif")
        names[-1].write_bytes(clean(data)[0])
    command = [tool("exiftool"), "-a", "-u", "-ee3", "-G1", "-j", *map(str, names)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    for said in found:
        others = {tag for tag in said if tag.split(":")[0] not in STRUCTURE}
        assert others <= {f"IFD0:{field}" for field in FIELDS}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not on this machine")
def test_real_files_are_cleaned() -> None:
    for path in sorted(CORPUS.rglob("*.tif*")):
        data = path.read_bytes()
        try:
            cleaned, _ = clean(data)
        except Unsupported:
            cleaned, _ = clean(data, Profile.ANONYMOUS)
            continue
        before, after = tiff_files.reopened(data), tiff_files.reopened(cleaned)
        assert np.array_equal(np.asarray(before), np.asarray(after))


def test_a_bigtiff_says_what_it_says_and_becomes_a_tiff_of_plain_size() -> None:
    data = tiff_files.big("<", (0x010F, 2, b"Candlewick Works\0"), (0x013B, 2, b"Ann\0"))
    assert sniff(data) is MediaKind.TIFF
    report = Tiff().read(io.BytesIO(data))
    said = {trace.tag: trace.value for trace in report.traces}
    assert (said["Make"], said["Artist"]) == ("Candlewick Works", "Ann")
    assert (report.facts.width, report.facts.height) == (tiff_files.WIDTH, tiff_files.HEIGHT)
    assert clean(data)[0][:4] == b"II*\0"


def test_a_bigtiff_of_the_other_byte_order_is_cleaned_in_both_ways() -> None:
    cleaned, _ = clean(tiff_files.big(">"))
    assert cleaned[:4] == b"MM\0*"
    pixels = np.asarray(tiff_files.reopened(cleaned))
    assert pixels.tobytes() == tiff_files.PIXELS
    copy, cleaning = clean(tiff_files.big(">"), Profile.ANONYMOUS)
    assert Image.open(io.BytesIO(copy)).size == (tiff_files.WIDTH, tiff_files.HEIGHT)
    assert cleaning.steps[0] == "decoded"


@pytest.mark.parametrize("value", [0, 1, 0x7FFFFFFF, 0xFFFFFFFF, (1 << 63) - 1, (1 << 64) - 1])
def test_every_number_of_a_bigtiff_may_lie(value: int) -> None:
    data = tiff_files.big("<", (0x010F, 2, b"Candlewick Works\0"))
    whole = clean(data)[0]
    for at in (8, 16, *range(24 + 4, 24 + 20 * 8, 20), *range(24 + 12, 24 + 20 * 8, 20)):
        hostile = data[:at] + struct.pack("<Q", value) + data[at + 8 :]
        try:
            Tiff().read(io.BytesIO(hostile))
            cleaned, _ = clean(hostile)
        except (Damaged, TooLarge, Unsupported):
            continue
        assert len(cleaned) <= len(whole)
