import io
import json
import struct
import subprocess
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from capture.errors import Damaged, TooLarge, Unsupported, Unverified
from capture.formats.base import Profile
from capture.formats.gif import Gif
from capture.kinds import MediaKind, sniff
from tests.capture.samples import gifs
from tests.capture.samples.copies import clean_with
from tests.conftest import Tool

LARGE = Image.effect_noise((301, 203), 90).convert("P")


def _large() -> bytes:
    out = io.BytesIO()
    LARGE.save(out, "GIF")
    return out.getvalue()


VARIANTS = {
    "still": gifs.plain(),
    "interlaced": gifs.plain(interlace=1),
    "transparent": gifs.plain(transparency=3),
    "animated": gifs.animated(),
    "disposed": gifs.animated(disposal=2),
    "commented": gifs.plain(comment=b"made by somebody"),
    "all codes": _large(),
    "small": gifs.tiny(bytes(range(12)), gifs.codes(4, 0, 6, 5)),
}


clean = partial(clean_with, Gif())


@pytest.mark.parametrize("name", VARIANTS)
def test_a_faithful_copy_has_the_same_pixels_and_cleans_to_itself(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name])
    assert cleaning.lossless
    assert sniff(cleaned[:64]) is MediaKind.GIF
    before, after = Image.open(io.BytesIO(VARIANTS[name])), Image.open(io.BytesIO(cleaned))
    frames = getattr(before, "n_frames", 1)
    assert frames == getattr(after, "n_frames", 1)
    for number in range(frames):
        before.seek(number)
        after.seek(number)
        assert np.array_equal(np.asarray(before.convert("RGBA")), np.asarray(after.convert("RGBA")))
        for key in ("duration", "loop", "transparency"):
            assert before.info.get(key) == after.info.get(key)
    assert clean(cleaned)[0] == cleaned
    assert Gif().read(io.BytesIO(cleaned)).traces == ()


@pytest.mark.parametrize("name", VARIANTS)
def test_an_anonymous_copy_is_one_picture(name: str) -> None:
    cleaned, cleaning = clean(VARIANTS[name], Profile.ANONYMOUS)
    assert cleaning.kind in {MediaKind.JPEG, MediaKind.PNG}
    assert Image.open(io.BytesIO(cleaned)).size == Image.open(io.BytesIO(VARIANTS[name])).size


def test_the_codes_are_copied_to_the_bit() -> None:
    data = VARIANTS["all codes"]
    cleaned, _ = clean(data)
    start = data.rindex(b",\0\0\0\0")
    assert cleaned.endswith(data[start:])


@pytest.mark.parametrize("name", VARIANTS)
def test_a_file_cut_anywhere_is_damaged(name: str) -> None:
    data = VARIANTS[name]
    for cut in {*range(min(60, len(data))), *range(60, len(data), 173), len(data) - 1}:
        with pytest.raises(Damaged):
            clean(data[:cut])


def test_codes_that_do_not_make_the_picture_are_damage() -> None:
    table = bytes(range(12))
    for codes in (
        (4, 0, 1, 5),
        (4, 7, 1),
        (0, 7),
        (),
        (4, 4, 4),
        (4, 0, 0, 6),
        (4, 6, 6),
    ):
        with pytest.raises(Damaged):
            clean(gifs.tiny(table, gifs.codes(*codes)))


def test_a_picture_beyond_the_screen_is_unsupported() -> None:
    data = bytearray(VARIANTS["small"])
    at = data.index(b",")
    data[at + 1] = 9
    with pytest.raises(Unsupported):
        clean(bytes(data))


def test_too_many_pixels_are_refused_by_the_header() -> None:
    data = bytearray(VARIANTS["still"])
    data[6:10] = struct.pack("<HH", 60000, 60000)
    for profile in Profile:
        with pytest.raises(TooLarge):
            clean(bytes(data), profile)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_second_reading_refuses_what_a_broken_writer_makes(name: str) -> None:
    good = clean(VARIANTS[name])[0]
    for bad in (
        gifs.with_blocks(gifs.extension(0xFE, b"words"), base=good),
        gifs.with_blocks(gifs.extension(0xFF, b"XMP DataXMP", b"words"), base=good),
        good + b";",
        good[:-1],
        good[:-2] + b"\5words\0;",
        good[:11] + b"\0\1" + good[13:],
        b"GIF87a" + good[6:],
    ):
        with pytest.raises(Unverified):
            Gif().verify(io.BytesIO(bad))


def test_exiftool_finds_nothing_but_structure(tool: Tool, tmp_path: Path) -> None:
    names: list[Path] = []
    for number, data in enumerate(VARIANTS.values()):
        names.append(tmp_path / f"{number}.gif")
        names[-1].write_bytes(clean(data)[0])
    command = [tool("exiftool"), "-a", "-u", "-ee3", "-G1", "-j", *map(str, names)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    allowed = {"SourceFile", "File", "GIF", "Composite", "System", "ExifTool"}
    for said in found:
        assert {tag.split(":")[0] for tag in said} <= allowed
        assert "GIF:Comment" not in said
