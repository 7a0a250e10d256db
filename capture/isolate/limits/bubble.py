"""A bubble around the child, where the system has ``bubblewrap`` and lets people use it.

It gives a process rooms of its own (``namespaces(7)``): no network device, not even a loopback
that is shared; no other process to be seen; and a tree of folders in which there is nothing but
the child's code and the system's libraries, none of which it can change.
"""

import functools
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from capture.isolate.limits.promises import Held

_PROGRAMS = ("/usr/bin/bwrap", "/bin/bwrap")
_TRIED_WITH = "/usr/bin/true"
_PATIENCE = 5.0
_APART = ("--unshare-all", "--cap-drop", "ALL")
"""It stays in the group of its parent's choice, so that all of it can be ended at once. That it
die with its parent cannot be asked for: the system means the thread that started it."""
SIGN = "FIRSTHAND_APART"
"""The name in the environment by which a process knows that it is in a bubble."""
_MADE_AFRESH = ("--dev", "/dev", "--proc", "/proc", "--chdir", "/", "--setenv", SIGN, "1", "--")


def around(command: Sequence[str], readable: Iterable[Path]) -> list[str]:
    """Return the command inside a bubble that shows some paths, or as it is where there is none."""
    program = _found()
    if sys.platform != "linux" or program is None:
        return list(command)
    shown = tuple(dict.fromkeys(str(path) for path in readable if _is_shown(path)))
    if not _works(program, shown):
        return list(command)
    return [*_bubble(program, shown), *command]


def held() -> frozenset[Held]:
    """Return what this process was promised when it was started."""
    return frozenset((Held.APART,)) if SIGN in os.environ else frozenset()


def _found() -> str | None:
    return next((program for program in _PROGRAMS if os.access(program, os.X_OK)), None)


def _is_shown(path: Path) -> bool:
    """Say whether a path is bound as it is; the bubble has devices and processes of its own."""
    return path.exists() and path.parts[1] not in {"dev", "proc"}


def _bubble(program: str, shown: Iterable[str]) -> list[str]:
    bound = [word for path in shown for word in ("--ro-bind", path, path)]
    return [program, *_APART, *bound, *_MADE_AFRESH]


@functools.cache
def _works(program: str, shown: tuple[str, ...]) -> bool:
    """Try it once: many systems have the program and forbid what it needs."""
    try:
        tried = subprocess.run(
            [*_bubble(program, shown), _TRIED_WITH],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={},
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0
