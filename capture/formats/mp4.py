"""MP4, QuickTime, M4V, M4A and 3GP: one format behind the one interface.

The parts are in ``capture/formats/movie``, the second reading in
``capture/verify/mp4``, the re-encoding of an anonymous copy in
``capture/decode/reencode_video``.
"""

from typing import TYPE_CHECKING, BinaryIO

from capture.formats.base import Cleaning, Profile, Sink
from capture.formats.movie.clean import clean_faithfully
from capture.formats.movie.read import read_movie
from capture.kinds import MediaKind
from capture.progress import Tick, silent
from capture.report import MetadataReport
from capture.verify import mp4 as second_reading

if TYPE_CHECKING:  # the verifying child never loads a decoder
    from capture.decode.reencode_video import Within

_CONTAINER = "mov"
"""FFmpeg's name of the one container that an anonymous copy may be made from here."""
_STILL_TOLD = frozenset(("codec-settings", "frame-timing"))
"""What a faithful copy shows of its maker and an encoding for everybody does not."""


class Mp4:
    """Movies of the ISO base media and QuickTime families."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take MP4 and QuickTime."""
        return kind in (MediaKind.MP4, MediaKind.MOV)

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says."""
        return read_movie(source)

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy. Raises Damaged, TooLarge and Unsupported."""
        if profile is Profile.FAITHFUL:
            return clean_faithfully(source, sink, tick)
        return anonymous_copy(source, _CONTAINER, sink, tick)

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)


def anonymous_copy(
    source: BinaryIO, container: str, sink: Sink, tick: Tick, within: "Within | None" = None
) -> Cleaning:
    """Encode a video again, and write it through the writer of faithful copies.

    ``container`` is FFmpeg's name of what the source may be, ``within`` what the copy is held to
    besides. Raises as ``reencode_video.reencode`` does.
    """
    # Imported here: FFmpeg is heavy, and neither a faithful copy nor a reading needs it.
    from capture.decode import reencode_video

    encoded = reencode_video.reencode(source, container, tick, within or reencode_video.USUAL)
    written = clean_faithfully(encoded.stream, sink, silent)
    lost = ("broken-parts-left-out",) if encoded.broken else ()
    return Cleaning(
        kind=written.kind,
        lossless=False,
        steps=("encoded-again", *lost, *written.steps),
        leaves=tuple(code for code in written.leaves if code not in _STILL_TOLD),
    )
