"""The first good frame of a video, for its preview."""

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import av
from av.video.frame import VideoFrame

from capture.decode.containers import CODEC_OPTIONS, opened, pictures
from capture.decode.film_frame import shrunk
from capture.errors import Damaged, Unsupported
from capture.report import Picture

_MAX_PACKETS = 400
_MAX_FRAMES = 30
_FEWEST_SHADES = 24
"""A frame whose brightest and darkest pixel are closer is a fade or black: look further."""
_THREADS = 2


def first_good(source: BinaryIO, max_side: int) -> Picture:
    """Decode until a frame shows something, at most 30 frames, and scale it down.

    Raises Damaged when no frame can be decoded, Unsupported when it has sound alone, TooLarge.
    """
    with opened(source) as container:
        best: Picture | None = None
        for frame in islice(_frames(container), _MAX_FRAMES):
            picture, shades = _shown(frame, max_side)
            if best is None or shades >= _FEWEST_SHADES:
                best = picture
            if shades >= _FEWEST_SHADES:
                break
        if best is None:
            raise Damaged("no frame of it can be decoded")
        return best


def _frames(container: av.container.InputContainer) -> Iterator[VideoFrame]:
    """Decode the first real video track, passing over what is broken."""
    streams = pictures(container)
    if not streams:
        raise Unsupported("there is no picture in it to show", part="video")
    stream = streams[0]
    stream.codec_context.options = CODEC_OPTIONS
    stream.codec_context.thread_count = _THREADS
    for packet in islice(container.demux(stream), _MAX_PACKETS):
        try:
            decoded = packet.decode()
        except av.error.InvalidDataError:
            continue
        for frame in decoded:
            if not frame.is_corrupt:
                yield frame


def _shown(frame: VideoFrame, max_side: int) -> tuple[Picture, int]:
    """Scale a frame down and turn it upright; also say how many shades it spans."""
    upright = shrunk(frame, max_side, "rgb24", "AREA")
    height, width, _ = upright.shape
    shades = int(upright.max()) - int(upright.min())
    return Picture(width, height, upright.tobytes()), shades
