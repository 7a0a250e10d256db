"""HEIF files that are a film or burst and hold no single picture: brand ``msf1`` or ``hevc``.

Source: ISO/IEC 23008-12, 7. Their pictures are the samples of a track, and what they say is what
a movie says. No copy of the film is made here; the anonymous one is its first picture.
"""

from typing import BinaryIO

from capture.blocks import boxes
from capture.blocks.boxes import Budget
from capture.errors import Unsupported
from capture.formats.anonymous import anonymous_pieces
from capture.formats.base import Cleaning, Profile, Sink, first_alone
from capture.progress import Tick

MAX_SIDE = 8192
"""Longest side in pixels of the picture that is made; films have none that is larger."""


def is_sequence(source: BinaryIO) -> bool:
    """Say whether a file has tracks and not one picture by itself. Raises TooLarge."""
    top = boxes.scan(source, 0, boxes.size_of(source), Budget()).boxes
    return boxes.first(top, b"meta") is None and boxes.first(top, b"moov") is not None


def beside_film(source: BinaryIO, cleaning: Cleaning) -> Cleaning:
    """Say of a copy that it is one picture, where its source has a film beside that picture."""
    top = boxes.scan(source, 0, boxes.size_of(source), Budget()).boxes
    return cleaning if boxes.first(top, b"moov") is None else first_alone(cleaning)


def copy_first(source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
    """Write the first picture that shows something as the one JPEG.

    Raises Damaged, TooLarge, and Unsupported for the faithful profile.
    """
    if profile is Profile.FAITHFUL:
        raise Unsupported("there is no still picture in it", part="sequence")
    from capture.decode import frame, upright  # heavy, and the verifying child never decodes

    total = boxes.size_of(source)
    picture = frame.first_good(source, min(profile.max_side or MAX_SIDE, MAX_SIDE))
    pieces, cleaning = anonymous_pieces(upright.encoded(upright.samples_of(picture)))
    for piece in pieces:
        sink.write(piece)
        tick(total, total)
    return first_alone(cleaning)
