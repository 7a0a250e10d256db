"""JPEG XL is followed to the last bit of each of its sections."""

import functools
import io
import random
from pathlib import Path

import numpy as np
import pillow_jxl  # noqa: F401 - it makes itself known to Pillow
import pytest
from PIL import Image

from capture.blocks.jxl_bits import Bits
from capture.blocks.jxl_boxes import open_container
from capture.blocks.jxl_codestream import read
from capture.blocks.jxl_frame import read_frame
from capture.blocks.jxl_image import read_image
from capture.errors import Unverified
from capture.verify.codes import Follower

CORPUS = Path(__file__).parents[5] / "shared" / "corpus"
SIZES = ((0, 10), (1 << 10, 14), (17408, 22), (4211712, 30))
WAYS: dict[str, tuple[str, int, dict[str, object]]] = {
    "lossless, at once": ("RGB", 141, {"lossless": True, "effort": 1}),
    "lossless": ("RGB", 141, {"lossless": True, "effort": 4}),
    "lossless, at length": ("RGB", 61, {"lossless": True, "effort": 9}),
    "lossless, in groups": ("RGB", 1100, {"lossless": True, "effort": 3}),
    "lossless, gray in groups": ("L", 1100, {"lossless": True, "effort": 5}),
    "lossless with transparency": ("RGBA", 141, {"lossless": True, "effort": 7}),
    "lossless, few colours": ("P", 141, {"lossless": True, "effort": 7}),
    "lossy, at once": ("RGB", 300, {"quality": 80, "effort": 3}),
    "lossy": ("RGB", 300, {"quality": 60, "effort": 7}),
    "lossy, coarse": ("RGB", 300, {"quality": 5, "effort": 5}),
    "lossy, fine": ("L", 141, {"quality": 99, "effort": 8}),
    "lossy with transparency in groups": ("RGBA", 300, {"quality": 70, "effort": 4}),
}


@functools.cache
def coded(way: str) -> bytes:
    """Return the codestream of a picture of an odd size, with flat parts, slopes and noise."""
    mode, width, how = WAYS[way]
    chance = np.random.default_rng(7)
    pixels = np.zeros((93, width, 3), dtype=np.uint8)
    pixels[:, :, 1] = np.arange(width) % 256
    pixels[20:70, 30:200] = chance.integers(0, 256, pixels[20:70, 30:200].shape, dtype=np.uint8)
    image = Image.fromarray(pixels)
    image = image.quantize(9).convert("RGB") if mode == "P" else image.convert(mode)
    if mode == "RGBA":
        image.putalpha(image.convert("L"))
    sink = io.BytesIO()
    image.save(sink, "JXL", **how)
    return open_container(sink.getvalue()).codestream


def follow(codestream: bytes) -> None:
    Follower("jxl", b"").follow(codestream)


def refused(codestream: bytes) -> None:
    with pytest.raises(Unverified) as caught:
        follow(codestream)
    assert caught.value.facts == {"part": "jxl", "reason": "codes"}


def answer(codestream: bytes) -> str:
    """Return why a codestream is refused, or nothing where it is not."""
    try:
        follow(codestream)
    except Unverified as refusal:
        return refusal.detail
    return ""


def sections(codestream: bytes) -> tuple[bytes, list[bytes]]:
    """Return what stands before the table of contents, and the sections."""
    bits = Bits(codestream, 16)
    image = read_image(bits)
    bits.to_byte()
    read_frame(bits, image)
    assert not bits.u(1)
    head, parts = codestream[: bits.to_byte()], read(codestream).frames[0].sections
    at, found = len(codestream) - sum(parts), []
    for size in parts:
        found.append(codestream[at : at + size])
        at += size
    return head, found


def rebuilt(head: bytes, parts: list[bytes]) -> bytes:
    """Return a codestream with a table of contents of these sections."""
    table, width = 0, 0
    for part in parts:
        way = max(i for i, (least, _) in enumerate(SIZES) if len(part) >= least)
        table |= (way | len(part) - SIZES[way][0] << 2) << width
        width += 2 + SIZES[way][1]
    return head + table.to_bytes(-(-width // 8), "little") + b"".join(parts)


@pytest.mark.parametrize("way", WAYS)
def test_what_encoders_write_is_followed_to_its_end(way: str) -> None:
    head, parts = sections(coded(way))
    assert rebuilt(head, parts) == coded(way)
    follow(coded(way))


def test_some_of_them_have_sections() -> None:
    counts = {way: len(sections(coded(way))[1]) for way in WAYS}
    assert {way for way in WAYS if counts[way] > 1} >= {way for way in WAYS if "groups" in way}
    assert counts["lossless"] == 1


@pytest.mark.parametrize("way", WAYS)
def test_nothing_stands_behind_the_codes_of_a_section(way: str) -> None:
    head, parts = sections(coded(way))
    chance = random.Random(3)
    refused(coded(way) + b"\0")
    for i, part in enumerate(parts[:4]):
        for more in (b"\0", b"\xff", bytes(4), b"hidden", chance.randbytes(20)):
            refused(rebuilt(head, [*parts[:i], part + more, *parts[i + 1 :]]))
            if len(part) > 40:
                refused(rebuilt(head, [*parts[:i], part[:40] + more + part[40:], *parts[i + 1 :]]))


def test_what_pads_a_section_is_zeros() -> None:
    """Of a last byte, bits are padding, or of another code: which is then not the last one."""
    padding = 0
    for way in WAYS:
        head, parts = sections(coded(way))
        for i, part in enumerate(parts[:4]):
            for bit in range(8 if part else 0):
                last = bytes((part[-1] ^ 1 << bit,))
                broken = rebuilt(head, [*parts[:i], part[:-1] + last, *parts[i + 1 :]])
                padding += "bits behind" in answer(broken)
    assert padding > len(WAYS)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_cut_is_no_whole_picture(way: str) -> None:
    head, parts = sections(coded(way))
    for size in range(0, len(coded(way)), 1 + len(coded(way)) // 20):
        refused(coded(way)[:size])
    for i, part in enumerate(parts):
        if part:
            refused(rebuilt(head, [*parts[:i], part[:-1], *parts[i + 1 :]]))


@pytest.mark.parametrize("way", ["lossless", "lossy with transparency in groups"])
def test_nonsense_ends_at_once(way: str) -> None:
    """It answers, whatever it is given: a trap would have another reason."""
    chance = random.Random(9)
    said = set()
    for _ in range(60):
        broken = bytearray(coded(way))
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(len(broken) // 3)] ^= 1 << chance.randrange(8)
        said.add(answer(bytes(broken)))
    assert len(said) > 1
    assert "it could not be followed" not in said


def packed(bits: str) -> bytes:
    """Return bits, in the order in which they are read, with zeros up to a byte."""
    bits = "".join(bits.split())
    width = -(-len(bits) // 8)
    return int(bits[::-1] or "0", 2).to_bytes(width, "little")


ONE_SYMBOL = "0 1 1111 0"
"""No copies, prefix codes, all numbers by themselves, one symbol: none of them takes a bit."""
ONE_LEAF = "0 1 00 1 1111 0" + ONE_SYMBOL
"""A tree of one leaf, whose six contexts have one code; and the code of what is missed."""
IDLE_CODE = "0 1 10 100000 1 1111 1111 0 0" + ONE_SYMBOL
"""The same with a code of its own for the values of decisions, which there are none of."""


def by_hand(section: str) -> bytes:
    """Return a gray picture of 8 x 8, of channels, whose only section is this one."""
    image = "1 00000 100 0 0 0 00 1 00 0 0 0 10 10 0 01 1101 00 00 1"
    frame = "0 00 1 00 0 00 10 00 0 00 1 00 1 00 0"
    return rebuilt(b"\xff\x0a" + packed(image) + packed(frame), [packed(section)])


@pytest.mark.parametrize("section", ["1 0 0 1 00" + ONE_LEAF, "1 1" + ONE_LEAF + "1 1 00"])
def test_a_picture_of_codes_without_bits_is_followed(section: str) -> None:
    codestream = by_hand(section)
    follow(codestream)
    assert np.asarray(Image.open(io.BytesIO(codestream))).shape == (8, 8)
    refused(by_hand(section + "00000000"))
    refused(by_hand(section + "1"))


@pytest.mark.parametrize(
    "section", ["1 1" + ONE_LEAF + "0 1 00" + ONE_LEAF, "1 0 0 1 00" + IDLE_CODE]
)
def test_what_is_said_for_nothing_is_refused(section: str) -> None:
    """A tree that no stream takes, and a code that no number takes: anything could stand there."""
    assert np.asarray(Image.open(io.BytesIO(by_hand(section)))).shape == (8, 8)
    assert "not followed" in answer(by_hand(section))


def test_a_codestream_has_no_settings() -> None:
    with pytest.raises(Unverified):
        Follower("jxl", b"\0")


def test_a_file_of_the_corpus_is_followed() -> None:
    path = CORPUS / "jvoisin__mat2" / "tests__data__dirty.jxl"
    if not path.exists():
        pytest.skip("no corpus here")
    follow(open_container(path.read_bytes()).codestream)
