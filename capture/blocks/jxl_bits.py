"""The bits of a JPEG XL codestream's headers, lowest bit of each byte first.

Source: ISO/IEC 18181-1:2024, 9.2 (fields). Every read is bounded by the data; a field that
has more than one spelling is read in each of them.
"""

from capture.errors import Damaged

Choice = tuple[int, int]
"""One of the four ways of a U32: (bits that follow, what is added to them)."""

ENUM: tuple[Choice, ...] = ((0, 0), (0, 1), (4, 2), (6, 18))
_LAST_SHIFT = 60


class Bits:
    """Reads fields from the bit ``at`` of ``data`` on. Raises Damaged at its end."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self._data = data
        self.at = at

    def u(self, count: int) -> int:
        """Read a number of ``count`` bits."""
        end = self.at + count
        if end > 8 * len(self._data):
            raise Damaged("the picture ends inside its header")
        first = self.at >> 3
        word = int.from_bytes(self._data[first : (end + 7) >> 3], "little")
        value = word >> (self.at & 7) & ((1 << count) - 1)
        self.at = end
        return value

    def flag(self) -> bool:
        """Read one bit."""
        return bool(self.u(1))

    def u32(self, *choices: Choice) -> int:
        """Read a number in one of four widths, which two bits choose."""
        bits, added = choices[self.u(2)]
        return self.u(bits) + added

    def enum(self) -> int:
        """Read the number of a name."""
        return self.u32(*ENUM)

    def u64(self) -> int:
        """Read a number of up to 64 bits (9.2.3)."""
        selector = self.u(2)
        if selector < 3:  # noqa: PLR2004 - the three short forms
            return (0, 1, 17)[selector] + self.u((0, 4, 8)[selector])
        value, shift = self.u(12), 12
        while self.flag():
            if shift == _LAST_SHIFT:
                return value | self.u(4) << shift
            value |= self.u(8) << shift
            shift += 8
        return value

    def halves(self, count: int) -> tuple[int, ...]:
        """Read numbers of 16 bits with a point, as the bits they are."""
        return tuple(self.u(16) for _ in range(count))

    def to_byte(self) -> int:
        """Pass over the bits up to the next byte, which must be zero; return its offset."""
        if self.u(-self.at % 8):
            raise Damaged("bits between headers are not zero")
        return self.at >> 3
