"""A server that says what a test tells it to, and keeps what it was sent."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

HERE = "127.0.0.1"

Talk = Callable[[socket.socket, "Scripted"], None]


@dataclass(slots=True)
class Scripted:
    """``talk`` is called with each connection; ``heads`` are the requests that were read."""

    talk: Talk
    port: int = 0
    heads: list[bytes] = field(default_factory=list)
    bodies: int = 0

    def head(self, connection: socket.socket) -> bytes:
        """Read one request's head, and nothing after it."""
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            byte = connection.recv(1)
            if not byte:
                raise OSError
            head += byte
        self.heads.append(head)
        return head

    def body(self, connection: socket.socket, size: int) -> None:
        """Read so many bytes of a body."""
        while size:
            data = connection.recv(min(1 << 16, size))
            if not data:
                raise OSError
            self.bodies += len(data)
            size -= len(data)


@contextlib.contextmanager
def scripted(talk: Talk, context: ssl.SSLContext | None = None) -> Iterator[Scripted]:
    server = Scripted(talk)
    with socket.create_server((HERE, 0)) as listening:
        server.port = listening.getsockname()[1]
        threading.Thread(target=_serve, args=(listening, server, context), daemon=True).start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)


def _serve(listening: socket.socket, server: Scripted, context: ssl.SSLContext | None) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_talk, args=(connection, server, context), daemon=True).start()


def _talk(connection: socket.socket, server: Scripted, context: ssl.SSLContext | None) -> None:
    with contextlib.suppress(OSError):
        if context is not None:
            try:
                connection = context.wrap_socket(connection, server_side=True)
            except OSError:
                connection.close()
                return
        with connection:
            server.talk(connection, server)


def says(answer: bytes) -> Talk:
    """Read one request's head and answer with these bytes, again and again."""

    def talk(connection: socket.socket, server: Scripted) -> None:
        while True:
            server.head(connection)
            connection.sendall(answer)

    return talk


def answer(status: int, body: bytes = b"", *headers: str) -> bytes:
    lines = (f"HTTP/1.1 {status} said", f"Content-Length: {len(body)}", *headers, "", "")
    return "\r\n".join(lines).encode() + body
