"""A card as what QR codes hold: one code, or several where it does not fit one that is easily read.

A code that is photographed from a screen wants to be small, so a long card is
cut in pieces, each told whose piece it is. They are put together again from any
number of pictures, in any order; only all of one card make a card. The format
stands in ``docs/formats/outlet-card.md``.
"""

import hashlib
import re
from collections.abc import Iterable

from storage.errors import BadCard
from storage.outlets.card import FORMAT, MOST_CARD

MOST_IN_ONE = 1200
"""Bytes in one code: what version 25 holds at error correction L, less a little."""

MOST_PIECES = 16
"""Codes of one card."""

MOST_CODES = 64
"""Codes that are looked at, of all pictures together."""

_HEAD = re.compile(rb"firsthand-card-piece 1 ([0-9a-f]{16}) ([1-9][0-9]?)/([1-9][0-9]?)\n")


def pieces(text: str) -> tuple[bytes, ...]:
    """Return what each code of a card holds: the card itself, or its pieces in order."""
    whole = text.encode()
    if len(whole) <= MOST_IN_ONE:
        return (whole,)
    digest = hashlib.sha256(whole).hexdigest()[:16]
    cuts = [whole[at : at + MOST_IN_ONE] for at in range(0, len(whole), MOST_IN_ONE)]
    if len(cuts) > MOST_PIECES:
        raise BadCard(reason="card-too-long")
    return tuple(
        f"firsthand-card-piece 1 {digest} {number}/{len(cuts)}\n".encode() + cut
        for number, cut in enumerate(cuts, 1)
    )


def joined(untrusted_codes: Iterable[bytes]) -> bytes:
    """Return the card in some codes, which may be of several pictures, as a file would hold it.

    Codes that have nothing to do with cards are passed over. Raises BadCard with ``reason``
    "no-code" where there is none of a card, "several-cards", and "pieces-missing" with the numbers
    of those that are ``missing``. That it is a card is not said by this.
    """
    codes = dict.fromkeys(code for _, code in zip(range(MOST_CODES), untrusted_codes, strict=False))
    cards = [code for code in codes if FORMAT.encode() in code and not _HEAD.match(code)]
    found: dict[tuple[bytes, int], dict[int, bytes]] = {}
    for code in codes:
        head = _HEAD.match(code)
        if head is not None and int(head[2]) <= int(head[3]) <= MOST_PIECES:
            found.setdefault((head[1], int(head[3])), {})[int(head[2])] = code[head.end() :]
    if len(cards) + len(found) > 1:
        raise BadCard(reason="several-cards")
    if cards:
        return cards[0]
    if not found:
        raise BadCard(reason="no-code")
    return _whole(*found.popitem())


def _whole(name: tuple[bytes, int], parts: dict[int, bytes]) -> bytes:
    digest, count = name
    missing = [number for number in range(1, count + 1) if number not in parts]
    if missing:
        raise BadCard(reason="pieces-missing", missing=", ".join(map(str, missing)), of=count)
    whole = b"".join(parts[number] for number in range(1, count + 1))
    if len(whole) > MOST_CARD or hashlib.sha256(whole).hexdigest()[:16].encode() != digest:
        raise BadCard(reason="not-a-card")
    return whole
