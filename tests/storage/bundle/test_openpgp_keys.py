"""The gate for OpenPGP keys, with gpg as oracle: what gpg would not use, we do not use."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pysequoia
import pytest

from storage.bundle.openpgp_armor import unarmored
from storage.bundle.openpgp_keys import MAX_KEY, read
from storage.bundle.sealing import are_openpgp, read_recipients
from storage.errors import BadRecipient
from tests.conftest import find_tool
from tests.storage.bundle.openpgp_samples import Gpg, Made, accepted_by, keys
from tests.storage.bundle.samples import identity

STRICTER = {"weak", "weak subkey", "weak elgamal", "weak signatures", "secret-key",
            "secret-key armored", "several", "several armored"}  # fmt: skip
"""What gpg takes and we do not."""

LEAST = 25


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    with TemporaryDirectory() as folder:  # a short path: gpg's sockets live in it
        yield Path(folder)


@pytest.fixture(scope="module")
def made(home: Path) -> Iterator[Made]:
    gpg = Gpg(find_tool("gpg"), home / "keys")
    try:
        yield keys(gpg)
    finally:
        gpg.end()


def verdict(untrusted: bytes) -> str:
    try:
        (recipient,) = read_recipients(untrusted)
    except BadRecipient as refused:
        return str(refused.facts["reason"]).removeprefix("openpgp-")
    assert are_openpgp((recipient,))
    return "good"


def test_every_key_gets_the_verdict_that_its_state_deserves(made: Made) -> None:
    assert len(made) >= LEAST
    wrong = {name: verdict(key) for name, key in made.items() if not _fits(name, verdict(key))}
    assert wrong == {}


def _fits(name: str, found: str) -> bool:
    return re.match(rf"{found}\b", name) is not None


def test_what_gpg_refuses_we_refuse_and_the_rest_we_say(made: Made, home: Path) -> None:
    number = itertools.count()

    def another() -> Gpg:
        return Gpg(find_tool("gpg"), home / f"oracle-{next(number)}")

    taken = {name for name, key in made.items() if accepted_by(another, key)}
    ours = {name for name in made if name.startswith("good")}
    assert taken - ours == STRICTER
    assert ours <= taken


def test_only_the_part_that_is_used_comes_through(made: Made) -> None:
    for name in ("good replaced subkey", "good older subkey"):
        (recipient,) = read_recipients(made[name])
        assert len(made[name]) > len(unarmored(recipient))
        assert read_recipients(recipient) == (recipient,)


def test_a_key_names_its_owner_and_its_fingerprint(made: Made) -> None:
    key = read(made["good curve"])
    assert key.owner == "curve"
    assert re.fullmatch(r"[0-9A-F]{40}", key.fingerprint)


def test_keys_of_two_kinds_in_one_text_are_refused(made: Made) -> None:
    both = made["good pasted with words"] + identity()[1].encode()
    assert verdict(both) == "mixed"


@pytest.mark.parametrize("size", [0, 1, 8, 40])
def test_a_key_cut_anywhere_is_refused(made: Made, size: int) -> None:
    whole = made["good curve"]
    for end in range(size, len(whole), 45):
        if end:
            assert verdict(whole[:end]) != "good"


def test_no_flipped_bit_brings_a_key_through_as_another(made: Made) -> None:
    whole = made["good curve"]
    used = read(whole)
    for at in range(0, len(whole), 9):
        changed = bytearray(whole)
        changed[at] ^= 1 << at % 8
        try:
            found = read(bytes(changed))
        except BadRecipient:
            continue
        assert found.fingerprint == used.fingerprint


def test_a_message_is_no_key_and_neither_is_far_too_much() -> None:
    message = pysequoia.encrypt(b"x", passwords=["word"], armor=True)
    assert verdict(message) == "not-a-key"
    assert verdict(b"-----BEGIN PGP PUBLIC KEY BLOCK-----\n" * (MAX_KEY // 30)) == "not-a-key"


def test_many_parts_are_not_looked_at(made: Made) -> None:
    head = made["good curve"]
    tag = head.index(b"\xb8") if b"\xb8" in head else None
    assert tag is not None
    with pytest.raises(BadRecipient):
        read(head + head[tag:] * 200)
