"""A key that ends, or is replaced, while something waits that was sealed to it: nothing leaves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from capture import sending, trusting
from storage.bundle import openpgp_keys
from storage.errors import BadRecipient, NotSealed, StorageError
from storage.outlets import known, queue
from storage.outlets.address import DIRECT
from storage.outlets.card import Card
from storage.outlets.known import Known
from storage.outlets.queue import State, Waiting
from storage.vault import Vault
from tests.conftest import find_tool
from tests.storage.bundle import samples
from tests.storage.bundle.openpgp_samples import CURVE, Gpg
from tests.storage.outlets.scripted import HERE, Scripted, answer, says, scripted
from ui import words

YES = answer(200)


@pytest.fixture
def gpg(tmp_path: Path) -> Gpg:
    return Gpg(find_tool("gpg"), tmp_path / "gpg")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundle.zip"
    path.write_bytes(samples.made(samples.contents("waiting"))[0])
    return path


def trusted(vault: Vault, server: Scripted, key: str, *, change: bool = False) -> Known:
    card = Card("Paper", "form", f"http://{HERE}:{server.port}/", key)
    return trusting.trust(vault, trusting.written_down(vault, card), DIRECT, change=change)


def tried(vault: Vault) -> tuple[Waiting, StorageError | None]:
    (one,) = sending.work(vault)
    assert queue.queued(vault) == (one.waiting,)
    return one.waiting, one.error


def in_two_years(monkeypatch: pytest.MonkeyPatch) -> None:
    then = datetime.now(UTC) + timedelta(days=730)
    monkeypatch.setattr(openpgp_keys, "_now", lambda: then)


def openpgp(gpg: Gpg) -> tuple[str, str]:
    """Make a key that ends in a year; return its fingerprint and its armored text."""
    key = gpg.new("desk", *CURVE, "1y")
    gpg.subkey(key, "cv25519", "encr", "1y")
    return key, gpg.public(key, "--armor").decode()


def test_an_openpgp_key_that_ends_while_something_waits_holds_it_until_it_is_extended(
    vault: Vault, gpg: Gpg, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, text = openpgp(gpg)
    with scripted(says(YES)) as server:
        waiting = sending.queue_bundle(vault, bundle, trusted(vault, server, text))
        in_two_years(monkeypatch)
        held, error = tried(vault)
        assert isinstance(error, BadRecipient)
        assert held.reason == "bad-recipient:openpgp-expired"
        assert held.state is State.HELD
        assert "has expired" in words.sentence(error).line
        assert vault.parcels() == (waiting.id,)
        assert server.heads == [], "not even the outlet is asked"

        gpg("--quick-set-expire", key, "10y")
        gpg("--quick-set-expire", key, "10y", "*")
        trusted(vault, server, gpg.public(key, "--armor").decode(), change=True)
        queue.resume(vault, held)
        assert tried(vault)[0].state is State.UNCONFIRMED


def test_nothing_is_sealed_to_a_key_that_has_ended(
    vault: Vault, gpg: Gpg, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, text = openpgp(gpg)
    with scripted(says(YES)) as server:
        outlet = trusted(vault, server, text)
        in_two_years(monkeypatch)
        with pytest.raises(BadRecipient) as caught:
            sending.queue_bundle(vault, bundle, outlet)
        assert caught.value.facts["reason"] == "openpgp-expired"
        with pytest.raises(BadRecipient):
            trusted(vault, server, text, change=True)
    assert queue.queued(vault) == ()
    assert vault.parcels() == ()


def age() -> str:
    return str(pyrage.x25519.Identity.generate().to_public())


@pytest.mark.parametrize("by", ["age", "openpgp", ""])
def test_what_was_sealed_to_a_key_that_was_replaced_is_held(
    vault: Vault, gpg: Gpg, bundle: Path, by: str
) -> None:
    with scripted(says(YES)) as server:
        outlet = trusted(vault, server, age())
        waiting = sending.queue_bundle(vault, bundle, outlet)
        if by:
            new = age() if by == "age" else openpgp(gpg)[1]
            trusted(vault, server, new, change=True)
        else:  # a card without a key
            card = Card("Paper", "form", outlet.card.address)
            known.add(vault, known.own(vault, card), DIRECT, change=True)
        held, error = tried(vault)
        assert isinstance(error, NotSealed)
        assert held.reason == "not-sealed:other-key"
        assert held.state is State.HELD
        assert "no longer on the outlet's card" in words.sentence(error).line
        assert vault.parcels() == (waiting.id,)
        assert server.heads == []


def test_what_was_sealed_before_is_sent_as_it_is(vault: Vault, bundle: Path) -> None:
    sealed = bundle.with_suffix(".age")
    key = pyrage.x25519.Identity.generate().to_public()
    pyrage.encrypt_file(str(bundle), str(sealed), [key])
    with scripted(says(YES)) as server:
        waiting = sending.queue_bundle(vault, sealed, trusted(vault, server, age()))
        assert waiting.sealed_to == ""
        assert tried(vault)[0].state is State.UNCONFIRMED
