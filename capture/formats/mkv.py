"""Matroska and WebM: a cleaned copy is an MP4, which every player knows.

The parts are in ``capture/formats/matroska``; writer and second reading are
those of movies.
"""

from typing import BinaryIO

from capture.formats.base import Cleaning, Profile, Sink
from capture.formats.matroska.clean import clean_matroska
from capture.formats.matroska.read import read_matroska
from capture.formats.mp4 import anonymous_copy
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import mp4 as second_reading

_CONTAINER = "matroska"
"""FFmpeg's name of the one container that an anonymous copy may be made from here."""


class Mkv:
    """Videos in the Matroska family."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take Matroska and WebM."""
        return kind in (MediaKind.MKV, MediaKind.WEBM)

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says."""
        return read_matroska(source)

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy. Raises Damaged, TooLarge and Unsupported."""
        if profile is Profile.FAITHFUL:
            return clean_matroska(source, sink, tick)
        return anonymous_copy(source, _CONTAINER, sink, tick)

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)
