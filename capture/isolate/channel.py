"""The child's end of the wire: its pipes, the bytes of its source, and where its result goes."""

import contextlib
import io
import os
import threading
import time
from collections.abc import Iterator
from typing import BinaryIO, cast

import numpy as np
from typing_extensions import override

from capture.isolate import wire
from capture.isolate.limits.promises import Held
from capture.isolate.wire import BrokenWire, Kind
from capture.seeking import InPieces

_BEAT_SECONDS = 0.5
_BUFFER = 256 << 10
_WHOLE = 16 << 20
"""Bytes of a source that are fetched at once."""
_WORTH_NAMING = 1 << 16
"""Fewest bytes of the source that are named in the result, and not put there again."""
_TICK_SECONDS = 0.05
"""Time between two words on how far a call is: a tick costs the parent more than a small photo."""


class Channel:
    """The child's end of the pipes, and of the windows where there are any."""

    def __init__(
        self,
        incoming: BinaryIO,
        outgoing: BinaryIO,
        source: memoryview | None = None,
        result: memoryview | None = None,
        *,
        held: frozenset[Held] = frozenset(),
    ) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._shown = source
        self.whole = b""
        """The source, where all of it stands in its window."""
        self.result = result
        self.held = held
        self._untaken = 0
        self._ticked = 0.0
        self._sending = threading.Lock()
        self._idle = threading.Event()
        self._working = threading.Event()

    def beat(self) -> None:
        """Say now and then that this process lives, so that a person can cancel a long decode.

        Where nobody is there to hear it, there is nobody to work for: the process ends.
        """
        while self._working.wait():
            if not self._idle.wait(_BEAT_SECONDS):
                try:
                    self.send(Kind.BEAT)
                except BrokenWire:
                    os._exit(1)

    def send(self, kind: Kind, payload: bytes | memoryview = b"") -> None:
        """Send one frame, whole, from whichever thread."""
        with self._sending:
            wire.send(self._outgoing, kind, payload)

    def fetch(self, offset: int, length: int) -> bytes | memoryview:
        """Ask for bytes of the source; fewer come at its end. They stand until the next fetch."""
        self.send(Kind.READ, wire.READ_REQUEST.pack(offset, length))
        kind, data = self.receive()
        while kind is Kind.TAKEN:
            self._untaken -= 1
            kind, data = self.receive()
        if kind is Kind.SHOWN and self._shown is not None:
            return self._shown[: wire.SHOWN.unpack(data)[0]]
        if kind is not Kind.DATA or len(data) > length:
            raise BrokenWire
        return data

    def same(self, at: int, count: int) -> None:
        """Say that these bytes of the source, which stands in its window, come next."""
        self.send(Kind.SAME, wire.PUT.pack(at, count))

    def put(self, at: int, count: int) -> None:
        """Say that bytes of the result stand in their window."""
        self.send(Kind.PUT, wire.PUT.pack(at, count))
        self._untaken += 1

    def wait_until_taken(self, most_left: int) -> None:
        """Wait until no more than so many pieces of the result stand in their window."""
        while self._untaken > most_left:
            kind, _ = self.receive()
            if kind is not Kind.TAKEN:
                raise BrokenWire
            self._untaken -= 1

    def part(self, payload: bytes | memoryview) -> bytes:
        """Hand over a piece of a conversation, and return what is wished next; mostly nothing."""
        self.send(Kind.PART, payload)
        kind, wish = self.receive()
        if kind is not Kind.WISH:
            raise BrokenWire
        return wish

    def receive(self) -> tuple[Kind, bytes]:
        """Wait for the parent's next frame."""
        return wire.receive(self._incoming)

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Beat while a call is done, and let its first tick pass at once."""
        self._ticked = 0.0
        self._idle.clear()
        self._working.set()
        try:
            yield
        finally:
            self._working.clear()
            self._idle.set()

    def source(self, size: int) -> BinaryIO:
        """Give the source: a photo whole, because it is read several times; a video as asked."""
        self.whole = b""
        if size > _WHOLE:
            return cast("BinaryIO", io.BufferedReader(RemoteSource(self, size), _BUFFER))
        pieces, at = [], 0
        while at < size and (piece := bytes(self.fetch(at, min(size - at, wire.MAX_READ)))):
            pieces.append(piece)
            at += len(piece)
        whole = b"".join(pieces)
        if self._shown is not None and len(pieces) == 1 and at == size:
            self.whole = whole
        # Of bytes that are asked for whole, it hands out the very ones, without a copy.
        return io.BytesIO(whole)

    def tick(self, done: int, total: int) -> None:
        """Say now and then how far the present call is."""
        now = time.monotonic()
        if now - self._ticked >= _TICK_SECONDS:
            self._ticked = now
            self.send(Kind.TICK, wire.PROGRESS.pack(done, total))


class RemoteSource(InPieces):
    """The source, read through the pipe."""

    def __init__(self, channel: Channel, size: int) -> None:
        super().__init__(size)
        self._channel = channel

    @override
    def _piece(self, at: int, most: int) -> bytes | memoryview:
        return self._channel.fetch(at, min(most, wire.MAX_READ))


class RemoteSink:
    """The result, written in order: into the window half by half, or else through the pipe."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._result = channel.result
        self._half = self._sent = self._at = 0

    def write(self, data: bytes, /) -> int:
        """Send the bytes on, in pieces of bounded length."""
        view = memoryview(data).cast("B")
        if len(view) >= _WORTH_NAMING and view.obj is self._channel.whole:
            self.flush()
            self._channel.same(_address(view) - _address(view.obj), len(view))
            return len(view)
        done = 0
        while done < len(view):
            done += self._part(view[done : done + wire.MAX_WRITE])
        return done

    def _part(self, view: memoryview) -> int:
        if self._result is None:
            self._channel.send(Kind.WRITE, view)
            return len(view)
        count = min(len(view), self._half + wire.MAX_WRITE - self._at)
        self._result[self._at : self._at + count] = view[:count]
        self._at += count
        if self._at == self._half + wire.MAX_WRITE:
            self.flush()
            self._half = self._sent = self._at = wire.MAX_WRITE - self._half
            self._channel.wait_until_taken(1)
        return count

    def flush(self) -> None:
        """Send on what stands in the window and was not sent yet."""
        if self._at > self._sent:
            self._channel.put(self._sent, self._at - self._sent)
            self._sent = self._at


def _address(data: bytes | memoryview) -> int:
    """Return where bytes stand in this process's memory."""
    address: int = np.frombuffer(data, dtype=np.uint8).__array_interface__["data"][0]
    return address
