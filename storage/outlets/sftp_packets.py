"""What an SFTP server answers, measured before paramiko reads it (draft-ietf-secsh-filexfer-02).

paramiko believes what an answer says of itself: a few bytes that speak of four thousand million
names, or attributes, keep it for an hour. So lengths and counts are held against the bytes.
"""

from storage.errors import OutletLied

MOST_PACKET = 1 << 20
"""Bytes of one answer: OpenSSH's end at 256 KiB, and what we ask for is smaller."""

STATUS, NAME, ATTRS, EXTENDED_REPLY = 101, 104, 105, 201
WRITE = 6
"""Kinds of packets."""

_WORD = 4
_FIXED = ((1, 8), (2, 8), (4, 4), (8, 8))
"""Bytes of each attribute, where its bit of the flags is set: size, owners, rights, times."""
_EXTENDED = 0x80000000


def check(kind: int, untrusted: bytes) -> None:
    """Walk through the lengths of an answer. Raises OutletLied where it ends before them."""
    walk = _Walk(untrusted)
    if kind == ATTRS:
        walk.pass_by(_WORD)
        walk.attributes()
    elif kind == NAME:
        walk.pass_by(_WORD)
        for _ in range(walk.number()):
            walk.string()
            walk.string()
            walk.attributes()


class _Walk:
    """Through bytes, from the first one on; each step takes some or raises OutletLied."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def pass_by(self, count: int) -> None:
        self._at += count
        if self._at > len(self._data):
            raise OutletLied("an answer shorter than it says", reason="answer")

    def number(self) -> int:
        self.pass_by(_WORD)
        return int.from_bytes(self._data[self._at - _WORD : self._at])

    def string(self) -> None:
        self.pass_by(self.number())

    def attributes(self) -> None:
        flags = self.number()
        self.pass_by(sum(size for flag, size in _FIXED if flags & flag))
        for _ in range(self.number() if flags & _EXTENDED else 0):
            self.string()
            self.string()
