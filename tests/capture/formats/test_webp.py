import io
import json
import struct
import subprocess
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from capture.errors import Damaged, TooLarge, Unverified
from capture.formats.base import Profile
from capture.formats.webp import Webp
from capture.kinds import MediaKind, sniff
from tests.capture.samples import jpegs, tiffs, webps
from tests.capture.samples.copies import clean_with
from tests.conftest import Tool

TURNED = tiffs.block({"IFD0": [tiffs.short(0x0112, 6), tiffs.text(0x013B, "Somebody")]})
VARIANTS = {
    "lossy": webps.plain(),
    "lossless": webps.plain(lossless=True),
    "lossy with alpha": webps.plain("RGBA"),
    "lossless with alpha": webps.plain("RGBA", lossless=True),
    "animated": webps.animated(),
    "animated lossless": webps.animated(lossless=True),
    "phone": webps.plain(
        exif=b"Exif\0\0" + TURNED, xmp=jpegs.packet("<dc:creator>Who</dc:creator>")
    ),
    "own profile": webps.plain(icc_profile=jpegs.profile()),
}


clean = partial(clean_with, Webp())


@pytest.mark.parametrize("name", VARIANTS)
def test_a_faithful_copy_has_the_same_pixels_and_cleans_to_itself(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name])
    assert cleaning.lossless
    assert sniff(cleaned[:64]) is MediaKind.WEBP
    before, after = Image.open(io.BytesIO(VARIANTS[name])), Image.open(io.BytesIO(cleaned))
    assert getattr(before, "n_frames", 1) == getattr(after, "n_frames", 1)
    for number in range(getattr(before, "n_frames", 1)):
        before.seek(number)
        after.seek(number)
        assert np.array_equal(np.asarray(before), np.asarray(after))
        assert before.info.get("duration") == after.info.get("duration")
    assert clean(cleaned)[0] == cleaned
    assert Webp().read(io.BytesIO(cleaned)).traces == ()


@pytest.mark.parametrize("name", VARIANTS)
def test_an_anonymous_copy_is_a_jpeg_or_keeps_its_transparency(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name], Profile.ANONYMOUS)
    assert cleaning.kind is (MediaKind.PNG if "alpha" in name else MediaKind.JPEG)
    before = ImageOps.exif_transpose(Image.open(io.BytesIO(VARIANTS[name])))
    assert Image.open(io.BytesIO(cleaned)).size == before.size


def test_a_sideways_picture_stays_upright_and_is_told_of() -> None:
    report = Webp().read(io.BytesIO(VARIANTS["phone"]))
    assert {"Artist", "Xmp.dc:creator"} <= {trace.tag for trace in report.traces}
    assert (report.facts.width, report.facts.height) == (64, 96)
    cleaned, cleaning = clean(VARIANTS["phone"])
    assert "orientation-kept" in cleaning.steps
    assert Image.open(io.BytesIO(cleaned)).getexif()[0x0112] == 6


@pytest.mark.parametrize("kind", [b"EXIF", b"XMP ", b"ICCP"])
def test_a_padding_byte_that_is_set_hides_nothing_of_its_chunk(kind: bytes) -> None:
    held = {
        b"EXIF": TURNED,
        b"XMP ": jpegs.packet("<dc:creator>Somebody</dc:creator>"),
        b"ICCP": jpegs.profile(),
    }[kind]
    held += bytes(1 - len(held) % 2)

    def said(padding: bytes) -> list[tuple[str, str]]:
        chunk = kind + struct.pack("<I", len(held)) + held + padding
        report = Webp().read(io.BytesIO(webps.extended(0x2C, chunk)))
        return [(trace.tag, trace.value) for trace in report.traces]

    named = (f"chunk {kind.decode().strip()}", "padding byte")
    assert len(said(b"\0")) >= 1
    assert sorted(said(b"Z")) == sorted([*said(b"\0"), named])


@pytest.mark.parametrize("name", VARIANTS)
def test_a_file_cut_anywhere_is_damaged(name: str) -> None:
    data = VARIANTS[name]
    for cut in {*range(80), *range(80, len(data), 97), len(data) - 1}:
        for profile in Profile:
            with pytest.raises(Damaged):
                clean(data[:cut], profile)


@pytest.mark.parametrize("length", [0, 1, 7, 0x7FFFFFFF, 0xFFFFFFFF])
def test_wrong_lengths_of_chunks_are_damage(length: int) -> None:
    for name in ("lossy", "lossy with alpha", "animated"):
        data, at = VARIANTS[name], 12
        while at + 8 < len(data):
            broken = data[: at + 4] + struct.pack("<I", length) + data[at + 8 :]
            needed = data[at : at + 4] != b"ALPH"
            size = int.from_bytes(data[at + 4 : at + 8], "little")
            at += 8 + size + size % 2
            try:
                clean(broken)
            except Damaged:
                continue
            assert not needed


def test_too_many_pixels_are_refused_by_the_header() -> None:
    data = bytearray(VARIANTS["animated"])
    at = data.index(b"VP8X") + 12
    data[at : at + 6] = b"\xff" * 6
    with pytest.raises(TooLarge):
        clean(bytes(data))


@pytest.mark.parametrize("name", VARIANTS)
def test_the_second_reading_refuses_what_a_broken_writer_makes(name: str) -> None:
    body = clean(VARIANTS[name])[0][12:]
    for bad in (
        webps.wrapped(body, webps.chunk(b"XMP ", b"words")),
        webps.wrapped(body, webps.chunk(b"EXIF", TURNED)),
        webps.wrapped(webps.chunk(b"zzzz", b"words"), body),
        webps.wrapped(body) + b"\0",
        webps.wrapped(body)[:-1],
        webps.wrapped(body, body),
        webps.wrapped(),
    ):
        with pytest.raises(Unverified):
            Webp().verify(io.BytesIO(bad))


def test_exiftool_finds_nothing_but_structure(tool: Tool, tmp_path: Path) -> None:
    names: list[Path] = []
    for number, data in enumerate(VARIANTS.values()):
        names.append(tmp_path / f"{number}.webp")
        names[-1].write_bytes(clean(data)[0])
    command = [tool("exiftool"), "-a", "-u", "-ee3", "-G1", "-j", *map(str, names)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    allowed = {"SourceFile", "File", "RIFF", "ICC_Profile", "ICC-header", "Composite", "System"}
    for said in found:
        others = {tag for tag in said if tag.split(":")[0] not in allowed | {"ExifTool"}}
        assert others <= {"IFD0:Orientation"}
