"""PNG and APNG.

A faithful copy has the same pixels to the bit, in chunks written afresh: only what decoding
needs, colour and orientation in neutral form, nothing after the end. An anonymous copy is
the first picture, decoded and encoded again as everybody's is.
"""

import io
from typing import BinaryIO

from capture.blocks import exif
from capture.blocks.png_chunks import PALETTE, Structure, header_of, walk
from capture.errors import Damaged
from capture.formats import png_read, png_write
from capture.formats.anonymous import png_pieces
from capture.formats.base import Cleaning, Profile, Sink, first_alone
from capture.formats.still import read_whole, write_pieces
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import png as second_reading


class Png:
    """The PNG format, behind the one interface."""

    def accepts(self, kind: MediaKind) -> bool:
        """Take PNG."""
        return kind is MediaKind.PNG

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says; see ``png_read``."""
        return png_read.report(read_whole(source))

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy; it raises, if at all, before the first byte is written."""
        untrusted = read_whole(source)
        faithful = profile is Profile.FAITHFUL
        pieces, cleaning = _faithful(untrusted) if faithful else _anonymous(untrusted, profile)
        done = 0
        for piece in pieces:
            done = write_pieces(piece, sink, tick, done, len(untrusted))
        return cleaning

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)


def _faithful(untrusted: bytes) -> tuple[list[bytes], Cleaning]:
    structure = walk(untrusted)
    palette = None
    if header_of(structure).colour == PALETTE and not _is_animated(structure):
        palette = _used_palette(structure)
    return png_write.pieces(structure, palette)


def _is_animated(structure: Structure) -> bool:
    return any(chunk.type == b"acTL" for chunk in structure.chunks)


def _used_palette(structure: Structure) -> bytes | None:
    """Return the palette with every entry black that no pixel uses: those could hold anything."""
    from capture.decode import reencode  # heavy, and the verifying child never decodes

    pieces, _ = png_write.pieces(structure)
    decoded = reencode.open_picture(io.BytesIO(b"".join(pieces)), ("PNG",))
    entries = next((bytes(c.data) for c in structure.chunks if c.type == b"PLTE"), b"")
    used = reencode.used_colours(decoded)
    if used is None:
        return None
    triples = (entries[at : at + 3] for at in range(0, len(entries), 3))
    return b"".join(rgb if i in used else bytes(3) for i, rgb in enumerate(triples))


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
