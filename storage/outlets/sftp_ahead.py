"""Writing to a remote file ahead of the answers, by so many bytes and no more.

paramiko either waits for each answer or for none of them until the end; and what one SSH packet
takes, it cuts into two. Here no more than ``AHEAD`` is unanswered at any time, which bounds what
a cut costs: all that lies further back was answered for, so it is gone on with there.

How much one request may carry is asked for; who does not say gets what every server takes, in one
SSH packet.
"""

import struct

from storage.errors import OutletLied
from storage.outlets.base import BLOCK
from storage.outlets.sftp_packets import WRITE
from storage.outlets.ssh import Session

AHEAD = 2 << 20
"""Bytes that may be unanswered: as much as OpenSSH's own window of a channel lets out."""

_PLAIN = 32_000
"""Bytes of a request to a server that says nothing: with its head it fits in one SSH packet."""
_FEWEST = 1024


class Ahead:
    """A file that is written from one offset on, in order."""

    def __init__(self, session: Session, handle: bytes, at: int) -> None:
        """Begin at an offset of a file that the server has opened under this handle."""
        self._talk, self._client = session.talk, session.client
        self._handle = handle
        self._sent = at
        self._asked: dict[int, int] = {}  # request → its offset, in order

    @property
    def answered(self) -> int:
        """Where the first byte is that the server has not answered for."""
        return next(iter(self._asked.values()), self._sent)

    def write(self, block: bytes) -> None:
        """Send a block, once what is unanswered is little enough."""
        while self._sent + len(block) - self.answered > AHEAD:
            self._hear()
        number = self._client.request_number
        self._client.request_number += 1
        tail = struct.pack(">QI", self._sent, len(block))
        said = struct.pack(">BII", WRITE, number, len(self._handle)) + self._handle + tail
        self._send(struct.pack(">I", len(said) + len(block)) + said + block)
        self._asked[number] = self._sent
        self._sent += len(block)

    def finish(self) -> None:
        """Wait until all of it was answered."""
        while self._asked:
            self._hear()

    def _send(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            count = self._talk.send(left)
            if not count:
                raise EOFError
            left = left[count:]

    def _hear(self) -> None:
        if self._asked.pop(self._client.answered(), None) is None:
            raise OutletLied("an answer to nothing", reason="answer")


def largest_block(session: Session) -> int:
    """Ask how many bytes one request may write; no more than ``BLOCK``."""
    untrusted = session.client.most_at_once()
    return max(_FEWEST, min(untrusted, BLOCK)) if untrusted else _PLAIN
