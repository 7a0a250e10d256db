"""The parts of a JPEG that are not its picture, by what they claim to be.

Sources: JFIF 1.02, Exif 2.32 (4.7.2), XMP part 3 (APP1 and its extension), ICC.1:2022 B.4,
CIPA DC-007 (MPF), Adobe Technical Note 5116 (APP14), ISO/IEC 19566-5 D.2 (JUMBF in APP11),
ISO 21496-1 (gain maps).
"""

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from capture.blocks import exif, icc
from capture.blocks.iptc import PHOTOSHOP_HEADER
from capture.blocks.jpeg_frame import Frame
from capture.blocks.jpeg_segments import (
    APP0,
    APP1,
    APP2,
    APP11,
    APP13,
    APP14,
    APPS,
    COM,
    Segment,
)

JFIF = b"JFIF\x00"
JFXX = b"JFXX\x00"
XMP = b"http://ns.adobe.com/xap/1.0/\x00"
EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\x00"
ICC = b"ICC_PROFILE\x00"
MPF = b"MPF\x00"
GAIN_MAP = b"urn:iso:std:iso:ts:21496:-1\x00"
JUMBF = b"JP"
ADOBE = b"Adobe"

OWN_JFIF = JFIF + bytes((1, 1, 0, 0, 1, 0, 1, 0, 0))
"""The one JFIF header that is written: version 1.01, no unit, square pixels, no thumbnail."""

ADOBE_SIZE = 12
_ADOBE_TRANSFORM = 11
_MAX_ICC = 16 << 20


class Part(Enum):
    """What a segment beside the picture is."""

    JFIF = "JFIF"
    JFXX = "JFXX"
    EXIF = "Exif"
    XMP = "XMP"
    EXTENDED_XMP = "extended XMP"
    ICC = "ICC"
    MPF = "MPF"
    GAIN_MAP = "gain map"
    JUMBF = "JUMBF"
    PHOTOSHOP = "Photoshop"
    ADOBE = "Adobe"
    COMMENT = "comment"
    UNKNOWN = "unknown"


_MAGIC = (
    (APP0, JFIF, Part.JFIF),
    (APP0, JFXX, Part.JFXX),
    (APP1, exif.HEADER[:5], Part.EXIF),
    (APP1, XMP, Part.XMP),
    (APP1, EXTENDED_XMP, Part.EXTENDED_XMP),
    (APP2, ICC, Part.ICC),
    (APP2, MPF, Part.MPF),
    (APP2, GAIN_MAP, Part.GAIN_MAP),
    (APP11, JUMBF, Part.JUMBF),
    (APP13, PHOTOSHOP_HEADER, Part.PHOTOSHOP),
    (APP14, ADOBE, Part.ADOBE),
)


def part_of(segment: Segment) -> Part | None:
    """Say what a segment is, or None for one that the picture's coding needs."""
    if segment.marker == COM:
        return Part.COMMENT
    if segment.marker not in APPS:
        return None
    for marker, magic, part in _MAGIC:
        if segment.marker == marker and bytes(segment.body[: len(magic)]) == magic:
            return part
    return Part.UNKNOWN


class Colours(Enum):
    """What the components mean, by the rule of libjpeg's ``default_decompress_parms``."""

    GRAY = "gray"
    YCC = "ycc"
    RGB = "rgb"
    CMYK = "cmyk"


@dataclass(frozen=True, slots=True)
class Looks:
    """How the pixels are to be shown: all that a cleaned copy keeps beside them.

    ``adobe`` is the transform byte of an APP14 to write, None for none.
    """

    colours: Colours
    adobe: int | None
    orientation: int
    profile: bytes | None

    @property
    def space(self) -> bytes:
        """The kind of ICC profile that fits."""
        if self.colours is Colours.GRAY:
            return icc.GRAY
        return b"CMYK" if self.colours is Colours.CMYK else icc.RGB


def looks_of(segments: Iterable[Segment], frame: Frame) -> Looks:
    """Gather what the segments say of orientation and colour."""
    bodies: dict[Part, list[bytes]] = {}
    for segment in segments:
        part = part_of(segment)
        if part in _TELL_LOOKS:
            bodies.setdefault(part, []).append(bytes(segment.body))
    exif_bodies = bodies.get(Part.EXIF)
    orientation, adobe_rgb = (
        exif.read_looks(exif_bodies[0]) if exif_bodies else (exif.UPRIGHT, False)
    )
    profile = joined_profile(bodies.get(Part.ICC, []))
    if profile is None and adobe_rgb:
        profile = icc.STANDARD["adobe-rgb"]
    colours, adobe = _colours(bodies, frame)
    return Looks(colours, adobe, orientation, profile)


_TELL_LOOKS = (Part.JFIF, Part.EXIF, Part.ICC, Part.ADOBE)


def _colours(bodies: dict[Part, list[bytes]], frame: Frame) -> tuple[Colours, int | None]:
    adobe = next((b for b in bodies.get(Part.ADOBE, ()) if len(b) >= ADOBE_SIZE), None)
    transform = None if adobe is None else min(adobe[_ADOBE_TRANSFORM], 2)
    count = len(frame.components)
    if count == 1:
        return Colours.GRAY, None
    if count == 4:  # noqa: PLR2004 - cyan, magenta, yellow and black
        return Colours.CMYK, None if transform is None else (2 if transform == 2 else 0)  # noqa: PLR2004 - YCCK
    numbers = bytes(number for number, _, _ in frame.components)
    says_rgb = transform == 0 if transform is not None else numbers == b"RGB"
    if Part.JFIF not in bodies and says_rgb:
        return Colours.RGB, 0
    return Colours.YCC, None


def joined_profile(bodies: Iterable[bytes]) -> bytes | None:
    """Join the parts of an ICC profile by their numbers, or None if they do not add up."""
    numbered: dict[int, bytes] = {}
    total = 0
    for body in bodies:
        part = body[len(ICC) :]
        if len(part) > 2:  # noqa: PLR2004 - number and count
            numbered.setdefault(part[0], part[2:])
            total = total or part[1]
    if not total or sorted(numbered) != list(range(1, total + 1)):
        return None
    profile = b"".join(numbered[number] for number in sorted(numbered))
    return profile if len(profile) <= _MAX_ICC else None


_JUMBF_HEAD = 8
_BOX_HEAD = 8


@dataclass(frozen=True, slots=True)
class Joined:
    """Boxes that go on from segment to segment, put together.

    ``starts`` are, for each segment in order, where its part begins in ``data`` and in the file.
    """

    data: bytes
    starts: tuple[tuple[int, int], ...]

    def place(self, at: int) -> int:
        """Return where in the file the byte ``at`` of the data is."""
        inside, in_file = self.starts[bisect.bisect_right(self.starts, (at, MAX_PLACE)) - 1]
        return in_file + at - inside


MAX_PLACE = 1 << 62


def joined_boxes(segments: Iterable[Segment]) -> Joined:
    """Join the JUMBF segments of one box number, at least one, in the file's order."""
    parts: list[bytes] = []
    starts: list[tuple[int, int]] = []
    total = 0
    for segment in segments:
        # Every part repeats the superbox's header; it counts once.
        skipped = _JUMBF_HEAD + (_BOX_HEAD if starts else 0)
        starts.append((total, segment.offset + 4 + skipped))
        parts.append(bytes(segment.body[skipped:]))
        total += len(parts[-1])
    return Joined(b"".join(parts), tuple(starts))
