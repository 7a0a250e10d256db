"""Opening connections: through Tor or the chosen proxy, or not at all.

The only module that makes sockets. A name is looked up by the proxy and never
here, unless the person chose a direct connection for this very outlet. There
is no second way that is tried when the first fails, and no variable of the
environment that could name one.

Waiting is done in short slices, with a call of ``pulse`` in each, so that
whoever wants to stop is heard within a quarter of a second.
"""

import errno
import io
import re
import select
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from typing_extensions import override

from storage.errors import NoRoute, OutletTrouble, Unreachable
from storage.outlets.address import Address, Route, Way, check_way
from storage.outlets.standby import standing
from storage.outlets.transport import socks, tls, tor
from storage.outlets.transport.pace import Pace
from storage.outlets.transport.patience import WINDOW, Patience

Pulse = Callable[[], None]
"""Called while something is waited for; raises to stop."""

TOR_PORTS = (9050, 9150)
"""Where the system's Tor and Tor Browser's listen."""

_SLICE = 0.25
_TO_PROXY = 5.0
_TO_PEER = 60.0
_IDLE = 120.0
_TOR_SAYS = b"Tor is not an HTTP Proxy"
_HERE = "127.0.0.1"
_BUFFER = 64 * 1024
_UNDERWAY = 128 * 1024
"""Bytes that the system may hold back for a proxy on this computer: left to itself it takes
megabytes, of which a slow Tor frees the third that counts as progress in more than ``_IDLE``."""
_INTERIM = re.compile(rb"HTTP/1\.[01] 1[0-9][0-9]")


def no_pulse() -> None:
    """Wait to the end."""


class Line(io.RawIOBase):
    """One open connection, plain or inside TLS.

    Reading and writing raise Unreachable where it broke off, where nothing came for ``idle``
    seconds, and where less comes than ``patience`` allows.
    """

    def __init__(
        self, sock: socket.socket, pulse: Pulse, idle: float = _IDLE, window: float = WINDOW
    ) -> None:
        super().__init__()
        self.sock = sock
        self.pulse = pulse
        self.idle = idle
        self.reading, self.writing = Patience(window, whole=True), Patience(window)
        self._early = b""
        sock.settimeout(_SLICE)

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io declares the wider Buffer protocol, which 3.11 cannot name
        """Read what there is, at least one byte unless the other side has ended."""
        if self._early:
            count = min(len(buffer), len(self._early))
            buffer[:count], self._early = self._early[:count], self._early[count:]
            return count
        return self.patient(partial(self.sock.recv_into, buffer), self.reading)

    def read_exactly(self, count: int) -> bytes:
        """Read so many bytes. Raises Unreachable where the other side ends before."""
        data = bytearray()
        while len(data) < count:
            block = self.read(count - len(data))
            if not block:
                raise Unreachable("the other side ended", reason="broken-off")
            data += block
        return bytes(data)

    def send_all(self, data: bytes | memoryview) -> None:
        """Send all of it."""
        view = memoryview(data)
        while view:
            view = view[self.patient(partial(self.sock.send, view), self.writing) :]

    def answered(self) -> bool:
        """Say, without waiting, whether the other side has sent something, or has ended."""
        if self._early:
            return True
        self.sock.settimeout(0)
        try:
            self._early = self.sock.recv(_BUFFER)
        except (BlockingIOError, *tls.WANTS):
            return False
        except OSError:
            return True
        finally:
            with suppress(OSError):
                self.sock.settimeout(_SLICE)
        return True

    def is_interim(self) -> bool:
        """Whether what came early is only "still here" (1xx), of which a server may say any."""
        return _INTERIM.match(self._early) is not None

    def secured(self, host: str, pin: str) -> "Line":
        """Put TLS around it, and check the certificate. Raises NotTrusted."""
        context = tls.context(pinned=bool(pin))
        wrapped = context.wrap_socket(
            self.sock, server_hostname=host, do_handshake_on_connect=False
        )
        line = Line(wrapped, self.pulse, self.idle)
        line.reading, line.writing = self.reading, self.writing
        try:
            with tls.named():
                line.patient(partial(_greet, wrapped), line.reading)
            tls.check(wrapped, pin)
        except BaseException:
            line.close()
            raise
        return line

    @override
    def close(self) -> None:
        with suppress(OSError):
            self.sock.close()
        super().close()

    def patient(self, attempt: Callable[[], int], patience: Patience) -> int:
        """Return what an attempt at moving bytes moved, made again until it moves any."""
        deadline = time.monotonic() + self.idle
        while True:
            self.pulse()
            began = time.monotonic()
            try:
                count = attempt()
            except (TimeoutError, *tls.WANTS):
                if time.monotonic() > deadline:
                    raise Unreachable("nothing came", reason="timed-out") from None
                patience.spend(time.monotonic() - began)
            except tls.FAILURES:
                raise
            except OSError as error:
                raise Unreachable(type(error).__name__, reason="broken-off") from error
            else:
                patience.spend(time.monotonic() - began, count)
                return count


def _greet(wrapped: tls.Socket) -> int:
    wrapped.do_handshake()
    return 1


@dataclass(frozen=True, slots=True)
class Link:
    """How one outlet is reached: the route, its own circuit in Tor, and the pin of its key.

    ``circuit`` is a random word of this run and this outlet: Tor keeps streams with different
    ones on different circuits. ``pin`` is empty, or as ``tls.read_pin`` gives it. ``idle`` is
    how many seconds of silence end a connection, ``window`` in how many something has to come of
    what drips (``patience``), ``pace`` the limit of what is sent.
    """

    route: Route
    circuit: str = ""
    pin: str = ""
    idle: float = _IDLE
    pace: Pace | None = None
    window: float = WINDOW

    def connect(self, address: Address, pulse: Pulse = no_pulse) -> Line:
        """Open a connection to an address, with TLS where its scheme says so.

        Raises NoRoute, Unreachable, NotTrusted or BadAddress; nothing was said to the outlet then.
        """
        check_way(address, self.route)
        line = self._reach(address, pulse)
        try:
            return line.secured(address.host, self.pin) if address.scheme == "https" else line
        except BaseException:
            line.close()
            raise

    def _reach(self, address: Address, pulse: Pulse) -> Line:
        if self.route.way is Way.DIRECT:
            line = _direct(address, pulse)
            self._lend_patience(line)
            return line
        proxy = find_tor(pulse) if self.route.way is Way.TOR else self.route
        try:
            return self._through(proxy, address, pulse)
        except Unreachable as error:
            if error.facts.get("reason") != socks.UNSURE:
                raise
            said = error
        return self._through_once_more(proxy, address, pulse, said)

    def _through_once_more(
        self, proxy: Route, address: Address, pulse: Pulse, said: Unreachable
    ) -> Line:
        try:
            return self._through(proxy, address, pulse)
        except Unreachable as error:
            if error.facts.get("reason") != "no-host":
                raise
        raise said  # Tor gives no reason where it has just asked everybody who could know

    def _through(self, proxy: Route, address: Address, pulse: Pulse) -> Line:
        line = _to_proxy(proxy, pulse)
        try:
            self._lend_patience(line)  # Tor may be long about an onion
            self._ask(line, proxy, address)
            line.reading.begin(whole=True)  # what the proxy took is not the outlet's
        except BaseException:
            line.close()
            raise
        return line

    def _lend_patience(self, line: Line) -> None:
        line.idle = self.idle
        line.reading, line.writing = Patience(self.window, whole=True), Patience(self.window)

    def _ask(self, line: Line, proxy: Route, address: Address) -> None:
        if proxy.way is Way.HTTP:
            socks.tunnel(line, address.host, address.port, proxy.user, proxy.password)
        elif proxy.user or self.route.way is not Way.TOR:
            socks.request(line, address.host, address.port, proxy.user, proxy.password)
        else:
            circuit = self.circuit or "0"
            socks.request(line, address.host, address.port, circuit, circuit)

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Raise what a broken connection means instead: NoRoute where the proxy itself is gone."""
        try:
            yield
        except OutletTrouble as error:
            meant = self._meant(error)
            if meant is error:
                raise
            raise meant from error

    def _meant(self, error: OutletTrouble) -> OutletTrouble:
        if self.route.way is Way.DIRECT or not isinstance(error, Unreachable):
            return error
        try:
            if self.route.way is Way.TOR:
                find_tor(start=False)
            else:
                _to_proxy(self.route, no_pulse).close()
        except NoRoute as gone:
            return gone
        return error


def find_tor(pulse: Pulse = no_pulse, *, start: bool = True) -> Route:
    """Return Tor's SOCKS port on this computer: our own, the system's, or our own started now.

    Raises NoRoute: ``reason`` is "no-tor" where there is none and none may be started. What has
    bridges is our own alone; no other is looked for then.
    """
    own = standing()
    if own is not None and (own.only or own.is_running):
        return _own(own, pulse, start=start)
    for port in TOR_PORTS:
        if _is_tor(Route(Way.SOCKS, _HERE, port), pulse):
            return Route(Way.SOCKS, _HERE, port)
    if own is None:
        raise NoRoute(reason="no-tor")
    return _own(own, pulse, start=start)


def _own(own: tor.OwnTor, pulse: Pulse, *, start: bool) -> Route:
    if not (start or own.is_running):
        raise NoRoute(reason="tor-ended")
    return own.route(pulse)


def _is_tor(route: Route, pulse: Pulse) -> bool:
    """Say whether Tor answers there: no other program that listens is taken for it.

    It answers a request for a page with "501 Tor is not an HTTP Proxy", and sends nothing out.
    """
    with suppress(OutletTrouble), _to_proxy(route, pulse) as line:
        line.idle = _TO_PROXY
        line.send_all(b"GET / HTTP/1.0\r\n\r\n")
        return _TOR_SAYS in line.read(4096)  # it says so in its first words
    return False


def _to_proxy(proxy: Route, pulse: Pulse) -> Line:
    try:
        line = _opened(proxy.host, proxy.port, _TO_PROXY, pulse)
    except Unreachable as error:
        raise NoRoute(error.detail, reason="proxy-gone") from error
    line.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _UNDERWAY)
    return line


def _direct(address: Address, pulse: Pulse) -> Line:
    """Look a name up here and connect: only ever by the person's own choice."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Unreachable(reason="no-host") from error
    trouble = Unreachable(reason="no-host")
    for *_, place in found:
        try:
            return _opened(str(place[0]), address.port, _TO_PEER, pulse)
        except Unreachable as error:
            trouble = error
    raise trouble


def _opened(number: str, port: int, seconds: float, pulse: Pulse) -> Line:
    """Connect to a host by number."""
    family = socket.AF_INET6 if ":" in number else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(0)
        _settle(sock, sock.connect_ex((number, port)), time.monotonic() + seconds, pulse)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return Line(sock, pulse)
    except OSError as error:
        sock.close()
        raise Unreachable(reason="no-host") from error
    except BaseException:
        sock.close()
        raise


def _settle(sock: socket.socket, code: int, deadline: float, pulse: Pulse) -> None:
    """Wait until a connection that was begun stands. Raises Unreachable."""
    if code in (errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN):
        while not select.select([], [sock], [sock], _SLICE)[1]:
            pulse()
            if time.monotonic() > deadline:
                raise Unreachable(reason="timed-out")
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise Unreachable(reason="refused" if code == errno.ECONNREFUSED else "no-host")
