"""JPEG: baseline, extended and progressive; MPO, Ultra HDR and motion photos by their first image.

A faithful copy is a new file: the picture's coded data to the bit, tables and headers
written afresh, orientation and colour in neutral form, and nothing after the end of the
first image. An anonymous copy is decoded and encoded again as everybody's is.
"""

import io
from typing import BinaryIO

from typing_extensions import override

from capture.blocks.jpeg_segments import Structure, walk
from capture.formats import jpeg_read, jpeg_write
from capture.formats.anonymous import anonymous_pieces
from capture.formats.base import Cleaning, Profile
from capture.formats.jpeg_parts import looks_of
from capture.formats.still import Made, Still
from capture.kinds import MediaKind
from capture.report import MetadataReport
from capture.verify import jpeg as second_reading

__all__ = ("Jpeg", "anonymous_pieces")

_REMEMBERED = 16 << 20
"""Bytes of a file, at most, that are kept until the next one comes."""


class Jpeg(Still):
    """The JPEG format, behind the one interface."""

    kind = MediaKind.JPEG

    def __init__(self) -> None:
        self._last: tuple[bytes, Structure] | None = None

    @override
    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)

    @override
    def _report(self, untrusted: bytes) -> MetadataReport:
        return jpeg_read.report(untrusted, self._walked(untrusted))

    @override
    def _made(self, untrusted: bytes, profile: Profile) -> Made:
        if profile is Profile.FAITHFUL:
            return jpeg_write.pieces(self._walked(untrusted))
        return _anonymous(self._walked(untrusted), profile)

    def _walked(self, untrusted: bytes) -> Structure:
        """Return the structure; what is inspected is mostly cleaned next, and not walked again."""
        last = self._last
        if last is not None and last[0] is untrusted:
            return last[1]
        structure = walk(untrusted)
        self._last = (untrusted, structure) if len(untrusted) <= _REMEMBERED else None
        return structure


def _anonymous(structure: Structure, profile: Profile) -> tuple[list[bytes], Cleaning]:
    from capture.decode import reencode  # heavy, and the verifying child never decodes

    frame = jpeg_write.whole_frame(structure)
    looks = looks_of(structure.segments, frame)
    decoded = reencode.open_picture(io.BytesIO(b"".join(jpeg_write.bare(structure))), ("JPEG",))
    upright = reencode.upright_srgb(decoded, looks.orientation, looks.profile)
    return anonymous_pieces(reencode.jpeg(upright, profile.max_side))
