"""A body, lent to whoever seals it, in a thread of its own, and surely given back.

The sealing may end while its reader still waits for a byte. Before anything else is done with the
line the reader must have let go of it: one TLS connection is not for two threads.
"""

import hashlib
import threading
from types import TracebackType
from typing import BinaryIO, Self, cast

from capture.air.answers import Gone, Refused
from capture.air.multipart import Read
from capture.errors import Unreadable


class Loan:
    """One file's bytes. ``open`` may be called once; ``reclaim`` ends the loan."""

    def __init__(self, read: Read, sha256: str | None = None) -> None:
        """Lend what ``read`` gives; where a digest was announced it is checked at the end."""
        self._read = read
        self._announced = sha256
        self._lock = threading.Lock()
        self._stream: _Stream | None = None
        self.over = threading.Event()
        """Set when the line is to be let go of; whoever waits for bytes looks at it."""

    def open(self) -> BinaryIO:
        """Give the stream. Raises Unreadable where the loan is over."""
        with self._lock:
            if self.over.is_set() or self._stream is not None:
                raise Unreadable(reason="cut-off")
            self._stream = _Stream(self._read, self._announced)
            return cast("BinaryIO", self._stream)

    def reclaim(self) -> None:
        """End the loan, and wait until its reader has let go."""
        with self._lock:
            self.over.set()
            stream = self._stream
        if stream is not None:
            stream.returned.wait()


class _Stream:
    """Reads the body, and turns what the network says into what an import can say."""

    def __init__(self, read: Read, announced: str | None) -> None:
        self._read = read
        self._announced = announced
        self._digest = hashlib.sha256()
        self.returned = threading.Event()

    def read(self, count: int, /) -> bytes:
        """Return so many bytes, fewer at the end alone: TLS gives them in pieces of 16 KiB."""
        pieces, left = [], count
        try:
            while left and (piece := self._read(left)):
                pieces.append(piece)
                left -= len(piece)
        except (Gone, Refused) as error:
            raise Unreadable(reason="cut-off") from error
        some = b"".join(pieces)
        if self._announced is not None:
            self._digest.update(some)
            if left and self._digest.hexdigest() != self._announced:
                raise Unreadable(reason="other-content")
        return some

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.returned.set()
