"""DOOR: from a card that somebody handed over to an outlet that the vault knows.

A card comes as a file, as pasted text, or as pictures of QR codes. A picture is
foreign: it is decoded in the confined child alone. A key on a card goes through
the same gate as any key that is sealed to, so that no outlet is trusted whose
key its owner would not want used. That the card is the outlet's own, nothing
here can say: the person compares its words first.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import segno

from capture.export import written_all, written_whole
from capture.isolate import MediaPool
from capture.isolate.outward import codes
from capture.progress import Tick, silent
from storage.bundle.sealing import are_openpgp, read_recipients
from storage.errors import BadCard, BadRecipient
from storage.outlets import card_codes, catalog, known
from storage.outlets.address import TOR, Route
from storage.outlets.card import MOST_CARD, Card, SignedCard, read_card
from storage.outlets.known import Known
from storage.vault import Vault

MOST_PICTURES = 16
"""Pictures that one card may come in."""
MOST_PICTURE = 64 << 20
"""Bytes of a picture that is looked at."""
_PICTURES = {".svg": "svg", ".png": "png"}


@dataclass(frozen=True, slots=True)
class Key:
    """Whose key a card holds: ``kind`` is "age" or "openpgp".

    ``shown`` is what a person compares: the age key itself, or an OpenPGP key's fingerprint;
    ``owner`` is what an OpenPGP key says of its owner, untrusted.
    """

    kind: str
    shown: str
    owner: str = ""


def read_files(pool: MediaPool, paths: Sequence[Path], tick: Tick = silent) -> SignedCard:
    """Return the card in a file, or in one or several pictures of it, whose signature holds.

    Raises BadCard, what decoding a picture raises, and OSError.
    """
    if not 0 < len(paths) <= MOST_PICTURES:
        raise BadCard(reason="not-a-card")
    found = []
    for path in paths:
        with path.open("rb") as stream:
            found.append(_bounded(stream))
    return read_bytes(pool, found, tick)


def read_bytes(pool: MediaPool, untrusted: Sequence[bytes], tick: Tick = silent) -> SignedCard:
    """Do the same with what a clipboard or a drop holds."""
    texts = [data for data in untrusted if _is_text(data)]
    if texts:
        if len(untrusted) > 1:
            raise BadCard(reason="several-cards")
        return read_card(texts[0])
    held: list[bytes] = []
    for data in untrusted[:MOST_PICTURES]:
        held += codes(pool, io.BytesIO(data), tick)
    return read_card(card_codes.joined(held))


def _bounded(stream: BinaryIO) -> bytes:
    untrusted = stream.read(MOST_PICTURE + 1)
    if len(untrusted) > MOST_PICTURE:
        raise BadCard(reason="not-a-card")
    return untrusted


def _is_text(untrusted: bytes) -> bool:
    """Whether it is to be read as a card's text: it is said to be none there, if it is none."""
    return len(untrusted) <= MOST_CARD and untrusted.lstrip()[:1] == b"{"


def key_of(card: Card) -> Key | None:
    """Return the key that a card seals to, None where it has none.

    Raises BadRecipient for one that nothing should be sealed to.
    """
    if not card.recipient:
        return None
    keys = read_recipients(card.recipient)
    if not are_openpgp(keys):
        return Key("age", keys[0])
    from storage.bundle import openpgp_keys  # its library is rarely needed

    key = openpgp_keys.read(keys[0].encode())
    return Key("openpgp", key.fingerprint, key.owner)


def written_down(vault: Vault, card: Card) -> SignedCard:
    """Return a card that the person wrote down, signed by this vault, with its key cut down.

    Raises BadRecipient and BadCard.
    """
    if card.recipient:
        keys = read_recipients(card.recipient)
        if len(keys) > 1:
            raise BadRecipient(reason="one-alone")
        card = replace(card, recipient=keys[0])
    return known.own(vault, card)


def write_card(signed: SignedCard, out: Path) -> tuple[Path, ...]:
    """Write a card as a file, or as pictures of its codes where the name ends with .png or .svg.

    Several codes go into FILE-1, FILE-2, …; all are written or none. Returns what was written.
    Raises FileExistsError where something is in the way, BadCard for one that is too long.
    """
    form = _PICTURES.get(out.suffix.lower())
    if form is None:
        with written_whole(out) as stream:
            stream.write(signed.text().encode() + b"\n")
        return (out,)
    codes = card_codes.pieces(signed.text())
    names = (f"{out.stem}-{number}" for number in range(1, len(codes) + 1))
    paths = (out,) if len(codes) == 1 else tuple(out.with_stem(name) for name in names)
    with written_all(out.parent) as another:
        for path, code in zip(paths, codes, strict=True):
            with another(path) as stream:
                segno.make_qr(code, error="l", mode="byte").save(stream, kind=form, scale=6)
    return paths


def check(signed: SignedCard, route: Route = TOR) -> None:
    """Raise what stands against an outlet of this card, before a person compares its words."""
    catalog.check(signed.card, route)
    key_of(signed.card)


def trust(vault: Vault, signed: SignedCard, route: Route = TOR, *, change: bool = False) -> Known:
    """Keep a card whose words the person has compared.

    Raises BadRecipient, and what ``known.add`` does.
    """
    check(signed, route)
    return known.add(vault, signed, route, change=change)
