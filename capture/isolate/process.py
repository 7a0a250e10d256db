"""One confined child as the parent holds it: its process, its pipes and its windows.

It is started with no more of the environment than a process needs, and no open file but those.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from capture.errors import DecoderCrashed, DecoderForbidden, DecoderMemory, DecoderTimeout
from capture.isolate import confine, values, window, wire
from capture.isolate.exchange import Exchange, Windows
from capture.isolate.limits import bubble
from capture.isolate.wire import BrokenWire, Kind

_MAIN = Path(__file__).resolve().parents[2] / "main.py"
_LAST_SECONDS = 0.5
"""Time to wait for a child's end, so that it can be said what it died of."""
_FORBIDDEN = (-31, 128 + 31)
"""How a process ends that the filter of system calls ended (SIGSYS), alone and in a bubble."""


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Have what is started meanwhile not be interrupted before it is in a group of its own.

    It inherits that the signal waits, until it ignores it (``child.main``).
    """
    if sys.platform == "win32":
        yield  # it has no groups: the child ignores the signal, a moment after it was started
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Child:
    """One process, its two pipes, and the memory that it shares where the system has such."""

    def __init__(self, stall_seconds: float) -> None:
        memories = _memories()
        try:
            with _uninterrupted():
                self._process = subprocess.Popen(
                    _command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=_environment(),
                    cwd=os.sep,
                    pass_fds=memories,
                    # A terminal's Ctrl-C reaches a group: the parent alone decides how work ends.
                    process_group=0,
                )
        finally:
            windows = [window.open_window(memory) for memory in memories]
        self._windows = Windows(*windows) if windows else None
        if self._process.stdin is None or self._process.stdout is None:
            raise DecoderCrashed("no pipes")
        self._to: BinaryIO = self._process.stdin  # type: ignore[assignment] # typeshed: IO[bytes]
        self._from: BinaryIO = self._process.stdout  # type: ignore[assignment] # likewise
        self._stall_seconds = stall_seconds
        self._moved = time.monotonic()
        self._timed_out = False
        self.calls = 0
        self.answered = False
        self.begun = False
        self._waits = False
        """For us: a person who looks at a frame of a video is no stall."""
        self._greeting: tuple[int, ...] = memories or (-1, -1)

    def stalled(self) -> bool:
        """Whether it has neither read, written nor told anything new for too long."""
        return not self._waits and time.monotonic() - self._moved > self._stall_seconds

    def time_out(self) -> None:
        """End it; its call raises DecoderTimeout."""
        self._timed_out = True
        self._kill()

    def end(self) -> None:
        """End it and its pipes; a call under way raises DecoderCrashed."""
        self._kill()
        self._process.wait()
        for pipe in (self._to, self._from):
            with contextlib.suppress(OSError):
                pipe.close()

    def _kill(self) -> None:
        """End it, and the bubble that it may be in."""
        if sys.platform == "win32":
            self._process.kill()
        elif self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def call(self, call: dict[str, Any], exchange: Exchange) -> bytes:
        """Do one call and return the answer. Raises the child's CaptureError."""
        self.answered = False
        self._ticked = b""
        self._moved = time.monotonic()
        try:
            if not self.calls:
                wire.send(self._to, Kind.HELLO, wire.MEMORIES.pack(*self._greeting))
            self.calls += 1
            wire.send(self._to, Kind.CALL, json.dumps({**call, "size": exchange.size}).encode())
            return self._converse(exchange)
        except BrokenWire as error:
            raise self._reason() from error

    def _converse(self, exchange: Exchange) -> bytes:
        while True:
            kind, payload = wire.receive(self._from)
            self.begun = True
            if self._is_news(kind, payload):
                self._moved = time.monotonic()
            if kind is Kind.DONE:
                self.answered = True
                return payload
            if kind is Kind.FAIL:
                error = values.unpack_error(payload)
                self.answered = not isinstance(error, DecoderMemory | DecoderCrashed)
                raise error
            self._waits = kind is Kind.PART
            reply = exchange.serve(kind, payload, self._windows)
            if self._waits:
                self._moved, self._waits = time.monotonic(), False
            if reply is not None:
                wire.send(self._to, *reply)

    def _is_news(self, kind: Kind, payload: bytes) -> bool:
        """Say whether a frame shows that work goes on: a tick that only repeats itself does not."""
        if kind is Kind.TICK:
            self._ticked, before = payload, self._ticked
            return payload != before
        return kind is not Kind.BEAT

    def _reason(self) -> DecoderCrashed | DecoderTimeout | DecoderForbidden:
        if self._timed_out:
            return DecoderTimeout(seconds=int(self._stall_seconds))
        with contextlib.suppress(subprocess.TimeoutExpired):
            if self._process.wait(_LAST_SECONDS) in _FORBIDDEN:
                return DecoderForbidden()
        return DecoderCrashed()


def _memories() -> tuple[int, ...]:
    """Return the descriptors of two new windows, or none where the system has no such memory."""
    source = window.make()
    if source is None:
        return ()
    result = window.make()
    if result is None:
        os.close(source)
        return ()
    return source, result


def _command() -> list[str]:
    python = () if getattr(sys, "frozen", False) else ("-E", "-s", "-B", str(_MAIN))
    return bubble.around((sys.executable, *python, "--media-child"), confine.readable())


def _environment() -> dict[str, str]:
    """Give the child no more of the environment than a process needs to start."""
    kept = ("SYSTEMROOT", "LD_LIBRARY_PATH", "OPENBLAS_CORETYPE")
    chosen = {name: os.environ[name] for name in kept if name in os.environ}
    return {
        **chosen,
        "OPENBLAS_NUM_THREADS": "1",
        "LC_ALL": "C.UTF-8",
        "ORT_DISABLE_TELEMETRY": "1",  # its later versions report to their makers; ours has no such
    }
