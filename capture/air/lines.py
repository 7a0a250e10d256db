"""The one module here that has sockets: it listens on one address, and may say that it does.

Nothing is connected to. What is received is bounded in time: whoever keeps a
connection open without sending, or sends a byte now and then, is hung up on.
Waiting is done in short slices, so that the receiver can be closed at any moment.
"""

import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from ssl import SSLContext, SSLSocket
from typing import Self

from capture.air import limits
from capture.air.addresses import Address, own_addresses
from capture.air.answers import CONTINUE, Gone, Refused
from capture.errors import CannotReceive

_SLICE = 0.25
_BLOCK = 256 << 10
_BACKLOG = 32
_LINGER_SECONDS = 2.0
_LINGER_BYTES = 4 << 20
_END_OF_HEAD = b"\r\n\r\n"
_GROUP, _GROUP_PORT = "224.0.0.167", 53317

Socket = socket.socket


def addresses() -> tuple[Address, ...]:
    """Return the addresses of this computer, those that others reach first."""
    return own_addresses(_by_name)


def _by_name() -> tuple[str, ...]:
    try:
        return (*socket.gethostbyname_ex(socket.gethostname())[2], "127.0.0.1")
    except OSError:
        return ("127.0.0.1",)


class Line:
    """One connection inside TLS. Not for two threads at once."""

    def __init__(self, sock: SSLSocket, stopped: Callable[[], bool]) -> None:
        self._sock = sock
        self._closing = stopped
        self.also_stopped: Callable[[], bool] | None = None
        """Another reason for which nothing more is waited for, where there is one."""
        self._early = b""

    def receive(self, most: int, seconds: float) -> bytes:
        """Return some bytes, none at the end. Raises Gone after so many seconds without any."""
        if self._early:
            some, self._early = self._early[:most], self._early[most:]
            return some
        until = time.monotonic() + seconds
        self._sock.settimeout(_SLICE)
        while not self._stopped():
            try:
                return self._sock.recv(min(most, _BLOCK))
            except TimeoutError:
                if time.monotonic() > until:
                    raise Gone from None
            except OSError as error:
                raise Gone from error
        raise Gone

    def _stopped(self) -> bool:
        return self._closing() or (self.also_stopped is not None and self.also_stopped())

    def head(self) -> bytes:
        """Return all until the first empty line. Raises Refused, Gone."""
        until = time.monotonic() + limits.HEAD_SECONDS
        found = b""
        while _END_OF_HEAD not in found:
            if len(found) >= limits.HEAD:
                raise Refused(431, "The headers are too long.")
            left = until - time.monotonic()
            if left <= 0:  # also for one that sends a byte now and then
                raise Gone
            some = self.receive(limits.HEAD - len(found), left)
            if not some:
                raise Gone
            found += some
        head, _, self._early = found.partition(_END_OF_HEAD)
        return head

    def go_on(self) -> None:
        """Tell a sender that waits for it to send the body."""
        self.send(CONTINUE)

    def send(self, data: bytes) -> None:
        """Send all of it. Raises Gone."""
        self._sock.settimeout(limits.ANSWER_SECONDS)
        try:
            self._sock.sendall(data)
        except OSError as error:
            raise Gone from error

    def let_go(self) -> None:
        """Say that nothing more comes, and read on for a moment.

        A connection that is closed with bytes unread is reset, and a sender in the middle of a body
        would never read why.
        """
        until = time.monotonic() + _LINGER_SECONDS
        left = _LINGER_BYTES
        with suppress(OSError, Gone):
            self._sock.shutdown(socket.SHUT_WR)  # from here on Python hands out TLS's own bytes
            self._early = b""
            while left > 0 and (seconds := until - time.monotonic()) > 0:
                some = self.receive(_BLOCK, seconds)
                if not some:
                    return
                left -= len(some)

    def close(self) -> None:
        """Hang up. Never raises."""
        with suppress(OSError):
            self._sock.close()


class Body:
    """What follows a head: as many bytes as it said, at no less than the rate that is owed."""

    def __init__(self, line: Line, length: int) -> None:
        self.left = length
        self._line = line
        self._patience = limits.OWED_SECONDS
        self._came = 0

    def read(self, most: int) -> bytes:
        """Return some bytes, none at the end of the body. Raises Gone before that."""
        if not self.left:
            return b""
        begun = time.monotonic()
        some = self._line.receive(min(most, self.left), self._patience)
        if not some:
            raise Gone
        self.left -= len(some)
        self._count(len(some), time.monotonic() - begun)
        return some

    def whole(self) -> bytes:
        """Return all of it; its length must have been found to be bearable."""
        pieces = []
        while some := self.read(self.left):
            pieces.append(some)
        return b"".join(pieces)

    def _count(self, came: int, waited: float) -> None:
        """Begin a new window where what is owed came; only waiting for the sender counts."""
        self._patience -= waited
        self._came += came
        if self._came >= limits.OWED_BYTES:
            self._patience, self._came = limits.OWED_SECONDS, 0
        elif self._patience <= 0:
            raise Gone


class Listener:
    """A listening socket on one address of this computer."""

    def __init__(self, address: str, port: int) -> None:
        """Listen. Raises CannotReceive for an address that is not ours or a port in use."""
        if address not in {one.ip for one in addresses()}:
            raise CannotReceive(reason="not-ours")
        self._sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if sys.platform != "win32":  # there it would let another program take the port, too
                self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._sock.bind((address, port))
            self._sock.listen(_BACKLOG)
        except OSError as error:
            self._sock.close()
            raise CannotReceive(str(error.strerror), reason="in-use", port=port) from error
        self._sock.settimeout(_SLICE)
        self.address = address
        self.port = int(self._sock.getsockname()[1])

    def accept(self) -> tuple[socket.socket, str] | None:
        """Return the next connection and who it is from; None after a moment without one."""
        try:
            sock, (who, _port) = self._sock.accept()
        except OSError:  # nobody came; or whoever came has gone again
            return None
        return sock, str(who)

    def close(self) -> None:
        """Listen no more."""
        self._sock.close()


def secured(sock: Socket, context: SSLContext, stopped: Callable[[], bool]) -> Line:
    """Shake hands and return the line. Raises Gone, with the socket closed."""
    inner = sock
    try:
        sock.settimeout(_SLICE)
        inner = context.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        _shake_hands(inner, stopped)
    except BaseException as error:
        inner.close()
        if isinstance(error, OSError | ValueError):
            raise Gone from error
        raise
    return Line(inner, stopped)


def _shake_hands(sock: SSLSocket, stopped: Callable[[], bool]) -> None:
    until = time.monotonic() + limits.HANDSHAKE_SECONDS
    while not stopped() and time.monotonic() < until:
        with suppress(TimeoutError):
            sock.do_handshake()
            return
    raise Gone


class Announcer:
    """Says on the chosen network that a receiver is there, to LocalSend's group of devices.

    Nothing is received by it: phones that hear it call back over TLS.
    """

    def __init__(self, address: str) -> None:
        self._sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        raw = ip_address(address).packed
        self._sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, raw)
        self._sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
        self._sock.bind((address, 0))

    def say(self, message: bytes) -> None:
        """Say it once; a network that takes no such message is let be."""
        with suppress(OSError):
            self._sock.sendto(message, (_GROUP, _GROUP_PORT))

    def close(self) -> None:
        """Say no more."""
        self._sock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
