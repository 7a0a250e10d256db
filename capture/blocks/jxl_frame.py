"""The header of one frame of a JPEG XL codestream, and the table of its contents.

Source: ISO/IEC 18181-1:2024, Annex F, compared with libjxl.
"""

from dataclasses import dataclass, field

from capture.blocks.jxl_bits import Bits, Choice
from capture.blocks.jxl_image import Image, read_extensions, read_name
from capture.errors import TooLarge

MAX_SECTIONS = 65_536

_TOC: tuple[Choice, ...] = ((10, 0), (14, 1024), (22, 17408), (30, 4211712))
_CROP: tuple[Choice, ...] = ((8, 0), (11, 256), (14, 2304), (30, 18688))
_POWERS: tuple[Choice, ...] = ((0, 1), (0, 2), (0, 4), (0, 8))
REGULAR, DC_FRAME, REFERENCE_ONLY, SKIP_PROGRESSIVE = range(4)
_USE_DC = 32
_MULTIPLY = 4
_BLENDS = frozenset((2, 3))


class NotFollowed(Exception):
    """The headers go on in a way that this reading does not know the end of."""


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


def read_frame(bits: Bits, image: Image) -> Frame:
    """Read a frame header from its first bit on. Raises Damaged and TooLarge."""
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
    frame.name = read_name(bits)
    _filters(bits, frame)
    read_extensions(bits, frame.odd)
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
    read_extensions(bits, frame.odd)


def _edge_filter(bits: Bits, frame: Frame) -> None:
    choices = ((8,) if not frame.is_modular else ()) + (5, 3 if frame.is_modular else 4)
    for count in choices:
        if bits.flag():
            frame.odd.append("a filter of its own")
            bits.halves(count)
    if frame.is_modular:
        bits.halves(1)


def read_contents(bits: Bits, image: Image, frame: Frame) -> int:
    """Read the table of contents; return the offset after the frame's last section.

    Raises Damaged, TooLarge, and NotFollowed for a table in an order of its own.
    """
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
