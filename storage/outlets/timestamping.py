"""Asking an authority for a time-stamp, over the same transport as everything else.

RFC 3161, section 3.4: the request is POSTed, the reply is the body of the
answer. What is in either is the caller's: here it is bytes of a bounded size.
Most authorities answer by plain HTTP; the reply is signed and the request is
only a digest, so that is taken, and the route is still the person's own.
"""

import secrets

from storage.errors import OutletLied
from storage.outlets import answers
from storage.outlets.address import TOR, Route, read_address
from storage.outlets.transport import Link, Web
from storage.progress import Tick, silent

MOST_REPLY = 64 * 1024
"""Bytes of the longest reply: a token and a chain of certificates are a tenth of it."""

_HEADERS = {
    "Content-Type": "application/timestamp-query",
    "Accept": "application/timestamp-reply",
}
_REPLY = "application/timestamp-reply"


def ask_for_stamp(request: bytes, authority: str, route: Route = TOR, tick: Tick = silent) -> bytes:
    """Return an authority's reply (DER) to a request (DER); nothing in it is checked.

    ``authority`` is its http or https address. Raises BadAddress or OutletTrouble. Each call has
    a circuit of its own in Tor, so that two stamps are not known to be one person's by it.
    """
    address = read_address(authority, "https", "http", signed=True)
    with Web(Link(route, circuit=secrets.token_hex(8)), address) as web:
        reply = web.ask("POST", address, _HEADERS, request, tick=tick, most=MOST_REPLY)
    answers.good(reply)
    kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _REPLY or not reply.body:
        raise OutletLied("no time-stamp", reason="answer")
    return reply.body
