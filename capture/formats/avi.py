"""AVI, of older cameras: read in full; a copy of it is an MP4, encoded again.

A faithful copy is refused by name: AVI tells frames no times, and its usual
codecs are none that a movie of today holds.
"""

from typing import BinaryIO

from capture.errors import Unsupported
from capture.formats.base import Cleaning, Profile, Sink
from capture.formats.mp4 import anonymous_copy
from capture.formats.riff_read import read_riff
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import mp4 as second_reading

_CONTAINER = "avi"


class Avi:
    """The AVI format, behind the one interface."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take AVI."""
        return kind is MediaKind.AVI

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says."""
        return read_riff(source, MediaKind.AVI)

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write an anonymous copy. Raises Unsupported for a faithful one, Damaged, TooLarge."""
        if profile is Profile.FAITHFUL:
            raise Unsupported("AVI is not carried over frame by frame", codec="avi")
        return anonymous_copy(source, _CONTAINER, sink, tick)

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)
