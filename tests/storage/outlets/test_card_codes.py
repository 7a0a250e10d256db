"""A card in one code or in several: all of one card, in any order, or a clear no."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from storage.errors import BadCard
from storage.outlets.card import FORMAT
from storage.outlets.card_codes import MOST_IN_ONE, MOST_PIECES, joined, pieces

LONG = '{"format":"' + FORMAT + '","note":"é' + "x" * 3 * MOST_IN_ONE + '"}'


@given(some.integers(0, 12_000), some.randoms(use_true_random=False))
def test_a_card_comes_back_from_its_codes_in_any_order(size: int, chance: random.Random) -> None:
    text = f'{{"format":"{FORMAT}","note":"{"y" * size}"}}'
    codes = [*pieces(text), b"https://example.org/menu"]
    chance.shuffle(codes)
    assert joined([*codes, *codes]) == text.encode()


def test_a_short_card_is_one_code() -> None:
    text = f'{{"format":"{FORMAT}"}}'
    assert pieces(text) == (text.encode(),)


def test_codes_that_are_missing_are_named() -> None:
    codes = pieces(LONG)
    with pytest.raises(BadCard) as caught:
        joined([codes[0], codes[2]])
    assert caught.value.facts == {"reason": "pieces-missing", "missing": "2, 4", "of": 4}


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        ([], "no-code"),
        ([b"https://example.org/"], "no-code"),
        ([b"firsthand-card-piece 1 0123456789abcdef 3/2\nxx"], "no-code"),
        ([b"firsthand-card-piece 1 0123456789abcdef 1/99\nxx"], "no-code"),
        ([b"firsthand-card-piece 1 0123456789abcdef 1/1\nxx"], "not-a-card"),
        ([*pieces(LONG), *pieces(LONG + " ")], "several-cards"),
        ([*pieces(LONG), f'{{"format":"{FORMAT}"}}'.encode()], "several-cards"),
    ],
)
def test_what_makes_no_card_is_told(codes: list[bytes], reason: str) -> None:
    with pytest.raises(BadCard) as caught:
        joined(codes)
    assert caught.value.facts["reason"] == reason


def test_a_card_beyond_all_codes_is_refused() -> None:
    with pytest.raises(BadCard) as caught:
        pieces("x" * (MOST_PIECES * MOST_IN_ONE + 1))
    assert caught.value.facts["reason"] == "card-too-long"
