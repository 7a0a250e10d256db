"""AAC: its configuration written afresh, and the encoder's signature taken out of its frames.

Source: ISO/IEC 14496-3 (1.6 AudioSpecificConfig, 4.4 raw_data_block: fill
elements, 4.5.1.2 program_config_element), ISO/IEC 14496-1 (7.2.6 descriptors
of ``esds``).

Encoders write their name as a fill element at the start of a frame ("Lavc…").
A leading fill or data element keeps its length, so that no bit after it
moves, and gets the standard's own filler in place of what it said; a data
element's number and the bits that align it become zeros. For elements after the
sound itself the sound has to be walked: see ``aac_ends``.
"""

from collections.abc import Iterable

from capture.errors import Damaged, Unsupported

MIN_CONFIG, MAX_CONFIG = 2, 64
"""Shortest and longest configuration we read, in bytes; usual are 2 to 7."""

_PLAIN_TYPES = frozenset((1, 2, 3, 4))
_EXTENDED_TYPES = frozenset((5, 29))
_ESCAPE_RATE = 15
_SYNC_EXTENSION = 0x2B7
_SYNC_PS = 0x548
_DSE, _FILL = 4, 6
_FILLER_TYPES = frozenset((0, 1, 2))
"""Kinds of fill element without sound: filler, filler data, data element."""
_MAX_ELEMENTS = 64
_SLACK = 24
"""Bits behind a frame that the longest header of an element may be looked for in."""


class Bits:
    """Reads bits from the highest down. Raises Damaged past the end."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data, "big")
        self._length = 8 * len(data)
        self.at = 0

    @property
    def left(self) -> int:
        """Bits not read yet."""
        return self._length - self.at

    def take(self, count: int) -> int:
        """Read a number of this many bits."""
        if count > self.left:
            raise Damaged("the sound's configuration ends too early")
        self.at += count
        return self._value >> (self._length - self.at) & ((1 << count) - 1)


class BitWriter:
    """Writes bits from the highest down."""

    def __init__(self) -> None:
        self._value = 0
        self.length = 0

    def put(self, value: int, count: int) -> int:
        """Append a number of this many bits and return it."""
        self._value = self._value << count | value
        self.length += count
        return value

    def align(self) -> None:
        """Fill up the byte with zeros."""
        self.put(0, -self.length % 8)

    def data(self) -> bytes:
        """Return the bytes, the last one filled up with zeros."""
        self.align()
        return self._value.to_bytes(self.length // 8, "big")


def neutral_config(untrusted: bytes) -> bytes:
    """Write an AudioSpecificConfig afresh, without comments or stray bits.

    Raises Damaged, and Unsupported for kinds other than LC, Main, SSR, LTP, SBR and PS.
    """
    if not MIN_CONFIG <= len(untrusted) <= MAX_CONFIG:
        raise Damaged("the sound's configuration has no valid length")
    bits, out = Bits(untrusted), BitWriter()
    kind = out.put(bits.take(5), 5)
    _copy_rate(bits, out)
    channels = out.put(bits.take(4), 4)
    if kind in _EXTENDED_TYPES:
        _copy_rate(bits, out)
        kind = out.put(bits.take(5), 5)
    if kind not in _PLAIN_TYPES:
        raise Unsupported("a kind of AAC that cannot be carried over", codec="aac")
    _copy_general(bits, out, channels)
    _copy_extension(bits, out)
    return out.data()


def _copy_rate(bits: Bits, out: BitWriter) -> None:
    if out.put(bits.take(4), 4) == _ESCAPE_RATE:
        out.put(bits.take(24), 24)


def _copy_general(bits: Bits, out: BitWriter, channels: int) -> None:
    """Copy GASpecificConfig: frame length, core coder, extension flag, channel layout."""
    out.put(bits.take(1), 1)
    if out.put(bits.take(1), 1):
        out.put(bits.take(14), 14)
    if bits.take(1):
        raise Unsupported("a kind of AAC that cannot be carried over", codec="aac")
    out.put(0, 1)
    if channels == 0:
        _copy_program(bits, out)


def _copy_program(bits: Bits, out: BitWriter) -> None:
    """Copy a program_config_element without its comment."""
    out.put(bits.take(10), 10)
    front, side, back = (out.put(bits.take(4), 4) for _ in range(3))
    low, data, coupling = (out.put(bits.take(count), count) for count in (2, 3, 4))
    for width in (4, 4, 3):
        if out.put(bits.take(1), 1):
            out.put(bits.take(width), width)
    for count, width in ((front + side + back, 5), (low + data, 4), (coupling, 5)):
        for _ in range(count):
            out.put(bits.take(width), width)
    bits.take(-bits.at % 8)
    out.align()
    bits.take(8 * bits.take(8))
    out.put(0, 8)


def _copy_extension(bits: Bits, out: BitWriter) -> None:
    """Copy the backward-compatible signalling of SBR and PS, where it is there."""
    if bits.left < 16 or bits.take(11) != _SYNC_EXTENSION or bits.take(5) != 5:  # noqa: PLR2004 - SBR
        return
    out.put(_SYNC_EXTENSION, 11)
    out.put(5, 5)
    if not bits.left or not out.put(bits.take(1), 1):
        return
    _copy_rate(bits, out)
    if bits.left >= 12 and bits.take(11) == _SYNC_PS:  # noqa: PLR2004 - the sync word and a flag
        out.put(_SYNC_PS, 11)
        out.put(bits.take(1), 1)


def quiet(frame: bytes) -> bytes:
    """Return a frame whose leading fill and data elements say nothing; itself where there is none.

    The length is the same. A frame that breaks the rules comes back as it is: its decoder
    stops at the same place.
    """
    value, total = int.from_bytes(frame, "big"), 8 * len(frame)
    at = 0
    for _ in range(_MAX_ELEMENTS):
        element = _element(value, total, at)
        if element is None:
            break
        head, start, bits, end = element
        value = _overwrite(_blank(value, total, at, head, start), total, start, bits)
        at = end
    return value.to_bytes(len(frame), "big")


def quiet_at(frame: bytes, places: Iterable[int]) -> bytes:
    """Return a frame whose fill and data elements that begin at these bits say nothing."""
    value, total = int.from_bytes(frame, "big") << _SLACK, 8 * len(frame) + _SLACK
    for at in places:
        element = _element(value, total, at)
        if element is not None:
            head, start, bits, _ = element
            value = _overwrite(_blank(value, total, at, head, start), total, start, bits)
    return (value >> _SLACK).to_bytes(len(frame), "big")


def _element(value: int, total: int, at: int) -> tuple[int, int, int, int] | None:
    """Find a leading element to silence.

    Returns the bit behind its head, its payload's first bit, its bits, and the bit after it.
    """

    def peek(start: int, count: int) -> int:
        return value >> (total - start - count) & ((1 << count) - 1)

    if total - at < 24:  # noqa: PLR2004 - the longest header of an element
        return None
    kind = peek(at, 3)
    if kind == _FILL:
        count, start = peek(at + 3, 4), at + 7
        if count == 15:  # noqa: PLR2004 - the escape value
            count, start = 14 + peek(at + 7, 8), at + 15
        if count and peek(start, 4) not in _FILLER_TYPES:
            return None
        head = start
    elif kind == _DSE:
        count, start = peek(at + 8, 8), at + 16
        if count == 255:  # noqa: PLR2004 - the escape value
            count, start = 255 + peek(at + 16, 8), at + 24
        head = start
        if peek(at + 7, 1):
            start += -start % 8
    else:
        return None
    end = start + 8 * count
    return (head, start, 8 * count, end) if end <= total else None


def _blank(value: int, total: int, at: int, head: int, start: int) -> int:
    """Put zeros in place of a data element's number, and of what aligns its payload."""
    kind = value >> (total - at - 3) & 7
    number = 15 << (total - at - 7) if kind == _DSE else 0
    padding = ((1 << (start - head)) - 1) << (total - start)
    return value & ~(number | padding)


def _overwrite(value: int, total: int, start: int, bits: int) -> int:
    """Put the standard's filler in place of a payload: a zero nibble twice, then 1010 0101."""
    if not bits:
        return value
    filler = int.from_bytes(b"\x00" + b"\xa5" * (bits // 8 - 1), "big")
    shift = total - start - bits
    mask = ((1 << bits) - 1) << shift
    return value & ~mask | filler << shift
