import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxcvbn import zxcvbn

from ui.desktop.strength import Level, draw_words, estimate


@pytest.mark.parametrize(
    "passphrase",
    ["a", "password", "Password1", "P@ssw0rd2024", "qwertyuiop", "aaaaaaaaaaaaaaaa", "abcabcabcabc",
     "19900101", "1234567890", "Firsthand!", "ahmad1987", "zyxwvut"],
)  # fmt: skip
def test_what_people_choose_is_called_weak(passphrase: str) -> None:
    assert estimate(passphrase).level is Level.WEAK


def test_nothing_is_called_empty() -> None:
    assert estimate("").level is Level.EMPTY


def test_six_drawn_words_are_strong_and_differ() -> None:
    one, other = draw_words(), draw_words()
    assert one != other
    assert len(one.split()) == 6
    assert estimate(one).level is Level.STRONG


def test_four_words_are_not_called_strong() -> None:
    assert estimate("correct horse battery staple").level is Level.FAIR


@pytest.mark.parametrize(
    "line",
    ["to be or not to be that is the question", "in the name of the father and of the son",
     "we are who we are", "to-be-or-not-to-be"],
)  # fmt: skip
def test_lines_of_small_words_are_not_called_strong(line: str) -> None:
    assert estimate(line).level is not Level.STRONG


def test_what_stands_between_words_adds_little() -> None:
    apart, together = estimate("harmonica-lantern-otter"), estimate("harmonica lantern otter")
    assert abs(apart.bits - together.bits) < 0.1
    words = sum(estimate(word).bits for word in ("harmonica", "lantern", "otter"))
    assert together.bits < words + 5


def test_a_repeated_word_adds_almost_nothing() -> None:
    assert estimate("harmonica harmonica harmonica").bits < estimate("harmonica").bits + 12


@pytest.mark.parametrize(
    "passphrase",
    ["Tr0ub4dour&3", "correct horse battery staple", "Sup3rS3cret!!", "zan zendegi azadi",
     "x7Gh!2kLp9Qz", "mi casa es tu casa", "correcthorsebatterystaple", "سلام بر شما", "a" * 200],
)  # fmt: skip
def test_it_is_never_more_generous_than_zxcvbn(passphrase: str) -> None:
    asked = zxcvbn(passphrase[:72])["guesses_log10"] * math.log2(10)
    assert estimate(passphrase).bits <= asked + 0.001


def test_what_zxcvbn_knows_and_we_do_not_is_weak() -> None:
    assert estimate("Tr0ub4dour&3").level is Level.WEAK


@given(st.text(max_size=40))
def test_no_estimate_is_higher_than_choosing_every_sign_by_chance(passphrase: str) -> None:
    strength = estimate(passphrase)
    assert 0 <= strength.bits <= len(passphrase) * 7
