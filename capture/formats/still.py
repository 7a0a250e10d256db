"""What the formats of still pictures share: the four methods, orientation, colour, honesty."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final, cast

import piexif

from capture.blocks import icc, xmp
from capture.blocks.exif import UPRIGHT
from capture.errors import Damaged, TooLarge, Unsupported
from capture.formats.base import Cleaning, Profile, Sink
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import Facts, MetadataReport, Trace

MAX_FILE = 512 << 20
"""Longest still that is read, in bytes: it is held in memory whole."""

VISIBLE, NOISE, OWN_PROFILE = "visible-content", "sensor-noise", "colour-profile"
"""Codes of what a copy still shows, for ``Cleaning.leaves``."""

_PIECE = 1 << 20
_SIDEWAYS: Final = range(5, 9)

Made = tuple[Sequence[bytes | memoryview], Cleaning]
"""A cleaned copy in its pieces, and what was done."""


class Still(ABC):
    """A format of still pictures that is held in memory whole, behind the one interface."""

    kind: MediaKind

    def accepts(self, kind: MediaKind) -> bool:
        """Take this one kind."""
        return kind is self.kind

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says. Raises Damaged and TooLarge."""
        return self._report(read_whole(source))

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy; it raises, if at all, before the first byte is written."""
        untrusted = read_whole(source)
        pieces, cleaning = self._made(untrusted, profile)
        done = 0
        for piece in pieces:
            done = write_pieces(piece, sink, tick, done, len(untrusted))
        return cleaning

    @abstractmethod
    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""

    @abstractmethod
    def _report(self, untrusted: bytes) -> MetadataReport:
        """Return everything that a file says."""

    @abstractmethod
    def _made(self, untrusted: bytes, profile: Profile) -> Made:
        """Return a cleaned copy of a file. Raises Damaged, TooLarge and Unsupported."""


def read_whole(source: BinaryIO) -> bytes:
    """Return all of a still. Raises TooLarge."""
    source.seek(0)
    data = source.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise TooLarge("a still of this size is not read", part="bytes", bytes=MAX_FILE)
    return data


def write_pieces(data: bytes | memoryview, sink: Sink, tick: Tick, done: int, total: int) -> int:
    """Write in pieces of a megabyte, counting on from ``done``; return the new count."""
    view = memoryview(data)
    for at in range(0, len(view), _PIECE):
        piece = view[at : at + _PIECE]
        sink.write(cast("bytes", piece))  # a sink takes what it needs; a copy costs as much again
        done += len(piece)
        tick(min(done, total), total)
    return done


def neutral_exif(orientation: int) -> bytes:
    """Return the Exif block that says which way is up and nothing else, or nothing if upright.

    It begins with a JPEG's "Exif" header of six bytes.
    """
    if orientation == UPRIGHT:
        return b""
    block: bytes = piexif.dump({"0th": {piexif.ImageIFD.Orientation: orientation}})
    return block


def neutral_colours(profile: bytes | None, space: bytes) -> icc.Neutral | None:
    """Return the profile to write in place of ``profile`` for pixels of ``space``.

    None where there is none, and where viewers ignore it (broken, or for other pixels).
    Raises Unsupported for one that has no neutral form.
    """
    if not profile or (len(profile) >= icc.HEADER_SIZE and profile[16:20] != space):
        return None
    try:
        return icc.neutral(profile)
    except Damaged:
        return None
    except Unsupported as error:
        raise Unsupported("colours by tables of a device", part="colour-profile") from error


def facts_with(
    traces: Iterable[Trace], facts: Facts, width: int, height: int, orientation: int
) -> Facts:
    """Return Exif's facts, XMP's where Exif has none, and the picture's size as it is seen."""
    if orientation in _SIDEWAYS:
        width, height = height, width
    told = xmp.facts_of(traces)
    placed = facts if facts.latitude else told
    return Facts(
        latitude=placed.latitude,
        longitude=placed.longitude,
        taken_at=facts.taken_at or told.taken_at,
        device=facts.device or told.device,
        width=width,
        height=height,
    )
