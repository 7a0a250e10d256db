"""The real command line in a process of its own, watched from outside, and killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import ledger

PROJECT = Path(__file__).resolve().parents[2]

_LOOK = 0.001
_PATIENCE = 300.0
_ALONE = 20.0
"""Seconds in which a child has to notice that its parent is gone."""


@dataclass(slots=True)
class Usual:
    """How long an act usually has a vault open (seconds), and how often it changes its files."""

    seconds: list[float] = field(default_factory=list)
    changes: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: killed, or by itself with a code; and what it had said by then."""

    killed: bool
    code: int
    out: str
    err: str


class Program:
    """Runs ``python main.py …`` on vaults that nobody needs, with a home of its own."""

    def __init__(self, home: Path, chance: random.Random) -> None:
        self._home = home / "home"
        self._home.mkdir()
        self._said = home / "said"
        self._chance = chance

    def run(self, *arguments: str, stdin: str) -> Ended:
        """Run a command to its end."""
        process = self._started(arguments, stdin)
        process.wait(_PATIENCE)
        return self._ended(process, killed=False)

    def measure(self, arguments: tuple[str, ...], stdin: str, vault: Path, usual: Usual) -> Ended:
        """Run a command to its end, and note how long it has the vault and changes it how often."""
        process = self._started(arguments, stdin)
        began = _opened(process, vault)
        changes, last = 0, _look(vault)
        while process.poll() is None:
            now = _look(vault)
            changes, last = changes + (now != last), now
            time.sleep(_LOOK)
        usual.seconds.append(time.monotonic() - began)
        usual.changes.append(max(1, changes))
        return self._ended(process, killed=False)

    def kill(self, arguments: tuple[str, ...], stdin: str, vault: Path, usual: Usual) -> Ended:
        """Run a command and kill it while it has the vault, at a random moment or random change."""
        process = self._started(arguments, stdin)
        began = _opened(process, vault)
        if self._chance.randrange(2):
            moment = began + self._chance.uniform(0, max(usual.seconds))
            _until(process, lambda: time.monotonic() >= moment)
        else:
            _changed(process, vault, self._chance.randint(1, max(usual.changes)))
            time.sleep(self._chance.uniform(0, 2 * _LOOK))
        family = _children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
        _gone(family)
        return self._ended(process, killed=process.returncode == -signal.SIGKILL)

    def _started(self, arguments: tuple[str, ...], stdin: str) -> subprocess.Popen[bytes]:
        self._said.mkdir(exist_ok=True)
        spoken = self._said / "in"
        spoken.write_text(stdin, encoding="utf-8")
        with (
            spoken.open("rb") as standard,
            (self._said / "out").open("wb") as out,
            (self._said / "err").open("wb") as err,
        ):
            return subprocess.Popen(
                [sys.executable, str(PROJECT / "main.py"), *arguments],
                cwd=self._home,
                env={
                    "PATH": os.environ["PATH"],
                    "HOME": str(self._home),
                    "TMPDIR": str(self._home),
                    "PYTHONDONTWRITEBYTECODE": "1",
                },
                stdin=standard,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    def _ended(self, process: subprocess.Popen[bytes], *, killed: bool) -> Ended:
        out, err = ((self._said / name).read_text(encoding="utf-8") for name in ("out", "err"))
        if "Traceback" in err:
            raise ledger.Broken(err)
        if left := [path.name for path in self._home.iterdir()]:
            raise ledger.Broken(f"files outside the vault: {left}")
        return Ended(killed, process.returncode, out, err)


def _opened(process: subprocess.Popen[bytes], vault: Path) -> float:
    """Wait until the process holds the vault's lock, or ended; return when that was."""
    inode = (vault / "lock").stat().st_ino
    mark = f":{inode} "

    def held() -> bool:
        return mark in Path("/proc/locks").read_text(encoding="ascii")

    _until(process, held)
    return time.monotonic()


def _changed(process: subprocess.Popen[bytes], vault: Path, times: int) -> None:
    last, count = _look(vault), 0

    def often_enough() -> bool:
        nonlocal last, count
        now = _look(vault)
        count, last = count + (now != last), now
        return count >= times

    _until(process, often_enough)


def _until(process: subprocess.Popen[bytes], true: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while process.poll() is None and not true():
        time.sleep(_LOOK)
        if time.monotonic() > end:
            process.kill()
            raise ledger.Broken("the program does not come to an end")


def _look(vault: Path) -> frozenset[tuple[str, int, int]]:
    """Return every file of a vault with its size and time; what goes meanwhile is left out."""
    found = set()
    for folder, _, names in os.walk(vault):
        for name in names:
            path = f"{folder}/{name}"
            try:
                state = os.stat(path)  # noqa: PTH116 # a thousand times a second
            except FileNotFoundError:
                continue
            found.add((path, state.st_size, state.st_mtime_ns))
    return frozenset(found)


def _children(parent: int) -> list[tuple[int, str]]:
    """Return a process's descendants, each with the moment of its start."""
    below: dict[int, list[tuple[int, str]]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = stat.read_text(encoding="latin-1")
        except (FileNotFoundError, ProcessLookupError):
            continue
        parts = text.rpartition(")")[2].split()
        below.setdefault(int(parts[1]), []).append((int(stat.parent.name), parts[19]))
    found, asked = [], [parent]
    while asked:
        children = below.get(asked.pop(), [])
        found += children
        asked += [child for child, _ in children]
    return found


def _gone(family: list[tuple[int, str]]) -> None:
    """Wait until none of the processes runs any more."""
    end = time.monotonic() + _ALONE
    while any(_alive(one) for one in family):
        time.sleep(0.01)
        if time.monotonic() > end:
            raise ledger.Broken("a child outlives the program that was killed")


def _alive(one: tuple[int, str]) -> bool:
    process, began = one
    try:
        text = Path(f"/proc/{process}/stat").read_text(encoding="latin-1")
    except (FileNotFoundError, ProcessLookupError):
        return False
    parts = text.rpartition(")")[2].split()
    return parts[19] == began and parts[0] not in ("Z", "X")
