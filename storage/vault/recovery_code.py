"""A recovery code: 130 random bits to print and keep where nobody looks for a vault.

28 letters and digits of Crockford's alphabet (no I, L, O, U) in groups of four,
the last two of them a check of the others. However it is typed (small letters,
spaces, O for 0), it stands for the same passphrase.
"""

import hashlib
import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011", " -\u2010\u2011\u2012\u2013\u2014\t\n")
_DRAWN = 26
_CHECK = 2
_GROUP = 4


def make() -> str:
    """Return a new code, as it is printed: "7K3M-…", seven groups."""
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(_DRAWN))
    return _grouped(drawn + _check(drawn))


def canonical(typed: str) -> str | None:
    """Return a code as it is printed, however it was typed; None for what is no code."""
    code = _letters(typed)
    if not _shaped(code) or _check(code[:_DRAWN]) != code[_DRAWN:]:
        return None
    return _grouped(code)


def _letters(typed: str) -> str:
    return typed.upper().translate(_MISREAD)


def _shaped(code: str) -> bool:
    return len(code) == _DRAWN + _CHECK and set(code) <= set(_ALPHABET)


def _check(drawn: str) -> str:
    number = int.from_bytes(hashlib.sha256(drawn.encode()).digest()[:2], "big")
    return _ALPHABET[number >> 5 & 31] + _ALPHABET[number & 31]


def _grouped(code: str) -> str:
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
