"""The confined child: one call after another over its two pipes, until they close.

It never opens a file of the person's: bytes of the source come when asked
for, bytes of the result go back as they are made, through memory that both
see (``window.py``) or else through the pipes.
"""

import json
import os
import signal
import threading
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from capture.errors import CaptureError, Damaged, DecoderCrashed, DecoderMemory
from capture.isolate import confine, values, window, wire
from capture.isolate.acts import ACTS
from capture.isolate.channel import Channel
from capture.isolate.wire import BrokenWire, Kind

_BUFFER = 256 << 10


def main() -> int:
    """Serve calls until the parent closes the pipe; return the exit code."""
    # Where there are no process groups, a terminal's Ctrl-C reaches this process too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    incoming, outgoing = _take_pipes()
    windows = _open_windows(incoming)
    held = confine.confine()
    channel = Channel(incoming, outgoing, *windows, held=held)
    threading.Thread(target=channel.beat, daemon=True).start()
    try:
        while True:
            _serve_one(channel)
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


def _serve_one(channel: Channel) -> None:
    """Wait for one call, do it, and answer."""
    kind, payload = channel.receive()
    if kind is not Kind.CALL:
        raise BrokenWire
    try:
        with channel.at_work():
            answer, data = Kind.DONE, _do(channel, json.loads(payload))
    except CaptureError as error:
        answer, data = Kind.FAIL, values.pack_error(error)
    except MemoryError:
        answer, data = Kind.FAIL, values.pack_error(DecoderMemory())
    except RecursionError:
        answer, data = Kind.FAIL, values.pack_error(Damaged("nested too deep"))
    except Exception as error:  # noqa: BLE001 # a bug of ours costs one file, and says where
        answer, data = Kind.FAIL, values.pack_error(DecoderCrashed(_place(error)))
    channel.wait_until_taken(0)
    channel.send(answer, data)


def _do(channel: Channel, call: dict[str, Any]) -> bytes:
    source = channel.source(call["size"])
    act = ACTS.get(call["do"])
    if act is None:
        raise BrokenWire
    return act(channel, source, call)


def _place(error: Exception) -> str:
    """Name the kind of an unexpected exception and its line, and nothing of the file."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    where = f"{Path(last.filename).name}:{last.lineno}" if last else "?"
    return f"{type(error).__name__} at {where}"
