"""A filter of system calls: what computing needs passes, the rest does not (``seccomp(2)``).

What no decoder ever does (a connection, another program, a look into another process) ends the
process at once with SIGSYS, so that its parent hears of it. What is merely not needed fails as if
the kernel did not know it, which the C library is made for. The filter is a program for the
kernel's classic BPF machine, made here; it holds for this process and its threads, for ever.
"""

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterator

from capture.isolate.limits.promises import Held
from capture.isolate.limits.syscalls import ALLOWED, DEADLY, LOOKED_AT

_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Machine → its column in the tables, and its name for the kernel (AUDIT_ARCH of audit.h)."""
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2

_KILL, _ALLOW, _ERROR = 0x80000000, 0x7FFF0000, 0x00050000
_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_OTHER_ABI = 0x40000000
"""Numbers of the 32-bit interface of x86-64 begin here."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_THREAD = 0x10000
_TERMINAL_QUESTIONS = (0x5401, 0x541B)
_HARMLESS_PRCTL = (3, 15, 16, 23, 0x53564D41)
"""Ask whether it is dumpable, name a thread, ask for that name or a capability, name memory."""
_UNIX_SOCKET = 1

_Row = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("rows", ctypes.c_char_p))


def apply() -> frozenset[Held]:
    """Bind this process, which has one thread yet, and return what the kernel promised."""
    machine = platform.machine()
    if sys.platform != "linux" or machine not in _MACHINES:
        return frozenset()
    rows = b"".join(struct.pack("=HBBI", *row) for row in _program(machine))
    program = _Program(len(rows) // 8, rows)
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return frozenset()
    if library.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0):
        return frozenset()
    return frozenset((Held.NETWORK, Held.PROGRAMS, Held.WRITING))


def _program(machine: str) -> Iterator[_Row]:
    column, architecture = _MACHINES[machine]
    yield _LOAD, 0, 0, _ARCHITECTURE
    yield from _unless(_EQUAL, architecture, _KILL)
    yield _LOAD, 0, 0, _NUMBER
    yield from _when(_AT_LEAST, _OTHER_ABI, _KILL)
    for numbers in ALLOWED.values():
        if (number := numbers[column]) is not None:
            yield from _when(_EQUAL, number, _ALLOW)
    for name, rule in _rules().items():
        if (number := LOOKED_AT[name][column]) is not None:
            yield _EQUAL, 0, len(rule), number
            yield from rule
    for numbers in DEADLY.values():
        if (number := numbers[column]) is not None:
            yield from _when(_EQUAL, number, _KILL)
    yield _RETURN, 0, 0, _ERROR | errno.ENOSYS


def _rules() -> dict[str, list[_Row]]:
    """Return for each name what decides by its arguments; every rule ends in a return."""
    denied = _ERROR | errno.EPERM
    own = os.getpid()
    return {
        "openat": _argument(2, _ANY_BIT, (_WRITING,), _ERROR | errno.EACCES, _ALLOW),
        "open": _argument(1, _ANY_BIT, (_WRITING,), _ERROR | errno.EACCES, _ALLOW),
        "ioctl": _argument(1, _EQUAL, _TERMINAL_QUESTIONS, _ALLOW, denied),
        "prctl": _argument(0, _EQUAL, _HARMLESS_PRCTL, _ALLOW, denied),
        "prlimit64": _only_asked(denied),
        "clone": _argument(0, _ANY_BIT, (_THREAD,), _ALLOW, _KILL),
        "clone3": [(_RETURN, 0, 0, _ERROR | errno.ENOSYS)],
        "kill": _argument(0, _EQUAL, (own,), _ALLOW, _KILL),
        "tgkill": _argument(0, _EQUAL, (own,), _ALLOW, _KILL),
        "tkill": [(_RETURN, 0, 0, denied)],
        "socket": _argument(0, _EQUAL, (_UNIX_SOCKET,), denied, _KILL),
    }


def _argument(
    which: int, test: int, values: tuple[int, ...], then: int, otherwise: int
) -> list[_Row]:
    """Return rows that look at the lower half of an argument, and return in either case."""
    rows: list[_Row] = [(_LOAD, 0, 0, _FIRST_ARGUMENT + 8 * which)]
    for value in values:
        rows += _when(test, value, then)
    return [*rows, (_RETURN, 0, 0, otherwise)]


def _only_asked(otherwise: int) -> list[_Row]:
    """Return rows that let a limit be asked for, not set: both halves of the new one are zero."""
    new = _FIRST_ARGUMENT + 8 * 2
    return [
        (_LOAD, 0, 0, new),
        *_unless(_EQUAL, 0, otherwise),
        (_LOAD, 0, 0, new + 4),
        *_unless(_EQUAL, 0, otherwise),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _when(test: int, value: int, then: int) -> list[_Row]:
    return [(test, 0, 1, value), (_RETURN, 0, 0, then)]


def _unless(test: int, value: int, then: int) -> list[_Row]:
    return [(test, 1, 0, value), (_RETURN, 0, 0, then)]
