"""How alike a signed copy and the original are that it is said to come of.

Both are decoded in the confined child; only small pictures and short stretches of sound come out
of it, and are compared here. Every figure and where it comes from: docs/formats/bundle.md.
"""

from typing import BinaryIO

from capture.isolate import MediaPool
from capture.likeness import films, pictures
from capture.likeness.compared import Compared
from capture.progress import Tick, silent

__all__ = ["Compared", "compare"]

_SIDE = 1024
"""Longer side, in pixels, at which two photos are compared."""
_WHOLE = (0, 0, 1 << 20, 1 << 20)
"""A window that holds any picture: both are then decoded whole, and made smaller the same way."""


def compare(
    pool: MediaPool, copy: BinaryIO, original: BinaryIO, tick: Tick = silent, *, played: bool
) -> Compared | None:
    """Compare a photo, or what is ``played``; None where they cannot be laid over each other.

    That is so where they have another shape or length, or picture or sound in one of them alone.
    Raises CaptureError where one of them cannot be decoded.
    """
    if played:
        return films.compare(pool, copy, original, tick)
    _, ours = pool.view(copy, _SIDE, _WHOLE, None, tick)
    _, theirs = pool.view(original, _SIDE, _WHOLE, None, tick)
    found = pictures.compare(theirs, ours)
    return None if found is None else Compared(1, (ours.width, ours.height), found, None)
