"""What ``requests`` sends over: one connection of ours, and nothing that it could open itself.

``requests`` and urllib3 do the HTTP. Left to themselves they would also look
names up, read proxies, certificates and passwords from the environment, and
follow whatever a server points to. So their one adapter here has one pool, the
pool one connection, and that one is a line which the link has opened: through
the chosen proxy, inside TLS, its certificate compared with the pin.

Between a line and urllib3 stands a ``Wire``, which looks like a socket to it.
"""

import io
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from typing import Any, BinaryIO, cast

from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from typing_extensions import override
from urllib3 import HTTPConnectionPool
from urllib3.connection import HTTPConnection

from storage.errors import OutletLied, Unreachable
from storage.outlets.transport.dial import Line

_MOST_HEAD = 8 << 20
"""Bytes of the heads before a body: a hundred fields of 64 KiB are the most that is read of one."""

_MOST_INTERIM = 20
_INTERIM = 1
_COOKIES = ("Set-Cookie", "Set-Cookie2")

Opening = Callable[[], Line]


class Wire:
    """What urllib3 wants of a socket, over a line."""

    def __init__(self, line: Line) -> None:
        """Stand for an open line."""
        self.line = line
        self._readers = 0
        self._closed = False
        self._left: int | None = None

    def sendall(self, data: bytes) -> None:
        """Send all of it; a server that hung up after it said why is listened to by urllib3."""
        try:
            self.line.send_all(data)
        except Unreachable as error:
            if not self.line.answered():
                raise
            raise BrokenPipeError from error

    def settimeout(self, seconds: float | None) -> None:
        """Leave it: a line waits in slices, and knows itself when it has waited too long."""

    def makefile(self, mode: str) -> BinaryIO:
        """Return a stream of what comes; the line stays open until it is closed, too."""
        del mode  # an answer is only read
        self._readers += 1
        return _Stream(_Reading(self))

    def close(self) -> None:
        """End the line, once nobody reads from it."""
        self._closed = True
        if not self._readers:
            self.line.close()

    def allow(self, count: int | None) -> None:
        """Let so many bytes be read until this is said again, whole or given up as a drip."""
        self._left = count
        self.line.reading.begin(whole=count is not None)

    def read_into(self, buffer: bytearray | memoryview) -> int:
        """Read what there is. Raises OutletLied where it is more than was allowed."""
        count = self.line.readinto(buffer)
        if self._left is not None:
            self._left -= count
            if self._left < 0:
                raise OutletLied(reason="too-much")
        return count

    def read_no_more(self, *, left_over: bool) -> None:
        """Know that the stream of an answer was closed, maybe with more in it than the answer."""
        self._readers -= 1
        if left_over:
            self.line.close()
        if self._closed:
            self.close()


class _Reading(io.RawIOBase):
    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self.wire = wire
        self.is_over = False

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io declares the wider Buffer protocol, which 3.11 cannot name
        return 0 if self.is_over else self.wire.read_into(buffer)


class _Stream(io.BufferedReader):
    """What comes, read ahead: what is left of that when an answer ends was sent unasked."""

    def __init__(self, reading: _Reading) -> None:
        super().__init__(reading)
        self._reading = reading

    @override
    def read(self, size: int | None = None, /) -> bytes:
        """Read so many bytes. Whatever there is, without an end, is what a chunk of -1 asks for."""
        if size is None or size < 0:
            raise HTTPException("no length")
        return super().read(size)

    @override
    def close(self) -> None:
        if not self.closed:
            self._reading.is_over = True
            left_over = bool(self.peek())
            super().close()
            self._reading.wire.read_no_more(left_over=left_over)


class _Head(HTTPResponse):
    """Python's reader of answers: with an end to what comes before one, and without cookies."""

    def __init__(self, sock: Any, *more: Any, **named: Any) -> None:
        super().__init__(sock, *more, **named)
        self._wire = cast("Wire", sock)

    @override
    def begin(self) -> None:
        """Read the head of the final answer; a few that only say "still here" may come before."""
        self._wire.allow(_MOST_HEAD)
        for _ in range(_MOST_INTERIM):
            super().begin()
            if self.status // 100 != _INTERIM:
                break
            del self.headers
            self.headers = self.msg = cast("Any", None)  # as before the first
        else:
            raise HTTPException("no answer")
        self._wire.allow(None)
        for name in _COOKIES:
            del self.msg[name]


class _Connection(HTTPConnection):
    """urllib3's connection, which has another open its line."""

    response_class = _Head

    def __init__(self, *more: Any, opening: Opening, **named: Any) -> None:
        super().__init__(*more, **named)
        self._opening = opening

    @override
    def connect(self) -> None:
        self.sock = cast("Any", Wire(self._opening()))

    @property
    @override
    def is_connected(self) -> bool:
        """Whether it can be used again: what came unasked has ended it."""
        if self.sock is None:
            return False
        line = cast("Wire", self.sock).line
        return not line.closed and not line.answered()


class _Pool(HTTPConnectionPool):
    """A pool for plain and encrypted lines alike: TLS is below it."""

    ConnectionCls = _Connection


class _Adapter(HTTPAdapter):
    """The one way that a session has."""

    def __init__(self, host: str, port: int, opening: Opening) -> None:
        super().__init__(max_retries=0)
        self._pool = _Pool(host, port, maxsize=1, opening=opening)

    @override
    def get_connection_with_tls_context(
        self, request: PreparedRequest, verify: Any, proxies: Any = None, cert: Any = None
    ) -> HTTPConnectionPool:
        """Return the pool, whatever was asked for: there is nowhere else to go."""
        return self._pool

    @override
    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Do nothing: the line was made to show its certificate before it was given out."""


class OneWay(Session):
    """A session that goes by the given lines alone, wherever it is pointed."""

    def __init__(self, host: str, port: int, opening: Opening) -> None:
        """Speak to one host; ``opening`` gives an open line each time one is needed."""
        super().__init__()
        self.trust_env = False
        self.headers.clear()
        self.adapters.clear()
        self.mount("http", _Adapter(host, port, opening))

    @override
    def get_redirect_target(self, resp: Response) -> None:
        """Return no target: else the body of a redirect is read, however long it is."""
