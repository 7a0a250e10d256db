"""What a JPEG XL codestream says before its pixels, and where its frames end.

Source: ISO/IEC 18181-1:2024, Annexes D (image header), F (frame header, TOC), compared with
libjxl. The pixels themselves are entropy-coded and never looked at. What this reading does
not follow (a permuted table of contents, an ICC profile, which is entropy-coded) ends it with
its reason; everything up to there has been read.
"""

from dataclasses import dataclass, field

from capture.blocks.jxl_bits import Bits, Choice
from capture.errors import Damaged, TooLarge

START = b"\xff\x0a"
MAX_EXTENSION = 1 << 19
"""Most bits of what extensions hold."""

MAX_SECTIONS = 65_536
MAX_FRAMES = 10_000
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
_TOC: tuple[Choice, ...] = ((10, 0), (14, 1024), (22, 17408), (30, 4211712))
_CROP: tuple[Choice, ...] = ((8, 0), (11, 256), (14, 2304), (30, 18688))
_POWERS: tuple[Choice, ...] = ((0, 1), (0, 2), (0, 4), (0, 8))
_TO_THREE: tuple[Choice, ...] = ((0, 0), (0, 1), (0, 2), (0, 3))
_XYB, _GRAY_SPACE, _CUSTOM = 2, 1, 2
REGULAR, DC_FRAME, REFERENCE_ONLY, SKIP_PROGRESSIVE = range(4)
_USE_DC = 32
_MULTIPLY = 4
_BLENDS = frozenset((2, 3))


class NotFollowed(Exception):
    """The headers go on in a way that this reading does not know the end of."""


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


@dataclass(slots=True)
class Frame:
    """A frame header, and the sizes of the frame's sections in bytes."""

    kind: int = REGULAR
    is_modular: bool = False
    flags: int = 0
    is_ycc: bool = False
    subsampling: tuple[int, ...] = (0, 0, 0)
    upsampling: int = 1
    group_shift: int = 1
    passes: int = 1
    dc_level: int = 0
    size: tuple[int, int] | None = None
    is_partial: bool = False
    mode: int = 0
    duration: int = 0
    is_last: bool = True
    reference: int = 0
    name: bytes = b""
    odd: list[str] = field(default_factory=list)
    sections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Codestream:
    """What was read: the frames that could be followed, and the offset after the last one.

    ``end`` is None where the headers go on in a way that is not followed: ``problem`` says which.
    """

    image: Image
    frames: tuple[Frame, ...]
    end: int | None
    problem: str


def read(untrusted: bytes) -> Codestream:
    """Read the headers of the image and of all frames. Raises Damaged and TooLarge."""
    if not untrusted.startswith(START):
        raise Damaged("no codestream")
    bits = Bits(untrusted)
    bits.u(16)
    image = _image(bits)
    frames: list[Frame] = []
    try:
        _check_followed(image)
        end = bits.to_byte()
        while not frames or not frames[-1].is_last:
            end = _next_frame(untrusted, end, image, frames)
    except NotFollowed as stopped:
        return Codestream(image, tuple(frames), None, str(stopped))
    return Codestream(image, tuple(frames), end, "")


def _check_followed(image: Image) -> None:
    if image.colours.is_icc:
        raise NotFollowed("a colour profile in the codestream")
    if image.preview is not None:
        raise NotFollowed("a preview in the codestream")


def _next_frame(untrusted: bytes, at: int, image: Image, frames: list[Frame]) -> int:
    """Read the frame at ``at``, add it, and return where it ends."""
    if len(frames) >= MAX_FRAMES:
        raise TooLarge("too many frames", part="frames")
    bits = Bits(untrusted, 8 * at)
    frame = _frame(bits, image)
    end = _toc(bits, image, frame)
    if end > len(untrusted):
        raise Damaged("the picture ends inside its pixels")
    frames.append(frame)
    return end


def _size(bits: Bits) -> tuple[int, int]:
    small = bits.flag()
    height = (bits.u(5) + 1) * 8 if small else bits.u32(*_SIDE)
    ratio = bits.u(3)
    if ratio:
        across, down = _RATIOS[ratio]
        return height * across // down, height
    return (bits.u(5) + 1) * 8 if small else bits.u32(*_SIDE), height


def _image(bits: Bits) -> Image:
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
    _extensions(bits, image.odd)


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
    name = _name(bits)
    if name:
        image.texts.append(name)
    if kind == ALPHA:
        bits.flag()
    elif kind == 2:  # noqa: PLR2004 - a spot colour
        bits.halves(4)
    elif kind == 5:  # noqa: PLR2004 - a mosaic
        bits.u32((0, 1), (2, 0), (4, 3), (8, 19))


def _name(bits: Bits) -> bytes:
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


def _extensions(bits: Bits, odd: list[str]) -> None:
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


def _frame(bits: Bits, image: Image) -> Frame:
    frame = Frame()
    if bits.flag():
        return frame
    frame.kind = bits.u(2)
    frame.is_modular = bits.flag()
    frame.flags = bits.u64()
    frame.is_ycc = not image.is_xyb and bits.flag()
    own_dc = not frame.flags & _USE_DC
    if frame.is_ycc and own_dc:
        frame.subsampling = tuple(bits.u(2) for _ in range(3))
    if own_dc:
        frame.upsampling = bits.u32(*_POWERS)
        for _ in image.extra:
            bits.u32(*_POWERS)
    _coding(bits, image, frame)
    _place(bits, image, frame)
    if frame.kind in {REGULAR, SKIP_PROGRESSIVE}:
        _blending(bits, image, frame)
    else:
        frame.is_last = False
    _references(bits, frame)
    frame.name = _name(bits)
    _filters(bits, frame)
    _extensions(bits, frame.odd)
    return frame


def _coding(bits: Bits, image: Image, frame: Frame) -> None:
    if frame.is_modular:
        frame.group_shift = bits.u(2)
    elif image.is_xyb:
        bits.u(6)
    if frame.kind != REFERENCE_ONLY:
        _passes(bits, frame)
    if frame.kind == DC_FRAME:
        frame.dc_level = bits.u32((0, 1), (0, 2), (0, 3), (0, 4))


def _passes(bits: Bits, frame: Frame) -> None:
    frame.passes = bits.u32((0, 1), (0, 2), (0, 3), (3, 4))
    if frame.passes == 1:
        return
    downsamplings = bits.u32((0, 0), (0, 1), (0, 2), (1, 3))
    bits.u(2 * (frame.passes - 1))
    for _ in range(downsamplings):
        bits.u32(*_POWERS)
    for _ in range(downsamplings):
        bits.u32((0, 0), (0, 1), (0, 2), (3, 0))


def _place(bits: Bits, image: Image, frame: Frame) -> None:
    if frame.kind == DC_FRAME or not bits.flag():
        return
    corner = (0, 0)
    if frame.kind in {REGULAR, SKIP_PROGRESSIVE}:
        corner = (_signed(bits.u32(*_CROP)), _signed(bits.u32(*_CROP)))
    frame.size = (bits.u32(*_CROP), bits.u32(*_CROP))
    reach = [start + side for start, side in zip(corner, frame.size, strict=True)]
    covers = max(corner) <= 0 and reach[0] >= image.size[0] and reach[1] >= image.size[1]
    frame.is_partial = frame.kind in {REGULAR, SKIP_PROGRESSIVE} and not covers
    frame.odd.append("a frame of another size")


def _signed(packed: int) -> int:
    return (packed >> 1) ^ -(packed & 1)


def _blending(bits: Bits, image: Image, frame: Frame) -> None:
    frame.mode = _blend(bits, frame, len(image.extra))
    for _ in image.extra:
        _blend(bits, frame, len(image.extra))
    if image.is_animated:
        frame.duration = bits.u32((0, 0), (0, 1), (8, 0), (32, 0))
        if image.has_timecodes:
            bits.u(32)
    frame.is_last = bits.flag()


def _blend(bits: Bits, frame: Frame, extra: int) -> int:
    mode = bits.u32((0, 0), (0, 1), (0, 2), (2, 3))
    if extra and mode in _BLENDS:
        bits.u32((0, 0), (0, 1), (0, 2), (3, 3))
    if (extra and mode in _BLENDS) or mode == _MULTIPLY:
        bits.flag()
    if mode or frame.is_partial:
        bits.u(2)
    return mode


def _references(bits: Bits, frame: Frame) -> None:
    if frame.kind == DC_FRAME:
        return
    if not frame.is_last:
        frame.reference = bits.u(2)
    shown = frame.kind in {REGULAR, SKIP_PROGRESSIVE}
    can_be = not frame.is_last and (frame.duration == 0 or frame.reference != 0)
    if frame.kind == REFERENCE_ONLY or (
        shown and can_be and frame.mode == 0 and not frame.is_partial
    ):
        bits.flag()


def _filters(bits: Bits, frame: Frame) -> None:
    if bits.flag():
        return
    if bits.flag() and bits.flag():
        frame.odd.append("a filter of its own")
        bits.halves(6)
    if bits.u(2):
        _edge_filter(bits, frame)
    _extensions(bits, frame.odd)


def _edge_filter(bits: Bits, frame: Frame) -> None:
    choices = ((8,) if not frame.is_modular else ()) + (5, 3 if frame.is_modular else 4)
    for count in choices:
        if bits.flag():
            frame.odd.append("a filter of its own")
            bits.halves(count)
    if frame.is_modular:
        bits.halves(1)


def _toc(bits: Bits, image: Image, frame: Frame) -> int:
    """Read the table of contents; return the offset after the frame's last section."""
    count = _section_count(image, frame)
    if count > MAX_SECTIONS:
        raise TooLarge("too many parts", part="segments")
    if bits.flag():
        raise NotFollowed("its parts are in an order of their own")
    bits.to_byte()
    frame.sections = tuple(bits.u32(*_TOC) for _ in range(count))
    return bits.to_byte() + sum(frame.sections)


def _section_count(image: Image, frame: Frame) -> int:
    width, height = (-(-side // frame.upsampling) for side in frame.size or image.size)
    if frame.dc_level:
        shrunk = 1 << 3 * frame.dc_level
        width, height = -(-width // shrunk), -(-height // shrunk)
    side = 128 << frame.group_shift
    groups = -(-width // side) * -(-height // side)
    wide, high = _chroma_shifts(frame)
    across = (-(-width // (8 << wide)) << wide, -(-height // (8 << high)) << high)
    dc_groups = -(-across[0] // side) * -(-across[1] // side)
    if groups == 1 and frame.passes == 1:
        return 1
    return 2 + dc_groups + groups * frame.passes


def _chroma_shifts(frame: Frame) -> tuple[int, int]:
    """Return the largest halvings of a channel across and down (F.2: modes 0 to 3)."""
    across = max((mode in {1, 2} for mode in frame.subsampling), default=False)
    down = max((mode in {1, 3} for mode in frame.subsampling), default=False)
    return int(across), int(down)
