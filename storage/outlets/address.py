"""Addresses of outlets and of proxies: read strictly, so that what is stored is what is meant.

What two programs read differently is not read at all: no user names inside, no
control characters, no names but plain ASCII ones, no fragment. An onion address
holds a checksum (Tor's rend-spec-v3, section 6), so a mistyped one is refused
here and not after a minute of waiting.
"""

import base64
import hashlib
import ipaddress
import re
from dataclasses import dataclass, replace
from enum import Enum

from storage.errors import BadAddress

_LONGEST = 2048
_PORTS = {"http": 80, "https": 443, "sftp": 22, "socks5h": 1080}
_URL = re.compile(
    r"(?P<scheme>[a-z0-9]+)://(?:(?P<user>[^/?#]*)@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/?#:@\[\]]+)"
    r"(?::(?P<port>[0-9]{1,5}))?(?P<path>/[!-~]*)?"
)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_LONGEST_HOST = 253
_MOST_PORTS = 65535
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ONION_VERSION = b"\x03"
_ONION_LENGTH = 56


@dataclass(frozen=True, slots=True)
class Address:
    """Where an outlet answers. ``host`` is lower case without brackets; ``path`` is encoded."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host and, where it is not the usual one, the port: the value of ``Host``."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def text(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def is_onion(self) -> bool:
        """Whether only Tor knows the way."""
        return self.host.endswith(".onion")

    @property
    def is_here(self) -> bool:
        """Whether it is this computer, by number."""
        number = _number(self.host)
        return number is not None and number.is_loopback

    def below(self, *segments: str) -> "Address":
        """Return the address of something below this one; ``/`` inside a segment is encoded.

        A last segment that is empty makes it a folder's, with ``/`` at its end.
        """
        path = self.path.partition("?")[0].rstrip("/")
        return replace(self, path="/".join((path, *map(quoted, segments))) or "/")


class Way(Enum):
    """How a connection leaves this computer."""

    TOR = "tor"
    SOCKS = "socks"
    HTTP = "http"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Route:
    """The one way out that the person allowed; ``host`` and ``port`` are the proxy's.

    For Tor they are empty: it is looked for on its usual ports each time.
    """

    way: Way
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""

    @property
    def text(self) -> str:
        """The route as a person writes it."""
        if self.way in (Way.TOR, Way.DIRECT):
            return str(self.way.value)
        host = f"[{self.host}]" if ":" in self.host else self.host
        login = f"{quoted(self.user)}:{quoted(self.password)}@" if self.user else ""
        scheme = "socks5h" if self.way is Way.SOCKS else "http"
        return f"{scheme}://{login}{host}:{self.port}"


TOR = Route(Way.TOR)
DIRECT = Route(Way.DIRECT)


def read_address(untrusted: str, *schemes: str, signed: bool = False) -> Address:
    """Return the address that a text is, of one of the schemes. Raises BadAddress.

    Plain ``http`` is only for onions, which encrypt by themselves, for this computer, and where
    the answers are ``signed`` and what is asked is no secret.
    """
    match = _match(untrusted)
    if match["scheme"] not in schemes:
        raise BadAddress(reason="scheme", choices=" ".join(schemes))
    if match["user"] is not None:
        raise BadAddress(reason="password-inside")
    port = _port(match["port"], match["scheme"])
    address = Address(match["scheme"], _host(match["host"]), port, match["path"] or "/")
    if address.scheme == "http" and not (address.is_onion or address.is_here or signed):
        raise BadAddress(reason="plain-http")
    return address


def read_route(untrusted: str) -> Route:
    """Return the route that a text is: ``tor``, ``direct``, ``socks5h://…`` or ``http://…``.

    A proxy is named by number, for its name would have to be looked up in the open. Raises
    BadAddress.
    """
    text = untrusted.strip()
    if text in (Way.TOR.value, Way.DIRECT.value):
        return Route(Way(text))
    match = _match(text)
    if match["scheme"] not in ("socks5h", "http") or (match["path"] or "/") != "/":
        raise BadAddress(reason="scheme", choices="tor direct socks5h http")
    number = _number(match["host"].strip("[]"))
    if number is None:
        raise BadAddress(reason="proxy-name")
    way = Way.SOCKS if match["scheme"] == "socks5h" else Way.HTTP
    user, _, password = (match["user"] or "").partition(":")
    port = _port(match["port"], match["scheme"])
    return Route(way, str(number), port, unquoted(user), unquoted(password))


def check_way(address: Address, route: Route) -> None:
    """Raise BadAddress where a route cannot lead to an address: an onion needs more than DNS."""
    if address.is_onion and route.way is Way.DIRECT:
        raise BadAddress(reason="onion-needs-tor")


def quoted(text: str) -> str:
    """Return a text as a path or a query holds it: everything but letters, digits, -._~ encoded."""
    return "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in text.encode("utf-8")
    )


def unquoted(untrusted: str) -> str:
    """Return what an encoded text stands for; what is no UTF-8 comes back as U+FFFD."""
    plain = re.sub(
        rb"%([0-9A-Fa-f]{2})",
        lambda found: bytes([int(found[1], 16)]),
        untrusted.encode("utf-8", "surrogatepass"),
    )
    return plain.decode("utf-8", "replace")


def _match(untrusted: str) -> re.Match[str]:
    match = _URL.fullmatch(untrusted.strip()) if len(untrusted) <= _LONGEST else None
    if match is None or "#" in untrusted:
        raise BadAddress(reason="spelling")
    return match


def _port(text: str | None, scheme: str) -> int:
    port = int(text) if text else _PORTS[scheme]
    if not 0 < port <= _MOST_PORTS:
        raise BadAddress(reason="spelling")
    return port


def _host(untrusted: str) -> str:
    host = untrusted.lower().strip("[]").rstrip(".")
    number = _number(host)
    if number is not None:
        return str(number)
    labels = host.split(".")
    if len(host) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdigit():
        raise BadAddress(reason="spelling")
    if labels[-1] == "onion":
        _check_onion(labels)
    return host


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _check_onion(labels: list[str]) -> None:
    """Check the sum inside a version 3 onion name: base32 of key(32) sum(2) version(1)."""
    name = labels[-2] if len(labels) > 1 else ""
    try:
        raw = base64.b32decode(name.upper()) if len(name) == _ONION_LENGTH else b""
    except ValueError:
        raw = b""
    key, checksum, version = raw[:32], raw[32:34], raw[34:]
    wanted = hashlib.sha3_256(b".onion checksum" + key + version).digest()[:2]
    if version != _ONION_VERSION or checksum != wanted:
        raise BadAddress(reason="onion-address")
