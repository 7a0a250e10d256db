"""Landlock: the child reads its own code and libraries, and no other file (``landlock(7)``).

The rules hold for this process and its threads, for ever. What was handed over as an open
descriptor stays usable. Kernels since 5.13 have it where it was built in; later ones also keep
a process from TCP and from reaching processes outside (versions 4 and 6 of the interface).
"""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from capture.isolate.limits.promises import Held

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_NO_NEW_PRIVILEGES = 38
_ASK_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights on files each version of the interface knows."""
_TCP = 0b11
_SCOPES = 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def apply(readable: Iterable[Path]) -> frozenset[Held]:
    """Let this process read what is at or below some paths, and do nothing else with files.

    Returns what the kernel promised: nothing where it has no Landlock.
    """
    if sys.platform != "linux":
        return frozenset()
    library = ctypes.CDLL(None, use_errno=True)
    version = library.syscall(_CREATE, None, 0, _ASK_VERSION)
    if version < 1:
        return frozenset()
    rules = _ruleset(version)
    rights = library.syscall(_CREATE, ctypes.byref(rules), _size(version), 0)
    if rights < 0:
        return frozenset()
    try:
        for path in readable:
            _allow(library, rights, path)
        # A process may only bind itself where it can gain nothing by starting another program.
        if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or library.syscall(_RESTRICT, rights, 0):
            return frozenset()
    finally:
        os.close(rights)
    return frozenset((Held.READING, Held.WRITING))


def _ruleset(version: int) -> _Ruleset:
    rights = _FILE_RIGHTS[min(version, max(_FILE_RIGHTS))]
    tcp, scopes = 4, 6
    return _Ruleset(
        (1 << rights) - 1,
        _TCP if version >= tcp else 0,
        _SCOPES if version >= scopes else 0,
    )


def _size(version: int) -> int:
    """Return how much of the ruleset an older kernel knows, in bytes."""
    tcp, scopes = 4, 6
    return 8 * (1 + (version >= tcp) + (version >= scopes))


def _allow(library: ctypes.CDLL, rights: int, path: Path) -> None:
    if sys.platform == "linux":
        try:
            opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:  # not on this machine
            return
        try:
            allowed = _READ_FILE | (_READ_DIR if path.is_dir() else 0)
            rule = _Beneath(allowed, opened)
            library.syscall(_ADD, rights, _PATH_BENEATH, ctypes.byref(rule), 0)
        finally:
            os.close(opened)
