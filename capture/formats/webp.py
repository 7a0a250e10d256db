"""WebP, still and animated.

A faithful copy has the coded pictures to the bit. An anonymous copy is the first picture,
decoded and encoded again as everybody's is: a JPEG, or a PNG where it lets light through.
"""

import io
from typing import BinaryIO

from typing_extensions import override

from capture.blocks.riff import Structure, walk, written
from capture.formats import webp_read, webp_write
from capture.formats.anonymous import still_pieces
from capture.formats.base import Cleaning, Profile, first_alone
from capture.formats.still import Made, Still
from capture.kinds import MediaKind
from capture.report import MetadataReport
from capture.verify import webp as second_reading


class Webp(Still):
    """The WebP format, behind the one interface."""

    kind = MediaKind.WEBP

    @override
    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)

    @override
    def _report(self, untrusted: bytes) -> MetadataReport:
        return webp_read.report(untrusted)

    @override
    def _made(self, untrusted: bytes, profile: Profile) -> Made:
        structure = walk(untrusted, webp_read.FORM)
        if profile is Profile.FAITHFUL:
            return webp_write.pieces(structure)
        return _anonymous(structure, profile)


def _anonymous(structure: Structure, profile: Profile) -> tuple[list[bytes], Cleaning]:
    """Decode the file without anything beside its pictures."""
    contents = webp_write.contents_of(structure)
    body = b"".join(webp_write.bare_chunks(contents))
    bare = io.BytesIO(written(b"RIFF", webp_read.FORM + body))
    orientation = webp_write.orientation_of(structure)
    icc = webp_write.profile_of(structure)
    pieces, cleaning = still_pieces(bare, "WEBP", orientation, icc, profile)
    return pieces, first_alone(cleaning) if len(contents.frames) > 1 else cleaning
