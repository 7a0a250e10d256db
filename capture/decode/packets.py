"""Packets of an open container, decoded: what cannot be is passed over, and counted."""

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


class Tolerant:
    """Passes over what cannot be decoded, to a limit; ``errors`` are such pieces so far."""

    def __init__(self) -> None:
        self.errors = 0

    def frames_of(self, packet: Packet[Any]) -> list[Any]:
        """Return what a packet is decoded to. Raises Damaged for too many errors."""
        decoded = frames_of(packet)
        if decoded is None:
            self.count_error()
        return decoded or []

    def count_error(self) -> None:
        """Count a piece that could not be decoded. Raises Damaged for too many."""
        self.errors += 1
        if self.errors > _MOST_ERRORS:
            raise Damaged("too much of it cannot be decoded")


class Packets(Tolerant):
    """Gives the frames of one track."""

    def __init__(self, container: InputContainer, stream: VideoStream | AudioStream) -> None:
        super().__init__()
        self._container = container
        self._stream = stream

    def frames(self) -> Iterator[Any]:
        """Decode to where the container ends or breaks off. Raises Damaged for too many errors."""
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets)
            except StopIteration:
                return
            except av.error.InvalidDataError:
                self.count_error()
                return
            yield from self.frames_of(packet)
