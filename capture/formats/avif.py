"""AVIF: the HEIF family with AV1 pictures, read and cleaned as ``heif`` does it."""

from typing import BinaryIO

from capture.formats.base import Cleaning, Profile, Sink
from capture.formats.heif import copy_primary, reencode_primary
from capture.formats.items.report import read_items
from capture.formats.items.sequence import beside_film, copy_first, is_sequence
from capture.formats.movie.read import read_movie
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import heif as second_reading


class Avif:
    """The HEIF family with AV1 pictures."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take AVIF."""
        return kind is MediaKind.AVIF

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says. Raises Damaged and TooLarge."""
        if is_sequence(source):
            return read_movie(source)
        return read_items(source, MediaKind.AVIF)

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy: AVIF where it is faithful, JPEG where it is anonymous.

        Raises Damaged, TooLarge, and Unsupported where a bit-exact copy cannot be made.
        """
        if is_sequence(source):
            return copy_first(source, sink, profile, tick)
        if profile is Profile.FAITHFUL:
            return beside_film(source, copy_primary(source, sink, tick))
        from capture.decode import avif  # heavy, and the verifying child never decodes

        cleaning = reencode_primary(source, sink, avif.primary, profile, tick)
        return beside_film(source, cleaning)

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)
