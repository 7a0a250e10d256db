"""TIFF: the pages of scans, prints and exports.

A faithful copy has the samples of all pages to the bit, and the fields that decoding needs
written afresh. An anonymous copy is decoded and encoded again as everybody's is: one page as any
other still, several as a TIFF of all of them.
A camera's raw file that only a look into all its directories tells from a TIFF is developed, as
``raw`` does it.
"""

import io
from typing import BinaryIO

from typing_extensions import override

from capture.blocks import tiff
from capture.errors import Unsupported
from capture.formats import tiff_read, tiff_write
from capture.formats.anonymous import LEAVES, STEPS, still_pieces
from capture.formats.base import Cleaning, Profile
from capture.formats.raw import developed_pieces
from capture.formats.still import Made, Still
from capture.kinds import MediaKind
from capture.report import MetadataReport
from capture.verify import tiff as second_reading


class Tiff(Still):
    """The TIFF format, behind the one interface."""

    kind = MediaKind.TIFF

    @override
    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)

    @override
    def _report(self, untrusted: bytes) -> MetadataReport:
        return tiff_read.report(untrusted)

    @override
    def _made(self, untrusted: bytes, profile: Profile) -> Made:
        if profile is Profile.FAITHFUL:
            return tiff_write.pieces(untrusted)
        return _anonymous(untrusted, profile)


def _anonymous(untrusted: bytes, profile: Profile) -> tuple[list[bytes], Cleaning]:
    if tiff_write.is_raw(untrusted):
        return developed_pieces(io.BytesIO(untrusted), profile)
    pages = tiff_write.pages(untrusted)
    # Pillow turns a TIFF upright by itself.
    bare = io.BytesIO(_of_plain_size(untrusted))
    if len(pages) == 1:
        return still_pieces(bare, "TIFF", 1, pages[tiff_write.FIRST].profile, profile)
    from capture.decode import reencode  # heavy, and the verifying child never decodes

    profiles = {tiff_write.number_of(name): page.profile for name, page in pages.items()}
    pieces = tiff_write.joined(reencode.pages(bare, profiles, profile.max_side))
    leaves = (*LEAVES, tiff_write.PAGES)
    return pieces, Cleaning(MediaKind.TIFF, lossless=False, steps=STEPS, leaves=leaves)


def _of_plain_size(untrusted: bytes) -> bytes:
    """Write a BigTIFF as a TIFF where that can be done: Pillow reads one byte order alone."""
    start = tiff.header(memoryview(untrusted))
    if start is None or start.shape is tiff.CLASSIC:
        return untrusted
    try:
        return b"".join(tiff_write.pieces(untrusted)[0])
    except Unsupported:
        return untrusted
