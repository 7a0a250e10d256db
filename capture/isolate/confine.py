"""What the child gives up before it sees its first foreign byte.

Each system has its own means (``limits``). Where one is missing, its promise is missing from the
answer, which ``vault info`` repeats; nothing is ever claimed that the system did not take.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from capture.isolate.limits import bubble, jobs, landlock, resources, seatbelt, seccomp
from capture.isolate.limits.promises import Held

_HOUSE = Path(__file__).resolve().parents[2]
_OF_THE_SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/System/Library",
    "/etc/ld.so.cache",
    "/etc/ssl/openssl.cnf",
    "/dev/null",
    "/dev/urandom",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/sys/vm/overcommit_memory",
    "/sys/devices/system/cpu",
)


def confine() -> frozenset[Held]:
    """Give up whatever this system lets a process give up, and return what is promised."""
    places = tuple(readable())
    return frozenset().union(
        bubble.held(),
        resources.apply(),
        jobs.apply(),
        seatbelt.apply(places),
        landlock.apply(places),
        seccomp.apply(),  # last: it lets nothing more be given up
    )


def readable() -> Iterator[Path]:
    """Give what the child's own code is made of: this program, Python, the system's libraries."""
    if getattr(sys, "frozen", False):
        yield Path(sys.executable).resolve().parent
    else:
        yield from (_HOUSE / part for part in ("capture", "storage", "main.py"))
        yield from {Path(path).resolve() for path in (sys.prefix, sys.base_prefix, *_packages())}
    yield from map(Path, _OF_THE_SYSTEM)


def _packages() -> Iterator[str]:
    """Give the folders that modules are loaded from; not the house, where a vault may lie."""
    for path in sys.path:
        if path and Path(path).resolve() != _HOUSE:
            yield path
