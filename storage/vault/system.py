"""What the vault asks of the operating system, in one place, each with its Windows twin.

Every OSError of the vault is turned into one of our own errors here, and nowhere
else.
"""

import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from storage.errors import (
    DamagedVault,
    DiskFailed,
    DiskFull,
    NoPermission,
    StorageError,
    VaultInUse,
)

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
_GONE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP)
_BUSY = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_BINARY: int = getattr(os, "O_BINARY", 0)
_ERASE_STEP = 1 << 20
_AHEAD, _AHEAD_STEP = 1 << 30, 1 << 20
_WAITS = (0.01, 0.05, 0.2, 0.5)
"""Seconds between one try of putting a file in place and the next."""


@contextmanager
def disk(part: str) -> Iterator[None]:
    """Turn whatever the disk says while ``part`` is handled into one of our errors."""
    try:
        yield
    except OSError as error:
        raise named(error, part) from error


def named(error: OSError, part: str) -> StorageError:
    """Return our error for the system's. Its text, which may hold a path, is left out."""
    number = error.errno or 0
    if number in _FULL:
        return DiskFull("there is no room left on the disk", part=part)
    if number in _DENIED:
        return NoPermission("the system refuses access", part=part)
    if number in _GONE:
        return DamagedVault("a part is missing", part=part)
    return DiskFailed("the disk gave an error", part=part, system=errno.errorcode.get(number, "?"))


def create(path: Path) -> BinaryIO:
    """Make a new file that only its owner reads, and that did not exist; unbuffered."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY
    return os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0)


def open_file(path: Path, *, writable: bool = False) -> BinaryIO:
    """Open a file that is there, following no link; unbuffered."""
    flags = (os.O_RDWR if writable else os.O_RDONLY) | _NO_FOLLOW | _BINARY
    mode = "r+b" if writable else "rb"
    return os.fdopen(os.open(path, flags), mode, buffering=0)  # type: ignore[return-value]  # as above


def read_all(path: Path, limit: int) -> bytes:
    """Return a small file whole; beyond ``limit`` bytes the rest is not read."""
    with open_file(path) as file:
        return file.read(limit) or b""


def write_all(file: BinaryIO, data: bytes | bytearray | memoryview) -> None:
    """Write every byte: an unbuffered write may take fewer than it was given."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def forget_cached(file: BinaryIO) -> None:
    """Have what is read of a file come from the disk itself, where the system lets us ask."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def read_ahead(path: Path) -> None:
    """Have the system read a file into its memory, its first GiB at most: a hint, and no more.

    In steps, because Linux takes only so much of one hint. To be called while nobody holds a lock
    on the file: closing it here would end that.
    """
    if sys.platform != "linux":
        return
    with suppress(OSError, StorageError), open_file(path) as file:
        for start in range(0, min(os.fstat(file.fileno()).st_size, _AHEAD), _AHEAD_STEP):
            os.posix_fadvise(file.fileno(), start, _AHEAD_STEP, os.POSIX_FADV_WILLNEED)


def sync(file: BinaryIO) -> None:
    """Have the file's bytes on the disk before returning."""
    if sys.platform == "darwin":
        # fsync on macOS does not reach the platter; F_FULLFSYNC does.
        with suppress(OSError):
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
            return
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk. NTFS keeps its own journal of them."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` where ``path`` is, all or nothing, and overwrite what was there before."""
    with replacing(path) as file:
        write_all(file, data)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a new file to write, which then stands where ``path`` is, all or nothing."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        with create(fresh) as file:
            yield file
            sync(file)
        with _kept_open(path) as old:
            put_in_place(fresh, path)
            sync_folder(path.parent)
            if old is not None:
                with suppress(OSError):  # the new one stands: nobody may be told that it does not
                    overwrite(old, 0, os.fstat(old.fileno()).st_size)
    finally:
        fresh.unlink(missing_ok=True)


def put_in_place(fresh: Path, path: Path) -> None:
    """Rename over what is there. Windows refuses while a scanner has it open, for a moment."""
    for wait in _WAITS if sys.platform == "win32" else ():
        with suppress(PermissionError):
            fresh.replace(path)
            return
        time.sleep(wait)
    fresh.replace(path)


@contextmanager
def _kept_open(path: Path) -> Iterator[BinaryIO | None]:
    """Hold the file that is about to be replaced, so that its bytes can be erased after."""
    if sys.platform == "win32" or not path.exists():
        yield None  # Windows does not replace a file that is open
        return
    with open_file(path, writable=True) as old:
        yield old


def overwrite(file: BinaryIO, start: int, length: int) -> None:
    """Write randomness over a part of a file and wait for the disk."""
    file.seek(start)
    while length > 0:
        step = min(length, _ERASE_STEP)
        write_all(file, secrets.token_bytes(step))
        length -= step
    sync(file)


def erase(path: Path) -> None:
    """Overwrite a small file and take it away; nothing happens where there is none."""
    with suppress(FileNotFoundError):
        with open_file(path, writable=True) as file:
            overwrite(file, 0, os.fstat(file.fileno()).st_size)
        path.unlink()


def set_aside(path: Path) -> None:
    """Give a damaged file another name, so that nothing of it is lost; none there is no harm.

    With an index goes its rollback journal: left beside, it would be played into the next.
    """
    number = 1
    while path.with_name(f"{path.name}.aside-{number}").exists():
        number += 1
    with disk(path.name):
        for ending in ("", "-journal"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(f"{path}.aside-{number}{ending}")
        sync_folder(path.parent)


def free_space(folder: Path) -> int:
    """Return how many bytes the person may still write there."""
    return shutil.disk_usage(folder).free


class FolderLock:
    """One process at a time holds a vault.

    The lock is the kernel's and goes with the process, however it ends; the file itself says
    nothing and may stay.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            if error.errno in _BUSY:
                raise VaultInUse("another process holds the vault") from error
            raise

    def release(self) -> None:
        """Let the next one in."""
        self._file.close()


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
