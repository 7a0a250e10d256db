"""Several digests of one stream at once, on threads beside the one that reads.

``hashlib`` and ``zlib`` let go of the interpreter while they work on a large
block, so the slow digests run while the caller decrypts or encrypts the next.
"""

import hashlib
import zlib
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

_WORTH_A_THREAD = 32 * 1024
"""Shorter blocks are digested at once: handing them over would take longer."""

_AHEAD = 4
"""Blocks that may wait in one lane; this bounds the memory."""

Block = bytes | memoryview
"""Bytes that nobody changes any more."""

Update = Callable[[Block], object]


class Lane:
    """One thread that updates digests in the order in which blocks were given."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="digest")
        self._waiting: deque[Future[object]] = deque()

    def give(self, update: Update, block: Block) -> None:
        """Have the block digested, soon or now."""
        if len(block) < _WORTH_A_THREAD:
            self.settle()
            update(block)
            return
        if len(self._waiting) >= _AHEAD:
            self._waiting.popleft().result()
        self._waiting.append(self._pool.submit(update, block))

    def settle(self) -> None:
        """Wait until every block so far is digested."""
        while self._waiting:
            self._waiting.popleft().result()

    def close(self) -> None:
        """End the thread; what still waits is given up."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Lanes:
    """The two threads of one walk through a bundle; a context manager that ends them."""

    def __init__(self) -> None:
        self.first, self.second = Lane(), Lane()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.first.close()
        self.second.close()


class FileDigests:
    """CRC-32 and one more digest of one file, SHA-256 or another; read after ``settle`` only."""

    def __init__(self, lanes: Lanes, kind: str = "sha256") -> None:
        self._lanes = lanes
        self._digest = hashlib.new(kind)
        self.crc = 0
        self.size = 0

    def update(self, block: Block) -> None:
        """Take the next bytes of the file."""
        self.size += len(block)
        self._lanes.first.give(self._digest.update, block)
        self._lanes.second.give(self._check, block)

    def settle(self) -> str:
        """Wait for the threads, and return the digest in hexadecimal."""
        self._lanes.first.settle()
        self._lanes.second.settle()
        return self._digest.hexdigest()

    def _check(self, block: Block) -> None:
        self.crc = zlib.crc32(block, self.crc)
