"""A video or a sound file, open to be decoded: within bounds, and nothing but its own bytes.

No protocol is allowed to FFmpeg, and only containers that cannot refer to other files: a "video"
that is really a playlist or an SDP file would otherwise make it open sockets.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import av

from capture.decode.bounds import MAX_PIXELS, foreign_decoder
from capture.errors import Unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer
    from av.video.stream import VideoStream

VIDEOS = "mov,matroska,avi,ogg,mpegts"
"""FFmpeg's names of the containers that are opened: each holds its own samples."""
VIDEOS_AND_SOUNDS = f"{VIDEOS},mp3,wav,amr"
"""Those, and the ones of files that hold sound alone."""

CODEC_OPTIONS = {"max_pixels": str(MAX_PIXELS)}
_PICTURE_DECODERS = frozenset(
    [
        "h264",
        "hevc",
        "av1",
        "libdav1d",
        "vp8",
        "libvpx",
        "vp9",
        "libvpx-vp9",
        "mpeg4",
        "h263",
        "mjpeg",
        "mpeg2video",
        "mpeg1video",
        "prores",
        "dvvideo",
        "rawvideo",
        "png",
        "msmpeg4v3",
        "svq3",
        "svq1",
        "cinepak",
        "rpza",
        "qtrle",
    ]
)
_ATTACHED_PICTURE = 0x400


@contextmanager
def opened(source: BinaryIO, containers: str = VIDEOS) -> Iterator[InputContainer]:
    """Open a file from its beginning; ``containers`` are FFmpeg's names of what it may be.

    Whatever a decoder raises while it is open becomes Damaged.
    """
    source.seek(0)
    options = {"protocol_whitelist": "", "format_whitelist": containers}
    with (
        foreign_decoder(),
        av.open(source, "r", container_options=options, metadata_errors="replace") as container,
    ):
        yield container


def pictures(container: InputContainer) -> list[VideoStream]:
    """Return the tracks of a container that move, and are no cover of a song."""
    return [one for one in container.streams.video if not one.disposition & _ATTACHED_PICTURE]


def bounded(stream: VideoStream) -> VideoStream:
    """Return a picture track, ready to be decoded. Raises Unsupported for an unknown decoder."""
    if stream.codec_context.name not in _PICTURE_DECODERS:
        raise Unsupported("this video codec cannot be decoded here", codec="video")
    stream.codec_context.options = CODEC_OPTIONS
    return stream
