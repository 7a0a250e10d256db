"""What is said to a proxy before the outlet is reached; bytes over an open line, no sockets.

SOCKS 5 (RFC 1928, names resolved by the proxy alone) with a name and password
(RFC 1929), which Tor takes as a wish for circuits of their own; Tor's extended
error codes (proposal 304); and CONNECT of HTTP (RFC 9110, 9.3.6).
"""

import base64
import struct
from typing import Protocol

from storage.errors import NoRoute, OutletTrouble, Unreachable

_VERSION, _LOGIN_VERSION = 5, 1
_NO_LOGIN, _LOGIN = 0, 2
_CONNECT, _NAME = 1, 3
_BOUND = {1: 4, 4: 16}
_LONGEST = 255
_MOST_HEAD = 16 * 1024

_SAID: dict[int, tuple[type[OutletTrouble], str]] = {
    0x02: (NoRoute, "proxy-refused"),
    0x03: (Unreachable, "no-host"),
    0x04: (Unreachable, "no-host"),
    0x05: (Unreachable, "refused"),
    0x06: (Unreachable, "timed-out"),
    0xF0: (Unreachable, "onion-not-published"),
    0xF1: (Unreachable, "onion-unreadable"),
    0xF2: (Unreachable, "onion-failed"),
    0xF3: (Unreachable, "onion-failed"),
    0xF4: (Unreachable, "onion-key-needed"),
    0xF5: (Unreachable, "onion-wrong-key"),
    0xF6: (Unreachable, "onion-address"),
    0xF7: (Unreachable, "onion-too-slow"),
}
"""Code of a SOCKS answer → what it means. 0x01 is a failure of no kind that is told."""

UNSURE = "onion-not-published"
"""To be asked once more before it is believed. Tor asks several directories for an onion, and one
of them that does not have it puts this mark on the request for good: it is answered even where the
next one had it and the connection stands (``client_dir_fetch_404`` in Tor's hs_client.c, and
``connection_ap_handshake_socks_reply``, as of 0.4.9). What is asked then finds it at hand."""


class Talk(Protocol):
    """An open line to the proxy."""

    def send_all(self, data: bytes, /) -> None:
        """Send all of it."""
        ...

    def read_exactly(self, count: int, /) -> bytes:
        """Read so many bytes, or raise."""
        ...


def request(line: Talk, host: str, port: int, user: str, password: str) -> None:
    """Have a SOCKS 5 proxy connect to a host, which it looks up itself.

    With a user the proxy must take it: a proxy that would go on without is refused, since the
    name is what keeps circuits apart. Raises NoRoute or Unreachable.
    """
    name, method = host.encode("ascii"), _LOGIN if user else _NO_LOGIN
    line.send_all(bytes((_VERSION, 1, method)))
    version, chosen = line.read_exactly(2)
    if version != _VERSION:
        raise NoRoute(reason="proxy-answer")
    if chosen != method:
        raise NoRoute(reason="proxy-refused")
    if user:
        _log_in(line, user.encode(), password.encode())
    if len(name) > _LONGEST:
        raise Unreachable(reason="no-host")
    wanted = bytes((_VERSION, _CONNECT, 0, _NAME, len(name))) + name + struct.pack(">H", port)
    line.send_all(wanted)
    _read_answer(line)


def _log_in(line: Talk, user: bytes, password: bytes) -> None:
    if len(user) > _LONGEST or len(password) > _LONGEST:
        raise NoRoute(reason="proxy-refused")
    said = bytes((_LOGIN_VERSION, len(user))) + user + bytes((len(password),)) + password
    line.send_all(said)
    if line.read_exactly(2)[1]:
        raise NoRoute(reason="proxy-refused")


def _read_answer(line: Talk) -> None:
    version, code, _, kind = line.read_exactly(4)
    if version != _VERSION:
        raise NoRoute(reason="proxy-answer")
    if code:
        error, reason = _SAID.get(code, (Unreachable, "no-host"))
        raise error(f"the proxy answered {code:#04x}", reason=reason)
    length = line.read_exactly(1)[0] if kind == _NAME else _BOUND.get(kind)
    if length is None:
        raise NoRoute(reason="proxy-answer")
    line.read_exactly(length + 2)


def tunnel(line: Talk, host: str, port: int, user: str, password: str) -> None:
    """Have an HTTP proxy connect to a host. Raises NoRoute or Unreachable."""
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    head = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    if user:
        login = base64.b64encode(f"{user}:{password}".encode()).decode()
        head.append(f"Proxy-Authorization: Basic {login}")
    line.send_all("\r\n".join((*head, "", "")).encode())
    words = _read_head(line).split(b"\r\n", 1)[0].split(b" ", 2)
    if not words[0].startswith(b"HTTP/1.") or len(words) < 2 or not words[1].isdigit():  # noqa: PLR2004  # version and status
        raise NoRoute(reason="proxy-answer")
    status = int(words[1])
    if status in (401, 403, 407):
        raise NoRoute(f"the proxy answered {status}", reason="proxy-refused")
    if status // 100 != 2:  # noqa: PLR2004  # the answers that mean yes
        raise Unreachable(f"the proxy answered {status}", reason="no-host")


def _read_head(line: Talk) -> bytes:
    """Read to the empty line and not one byte further: what follows is the outlet's."""
    head = bytearray()
    while not head.endswith(b"\r\n\r\n"):
        if len(head) > _MOST_HEAD:
            raise NoRoute(reason="proxy-answer")
        head += line.read_exactly(1)
    return bytes(head)
