"""A connection to an iPhone, or to the system's own service that leads there.

That service is usbmuxd: a socket of the system on Linux and macOS, a port of this
computer alone on Windows, where Apple's own driver listens. Nothing here leaves
this computer but on the cable. Every wait has an end, and every length that the
other side names has a bound.

The TLS that the phone asks for proves this computer to the phone, with the key that
was made when somebody tapped "Trust". The phone proves nothing: its certificate is
checked by none of Apple's own programs, and what it sends is foreign bytes either way.
"""

import plistlib
import socket
import ssl
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from capture.errors import Unreadable
from capture.unwritten import as_file

PATIENCE = 20.0
"""Seconds that one answer may take."""

SOCKET = Path("/var/run/usbmuxd")
APPLES_DRIVER = ("127.0.0.1", 27015)

_MAX_PLIST = 4 << 20
# A date that is none, a key outside of a dictionary: the library lets each out in its own way.
_NO_PLIST = (
    *(ValueError, ExpatError, OverflowError, RecursionError),
    *(LookupError, AttributeError, TypeError),
)
_STALLED = (TimeoutError, ssl.SSLWantReadError)


class Channel:
    """One connection. What breaks or stalls raises Unreadable ("device", "stalled")."""

    def __init__(self) -> None:
        """Reach usbmuxd. Raises Unreadable, "no-usbmuxd" where there is none."""
        try:
            self._socket = _reached()
        except OSError as error:
            raise Unreadable(reason="no-usbmuxd") from error

    def close(self) -> None:
        """End it."""
        with suppress(OSError):
            self._socket.close()

    def send(self, data: bytes) -> None:
        """Send all of it."""
        with _named():
            self._socket.sendall(data)

    def exactly(self, count: int) -> bytes:
        """Receive so many bytes, no fewer."""
        data = bytearray(count)
        view, filled = memoryview(data), 0
        until = time.monotonic() + PATIENCE
        while filled < count:
            if time.monotonic() > until:  # a byte now and then is a stall, too
                raise Unreadable(reason="stalled")
            with _named():
                got = self._socket.recv_into(view[filled:])
            if not got:
                raise Unreadable(reason="device")
            filled += got
        return bytes(data)

    def plist(self, untrusted_length: int) -> dict[str, Any]:
        """Receive a property list of so many bytes, a dictionary."""
        if untrusted_length > _MAX_PLIST:
            raise Unreadable(reason="device")
        return parsed(self.exactly(untrusted_length))

    def secure(self, record: Mapping[str, Any]) -> None:
        """Go on in TLS, as the computer that a pairing record names."""
        with _named():
            self._socket = _context(record).wrap_socket(self._socket)


def parsed(untrusted: bytes) -> dict[str, Any]:
    """Return a property list as a dictionary. Raises Unreadable for anything else."""
    try:
        found = plistlib.loads(untrusted)
    except _NO_PLIST as error:
        raise Unreadable(reason="device") from error
    if not isinstance(found, dict):
        raise Unreadable(reason="device")
    return found


def _reached() -> socket.socket:
    if sys.platform == "win32":
        return socket.create_connection(APPLES_DRIVER, PATIENCE)
    reached = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    reached.settimeout(PATIENCE)
    try:
        reached.connect(str(SOCKET))
    except OSError:
        reached.close()
        raise
    return reached


@contextmanager
def _named() -> Iterator[None]:
    """Turn what a socket says into our own error."""
    try:
        yield
    except _STALLED as error:
        raise Unreadable(reason="stalled") from error
    except ssl.SSLError as error:
        # Since TLS 1.3 a phone that does not know this computer says so only after the handshake.
        refused = "ALERT" in (error.reason or "")
        raise Unreadable(reason="iphone-not-trusted" if refused else "device") from error
    except (OSError, ValueError) as error:
        raise Unreadable(reason="device") from error


def _context(record: Mapping[str, Any]) -> ssl.SSLContext:
    """Return what TLS with a phone is made with (libimobiledevice, ``idevice.c``)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # The certificates of a pairing are signed by keys, and with digests, that the phone chose.
    context.set_ciphers("ALL:!aNULL:!eNULL:@SECLEVEL=0")
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    pem = b"\n".join(_pem(record, name) for name in ("HostCertificate", "HostPrivateKey"))
    with as_file(pem) as path:
        context.load_cert_chain(path)
    return context


def _pem(record: Mapping[str, Any], name: str) -> bytes:
    found = record.get(name)
    if not isinstance(found, bytes):
        raise Unreadable(reason="iphone-not-trusted")
    return found
