"""How long a passphrase holds, estimated low; and word passphrases drawn by chance.

The estimate assumes somebody who knows how people choose: words, names of keys
in a row, years, repeats, letters swapped for digits. It takes the cheapest way
to build what was typed, and calls any run of letters a word, since nobody can
know that it is none. zxcvbn (Wheeler, USENIX Security 2016) is asked, too: it
knows names, films and passwords that leaked. The lower of both counts. So it
errs on the side of "weaker than it looks".

The words are EFF's large list of 7,776 (https://www.eff.org/dice, CC BY 3.0 US).
"""

import itertools
import math
import secrets
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

GUESSES_PER_SECOND = 1e6
"""A state's thousands of graphics cards against 128 MiB of Argon2id, rounded up."""
WORDS = 6
_LONGEST = 128
_LONGEST_PIECE = 24
_LONGEST_ASKED = 72
"""Signs that zxcvbn is asked about: more would take it long. What follows cannot make it weaker."""
_WORD_BITS = math.log2(20_000)
_COMMON_BITS = 6.0
_SHORTEST_WORD = 3
_SHORTEST_ROW = 3
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1234567890")
_COMMON_LISTED = """
password passwort passphrase admin administrator root user login welcome letmein secret
master dragon monkey shadow sunshine princess football baseball superman batman iloveyou
freedom whatever trustno hello charlie jordan michael jessica ashley killer pepper ginger
summer winter spring autumn test guest default changeme access firsthand witness evidence
mohammad muhammad ahmad allah mother father love qwerty asdf zxcv
"""
_COMMON = frozenset(_COMMON_LISTED.split())
_SMALL_LISTED = """
the and you that was for are with his they this have from one had but not what all were when
your can said there use each which she how their will other about out many then them these some
her would make like him into time has look two more see way who its now find did get come may
god king man day night our know dont wont be to of in it is on he as at or we me my by do if up so
go no us an am de la le el en et que los las por des les une und der die das
"""
_SMALL = frozenset(_SMALL_LISTED.split())
"""Words that sentences, verses and songs are full of: who guesses phrases tries these first."""
_SMALL_BITS = 5.0
_SEPARATORS = " -_.,"
_SEPARATOR_BITS = 2.0
_LEET = str.maketrans("013457@$!", "oieastasi")
_YEARS = range(1900, 2050)
_DATE_BITS = math.log2(365 * 120)
_DATE_LENGTHS = (6, 8)
_CLASSES = ((str.isdigit, 10), (str.islower, 26), (str.isupper, 26), (str.isascii, 33))
_FOREIGN = 100


class Level(Enum):
    """In which of a few words the estimate is said."""

    EMPTY = "empty"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Strength:
    """``bits`` is the binary logarithm of the guesses, ``seconds`` how long half of them take."""

    bits: float
    seconds: float
    level: Level


_FAIR_BITS = 45.0
_STRONG_BITS = 62.0


def estimate(passphrase: str) -> Strength:
    """Estimate a passphrase, low rather than high."""
    bits = min(_cheapest(passphrase[:_LONGEST]), _asked(passphrase[:_LONGEST_ASKED]))
    seconds = 2 ** max(bits - 1, 0) / GUESSES_PER_SECOND
    return Strength(bits, seconds, _level(passphrase, bits))


def draw_words(count: int = WORDS) -> str:
    """Return so many words drawn by the system's chance; six hold about 77 bits."""
    words = _eff_words()
    return " ".join(secrets.choice(words) for _ in range(count))


def _level(passphrase: str, bits: float) -> Level:
    if not passphrase:
        return Level.EMPTY
    if bits < _FAIR_BITS:
        return Level.WEAK
    return Level.FAIR if bits < _STRONG_BITS else Level.STRONG


def _asked(text: str) -> float:
    """Return the bits that zxcvbn gives a text."""
    if not text:
        return 0.0
    from zxcvbn import zxcvbn  # its lists of words are long, and the first window needs none

    guesses: float = zxcvbn(text)["guesses_log10"]
    return guesses * math.log2(10)


def _cheapest(text: str) -> float:
    """Return the bits of the cheapest way to cut the text into pieces that people use."""
    best = [0.0] + [math.inf] * len(text)
    seen: dict[int, set[str]] = {0: set()}
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST_PIECE), end):
            piece = text[start:end]
            used = piece in seen[start]
            cost = best[start] + (1.0 if used else _piece(piece))
            if cost < best[end]:
                best[end] = cost
                seen[end] = seen[start] | {piece}
    return best[-1]


def _piece(piece: str) -> float:
    if len(piece) == 1:
        return _char_bits(piece)
    costs = (_word(piece), _run(piece), _digits(piece))
    return min(costs)


def _char_bits(char: str) -> float:
    if char in _SEPARATORS:
        return _SEPARATOR_BITS
    return math.log2(next((size for fits, size in _CLASSES if fits(char)), _FOREIGN))


def _word(piece: str) -> float:
    plain = piece.casefold()
    if plain in _SMALL:
        return _SMALL_BITS
    if len(piece) < _SHORTEST_WORD:
        return math.inf
    case = 0.0 if piece == plain else 1.0 if piece[1:] == plain[1:] else 3.0
    for spelled, extra in ((plain, 0.0), (plain.translate(_LEET), 2.0)):
        if spelled in _COMMON:
            return _COMMON_BITS + case + extra
        if spelled in _eff_set():
            return math.log2(len(_eff_set())) + case + extra
    return _WORD_BITS + case if piece.isalpha() else math.inf


def _run(piece: str) -> float:
    """Price repeats of one sign, and signs in a row of the alphabet or the keyboard."""
    if len(piece) < _SHORTEST_ROW:
        return math.inf
    if len(set(piece)) == 1:
        return _char_bits(piece[0]) + math.log2(len(piece))
    lower = piece.lower()
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(lower)}
    in_row = any(lower in row or lower[::-1] in row for row in _ROWS)
    return 5.0 + math.log2(len(piece)) if in_row or steps in ({1}, {-1}) else math.inf


def _digits(piece: str) -> float:
    if not (piece.isascii() and piece.isdigit()):
        return math.inf
    if len(piece) == len("2000") and int(piece) in _YEARS:
        return math.log2(len(_YEARS))
    return _DATE_BITS if len(piece) in _DATE_LENGTHS else math.inf


@cache
def _eff_words() -> tuple[str, ...]:
    listed = resources.files("ui.desktop").joinpath("eff_large_wordlist.txt").read_text("ascii")
    return tuple(listed.split())


@cache
def _eff_set() -> frozenset[str]:
    return frozenset(_eff_words())
