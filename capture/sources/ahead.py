"""Reading from a source that may stall, without being stalled by it.

A phone that locks its screen, a cable that was pulled, a network folder that
is gone: a read then takes minutes or never returns. So a thread of its own
reads, some chunks ahead, and whoever waits can give up: after ``PATIENCE``
without a byte, or when the person cancels.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import BinaryIO

from capture.errors import Unreadable

CHUNK = 1 << 20
PATIENCE = 60.0
"""Seconds without a byte after which a source is given up."""

_AHEAD = 4
_LOOK = 0.2

_Read = bytes | BaseException | None


def chunks(
    open_: Callable[[], BinaryIO], waiting: Callable[[], None], patience: float = PATIENCE
) -> Iterator[bytes]:
    """Yield what a source gives, up to CHUNK bytes at a time, until its end.

    ``waiting`` is called several times a second while nothing comes, and may raise to stop.
    Raises Unreadable: what ``open_`` raised, "device" for an error of the system's, "stalled".
    A generator that is closed leaves no open stream once its last read has returned.
    """
    ahead: queue.Queue[_Read] = queue.Queue(_AHEAD)
    stopped = threading.Event()
    threading.Thread(target=_reading, args=(open_, ahead, stopped), daemon=True).start()
    try:
        while True:
            read = _next(ahead, waiting, patience)
            if read is None:
                return
            if isinstance(read, OSError):
                raise Unreadable(reason="device") from read
            if isinstance(read, BaseException):
                raise read
            yield read
    finally:
        stopped.set()


def _next(ahead: queue.Queue[_Read], waiting: Callable[[], None], patience: float) -> _Read:
    until = time.monotonic() + patience
    while True:
        try:
            return ahead.get(timeout=_LOOK)
        except queue.Empty:
            waiting()
            if time.monotonic() > until:
                raise Unreadable(reason="stalled") from None


def _reading(
    open_: Callable[[], BinaryIO], ahead: queue.Queue[_Read], stopped: threading.Event
) -> None:
    try:
        with open_() as stream:
            while not stopped.is_set() and (chunk := _filled(stream)):
                _hand_over(chunk, ahead, stopped)
        _hand_over(None, ahead, stopped)
    except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
        _hand_over(error, ahead, stopped)


def _filled(stream: BinaryIO) -> bytes:
    """Read a whole chunk, for a device may give a few bytes at a time."""
    read = stream.read(CHUNK)
    while read and len(read) < CHUNK and (more := stream.read(CHUNK - len(read))):
        read += more
    return read


def _hand_over(read: _Read, ahead: queue.Queue[_Read], stopped: threading.Event) -> None:
    while not stopped.is_set():
        try:
            ahead.put(read, timeout=_LOOK)
        except queue.Full:
            continue
        return
