"""The confined child: one call after another over its two pipes, until they close.

It never opens a file of the person's: bytes of the source come when asked
for, bytes of the result go back as they are made, through memory that both
see (``window.py``) or else through the pipes.
"""

import io
import json
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from typing_extensions import override

from capture import examine
from capture.errors import CaptureError, Damaged, DecoderCrashed, DecoderMemory
from capture.formats.base import Profile
from capture.isolate import confine, values, window, wire
from capture.isolate.wire import BrokenWire, Kind
from capture.redact import plan as redaction
from capture.redact.plan import RegionKind

_BUFFER = 256 << 10
_BEAT_SECONDS = 0.5
_WHOLE = 16 << 20
"""Bytes of a source that are fetched at once."""
_TICK_SECONDS = 0.05
"""Time between two words on how far a call is: a tick costs the parent more than a small photo."""


def main() -> int:
    """Serve calls until the parent closes the pipe; return the exit code."""
    # Where there are no process groups, a terminal's Ctrl-C reaches this process too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    incoming, outgoing = _take_pipes()
    windows = _open_windows(incoming)
    confine.confine()
    channel = Channel(incoming, outgoing, *windows)
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


def _open_windows(incoming: BinaryIO) -> tuple[memoryview | None, memoryview | None]:
    """Open the memory that the parent names first: the source's window and the result's."""
    kind, payload = wire.receive(incoming)
    if kind is not Kind.HELLO:
        raise BrokenWire
    memories = wire.MEMORIES.unpack(payload)
    source, result = (None if one < 0 else window.open_window(one) for one in memories)
    return source, result


class Channel:
    """The child's end of the pipes, and of the windows where there are any."""

    def __init__(
        self,
        incoming: BinaryIO,
        outgoing: BinaryIO,
        source: memoryview | None = None,
        result: memoryview | None = None,
    ) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._shown = source
        self.result = result
        self._untaken = 0
        self._ticked = 0.0
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

    def fetch(self, offset: int, length: int) -> bytes | memoryview:
        """Ask for bytes of the source; fewer come at its end. They stand until the next fetch."""
        self.send(Kind.READ, wire.READ_REQUEST.pack(offset, length))
        kind, data = self._receive()
        while kind is Kind.TAKEN:
            self._untaken -= 1
            kind, data = self._receive()
        if kind is Kind.SHOWN and self._shown is not None:
            return self._shown[: wire.SHOWN.unpack(data)[0]]
        if kind is not Kind.DATA or len(data) > length:
            raise BrokenWire
        return data

    def put(self, at: int, count: int) -> None:
        """Say that bytes of the result stand in their window."""
        self.send(Kind.PUT, wire.PUT.pack(at, count))
        self._untaken += 1

    def wait_until_taken(self, most_left: int) -> None:
        """Wait until no more than so many pieces of the result stand in their window."""
        while self._untaken > most_left:
            kind, _ = self._receive()
            if kind is not Kind.TAKEN:
                raise BrokenWire
            self._untaken -= 1

    def _receive(self) -> tuple[Kind, bytes]:
        return wire.receive(self._incoming)

    def serve_one(self) -> None:
        """Wait for one call, do it, and answer."""
        kind, payload = self._receive()
        if kind is not Kind.CALL:
            raise BrokenWire
        self._ticked = 0.0
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
        self.wait_until_taken(0)
        self.send(answer, data)

    def _do(self, call: dict[str, Any]) -> bytes:
        source = self._source(call["size"])
        act = _CALLS.get(call["do"])
        if act is None:
            raise BrokenWire
        return act(self, source, call)

    def _source(self, size: int) -> BinaryIO:
        """Give the source: a photo whole, because it is read several times; a video as asked."""
        if size > _WHOLE:
            return cast("BinaryIO", io.BufferedReader(RemoteSource(self, size), _BUFFER))
        pieces, at = [], 0
        while at < size and (piece := bytes(self.fetch(at, min(size - at, wire.MAX_READ)))):
            pieces.append(piece)
            at += len(piece)
        # Of bytes that are asked for whole, it hands out the very ones, without a copy.
        return io.BytesIO(b"".join(pieces))

    def tick(self, done: int, total: int) -> None:
        """Say now and then how far the present call is."""
        now = time.monotonic()
        if now - self._ticked >= _TICK_SECONDS:
            self._ticked = now
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
    """The result, written in order: into the window half by half, or else through the pipe."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._result = channel.result
        self._half = self._sent = self._at = 0

    def write(self, data: bytes, /) -> int:
        """Send the bytes on, in pieces of bounded length."""
        view = memoryview(data).cast("B")
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


def _inspect(channel: Channel, source: BinaryIO, _call: dict[str, Any]) -> bytes:
    return values.pack_report(examine.inspect(source, channel.tick))


def _clean(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    profile = Profile(call["profile"])
    sink = RemoteSink(channel)
    cleaning = examine.clean(source, sink, profile, channel.tick)
    sink.flush()
    return values.pack_cleaning(cleaning)


def _inspect_and_clean(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    channel.send(Kind.REPORT, _inspect(channel, source, call))
    return _clean(channel, source, call)


def _verify(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    kind, needles = values.unpack_needles(call)
    examine.verify(kind, source, needles, channel.tick)
    return b""


def _clean_keeping(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    sink, kept = RemoteSink(channel), values.unpack_kept(call)
    profile = Profile(call["profile"])
    cleaning = examine.clean_keeping(source, sink, profile, kept, channel.tick)
    sink.flush()
    return values.pack_cleaning(cleaning)


def _verify_keeping(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    kind, needles = values.unpack_needles(call)
    examine.verify_keeping(kind, source, needles, values.unpack_kept(call), channel.tick)
    return b""


def _preview(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    picture = examine.preview(source, call["max_side"])
    return picture.width.to_bytes(4, "big") + picture.rgb


def _view(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    plan = None if call["plan"] is None else redaction.from_json(call["plan"])
    size, picture = examine.view(source, call["max_side"], call["window"], plan)
    return b"".join(side.to_bytes(4, "big") for side in (*size, picture.width)) + picture.rgb


def _hidden(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    return values.pack_hidden(examine.hidden(source, call["max_side"], channel.tick))


def _thumbnail(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    return examine.thumbnail(source, call["max_side"], call["max_bytes"])


def _find(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    wanted = [RegionKind(kind) for kind in call["wanted"]]
    found = examine.find(source, wanted, channel.tick, thorough=call["thorough"])
    return values.pack_found(*found)


def _redact(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    plan = redaction.from_json(call["plan"])
    sink = RemoteSink(channel)
    cleaning = examine.redact(source, plan, sink, channel.tick)
    sink.flush()
    return values.pack_cleaning(cleaning)


_CALLS: dict[str, Callable[[Channel, BinaryIO, dict[str, Any]], bytes]] = {
    "inspect": _inspect,
    "clean": _clean,
    "inspect-and-clean": _inspect_and_clean,
    "verify": _verify,
    "clean-keeping": _clean_keeping,
    "verify-keeping": _verify_keeping,
    "preview": _preview,
    "view": _view,
    "hidden": _hidden,
    "thumbnail": _thumbnail,
    "find": _find,
    "redact": _redact,
}
"""Everything that a child can be asked to do."""
