"""Coded pictures are followed to their last bit, whatever was put behind their last block."""

import hashlib
import io
import random
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from capture.errors import Unverified
from capture.formats.base import Profile
from capture.formats.jpeg import Jpeg
from capture.progress import silent
from capture.verify import codes

MACHINE = Path(codes.__file__).with_name("machine")
WAYS: dict[str, tuple[str, dict[str, object]]] = {
    "baseline 4:2:0": ("RGB", {}),
    "baseline 4:4:4": ("RGB", {"subsampling": 0, "quality": 95}),
    "baseline 4:2:2": ("RGB", {"subsampling": 1}),
    "own tables": ("RGB", {"optimize": True}),
    "gray": ("L", {}),
    "four colours": ("CMYK", {}),
    "restarts": ("RGB", {"restart_marker_blocks": 5}),
    "restarts in rows": ("L", {"restart_marker_rows": 1}),
    "progressive": ("RGB", {"progressive": True}),
    "progressive, coarse": ("RGB", {"progressive": True, "quality": 10}),
    "progressive, restarts": ("RGB", {"progressive": True, "restart_marker_blocks": 7}),
    "progressive, four colours": ("CMYK", {"progressive": True}),
}


def picture(mode: str, **how: object) -> bytes:
    """Return the faithful copy of a JPEG of an odd size, with flat parts and noise."""
    chance = np.random.default_rng(7)
    pixels = np.zeros((93, 141, 3), dtype=np.uint8)
    pixels[20:70, 30:] = chance.integers(0, 256, (50, 111, 3), dtype=np.uint8)
    sink, copy = io.BytesIO(), io.BytesIO()
    Image.fromarray(pixels).convert(mode).save(sink, "JPEG", **how)
    Jpeg().clean(sink, copy, Profile.FAITHFUL, silent)
    return copy.getvalue()


def ends(data: bytes) -> list[int]:
    """Return where each stretch of coded data ends: at a marker that follows a scan's header."""
    found, at = [], data.index(b"\xff\xda")
    while at < len(data) - 1:
        at += 1
        if data[at] == 0xFF and data[at + 1] not in {0x00, 0xDA, 0xC4}:
            found.append(at)
        if data[at : at + 2] == b"\xff\xc4":
            found.append(at)
    return found


def refused(data: bytes) -> str:
    with pytest.raises(Unverified) as caught:
        codes.follow("jpeg", data)
    assert caught.value.facts["reason"] == "codes"
    return caught.value.detail


@pytest.fixture(params=WAYS, scope="module")
def coded(request: pytest.FixtureRequest) -> bytes:
    mode, how = WAYS[request.param]
    return picture(mode, **how)


def test_what_encoders_write_is_followed_to_its_end(coded: bytes) -> None:
    codes.follow("jpeg", coded)


def test_whatever_stands_behind_a_last_block_is_found(coded: bytes) -> None:
    chance = random.Random(11)
    for end in ends(coded):
        for count in (1, 2, 5, 24):
            hidden = bytes(chance.randrange(0, 255) for _ in range(count))
            refused(coded[:end] + hidden + coded[end:])
        refused(coded[:end] + bytes(4) + coded[end:])
        refused(coded[:end] + b"\xff\x00" * 3 + coded[end:])


def test_what_is_cut_is_no_whole_picture(coded: bytes) -> None:
    for end in ends(coded):
        refused(coded[: end - 3] + coded[end:])
    for size in range(0, len(coded) - 2, 97):
        refused(coded[:size])


def test_padding_says_nothing() -> None:
    """Each interval ends in the same bits: else they could be counted."""
    coded = picture("RGB", restart_marker_blocks=5)
    padded = [end for end in ends(coded) if coded[end - 1] & 1]  # no last code ends in a one
    assert len(padded) > 5
    for end in padded:
        refused(coded[: end - 1] + bytes((coded[end - 1] ^ 1,)) + coded[end:])


def test_a_component_is_coded_once() -> None:
    """A second scan of the same picture would be another picture, which no decoder shows."""
    coded = picture("L")
    start = coded.index(b"\xff\xda")
    assert "twice" in refused(coded[:-2] + coded[start:])


def test_tables_of_nonsense_end_at_once() -> None:
    chance = random.Random(3)
    coded = picture("RGB", restart_marker_blocks=5)
    for _ in range(300):
        broken = bytearray(coded)
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            codes.follow("jpeg", bytes(broken))
        except Unverified:
            continue


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def table(which: int, codes_of: dict[int, tuple[int, ...]]) -> bytes:
    """A table of Huffman codes: the length of codes to their symbols."""
    counts = bytes(len(codes_of.get(length, ())) for length in range(1, 17))
    symbols = bytes(symbol for length in sorted(codes_of) for symbol in codes_of[length])
    return segment(0xC4, bytes([which]) + counts + symbols)


def test_long_codes_behind_a_long_difference_are_followed() -> None:
    """More bits than are looked at at once: 19 of a difference, twice 17, then a code of 12."""
    difference = f"{0:08b}{'10110011100':s}"  # its size is 11
    value = f"{0:07b}{'1011001110':s}"  # its size is 10
    blocks = 40
    bits = (difference + value * 2 + "000000100001") * blocks  # and the end of the block
    bits += "1" * (-len(bits) % 8)
    coded = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")
    data = b"".join(
        (
            b"\xff\xd8",
            segment(0xDB, bytes(1) + bytes([1]) * 64),
            segment(0xC0, struct.pack(">BHHB", 8, 8, 8 * blocks, 1) + bytes((1, 0x11, 0))),
            table(0x00, {8: (11,)}),
            table(0x10, {7: (0x0A,), 12: (0x01, 0x00)}),
            segment(0xDA, bytes((1, 1, 0, 0, 63, 0))),
            coded,
        )
    )
    codes.follow("jpeg", data + b"\xff\xd9")
    with pytest.raises(Unverified):
        codes.follow("jpeg", data + b"\x00\xff\xd9")


WEBPS: dict[str, tuple[str, dict[str, object]]] = {
    "lossy": ("RGB", {"quality": 80}),
    "lossy, coarse": ("RGB", {"quality": 5, "method": 6}),
    "lossy, fine": ("RGB", {"quality": 100, "method": 0}),
    "lossy with transparency": ("RGBA", {"quality": 70}),
    "lossy with rough transparency": ("RGBA", {"quality": 70, "alpha_quality": 20}),
    "lossless": ("RGB", {"lossless": True}),
    "lossless, at length": ("RGBA", {"lossless": True, "quality": 100, "method": 6}),
    "lossless, at once": ("RGB", {"lossless": True, "quality": 0, "method": 0}),
    "few colours": ("P", {"lossless": True}),
}


def coded_parts(mode: str, **how: object) -> list[tuple[str, bytes]]:
    """Return the coded parts of a WebP of an odd size, as they are followed."""
    chance = np.random.default_rng(7)
    pixels = np.zeros((93, 141, 3), dtype=np.uint8)
    pixels[:, :, 1] = np.arange(141)
    pixels[20:70, 30:] = chance.integers(0, 256, (50, 111, 3), dtype=np.uint8)
    image = Image.fromarray(pixels)
    image = image.quantize(9).convert("RGB") if mode == "P" else image.convert(mode)
    if mode == "RGBA":
        image.putalpha(image.convert("L"))
    sink = io.BytesIO()
    image.save(sink, "WEBP", **how)
    found, at, data = [], 12, sink.getvalue()
    while at < len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        name, body = data[at : at + 4], data[at + 8 : at + 8 + size]
        if name == b"ALPH":
            found.append(("alph", struct.pack("<HH", *image.size) + body))
        elif name in {b"VP8 ", b"VP8L"}:
            found.append((name.decode().strip().lower(), body))
        at += 8 + size + size % 2
    return found


@pytest.mark.parametrize("name", WEBPS)
def test_a_webp_is_followed_to_the_end_of_each_of_its_parts(name: str) -> None:
    mode, how = WEBPS[name]
    chance = random.Random(5)
    for kind, body in coded_parts(mode, **how):
        codes.follow(kind, body)
        for count in (1, 2, 3, 9):
            for hidden in (bytes(chance.randrange(1, 256) for _ in range(count)), b"\1" * count):
                with pytest.raises(Unverified):
                    codes.follow(kind, body + hidden)
        for size in (*range(0, len(body) - 4, 1 + len(body) // 40), len(body) - 4):
            with pytest.raises(Unverified):
                codes.follow(kind, body[:size])


def test_a_webp_of_nonsense_ends_at_once() -> None:
    chance = random.Random(9)
    for mode, how in WEBPS.values():
        for kind, body in coded_parts(mode, **how):
            for _ in range(40):
                broken = bytearray(body)
                for _ in range(chance.randrange(1, 4)):
                    broken[chance.randrange(min(200, len(broken)))] = chance.randrange(256)
                try:
                    codes.follow(kind, bytes(broken))
                except Unverified:
                    continue


def test_without_the_machine_nothing_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise ImportError

    monkeypatch.setattr(codes, "_compiled", missing)
    assert "could not be followed" in refused(picture("L"))


@pytest.mark.parametrize("wasm", sorted(MACHINE.glob("*.wasm")), ids=lambda path: path.stem)
def test_the_machines_are_made_of_the_sources_that_lie_there(wasm: Path) -> None:
    if wasm.stem == "followers":
        sources = [*sorted(MACHINE.glob("*.h")), *sorted(MACHINE.glob("*.c"))]
    else:
        sources = [MACHINE / "machine.h", MACHINE / "machine.c"]
        for folder in (MACHINE / "streams", MACHINE / "streams" / wasm.stem):
            sources += [*sorted(folder.glob("*.h")), *sorted(folder.glob("*.c"))]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    assert wasm.with_suffix(".sha256").read_text(encoding="ascii").strip() == digest
