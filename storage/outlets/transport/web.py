"""HTTP/1.1 over a line: what is asked for is exactly what is sent, and answers are bounded.

No header is added but ``Host`` and the body's length: nothing names the program
or the language. No redirect is followed, no cookie kept, nothing tried again by
itself. A server that answers before it has the whole body is listened to.
"""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPException, HTTPResponse, IncompleteRead, RemoteDisconnected
from typing import BinaryIO, Self, cast

from typing_extensions import override

from storage.errors import OutletLied, OutletTrouble, StorageError, Unreachable
from storage.outlets.address import Address
from storage.outlets.base import BLOCK
from storage.outlets.transport.dial import Line, Link
from storage.outlets.transport.pace import Pace
from storage.progress import Tick, silent

_MOST_ANSWER = 4 << 20
_PLAIN = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent: so many bytes of a stream from where it stands, counted from ``before``.

    ``total`` is what ``tick`` is told as the whole, of which ``before`` is done already.
    """

    stream: BinaryIO
    size: int
    before: int = 0
    total: int = 0
    counted: bool = True
    """Whether these are the bytes that the caller counts; else ``tick`` is told 0 of 0."""

    def at(self, done: int) -> tuple[int, int]:
        """Return what ``tick`` is told when so many bytes of it were sent."""
        return (self.before + done, self.total or self.size) if self.counted else (0, 0)

    @classmethod
    def of(cls, data: bytes, before: int = 0, total: int = 0) -> "Body":
        """Return bytes as a body."""
        return cls(io.BytesIO(data), len(data), before, total)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with all of its body. Header names are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


class Web:
    """Requests to one outlet, one after the other, over one connection while it lasts."""

    def __init__(self, link: Link, address: Address) -> None:
        """Speak to this address; nothing is opened yet."""
        self.address = address
        self.link = link
        self._line: Line | None = None

    def ask(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str] | None = None,
        body: Body | bytes | None = None,
        *,
        tick: Tick = silent,
        most: int = _MOST_ANSWER,
    ) -> Reply:
        """Make a request and return the whole answer, whatever its status.

        Raises NoRoute, Unreachable, NotTrusted, or OutletLied for what is no HTTP answer or has
        more than ``most`` bytes.
        """
        with self.asking(method, address, headers, body, tick=tick) as answer:
            untrusted = answer.read(most + 1)
            if len(untrusted) > most:
                raise OutletLied(reason="too-much")
            said = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, said, untrusted)

    @contextmanager
    def asking(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str] | None = None,
        body: Body | bytes | None = None,
        *,
        tick: Tick = silent,
    ) -> Iterator[HTTPResponse]:
        """Make a request and give the answer while its body is read."""
        sent = replace(Body.of(body), counted=False) if isinstance(body, bytes) else body
        line = self._ready(tick, sent)
        try:
            whole = self._send(line, _head(method, address, headers or {}, sent), sent, tick)
            answer = _Answer(line, method)
            with _http():
                answer.begin()
            yield answer
            if whole and not answer.will_close and answer.isclosed():
                return
            self.close()
        except OutletTrouble as error:
            self.close()
            told = self.link.explained(error)
            if told is error:
                raise
            raise told from error
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(
        self, address: Address, headers: Mapping[str, str], tick: Tick = silent
    ) -> Iterator[tuple[HTTPResponse, BinaryIO]]:
        """GET something and give the answer with its body as a stream."""
        with self.asking("GET", address, headers, tick=tick) as answer:
            yield answer, io.BufferedReader(_Received(answer), BLOCK)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection; the next request opens another."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _ready(self, tick: Tick, body: Body | None) -> Line:
        """Return a line to speak on; what came unasked on the old one has ended it."""
        at = body.at(0) if body else (0, 0)

        def pulse() -> None:
            tick(*at)

        if self._line is not None and self._line.answered():
            self.close()
        if self._line is None:
            self._line = self.link.connect(self.address, pulse)
        self._line.pulse = pulse
        return self._line

    def _send(self, line: Line, head: bytes, body: Body | None, tick: Tick) -> bool:
        """Send a request; False where the server answered before it had all of the body."""
        try:
            line.send_all(head)
            return body is None or _send_body(line, body, self.link.pace, tick)
        except Unreachable:
            if not line.answered():
                raise
            return False  # it may have said why before it hung up


def _send_body(line: Line, body: Body, pace: Pace | None, tick: Tick) -> bool:
    done = 0
    most = min(BLOCK, pace.block) if pace else BLOCK

    def pulse() -> None:
        tick(*body.at(done))

    line.pulse = pulse
    while done < body.size:
        block = body.stream.read(min(most, body.size - done))
        if not block:
            raise StorageError("what is sent ended too early")
        if line.answered():
            return False
        line.send_all(block)
        done += len(block)
        pulse()
        if pace is not None:
            pace.spend(len(block), pulse)
    return True


def _head(method: str, address: Address, headers: Mapping[str, str], body: Body | None) -> bytes:
    said = {"Host": address.authority, **headers}
    if body is not None or method in ("POST", "PUT", "PATCH"):
        said["Content-Length"] = str(body.size if body else 0)
    for name, value in said.items():
        if not _TOKEN.fullmatch(name) or not _PLAIN.fullmatch(value):
            raise StorageError("a header that cannot be sent")
    lines = (f"{method} {address.path} HTTP/1.1", *(f"{n}: {v}" for n, v in said.items()))
    return "\r\n".join((*lines, "", "")).encode("latin-1")


class _Answer(HTTPResponse):
    """Python's reader of answers, over our line instead of a socket."""

    def __init__(self, line: Line, method: str) -> None:
        super().__init__(cast("socket.socket", _Reading(line)), method=method)  # type: ignore[name-defined]  # noqa: F821  # named, not imported: sockets are dial's

    @override
    def read(self, amt: int | None = None) -> bytes:
        """Read the body. Raises Unreachable where it ends before the length it was said to have."""
        promised = self.length
        with _http():
            data = super().read(amt)
        if promised is not None and len(data) < min(promised, promised if amt is None else amt):
            raise Unreachable("the answer ended too early", reason="broken-off")
        return data


class _Reading:
    """What the reader of answers wants of a socket; closing it leaves the line open."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def makefile(self, _mode: str) -> BinaryIO:
        return io.BufferedReader(_Open(self._line))


class _Open(io.RawIOBase):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # as for Line
        return self._line.readinto(buffer)


class _Received(io.RawIOBase):
    """The body of an answer as a stream."""

    def __init__(self, answer: HTTPResponse) -> None:
        super().__init__()
        self._answer = answer

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # as for Line
        data = self._answer.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def _http() -> Iterator[None]:
    """Turn what is no HTTP answer into one of our errors."""
    try:
        yield
    except (IncompleteRead, RemoteDisconnected) as error:
        raise Unreachable(type(error).__name__, reason="broken-off") from error
    except (HTTPException, ValueError) as error:
        raise OutletLied(type(error).__name__, reason="answer") from error
