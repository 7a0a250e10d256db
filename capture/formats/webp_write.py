"""The writer of cleaned WebP files, still and animated.

Source: RFC 9649. The coded pictures (VP8, VP8L, ALPH) are copied to the bit; everything
around them is written afresh.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from capture.blocks import exif, icc
from capture.blocks.riff import Chunk, Structure, inside, written
from capture.errors import Damaged, TooLarge
from capture.formats.base import Cleaning
from capture.formats.still import NOISE, OWN_PROFILE, VISIBLE, neutral_colours, neutral_exif
from capture.kinds import MediaKind

MAX_PIXELS = 200_000_000
_PROFILE, _ALPHA, _EXIF, _ANIMATION = 0x20, 0x10, 0x08, 0x02
_FRAME_HEAD = 16
_CANVAS_SIZE, _CONTROL_SIZE = 10, 6
_DISPOSE_AND_BLEND = 3
_ALPHA_METHOD = 0x3F
_SIDE = 14


@dataclass(frozen=True, slots=True)
class Picture:
    """One coded picture: its chunks as they are to be written, its size, whether it has alpha."""

    chunks: bytes
    width: int
    height: int
    alpha: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: the canvas in pixels and the pictures on it."""

    width: int
    height: int
    still: Picture | None
    frames: tuple[bytes, ...]
    loop: bytes
    alpha: bool


def contents_of(structure: Structure) -> Contents:
    """Take the pictures out of a whole file. Raises Damaged and TooLarge."""
    if structure.end is None:
        raise Damaged(structure.problem)
    first = {chunk.type: chunk for chunk in reversed(structure.chunks)}
    extended = first.get(b"VP8X")
    if extended is not None and b"ANIM" in first:
        return _animated(structure, extended, first[b"ANIM"])
    still = picture_of(structure.chunks)
    return Contents(still.width, still.height, still, (), b"", still.alpha)


def picture_of(chunks: tuple[Chunk, ...]) -> Picture:
    """Return the one coded picture among the chunks. Raises Damaged and TooLarge."""
    coded = next((chunk for chunk in chunks if chunk.type in {b"VP8 ", b"VP8L"}), None)
    if coded is None:
        raise Damaged("there is no picture in it")
    if coded.type == b"VP8L":
        width, height, alpha = _lossless_size(coded.data)
        return _checked(Picture(written(b"VP8L", coded.data), width, height, alpha))
    width, height = _lossy_size(coded.data)
    cover = next((chunk for chunk in chunks if chunk.type == b"ALPH" and len(chunk.data)), None)
    made = written(b"VP8 ", coded.data)
    if cover is not None:
        method = bytes((cover.data[0] & _ALPHA_METHOD,))
        made = written(b"ALPH", method + bytes(cover.data[1:])) + made
    return _checked(Picture(made, width, height, cover is not None))


def _checked(picture: Picture) -> Picture:
    if picture.width * picture.height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels")
    return picture


def _lossy_size(data: memoryview) -> tuple[int, int]:
    """Read a VP8 key frame's size (RFC 6386, 9.1)."""
    if len(data) < 10 or data[0] & 1 or bytes(data[3:6]) != b"\x9d\x01\x2a":  # noqa: PLR2004 - its header
        raise Damaged("a picture has no header")
    width, height = struct.unpack_from("<HH", data, 6)
    if not width & 0x3FFF or not height & 0x3FFF:
        raise Damaged("a picture without pixels")
    return width & 0x3FFF, height & 0x3FFF


def _lossless_size(data: memoryview) -> tuple[int, int, bool]:
    if len(data) < 5 or data[0] != 0x2F or data[4] >> 5:  # noqa: PLR2004 - signature and version
        raise Damaged("a picture has no header")
    bits = int.from_bytes(data[1:5], "little")
    mask = (1 << _SIDE) - 1
    return (bits & mask) + 1, (bits >> _SIDE & mask) + 1, bool(bits >> 2 * _SIDE & 1)


def _animated(structure: Structure, extended: Chunk, control: Chunk) -> Contents:
    if len(extended.data) < _CANVAS_SIZE or len(control.data) < _CONTROL_SIZE:
        raise Damaged("the animation's header has a wrong length")
    width, height = _three(extended.data, 4) + 1, _three(extended.data, 7) + 1
    if width * height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels")
    frames = [_frame(c, width, height) for c in structure.chunks if c.type == b"ANMF"]
    if not frames:
        raise Damaged("there is no picture in it")
    alpha = any(has_alpha for _, has_alpha in frames)
    made = tuple(frame for frame, _ in frames)
    return Contents(width, height, None, made, bytes(control.data[:_CONTROL_SIZE]), alpha)


def _three(data: memoryview, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")


def _frame(chunk: Chunk, width: int, height: int) -> tuple[bytes, bool]:
    """Write one frame again; the header's reserved bits become zero."""
    data = chunk.data
    if len(data) < _FRAME_HEAD:
        raise Damaged("a frame is cut")
    picture = picture_of(tuple(inside(data, _FRAME_HEAD, len(data))))
    left, top = 2 * _three(data, 0), 2 * _three(data, 3)
    fits = (_three(data, 6) + 1, _three(data, 9) + 1) == (picture.width, picture.height)
    if not fits or left + picture.width > width or top + picture.height > height:
        raise Damaged("a frame lies outside of the picture")
    head = bytes(data[: _FRAME_HEAD - 1]) + bytes((data[_FRAME_HEAD - 1] & _DISPOSE_AND_BLEND,))
    return written(b"ANMF", head + picture.chunks), picture.alpha


def profile_of(structure: Structure) -> bytes | None:
    """Return the ICC profile, or None."""
    return next((bytes(c.data) for c in structure.chunks if c.type == b"ICCP"), None)


def orientation_of(structure: Structure) -> int:
    """Return the orientation that the Exif chunk says, 1 where it says none."""
    block = next((bytes(c.data) for c in structure.chunks if c.type == b"EXIF"), None)
    return exif.UPRIGHT if block is None else exif.read_looks(block)[0]


def pieces(structure: Structure) -> tuple[list[bytes], Cleaning]:
    """Return the new file in pieces, and what was done.

    Raises Damaged, TooLarge, and Unsupported for colours that have no neutral form.
    """
    contents = contents_of(structure)
    profile = neutral_colours(profile_of(structure), icc.RGB)
    orientation = orientation_of(structure)
    made = list(_chunks(contents, profile, orientation))
    size = 4 + sum(map(len, made))
    head = struct.pack("<4sI4s", b"RIFF", size, b"WEBP")
    return [head, *made], _cleaning(profile, orientation)


def bare_chunks(contents: Contents) -> Iterator[bytes]:
    """Yield the chunks of a file with its pictures and nothing beside them, to be decoded."""
    return _chunks(contents, None, exif.UPRIGHT)


def _chunks(contents: Contents, profile: icc.Neutral | None, orientation: int) -> Iterator[bytes]:
    still = contents.still
    simple = still is not None and not still.chunks.startswith(b"ALPH")
    if still is not None and simple and profile is None and orientation == exif.UPRIGHT:
        yield still.chunks
        return
    flags = _PROFILE * (profile is not None) | _EXIF * (orientation != exif.UPRIGHT)
    flags |= _ALPHA * contents.alpha | _ANIMATION * (still is None)
    sides = (side - 1 for side in (contents.width, contents.height))
    yield written(
        b"VP8X", bytes((flags, 0, 0, 0)) + b"".join(s.to_bytes(3, "little") for s in sides)
    )
    if profile is not None:
        yield written(b"ICCP", profile.data)
    if still is not None:
        yield still.chunks
    else:
        yield written(b"ANIM", contents.loop)
        yield from contents.frames
    if orientation != exif.UPRIGHT:
        yield written(b"EXIF", neutral_exif(orientation)[len(exif.HEADER) :])


def _cleaning(profile: icc.Neutral | None, orientation: int) -> Cleaning:
    steps = ["chunks-rebuilt"]
    leaves = [VISIBLE, NOISE]
    if orientation != exif.UPRIGHT:
        steps.append("orientation-kept")
    if profile is not None:
        steps.append(f"colours-{profile.standard or 'rebuilt'}")
        if profile.standard is None:
            leaves.append(OWN_PROFILE)
    return Cleaning(MediaKind.WEBP, lossless=True, steps=tuple(steps), leaves=tuple(leaves))
