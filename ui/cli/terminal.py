"""What is written where: results to standard output, progress and trouble to standard error."""

import contextlib
import io
import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self, TextIO

from ui.cli.exits import Cancelled, UsageError
from ui.words import Sentence, sentence

_BAR = 24
_LEAST = 60
_ON_TERMINAL_SECONDS = 0.1
_LINE_SECONDS = 1.0
_LINE_SHARE = 0.1
_LATE_LINE_SECONDS = 30.0
_ETA_AFTER_SECONDS = 2.0
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def print_json(document: object) -> None:
    """Write the one JSON document of a command; ASCII, so that no locale can break it."""
    sys.stdout.write(json.dumps(document, ensure_ascii=True) + "\n")


def complain(error: BaseException) -> None:
    """Say on standard error what went wrong and what to do."""
    said = _said(error)
    print(said.what, file=sys.stderr)
    if said.detail:
        print(f"({said.detail})", file=sys.stderr)
    if said.remedy:
        print(said.remedy, file=sys.stderr)


def error_json(error: BaseException | None) -> dict[str, str] | None:
    """Return the ``error`` value of a JSON answer."""
    if error is None:
        return None
    said = _said(error)
    reason = {"reason": said.detail} if said.detail else {}
    return {"code": said.code, "message": f"{said.what} {said.remedy}".strip(), **reason}


def trouble(error: BaseException) -> Iterator[str]:
    """Give the lines that say why one file was left out."""
    what = _said(error)
    yield f"    {what.what}"
    if what.detail:
        yield f"    ({what.detail})"
    if what.remedy:
        yield f"    {what.remedy}"


def _said(error: BaseException) -> Sentence:
    if isinstance(error, UsageError):
        return Sentence(str(error), "", "usage")
    return sentence(error)


def count_text(items: int) -> str:
    """Write a number of items for people."""
    return "1 item" if items == 1 else f"{items} items"


def size_text(count: int) -> str:
    """Write a number of bytes for people, in decimal units."""
    if count < 1000:  # noqa: PLR2004 # a thousand bytes are a kilobyte
        return f"{count} bytes"
    value, unit = count / 1000, "kB"
    for larger in ("MB", "GB"):
        if round(value, 1) >= 1000:  # noqa: PLR2004 # as it would be written
            value, unit = value / 1000, larger
    return f"{value:.1f} {unit}"


def harden_streams() -> None:
    """Let no character that a terminal cannot show end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def drop_output() -> None:
    """Point standard output nowhere, because its reader has gone."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def take_interrupts() -> None:
    """Have an interrupt be raised from now on, where until now it ended the process."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


class Progress:
    """A tick that shows how far the work is, and stops it when the person says so.

    As a context manager it takes over the interrupt signals: the next tick after one raises
    Cancelled, so that the core ends where it can clean up. A second interrupt ends at once.
    """

    def __init__(
        self,
        label: str,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
        unit: Callable[[int], str] = size_text,
    ) -> None:
        """Count bytes, unless ``unit`` says how else to write a total for people."""
        self._unit = unit
        self._label = label
        self._stream = stream or sys.stderr
        self._clock = clock
        self._bar = self._stream.isatty()
        self._begun = clock()
        self._shown_at: float | None = None
        self._shown_share = 0.0
        self._drawn = 0
        self._beside = ""
        self._stopped = threading.Event()
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        """Begin to listen for an interrupt."""
        if threading.current_thread() is threading.main_thread():
            for name in _SIGNALS:
                number = getattr(signal, name, None)
                if number is not None:
                    self._before[number] = signal.signal(number, self._interrupted)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the signals back and leave a clean line."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._wipe()

    def __call__(self, done: int, total: int) -> None:
        """Show the progress now and then. Raises Cancelled."""
        if self._stopped.is_set():
            raise Cancelled
        now = self._clock()
        share = min(done / total, 1.0) if total > 0 else 0.0
        if self._bar:
            self._draw(now, share, done, total)
        else:
            self._line(now, share, done, total)

    def beside(self, text: str) -> None:
        """Have this stand after the figures from now on."""
        self._beside = text

    def again(self) -> None:
        """Begin to count anew, where other work begins under the same label."""
        self._begun = self._clock()
        self._shown_at = None
        self._shown_share = 0.0

    def say(self, text: str, stream: TextIO | None = None) -> None:
        """Write a line of its own, without the bar in its way."""
        self._wipe()
        print(text, file=stream or sys.stdout, flush=True)

    def _interrupted(self, *_signal: object) -> None:
        if self._stopped.is_set():
            raise KeyboardInterrupt
        self._stopped.set()

    def _draw(self, now: float, share: float, done: int, total: int) -> None:
        if self._shown_at is not None and now - self._shown_at < _ON_TERMINAL_SECONDS:
            return
        self._shown_at = now
        full = int(_BAR * share)
        bar = "█" * full + "░" * (_BAR - full)
        text = f"{self._label} {bar} {self._words(now, share, done, total)}{self._beside}"
        text = text[: max(shutil.get_terminal_size().columns - 1, _LEAST)]  # or it would wrap
        self._stream.write("\r" + text.ljust(self._drawn))
        self._stream.flush()
        self._drawn = len(text)

    def _line(self, now: float, share: float, done: int, total: int) -> None:
        if self._shown_at is not None:
            waited = now - self._shown_at
            far = share - self._shown_share >= _LINE_SHARE
            if waited < (_LINE_SECONDS if far else _LATE_LINE_SECONDS):
                return
        self._shown_at = now
        self._shown_share = share
        print(f"{self._label}: {self._words(now, share, done, total)}", file=self._stream)

    def _words(self, now: float, share: float, done: int, total: int) -> str:
        if total <= 0:
            return self._unit(done)
        words = f"{share:4.0%} of {self._unit(total)}"
        elapsed = now - self._begun
        if share > 0 and elapsed > _ETA_AFTER_SECONDS:
            words += f", {duration(elapsed * (1 - share) / share)} left"
        return words

    def _wipe(self) -> None:
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0


def duration(seconds: float) -> str:
    """Write a length of time for people."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 1:
        return f"{rest} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min {rest:02d} s"


def confirm(word: str, warning: str, stopped: str) -> None:
    """Have a word typed before what cannot be undone. Raises UsageError with ``stopped``."""
    if not sys.stdin.isatty():
        raise UsageError("There is no terminal to ask. Use --yes to skip the question.")
    print(warning, file=sys.stderr)
    print(f"Type {word} to go on: ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip() != word:
        raise UsageError(stopped)
