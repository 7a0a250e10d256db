"""GIF, still and animated.

A faithful copy has the same pixels and timing, in blocks written afresh. An anonymous copy
is the first picture as a PNG, decoded and encoded again as everybody's is.
"""

import io
from typing import BinaryIO

from typing_extensions import override

from capture.blocks.gif_blocks import Image, walk
from capture.errors import Damaged
from capture.formats import gif_read, gif_write
from capture.formats.anonymous import still_pieces
from capture.formats.base import Cleaning, Profile, first_alone
from capture.formats.still import Made, Still
from capture.kinds import MediaKind
from capture.report import MetadataReport
from capture.verify import gif as second_reading


class Gif(Still):
    """The GIF format, behind the one interface."""

    kind = MediaKind.GIF

    @override
    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)

    @override
    def _report(self, untrusted: bytes) -> MetadataReport:
        return gif_read.report(untrusted)

    @override
    def _made(self, untrusted: bytes, profile: Profile) -> Made:
        if profile is Profile.FAITHFUL:
            return gif_write.pieces(walk(untrusted))
        return _anonymous(untrusted, profile)


def _anonymous(untrusted: bytes, profile: Profile) -> tuple[list[bytes], Cleaning]:
    structure = walk(untrusted)
    if structure.end is None:
        raise Damaged(structure.problem)
    bare = io.BytesIO(untrusted[: structure.end])
    pieces, cleaning = still_pieces(bare, "GIF", 1, None, profile)
    count = sum(isinstance(block, Image) for block in structure.blocks)
    return pieces, first_alone(cleaning) if count > 1 else cleaning
