"""How far off this computer's clock may be.

A time of sealing is worth as much as the clock that gave it. Where the system keeps
its clock by the network's, it knows a bound on the error; elsewhere nothing is claimed.
Source: adjtimex(2), ntp_gettime(3).
"""

import ctypes
import ctypes.util
import sys

_UNSYNCHRONISED = 0x40
_LONGS = 64
_MICROSECONDS = 1_000_000


def clock_error() -> str | None:
    """Return the largest error in seconds, such as "0.25"; None where the system knows of none."""
    if sys.platform != "linux":
        return None
    name = ctypes.util.find_library("c")
    if name is None:
        return None
    # struct timex begins: modes (int), then offset, freq, maxerror, esterror (long), status (int).
    timex = (ctypes.c_long * _LONGS)()
    if ctypes.CDLL(name).adjtimex(timex) < 0:
        return None
    maxerror, status = timex[3], timex[5] & 0xFFFFFFFF
    if status & _UNSYNCHRONISED:
        return None
    return f"{maxerror / _MICROSECONDS:.2f}"
