import io
import json
import struct
import subprocess
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from capture.errors import Damaged, TooLarge, Unsupported, Unverified
from capture.formats.base import Cleaning, Profile
from capture.formats.png import Png
from capture.progress import silent
from tests.capture.samples import jpegs, pngs, tiffs
from tests.conftest import Tool

VARIANTS = {
    "rgb": pngs.plain(),
    "gray": pngs.plain("L"),
    "palette": pngs.plain("P"),
    "one bit": pngs.plain("1"),
    "alpha": pngs.plain("RGBA"),
    "gray with alpha": pngs.plain("LA"),
    "16 bits gray": pngs.deep("I;16"),
    "16 bits": pngs.deep("RGB"),
    "key colour": pngs.plain(transparency=(200, 30, 40)),
    "animated": pngs.animated(),
    "animated beside a still": pngs.animated(default_image=True),
    "own profile": pngs.plain(icc_profile=jpegs.profile()),
    "own gray profile": pngs.plain("L", icc_profile=jpegs.profile(colour=b"GRAY")),
}
STRUCTURE = {
    "SourceFile",
    "File",
    "PNG",
    "ICC_Profile",
    "ICC-header",
    "Composite",
    "System",
    "ExifTool",
}
NEEDED = {
    "ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace",
    "Palette", "Transparency", "SRGBRendering", "Gamma", "ProfileName", "AnimationFrames",
    "AnimationPlays", "NumColors",
}  # fmt: skip


def clean(data: bytes, profile: Profile = Profile.FAITHFUL) -> tuple[bytes, Cleaning]:
    output = io.BytesIO()
    cleaning = Png().clean(io.BytesIO(data), output, profile, silent)
    Png().verify(output)
    return output.getvalue(), cleaning


@pytest.mark.parametrize("name", VARIANTS)
def test_a_faithful_copy_has_the_same_pixels_and_cleans_to_itself(name: str) -> None:
    source = VARIANTS[name]
    cleaned, cleaning = clean(source)
    assert cleaning.lossless
    before, after = Image.open(io.BytesIO(source)), Image.open(io.BytesIO(cleaned))
    frames = getattr(before, "n_frames", 1)
    assert frames == getattr(after, "n_frames", 1)
    for number in range(frames):
        before.seek(number)
        after.seek(number)
        assert before.info.get("duration") == after.info.get("duration")
        assert np.array_equal(np.asarray(before.convert("RGBA")), np.asarray(after.convert("RGBA")))
    assert pngs.pixels_of(cleaned) == pngs.pixels_of(source)
    assert clean(cleaned)[0] == cleaned
    assert Png().read(io.BytesIO(cleaned)).traces == ()


@pytest.mark.parametrize("name", VARIANTS)
def test_an_anonymous_copy_has_eight_bits_and_looks_the_same(name: str) -> None:
    cleaned, _ = clean(VARIANTS[name], Profile.ANONYMOUS)
    image = pngs.reopened(cleaned)
    assert image.mode in {"RGB", "RGBA"}
    assert set(image.info) <= {"interlace"}
    if "16" not in name and "profile" not in name:
        before = pngs.reopened(VARIANTS[name]).convert(image.mode)
        assert np.array_equal(np.asarray(before), np.asarray(image)) or name == "key colour"


def test_what_hides_under_transparency_is_black_in_an_anonymous_copy() -> None:
    image = jpegs.picture().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    out = io.BytesIO()
    image.save(out, "PNG")
    faithful, cleaning = clean(out.getvalue())
    assert "transparent-pixels" in cleaning.leaves
    assert np.asarray(pngs.reopened(faithful))[..., :3].any()
    anonymous, _ = clean(out.getvalue(), Profile.ANONYMOUS)
    assert not np.asarray(pngs.reopened(anonymous))[..., :3].any()


def test_a_sideways_picture_stays_upright() -> None:
    block = tiffs.block({"IFD0": [tiffs.short(0x0112, 6), tiffs.text(0x013B, "Somebody")]})
    source = pngs.with_chunks(pngs.chunk(b"eXIf", block))
    report = Png().read(io.BytesIO(source))
    assert (report.facts.width, report.facts.height) == (64, 96)
    faithful, _ = clean(source)
    assert pngs.reopened(faithful).getexif()[0x0112] == 6
    assert b"Somebody" not in faithful
    assert pngs.reopened(clean(source, Profile.ANONYMOUS)[0]).size == (64, 96)


def test_standard_colours_are_said_in_the_standard_way() -> None:
    srgb = pngs.with_chunks(
        pngs.chunk(b"gAMA", struct.pack(">I", 45455)), pngs.chunk(b"sRGB", b"\3")
    )
    cleaned, cleaning = clean(srgb)
    assert "colours-srgb" in cleaning.steps
    assert cleaned.count(b"sRGB\0") == 1
    assert b"gAMA" not in cleaned
    gamma, cleaning = clean(pngs.with_chunks(pngs.chunk(b"gAMA", struct.pack(">I", 100000))))
    assert pngs.chunk(b"gAMA", struct.pack(">I", 100000)) in gamma
    own, cleaning = clean(VARIANTS["own profile"])
    assert "colour-profile" in cleaning.leaves
    assert b"iCCPicc\0" in own


def test_bytes_beside_the_pixels_are_left_out() -> None:
    base = VARIANTS["rgb"]
    stream = pngs.pixels_of(base)
    raw = zlib.decompress(stream)
    same = clean(base)[0]
    assert clean(pngs.with_pixels(stream + b"more", base))[0] == same
    surplus = clean(pngs.with_pixels(zlib.compress(raw + bytes(10_000_000)), base))[0]
    assert zlib.decompress(pngs.pixels_of(surplus)) == raw
    unchecked = clean(pngs.with_pixels(stream[:-4], base))[0]
    assert zlib.decompress(pngs.pixels_of(unchecked)) == raw
    with pytest.raises(Damaged):
        clean(pngs.with_pixels(zlib.compress(raw[:-1]), base))
    with pytest.raises(Damaged):
        clean(pngs.with_pixels(zlib.compress(b"\7" + raw[1:]), base))


@pytest.mark.parametrize("frames", [False, True])
def test_colours_of_no_pixel_and_how_much_they_let_through_say_nothing(frames: bool) -> None:  # noqa: FBT001 - a case
    entries, alphas = b"Canary of colours", b"\x10\x20\x30Canary of alphas"[:17]
    source = pngs.with_palette_tail(entries, alphas, frames=frames)
    cleaned, _ = clean(source)
    assert b"Canary" in source
    assert b"Canary" not in cleaned
    used = 3 if frames else 2
    rest = len(entries.ljust(42, b".")) + 9 - 3 * used
    assert pngs.chunk(b"PLTE", bytes(range(3 * used)) + bytes(rest)) in cleaned
    assert pngs.chunk(b"tRNS", alphas[:used]) in cleaned
    before, after = Image.open(io.BytesIO(source)), Image.open(io.BytesIO(cleaned))
    for number in range(1 + frames):
        before.seek(number)
        after.seek(number)
        assert np.array_equal(np.asarray(before.convert("RGBA")), np.asarray(after.convert("RGBA")))
    assert clean(cleaned)[0] == cleaned


def test_a_bomb_of_pixels_is_refused_by_its_header() -> None:
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 6, 0, 0, 0)
    packed = zlib.compress(bytes(1 << 20))
    bomb = pngs.SIGNATURE + pngs.chunk(b"IHDR", header) + pngs.chunk(b"IDAT", packed)
    bomb += pngs.chunk(b"IEND", b"")
    for profile in Profile:
        with pytest.raises(TooLarge):
            clean(bomb, profile)
    with pytest.raises(TooLarge):
        Png().read(io.BytesIO(bomb))


def test_a_bomb_of_text_is_read_within_bounds() -> None:
    bomb = zlib.compress(bytes(100 << 20), 9)
    report = Png().read(io.BytesIO(pngs.with_chunks(pngs.chunk(b"zTXt", b"Comment\0\0" + bomb))))
    assert len(report.traces) == 1


def test_chunks_that_change_the_pixels_meaning_are_unsupported() -> None:
    with pytest.raises(Unsupported):
        clean(pngs.with_chunks(pngs.chunk(b"CgBI", bytes(4))))


def test_a_wrong_checksum_of_a_needed_chunk_is_damage() -> None:
    data = bytearray(VARIANTS["rgb"])
    data[data.index(b"IDAT") + 20] ^= 1
    with pytest.raises(Damaged):
        clean(bytes(data))


@pytest.mark.parametrize("name", ["rgb", "palette", "animated"])
def test_a_file_cut_anywhere_is_damaged(name: str) -> None:
    data = VARIANTS[name]
    for cut in {*range(120), *range(120, len(data), 41), len(data) - 1}:
        for profile in Profile:
            with pytest.raises(Damaged):
                clean(data[:cut], profile)


@pytest.mark.parametrize("length", [0, 1, 0x7FFFFFFF, 0xFFFFFFFF])
def test_wrong_lengths_of_chunks_are_damage(length: int) -> None:
    data, at = VARIANTS["palette"], 8
    while data[at + 4 : at + 8] != b"IEND":
        broken = data[:at] + struct.pack(">I", length) + data[at + 4 :]
        with pytest.raises(Damaged):
            clean(broken)
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def test_exiftool_finds_nothing_but_structure(tool: Tool, tmp_path: Path) -> None:
    names: list[Path] = []
    for number, data in enumerate(VARIANTS.values()):
        for profile in Profile:
            names.append(tmp_path / f"{number}{profile.value}.png")
            names[-1].write_bytes(clean(data, profile)[0])
    command = [tool("exiftool"), "-a", "-u", "-ee3", "-G1", "-j", *map(str, names)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert len(found) == len(names)
    for said in found:
        groups = {tag.split(":")[0] for tag in said}
        assert groups <= STRUCTURE | {"PNG-cICP"}
        assert {tag[4:] for tag in said if tag.startswith("PNG:")} <= NEEDED


@pytest.mark.parametrize("name", VARIANTS)
def test_the_second_reading_refuses_what_a_broken_writer_makes(name: str) -> None:
    good = clean(VARIANTS[name])[0]
    end = good[-12:]
    text = pngs.chunk(b"tEXt", b"Comment\0words")
    for bad in (
        good[:33] + text + good[33:],
        good[:-12] + text + end,
        good + b"\0",
        good[:-12],
        good[:-12] + pngs.chunk(b"IEND", b"words"),
        good[:-12] + pngs.chunk(b"IDAT", b"words") + end,
        good[:-12] + pngs.chunk(b"fdAT", b"\0\0\0\0words") + end,
        good[:33] + pngs.chunk(b"sRGB", b"\1") + good[33:],
        good[:33] + pngs.chunk(b"gAMA", b"words") + good[33:],
        good[:33] + pngs.chunk(b"eXIf", b"MM\0*words") + good[33:],
        good[:-1] + b"\0",
    ):
        with pytest.raises(Unverified):
            Png().verify(io.BytesIO(bad))
