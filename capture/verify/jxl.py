"""The second reading of a JPEG XL file: a bare codestream of one frame, to its last byte.

    FF 0A  size  image header  zeros  frame header  table of contents  zeros  sections

The image header names no size that the picture had, no preview, no animation, no channel but
one of transparency without a name, no colour profile, no transform or extension; the frame
header names no other place, no name, no filter of its own, no extension, and is the last. The
sections follow in order, as long as the table says, and end the file (ISO/IEC 18181-1).
"""

from typing import BinaryIO

from capture.errors import Unverified
from capture.verify.codes import Follower
from capture.verify.words import holds_text

MAX_BYTES = 1 << 30
_MOST_PARTS = 65_536
_WINDOW = 9
_RATIOS = {1: (1, 1), 2: (6, 5), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
_DRAWN = frozenset((0, 1, 16, 17, 128, 129, 144, 145))


def _refuse(reason: str) -> Unverified:
    return Unverified(reason, part="jxl")


def walk(output: BinaryIO) -> None:
    """Account for every byte of the output. Raises Unverified."""
    output.seek(0)
    data = output.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or data[:2] != b"\xff\x0a":
        raise _refuse("no codestream of a size that is read")
    reading = _Reading(data)
    reading.image()
    reading.align("the image header")
    reading.frame()
    end = reading.contents()
    if end != len(data):
        raise _refuse("the picture does not end where the file ends")
    if holds_text(data, reading.at >> 3, end):
        raise _refuse("there is text in the coded data")
    Follower("jxl", b"").follow(data)


class _Reading:
    """One reading from bit to bit; ``at`` counts bits from the file's first."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 16
        self.width = self.height = 0
        self.alpha = False
        self.xyb = True
        self.reduced = 1
        self.shift = 1
        self.passes = 1
        self.halved = (0, 0)

    def take(self, count: int) -> int:
        first, skipped = divmod(self.at, 8)
        self.at += count
        if self.at > 8 * len(self.data):
            raise _refuse("it ends too early")
        word = int.from_bytes(self.data[first : first + _WINDOW], "little")
        return word >> skipped & (1 << count) - 1

    def must(self, value: int, what: str) -> None:
        """Take one bit, which must have this value."""
        if self.take(1) != value:
            raise _refuse(f"{what} is not allowed")

    def align(self, what: str) -> None:
        if self.take(-self.at % 8):
            raise _refuse(f"something stands after {what}")

    def pick(self, *ways: tuple[int, int]) -> int:
        width, base = ways[self.take(2)]
        return base + self.take(width)

    def side(self) -> int:
        return self.pick((9, 1), (13, 1), (18, 1), (30, 1))

    def image(self) -> None:
        eights = self.take(1)
        self.height = 8 * (1 + self.take(5)) if eights else self.side()
        ratio = self.take(3)
        if ratio:
            self.width = self.height * _RATIOS[ratio][0] // _RATIOS[ratio][1]
        else:
            self.width = 8 * (1 + self.take(5)) if eights else self.side()
        if not self.take(1):
            self.header()
        self.must(1, "a transform of its own")

    def header(self) -> None:
        more = self.take(1)
        if more:
            self.take(3)
            for what in ("another size", "a preview", "an animation"):
                self.must(0, what)
        self.depth()
        self.take(1)
        channels = self.take(2)
        if channels > 1:
            raise _refuse("channels that are not shown")
        self.alpha = bool(channels)
        if channels:
            self.transparency()
        self.xyb = bool(self.take(1))
        if not self.take(1):
            self.colours()
        if more and not self.take(1):
            self.take(33)
            self.take(16)
        self.extensions()

    def extensions(self) -> None:
        if self.take(2):
            raise _refuse("an extension")

    def depth(self) -> None:
        if self.take(1):
            self.pick((0, 32), (0, 16), (0, 24), (6, 1))
            self.take(4)
        else:
            self.pick((0, 8), (0, 10), (0, 12), (6, 1))

    def transparency(self) -> None:
        if self.take(1):
            return
        if self.take(2):
            raise _refuse("a channel that is not transparency")
        self.depth()
        self.pick((0, 0), (0, 3), (0, 4), (3, 1))
        if self.take(2):
            raise _refuse("a channel with a name")
        self.take(1)

    def name_number(self) -> int:
        return self.pick((0, 0), (0, 1), (4, 2), (6, 18))

    def colours(self) -> None:
        self.must(0, "a colour profile")
        space = self.name_number()
        if space != 2:  # noqa: PLR2004 - libjxl's own space, of one white and curve
            if self.name_number() == 2:  # noqa: PLR2004 - a white point by numbers
                self.points(1)
            if space != 1 and self.name_number() == 2:  # noqa: PLR2004 - colorants by numbers
                self.points(3)
            if self.take(1):
                self.take(24)
            else:
                self.name_number()
        self.name_number()

    def points(self, count: int) -> None:
        for _ in range(2 * count):
            self.pick((19, 0), (19, 1 << 19), (20, 1 << 20), (21, 1 << 21))

    def frame(self) -> None:
        if self.take(1):
            return
        if self.take(2):
            raise _refuse("a frame that is not shown")
        modular = self.take(1)
        if self.number() not in _DRAWN:
            raise _refuse("a frame drawn from others")
        self.chroma()
        self.reduced = 1 << self.take(2)
        if self.alpha:
            self.take(2)
        if modular:
            self.shift = self.take(2)
        elif self.xyb:
            self.take(6)
        self.steps()
        self.must(0, "a frame of another size")
        for _ in range(1 + self.alpha):
            self.blending()
        self.must(1, "a frame after it")
        if self.take(2):
            raise _refuse("a frame with a name")
        self.filters(modular=bool(modular))
        self.extensions()

    def chroma(self) -> None:
        if self.xyb or not self.take(1):
            return
        modes = {self.take(2) for _ in range(3)}
        self.halved = (int(not modes.isdisjoint({1, 2})), int(not modes.isdisjoint({1, 3})))

    def number(self) -> int:
        ways = ((0, 0), (4, 1), (8, 17))
        which = self.take(2)
        if which == len(ways):
            raise _refuse("flags that are not known")
        return ways[which][1] + self.take(ways[which][0])

    def steps(self) -> None:
        self.passes = self.pick((0, 1), (0, 2), (0, 3), (3, 4))
        if self.passes > 1:
            shrunk = self.pick((0, 0), (0, 1), (0, 2), (1, 3))
            self.take(2 * self.passes - 2)
            self.take(2 * shrunk)
            for _ in range(shrunk):
                self.pick((0, 0), (0, 1), (0, 2), (3, 0))

    def blending(self) -> None:
        mode = self.pick((0, 0), (0, 1), (0, 2), (2, 3))
        mixes = self.alpha and mode in {2, 3}
        if mixes:
            self.pick((0, 0), (0, 1), (0, 2), (3, 3))
        if mixes or mode == 4:  # noqa: PLR2004 - multiplied
            self.take(1)
        if mode:
            self.take(2)

    def filters(self, *, modular: bool) -> None:
        if self.take(1):
            return
        if self.take(1):
            self.must(0, "a filter of its own")
        if self.take(2):
            for _ in range(2 if modular else 3):
                self.must(0, "a filter of its own")
            if modular:
                self.take(16)
        self.extensions()

    def contents(self) -> int:
        """Read the table of contents; return where the last section ends."""
        self.must(0, "an order of its own")
        self.align("the frame header")
        total = 0
        for _ in range(self.parts()):
            total += self.pick((10, 0), (14, 1 << 10), (22, 17408), (30, 4211712))
        self.align("the table of contents")
        return (self.at >> 3) + total

    def parts(self) -> int:
        width, height = -(-self.width // self.reduced), -(-self.height // self.reduced)
        unit = 128 << self.shift
        groups = _tiles(width, unit) * _tiles(height, unit)
        if groups * self.passes == 1:
            return 1
        wide, high = (
            _tiles(side, 8 << half) << half
            for side, half in zip((width, height), self.halved, strict=True)
        )
        count = 2 + _tiles(wide, unit) * _tiles(high, unit) + groups * self.passes
        if count > _MOST_PARTS:
            raise _refuse("too many parts")
        return count


def _tiles(side: int, unit: int) -> int:
    return -(-side // unit)
