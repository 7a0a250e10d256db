"""The confined child: one call after another over its two pipes, until they close.

It never opens a file of the person's: bytes of the source come when asked
for, bytes of the result go back as they are made.
"""

import io
import json
import os
import signal
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from typing_extensions import override

from capture import examine
from capture.errors import CaptureError, Damaged, DecoderCrashed, DecoderMemory
from capture.formats.base import Profile
from capture.isolate import confine, values, wire
from capture.isolate.wire import BrokenWire, Kind
from capture.redact import plan as redaction

_BUFFER = 256 << 10
_BEAT_SECONDS = 0.5
_WHOLE = 16 << 20
"""Bytes of a source that are fetched at once."""


def main() -> int:
    """Serve calls until the parent closes the pipe; return the exit code."""
    # A terminal's Ctrl-C reaches the whole group: the parent alone decides how the work ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    incoming, outgoing = _take_pipes()
    confine.confine()
    channel = Channel(incoming, outgoing)
    threading.Thread(target=channel.beat, daemon=True).start()
    try:
        while True:
            channel.serve_one()
    except BrokenWire:
        return 0


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for ourselves, so that a library that prints cannot break a frame."""
    incoming = os.fdopen(os.dup(0), "rb", buffering=_BUFFER)
    outgoing = os.fdopen(os.dup(1), "wb", buffering=_BUFFER)
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    return incoming, outgoing


class Channel:
    """The child's end of the pipes."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._sending = threading.Lock()
        self._idle = threading.Event()
        self._working = threading.Event()

    def beat(self) -> None:
        """Say now and then that this process lives, so that a person can cancel a long decode."""
        while self._working.wait():
            if not self._idle.wait(_BEAT_SECONDS):
                try:
                    self.send(Kind.BEAT)
                except BrokenWire:
                    return

    def send(self, kind: Kind, payload: bytes | memoryview = b"") -> None:
        """Send one frame, whole, from whichever thread."""
        with self._sending:
            wire.send(self._outgoing, kind, payload)

    def fetch(self, offset: int, length: int) -> bytes:
        """Ask for bytes of the source; fewer come at its end."""
        self.send(Kind.READ, wire.READ_REQUEST.pack(offset, length))
        kind, data = wire.receive(self._incoming)
        if kind is not Kind.DATA or len(data) > length:
            raise BrokenWire
        return data

    def serve_one(self) -> None:
        """Wait for one call, do it, and answer."""
        kind, payload = wire.receive(self._incoming)
        if kind is not Kind.CALL:
            raise BrokenWire
        self._idle.clear()
        self._working.set()
        try:
            answer, data = Kind.DONE, self._do(json.loads(payload))
        except CaptureError as error:
            answer, data = Kind.FAIL, values.pack_error(error)
        except MemoryError:
            answer, data = Kind.FAIL, values.pack_error(DecoderMemory())
        except RecursionError:
            answer, data = Kind.FAIL, values.pack_error(Damaged("nested too deep"))
        except Exception as error:  # noqa: BLE001 # a bug of ours costs one file, and says where
            answer, data = Kind.FAIL, values.pack_error(DecoderCrashed(_place(error)))
        finally:
            self._working.clear()
            self._idle.set()
        self.send(answer, data)

    def _do(self, call: dict[str, Any]) -> bytes:
        source = self._source(call["size"])
        act = _CALLS.get(call["do"])
        if act is None:
            raise BrokenWire
        return act(self, source, call)

    def _source(self, size: int) -> BinaryIO:
        """Give the source: a photo whole, because it is read several times; a video as asked."""
        remote = RemoteSource(self, size)
        if size > _WHOLE:
            return cast("BinaryIO", io.BufferedReader(remote, _BUFFER))
        data = bytearray(size)
        view, at = memoryview(data), 0
        while count := remote.readinto(view[at:]):
            at += count
        return io.BytesIO(data[:at])

    def tick(self, done: int, total: int) -> None:
        """Say how far the present call is."""
        self.send(Kind.TICK, wire.PROGRESS.pack(done, total))


def _place(error: Exception) -> str:
    """Name the kind of an unexpected exception and its line, and nothing of the file."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    where = f"{Path(last.filename).name}:{last.lineno}" if last else "?"
    return f"{type(error).__name__} at {where}"


class RemoteSource(io.RawIOBase):
    """The source, read through the pipe; seekable, never written."""

    def __init__(self, channel: Channel, size: int) -> None:
        super().__init__()
        self._channel = channel
        self._size = size
        self._at = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise OSError
        self._at = start + offset
        return self._at

    @override
    def tell(self) -> int:
        return self._at

    @override
    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), wire.MAX_READ, max(self._size - self._at, 0))
        if not wanted:
            return 0
        data = self._channel.fetch(self._at, wanted)
        view[: len(data)] = data
        self._at += len(data)
        return len(data)


class RemoteSink:
    """The result, written in order through the pipe."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def write(self, data: bytes, /) -> int:
        """Send the bytes on, in frames of bounded length."""
        view = memoryview(data).cast("B")
        for at in range(0, len(view), wire.MAX_READ):
            self._channel.send(Kind.WRITE, view[at : at + wire.MAX_READ])
        return len(view)


def _inspect(channel: Channel, source: BinaryIO, _call: dict[str, Any]) -> bytes:
    return values.pack_report(examine.inspect(source, channel.tick))


def _clean(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    profile = Profile(call["profile"])
    cleaning = examine.clean(source, RemoteSink(channel), profile, channel.tick)
    return values.pack_cleaning(cleaning)


def _verify(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    kind, needles = values.unpack_needles(call)
    examine.verify(kind, source, needles, channel.tick)
    return b""


def _preview(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    picture = examine.preview(source, call["max_side"])
    return picture.width.to_bytes(4, "big") + picture.rgb


def _thumbnail(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    return examine.thumbnail(source, call["max_side"], call["max_bytes"])


def _find_faces(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    return values.pack_found(*examine.find_faces(source, thorough=call["thorough"]))


def _redact(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    plan = redaction.from_json(call["plan"])
    cleaning = examine.redact(source, plan, RemoteSink(channel), channel.tick)
    return values.pack_cleaning(cleaning)


_CALLS: dict[str, Callable[[Channel, BinaryIO, dict[str, Any]], bytes]] = {
    "inspect": _inspect,
    "clean": _clean,
    "verify": _verify,
    "preview": _preview,
    "thumbnail": _thumbnail,
    "find-faces": _find_faces,
    "redact": _redact,
}
"""Everything that a child can be asked to do."""
