"""Voice notes and other sound files: Ogg (Opus, Vorbis, FLAC), MP3, WAV and AMR.

A faithful copy of Opus, and of uncompressed sound, is a movie of ours with one
sound track. The others are refused by name in that profile and encoded again
in the other one, to AAC.
"""

from typing import BinaryIO

from capture.errors import Unsupported
from capture.formats.base import Cleaning, Profile, Sink
from capture.formats.mp4 import anonymous_copy
from capture.formats.riff_read import read_riff
from capture.formats.sound_read import read_sound
from capture.formats.sound_write import clean_ogg, clean_wav
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import mp4 as second_reading

_CONTAINERS = {
    MediaKind.OGG: "ogg",
    MediaKind.MP3: "mp3",
    MediaKind.WAV: "wav",
    MediaKind.AMR: "amr",
}
"""FFmpeg's name of each kind's container."""
_FAITHFUL = {MediaKind.OGG: clean_ogg, MediaKind.WAV: clean_wav}


class Sound:
    """One kind of sound file, behind the one interface."""

    def __init__(self, kind: MediaKind) -> None:
        self._kind = kind

    def accepts(self, kind: MediaKind) -> bool:
        """Take this kind."""
        return kind is self._kind

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says."""
        if self._kind is MediaKind.WAV:
            return read_riff(source, self._kind)
        return read_sound(source, self._kind)

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy. Raises Damaged, TooLarge and Unsupported."""
        if profile is not Profile.FAITHFUL:
            return anonymous_copy(source, _CONTAINERS[self._kind], sink, tick)
        write = _FAITHFUL.get(self._kind)
        if write is None:
            raise Unsupported("this sound codec cannot be carried over", codec=self._kind.value)
        return write(source, sink, tick)

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)
