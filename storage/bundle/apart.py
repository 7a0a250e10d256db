"""Digests of files that lie in one container, each read by a thread of its own where it lies.

A bundle that arrives as a stream is digested as it comes. One that lies on a disk
whole need not wait for its own order: one thread walks the headers and skips what
they announce, and several read the content, so that every processor helps. What
each one reads is digested while it is in the processor's own memory still.
"""

import hashlib
import os
import sys
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Self

from storage.errors import DamagedBundle
from storage.progress import Tick

WORTH_SKIPPING = 1024 * 1024
"""Bytes of a file from which on it is read apart."""

_BLOCK = 256 * 1024
_MOST = 8
_BEAT_SECONDS = 0.1


def can_be_apart() -> bool:
    """Whether this system lets several threads read one open file, each at its own place."""
    return hasattr(os, "pread")


class ApartDigests:
    """CRC-32 and SHA-256 of one stretch of the container; read after ``settle`` only."""

    def __init__(self, apart: "Apart", begins: int, size: int) -> None:
        self._apart, self._begins = apart, begins
        self.size, self.crc = size, 0
        self._digest = hashlib.sha256()
        self.future = apart.pool.submit(self._work)

    def settle(self) -> str:
        """Return the digest in hexadecimal. Raises DamagedBundle("cut"), and OSError."""
        self.future.result()
        return self._digest.hexdigest()

    def _work(self) -> None:
        if sys.platform == "win32":
            raise NotImplementedError  # nobody reads apart there: can_be_apart says so
        at, end = self._begins, self._begins + self.size
        while at < end and not self._apart.over.is_set():
            block = os.pread(self._apart.file, min(_BLOCK, end - at), at)
            if not block:
                raise DamagedBundle(reason="cut")
            self._digest.update(block)
            self.crc = zlib.crc32(block, self.crc)
            at += len(block)
            self._apart.count(len(block))


class Apart:
    """The threads over one open file; a context manager that ends them."""

    def __init__(self, file: int) -> None:
        self.file = file
        self.over = threading.Event()
        workers = max(2, min(os.cpu_count() or 2, _MOST))
        self.pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="digest")
        self._taken: list[ApartDigests] = []
        self._lock, self._done = threading.Lock(), 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.pool.shutdown(wait=True, cancel_futures=True)

    def take(self, begins: int, size: int) -> ApartDigests:
        """Have a stretch of the file digested."""
        self._taken.append(ApartDigests(self, begins, size))
        return self._taken[-1]

    def count(self, size: int) -> None:
        """Count bytes that were digested."""
        with self._lock:
            self._done += size

    def finish(self, tick: Tick) -> None:
        """Wait until all is digested, and tell how far it is."""
        left = {one.future for one in self._taken}
        while left:
            left = set(wait(left, timeout=_BEAT_SECONDS).not_done)
            tick(self._done, 0)
