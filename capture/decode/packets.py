"""One track of an open container, decoded in order: what cannot be is passed over, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import av

from capture.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.stream import VideoStream

_MOST_ERRORS = 2_000


def frames_of(packet: Packet[Any]) -> list[Any] | None:
    """Return what a packet is decoded to; None where a decoder gave it up.

    Decoders say so in more ways than that the data is bad (AAC's by "not permitted"). Running out
    of memory says something of this computer, and passes.
    """
    try:
        return list(packet.decode())
    except MemoryError:
        raise
    except av.error.FFmpegError:
        return None


class Packets:
    """Gives the frames of one track; ``errors`` are the pieces that could not be decoded so far."""

    def __init__(self, container: InputContainer, stream: VideoStream | AudioStream) -> None:
        self._container = container
        self._stream = stream
        self.errors = 0

    def frames(self) -> Iterator[Any]:
        """Decode to where the container ends or breaks off. Raises Damaged for too many errors."""
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets)
            except StopIteration:
                return
            except av.error.InvalidDataError:
                self._count_error()
                return
            decoded = frames_of(packet)
            if decoded is None:
                self._count_error()
            else:
                yield from decoded

    def _count_error(self) -> None:
        self.errors += 1
        if self.errors > _MOST_ERRORS:
            raise Damaged("too much of it cannot be decoded")
