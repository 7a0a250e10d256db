"""SLIP-0039: a secret as several cards of words, of which some are enough.

https://github.com/satoshilabs/slips/blob/master/slip-0039.md. Read in full (groups too, so that
the standard's own vectors hold); written in the simplest form: one group, no passphrase. Written
here rather than taken from a package: the reference says of itself that it is not hardened.

A card is one share: 10 bits a word, three of the words a checksum (RS1024) that notices any three
wrong words. Words may be cut to their first four letters, which no two share.
"""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from storage.errors import BadShare
from storage.vault import shamir

PREFIX = 4
"""Letters after which a word is known."""

_LONGEST_TEXT = 2000
_FEWEST_WORDS, _MOST_WORDS = 20, 59
_META, _SUM = 4, 3
_BITS = 10
_PADDING_MAX = 8
_ROUNDS = 4
_ITERATIONS = 2500
"""Of PBKDF2 in each round, at exponent 0."""
_EXPONENT_MAX = 6
"""Above this, a made-up card could keep the machine busy for seconds or hours."""
_GENERATOR = (
    0xE0E040, 0x1C1C080, 0x3838100, 0x7070200, 0xE0E0009,
    0x1C0C2412, 0x38086C24, 0x3090FC48, 0x21B1F890, 0x3F3F120,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Family:
    """What all shares of one secret have in common."""

    identifier: int
    extendable: bool
    exponent: int
    groups_needed: int
    groups: int


@dataclass(frozen=True, slots=True)
class Share:
    """One card: which secret it is of, its place, how many of its group are needed, its bytes."""

    family: Family
    group: int
    number: int
    need: int
    value: bytes

    def words(self) -> tuple[str, ...]:
        """Return the words of the card."""
        family = self.family
        head = family.identifier << 5 | family.extendable << 4 | family.exponent
        for part in (self.group, family.groups_needed - 1, family.groups - 1):
            head = head << 4 | part
        head = (head << 4 | self.number) << 4 | self.need - 1
        length = -(-len(self.value) * 8 // _BITS)
        numbers = [*_numbers(head, _META), *_numbers(int.from_bytes(self.value, "big"), length)]
        rest = _checked([*numbers, 0, 0, 0], family.extendable) ^ 1
        return tuple(wordlist()[number] for number in (*numbers, *_numbers(rest, _SUM)))


def parse(untrusted_text: str) -> Share:
    """Return the share that a card's words stand for. Raises BadShare, saying what is wrong."""
    if len(untrusted_text) > _LONGEST_TEXT:
        raise BadShare("the card is too long", reason="length")
    numbers = [_number(at, word) for at, word in enumerate(untrusted_text.split(), 1)]
    padding = (len(numbers) - _META - _SUM) * _BITS % 16
    if not _FEWEST_WORDS <= len(numbers) <= _MOST_WORDS or padding > _PADDING_MAX:
        raise BadShare("no card has that many words", reason="length", words=len(numbers))
    extendable = bool(numbers[1] >> 4 & 1)
    if _checked(numbers, extendable) != 1:
        raise BadShare("the words do not fit their checksum", reason="checksum")
    return _read(numbers, padding)


def _read(numbers: list[int], padding: int) -> Share:
    head = _joined(numbers[:_META])
    identifier, extendable, exponent = head >> 25, bool(head >> 24 & 1), head >> 20 & 15
    group, needed, groups, number, need = (head >> shift & 15 for shift in (16, 12, 8, 4, 0))
    values = numbers[_META:-_SUM]
    value = _joined(values)
    length = (len(values) * _BITS - padding) // 8
    if needed > groups or exponent > _EXPONENT_MAX or value >> length * 8:
        raise BadShare("the card says what no card says", reason="impossible")
    family = Family(identifier, extendable, exponent, needed + 1, groups + 1)
    return Share(family, group, number, need + 1, value.to_bytes(length, "big"))


def deal(secret: bytes, need: int, of: int) -> tuple[Share, ...]:
    """Return the shares of a secret in one group, any ``need`` of which are enough.

    The secret has an even number of bytes, 16 to 64.
    """
    family = Family(secrets.randbits(15), extendable=True, exponent=0, groups_needed=1, groups=1)
    values = shamir.split(need, of, _feistel(secret, b"", family, range(_ROUNDS)))
    return tuple(Share(family, 0, number, need, value) for number, value in enumerate(values))


def combine(shares: Sequence[Share], passphrase: bytes = b"") -> bytes:
    """Return the secret of enough shares; more than enough do no harm.

    Raises BadShare for shares of different secrets, too few, one twice, or none that fit. A
    wrong passphrase of SLIP-0039 gives another secret: the standard wants it so.
    """
    family = shares[0].family
    if any(astuple(share.family) != astuple(family) for share in shares):
        raise BadShare("the cards are of different sets", reason="mixed")
    ordered = sorted(shares, key=lambda share: share.group)
    groups = {at: tuple(members) for at, members in groupby(ordered, lambda share: share.group)}
    if len(groups) < family.groups_needed:
        raise BadShare("cards of more groups are needed", reason="too-few", missing="?")
    chosen = list(groups.items())[: family.groups_needed]
    values = {at: _join(_members(members)) for at, members in chosen}
    return _feistel(_join(values), passphrase, family, reversed(range(_ROUNDS)))


def _members(shares: Sequence[Share]) -> dict[int, bytes]:
    """Return the values of one group by their numbers, as many as are needed."""
    need, length = shares[0].need, len(shares[0].value)
    if any(share.need != need or len(share.value) != length for share in shares):
        raise BadShare("the cards are of different sets", reason="mixed")
    values = {share.number: share.value for share in shares}
    if len(values) != len(shares):
        raise BadShare("one card was given twice", reason="twice")
    if len(values) < need:
        raise BadShare("more cards are needed", reason="too-few", missing=need - len(values))
    return dict(list(values.items())[:need])


def _join(values: dict[int, bytes]) -> bytes:
    if len({len(value) for value in values.values()}) != 1:
        raise BadShare("the cards are of different sets", reason="mixed")
    try:
        return shamir.join(values)
    except shamir.NotTogether as error:
        raise BadShare("the cards do not belong together", reason="mixed") from error


def _feistel(secret: bytes, passphrase: bytes, family: Family, rounds: Iterable[int]) -> bytes:
    """Encrypt a secret, or decrypt it with the rounds in the other order."""
    salt = b"" if family.extendable else b"shamir" + family.identifier.to_bytes(2, "big")
    half = len(secret) // 2
    left, right = secret[:half], secret[half:]
    for number in rounds:
        key = bytes([number]) + passphrase
        count = _ITERATIONS << family.exponent
        mixed = hashlib.pbkdf2_hmac("sha256", key, salt + right, count, dklen=half)
        left, right = right, bytes(a ^ b for a, b in zip(left, mixed, strict=True))
    return right + left


def _checked(numbers: Iterable[int], extendable: bool) -> int:  # noqa: FBT001 # the share's own bit
    """Return the RS1024 remainder of a card's numbers; 1 for a card that is right."""
    remainder = 1
    for number in (*(b"shamir_extendable" if extendable else b"shamir"), *numbers):
        top = remainder >> 20
        remainder = (remainder & 0xFFFFF) << _BITS ^ number
        for bit, factor in enumerate(_GENERATOR):
            remainder ^= factor * (top >> bit & 1)
    return remainder


def _numbers(value: int, count: int) -> tuple[int, ...]:
    return tuple(value >> _BITS * at & 1023 for at in reversed(range(count)))


def _joined(numbers: Sequence[int]) -> int:
    value = 0
    for number in numbers:
        value = value << _BITS | number
    return value


def _number(at: int, untrusted_word: str) -> int:
    word = untrusted_word.lower()
    number = _places().get(word[:PREFIX])
    if number is None or not wordlist()[number].startswith(word):
        raise BadShare("a word that is on no card", reason="word", number=at)
    return number


@cache
def wordlist() -> tuple[str, ...]:
    """Return the 1,024 words of the standard, in order."""
    listed = resources.files("storage.vault").joinpath("slip39_words.txt").read_text("ascii")
    return tuple(listed.split())


@cache
def _places() -> dict[str, int]:
    return {word[:PREFIX]: number for number, word in enumerate(wordlist())}
