"""Memory that a child and its parent both see, so that bytes need not go through a pipe.

It has no name that another program could open and never lies on a disk; it ends with the
two processes. Its length is sealed: a child that was taken over could otherwise shorten it,
and the parent would crash where it reads. What stands in it can change while it is read, so
whoever takes something out takes it once. Linux has such memory (``memfd_create(2)``); where
a system has none, everything goes through the pipes.
"""

import mmap
import os
import sys

SIZE = 8 << 20
"""Bytes of one window."""


def make() -> int | None:
    """Return the descriptor of a new window's memory, or None where the system has none."""
    if sys.platform != "linux":
        return None
    try:
        memory = os.memfd_create("firsthand", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    except OSError:  # a kernel that was built without it
        return None
    try:
        os.ftruncate(memory, SIZE)
        _seal(memory)
    except BaseException:
        os.close(memory)
        raise
    return memory


def _seal(memory: int) -> None:
    if sys.platform == "linux":
        import fcntl  # there is none on every system that imports this module

        seals = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL
        fcntl.fcntl(memory, fcntl.F_ADD_SEALS, seals)


def open_window(memory: int) -> memoryview:
    """Return the window behind a descriptor, which is closed and no longer needed."""
    try:
        return memoryview(mmap.mmap(memory, SIZE))
    finally:
        os.close(memory)
