"""The check of one Ed25519 signature, written out in Python for the stand-alone verifier.

It stands in the place of ``storage/bundle/ed25519.py`` there, because a library
of machine code cannot travel in a single file. Only checking: there is no
secret that its timing could tell. A few milliseconds a signature.

Source: RFC 8032, sections 5.1.1 to 5.1.3 (curve and encoding), 5.1.7 (the
check, without the cofactor, as OpenSSL makes it) and 6 (the formulas).
"""

from hashlib import sha512

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_ORDER = 2**252 + 27742317777372353535851937790883648493
_ROOT = pow(2, (_P - 1) // 4, _P)
"""A square root of -1."""

_KEY = 32
_SIGNATURE = 64

_Point = tuple[int, int, int, int]
"""Extended homogeneous coordinates X, Y, Z and T, with x = X/Z, y = Y/Z and xy = T/Z."""


def check(public: bytes, signature: bytes, message: bytes) -> None:
    """Raise ValueError unless the signature is this raw key's over the message (RFC 8032)."""
    if len(public) != _KEY or len(signature) != _SIGNATURE:
        raise ValueError("a key has 32 bytes and a signature 64")
    key = _point(public)
    first, factor = signature[:32], int.from_bytes(signature[32:], "little")
    if factor >= _ORDER:
        raise ValueError("the signature is not written in the one way there is")
    hashed = int.from_bytes(sha512(first + public + message).digest(), "little") % _ORDER
    negative = (-key[0] % _P, key[1], key[2], -key[3] % _P)
    if _encoded(_sum(_times(factor, _BASE), _times(hashed, negative))) != first:
        raise ValueError("the signature does not fit")


def _sum(left: _Point, right: _Point) -> _Point:
    a = (left[1] - left[0]) * (right[1] - right[0]) % _P
    b = (left[1] + left[0]) * (right[1] + right[0]) % _P
    c = 2 * left[3] * right[3] * _D % _P
    d = 2 * left[2] * right[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(factor: int, point: _Point) -> _Point:
    found: _Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            found = _sum(found, point)
        point = _sum(point, point)
        factor >>= 1
    return found


def _point(untrusted: bytes) -> _Point:
    encoded = int.from_bytes(untrusted, "little")
    y, sign = encoded & ((1 << 255) - 1), encoded >> 255
    if y >= _P:
        raise ValueError("the key is not written in the one way there is")
    x = _x(y, sign)
    return x, y, 1, x * y % _P


def _x(y: int, sign: int) -> int:
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if x * x % _P != square:
        x = x * _ROOT % _P
    if x * x % _P != square or (x == 0 and sign):
        raise ValueError("the key is no point of the curve")
    return _P - x if x & 1 != sign else x


def _encoded(point: _Point) -> bytes:
    inverse = pow(point[2], -1, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


_BASE = _point(bytes.fromhex("58" + "66" * 31))
