"""What a JPEG XL codestream says before its pixels, and where its frames end.

Source: ISO/IEC 18181-1:2024. The pixels themselves are entropy-coded and never looked at. What
this reading does not follow (a permuted table of contents, an ICC profile, which is
entropy-coded) ends it with its reason; everything up to there has been read.
"""

from dataclasses import dataclass

from capture.blocks.jxl_bits import Bits
from capture.blocks.jxl_frame import REGULAR, Frame, NotFollowed, read_contents, read_frame
from capture.blocks.jxl_image import ALPHA, Image, read_image
from capture.errors import Damaged, TooLarge

__all__ = ("ALPHA", "MAX_FRAMES", "REGULAR", "START", "Codestream", "read")

START = b"\xff\x0a"
MAX_FRAMES = 10_000


@dataclass(frozen=True, slots=True)
class Codestream:
    """What was read: the frames that could be followed, and the offset after the last one.

    ``end`` is None where the headers go on in a way that is not followed: ``problem`` says which.
    """

    image: Image
    frames: tuple[Frame, ...]
    end: int | None
    problem: str


def read(untrusted: bytes) -> Codestream:
    """Read the headers of the image and of all frames. Raises Damaged and TooLarge."""
    if not untrusted.startswith(START):
        raise Damaged("no codestream")
    bits = Bits(untrusted)
    bits.u(16)
    image = read_image(bits)
    frames: list[Frame] = []
    try:
        _check_followed(image)
        end = bits.to_byte()
        while not frames or not frames[-1].is_last:
            end = _next_frame(untrusted, end, image, frames)
    except NotFollowed as stopped:
        return Codestream(image, tuple(frames), None, str(stopped))
    return Codestream(image, tuple(frames), end, "")


def _check_followed(image: Image) -> None:
    if image.colours.is_icc:
        raise NotFollowed("a colour profile in the codestream")
    if image.preview is not None:
        raise NotFollowed("a preview in the codestream")


def _next_frame(untrusted: bytes, at: int, image: Image, frames: list[Frame]) -> int:
    """Read the frame at ``at``, add it, and return where it ends."""
    if len(frames) >= MAX_FRAMES:
        raise TooLarge("too many frames", part="frames")
    bits = Bits(untrusted, 8 * at)
    frame = read_frame(bits, image)
    end = read_contents(bits, image, frame)
    if end > len(untrusted):
        raise Damaged("the picture ends inside its pixels")
    frames.append(frame)
    return end
