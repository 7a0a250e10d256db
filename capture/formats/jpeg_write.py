"""The writer of cleaned JPEGs: a new file from what decoding needs, in one fixed order."""

import re
from collections.abc import Iterator

from capture.blocks import icc
from capture.blocks.jpeg_frame import (
    Frame,
    check_carried,
    coding_segments,
    frame_of,
    has_standard_tables,
)
from capture.blocks.jpeg_segments import APP0, APP1, APP2, APP14, Segment, Structure
from capture.errors import Damaged
from capture.formats.base import Cleaning
from capture.formats.jpeg_parts import (
    ADOBE,
    ICC,
    OWN_JFIF,
    Colours,
    Looks,
    Part,
    looks_of,
    part_of,
)
from capture.formats.still import NOISE, OWN_PROFILE, VISIBLE, neutral_colours, neutral_exif
from capture.kinds import MediaKind

TABLES = "jpeg-tables"
"""What a copy still shows: quantisation tables that are a camera model's."""

_START, _END = b"\xff\xd8", b"\xff\xd9"
_OWN_ADOBE = ADOBE + bytes((0, 100, 0, 0, 0, 0))
_MAX_PART = 65000
_FILL = re.compile(rb"\xff{2,}(?=[\x00\xd0-\xd7])")


def pieces(structure: Structure) -> tuple[list[bytes | memoryview], Cleaning]:
    """Return the new file in pieces, and what was done.

    Raises Damaged, TooLarge, and Unsupported for what cannot be carried over bit by bit.
    """
    frame = whole_frame(structure)
    check_carried(frame, structure.segments)
    looks = looks_of(structure.segments, frame)
    profile = neutral_colours(looks.profile, looks.space)
    head = [_segment(marker, body) for marker, body in _head(looks, profile)]
    coded = list(_coded(structure, frame))
    return [_START, *head, *coded, _END], _cleaning(structure, looks, profile)


def whole_frame(structure: Structure) -> Frame:
    """Return the frame header of an image that is there from beginning to end."""
    if structure.end is None:
        raise Damaged(structure.problem or "no end of image")
    return frame_of(structure.segments)


def bare(structure: Structure) -> Iterator[bytes | memoryview]:
    """Yield the image with its colour marks but nothing else beside the picture, to be decoded.

    Unlike ``pieces`` it takes every coding that the decoder may know.
    """
    yield _START
    for segment in structure.segments:
        if part_of(segment) in {None, Part.JFIF, Part.ADOBE}:
            yield from _as_it_was(segment)
    yield _END


def _as_it_was(segment: Segment) -> Iterator[bytes | memoryview]:
    yield _segment(segment.marker, bytes(segment.body))
    yield segment.coded


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def _head(looks: Looks, profile: icc.Neutral | None) -> Iterator[tuple[int, bytes]]:
    if looks.colours in {Colours.GRAY, Colours.YCC}:
        yield APP0, OWN_JFIF
    upright = neutral_exif(looks.orientation)
    if upright:
        yield APP1, upright
    if profile is not None:
        parts = [profile.data[at : at + _MAX_PART] for at in range(0, len(profile.data), _MAX_PART)]
        for number, part in enumerate(parts, 1):
            yield APP2, ICC + bytes((number, len(parts))) + part
    if looks.adobe is not None:
        yield APP14, _OWN_ADOBE + bytes((looks.adobe,))


def _coded(structure: Structure, frame: Frame) -> Iterator[bytes | memoryview]:
    for segment, body in coding_segments(structure.segments, frame):
        yield _segment(segment.marker, body)
        # Fill bytes before a stuffed zero or a restart are nothing to a decoder, and could be
        # anything to whoever counts them.
        yield _FILL.sub(b"\xff", segment.coded) if segment.filled else segment.coded


def _cleaning(structure: Structure, looks: Looks, profile: icc.Neutral | None) -> Cleaning:
    steps = ["segments-rebuilt"]
    leaves = [VISIBLE, NOISE]
    if looks.orientation != 1:
        steps.append("orientation-kept")
    if profile is not None:
        steps.append(f"colours-{profile.standard or 'rebuilt'}")
        if profile.standard is None:
            leaves.append(OWN_PROFILE)
    if not has_standard_tables(structure.segments):
        leaves.append(TABLES)
    return Cleaning(MediaKind.JPEG, lossless=True, steps=tuple(steps), leaves=tuple(leaves))
