"""One decoded frame of a video as planes that can be written, upright, at the depth it came in.

A form of pixels that has no planes is first taken apart into such; that moves samples and makes
none of two. Forms that are on neither list are refused.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from capture.decode.bounds import check_pixels
from capture.decode.plane import Plane
from capture.errors import Unsupported

Frame = VideoFrame
"""A decoded frame, for whoever passes one on without decoding anything."""

_DEPTHS = (9, 10, 12, 14, 16)
_SHARES = ("420", "422", "440", "444")
_DEEP = tuple(
    f"{name}{depth}le"
    for depth in _DEPTHS
    for name in (*(f"yuv{share}p" for share in _SHARES), "gray", "gbrp")
)
PLANAR = frozenset(
    (
        *(f"{name}{share}p" for name in ("yuv", "yuvj") for share in (*_SHARES, "411")),
        *("yuv410p", "gray", "gbrp"),
        *_DEEP,
    )
)
"""Forms whose planes are written as they are."""
_TAKEN_APART = {
    **dict.fromkeys(("nv12", "nv21", "yuva420p"), "yuv420p"),
    **dict.fromkeys(("nv16", "yuyv422", "uyvy422", "yvyu422", "yuva422p"), "yuv422p"),
    **dict.fromkeys(("nv24", "nv42", "yuva444p"), "yuv444p"),
    **dict.fromkeys(("p010le", "yuva420p10le"), "yuv420p10le"),
    **dict.fromkeys(("p210le", "yuva422p10le"), "yuv422p10le"),
    **dict.fromkeys(("yuva422p12le",), "yuv422p12le"),
    **dict.fromkeys(("p410le", "yuva444p10le"), "yuv444p10le"),
    **dict.fromkeys(("yuva444p12le",), "yuv444p12le"),
    **dict.fromkeys(("p016le", "p012le"), "yuv420p16le"),
    **dict.fromkeys(("ya8", "monoblack", "monowhite"), "gray"),
    **dict.fromkeys(("gray16be", "ya16be", "ya16le"), "gray16le"),
    **dict.fromkeys(
        (
            *("pal8", "rgb24", "bgr24", "rgba", "bgra", "argb", "abgr", "rgb0", "bgr0", "0rgb"),
            *("0bgr", "rgb555le", "rgb555be", "bgr555le", "rgb565le", "rgb8", "bgr8", "gbrap"),
        ),
        "gbrp",
    ),
    **dict.fromkeys(
        ("rgb48le", "rgb48be", "rgba64le", "rgba64be", "bgr48le", "gbrap16le"), "gbrp16le"
    ),
    **dict.fromkeys(("gbrap10le",), "gbrp10le"),
    **dict.fromkeys(("gbrap12le",), "gbrp12le"),
}
_FULL_RANGE = 2
_LEFT, _UPSIDE_DOWN, _RIGHT = 1, 2, 3
_BYTE = 8
_SIDE = 256


def turns_of(frame: VideoFrame) -> int:
    """Return by how many quarter turns against the clock a frame becomes upright.

    It is the track's display matrix, of which players honour no more than that.
    """
    return round(frame.rotation / 90) % 4


def transposes(turns: int) -> tuple[str, ...]:
    """Return what FFmpeg's "transpose" filters have to do for quarter turns against the clock."""
    return {1: ("cclock",), 2: ("clock", "clock"), 3: ("clock",)}.get(turns, ())


def upright_size(frame: VideoFrame) -> tuple[int, int]:
    """Return the upright picture's width and height."""
    if turns_of(frame) % 2:
        return frame.height, frame.width
    return frame.width, frame.height


def shrunk(frame: VideoFrame, side: int, form: str, interpolation: str) -> NDArray[np.uint8]:
    """Return a frame upright, no side longer than ``side`` pixels.

    It is (height, width, 3) in the ``form`` "rgb24", (height, width) in "gray"; ``interpolation``
    is one of FFmpeg's scaler. Raises TooLarge, and Damaged for an empty frame.
    """
    check_pixels(frame.width, frame.height)
    scale = min(1.0, side / max(frame.width, frame.height))
    small = frame.reformat(
        width=max(2, round(frame.width * scale)),
        height=max(2, round(frame.height * scale)),
        format=form,
        interpolation=interpolation,
    )
    samples = small.to_ndarray().astype(np.uint8, copy=False)
    return np.ascontiguousarray(np.rot90(samples, turns_of(frame)))


def planar(frame: VideoFrame) -> VideoFrame:
    """Return a frame of planes. Raises Unsupported for a form that cannot be taken apart."""
    name = frame.format.name
    if name in PLANAR:
        return frame
    if name not in _TAKEN_APART:
        raise Unsupported("this form of pixels cannot be covered", codec="video")
    return frame.reformat(format=_TAKEN_APART[name])


def like(frame: VideoFrame) -> VideoFrame:
    """Return a frame of the same size and form, with nothing good in it."""
    return VideoFrame(frame.width, frame.height, frame.format.name)


def planes_of(frame: VideoFrame, turns: int) -> tuple[Plane, ...]:
    """Return the planes of a planar frame, upright; the frame becomes one that may be written."""
    frame.make_writable()
    return tuple(_planes(frame, turns))


def is_off_grid(frame: VideoFrame, turns: int) -> tuple[bool, bool]:
    """Say whether upright samples of colour begin between two pixels: across, and down.

    It is so where a side that is no multiple of theirs was turned around.
    """
    wide, high = _shares(frame)
    odd_wide, odd_high = bool(frame.width % wide), bool(frame.height % high)
    return (
        (turns == _UPSIDE_DOWN and odd_wide) or (turns == _RIGHT and odd_high),
        (turns == _UPSIDE_DOWN and odd_high) or (turns == _LEFT and odd_wide),
    )


def _planes(frame: VideoFrame, turns: int) -> Iterator[Plane]:
    bits = max(component.bits for component in frame.format.components)
    kind: np.dtype[Any] = np.dtype(np.uint8 if bits <= _BYTE else "<u2")
    coloured = frame.format.is_rgb
    darks = _darks(frame)
    for number, plane in enumerate(frame.planes):
        if plane.line_size < plane.width * kind.itemsize:
            raise Unsupported("this form of pixels cannot be covered", codec="video")
        rows = np.frombuffer(memoryview(plane), kind).reshape(plane.height, -1)
        shade = coloured or number == 0
        wide, high = (1, 1) if shade else _shares(frame)
        across, down = (high, wide) if turns % 2 else (wide, high)
        yield Plane(
            np.rot90(rows[:, : plane.width], turns),
            across,
            down,
            most=(1 << bits) - 1,
            dark=darks[not shade] << (bits - _BYTE),
            shade=shade,
        )


def _darks(frame: VideoFrame) -> tuple[int, int]:
    """Return a dark grey's 8 bits in a plane of shades, and in one of colour."""
    name = frame.format.name
    full = frame.color_range == _FULL_RANGE or name.startswith(("yuvj", "gray", "gbr"))
    return (24, 128) if full else (37, 128)


def _shares(frame: VideoFrame) -> tuple[int, int]:
    """Return how many pixels a sample of colour stands for, across and down."""
    form = frame.format
    return _SIDE // form.chroma_width(_SIDE), _SIDE // form.chroma_height(_SIDE)
