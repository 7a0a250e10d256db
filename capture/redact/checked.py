"""Values of a stored plan, each held to its kind and bounds while it is read.

A plan comes from a file or a footer that may be anybody's. Every function here takes one value
that nobody has looked at, and raises TypeError or ValueError for anything but what it names.
"""

import base64
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

MAX_SIDE = 65_535
MAX_TEXT = 200
_SEED = re.compile(r"[0-9a-f]{32}")
T = TypeVar("T")


def number(untrusted: Any, least: int, most: int) -> int:
    """Return a whole number between two bounds, both allowed."""
    if isinstance(untrusted, bool) or not isinstance(untrusted, int):
        raise TypeError
    if not least <= untrusted <= most:
        raise ValueError
    return untrusted


def text(untrusted: Any) -> str:
    """Return a short text, which may be empty."""
    if not isinstance(untrusted, str) or len(untrusted) > MAX_TEXT:
        raise TypeError
    return untrusted


def said(untrusted: Any) -> str:
    """Return a short text that says something."""
    words = text(untrusted)
    if not words.strip():
        raise ValueError
    return words


def seed(untrusted: Any) -> str:
    """Return 32 lower-case hexadecimal digits."""
    if not isinstance(untrusted, str) or not _SEED.fullmatch(untrusted):
        raise ValueError
    return untrusted


def person(untrusted: Any) -> int:
    """Return the number of a row of "people shown"."""
    return number(untrusted, 1, 99)


def box(untrusted: Any) -> tuple[int, int, int, int]:
    """Return left, top, width, height in pixels; a box may reach over the picture's edge."""
    left, top, width, height = untrusted
    return (
        number(left, -MAX_SIDE, MAX_SIDE),
        number(top, -MAX_SIDE, MAX_SIDE),
        number(width, 1, 2 * MAX_SIDE),
        number(height, 1, 2 * MAX_SIDE),
    )


def rows(untrusted: Any, most: int) -> Sequence[Any]:
    """Return a list of no more than so many rows."""
    if not isinstance(untrusted, list | tuple) or len(untrusted) > most:
        raise TypeError
    return untrusted


def packed(untrusted: Any, most: int) -> bytes:
    """Return the bytes of a base64 text of at most twice as many characters as ``most``."""
    if not isinstance(untrusted, str) or len(untrusted) > 2 * most:
        raise TypeError
    return base64.b64decode(untrusted, validate=True)


def packed_as_json(plain: bytes) -> str:
    """Return bytes as base64 text, as ``packed`` reads them."""
    return base64.b64encode(plain).decode("ascii")


def maybe(check: Callable[[Any], T], untrusted: Any) -> T | None:
    """Return None for None, else what ``check`` makes of it."""
    return None if untrusted is None else check(untrusted)
