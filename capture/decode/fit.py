"""A copy made to fit where it is posted: no larger, no longer, and of a kind that is taken there.

What fits already is left as it is. A photo that does not becomes the one JPEG of
the anonymous profile, scaled down until it fits; a video is encoded again by the
anonymous profile's own way, within a bit rate that its length leaves room for.
Nothing is cut off: what is too long is refused. Runs in the confined child.
"""

import io
from typing import BinaryIO

import av
from av.container import InputContainer
from PIL import Image

from capture.decode import decoders, reencode, upright
from capture.decode.bounds import check_pixels, foreign_decoder
from capture.decode.containers import opened
from capture.decode.reencode_sound import SOUND_BITRATE
from capture.decode.reencode_video import Within
from capture.errors import TooLarge, Unsupported
from capture.kinds import MediaKind
from capture.platforms import Bounds

_SMALLER = 0.8
_SMALLEST = 320
"""Pixels of the longer side below which a photo is not made smaller, but refused."""
_LADDER = ((2_500_000, 1920), (1_000_000, 1280), (500_000, 854), (250_000, 640), (120_000, 426))
"""Bits a second that a picture of so many pixels (of its longer side) needs, at least."""
_RESERVE = 0.96
"""What the pictures and the sound may take of the bytes; the rest is the container's."""
_BUFFER = 2
"""Seconds that an encoder may run ahead of its rate, so that the whole still fits."""


def photo_fits(source: BinaryIO, kind: MediaKind, size: int, bounds: Bounds) -> bool:
    """Say whether a photo may be posted as it is. Raises Damaged."""
    if kind not in bounds.kinds or size > bounds.size:
        return False
    with _opened(source, kind) as image:
        return max(image.size) <= bounds.side


def pictures_in(source: BinaryIO, kind: MediaKind) -> int:
    """Return how many pictures a still's file holds one after the other, as far as is known."""
    if kind not in decoders.PILLOW:
        return 1
    with _opened(source, kind) as image:
        return int(getattr(image, "n_frames", 1))


def photo(source: BinaryIO, kind: MediaKind, bounds: Bounds) -> bytes:
    """Return the one JPEG of a photo, as large as fits. Raises TooLarge, and as ``pixels`` does."""
    image = Image.fromarray(upright.pixels(source, kind))
    side = float(min(bounds.side, max(image.size)))
    least = min(_SMALLEST, side)
    while side >= least:
        encoded = reencode.jpeg(image, int(side))
        if len(encoded) <= bounds.size:
            return encoded
        side *= _SMALLER
    raise TooLarge("not even a small picture fits", reason="post-size", bytes=bounds.size)


def video_plan(source: BinaryIO, kind: MediaKind, size: int, bounds: Bounds) -> Within | None:
    """Return how a video is to be encoded, None where it may be posted as it is.

    Raises TooLarge where it is too long: for the platform, or for the bytes that fit there.
    Unsupported for what has no picture. One that does not say how long it is gets the bit rate of
    the longest.
    """
    with opened(source) as incoming:
        seconds = _seconds(incoming)
        pictures = incoming.streams.video[:1]
        sounds = incoming.streams.audio[:1]
        common = all(one.codec_context.name == "h264" for one in pictures) and all(
            one.codec_context.name.startswith("aac") for one in sounds
        )
        if not pictures:
            raise Unsupported("sound alone", reason="post-sound")
        side = max(pictures[0].width, pictures[0].height)
        rate = float(pictures[0].average_rate or 0)
    source.seek(0)
    if seconds > bounds.seconds:
        raise TooLarge("too long for it", reason="post-length", seconds=bounds.seconds)
    small = size <= bounds.size and side <= bounds.side and rate <= bounds.rate + 1
    if seconds and small and common and kind in bounds.kinds:
        return None
    return _plan(seconds or bounds.seconds, bool(sounds), bounds)


def _seconds(incoming: InputContainer) -> float:
    """Return how long a video says that it is; 0 where it does not."""
    tracks = (one for one in incoming.streams if one.duration and one.time_base)
    said = max((float(one.duration * one.time_base) for one in tracks), default=0.0)  # type: ignore[operator]  # looked at above
    return max(said, float(incoming.duration or 0) / av.time_base)


def _plan(seconds: float, sound: bool, bounds: Bounds) -> Within:  # noqa: FBT001 # one call
    bits = int(bounds.size * 8 * _RESERVE / (seconds + _BUFFER)) - SOUND_BITRATE * sound
    for least, side in _LADDER:
        if bits >= least:
            return Within(min(side, bounds.side), bounds.rate, bits)
    raise TooLarge("too long for its bytes", reason="post-length", seconds=_longest(sound, bounds))


def _longest(sound: bool, bounds: Bounds) -> int:  # noqa: FBT001 # likewise
    least = _LADDER[-1][0] + SOUND_BITRATE * sound
    return min(bounds.seconds, int(bounds.size * 8 * _RESERVE / least) - _BUFFER)


def _opened(source: BinaryIO, kind: MediaKind) -> Image.Image:
    source.seek(0)
    with foreign_decoder():
        image = Image.open(io.BytesIO(source.read()), formats=decoders.PILLOW[kind])
        check_pixels(*image.size)
    source.seek(0)
    return image
