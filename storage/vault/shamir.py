"""Shamir's secret sharing over GF(256), as SLIP-0039 has it: hazardous code, kept small.

https://github.com/satoshilabs/slips/blob/master/slip-0039.md, "Shamir's secret sharing". A
polynomial of degree k-1 stands for each byte; shares are its values at 0 to 15, the secret is its
value at 255, and at 254 stands a digest of the secret, so that shares which do not belong together
are noticed.

All bytes of a share are worked on at once, as one large integer. No table is indexed by a secret
byte and no branch depends on one: the only factors that decide anything are the shares' numbers,
which are printed on them. Python itself makes no promise about time.
"""

import hashlib
import hmac
import secrets
from collections.abc import Mapping

MOST = 16
"""Shares that one secret can have: their numbers have four bits."""

_SECRET, _DIGEST = 255, 254
_DIGEST_BYTES = 4


class NotTogether(Exception):
    """The shares do not belong together: the digest of what they make does not fit."""


def split(need: int, of: int, secret: bytes) -> list[bytes]:
    """Return ``of`` shares, numbered from 0, of which any ``need`` make the secret again.

    ``1 <= need <= of <= 16``; the secret has at least 5 bytes. With one share needed, every share
    is the secret itself.
    """
    if not 1 <= need <= of <= MOST:
        raise ValueError((need, of))
    if need == 1:
        return [secret] * of
    drawn = {number: secrets.token_bytes(len(secret)) for number in range(need - 2)}
    filling = secrets.token_bytes(len(secret) - _DIGEST_BYTES)
    points = {**drawn, _DIGEST: _digest(filling, secret) + filling, _SECRET: secret}
    return [drawn.get(number) or _value_at(number, points) for number in range(of)]


def join(shares: Mapping[int, bytes]) -> bytes:
    """Return the secret of exactly as many shares as were needed, by their numbers.

    Raises NotTogether for shares of different secrets, for too few, and for altered ones.
    """
    if len(shares) == 1:
        return next(iter(shares.values()))
    secret = _value_at(_SECRET, shares)
    said = _value_at(_DIGEST, shares)
    if not hmac.compare_digest(
        _digest(said[_DIGEST_BYTES:], secret),
        said[:_DIGEST_BYTES],
    ):
        raise NotTogether
    return secret


def _digest(filling: bytes, secret: bytes) -> bytes:
    return hmac.digest(filling, secret, hashlib.sha256)[:_DIGEST_BYTES]


def _value_at(place: int, points: Mapping[int, bytes]) -> bytes:
    """Return the polynomial's value at a place where it is not known, by Lagrange."""
    length = len(next(iter(points.values())))
    value = 0
    for number, share in points.items():
        factor = 1
        for other in points:
            if other != number:
                factor = _times(factor, _times(place ^ other, _inverse(number ^ other)))
        value ^= _times(int.from_bytes(share, "big"), factor, length)
    return value.to_bytes(length, "big")


def _times(vector: int, factor: int, length: int = 1) -> int:
    """Multiply each of ``length`` bytes, packed into one integer, by one public factor.

    The field is that of AES: x^8 + x^4 + x^3 + x + 1.
    """
    ones = int.from_bytes(b"\x01" * length, "big")
    product = 0
    while factor:
        if factor & 1:
            product ^= vector
        carried = vector >> 7 & ones
        vector = (vector & ones * 0x7F) << 1 ^ carried * 0x1B
        factor >>= 1
    return product


def _inverse(number: int) -> int:
    """Return 1 / number: its 254th power, for the field has 255 units."""
    inverse = 1
    for _ in range(7):
        number = _times(number, number)
        inverse = _times(inverse, number)
    return inverse
