"""One track of an open container, decoded in order: what cannot be is passed over, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import av

from capture.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.stream import VideoStream

_MOST_ERRORS = 2_000


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
            try:
                decoded = packet.decode()
            except (av.error.InvalidDataError, av.error.PatchWelcomeError):
                self._count_error()
                continue
            yield from decoded

    def _count_error(self) -> None:
        self.errors += 1
        if self.errors > _MOST_ERRORS:
            raise Damaged("too much of it cannot be decoded")
