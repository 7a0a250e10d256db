"""A body, lent to whoever seals it, in a thread of its own, and surely given back.

The sealing may end while its reader still waits for a byte. Before anything else is done with the
line the reader must have let go of it: one TLS connection is not for two threads.
"""

import hashlib
import threading
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
        self._opened = False
        self._reading = threading.Lock()
        self.over = threading.Event()
        """Set when the line is to be let go of; whoever waits for bytes looks at it."""

    def open(self) -> BinaryIO:
        """Give the stream. Raises Unreadable where it was given already."""
        if self._opened:
            raise Unreadable(reason="cut-off")
        self._opened = True
        return cast("BinaryIO", _Stream(self._piece, self._announced))

    def _piece(self, most: int) -> bytes:
        """Return some bytes, none at the end. Raises Gone once the loan is over."""
        with self._reading:
            if self.over.is_set():
                raise Gone
            return self._read(most)

    def reclaim(self) -> None:
        """End the loan: when this returns nobody reads any more, whatever becomes of the reader."""
        self.over.set()
        with self._reading:
            return


class _Stream:
    """Reads the body, and turns what the network says into what an import can say."""

    def __init__(self, piece: Read, announced: str | None) -> None:
        self._piece = piece
        self._announced = announced
        self._digest = hashlib.sha256()

    def read(self, count: int, /) -> bytes:
        """Return so many bytes, fewer at the end alone: TLS gives them in pieces of 16 KiB."""
        pieces, left = [], count
        try:
            while left and (piece := self._piece(left)):
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

    def __exit__(self, *_: object) -> None:
        """Do nothing: the line is not its own."""
