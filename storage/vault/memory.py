"""Keeping keys in memory from other programs, from crash dumps and from the swap space.

Each system has its own means. What one does not offer, or did not allow, is said by a code (see
``unprotected``); nothing is claimed that was not granted. Malware that runs with the person's
rights is out of reach all the same.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE = 4
_PR_GET_DUMPABLE = 3
_PT_DENY_ATTACH = 31
_WER_NO_HEAP, _WER_NO_UI = 0x1, 0x20
_SEM_QUIET = 0x1 | 0x2 | 0x8000
_SWAPS_MAX = 64 * 1024
_DEPTH_MAX = 16

SYSFS = Path("/sys")
SWAPS = Path("/proc/swaps")


def unprotected() -> tuple[str, ...]:
    """Protect this process's memory, and return codes for what stays unprotected.

    "core-dumps": a crash may write memory to the disk. "memory-readable": other programs of the
    same person may read it. "swap-plain": the swap space is not encrypted, as far as can be
    told. "swap-unknown": whether it is cannot be told here. Doing it twice does no harm.
    """
    asked: tuple[tuple[str, Callable[[], bool]], ...]
    if sys.platform == "win32":
        asked = (("core-dumps", _no_error_reports), ("memory-readable", lambda: False))
    elif sys.platform == "darwin":
        asked = (("core-dumps", _no_core_dumps), ("memory-readable", _deny_attach))
    else:
        asked = (("core-dumps", _no_core_dumps), ("memory-readable", _not_dumpable))
    return (*(code for code, done in asked if not _granted(done)), *_swap())


def lock_memory(secret: bytearray) -> bool:
    """Keep a secret's page out of swap; says whether the system allowed it."""
    address = ctypes.addressof(ctypes.c_char.from_buffer(secret))
    size = ctypes.c_size_t(len(secret))

    def locked() -> bool:
        if sys.platform == "win32":
            return bool(ctypes.windll.kernel32.VirtualLock(ctypes.c_void_p(address), size))
        return bool(ctypes.CDLL(None).mlock(ctypes.c_void_p(address), size) == 0)

    return _granted(locked)


def give_back() -> None:
    """Have the system take memory that is free inside of what this process was given.

    GNU's C library keeps it otherwise; others have no such call, or need none.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def _granted(asked: Callable[[], bool]) -> bool:
    """Ask the system for something that it may not have heard of."""
    try:
        return asked()
    except (OSError, AttributeError, ValueError):
        return False


def _no_core_dumps() -> bool:
    done = False
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        done = resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    return done


def _not_dumpable() -> bool:
    """Linux: no core dump at all, also none that is piped, and no reading by the same user."""
    prctl = ctypes.CDLL(None).prctl
    return bool(prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 == prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0))


def _deny_attach() -> bool:
    """macOS: no debugger may attach any more; task ports are the system's own to guard."""
    return bool(ctypes.CDLL(None).ptrace(_PT_DENY_ATTACH, 0, None, 0) == 0)


def _no_error_reports() -> bool:
    """Windows: error reports without the heap, and no window that offers one."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(_SEM_QUIET)
        return bool(kernel.WerSetFlags(_WER_NO_HEAP | _WER_NO_UI) == 0)
    return False


def _swap() -> tuple[str, ...]:
    if sys.platform == "win32":
        return ("swap-unknown",)  # a page file is encrypted by BitLocker or a policy, or not
    if sys.platform == "darwin":
        return ()  # always encrypted, since Mac OS X 10.7
    try:
        with SWAPS.open("r", encoding="utf-8", errors="replace") as file:
            lines = file.read(_SWAPS_MAX).splitlines()[1:]
    except OSError:
        return ("swap-unknown",)
    return ("swap-plain",) if any(not _sealed_swap(line) for line in lines) else ()


def _sealed_swap(line: str) -> bool:
    r"""Whether a line of /proc/swaps is memory, or lies on an encrypted device.

    A line is: name (spaces as \040), "partition" or "file", size, used, priority.
    """
    name = line.partition(" ")[0].partition("\t")[0].replace("\\040", " ")
    try:
        place = Path(name).stat()
    except OSError:
        return False
    sealed = False
    if sys.platform != "win32":
        # Of a device file its own number counts, of a swap file that of the disk it lies on.
        number = place.st_rdev or place.st_dev
        block = SYSFS / "dev" / "block" / f"{os.major(number)}:{os.minor(number)}"
        sealed = _sealed(block, _DEPTH_MAX)
    return sealed


def _sealed(block: Path, depth: int) -> bool:
    """Whether a block device, or everything that it is made of, is encrypted or is memory."""
    if depth == 0:
        return False
    if _line(block / "dm" / "uuid").startswith("CRYPT-"):
        return True
    with suppress(OSError):
        if block.resolve().name.startswith("zram"):
            backing = _line(block / "backing_dev")
            return backing in ("", "none")
    parts = list(_parts(block))
    return bool(parts) and all(_sealed(part, depth - 1) for part in parts)


def _parts(block: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (block / "slaves").iterdir()


def _line(path: Path) -> str:
    try:
        with path.open("r", encoding="utf-8", errors="replace") as file:
            return file.readline(256).strip()
    except OSError:
        return ""
