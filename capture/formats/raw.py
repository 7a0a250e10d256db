"""Cameras' raw files: DNG, CR2, CR3, NEF, ARW, ORF, RW2, RAF, and those LibRaw knows besides.

A raw file is read like the TIFF (or the boxes) that it is. No faithful copy is made: its
sensor data are laid out as one camera model lays them out, among notes that no one outside of
the maker can read in full. The anonymous copy is a JPEG of the developed picture.
"""

import io
from dataclasses import replace
from typing import BinaryIO

from capture.errors import Unsupported
from capture.formats import raw_cr3, raw_read
from capture.formats.anonymous import anonymous_pieces
from capture.formats.base import Cleaning, Profile, Sink
from capture.formats.still import read_whole, write_pieces
from capture.kinds import HEAD, MediaKind, sniff
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import jpeg as second_reading

STEPS = ("raw-developed", "upright", "srgb", "encoded-again")
DEVELOPED = "raw-developed"
"""What a copy still shows: it is not the picture that the camera showed."""


class Raw:
    """The raw formats, behind the one interface."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take the raw files of cameras."""
        return kind.is_raw

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says. Raises Damaged and TooLarge."""
        kind = _kind_of(source)
        if kind is MediaKind.CR3:
            return raw_cr3.report(source)
        return raw_read.report(read_whole(source), kind)

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write the developed picture as the one JPEG.

        Raises Damaged, TooLarge, and Unsupported for the faithful profile and for a camera that
        LibRaw does not know.
        """
        if profile is Profile.FAITHFUL:
            raise Unsupported(
                "a camera's raw picture can only be developed", part="raw", reason="raw"
            )
        pieces, cleaning = developed_pieces(source, profile)
        total = source.seek(0, io.SEEK_END)
        done = 0
        for piece in pieces:
            done = write_pieces(piece, sink, tick, done, total)
        return cleaning

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, which is a JPEG and nothing else. Raises Unverified."""
        second_reading.walk(output)


def developed_pieces(source: BinaryIO, profile: Profile) -> tuple[list[bytes], Cleaning]:
    """Develop a raw file into the pieces of the one JPEG. Raises as ``Raw.clean`` does."""
    from capture.decode import raw, reencode  # heavy, and the verifying child never decodes

    check_whole(source)
    upright = raw.developed(source)
    pieces, cleaning = anonymous_pieces(reencode.jpeg(upright, profile.max_side))
    leaves = (*cleaning.leaves, DEVELOPED)
    return pieces, replace(cleaning, steps=STEPS, leaves=leaves)


def check_whole(source: BinaryIO) -> None:
    """Raise Damaged for a file that ends before its pixels do: LibRaw would show a part of them."""
    kind = _kind_of(source)
    if kind is MediaKind.CR3:
        raw_cr3.check_whole(source)
    else:
        raw_read.check_whole(read_whole(source), kind)


def _kind_of(source: BinaryIO) -> MediaKind:
    source.seek(0)
    return sniff(source.read(HEAD)) or MediaKind.RAW
