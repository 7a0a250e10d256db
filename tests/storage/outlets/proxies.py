"""Proxies for the tests: what they are asked for is what left by them, and they can die."""

import contextlib
import select
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

HERE = "127.0.0.1"
TOR_SAYS = b"HTTP/1.0 501 Tor is not an HTTP Proxy\r\n\r\nTor is not an HTTP Proxy"

_DONE = bytes((5, 0, 0, 1, 0, 0, 0, 0, 0, 0))
_REFUSED = bytes((5, 5)) + _DONE[2:]


@dataclass(slots=True)
class Proxy:
    """A SOCKS 5 or HTTP proxy that sends every host to one port here.

    ``hosts`` and ``users`` are what it was asked for; ``answer`` is the code it refuses with, and
    ``first`` are codes that it refuses with before, once each; ``cut_after`` ends everything once
    so many bytes went out.
    """

    to: int
    answer: int = 0
    cut_after: int | None = None
    first: list[int] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    users: list[str] = field(default_factory=list)
    sent: int = 0
    port: int = 0
    _listening: socket.socket | None = None
    _open: list[socket.socket] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, port: int = 0) -> Self:
        self._listening = socket.create_server((HERE, port))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, args=(self._listening,), daemon=True).start()
        return self

    def die(self) -> None:
        """End as a killed process does: every connection at once."""
        listening, self._listening = self._listening, None
        if listening is not None:
            with contextlib.suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()
        self.reset()

    def reset(self) -> None:
        """Reset every connection, and take new ones."""
        with self._lock:
            gone = list(self._open)
            self._open.clear()
        for one in gone:
            with contextlib.suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            self._keep(client)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _keep(self, one: socket.socket) -> None:
        with self._lock:
            self._open.append(one)

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, IndexError, ValueError), client:
            first = client.recv(1, socket.MSG_PEEK)
            host = self._socks(client) if first == b"\5" else self._http(client)
            if not host:
                return
            self.hosts.append(host)
            try:
                server = socket.create_connection((HERE, self.to))
            except ConnectionRefusedError:
                client.sendall(_REFUSED if first == b"\5" else b"HTTP/1.1 502 refused\r\n\r\n")
                return
            with server:
                self._keep(server)
                client.sendall(_DONE if first == b"\5" else b"HTTP/1.1 200 said\r\n\r\n")
                self._carry(client, server)

    def _socks(self, client: socket.socket) -> str:
        methods = exactly(client, exactly(client, 2)[1])
        client.sendall(bytes((5, 2 if 2 in methods else 0)))
        if 2 in methods:
            self.users.append(exactly(client, exactly(client, 2)[1]).decode())
            exactly(client, exactly(client, 1)[0])
            client.sendall(b"\1\0")
        host = exactly(client, exactly(client, 5)[4]).decode()
        exactly(client, 2)
        code = self.first.pop(0) if self.first else self.answer
        if code:
            client.sendall(bytes((5, code)) + _DONE[2:])
        return "" if code else host

    def _http(self, client: socket.socket) -> str:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += exactly(client, 1)
        if not head.startswith(b"CONNECT"):
            client.sendall(TOR_SAYS)
            return ""
        if self.answer:
            client.sendall(f"HTTP/1.1 {self.answer} said\r\n\r\n".encode())
        return "" if self.answer else head.split()[1].decode().rpartition(":")[0]

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        other = {client: server, server: client}
        while True:
            for one in select.select(list(other), [], [])[0]:
                data = one.recv(1 << 16)
                if not data:
                    return
                if one is client:
                    self.sent += len(data)
                    if self.cut_after is not None and self.sent > self.cut_after:
                        self.die()
                        return
                try:
                    other[one].sendall(data)
                except OSError:
                    if one is client:  # it hung up, and may have said why
                        _last_words(server, client)
                    return


def _last_words(server: socket.socket, client: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := server.recv(1 << 16):
            client.sendall(data)
    with contextlib.suppress(OSError):
        client.shutdown(socket.SHUT_WR)
        while client.recv(1 << 16):  # or what it still sends would take the words away again
            pass


def exactly(one: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        block = one.recv(count - len(data))
        if not block:
            raise OSError
        data += block
    return data


@contextlib.contextmanager
def proxy(to: int, answer: int = 0, cut_after: int | None = None) -> Iterator[Proxy]:
    made = Proxy(to, answer, cut_after).start()
    try:
        yield made
    finally:
        made.die()
