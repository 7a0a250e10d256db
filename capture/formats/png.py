"""PNG and APNG.

A faithful copy has the same pixels to the bit, in chunks written afresh: only what decoding
needs, colour and orientation in neutral form, nothing after the end. An anonymous copy is
the first picture, decoded and encoded again as everybody's is.
"""

import io
from typing import BinaryIO

from typing_extensions import override

from capture.blocks import exif
from capture.blocks.png_chunks import PALETTE, Structure, header_of, walk
from capture.errors import Damaged
from capture.formats import png_read, png_write
from capture.formats.anonymous import png_pieces
from capture.formats.base import Cleaning, Profile, first_alone
from capture.formats.still import Made, Still
from capture.kinds import MediaKind
from capture.report import MetadataReport
from capture.verify import png as second_reading


class Png(Still):
    """The PNG format, behind the one interface."""

    kind = MediaKind.PNG

    @override
    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)

    @override
    def _report(self, untrusted: bytes) -> MetadataReport:
        return png_read.report(untrusted)

    @override
    def _made(self, untrusted: bytes, profile: Profile) -> Made:
        if profile is Profile.FAITHFUL:
            return _faithful(untrusted)
        return _anonymous(untrusted, profile)


def _faithful(untrusted: bytes) -> tuple[list[bytes], Cleaning]:
    structure = walk(untrusted)
    has_palette = header_of(structure).colour == PALETTE
    return png_write.pieces(structure, _used_colours(structure) if has_palette else None)


def _is_animated(structure: Structure) -> bool:
    return any(chunk.type == b"acTL" for chunk in structure.chunks)


def _used_colours(structure: Structure) -> frozenset[int]:
    """Return which entries of the palette any picture uses: the others could hold anything."""
    from capture.decode import reencode  # heavy, and the verifying child never decodes

    used: frozenset[int] = frozenset()
    for still in png_write.stills(structure):
        found = reencode.used_colours(reencode.open_picture(io.BytesIO(still), ("PNG",)))
        if found is None:
            raise Damaged("a picture without its palette")
        used |= found
    return used


def _anonymous(untrusted: bytes, profile: Profile) -> tuple[list[bytes], Cleaning]:
    from capture.decode import reencode  # heavy, and the verifying child never decodes

    structure = walk(untrusted)
    header_of(structure)
    if structure.end is None:
        raise Damaged(structure.problem)
    chunks = {chunk.type: chunk for chunk in reversed(structure.chunks)}
    shown = chunks.get(b"eXIf")
    orientation = exif.read_looks(bytes(shown.data))[0] if shown else exif.UPRIGHT
    decoded = reencode.open_picture(io.BytesIO(b"".join(png_write.bare(structure))), ("PNG",))
    upright = reencode.upright_srgb(decoded, orientation, png_write.profile_of(chunks))
    pieces, cleaning = png_pieces(reencode.png(upright, profile.max_side))
    return pieces, first_alone(cleaning) if _is_animated(structure) else cleaning
