"""The first good frame of a video, for its preview.

FFmpeg may open nothing but the bytes it is given: no protocol is allowed, and only
containers that cannot refer to other files (a "video" that is really a playlist or an SDP
file would otherwise make it open sockets).
"""

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import av
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from capture.decode.bounds import MAX_PIXELS, check_pixels, foreign_decoder
from capture.errors import Damaged, Unsupported
from capture.report import Picture

CONTAINERS = "mov,matroska,avi,ogg,mpegts"
"""FFmpeg's names of the containers that are opened: each holds its own samples."""
SOUNDS = "mp3,wav,amr"
"""Those of files that hold sound alone, beside the others."""

_MAX_PACKETS = 400
_MAX_FRAMES = 30
_FEWEST_SHADES = 24
"""A frame whose brightest and darkest pixel are closer is a fade or black: look further."""
_ATTACHED_PICTURE = 0x400
_THREADS = 2

_CONTAINER_OPTIONS = {"protocol_whitelist": "", "format_whitelist": CONTAINERS}
_CODEC_OPTIONS = {"max_pixels": str(MAX_PIXELS)}


def first_good(source: BinaryIO, max_side: int) -> Picture:
    """Decode until a frame shows something, at most 30 frames, and scale it down.

    Raises Damaged when no frame can be decoded, Unsupported when it has sound alone, TooLarge.
    """
    source.seek(0)
    with (
        foreign_decoder(),
        av.open(
            source, "r", container_options=_CONTAINER_OPTIONS, metadata_errors="replace"
        ) as container,
    ):
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
    streams = [s for s in container.streams.video if not s.disposition & _ATTACHED_PICTURE]
    if not streams:
        raise Unsupported("there is no picture in it to show", part="video")
    stream = streams[0]
    stream.codec_context.options = _CODEC_OPTIONS
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
    check_pixels(frame.width, frame.height)
    scale = min(1.0, max_side / max(frame.width, frame.height))
    small = frame.reformat(
        width=max(1, round(frame.width * scale)),
        height=max(1, round(frame.height * scale)),
        format="rgb24",
        interpolation="AREA",
    )
    pixels = small.to_ndarray().astype(np.uint8, copy=False)
    upright = np.ascontiguousarray(_turned(pixels, frame))
    height, width, _ = upright.shape
    shades = int(upright.max()) - int(upright.min())
    return Picture(width, height, upright.tobytes()), shades


def _turned(pixels: NDArray[np.uint8], frame: VideoFrame) -> NDArray[np.uint8]:
    """Apply the track's display matrix, of which players honour quarter turns."""
    return np.rot90(pixels, round(frame.rotation / 90) % 4)
