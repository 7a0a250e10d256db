"""The segments of a JPEG, read without trust up to the end of its first image.

Source: ITU-T T.81 (1992), B.1 and B.2. The coded data of scans are views of the file
and never looked at byte by byte: the marker that ends them is found by numpy, in one pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from capture.errors import Damaged, TooLarge

SOI, EOI, SOS, DQT, DHT, DRI, DNL, DAC, COM = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xDD, 0xDC, 0xCC, 0xFE
APP0, APP1, APP2, APP11, APP13, APP14 = 0xE0, 0xE1, 0xE2, 0xEB, 0xED, 0xEE
APPS = range(0xE0, 0xF0)
FRAMES = frozenset(range(0xC0, 0xD0)) - {DHT, 0xC8, DAC}
"""Every start-of-frame marker."""

MAX_SEGMENTS = 20_000
"""Most segments of one image: thousands of extended-XMP parts and scans are far fewer."""

_RESTARTS = range(0xD0, 0xD8)
_ALONE = frozenset((0x01, *_RESTARTS))
_RESTART_NUMBERS = np.array(_RESTARTS, dtype=np.uint8)
_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_MARKER = 0xFF
_SHORT = 1 << 12
"""Coded data of so few bytes are searched without numpy: it would cost more than it saves."""
_AT_ONCE = 1 << 17


@dataclass(frozen=True, slots=True)
class Segment:
    """One marker with its content.

    ``offset`` is that of the 0xFF in the file; ``body`` is without marker and length. For SOS,
    ``coded`` is the entropy-coded data that follow, restart markers included, and ``filled`` says
    that there are fill bytes in them.
    """

    marker: int
    offset: int
    body: memoryview = field(repr=False)
    coded: memoryview = field(default=memoryview(b""), repr=False)
    filled: bool = False

    @property
    def name(self) -> str:
        """The marker's name in T.81, as it is shown."""
        if self.marker in APPS:
            return f"APP{self.marker - APP0}"
        return _NAMES.get(self.marker, f"0x{self.marker:02X}")


_NAMES = {SOS: "SOS", DQT: "DQT", DHT: "DHT", DRI: "DRI", DNL: "DNL", DAC: "DAC", COM: "COM"}


@dataclass(frozen=True, slots=True)
class Structure:
    """The segments of one image; ``end`` is the offset after its EOI, None if it has none.

    ``problem`` says why reading ended before an EOI, or is empty. ``strays`` are bytes between
    segments that belong to none: (offset, size).
    """

    segments: tuple[Segment, ...]
    end: int | None
    problem: str
    strays: tuple[tuple[int, int], ...] = ()


def walk(untrusted: bytes | memoryview, start: int = 0) -> Structure:
    """Read the image whose SOI stands at ``start``; never raises but TooLarge.

    A file that ends or breaks in the middle gives what stands before, and the problem.
    """
    view = memoryview(untrusted)
    if bytes(view[start : start + 2]) != b"\xff\xd8":
        return Structure((), None, "no start of image")
    segments: list[Segment] = []
    strays: list[tuple[int, int]] = []
    try:
        for segment in _segments(view, start + 2, strays):
            if segment.marker == EOI:
                return Structure(tuple(segments), segment.offset + 2, "", tuple(strays))
            segments.append(segment)
            if len(segments) > MAX_SEGMENTS:
                raise TooLarge("too many segments", part="segments")
    except Damaged as error:
        return Structure(tuple(segments), None, error.detail, tuple(strays))
    return Structure(tuple(segments), None, "no end of image", tuple(strays))


def _segments(view: memoryview, at: int, strays: list[tuple[int, int]]) -> Iterator[Segment]:
    while at < len(view):
        at = _skip_to_marker(view, at, strays)
        marker = view[at + 1]
        if marker == EOI:
            yield Segment(marker, at, view[:0])
        if marker in _ALONE or marker == EOI:
            at += 2  # a restart outside of a scan restarts nothing
            continue
        if marker == SOI:
            raise Damaged("an image begins inside of another")
        end = _end_of(view, at)
        coded_end, filled = _coded_end(view, end) if marker == SOS else (end, False)
        yield Segment(marker, at, view[at + 4 : end], view[end:coded_end], filled)
        at = coded_end


def _skip_to_marker(view: memoryview, at: int, strays: list[tuple[int, int]]) -> int:
    """Return the offset of the next marker's 0xFF, passing over fill bytes (B.1.1.2)."""
    if view[at] != _MARKER:
        # Decoders look for the next marker; so do we, and name what lies between.
        found = _find(view, b"\xff", at)
        strays.append((at, (found if found >= 0 else len(view)) - at))
        if found < 0:
            raise Damaged("no marker where one must be")
        at = found
    while at + 1 < len(view) and view[at + 1] == _MARKER:
        at += 1
    if at + 1 >= len(view) or view[at + 1] == 0:
        raise Damaged("no marker where one must be")
    return at


def _end_of(view: memoryview, at: int) -> int:
    size = int.from_bytes(view[at + 2 : at + 4], "big")
    end = at + 2 + size
    if size < 2 or end > len(view):  # noqa: PLR2004 - the length counts itself
        raise Damaged("a segment is cut")
    return end


def _coded_end(view: memoryview, at: int) -> tuple[int, bool]:
    """Return where the coded data end, at a marker that is no restart, and if they are filled."""
    filled = False
    at = _passed_over(view, at)
    while True:
        found = _IN_SCAN.search(view, at)
        if found is None:
            raise Damaged("the picture's data end too early")
        at = found.start()
        # Fill bytes, and before a stuffed zero decoders take a run of 0xFF for one.
        after = at + 1
        while after < len(view) and view[after] == _MARKER:
            after += 1
        if after < len(view) and (view[after] == 0 or view[after] in _RESTARTS):
            at, filled = after, True
            continue
        return at, filled


def _passed_over(view: memoryview, start: int) -> int:
    """Return an offset up to which coded data hold no marker but restarts, and no fill byte.

    It is used once for each scan, not again after each fill byte: that would take too long.
    """
    if _IN_SCAN.search(view, start, start + _SHORT) is not None:
        return start
    data = np.frombuffer(view, dtype=np.uint8)
    marks, behind = np.empty((2, _AT_ONCE), dtype=np.uint8)
    for at in range(start, len(data) - 1, _AT_ONCE):
        piece = data[at : at + _AT_ONCE + 1]
        here = slice(len(piece) - 1)
        # Not 0 where a marker's first byte stands and another than 0 follows: the fewest passes.
        np.equal(piece[:-1], _MARKER, out=marks[here].view(np.bool_))
        np.minimum(marks[here], piece[1:], out=behind[here])
        found = behind[here] != 0 if behind[here].max() else None
        if found is not None and not np.isin(piece[1:][found], _RESTART_NUMBERS).all():
            return at
    return max(start, len(data) - 1)


def _find(view: memoryview, what: bytes, at: int) -> int:
    found = re.compile(re.escape(what)).search(view, at)
    return found.start() if found else -1
