"""JPEG: baseline, extended and progressive; MPO, Ultra HDR and motion photos by their first image.

A faithful copy is a new file: the picture's coded data to the bit, tables and headers
written afresh, orientation and colour in neutral form, and nothing after the end of the
first image. An anonymous copy is decoded and encoded again as everybody's is.
"""

import io
from typing import BinaryIO

from capture.blocks.jpeg_segments import walk
from capture.formats import jpeg_read, jpeg_write
from capture.formats.anonymous import anonymous_pieces
from capture.formats.base import Cleaning, Profile, Sink
from capture.formats.jpeg_parts import looks_of
from capture.formats.still import read_whole, write_pieces
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import jpeg as second_reading

__all__ = ("Jpeg", "anonymous_pieces")


class Jpeg:
    """The JPEG format, behind the one interface."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take JPEG."""
        return kind is MediaKind.JPEG

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says; see ``jpeg_read``."""
        return jpeg_read.report(read_whole(source))

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy; it raises, if at all, before the first byte is written."""
        untrusted = read_whole(source)
        if profile is Profile.FAITHFUL:
            pieces, cleaning = jpeg_write.pieces(walk(untrusted))
        else:
            encoded, cleaning = _anonymous(untrusted, profile)
            pieces = [*encoded]
        done = 0
        for piece in pieces:
            done = write_pieces(piece, sink, tick, done, len(untrusted))
        return cleaning

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)


def _anonymous(untrusted: bytes, profile: Profile) -> tuple[list[bytes], Cleaning]:
    from capture.decode import reencode  # heavy, and the verifying child never decodes

    structure = walk(untrusted)
    frame = jpeg_write.whole_frame(structure)
    looks = looks_of(structure.segments, frame)
    decoded = reencode.open_picture(io.BytesIO(b"".join(jpeg_write.bare(structure))), ("JPEG",))
    upright = reencode.upright_srgb(decoded, looks.orientation, looks.profile)
    return anonymous_pieces(reencode.jpeg(upright, profile.max_side))
