"""WebP, still and animated.

A faithful copy has the coded pictures to the bit. An anonymous copy is the first picture,
decoded and encoded again as everybody's is: a JPEG, or a PNG where it lets light through.
"""

import io
from typing import BinaryIO

from capture.blocks.riff import Structure, walk, written
from capture.formats import webp_read, webp_write
from capture.formats.anonymous import still_pieces
from capture.formats.base import Cleaning, Profile, Sink, first_alone
from capture.formats.still import read_whole, write_pieces
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import webp as second_reading


class Webp:
    """The WebP format, behind the one interface."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take WebP."""
        return kind is MediaKind.WEBP

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says; see ``webp_read``."""
        return webp_read.report(read_whole(source))

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy; it raises, if at all, before the first byte is written."""
        untrusted = read_whole(source)
        structure = walk(untrusted, webp_read.FORM)
        if profile is Profile.FAITHFUL:
            pieces, cleaning = webp_write.pieces(structure)
        else:
            pieces, cleaning = _anonymous(structure, profile)
        done = 0
        for piece in pieces:
            done = write_pieces(piece, sink, tick, done, len(untrusted))
        return cleaning

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)


def _anonymous(structure: Structure, profile: Profile) -> tuple[list[bytes], Cleaning]:
    """Decode the file without anything beside its pictures."""
    contents = webp_write.contents_of(structure)
    body = b"".join(webp_write.bare_chunks(contents))
    bare = io.BytesIO(written(b"RIFF", webp_read.FORM + body))
    orientation = webp_write.orientation_of(structure)
    icc = webp_write.profile_of(structure)
    pieces, cleaning = still_pieces(bare, "WEBP", orientation, icc, profile)
    return pieces, first_alone(cleaning) if len(contents.frames) > 1 else cleaning
