"""Codes of every length, with values of every size: more than any encoder writes in one picture.

Tables and symbols are drawn by chance and written here bit by bit, so that where the last block
ends is known. Three pictures are long enough to be read from several places at once.
"""

import io
import random
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from capture.errors import Unverified
from capture.formats.base import Profile
from capture.formats.jpeg import Jpeg
from capture.progress import silent
from capture.verify import codes

DIFFERENCES = list(range(12))
OTHERS = [0, 0xF0, *(run << 4 | size for run in range(16) for size in range(1, 11))]
Code = tuple[int, int]
"""A code and its length."""


def table(symbols: list[int], chance: random.Random) -> tuple[bytes, dict[int, Code]]:
    """Return the body of a table by whose codes all symbols can be written (T.81, annex C)."""
    order = chance.sample(symbols, len(symbols))
    coded: dict[int, Code] = {}
    counts, code = [0] * 16, 0
    shortest = chance.choice((1, 7))
    for length in range(1, 17):
        code <<= 1
        room = (1 << length) - code
        rest = len(order) - len(coded)
        some = min(
            rest,
            room - 1,
            0 if length < shortest else chance.randrange(3) if length < 9 else room // 2,
        )
        while (room - some << 16 - length) <= rest - some:
            some -= 1  # the others would find no room, or take the code of ones alone
        counts[length - 1] = rest if length == 16 else some
        for symbol in order[len(coded) :][: counts[length - 1]]:
            coded[symbol] = (code, length)
            code += 1
    return bytes(counts) + bytes(order), coded


def blocks(
    count: int, first: dict[int, Code], others: dict[int, Code], chance: random.Random
) -> Iterator[str]:
    """Yield the bits of gray blocks, each full, or ended early."""
    for _ in range(count):
        size = chance.choice(DIFFERENCES)
        yield bits(*first[size]) + bits(chance.getrandbits(size + 1) >> 1, size)
        at = 1
        while at < 64:
            symbol = chance.choice(OTHERS) if chance.random() < 0.9 else 0
            if symbol and at + (symbol >> 4) > 63:
                continue
            size = symbol & 15
            yield bits(*others[symbol]) + bits(chance.getrandbits(size + 1) >> 1, size)
            if not symbol:
                break
            at += (symbol >> 4) + 1


def bits(value: int, size: int) -> str:
    return f"{value:0{size}b}" if size else ""


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def written(seed: int, columns: int, rows: int) -> tuple[bytes, bytes]:
    """Return all that stands before the coded data, and these, unstuffed and padded with ones."""
    chance = random.Random(seed)
    (dc, first), (ac, others) = table(DIFFERENCES, chance), table(OTHERS, chance)
    size = (8 * rows).to_bytes(2, "big") + (8 * columns).to_bytes(2, "big")
    head = b"\xff\xd8" + segment(0xC0, b"\x08" + size + b"\1\1\x11\0")
    head += segment(0xC4, b"\x00" + dc) + segment(0xC4, b"\x10" + ac)
    coded = "".join(blocks(columns * rows, first, others, chance))
    coded += "1" * (-len(coded) % 8)
    whole = int(coded, 2).to_bytes(len(coded) // 8, "big")
    return head + segment(0xDA, b"\1\1\0\0\x3f\0"), whole


def followed(head: bytes, coded: bytes) -> None:
    codes.follow("jpeg", head + coded.replace(b"\xff", b"\xff\0") + b"\xff\xd9")


@pytest.mark.parametrize("seed", range(60))
def test_codes_of_all_kinds_are_followed_to_the_bit(seed: int) -> None:
    long = seed % 20 == 0
    head, coded = written(seed, 46 if long else 6, 46 if long else 5)
    assert (len(coded) > 24 << 10) == long  # what is read from several places at once
    followed(head, coded)
    for wrong in (coded + b"\xff", coded + b"\0", coded[:-1], coded[:-9]):
        with pytest.raises(Unverified):
            followed(head, wrong)


def test_what_is_hidden_behind_a_long_interval_is_found() -> None:
    chance = np.random.default_rng(5)
    pixels = chance.integers(0, 256, (320, 480, 3), dtype=np.uint8)
    source, copy = io.BytesIO(), io.BytesIO()
    Image.fromarray(pixels).save(source, "JPEG", quality=95)
    Jpeg().clean(source, copy, Profile.FAITHFUL, silent)
    data = copy.getvalue()
    assert len(data) > 1 << 16
    codes.follow("jpeg", data)
    middle = len(data) // 2
    for wrong in (data[:-2] + b"Candlewick\xff\xd9", data[:middle] + data[middle + 40 :]):
        with pytest.raises(Unverified):
            codes.follow("jpeg", wrong)


def test_where_two_readings_never_meet_the_first_reads_on() -> None:
    """In a plain picture a block is like the next one: a unit may seem to begin anywhere."""
    source, copy = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (4000, 3000), (90, 120, 60)).save(source, "JPEG")
    Jpeg().clean(source, copy, Profile.FAITHFUL, silent)
    data = copy.getvalue()
    assert len(data) > 1 << 16
    codes.follow("jpeg", data)
    with pytest.raises(Unverified):
        codes.follow("jpeg", data[:-2] + b"\xff\0\xff\xd9")
