"""JPEG XL: read with its boxes, cleaned to the bare codestream of one picture.

A faithful copy is the codestream alone, headers and coded sections to the bit, where the
headers can be followed to the end of the one frame and name nothing but what showing it needs.
An anonymous copy is decoded and encoded again as everybody's is.
"""

import io
from typing import BinaryIO

from typing_extensions import override

from capture.blocks import jxl_codestream
from capture.blocks.jxl_boxes import open_container
from capture.blocks.jxl_codestream import ALPHA, REGULAR, Codestream
from capture.errors import Damaged, TooLarge, Unsupported
from capture.formats import jxl_read
from capture.formats.anonymous import encoded_pieces
from capture.formats.base import Cleaning, Profile, first_alone
from capture.formats.still import NOISE, OWN_PROFILE, VISIBLE, Made, Still
from capture.kinds import MediaKind
from capture.report import MetadataReport
from capture.verify import jxl as second_reading
from capture.verify.words import holds_text

MAX_PIXELS = 200_000_000
CODEC = "codec-settings"
_FLAGS = 1 | 16 | 128
"""Noise, splines and DC smoothing: what is drawn from the frame alone."""


class Jxl(Still):
    """The JPEG XL format, behind the one interface."""

    kind = MediaKind.JXL

    @override
    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)

    @override
    def _report(self, untrusted: bytes) -> MetadataReport:
        return jxl_read.report(untrusted)

    @override
    def _made(self, untrusted: bytes, profile: Profile) -> Made:
        codestream = _codestream(untrusted)
        if profile is Profile.FAITHFUL:
            return _bare(codestream)
        return _anonymous(codestream, profile)


def _codestream(untrusted: bytes) -> bytes:
    container = open_container(untrusted)
    if container.problem:
        raise Damaged(container.problem)
    return container.codestream


def _bare(codestream: bytes) -> tuple[list[bytes], Cleaning]:
    read = jxl_codestream.read(codestream)
    end = _check(read)
    steps = ["codestream-kept"]
    leaves = [VISIBLE, NOISE, CODEC]
    if read.image.orientation != 1:
        steps.append("orientation-kept")
    if read.image.colours.custom:
        leaves.append(OWN_PROFILE)
    if read.image.extra:
        leaves.append("transparent-pixels")
    if holds_text(codestream, 0, end):
        raise Unsupported("there is text in the coded data", part="coding")
    cleaning = Cleaning(MediaKind.JXL, lossless=True, steps=tuple(steps), leaves=tuple(leaves))
    return [codestream[:end]], cleaning


def _check(read: Codestream) -> int:
    """Return where the one frame ends. Raises Unsupported, and TooLarge for its pixels."""
    image = read.image
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels", width=width, height=height)
    if read.end is None:
        raise Unsupported(read.problem, part="coding")
    if image.is_animated or len(read.frames) != 1 or read.frames[0].kind != REGULAR:
        raise Unsupported("more than one frame", part="frames")
    frame = read.frames[0]
    if image.texts or frame.name or image.odd or frame.odd or frame.flags & ~_FLAGS:
        raise Unsupported("more in its headers than one picture needs", part="coding")
    if image.extra not in ([], [ALPHA]):
        raise Unsupported("channels that are not shown", part="coding")
    return read.end


def _anonymous(codestream: bytes, profile: Profile) -> tuple[list[bytes], Cleaning]:
    from capture.decode import jxl  # heavy, and the verifying child never decodes

    decoded = jxl.picture(io.BytesIO(codestream))
    pieces, cleaning = encoded_pieces(decoded, 1, decoded.info.get("icc_profile"), profile)
    if not jxl_codestream.read(codestream).image.is_animated:
        return pieces, cleaning
    # libjxl's plugin gives the picture at which an animation ends.
    return pieces, first_alone(cleaning, last=True)
