"""The parent's side: a few confined children, kept warm, ended when they misbehave.

Children have one of two roles. A media child reads and decodes foreign bytes.
A verifying child only reads again what a writer made, and never runs a
decoder: a decoder that was taken over cannot vouch for its own output.

Any trouble (a crash, a stall, a cancel, a full disk on our side) ends the
child; the next call starts a new one. It is asked nothing politely, because
it holds nothing that could be lost.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self, TypeVar

from capture.detect.finding import Finding
from capture.errors import DecoderCrashed, DecoderMemory, DecoderTimeout
from capture.formats.base import Cleaning, Profile, Sink
from capture.isolate import values, window, wire
from capture.isolate.exchange import Exchange, Told, Windows
from capture.isolate.wire import BrokenWire, Kind
from capture.kinds import MediaKind
from capture.progress import Tick, silent
from capture.redact import plan as redaction
from capture.redact.plan import RedactionPlan, Window
from capture.report import MetadataReport, Picture

STALL_SECONDS = 60.0
"""A child that neither reads, writes nor ticks for so long is ended."""
_CALLS_PER_CHILD = 500
_WATCH_SECONDS = 0.25
T = TypeVar("T")
_MAIN = Path(__file__).resolve().parents[2] / "main.py"


class MediaPool:
    """Confined children for use from any thread; ``workers`` of each role at most."""

    def __init__(self, workers: int = 2, stall_seconds: float = STALL_SECONDS) -> None:
        self.workers = workers
        self._stall_seconds = stall_seconds
        self._roles = {"media": _Role(workers), "verify": _Role(workers)}
        self._closed = threading.Event()
        self._watch = threading.Thread(target=self._watch_children, daemon=True)
        self._watch.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every child; calls under way raise DecoderCrashed."""
        self._closed.set()
        for role in self._roles.values():
            role.end_all()
        self._watch.join()

    def inspect(self, source: BinaryIO, tick: Tick = silent) -> MetadataReport:
        """Return what a file says. Raises CaptureError."""
        answer = self._call("media", {"do": "inspect"}, source, None, tick)
        return _trusted(values.unpack_report, answer)

    def clean(
        self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick = silent
    ) -> Cleaning:
        """Write a cleaned copy to ``sink``. Raises CaptureError; the sink's own errors pass.

        What is written can change after the sink returned: it reads each byte once.
        """
        call = {"do": "clean", "profile": profile.value}
        return _trusted(values.unpack_cleaning, self._call("media", call, source, sink, tick))

    def inspect_and_clean(
        self,
        source: BinaryIO,
        sink: Sink,
        profile: Profile,
        told: Told,
        tick: Tick = silent,
    ) -> Cleaning:
        """Do both with one reading of ``source``; ``told`` hears the report before the copy begins.

        Raises CaptureError, after the report where only the copy fails.
        """
        call = {"do": "inspect-and-clean", "profile": profile.value}
        heard: list[MetadataReport] = []

        def hear(report: MetadataReport) -> None:
            heard.append(report)
            told(report)

        answer = self._call("media", call, source, sink, tick, told=hear)
        if not heard:
            raise DecoderCrashed("the child gave no report")
        return _trusted(values.unpack_cleaning, answer)

    def verify(
        self,
        kind: MediaKind,
        output: BinaryIO,
        needles: tuple[bytes, ...],
        tick: Tick = silent,
    ) -> None:
        """Read a cleaned copy again, in a child that decodes nothing. Raises Unverified."""
        call = {"do": "verify", **values.pack_needles(kind, needles)}
        self._call("verify", call, output, None, tick)

    def preview(self, source: BinaryIO, max_side: int) -> Picture:
        """Return a small upright picture. Raises CaptureError."""
        call = {"do": "preview", "max_side": max_side}
        return _trusted(_picture, self._call("media", call, source, None, silent))

    def view(
        self,
        source: BinaryIO,
        max_side: int,
        window: Window | None = None,
        plan: RedactionPlan | None = None,
        tick: Tick = silent,
    ) -> tuple[tuple[int, int], Picture]:
        """Return a photo's upright width and height, and a window of it, covered by a plan if any.

        The window (left, top, width, height) is scaled down to ``max_side`` where it is larger.
        Raises CaptureError.
        """
        stored = None if plan is None else redaction.as_json(plan)
        call = {"do": "view", "max_side": max_side, "window": window, "plan": stored}
        return _trusted(_seen, self._call("media", call, source, None, tick))

    def thumbnail(self, source: BinaryIO, max_side: int, max_bytes: int) -> bytes:
        """Return a small JPEG, or nothing where none fits ``max_bytes``. Raises CaptureError."""
        call = {"do": "thumbnail", "max_side": max_side, "max_bytes": max_bytes}
        return self._call("media", call, source, None, silent)

    def find_faces(
        self, source: BinaryIO, tick: Tick = silent, *, thorough: bool
    ) -> tuple[tuple[int, int], list[Finding]]:
        """Return the upright picture's width and height, and its faces. Raises CaptureError."""
        call = {"do": "find-faces", "thorough": thorough}
        return _trusted(values.unpack_found, self._call("media", call, source, None, tick))

    def redact(
        self, source: BinaryIO, plan: RedactionPlan, sink: Sink, tick: Tick = silent
    ) -> Cleaning:
        """Write a covered copy of a photo to ``sink``. Raises CaptureError."""
        call = {"do": "redact", "plan": redaction.as_json(plan)}
        return _trusted(values.unpack_cleaning, self._call("media", call, source, sink, tick))

    def _call(
        self,
        role: str,
        call: dict[str, Any],
        source: BinaryIO,
        sink: Sink | None,
        tick: Tick,
        *,
        told: Told | None = None,
    ) -> bytes:
        with self._roles[role].lend(self._stall_seconds) as child:
            return child.call(call, Exchange(source, sink, tick, told))

    def _watch_children(self) -> None:
        while not self._closed.wait(_WATCH_SECONDS):
            for role in self._roles.values():
                role.end_stalled()


class _Role:
    """The children of one role: idle ones wait here, a semaphore bounds their number."""

    def __init__(self, workers: int) -> None:
        self._places = threading.BoundedSemaphore(workers)
        self._lock = threading.Lock()
        self._idle: list[_Child] = []
        self._busy: set[_Child] = set()
        self._closed = False

    @contextlib.contextmanager
    def lend(self, stall_seconds: float) -> Iterator["_Child"]:
        """Give a child for one call; a child that failed is not taken back."""
        with self._places:
            child = self._take(stall_seconds)
            fit = False
            try:
                yield child
                fit = True
            finally:
                self._give_back(child, fit=fit)

    def _take(self, stall_seconds: float) -> "_Child":
        with self._lock:
            if self._closed:
                raise DecoderCrashed("the pool is closed")
            child = self._idle.pop() if self._idle else None
        child = child or _Child(stall_seconds)
        with self._lock:
            self._busy.add(child)
        return child

    def _give_back(self, child: "_Child", *, fit: bool) -> None:
        with self._lock:
            self._busy.discard(child)
            keep = (fit or child.answered) and child.calls < _CALLS_PER_CHILD and not self._closed
            if keep:
                self._idle.append(child)
        if not keep:
            child.end()

    def end_stalled(self) -> None:
        with self._lock:
            stalled = [child for child in self._busy if child.stalled()]
        for child in stalled:
            child.time_out()

    def end_all(self) -> None:
        with self._lock:
            self._closed = True
            children = [*self._idle, *self._busy]
            self._idle.clear()
        for child in children:
            child.end()


class _Child:
    """One process, its two pipes, and the memory that it shares where the system has such."""

    def __init__(self, stall_seconds: float) -> None:
        memories = _memories()
        try:
            self._process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                cwd=os.sep,
                pass_fds=memories,
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
        self._greeting: tuple[int, ...] = memories or (-1, -1)

    def stalled(self) -> bool:
        return time.monotonic() - self._moved > self._stall_seconds

    def time_out(self) -> None:
        self._timed_out = True
        self._process.kill()

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._to, self._from):
            with contextlib.suppress(OSError):
                pipe.close()

    def call(self, call: dict[str, Any], exchange: Exchange) -> bytes:
        """Do one call and return the answer. Raises the child's CaptureError."""
        self.answered = False
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
            if kind is not Kind.BEAT:
                self._moved = time.monotonic()
            if kind is Kind.DONE:
                self.answered = True
                return payload
            if kind is Kind.FAIL:
                error = values.unpack_error(payload)
                self.answered = not isinstance(error, DecoderMemory | DecoderCrashed)
                raise error
            reply = exchange.serve(kind, payload, self._windows)
            if reply is not None:
                wire.send(self._to, *reply)

    def _reason(self) -> DecoderCrashed | DecoderTimeout:
        if self._timed_out:
            return DecoderTimeout(seconds=int(self._stall_seconds))
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
    if getattr(sys, "frozen", False):
        return [sys.executable, "--media-child"]
    return [sys.executable, "-E", "-s", "-B", str(_MAIN), "--media-child"]


def _environment() -> dict[str, str]:
    """Give the child no more of the environment than a process needs to start."""
    kept = ("SYSTEMROOT", "LD_LIBRARY_PATH", "OPENBLAS_CORETYPE")
    chosen = {name: os.environ[name] for name in kept if name in os.environ}
    return {**chosen, "OPENBLAS_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}


def _trusted(unpack: Callable[[bytes], T], answer: bytes) -> T:
    try:
        return unpack(answer)
    except BrokenWire as error:
        raise DecoderCrashed("the child's answer made no sense") from error


def _picture(untrusted: bytes) -> Picture:
    width = int.from_bytes(untrusted[:4], "big")
    rgb = untrusted[4:]
    if not width or not rgb or len(rgb) % (width * 3):
        raise BrokenWire
    return Picture(width, len(rgb) // (width * 3), rgb)


def _seen(untrusted: bytes) -> tuple[tuple[int, int], Picture]:
    width, height = (int.from_bytes(untrusted[at : at + 4], "big") for at in (0, 4))
    if not width or not height:
        raise BrokenWire
    return (width, height), _picture(untrusted[8:])
