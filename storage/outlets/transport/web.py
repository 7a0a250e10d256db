"""HTTP/1.1 to one outlet: what is asked for is exactly what is sent, and answers are bounded.

No header is added but ``Host`` and the body's length: nothing names the program
or the language. No redirect is followed, no cookie kept, nothing tried again by
itself. A server that answers before it has the whole body is listened to.
``requests`` speaks (``speaking``), over the lines of ``wire`` alone.
"""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO, Self

from storage.errors import StorageError
from storage.outlets.address import Address
from storage.outlets.base import BLOCK
from storage.outlets.transport.carried import carried
from storage.outlets.transport.dial import Line, Link
from storage.progress import Tick, silent

if TYPE_CHECKING:
    from storage.outlets.transport.speaking import Answer
    from storage.outlets.transport.wire import OneWay

_MOST_ANSWER = 4 << 20


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
        self._sending = _Sending(self, None, silent)
        self._session: OneWay | None = None

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
            return Reply(answer.status, answer.headers, answer.whole(most))

    @contextmanager
    def asking(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str] | None = None,
        body: Body | bytes | None = None,
        *,
        tick: Tick = silent,
    ) -> "Iterator[Answer]":
        """Make a request and give the answer while its body is read."""
        sent = replace(Body.of(body), counted=False) if isinstance(body, bytes) else body
        sending = self._sending = _Sending(self, sent, tick)
        said = {"Host": address.authority, **(headers or {})}
        if sent is not None or method in ("POST", "PUT", "PATCH"):
            said["Content-Length"] = str(sent.size if sent else 0)
        with self.link.explaining():
            try:
                answer = self._asked(method, address, said, sending if sent else None)
                yield answer
                if not (sending.is_whole and answer.is_whole):
                    self.close()
            except BaseException:
                self.close()
                raise

    @contextmanager
    def reading(
        self, address: Address, headers: Mapping[str, str], tick: Tick = silent
    ) -> "Iterator[tuple[Answer, BinaryIO]]":
        """GET something and give the answer with its body as a stream."""
        with self.asking("GET", address, headers, tick=tick) as answer:
            yield answer, io.BufferedReader(answer, BLOCK)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection; the next request opens another."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def refuses(self) -> bool:
        """Say, without waiting, whether an answer has come already, or the line has ended."""
        return self._line is not None and self._line.answered() and not self._line.is_interim()

    def _asked(
        self, method: str, address: Address, said: dict[str, str], body: "_Sending | None"
    ) -> "Answer":
        from storage.outlets.transport import speaking, wire  # heavy, and most never send anything

        if self._session is None:
            self._session = wire.OneWay(self.address.host, self.address.port, self._opened)
        return speaking.asked(self._session, method, address, said, body)

    def _opened(self) -> Line:
        """Open a line, when the session has none that it can use again."""
        self._line = self.link.connect(self.address, self._pulse)
        return self._line

    def _pulse(self) -> None:
        self._sending.pulse()


class _Sending:
    """A body on its way out, block by block, for ``requests`` to send."""

    def __init__(self, web: Web, body: Body | None, tick: Tick) -> None:
        self.body = body
        self.is_whole = body is None or not body.size
        self._web, self._tick = web, tick
        self._done = 0

    def pulse(self) -> None:
        """Tell the tick how far it is."""
        with carried():
            self._tick(*(self.body.at(self._done) if self.body else (0, 0)))

    def __iter__(self) -> Iterator[bytes]:
        """Give the blocks, until all are given or the server has answered before that."""
        body, pace = self.body, self._web.link.pace
        most = min(BLOCK, pace.block) if pace else BLOCK
        while body is not None and self._done < body.size:
            with carried():
                block = body.stream.read(min(most, body.size - self._done))
                if not block:
                    raise StorageError("what is sent ended too early")
            if self._web.refuses():
                return
            yield block
            self._done += len(block)
            self.pulse()
            if pace is not None:
                pace.spend(len(block), self.pulse)
        self.is_whole = True
