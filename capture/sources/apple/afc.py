"""AFC, Apple's file service: the folder in which an iPhone keeps its pictures, read and deleted.

A packet is "CFA6LPAA" length(8) head(8) number(8) operation(8), little endian, where
length counts all of it and head what comes before the data, and then its data. What
answers a question has its number. Source: libimobiledevice, ``afc.h`` and ``afc.c``.
"""

import struct
import threading
from collections.abc import Mapping

from capture.errors import Unreadable
from capture.sources.apple.channel import Channel

SERVICE = "com.apple.afc"
READ_MAX = 1 << 20
"""Most bytes that are asked for at once."""

_MAGIC = b"CFA6LPAA"
_HEADER = struct.Struct("<8sQQQQ")
_NUMBER = struct.Struct("<Q")
_PAIR = struct.Struct("<QQ")
_MAX_ANSWER = 64 << 20
_STATUS, _READ_DIR, _REMOVE, _INFO, _OPEN, _READ, _CLOSE = 0x01, 0x03, 0x08, 0x0A, 0x0D, 0x0F, 0x14
_READ_ONLY = 1
_REASONS = {8: "missing", 9: "not-a-file", 10: "permission", 4: "device"}


class Refused(Unreadable):
    """The phone answered, and its answer was no; the connection is as good as before."""


class Afc:
    """A connection to the service. Its methods may be called from several threads."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._lock = threading.Lock()
        self._number = 0
        self.broken = False

    def close(self) -> None:
        """End it; whoever waits for an answer gets an error."""
        self.broken = True
        self._channel.close()

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in a folder, sorted. Raises Unreadable."""
        found = self._asked(_READ_DIR, _text(folder)).split(b"\0")
        names = (name.decode("utf-8", "surrogateescape") for name in found)
        return tuple(sorted(name for name in names if name not in ("", ".", "..")))

    def info(self, path: str) -> Mapping[str, str]:
        """Return what is said of a file: "st_size" bytes, "st_mtime" nanoseconds, "st_ifmt"."""
        parts = [
            part.decode("utf-8", "replace") for part in self._asked(_INFO, _text(path)).split(b"\0")
        ]
        return dict(zip(parts[::2], parts[1::2], strict=False))

    def open(self, path: str) -> int:
        """Open a file to be read, and return its handle. Raises Unreadable."""
        answer = self._asked(_OPEN, _NUMBER.pack(_READ_ONLY) + _text(path))
        if len(answer) != _NUMBER.size:
            raise Unreadable(reason="device")
        handle: int = _NUMBER.unpack(answer)[0]
        return handle

    def read(self, handle: int, count: int) -> bytes:
        """Read up to ``count`` bytes, none at the end. Raises Unreadable."""
        wanted = min(count, READ_MAX)
        answer = self._asked(_READ, _PAIR.pack(handle, wanted))
        if len(answer) > wanted:
            raise Unreadable(reason="device")
        return answer

    def end(self, handle: int) -> None:
        """Close a file. Raises Unreadable."""
        self._asked(_CLOSE, _NUMBER.pack(handle))

    def remove(self, path: str) -> None:
        """Delete one file by its path. Raises Unreadable."""
        self._asked(_REMOVE, _text(path))

    def _asked(self, operation: int, data: bytes) -> bytes:
        """Ask one thing and return the answer's data; only a whole answer leaves it usable."""
        with self._lock:  # whoever has it has it for one answer, and that has its time
            if self.broken:
                raise Unreadable(reason="device")
            try:
                return self._exchanged(operation, data)
            except Refused:
                raise
            except BaseException:
                self.close()
                raise

    def _exchanged(self, operation: int, data: bytes) -> bytes:
        self._number += 1
        length = _HEADER.size + len(data)
        self._channel.send(_HEADER.pack(_MAGIC, length, length, self._number, operation) + data)
        magic, untrusted_length, _, number, kind = _HEADER.unpack(
            self._channel.exactly(_HEADER.size)
        )
        count = untrusted_length - _HEADER.size
        if magic != _MAGIC or number != self._number or not 0 <= count <= _MAX_ANSWER:
            raise Unreadable(reason="device")
        answer = self._channel.exactly(count)
        if kind == _STATUS:
            _check(answer)
            return b""
        return answer


def _check(answer: bytes) -> None:
    status = _NUMBER.unpack(answer)[0] if len(answer) == _NUMBER.size else None
    if status:
        raise Refused(reason=_REASONS.get(status, "iphone-refused"))
    if status is None:
        raise Unreadable(reason="device")


def _text(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape") + b"\0"
