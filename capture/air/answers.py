"""What the receiver says: whole answers, after each of which the connection is closed.

One connection carries one request and one answer. So there is no byte behind a
request that could be taken for another one, which is what request smuggling
lives on.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

_REASONS = {
    200: "OK",
    204: "No Content",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    409: "Conflict",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    414: "URI Too Long",
    415: "Unsupported Media Type",
    421: "Misdirected Request",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
    503: "Service Unavailable",
    507: "Insufficient Storage",
}

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Refused(Exception):
    """A request that is not answered with what it asked for; ``why`` goes to the sender."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


class Gone(Exception):
    """Whoever was there is not any more, or too slow; there is nobody to answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; the headers are those beside length, type and the fixed ones."""

    status: int
    body: bytes = b""
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)

    def raw(self) -> bytes:
        """Return it as it goes over the line (RFC 9112)."""
        lines = [
            f"HTTP/1.1 {self.status} {_REASONS[self.status]}",
            "Connection: close",
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            *(f"{name}: {value}" for name, value in self.headers.items()),
        ]
        if self.status != 204:  # noqa: PLR2004 # RFC 9110: it has neither length nor type
            lines += [f"Content-Type: {self.kind}", f"Content-Length: {len(self.body)}"]
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + self.body


def says(document: object, status: int = 200) -> Answer:
    """Return an answer in JSON."""
    return Answer(status, json.dumps(document).encode("ascii"))


def refusal(refused: Refused) -> Answer:
    """Return what LocalSend's own receiver says in such a case: a message in JSON."""
    return says({"message": refused.why}, refused.status)
