"""Cards for trusted people: any k of n open the vault together, fewer know nothing.

A set of cards is a key of the vault like a passphrase: 16 random bytes, which SLIP-0039 splits
into cards of 20 words. What the cards make together is tried in the same way, and takes the same
time, as what a person types.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from storage.errors import BadShare
from storage.vault import shamir, slip39

FEWEST, MOST = 2, shamir.MOST
"""Cards that may be needed, and cards that may be made. One alone would be a passphrase."""

_SECRET = 16
_SPELLED = "slip39 "
_WORDS_OF_A_CARD = 20


@dataclass(frozen=True, slots=True)
class Cards:
    """A new set of cards, in the order of their numbers; each is the words of one card."""

    need: int
    texts: tuple[str, ...]

    @property
    def label(self) -> str:
        """How the vault's list of keys calls the set."""
        return f"cards, {self.need} of {len(self.texts)}"


def deal(need: int, of: int) -> Cards:
    """Return new cards, any ``need`` of which open what they are added to.

    Raises ValueError beyond the bounds: 2 <= need <= of <= 16.
    """
    if not FEWEST <= need <= of <= MOST:
        raise ValueError((need, of))
    dealt = slip39.deal(secrets.token_bytes(_SECRET), need, of)
    cards = Cards(need, tuple(" ".join(share.words()) for share in dealt))
    if passphrase(cards.texts[:need]) != passphrase(cards.texts[-need:]):
        raise AssertionError  # never given out unless they were seen to work
    return cards


def passphrase(cards: Sequence[str]) -> str:
    """Return what a set of cards stands for, as a passphrase of the vault. Raises BadShare."""
    hand = Hand()
    for card in cards:
        hand.add(card)
    return hand.passphrase()


def like_a_card(untrusted_text: str) -> bool:
    """Whether this was meant as a card: as many words, and all of them from the list.

    Nobody's passphrase is taken for one unless it was made by the same standard.
    """
    words = untrusted_text.split()
    if len(words) < _WORDS_OF_A_CARD:
        return False
    try:
        slip39.parse(untrusted_text)
    except BadShare as error:
        return error.facts.get("reason") == "checksum"
    return True


class Hand:
    """Cards that come in one by one, each checked as it comes."""

    def __init__(self) -> None:
        self._shares: list[slip39.Share] = []

    def add(self, untrusted_card: str) -> int:
        """Take one more card and return its number, from 1.

        Raises BadShare for a mistyped card, one of another set, or one that is here already; the
        others stay.
        """
        share = slip39.parse(untrusted_card)
        for other in self._shares:
            if (share.family, share.group, share.need) != (other.family, other.group, other.need):
                raise BadShare("the card is of another set", reason="mixed")
            if share.number == other.number:
                raise BadShare("one card was given twice", reason="twice")
        self._shares.append(share)
        return share.number + 1

    @property
    def need(self) -> int:
        """How many cards are needed in all; 0 before the first has said it."""
        return self._shares[0].need if self._shares else 0

    @property
    def missing(self) -> int:
        """How many more are needed; one before the first has said how many."""
        return max(0, self.need - len(self._shares)) if self._shares else 1

    def passphrase(self) -> str:
        """Return what the cards stand for. Raises BadShare where they are too few."""
        if not self._shares:
            raise BadShare("no card was given", reason="too-few", missing="?")
        return _SPELLED + slip39.combine(self._shares).hex()
