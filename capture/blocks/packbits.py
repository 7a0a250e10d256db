"""How far PackBits codes reach (TIFF 6.0, section 9), without expanding them."""

from capture.errors import Damaged

_NOTHING = 128


def measure(untrusted: bytes, wanted: int) -> int:
    """Return how many bytes of the codes give exactly ``wanted`` bytes.

    Raises Damaged for codes that end too early or give too many.
    """
    at = done = 0
    while done < wanted:
        if at >= len(untrusted):
            raise Damaged("the picture's codes end too early")
        head = untrusted[at]
        if head < _NOTHING:
            at, done = at + 2 + head, done + 1 + head
        elif head > _NOTHING:
            at, done = at + 2, done + 257 - head
        else:
            at += 1
    if done > wanted or at > len(untrusted):
        raise Damaged("the picture's codes do not fit its size")
    return at
