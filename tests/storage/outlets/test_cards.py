"""Cards: strict to read, compared by words, loud to change."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as some

from storage.errors import AlreadyExists, BadAddress, BadCard, NoSuchOutlet, StorageError
from storage.outlets import catalog, known
from storage.outlets.address import DIRECT, TOR, read_address, read_route, unquoted
from storage.outlets.card import Card, SignedCard, read_card, sign
from storage.vault import Vault
from tests.storage.outlets.test_transport import ONION

KEY = str(pyrage.x25519.Identity.generate().to_public())
CARD = Card("The Paper", "webdav", "https://drop.example.org/in/", KEY, note="since 1921")
OURS, THEIRS = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()


def test_a_card_is_read_as_it_was_signed() -> None:
    full = replace(CARD, pin="key:" + "0" * 64, largest=10**9, user="u", password="p\nq")
    for card in (CARD, full, Card("x", "form", "https://a/")):
        signed = sign(card, OURS)
        assert read_card(signed.text().encode()) == signed
        assert len(signed.words) == 8


def test_any_change_gives_other_words() -> None:
    words = {sign(CARD, OURS).words, sign(CARD, THEIRS).words}
    words |= {
        sign(other, OURS).words for other in (replace(CARD, name="x"), replace(CARD, kind="x"))
    }
    words.add(sign(replace(CARD, recipient=""), OURS).words)
    assert len(words) == 5


def altered(change: Callable[[dict[str, Any]], object]) -> bytes:
    whole = json.loads(sign(CARD, OURS).text())
    change(whole)
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda card: card["card"].update(address="https://evil.example/"), "wrong-signature"),
        (lambda card: card.update(signer="0" * 64), "wrong-signature"),
        (lambda card: card.update(version=3), "newer-card"),
        (lambda card: card.update(version=2), "not-a-card"),
        (lambda card: card.update(version="1"), "not-a-card"),
        (lambda card: card.update(version=True), "not-a-card"),
        (lambda card: card.update(more=1), "not-a-card"),
        (lambda card: card.pop("signature"), "not-a-card"),
        (lambda card: card["card"].update(more="x"), "not-a-card"),
        (lambda card: card["card"].pop("address"), "not-a-card"),
        (lambda card: card["card"].update(largest=True), "not-a-card"),
        (lambda card: card["card"].update(largest=-1), "not-a-card"),
        (lambda card: card["card"].update(name="x" * 61), "not-a-card"),
        (lambda card: card["card"].update(name="a\u202eb"), "not-a-card"),
        (lambda card: card["card"].update(note="a\nb"), "not-a-card"),
        (lambda card: card["card"].update(recipient="AGE-SECRET-KEY-1"), "not-a-card"),
        (lambda card: card.update(card=[]), "not-a-card"),
    ],
)
def test_what_is_no_card_is_told(change: Callable[[dict[str, Any]], object], reason: str) -> None:
    with pytest.raises(BadCard) as caught:
        read_card(altered(change))
    assert caught.value.facts["reason"] == reason


@pytest.mark.parametrize("raw", [b"", b"{", b"[" * 4000, b"\xff", b"1", b"x" * 20_000])
def test_what_is_no_json_is_no_card(raw: bytes) -> None:
    with pytest.raises(BadCard):
        read_card(raw)


@given(some.binary(max_size=200))
def test_no_bytes_do_anything_else(raw: bytes) -> None:
    with pytest.raises(BadCard):
        read_card(raw)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("http://drop.example.org/", "plain-http"),
        ("https://me:secret@drop.example.org/", "password-inside"),
        ("ftp://drop.example.org/", "scheme"),
        ("https://drop.example.org/#x", "spelling"),
        ("https://drop.example.org:0/", "spelling"),
        ("https://dröp.example.org/", "spelling"),
        ("https://127.1/", "spelling"),
        ("https:///x", "spelling"),
        ("https://a b/", "spelling"),
        ("https://a/\r\nX: y", "spelling"),
        ("drop.example.org", "spelling"),
        (ONION.replace("2g", "3g"), "onion-address"),
        ("http://short.onion/", "onion-address"),
    ],
)
def test_an_address_means_one_thing_or_nothing(text: str, reason: str) -> None:
    with pytest.raises(BadAddress) as caught:
        read_address(text, "https", "http")
    assert caught.value.facts["reason"] == reason


@pytest.mark.parametrize(
    "text", [ONION, "https://a.example/b%20c?d=e", "https://[::1]:8443/", "http://127.0.0.1:8080/"]
)
def test_an_address_is_written_as_it_was_read(text: str) -> None:
    assert read_address(text, "https", "http").text == text


@given(some.text(max_size=60))
def test_a_segment_comes_back_as_it_was(name: str) -> None:
    plain = name.encode("utf-8", "replace").decode()
    below = read_address("https://a.example/b/", "https").below(plain)
    assert unquoted(below.path) == f"/b/{plain}"


@pytest.mark.parametrize(
    "text",
    [
        "tor",
        "direct",
        "socks5h://127.0.0.1:9150",
        "http://u:p%3A@10.0.0.1:3128",
        "socks5h://[::1]:1",
    ],
)
def test_a_route_is_written_as_it_was_read(text: str) -> None:
    assert read_route(text).text == text


@pytest.mark.parametrize(
    "text", ["socks5://127.0.0.1:9050", "socks5h://localhost:9050", "https://1.2.3.4:1", "", "TOR"]
)
def test_what_is_no_route_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        read_route(text)


@pytest.mark.parametrize(
    "card",
    [
        Card("x", "carrier-pigeon", "https://a/"),
        Card("x", "s3", "https://a/b"),
        Card("x", "sftp", "sftp://a/b", user="u", password="p"),
        Card("x", "sftp", "sftp://a/b", user="u", password="p", pin="SHA256:short"),
        Card("x", "webdav", "sftp://a/b"),
        Card("x", "webdav", "https://a/b", pin="key:1234"),
    ],
)
def test_a_card_that_no_outlet_can_be_made_of_is_refused(card: Card) -> None:
    with pytest.raises((BadCard, BadAddress)):
        catalog.check(card, TOR)


def added(vault: Vault, card: Card = CARD, key: Ed25519PrivateKey = THEIRS) -> SignedCard:
    signed = sign(card, key)
    known.add(vault, signed)
    return signed


def test_an_outlet_is_known_until_it_is_taken_away(vault: Vault) -> None:
    signed = added(vault)
    found = known.find(vault, "the PAPER")
    assert (found.signed, found.route) == (signed, TOR)
    assert known.find(vault, found.id) == found
    known.remove(vault, found)
    assert known.known(vault) == ()
    with pytest.raises(NoSuchOutlet):
        known.find(vault, "The Paper")
    assert [entry.event for entry in vault.custody()][-2:] == ["outlet added", "outlet removed"]


def test_a_change_is_loud(vault: Vault) -> None:
    before = added(vault)
    changed = sign(replace(CARD, address="https://other.example/"), THEIRS)
    assert known.differences(vault, changed) == ("address",)
    with pytest.raises(AlreadyExists):
        known.add(vault, changed)
    outlet = known.add(vault, changed, change=True)
    entry = vault.custody()[-1]
    assert entry.event == "outlet changed"
    assert entry.facts["fields"] == "address"
    assert entry.facts["before"] == " ".join(before.words)
    assert known.known(vault) == (outlet,)


def test_somebody_elses_card_does_not_take_a_name_over(vault: Vault) -> None:
    before = added(vault)
    with pytest.raises(BadCard) as caught:
        known.add(vault, sign(replace(CARD, name="THE paper"), OURS), change=True)
    assert caught.value.facts["reason"] == "other-signer"
    assert known.find(vault, "The Paper").signed == before


def test_an_onion_is_never_given_a_direct_way(vault: Vault) -> None:
    outlet = known.add(vault, sign(replace(CARD, address=ONION), THEIRS))
    with pytest.raises(StorageError):
        known.set_route(vault, outlet, DIRECT)
    assert known.find(vault, "The Paper").route == TOR
