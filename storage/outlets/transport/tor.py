"""A Tor of our own: started when it is first needed, ended with the program, leaving nothing.

It runs from the system's ``tor`` with a configuration that it reads from a pipe, in a folder of its
own, in memory where the system has such. What is worth keeping of it, which relays it enters the
network by, is given to the caller: new ones each time would soon be somebody's who watches.

Its log is all that is read of it: the port that it chose, how far it is, and why not further.
"""

import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from storage.errors import NoRoute
from storage.outlets.address import Route, Way
from storage.outlets.transport import bridges as bridging

Pulse = Callable[[], None]

PROGRAMS = (
    "/usr/bin/tor",
    "/usr/sbin/tor",
    "/usr/local/bin/tor",
    "/opt/homebrew/bin/tor",
)
"""Named by their full paths: what the environment calls tor could be anything."""

_HERE = "127.0.0.1"
_NAME = "firsthand-tor-"
_MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of ours inside it, for nobody else
_SLICE = 0.25
_STUCK = 120.0
_TO_END = 5.0
_LONGEST_LINE = 4096
_MOST_STATE = 48 * 1024
_ALL = 100
_PORT = re.compile(rb"Socks listener listening on port ([0-9]{1,5})\.")
_FAR = re.compile(rb"Bootstrapped ([0-9]{1,3})% ")
_STUCK_AT = re.compile(rb"Stuck at [0-9]+% .*?\(([^();]*); ([A-Z]+);")
_CLOCK = re.compile(rb"[Cc]lock (skew|is )|clock is (behind|ahead)|check your time")


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """How far Tor is with joining its network, of 100."""

    percent: int

    @property
    def stage(self) -> str:
        """What it is at: "starting", "connecting", "learning", "circuit" or "ready"."""
        stages = ((5, "starting"), (25, "connecting"), (75, "learning"), (_ALL, "circuit"))
        return next((name for below, name in stages if self.percent < below), "ready")


Told = Callable[[Bootstrap], None]


class OwnTor:
    """One Tor process, or the promise to start one."""

    def __init__(
        self,
        program: Path,
        bridges: tuple[str, ...] = (),
        guards: str = "",
        told: Told = lambda _far: None,
    ) -> None:
        """Start nothing yet. ``guards`` is what ``ended`` gave the last time."""
        self.only = bool(bridges)
        """Whether no other Tor may be used: one that has no bridges would show what they hide."""
        self._program, self._bridges, self._guards, self._told = program, bridges, guards, told
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def route(self, pulse: Pulse) -> Route:
        """Return the way through it, once it has joined its network. Raises NoRoute."""
        while not self._lock.acquire(timeout=_SLICE):
            pulse()
        try:
            if self._running is None or not self._running.is_alive:
                self._stop()
                self._running = _Running(self._program, self._bridges, self._guards)
            try:
                return self._running.joined(pulse, self._told)
            except BaseException:
                self._stop()
                raise
        finally:
            self._lock.release()

    @property
    def is_running(self) -> bool:
        """Whether it was started and has not ended."""
        running = self._running
        return running is not None and running.is_alive

    def ended(self) -> str:
        """End it, if it was started, and return what is worth keeping for the next time."""
        with self._lock:
            self._stop()
            return self._guards

    def _stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            self._guards = running.end() or self._guards


class _Running:
    def __init__(self, program: Path, bridges: tuple[str, ...], guards: str) -> None:
        said = bridging.settings(bridges)
        self._log = _Log()
        self._far = -1
        self._bridged = bool(bridges)
        self._folder = _folder()
        try:
            self._process = _started(program, self._folder, said, guards)
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        reading = threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True)
        reading.start()
        self._reading = reading

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def joined(self, pulse: Pulse, told: Told) -> Route:
        """Wait until it can be used."""
        moved = time.monotonic()
        while self._far < _ALL:
            far = self._log.percent
            if far > self._far:
                self._far, moved = far, time.monotonic()
                told(Bootstrap(far))
            elif not self.is_alive:
                raise NoRoute(self._log.why, reason="tor-ended")
            elif time.monotonic() - moved > _STUCK:
                raise NoRoute(self._log.why, reason=self._stuck())
            else:
                pulse()
                self._log.moved.wait(_SLICE)
                self._log.moved.clear()
        return Route(Way.SOCKS, _HERE, self._log.port)

    def end(self) -> str:
        """End it and its folder; return the relays that it enters by."""
        self._process.terminate()
        try:
            self._process.wait(_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reading.join(_TO_END)
        try:
            return _guards_in(self._folder / "state")
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _read(self, lines: IO[bytes]) -> None:
        with lines:
            while line := lines.readline(_LONGEST_LINE):
                self._log.take(line)
        self._log.moved.set()

    def _stuck(self) -> str:
        if self._log.has_other_clock:
            return "tor-clock"
        return "bridges-silent" if self._bridged else "tor-stuck"


class _Log:
    """What Tor has said so far."""

    def __init__(self) -> None:
        self.percent, self.port = 0, 0
        self.why = ""
        self.has_other_clock = False
        self.moved = threading.Event()

    def take(self, line: bytes) -> None:
        if found := _PORT.search(line):
            self.port = int(found[1])
        elif found := _FAR.search(line):
            self.percent = min(int(found[1]), _ALL)
            self.moved.set()
        elif b"[warn]" in line or b"[err]" in line:
            self.has_other_clock = self.has_other_clock or _CLOCK.search(line) is not None
            if found := _STUCK_AT.search(line):
                self.why = found[2].decode("ascii", "replace")


def _started(
    program: Path, folder: Path, said: tuple[str, ...], guards: str
) -> "subprocess.Popen[bytes]":
    if guards:
        (folder / "state").write_text(guards, encoding="utf-8")
    none = folder / "none"
    try:
        process = subprocess.Popen(
            [program, "-f", "-", "--defaults-torrc", none, "--ignore-missing-torrc"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=_environment(folder),
            cwd=folder,
            # A terminal's Ctrl-C reaches a whole group: what is under way may still need it.
            process_group=0 if os.name == "posix" else None,
        )
    except OSError as error:
        raise NoRoute(type(error).__name__, reason="tor-ended") from error
    if process.stdin is not None:
        with suppress(OSError), process.stdin as pipe:
            pipe.write("\n".join((*_configuration(folder), *said, "")).encode())
    return process


def _configuration(folder: Path) -> tuple[str, ...]:
    return (
        f'DataDirectory "{folder.as_posix()}"',
        f"SocksPort {_HERE}:auto ExtendedErrors",
        "ControlPort 0",
        "ClientOnly 1",
        "AvoidDiskWrites 1",
        "SafeLogging 1",
        "Log notice stdout",
        f"__OwningControllerProcess {os.getpid()}",  # it ends by itself when we were killed
    )


def _environment(folder: Path) -> dict[str, str]:
    """Give it no more of the environment than a program needs to run."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR") if name in os.environ}
    return {"HOME": str(folder), "PATH": os.defpath, **kept}


def _folder() -> Path:
    """Make a folder that only we may read, in memory if there is such; take old ones away."""
    base = _MEMORY if os.access(_MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    for old in base.glob(f"{_NAME}*"):
        if not _is_running(old.name.removeprefix(_NAME).partition("-")[0]):
            shutil.rmtree(old, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_NAME}{os.getpid()}-", dir=base))


def _is_running(number: str) -> bool:
    if not number.isdigit() or os.name != "posix":  # where asking would end it
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _guards_in(state: Path) -> str:
    """Return the lines of Tor's state that name the relays it enters by, and no others."""
    try:
        with state.open(encoding="utf-8", errors="replace") as file:
            untrusted = file.read(4 * _MOST_STATE)
    except OSError:
        return ""
    guards = [line for line in untrusted.splitlines() if line.startswith("Guard ")]
    kept = "".join(f"{line}\n" for line in guards)
    return kept if len(kept) <= _MOST_STATE else ""


def find_program() -> Path | None:
    """Return where the system's tor lies."""
    return bridging.first_of(PROGRAMS)
