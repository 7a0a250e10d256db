"""A request and its answer as ``requests`` has them, and what it raises as one of our errors.

Apart from ``web``, and loaded by its first request, because most of the program never sends one.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException, IncompleteRead
from typing import cast

from requests import PreparedRequest, Response, Session
from requests.exceptions import InvalidHeader, RequestException
from typing_extensions import override
from urllib3.exceptions import HTTPError
from urllib3.util import SKIP_HEADER

from storage.errors import OutletLied, StorageError, Unreachable
from storage.outlets.address import Address
from storage.outlets.base import BLOCK
from storage.outlets.transport.carried import CarriedError

_UNSAID = {"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER}
"""What would be added, were it not said that it is left out."""

_BROKEN_OFF = (IncompleteRead, OSError)


class Answer(io.RawIOBase):
    """What came back: status, headers (names in lower case), and the body as a stream."""

    def __init__(self, response: Response) -> None:
        """Read on from the end of the head."""
        super().__init__()
        self.status: int = response.status_code
        self.headers = {name.lower(): value for name, value in response.headers.items()}
        self._raw = response.raw

    @property
    def is_whole(self) -> bool:
        """Whether the body was read to its end."""
        return bool(self._raw.closed)

    def whole(self, most: int) -> bytes:
        """Return all of the body. Raises OutletLied(reason="too-much")."""
        untrusted = bytearray()
        with named():
            # To the read that gives nothing: only there is a body that is too short found out.
            while block := self._raw.read(BLOCK):
                untrusted += block
                if len(untrusted) > most:
                    raise OutletLied(reason="too-much")
        return bytes(untrusted)

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io declares the wider Buffer protocol, which 3.11 cannot name
        with named():
            data = self._raw.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def asked(
    session: Session,
    method: str,
    address: Address,
    headers: Mapping[str, str],
    body: Iterable[bytes] | None,
) -> Answer:
    """Make a request of exactly these headers, and return the answer once its head is there.

    Raises StorageError for a header that cannot be sent, Unreachable and OutletLied.
    """
    request = PreparedRequest()
    request.prepare_method(method)
    request.url = address.text  # as it is: what is signed is not spelled anew
    try:
        request.prepare_headers({**_UNSAID, **headers})
        "".join(headers.values()).encode("latin-1")
    except (InvalidHeader, UnicodeEncodeError) as error:
        raise StorageError("a header that cannot be sent") from error
    request.body = cast("bytes | None", body)  # it takes anything that gives blocks
    with named():
        return Answer(session.send(request, stream=True, allow_redirects=False))


@contextmanager
def named() -> Iterator[None]:
    """Turn what is no HTTP answer into one of our errors."""
    try:
        yield
    except CarriedError as carried:
        raise carried.error  # noqa: B904  # it is what was raised, not another
    except (RequestException, HTTPError, HTTPException, ValueError) as error:
        first = _first(error)
        if isinstance(first, _BROKEN_OFF):
            raise Unreachable(type(first).__name__, reason="broken-off") from error
        raise OutletLied(type(first).__name__, reason="answer") from error


def _first(error: BaseException) -> BaseException:
    """Return what Python's own reader raised, of which ``error`` is what was made since."""
    while isinstance(error, RequestException | HTTPError) and not isinstance(error, HTTPException):
        within = error.__cause__ or error.__context__
        if within is None:
            return error
        error = within
    return error
