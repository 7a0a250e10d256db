import io
import random

import pytest

from capture.errors import Unverified
from capture.verify import needles

SIZE = 3_000_000
NOISE = random.Random(5).randbytes(SIZE)


@pytest.mark.parametrize("length", [5, 6, 7, 8, 11, 48])
@pytest.mark.parametrize("at", [0, 1, 2, 3, 5, (1 << 20) - 3, (1 << 20) + 1, 50_000])
def test_a_needle_is_found_wherever_it_stands(length: int, at: int) -> None:
    needle = b"Mqz7 serial number of a camera, and a longer tail"[:length]
    size = 1200 if at < 1000 and length < 7 else SIZE
    if not needles.worth_searching((needle,), size):
        pytest.skip("too short for a file of this size")
    data = bytearray(NOISE[:size])
    data[at : at + length] = needle
    with pytest.raises(Unverified):
        needles.search(io.BytesIO(bytes(data)), (needle,))


def test_it_is_found_at_the_very_end_among_many() -> None:
    many = [random.Random(n).randbytes(9) for n in range(800)]
    needles.search(io.BytesIO(NOISE), many)
    with pytest.raises(Unverified):
        needles.search(io.BytesIO(NOISE + many[77]), many)


def test_only_needles_that_chance_will_not_find_are_searched() -> None:
    short = [b"ab12", b"ab123", b"ab1234", b"ab12345", b"ab123456789"]
    assert needles.worth_searching(short, 1000) == (b"ab123456789", b"ab12345", b"ab1234", b"ab123")
    assert needles.worth_searching(short, 5_000_000) == (b"ab123456789", b"ab12345", b"ab1234")
    assert needles.worth_searching([b"ab123456789"], 1 << 40)


def test_nothing_to_look_for_reads_nothing() -> None:
    needles.search(io.BytesIO(NOISE), ())


def test_progress_counts_the_bytes() -> None:
    ticks: list[tuple[int, int]] = []
    needles.search(
        io.BytesIO(NOISE), (b"not in there",), lambda done, total: ticks.append((done, total))
    )
    assert ticks[-1] == (SIZE, SIZE)
