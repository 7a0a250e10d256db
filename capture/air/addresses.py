"""The addresses that this computer has on its networks, as its system lists them.

IPv4 alone: LocalSend speaks nothing else, and a person can type it. Source:
getifaddrs(3) of Linux, macOS and the BSDs; Windows has another list, which Python reads
(``lines.by_name``).
"""

import ctypes
import ctypes.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_INET = 2
_UP = 0x1
_MOST = 4096


@dataclass(frozen=True, slots=True)
class Address:
    """One address; ``network`` is what the system calls the device ("wlan0", "Wi-Fi")."""

    ip: str
    network: str
    own_alone: bool
    """Whether only this computer itself reaches it."""


class _Sockaddr(ctypes.Structure):
    _fields_ = (
        ("start", ctypes.c_ubyte * 2),
        ("port", ctypes.c_ubyte * 2),
        ("ip", ctypes.c_ubyte * 4),
    )


class _Ifaddrs(ctypes.Structure):
    pass


_Ifaddrs._fields_ = (  # ctypes' way of a structure that points to its own kind
    ("next", ctypes.POINTER(_Ifaddrs)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.POINTER(_Sockaddr)),
)


def own_addresses(by_name: Callable[[], tuple[str, ...]]) -> tuple[Address, ...]:
    """Return the addresses of this computer, those that others reach first.

    ``by_name`` lists them where the system's own list cannot be read.
    """
    found = list(_listed()) if sys.platform != "win32" else []
    if not found:
        found = [Address(ip, "", ip.startswith("127.")) for ip in by_name()]
    return tuple(sorted(found, key=lambda one: (one.own_alone, one.network, one.ip)))


def _listed() -> Iterator[Address]:
    library = ctypes.util.find_library("c")
    if library is None:
        return
    system = ctypes.CDLL(library)
    first = ctypes.POINTER(_Ifaddrs)()
    if system.getifaddrs(ctypes.byref(first)) != 0:
        return
    try:
        at = first
        for _ in range(_MOST):
            if not bool(at):
                return
            one = at.contents
            if one.address and one.flags & _UP and _family(one.address.contents) == _INET:
                ip = ".".join(str(part) for part in one.address.contents.ip)
                yield Address(ip, _text(one.name), ip.startswith("127."))
            at = one.next
    finally:
        system.freeifaddrs(first)


def _family(address: _Sockaddr) -> int:
    """Return the family: BSDs put a length before it, Linux has two bytes in its own order."""
    first, second = address.start
    return int(first if sys.platform == "linux" and sys.byteorder == "little" else second)


def _text(name: bytes | None) -> str:
    return (name or b"").decode("utf-8", "replace")
