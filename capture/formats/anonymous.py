"""The anonymous copy of a still: decoded, upright, in sRGB, and encoded as everybody's is."""

from typing import TYPE_CHECKING, BinaryIO

from capture.blocks import jpeg_segments, png_chunks
from capture.formats import jpeg_write, png_write
from capture.formats.base import Cleaning, Profile
from capture.formats.still import NOISE, VISIBLE
from capture.kinds import MediaKind

if TYPE_CHECKING:  # the verifying child never loads a decoder
    from capture.decode.mosaic import Decoded

STEPS = ("decoded", "upright", "srgb", "encoded-again")
LEAVES = (VISIBLE, NOISE)


def still_pieces(
    bare: BinaryIO, decoder: str, orientation: int, icc: bytes | None, profile: Profile
) -> tuple[list[bytes], Cleaning]:
    """Return the copy in pieces: a JPEG, or a PNG where the picture lets light through.

    ``bare`` holds pixels and nothing beside them, for one of Pillow's decoders; ``icc`` is the
    profile of its colours. Raises Damaged and TooLarge.
    """
    from capture.decode import reencode  # heavy, and the verifying child never decodes

    return encoded_pieces(reencode.open_picture(bare, (decoder,)), orientation, icc, profile)


def encoded_pieces(
    decoded: "Decoded", orientation: int, icc: bytes | None, profile: Profile
) -> tuple[list[bytes], Cleaning]:
    """Do the same with a picture that another decoder gave. Raises Damaged."""
    from capture.decode import reencode  # likewise

    upright = reencode.upright_srgb(decoded, orientation, icc)
    if upright.mode == "RGBA":
        return png_pieces(reencode.png(upright, profile.max_side))
    return anonymous_pieces(reencode.jpeg(upright, profile.max_side))


def anonymous_pieces(encoded: bytes) -> tuple[list[bytes], Cleaning]:
    """Pass an encoder's JPEG through our own writer, so that nothing of the encoder's is left."""
    pieces, _ = jpeg_write.pieces(jpeg_segments.walk(encoded))
    cleaning = Cleaning(MediaKind.JPEG, lossless=False, steps=STEPS, leaves=LEAVES)
    return [bytes(piece) for piece in pieces], cleaning


def png_pieces(encoded: bytes) -> tuple[list[bytes], Cleaning]:
    """Pass an encoder's PNG through our own writer, so that nothing of the encoder's is left."""
    pieces, _ = png_write.pieces(png_chunks.walk(encoded))
    return pieces, Cleaning(MediaKind.PNG, lossless=False, steps=STEPS, leaves=LEAVES)
