"""What the parent does for a child during one call, within a budget.

The child asks for bytes of the source and gives bytes of the result; how many of them it may
have is bounded by the size of the source, so that a child that was taken over can neither
read nor write for ever.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, cast

from capture.errors import Unreadable
from capture.formats.base import Sink
from capture.isolate import values, wire
from capture.isolate.wire import BrokenWire, Kind
from capture.progress import Tick
from capture.report import MetadataReport

_READ_BUDGET = (64, 1 << 30)
_WRITE_BUDGET = (8, 256 << 20)

Frame = tuple[Kind, bytes]
Told = Callable[[MetadataReport], object]
Part = Callable[[bytes], bytes]
"""Takes a piece of a conversation, for as long as it likes, and returns what is wished next."""


@dataclass(frozen=True, slots=True)
class Windows:
    """The memory that the child sees, too: where its source is shown, and where it puts results."""

    source: memoryview
    result: memoryview


class Exchange:
    """One call's source, sink and listeners; see the module."""

    def __init__(
        self,
        source: BinaryIO,
        sink: Sink | None,
        tick: Tick,
        told: Told | None = None,
        part: Part | None = None,
    ) -> None:
        self._source = source
        self._sink = sink
        self._tick = tick
        self._told = told
        self._part = part
        self.size = source.seek(0, os.SEEK_END)
        self._may_read = _READ_BUDGET[0] * self.size + _READ_BUDGET[1]
        self._may_write = _WRITE_BUDGET[0] * self.size + _WRITE_BUDGET[1]
        self._progress = (0, self.size)
        self._shown = 0
        """Bytes of the source, from its beginning, that stand in their window."""

    def serve(self, kind: Kind, payload: bytes, windows: Windows | None) -> Frame | None:
        """Answer one frame; the reply, if any, goes to the child. Raises BrokenWire."""
        match kind:
            case Kind.READ:
                return self._read(payload, windows)
            case Kind.WRITE:
                self._write(payload)
            case Kind.PUT:
                return self._take(payload, windows)
            case Kind.SAME:
                self._take_same(payload, windows)
            case Kind.TICK:
                self._report(payload)
            case Kind.BEAT:
                self._tick(*self._progress)
            case Kind.REPORT:
                self._tell(payload)
            case Kind.PART if self._part is not None:
                return Kind.WISH, self._part(payload)
            case _:
                raise BrokenWire
        return None

    def _read(self, untrusted: bytes, windows: Windows | None) -> Frame:
        if len(untrusted) != wire.READ_REQUEST.size:
            raise BrokenWire
        offset, length = wire.READ_REQUEST.unpack(untrusted)
        if self._part is None:  # a video may be played for ever; each piece of it is waited for
            self._may_read -= length
        if length > wire.MAX_READ or self._may_read < 0:
            raise BrokenWire
        try:
            self._source.seek(min(offset, self.size))
            if windows is None:
                return Kind.DATA, self._source.read(length)
            self._shown = 0
            shown = _read_into(self._source, windows.source[:length])
        except OSError as error:
            raise Unreadable(reason="device") from error
        self._shown = 0 if offset else shown
        return Kind.SHOWN, wire.SHOWN.pack(shown)

    def _take(self, untrusted: bytes, windows: Windows | None) -> Frame:
        """Hand on what the child put into its window; the sink has it when it returns."""
        if windows is None or len(untrusted) != wire.PUT.size:
            raise BrokenWire
        at, length = wire.PUT.unpack(untrusted)
        if length > wire.MAX_WRITE or at + length > len(windows.result):
            raise BrokenWire
        self._write(windows.result[at : at + length])
        return Kind.TAKEN, b""

    def _take_same(self, untrusted: bytes, windows: Windows | None) -> None:
        """Hand on bytes of the source, which stand in its window until more of it is asked for."""
        if windows is None or len(untrusted) != wire.PUT.size:
            raise BrokenWire
        at, length = wire.PUT.unpack(untrusted)
        if length > wire.MAX_READ or at + length > self._shown:
            raise BrokenWire
        self._write(windows.source[at : at + length])

    def _write(self, data: bytes | memoryview) -> None:
        self._may_write -= len(data)
        if self._sink is None or self._may_write < 0:
            raise BrokenWire
        self._sink.write(cast("bytes", data))

    def _report(self, untrusted: bytes) -> None:
        if len(untrusted) != wire.PROGRESS.size:
            raise BrokenWire
        self._progress = wire.PROGRESS.unpack(untrusted)
        self._tick(*self._progress)

    def _tell(self, untrusted: bytes) -> None:
        """Pass the report on, once: what comes second was not asked for."""
        if self._told is None:
            raise BrokenWire
        told, self._told = self._told, None
        told(values.unpack_report(untrusted))


def _read_into(source: BinaryIO, target: memoryview) -> int:
    """Fill the target as far as there are bytes, without a copy where the stream knows how."""
    read_into = getattr(source, "readinto", None)
    if read_into is None:
        data = source.read(len(target))
        target[: len(data)] = data
        return len(data)
    done = 0
    while done < len(target) and (count := read_into(target[done:])):
        done += count
    return done
