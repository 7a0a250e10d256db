"""How far LZW codes reach, and which colours they use, without expanding them.

Sources: GIF89a (CompuServe 1990), appendix F; TIFF 6.0, section 13. Only the lengths of
strings are kept: after the code that completes the picture nothing means anything to a
decoder, and whoever hides something hides it there.
"""

from dataclasses import dataclass

from capture.errors import Damaged

MAX_BITS = 12
_FULL = 1 << MAX_BITS


@dataclass(frozen=True, slots=True)
class Coded:
    """How long the codes of a picture are, and what they use.

    ``bits`` they take without an end code, the ``width`` in bits of the code that would follow,
    and the ``literals``, the values that they name directly: all that the picture holds.
    """

    bits: int
    width: int
    literals: frozenset[int]


def measure(untrusted: bytes, literal_bits: int, wanted: int, *, tiff: bool = False) -> Coded:
    """Follow the codes until they have given ``wanted`` values, exactly.

    GIF packs codes from the lowest bit, TIFF from the highest and widens them one code early.
    Raises Damaged for codes that end too early, name nothing, or give too many values.
    """
    codes = _Codes(untrusted, tiff=tiff)
    clear = 1 << literal_bits
    early = 1 if tiff else 0
    first_free, start_width = clear + 2, literal_bits + 1
    lengths = [1] * clear + [0, 0] + [0] * (_FULL - first_free)
    used: set[int] = set()
    done, free, width, previous = 0, first_free, start_width, 0
    while done < wanted:
        code = codes.next(width)
        if code == clear:
            free, width, previous = first_free, start_width, 0
            continue
        if code == clear + 1 or code > free or (code == free and not previous):
            raise Damaged("the picture's codes end too early or name nothing")
        if previous and free < _FULL:
            lengths[free] = previous + 1
            free += 1
            if free + early >= 1 << width and width < MAX_BITS:
                width += 1
        if code < clear:
            used.add(code)
        previous = lengths[code]
        done += previous
    if done > wanted:
        raise Damaged("the picture's codes give too many pixels")
    return Coded(codes.taken, width, frozenset(used))


class _Codes:
    """Reads codes of any width from packed bytes."""

    def __init__(self, untrusted: bytes, *, tiff: bool) -> None:
        self._data = untrusted + bytes(2)
        self._size = 8 * len(untrusted)
        self._tiff = tiff
        self.taken = 0

    def next(self, width: int) -> int:
        taken = self.taken
        at, shift, data = taken >> 3, taken & 7, self._data
        self.taken = taken + width
        if taken + width > self._size:
            raise Damaged("the picture's codes end too early")
        if self._tiff:
            whole = data[at] << 16 | data[at + 1] << 8 | data[at + 2]
            return whole >> (24 - shift - width) & (1 << width) - 1
        whole = data[at] | data[at + 1] << 8 | data[at + 2] << 16
        return whole >> shift & (1 << width) - 1


def ended(untrusted: bytes, coded: Coded, literal_bits: int, *, tiff: bool = False) -> bytes:
    """Return the codes up to the picture's end, the end code, and zeros up to a whole byte."""
    end = (1 << literal_bits) + 1
    total = coded.bits + coded.width
    size = (total + 7) // 8
    whole, over = divmod(coded.bits, 8)
    kept, rest = untrusted[:whole], untrusted[whole] if over else 0
    if tiff:
        last = (rest >> (8 - over) if over else 0) << coded.width | end
        return kept + (last << (8 * size - total)).to_bytes(size - whole, "big")
    last = (rest & (1 << over) - 1) | end << over
    return kept + last.to_bytes(size - whole, "little")
