"""A SHA-256 computed beside other work: hashing is the longest part of taking a file in.

OpenSSL lets go of the interpreter while it hashes and while it encrypts, so one
thread hashes what the other encrypts and writes.
"""

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor


class HashBeside:
    """One digest, by one thread of its own once there is enough to be worth it."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._thread: ThreadPoolExecutor | None = None
        self._under_way: Future[None] | None = None

    def update_beside(self, data: memoryview) -> None:
        """Begin to add the bytes; they must stay as they are until the next call returns."""
        self._settle()
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1)
        self._under_way = self._thread.submit(self._hash.update, data)

    def update(self, data: memoryview) -> None:
        """Add the bytes, here and now."""
        self._settle()
        self._hash.update(data)

    def hexdigest(self, more: memoryview) -> str:
        """Return the digest of all that was added and then ``more``, which is not added."""
        self._settle()
        whole = self._hash.copy()
        whole.update(more)
        return whole.hexdigest()

    def wait(self) -> None:
        """Return when nothing is read any more, and let the thread go."""
        self._settle()
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None

    def _settle(self) -> None:
        under_way, self._under_way = self._under_way, None
        if under_way is not None:
            under_way.result()
