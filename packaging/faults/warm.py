"""Starts the acts out of a process that has loaded everything, so that each costs only itself.

Python and its modules take longer to load than most acts take, and each act is run thousands of
times. The process that stands ready opens no vault itself; an act is a copy of it (``fork``) that
waits until strace watches it. It is told lines of JSON, and answers each with an exit code.
"""

import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

_PATIENCE = 120.0
_PR_SET_PTRACER = 0x59616D61
"""From linux/prctl.h: who may trace this process where only parents may (the Yama module)."""


class Warm:
    """The process that stands ready, and what is started out of it."""

    def __init__(self) -> None:
        self._ready = subprocess.Popen(
            [sys.executable, __file__],
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "error"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ready.communicate()

    def run(
        self, arguments: Sequence[str], folder: Path, beside: Path, watching: Sequence[str]
    ) -> subprocess.CompletedProcess[bytes]:
        """Run an act in a folder, watched by this command (``-p`` and the process are added).

        What it says goes into files in ``beside``, which are removed again.
        """
        out, err = beside / "said", beside / "said-wrong"
        self._tell([str(folder), str(out), str(err), *arguments])
        process = int(self._heard())
        watcher = subprocess.Popen([*watching, "-p", str(process)], stdin=subprocess.DEVNULL)
        _watched(process, watcher)
        self._tell([])
        code = int(self._heard())
        if watcher.wait(_PATIENCE):
            raise RuntimeError(f"strace ended with {watcher.returncode}")
        ended = subprocess.CompletedProcess(arguments, code, out.read_bytes(), err.read_bytes())
        out.unlink()
        err.unlink()
        return ended

    def _tell(self, words: list[str]) -> None:
        print(json.dumps(words), file=self._ready.stdin, flush=True)

    def _heard(self) -> str:
        line = self._ready.stdout.readline() if self._ready.stdout else ""
        if not line:
            raise RuntimeError("the process that stands ready is gone")
        return line


def _watched(process: int, watcher: subprocess.Popen[bytes]) -> None:
    """Wait until strace holds a process."""
    status, end = Path(f"/proc/{process}/status"), time.monotonic() + _PATIENCE
    while "TracerPid:\t0\n" in status.read_text(encoding="latin-1"):
        if watcher.poll() is not None or time.monotonic() > end:
            watcher.kill()
            raise RuntimeError("strace cannot watch it")
        time.sleep(0.001)


def _main() -> int:
    """Stand ready: fork what is asked for, until nobody asks any more."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    import jobs
    import lives  # and with it all that an act needs

    while words := sys.stdin.readline():
        folder, out, err, *arguments = json.loads(words)
        going, go = os.pipe()
        standing, stands = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(go)
            jobs.ready(arguments[0], Path(arguments[2]))
            return _acted(lives.main, folder, (out, err), arguments, (stands, going))
        os.close(going)
        os.close(stands)
        os.read(standing, 1)
        os.close(standing)
        print(process, flush=True)
        sys.stdin.readline()
        os.close(go)
        _, status = os.waitpid(process, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    return 0


def _acted(
    main: Callable[[list[str]], int],
    folder: str,
    said: tuple[str, str],
    arguments: list[str],
    gate: tuple[int, int],
) -> int:
    """Be the act: in its folder, saying into its files, once somebody watches."""
    os.setsid()
    os.chdir(folder)
    os.environ.update(HOME=folder, TMPDIR=folder)
    for path, number in ((os.devnull, 0), *zip(said, (1, 2), strict=True)):
        opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    with suppress(AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, -1, 0, 0, 0)
    stands, going = gate
    os.close(stands)
    os.read(going, 1)
    os.close(going)
    return main(arguments)


if __name__ == "__main__":
    sys.exit(_main())
