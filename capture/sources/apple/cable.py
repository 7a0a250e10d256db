"""What is known of iPhones on a cable before anything is loaded that speaks with them.

What speaks with them is a library of seven hundred modules: it is loaded once the system has its
own service for the cable, and never at the start of the program.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from capture.errors import Unreadable

PATIENCE = 20.0
"""Seconds that one answer may take."""

READ_MAX = 1 << 20
"""Most bytes of a file that are asked for at once."""

SOCKET = Path("/var/run/usbmuxd")
"""The system's own service on Linux and macOS."""

_APPLES_DRIVER = "127.0.0.1:27015"


class Refused(Unreadable):
    """The phone answered, and its answer was no; the connection is as good as before."""


@dataclass(frozen=True, slots=True)
class Phone:
    """An iPhone on a cable: its own number, what it is called, and what keeps it from being read.

    ``hindered`` is a reason as Unreadable has it ("iphone-locked", "iphone-not-trusted"), None
    where it can be read.
    """

    serial: str
    name: str
    hindered: str | None = None


def address() -> str:
    """Return where the system's service listens. Raises Unreadable, "no-usbmuxd" where none is."""
    if sys.platform == "win32":
        return _APPLES_DRIVER
    if not SOCKET.exists():
        raise Unreadable(reason="no-usbmuxd")
    return str(SOCKET)
