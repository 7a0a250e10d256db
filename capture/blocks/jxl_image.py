"""The image header of a JPEG XL codestream: size, turn, colours, channels, and what is rare.

Source: ISO/IEC 18181-1:2024, Annex D, compared with libjxl.
"""

from dataclasses import dataclass, field

from capture.blocks.jxl_bits import Bits, Choice
from capture.errors import TooLarge

MAX_EXTENSION = 1 << 19
"""Most bits of what extensions hold."""

ALPHA = 0

_SIDE: tuple[Choice, ...] = ((9, 1), (13, 1), (18, 1), (30, 1))
_RATIOS = ((0, 0), (1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))
_XY: tuple[Choice, ...] = ((19, 0), (19, 524288), (20, 1048576), (21, 2097152))
_BITS: tuple[Choice, ...] = ((0, 8), (0, 10), (0, 12), (6, 1))
_FLOAT_BITS: tuple[Choice, ...] = ((0, 32), (0, 16), (0, 24), (6, 1))
_EXTRA: tuple[Choice, ...] = ((0, 0), (0, 1), (4, 2), (12, 1))
_NAME: tuple[Choice, ...] = ((0, 0), (4, 0), (5, 16), (10, 48))
_PREVIEW_8: tuple[Choice, ...] = ((0, 16), (0, 32), (5, 1), (9, 33))
_PREVIEW: tuple[Choice, ...] = ((6, 1), (8, 65), (10, 321), (12, 1345))
_XYB, _GRAY_SPACE, _CUSTOM = 2, 1, 2


@dataclass(slots=True)
class Colours:
    """How the samples are to be shown; ``custom`` is true where numbers stand for names."""

    is_icc: bool = False
    space: int = 0
    custom: bool = False


@dataclass(slots=True)
class Image:
    """The image header. ``size`` is the upright picture's, in pixels.

    ``extra`` are the types of the channels beside the colours, ``texts`` every name that
    stands in the headers, ``odd`` what is rare enough that a copy must not have it.
    """

    size: tuple[int, int] = (0, 0)
    orientation: int = 1
    preview: tuple[int, int] | None = None
    is_animated: bool = False
    has_timecodes: bool = False
    is_xyb: bool = True
    colours: Colours = field(default_factory=Colours)
    extra: list[int] = field(default_factory=list)
    texts: list[bytes] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height as it is seen."""
        width, height = self.size
        return (height, width) if self.orientation > 4 else (width, height)  # noqa: PLR2004 - sideways


def _size(bits: Bits) -> tuple[int, int]:
    small = bits.flag()
    height = (bits.u(5) + 1) * 8 if small else bits.u32(*_SIDE)
    ratio = bits.u(3)
    if ratio:
        across, down = _RATIOS[ratio]
        return height * across // down, height
    return (bits.u(5) + 1) * 8 if small else bits.u32(*_SIDE), height


def read_image(bits: Bits) -> Image:
    """Read the image header, from its size on. Raises Damaged and TooLarge."""
    image = Image(size=_size(bits))
    if not bits.flag():
        _metadata(bits, image)
    if not bits.flag():
        image.odd.append("a colour transform of its own")
        _transform(bits, image)
    return image


def _metadata(bits: Bits, image: Image) -> None:
    more = bits.flag()
    if more:
        image.orientation = 1 + bits.u(3)
        if bits.flag():
            image.odd.append("another size that it had")
            _size(bits)
        if bits.flag():
            image.preview = _preview_size(bits)
        if bits.flag():
            image.is_animated = True
            _animation(bits, image)
    _depth(bits)
    bits.flag()
    for _ in range(bits.u32(*_EXTRA)):
        _extra_channel(bits, image)
    image.is_xyb = bits.flag()
    _colours(bits, image.colours)
    if more and not bits.flag():
        bits.halves(2)
        bits.flag()
        bits.halves(1)
    read_extensions(bits, image.odd)


def _preview_size(bits: Bits) -> tuple[int, int]:
    eights = bits.flag()
    choices = _PREVIEW_8 if eights else _PREVIEW
    unit = 8 if eights else 1
    height = bits.u32(*choices) * unit
    ratio = bits.u(3)
    if ratio:
        across, down = _RATIOS[ratio]
        return height * across // down, height
    return bits.u32(*choices) * unit, height


def _animation(bits: Bits, image: Image) -> None:
    bits.u32((0, 100), (0, 1000), (10, 1), (30, 1))
    bits.u32((0, 1), (0, 1001), (8, 1), (10, 1))
    bits.u32((0, 0), (3, 0), (16, 0), (32, 0))
    image.has_timecodes = bits.flag()


def _depth(bits: Bits) -> None:
    if bits.flag():
        bits.u32(*_FLOAT_BITS)
        bits.u(4)
    else:
        bits.u32(*_BITS)


def _extra_channel(bits: Bits, image: Image) -> None:
    if bits.flag():
        image.extra.append(ALPHA)
        return
    kind = bits.enum()
    image.extra.append(kind)
    _depth(bits)
    bits.u32((0, 0), (0, 3), (0, 4), (3, 1))
    name = read_name(bits)
    if name:
        image.texts.append(name)
    if kind == ALPHA:
        bits.flag()
    elif kind == 2:  # noqa: PLR2004 - a spot colour
        bits.halves(4)
    elif kind == 5:  # noqa: PLR2004 - a mosaic
        bits.u32((0, 1), (2, 0), (4, 3), (8, 19))


def read_name(bits: Bits) -> bytes:
    """Read a text, of at most 1,071 bytes."""
    return bytes(bits.u(8) for _ in range(bits.u32(*_NAME)))


def _colours(bits: Bits, colours: Colours) -> None:
    if bits.flag():
        return
    colours.is_icc = bits.flag()
    colours.space = bits.enum()
    if colours.is_icc:
        return
    if colours.space != _XYB and bits.enum() == _CUSTOM:
        colours.custom = True
        _points(bits, 1)
    if colours.space not in {_XYB, _GRAY_SPACE} and bits.enum() == _CUSTOM:
        colours.custom = True
        _points(bits, 3)
    if colours.space != _XYB:
        if bits.flag():
            colours.custom = True
            bits.u(24)
        else:
            bits.enum()
    bits.enum()


def _points(bits: Bits, count: int) -> None:
    for _ in range(2 * count):
        bits.u32(*_XY)


def read_extensions(bits: Bits, odd: list[str]) -> None:
    """Pass over extensions, and add to ``odd`` that there are some. Raises TooLarge."""
    which = bits.u64()
    if which:
        odd.append("an extension")
        lengths = [bits.u64() for shift in range(64) if which >> shift & 1]
        if sum(lengths) > MAX_EXTENSION:
            raise TooLarge("an extension is too long", part="bytes")
        for length in lengths:
            bits.u(length)


def _transform(bits: Bits, image: Image) -> None:
    if image.is_xyb and not bits.flag():
        bits.halves(16)
    weights = bits.u(3)
    for bit, count in ((1, 15), (2, 55), (4, 210)):
        if weights & bit:
            bits.halves(count)
