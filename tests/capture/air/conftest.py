"""A receiver on this computer alone, and a client that does as it likes."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from capture.air import identity
from capture.air.desk import Desk, Visit
from capture.air.lines import Listener
from capture.air.loan import Loan
from capture.air.offers import Offer
from capture.air.routes import Routes
from capture.air.server import Server
from capture.errors import CaptureError

HERE = "127.0.0.1"
API = "/api/localsend/v2"
WORDS = ("one", "two", "three")


@dataclass
class Bag:
    """Takes what comes, into memory, and remembers what it heard."""

    most: int = 1 << 30
    files: dict[str, bytes] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    holding: threading.Event = field(default_factory=threading.Event)

    def room(self) -> int:
        return self.most

    def came(self, visit: Visit) -> None:
        self.heard.append(f"came {visit.sender.way.value}")

    def take(self, visit: Visit, offer: Offer, loan: Loan) -> str:
        assert not visit.left
        data = b""
        try:
            with loan.open() as stream:
                while some := stream.read(512):
                    data += some
                    self.holding.set()
        except CaptureError as error:
            self.heard.append(f"failed {offer.name} {error.facts['reason']}")
            return "failed"
        if not data.startswith(b"\xff\xd8"):
            return "refused"
        self.files[offer.name] = data
        return "sealed"

    def left(self, visit: Visit) -> None:
        self.heard.append(f"left {visit.sender.way.value}")

    def knocked(self, address: str) -> None:
        self.heard.append(f"knocked {address}")


@dataclass(frozen=True)
class Said:
    """An answer, as far as it came."""

    status: int
    head: str
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """Speaks to the receiver, rightly or wrongly."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.host = f"{HERE}:{port}"
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE

    def plain(self, source: str = HERE) -> socket.socket:
        return socket.create_connection((HERE, self.port), timeout=20, source_address=(source, 0))

    def line(self, source: str = HERE) -> ssl.SSLSocket:
        return self.context.wrap_socket(self.plain(source))

    def raw(self, data: bytes, source: str = HERE) -> Said:
        """Send these very bytes and read until the receiver hangs up."""
        with self.line(source) as line:
            line.sendall(data)
            return read_answer(line)

    def ask(
        self, method: str, target: str, body: bytes = b"", source: str = HERE, **headers: str
    ) -> Said:
        return self.raw(self.head(method, target, len(body), **headers) + body, source)

    def head(self, method: str, target: str, length: int, **headers: str) -> bytes:
        lines = [f"{method} {target} HTTP/1.1", f"Host: {self.host}", f"Content-Length: {length}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return "\r\n".join([*lines, "", ""]).encode()

    def prepare(
        self, pin: str | None, sizes: Mapping[str, int] | None = None, source: str = HERE
    ) -> Said:
        files = {
            name: {"id": name, "fileName": f"{name}.jpg", "size": size}
            for name, size in (sizes or {"a": 1}).items()
        }
        body = json.dumps({"info": {"alias": "Phone"}, "files": files}).encode()
        asked = "" if pin is None else f"?pin={pin}"
        return self.ask("POST", f"{API}/prepare-upload{asked}", body, source)

    def upload(self, session: dict[str, Any], name: str) -> str:
        token = session["files"][name]
        return f"{API}/upload?sessionId={session['sessionId']}&fileId={name}&token={token}"


def read_answer(line: ssl.SSLSocket) -> Said:
    data = b""
    try:
        while some := line.recv(1 << 16):
            data += some
    except (ConnectionResetError, ssl.SSLError):
        pass
    head, _, body = data.partition(b"\r\n\r\n")
    status = int(head.split(b" ")[1]) if head else 0
    return Said(status, head.decode("latin-1"), body)


@dataclass
class Running:
    """The receiver, its rules, what it took, and a client of it."""

    server: Server
    desk: Desk
    bag: Bag
    client: Client

    @property
    def pin(self) -> str:
        return self.desk._pin.decode()

    def until(self, there: Callable[[], bool]) -> None:
        """Wait for something that another thread does."""
        waiting = threading.Event()
        for _ in range(400):
            if there():
                return
            waiting.wait(0.05)
        raise AssertionError(self.bag.heard)


@pytest.fixture(scope="session")
def who() -> identity.Identity:
    return identity.make(HERE)


@pytest.fixture
def running(who: identity.Identity) -> Iterator[Running]:
    desk, bag, listener = Desk(who.pin, 600), Bag(), Listener(HERE, 0)
    routes = Routes(who, desk, bag, f"{HERE}:{listener.port}", WORDS)
    server = Server(listener, who, desk, bag, routes)
    server.start(announce=False)
    yield Running(server, desk, bag, Client(listener.port))
    server.close()
    assert server.bug is None
    assert not [one.name for one in threading.enumerate() if one.name.startswith("air")]
