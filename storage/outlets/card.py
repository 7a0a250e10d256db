"""The outlet card: who an outlet is, on one page, signed by whoever made it.

What is on it decides where evidence goes and who can open it, so it is read
strictly, and it is not believed for being signed: the signature only keeps it
whole on its way. That it is the outlet's own is for the person to find out, by
comparing eight words with the outlet over another channel.

The format stands in ``docs/formats/outlet-card.md``.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.errors import BadCard
from storage.records import canonical
from storage.vault import slip39

FORMAT = "firsthand-outlet-card"
VERSION = 2
"""The newest version: that of a card with an OpenPGP key. All others are written as the first."""

MOST_CARD = 16 * 1024
"""Bytes of the longest card: an OpenPGP key of 4096 bits, cut down, takes a quarter of it."""

WORDS = 8
"""Words of a fingerprint, of ten bits each."""

_SIGNED = b"firsthand outlet card 1\n"
_COMPARED = b"firsthand outlet card words 1\n"
_BITS = 10
_LONGEST = {"name": 60, "note": 500, "password": 2000, "recipient": 12_000}
_USUAL = 1000
_LINES = ("password", "recipient")
"""Fields that may have line ends: a private key and an OpenPGP key have them."""
_KEY = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_OPENPGP = re.compile(
    r"-----BEGIN PGP PUBLIC KEY BLOCK-----\n(?:[!-~][ -~]{0,200}\n)*\n"
    r"(?:[A-Za-z0-9+/=]{1,76}\n)+-----END PGP PUBLIC KEY BLOCK-----\n?"
)
_HEX = re.compile(r"[0-9a-f]+")
_MOST_SIZE = 1 << 50


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of an outlet. ``largest`` is bytes, 0 where the card sets no limit.

    ``recipient`` is its age public key or its armored OpenPGP key, as ``bundle.sealing`` reads
    them, ``pin`` the key or certificate that its server shows, ``user`` and ``password`` the login
    that it gave; each may be empty.
    """

    name: str
    kind: str
    address: str
    recipient: str = ""
    pin: str = ""
    largest: int = 0
    note: str = ""
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def version(self) -> int:
        """The version of the format that this card needs."""
        return 2 if self.recipient.startswith("-----") else 1

    def said(self) -> dict[str, str | int]:
        """Return what the card says: its fields but the empty ones."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, slots=True)
class SignedCard:
    """A card with the key of whoever signed it; both hexadecimal."""

    card: Card
    signer: str
    signature: str

    @property
    def words(self) -> tuple[str, ...]:
        """What the person compares with the outlet: it is of the card and of the key."""
        said = canonical({"card": self.card.said(), "signer": self.signer})
        number = int.from_bytes(hashlib.sha256(_COMPARED + said).digest(), "big")
        lists = slip39.wordlist()
        return tuple(
            lists[(number >> (256 - _BITS * place)) % len(lists)] for place in range(1, WORDS + 1)
        )

    def text(self) -> str:
        """Return the card as a file or a picture holds it."""
        whole = {
            "format": FORMAT,
            "version": self.card.version,
            "card": self.card.said(),
            "signer": self.signer,
            "signature": self.signature,
        }
        return canonical(whole).decode()


def sign(card: Card, key: Ed25519PrivateKey) -> SignedCard:
    """Sign a card. Raises BadCard where it is none that could be read again."""
    signer = key.public_key().public_bytes_raw().hex()
    signature = key.sign(_SIGNED + canonical(card.said())).hex()
    return read_card(SignedCard(_checked(card.said()), signer, signature).text().encode())


def read_card(untrusted: bytes) -> SignedCard:
    """Return the card in a file, whose signature holds.

    Raises BadCard with a ``reason``: "not-a-card", "newer-card", "wrong-signature". Whether its
    kind is known and its address one of that kind, ``catalog.check`` says.
    """
    whole = _object(untrusted)
    if whole.get("format") != FORMAT:
        raise BadCard(reason="not-a-card")
    version = whole.get("version")
    if isinstance(version, int) and version > VERSION:
        raise BadCard(reason="newer-card")
    if set(whole) != {"format", "version", "card", "signer", "signature"}:
        raise BadCard(reason="not-a-card")
    card = _checked(whole["card"])
    if type(version) is not int or version != card.version:
        raise BadCard(reason="not-a-card")
    signed = SignedCard(card, _hex(whole["signer"], 32), _hex(whole["signature"], 64))
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.signer))
    try:
        key.verify(bytes.fromhex(signed.signature), _SIGNED + canonical(card.said()))
    except InvalidSignature as error:
        raise BadCard(reason="wrong-signature") from error
    return signed


def _object(untrusted: bytes) -> Mapping[str, Any]:
    if len(untrusted) > MOST_CARD:
        raise BadCard(reason="not-a-card")
    try:
        whole = json.loads(untrusted.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadCard(reason="not-a-card") from error
    if not isinstance(whole, dict):
        raise BadCard(reason="not-a-card")
    return whole


def _checked(untrusted: object) -> Card:
    """Return the card that some fields are: known ones, of their types, printable, not too long."""
    known = {field.name: type(field.default) for field in fields(Card)}
    if not isinstance(untrusted, dict) or not set(untrusted) <= set(known):
        raise BadCard(reason="not-a-card")
    if not {"name", "kind", "address"} <= set(untrusted):
        raise BadCard(reason="not-a-card")
    for name, value in untrusted.items():
        if name == "largest":
            fits = type(value) is int and 0 <= value < _MOST_SIZE
        else:
            fits = isinstance(value, str) and _fits(name, value)
        if not fits:
            raise BadCard(reason="not-a-card")
    card = Card(**untrusted)
    if card.recipient and not _is_key(card.recipient):
        raise BadCard(reason="not-a-card")
    return card


def _is_key(recipient: str) -> bool:
    """Whether it is spelled as a key is; whether it may be sealed to, its own gate says."""
    pattern = _OPENPGP if recipient.startswith("-----") else _KEY
    return pattern.fullmatch(recipient) is not None


def _fits(name: str, value: str) -> bool:
    """Whether a text of a card is no longer than it may be, and can be shown as it is."""
    plain = value.replace("\n", "") if name in _LINES else value
    return len(value) <= _LONGEST.get(name, _USUAL) and plain.isprintable()


def _hex(untrusted: object, size: int) -> str:
    fits = isinstance(untrusted, str) and len(untrusted) == 2 * size and _HEX.fullmatch(untrusted)
    if not fits:
        raise BadCard(reason="not-a-card")
    return str(untrusted)
