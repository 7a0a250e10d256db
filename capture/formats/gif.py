"""GIF, still and animated.

A faithful copy has the same pixels and timing, in blocks written afresh. An anonymous copy
is the first picture as a PNG, decoded and encoded again as everybody's is.
"""

import io
from typing import BinaryIO

from capture.blocks.gif_blocks import Image, walk
from capture.errors import Damaged
from capture.formats import gif_read, gif_write
from capture.formats.anonymous import still_pieces
from capture.formats.base import Cleaning, Profile, Sink, first_alone
from capture.formats.still import read_whole, write_pieces
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import gif as second_reading


class Gif:
    """The GIF format, behind the one interface."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take GIF."""
        return kind is MediaKind.GIF

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says; see ``gif_read``."""
        return gif_read.report(read_whole(source))

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy; it raises, if at all, before the first byte is written."""
        untrusted = read_whole(source)
        if profile is Profile.FAITHFUL:
            pieces, cleaning = gif_write.pieces(walk(untrusted))
        else:
            pieces, cleaning = _anonymous(untrusted, profile)
        done = 0
        for piece in pieces:
            done = write_pieces(piece, sink, tick, done, len(untrusted))
        return cleaning

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)


def _anonymous(untrusted: bytes, profile: Profile) -> tuple[list[bytes], Cleaning]:
    structure = walk(untrusted)
    if structure.end is None:
        raise Damaged(structure.problem)
    bare = io.BytesIO(untrusted[: structure.end])
    pieces, cleaning = still_pieces(bare, "GIF", 1, None, profile)
    count = sum(isinstance(block, Image) for block in structure.blocks)
    return pieces, first_alone(cleaning) if count > 1 else cleaning
