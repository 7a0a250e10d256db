"""The standard's own vectors, its reference implementation both ways, and its laws."""

import contextlib
import itertools
import json
import random
import secrets
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shamir_mnemonic import combine_mnemonics, generate_mnemonics

from storage.errors import BadShare
from storage.vault import shamir, slip39

VECTORS = Path(__file__).resolve().parents[2] / "vectors" / "slip39" / "vectors.json"
CASES: list[Any] = json.loads(VECTORS.read_text(encoding="ascii"))
SIZES = st.tuples(st.integers(1, 16), st.integers(1, 16)).map(sorted)


@pytest.mark.parametrize("case", CASES, ids=[case[0].split(".")[0] for case in CASES])
def test_the_official_vectors(case: Any) -> None:
    _, cards, secret, _ = case
    if secret:
        shares = [slip39.parse(card) for card in cards]
        assert slip39.combine(shares, b"TREZOR").hex() == secret
        assert [" ".join(share.words()) for share in shares] == cards
    else:
        with pytest.raises(BadShare):
            slip39.combine([slip39.parse(card) for card in cards], b"TREZOR")


@settings(max_examples=40, deadline=None)
@given(SIZES, st.sampled_from([16, 32]))
def test_the_reference_opens_ours(sizes: list[int], length: int) -> None:
    need, of = sizes
    secret = secrets.token_bytes(length)
    cards = [" ".join(share.words()) for share in slip39.deal(secret, need, of)]
    assert combine_mnemonics(random.sample(cards, need)) == secret


@settings(max_examples=20, deadline=None)
@given(SIZES, st.sampled_from([16, 32]), st.booleans(), st.integers(0, 1))
def test_we_open_the_reference_s(
    sizes: list[int],
    length: int,
    extendable: bool,  # noqa: FBT001 # hypothesis gives it
    exponent: int,
) -> None:
    need, of = sizes
    secret = secrets.token_bytes(length)
    of = 1 if need == 1 else of  # the reference wants it so
    ((*cards,),) = generate_mnemonics(
        1, [(need, of)], secret, b"", extendable=extendable, iteration_exponent=exponent
    )
    assert slip39.combine([slip39.parse(card) for card in random.sample(cards, need)]) == secret


def test_we_open_the_reference_s_groups() -> None:
    secret = secrets.token_bytes(16)
    groups = generate_mnemonics(2, [(1, 1), (2, 3), (3, 5)], secret, b"")
    shares = [slip39.parse(card) for card in (*groups[0], *groups[2][1:4])]
    assert slip39.combine(shares) == secret
    with pytest.raises(BadShare):
        slip39.combine(shares[:-1])


@given(st.integers(2, 6), st.integers(0, 3), st.binary(min_size=5, max_size=40))
def test_any_k_make_the_secret_and_fewer_never(need: int, more: int, secret: bytes) -> None:
    parts = dict(enumerate(shamir.split(need, need + more, secret)))
    for chosen in itertools.islice(itertools.combinations(parts, need), 20):
        assert shamir.join({number: parts[number] for number in chosen}) == secret
    for chosen in itertools.islice(itertools.combinations(parts, need - 1), 20):
        fewer = {number: parts[number] for number in chosen}
        if len(fewer) == 1:
            assert next(iter(fewer.values())) != secret
        else:
            with pytest.raises(shamir.NotTogether):
                shamir.join(fewer)


def test_fewer_shares_say_nothing_of_the_secret() -> None:
    """With one share of two, every first byte of the secret is as likely: all 256 turn up."""
    seen = {shamir.split(2, 2, b"secret of tests")[0][0] for _ in range(4000)}
    assert len(seen) == 256


def test_the_field_is_a_field() -> None:
    for number in range(1, 256):
        assert shamir._times(number, shamir._inverse(number)) == 1
    packed = int.from_bytes(bytes(range(256)), "big")
    for factor in (0, 1, 2, 29, 255):
        each = bytes(shamir._times(byte, factor) for byte in range(256))
        assert shamir._times(packed, factor, 256).to_bytes(256, "big") == each


@given(st.data())
def test_up_to_three_wrong_words_are_always_noticed(data: st.DataObject) -> None:
    words = list(slip39.deal(bytes(range(16)), 2, 3)[1].words())
    places = data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1, max_size=3))
    for place in places:
        words[place] = data.draw(
            st.sampled_from([word for word in slip39.wordlist() if word != words[place]])
        )
    with pytest.raises(BadShare):
        slip39.parse(" ".join(words))


def test_words_may_be_cut_and_typed_in_capitals() -> None:
    share = slip39.deal(bytes(16), 2, 3)[0]
    typed = "\n".join(word[:4].upper() for word in share.words())
    assert slip39.parse(typed) == share
    assert len({word[:4] for word in slip39.wordlist()}) == 1024


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "length"),
        ("academic " * 19, "length"),
        ("academic " * 60, "length"),
        ("x" * 5000, "length"),
        ("academic academic wrongword", "word"),
        ("academic " * 20, "checksum"),
        ("academi\u0441 " * 20, "word"),
    ],
)
def test_what_is_no_card_is_named(text: str, reason: str) -> None:
    with pytest.raises(BadShare) as caught:
        slip39.parse(text)
    assert caught.value.facts["reason"] == reason


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(BadShare):
        slip39.parse(text)


def test_a_card_that_would_keep_the_machine_busy_is_refused() -> None:
    family = slip39.Family(1, extendable=True, exponent=15, groups_needed=1, groups=1)
    card = " ".join(slip39.Share(family, 0, 0, 1, bytes(16)).words())
    with pytest.raises(BadShare) as caught:
        slip39.parse(card)
    assert caught.value.facts["reason"] == "impossible"
