"""The head of an HTTP request, read so strictly that it has one meaning.

What two readers could take for different things is refused: bare line feeds, folded
headers, a length said twice, a transfer coding of any kind. Sources: RFC 9112, sections
2.2, 3, 5.2, 6; RFC 9110, section 7.2.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from capture.air import limits
from capture.air.answers import Refused

_LINE = re.compile(rb"(GET|HEAD|POST|PUT) (/[!-~]*) HTTP/1\.[01]")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}")
_VALUE = re.compile(rb"[\t -~\x80-\xff]*")
_LENGTH = re.compile(r"[0-9]{1,15}")
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})?")
_PARAMETERS = 8
_ONCE = frozenset(("host", "content-length", "content-type", "origin", "expect"))


@dataclass(frozen=True, slots=True)
class Head:
    """What is asked. ``length`` is the body's, in bytes; ``origin`` the page that asks, if any."""

    method: str
    path: str
    query: Mapping[str, str]
    length: int
    kind: str
    host: str
    origin: str | None
    languages: str
    waits: bool
    """Whether the sender waits to be told to go on before it sends the body."""


def read_head(untrusted: bytes) -> Head:
    """Return the head that these bytes are, without the empty line at its end. Raises Refused."""
    first, *rest = untrusted.split(b"\r\n")
    found = _LINE.fullmatch(first)
    if found is None:
        raise Refused(400, "This is no request that is understood here.")
    target = found[2].decode("ascii")
    if len(target) > limits.TARGET:
        raise Refused(414, "The address is too long.")
    headers = _headers(rest)
    path, _, query = target.partition("?")
    return Head(
        method=found[1].decode("ascii"),
        path=path,
        query=_query(query),
        length=_length(headers),
        kind=headers.get("content-type", ""),
        host=headers.get("host", ""),
        origin=headers.get("origin"),
        languages=headers.get("accept-language", ""),
        waits=headers.get("expect", "").lower() == "100-continue",
    )


def _headers(lines: list[bytes]) -> dict[str, str]:
    if len(lines) > limits.HEADERS:
        raise Refused(431, "There are too many headers.")
    headers: dict[str, str] = {}
    for line in lines:
        raw_name, colon, value = line.partition(b":")
        if not colon or not _NAME.fullmatch(raw_name) or not _VALUE.fullmatch(value):
            raise Refused(400, "A header is malformed.")
        name = raw_name.decode("ascii").lower()
        if name in headers and name in _ONCE:
            raise Refused(400, "A header stands there twice.")
        headers[name] = value.strip(b" \t").decode("latin-1")
    return headers


def _length(headers: Mapping[str, str]) -> int:
    if "transfer-encoding" in headers:
        raise Refused(411, "Say how long it is: transfer codings are not read here.")
    said = headers.get("content-length", "0")
    if not _LENGTH.fullmatch(said):
        raise Refused(400, "The length is no number.")
    return int(said)


def _query(untrusted: str) -> dict[str, str]:
    found: dict[str, str] = {}
    pieces = untrusted.split("&") if untrusted else []
    if len(pieces) > _PARAMETERS:
        raise Refused(400, "The address has too many parts.")
    for piece in pieces:
        name, _, value = piece.partition("=")
        if _decoded(name) in found:
            raise Refused(400, "A part of the address stands there twice.")
        found[_decoded(name)] = _decoded(value)
    return found


def _decoded(untrusted: str) -> str:
    """Return a part of the query without its escapes (RFC 3986, 2.1; a plus is a space)."""
    plain = untrusted.replace("+", " ").encode("ascii")
    try:
        return _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), plain).decode("utf-8")
    except (AttributeError, UnicodeDecodeError) as error:  # a percent sign alone; no UTF-8
        raise Refused(400, "The address is malformed.") from error
