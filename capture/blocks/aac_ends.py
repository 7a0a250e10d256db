"""Where the elements of an AAC frame lie: what says nothing behind its sound is found by walking.

Source: ISO/IEC 14496-3, subpart 4: 4.4.2.1 (raw_data_block and its elements), annex 4.A (Huffman
codes), 4.5.4 (bands).

Encoders of Apple's leave whatever was there in the bits that fill up the last byte, and many put
fill elements behind the sound. This counts bits, and shares nothing with the second reading, which
counts them again by itself. A frame that cannot be walked stays as it is.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate

from capture.blocks.aac import Bits, quiet, quiet_at
from capture.errors import Damaged

_SINGLE, _PAIR, _LOW, _DATA, _FILL, _END = 0, 1, 3, 4, 6, 7
_SOUNDS = frozenset((_SINGLE, _LOW))
_MAIN, _LONG_TERM = 1, 4
_EXTENDED = frozenset((5, 29))
_NOTHING, _ESCAPED, _NOISE, _SCALES = 0, 11, 13, 12
_ESCAPE_RATE = 15
_MAX_FRAME = 8192
"""Longest frame that is walked, in bytes: ten channels of the longest there are have less."""
_MAX_ELEMENTS = 128
_MAX_ESCAPE = 8
_MAX_LONG_TERM = 40
_LINES = {False: (1024, 128), True: (960, 120)}
_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)
_LONG_OF = (0, 0, 1, 2, 2, 3, 4, 4, 5, 5, 5, 6, 6)
_SHORT_OF = (0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4)
_PREDICTED = (33, 33, 38, 40, 40, 40, 41, 41, 37, 37, 37, 34, 34)

_BOOKS = (
    "1 5*8 7*24 9*24 10*8 11*16",
    "3 4 5*7 6*24 7*15 8*19 9*14",
    (
        "1 4a*4 5b*2 6b*3 6c 6b 6c 7d 7c*2 8a*2 8b*2 8c 9b 9c 9b 9c*2 9a 9b*2 9a 9b*2 9d 9c*2 9d "
        "10c 10b 10c 10b 10d*2 10c*2 10b 10c*3 10b*2 10c 11b 11d 11c*2 11d*2 11b 11c 12c*5 12d*4 "
        "13b*2 13c 14c 14d 14c 15d*3 15c 15b 16c*2"
    ),
    (
        "4d 4c*4 4a 4b 4 4b*2 5b*2 5a 5b 5a*2 7d*4 7c*5 8c*7 8b*12 8a*2 9a*2 9d*6 10c*9 10d 10c*3 "
        "10d 11d*2 11b*6 11d 11c*2 12c*2"
    ),
    "1 4*4 5*4 7*4 8*12 9*12 10*12 11*18 12*10 13*4",
    "4*9 6*16 7*13 8*8 9*23 10*8 11*4",
    (
        "1 3a*2 4b 6b*2 6a*2 7b*3 7a*2 8b*8 8a*2 9b*3 9a 9b 9a 9b*8 10b 10a*2 10b*12 11a*2 11b*6 "
        "12b*4"
    ),
    (
        "3b 4b 4a 4b 4a 4b 5 5a*2 5b*4 6b*5 6a*2 6b*3 7b*7 7a 7b 7a 7b*4 8b*3 8a 8b 8a 8b*9 9b*2 "
        "9a 9b 9a 9b*3 10b 10a*2 10b"
    ),
    (
        "1 3a*2 4b 6b*2 6a*2 7b*3 8a*2 8b*6 9b*2 9a*2 9b*7 10a 10b 10a 10b*8 10a 10b*8 11a 11b*3 "
        "11a 11b*4 11a 11b*4 11a*2 11b*13 11a 11b 12b*2 12a 12b*20 12a 12b*2 12a 12b*7 12a 12b*3 "
        "13b*12 13a 13b*2 13a 13b*4 13a 13b*11 14b*14 15b*4"
    ),
    (
        "4b*3 5b 5a*2 5b*5 6a*2 6b*4 6 6b*2 6a*2 6b*3 7b*9 7a 7b 7a 7b*5 8b*7 8a 8b 8a 8b*15 9b*3 "
        "9a 9b*5 9a 9b*17 9a 9b 9a 9b 10b*6 10a 10b*6 10a 10b*17 10a 10b 10a 10b 10a 10b*5 11b*10 "
        "11a 11b 11a 11b*3 11a 11b*3 11a 11b 12b*5 12a 12b*2"
    ),
    (
        "4 4b 5g 5a*2 5b*3 6b*3 6a 6b 6a 6b 7b*6 7a*2 7b*8 8b*7 8f*5 8b 8f 8a 8b 8a 8f 8b 8f*4 "
        "8b*5 8f*2 8b*2 8f*3 8b*2 8f 8b 8f*3 8b 8f 8b*2 8f*2 8b*3 8a 8f*2 8b*4 8a 9b 9f*2 9b*2 9f "
        "9b 9f 9b*7 9f 9b*2 9a 9b*6 9a 9b*14 9a 9b*11 9e 9b*2 10b*4 10e 10b 10a 10b*30 10a 10b*18 "
        "10a 10b*27 10a*2 10b*9 11b*17 11a 11b*2 11a 11b 11a 11b*3 11a 11b*5 11a*2 11b*4 11a "
        "11b*2 11a 11b 12a*2 12b 12a*2 12b"
    ),
    "1 3 4*3 5*2 6*4 7*3 8*5 9*4 10*6 11*6 12*6 13*5 14*8 15*4 16*7 17*3 18*7 19*46",
)
"""The codes of eleven books for the spectrum, and of scale factors, in the order of their bits: the
length of each, then what follows it, and how often so in a row. "a" to "d" stand for 1 to 4 signs,
"e" for a sign and an escape, "f" for two signs and an escape, "g" for two of both."""

_LONG = (
    "1*14 2*5 3*5 4*2 6 7 9 11 16*11",
    "1*14 2*4 3*3 4*3 5 6*2 7 9 10*18",
    "1*10 2*7 3*4 4*2 5*2 6*2 7*2 8*19 24",
    "1*10 2*7 3*4 4*2 5*2 6*2 7*2 8*22",
    "1*11 2*10 3*4 4*3 5*2 6*2 7*2 8 9*2 10 11 12 13*2 16*5",
    "2*11 3*9 4*4 5*3 6*2 7*2 8 9 10*2 11 12 13 14 15 16*3",
    "3*13 4*7 5*4 6*3 7*2 8 9*2 10 11 12 13 14 15 16 20",
)
_SHORT = (
    "1*6 2*3 4 7 9",
    "1*5 2*3 3*3 4*3",
    "1*7 2*3 3*2 4*2 5",
    "1*8 2*2 3*2 4 5*2",
    "1*7 2*4 3 4 5*2",
)
"""Widths of the bands in quarters of lines, from high rates down."""

_RUN = re.compile(r"(\d+)([a-g]?)(?:\*(\d+))?")
_BEHIND = {"": 0, "a": 1, "b": 2, "c": 3, "d": 4, "e": 32 + 1, "f": 32 + 2, "g": 64 + 2}
"""How many bits the signs behind a code take, and 32 for each escape behind them."""
_WINDOW = {_SCALES: 19}


def _runs(text: str) -> Iterator[tuple[int, int]]:
    for length, behind, count in _RUN.findall(text):
        yield from [(int(length), _BEHIND[behind])] * int(count or 1)


@cache
def _table(book: int) -> bytes:
    """Say for each 16 bits (19 for scale factors) how many the code they begin with takes."""
    width = _WINDOW.get(book, 16)
    codes = _runs(_BOOKS[book - 1])
    return b"".join(bytes([size + behind]) * (1 << (width - size)) for size, behind in codes)


def _edges(text: str, lines: int) -> tuple[int, ...]:
    """Give the lines where bands begin; those of shorter frames end where these do."""
    ends = list(accumulate((4 * width for width, _ in _runs(text)), initial=0))
    inside = [end for end in ends if end < lines]
    return (*inside, lines)


def quieter(config: bytes) -> Callable[[bytes], bytes]:
    """Give what makes frames of a (neutral) AudioSpecificConfig say nothing but sound.

    As ``quiet``, wherever the elements stand, and the bits behind the last one become zeros.
    Raises Damaged.
    """
    bits = Bits(config)
    kind, rate, _ = bits.take(5), _rate(bits), bits.take(4)
    if kind in _EXTENDED:
        _rate(bits)
        kind = bits.take(5)
    long, short = _LINES[bool(bits.take(1))]
    nearest = min(range(len(_RATES)), key=lambda row: abs(_RATES[row] - rate))
    edges = _edges(_LONG[_LONG_OF[nearest]], long), _edges(_SHORT[_SHORT_OF[nearest]], short)

    def silent(frame: bytes) -> bytes:
        frame = quiet(frame)
        if len(frame) > _MAX_FRAME:
            return frame
        walk = _Walk(frame, kind, edges, _PREDICTED[nearest])
        try:
            left = 8 * len(frame) - walk.ending()
        except Damaged:
            return frame
        return _padded(quiet_at(frame, walk.others), left)

    return silent


def _rate(bits: Bits) -> int:
    index = bits.take(4)
    if index == _ESCAPE_RATE:
        return bits.take(24)
    if index >= len(_RATES):
        raise Damaged("the sound's configuration names no rate")
    return _RATES[index]


def _padded(frame: bytes, left: int) -> bytes:
    """Put zeros into the last bits of the last byte."""
    return frame[:-1] + bytes((frame[-1] >> left << left,)) if 0 < left < 8 else frame  # noqa: PLR2004 - bits of a byte


class _Walk:
    """One walk over the bits of a frame. Raises Damaged where it breaks the rules."""

    def __init__(
        self,
        untrusted: bytes,
        kind: int,
        edges: tuple[tuple[int, ...], tuple[int, ...]],
        predicted: int,
    ) -> None:
        self._total = 8 * len(untrusted)
        self._value = int.from_bytes(untrusted, "big") << 32
        self._at = 0
        self._kind = kind
        self._edges = edges
        self._predicted = predicted
        self._short = False
        self._bands = 0
        self._groups: tuple[int, ...] = ()
        self.others: list[int] = []
        """The bits at which elements without sound begin."""

    def ending(self) -> int:
        """Return the bit behind the end element."""
        for _ in range(_MAX_ELEMENTS):
            kind = self._take(3)
            if kind == _END:
                return self._at
            if kind in _SOUNDS:
                self._skip(4)
                self._channel(common=False)
            elif kind == _PAIR:
                self._pair()
            elif kind in {_DATA, _FILL}:
                self.others.append(self._at - 3)
                self._other(kind)
            else:
                break
        raise Damaged("a frame of sound has no end that is known")

    def _take(self, count: int) -> int:
        self._skip(count)
        return self._value >> (self._total + 32 - self._at) & ((1 << count) - 1)

    def _skip(self, count: int) -> None:
        self._at += count
        if self._at > self._total:
            raise Damaged("a frame of sound ends too early")

    def _other(self, kind: int) -> None:
        if kind == _FILL:
            count = self._take(4)
            count += self._take(8) - 1 if count == 15 else 0  # noqa: PLR2004 - the escape value
        else:
            self._skip(4)
            aligned, count = self._take(1), self._take(8)
            count += self._take(8) if count == 255 else 0  # noqa: PLR2004 - the escape value
            self._skip(-self._at % 8 if aligned else 0)
        self._skip(8 * count)

    def _pair(self) -> None:
        self._skip(4)
        common = bool(self._take(1))
        if common:
            self._info(common=True)
            if self._take(2) == 1:
                self._skip(len(self._groups) * self._bands)
        self._channel(common=common)
        self._channel(common=common)

    def _info(self, *, common: bool) -> None:
        """Walk ics_info."""
        self._skip(1)
        self._short = self._take(2) == 2  # noqa: PLR2004 - eight short windows
        self._skip(1)
        self._groups = (1,)
        if self._short:
            self._bands = self._take(4)
            for joins in f"{self._take(7):07b}":
                more = (self._groups[-1] + 1,) if joins == "1" else (self._groups[-1], 1)
                self._groups = self._groups[:-1] + more
        else:
            self._bands = self._take(6)
            if self._take(1):
                self._prediction(common=common)
        if self._bands >= len(self._edges[self._short]):
            raise Damaged("a frame of sound has too many bands")

    def _prediction(self, *, common: bool) -> None:
        if self._kind == _MAIN:
            self._skip(5 if self._take(1) else 0)
            self._skip(min(self._bands, self._predicted))
        elif self._kind == _LONG_TERM:
            for _ in range(1 + common):
                if self._take(1):
                    self._skip(11 + 3 + min(self._bands, _MAX_LONG_TERM))
        else:
            raise Damaged("a frame of sound breaks the rules")

    def _channel(self, *, common: bool) -> None:
        """Walk individual_channel_stream."""
        self._skip(8)
        if not common:
            self._info(common=False)
        sections = [self._sections() for _ in self._groups]
        self._scales(sections)
        if self._take(1):
            count = self._take(2) + 1
            self._skip(6 + 9 * count)
        if self._take(1):
            self._shaping()
        self._skip(1)
        edges = self._edges[self._short]
        for windows, group in zip(self._groups, sections, strict=True):
            for book, first, last in group:
                if _NOTHING < book <= _ESCAPED:
                    self._spectrum(book, windows * (edges[last] - edges[first]))

    def _sections(self) -> list[tuple[int, int, int]]:
        """Walk section_data of one group: a book, and the bands it holds for."""
        width, band, found = 3 if self._short else 5, 0, []
        while band < self._bands:
            book, first, more = self._take(4), band, (1 << width) - 1
            while more == (1 << width) - 1:
                more = self._take(width)
                band += more
            if not first < band <= self._bands:
                raise Damaged("a frame of sound has too many bands")
            found.append((book, first, band))
        return found

    def _scales(self, sections: list[list[tuple[int, int, int]]]) -> None:
        coded = [(book, last - first) for group in sections for book, first, last in group if book]
        noise = any(book == _NOISE for book, _ in coded)
        first = next((at for at, (book, _) in enumerate(coded) if book == _NOISE), 0)
        before = sum(count for _, count in coded[:first])
        self._codes(_SCALES, before)
        self._skip(9 if noise else 0)
        self._codes(_SCALES, sum(count for _, count in coded) - before - noise)

    def _shaping(self) -> None:
        """Walk tns_data."""
        for _ in range(8 if self._short else 1):
            filters = self._take(1 if self._short else 2)
            width = 3 + self._take(1) if filters else 0
            for _ in range(filters):
                self._skip(4 if self._short else 6)
                order = self._take(3 if self._short else 5)
                if order:
                    self._skip(1)
                    self._skip(order * (width - self._take(1)))

    def _codes(self, book: int, count: int) -> None:
        width = _WINDOW.get(book, 16)
        table, value, end = _table(book), self._value, self._total + 32 - width
        mask, at = (1 << width) - 1, self._at
        if at + count > self._total:
            raise Damaged("a frame of sound ends too early")
        for _ in range(count):
            at += table[value >> (end - at) & mask] if at <= self._total else 1
        self._at = at
        self._skip(0)

    def _spectrum(self, book: int, lines: int) -> None:
        count = lines // (4 if book < 5 else 2)  # noqa: PLR2004 - the books of four lines each
        if book != _ESCAPED:
            self._codes(book, count)
            return
        table = _table(book)
        for _ in range(count):
            found = table[self._value >> (self._total + 16 - self._at) & 0xFFFF]
            self._skip(found & 31)
            for _ in range(found >> 5):
                self._escape()

    def _escape(self) -> None:
        ones = 0
        while self._take(1):
            ones += 1
            if ones > _MAX_ESCAPE:
                raise Damaged("a frame of sound breaks the rules")
        self._skip(ones + 4)
