"""The sandbox of macOS: the child reads its own code and libraries, and does nothing else.

``sandbox_init`` of libSystem takes a profile in the system's own language (SBPL) and binds this
process for ever. Apple calls it deprecated and uses it itself; there is no other way for a
program that does not come from the App Store. Written from its header and the profiles that
macOS ships; where it cannot be applied, nothing is promised.
"""

import ctypes
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from capture.isolate.limits.promises import Held


def apply(readable: Iterable[Path]) -> frozenset[Held]:
    """Bind this process and return what the system promised."""
    if sys.platform == "darwin":
        library = ctypes.CDLL("/usr/lib/libSystem.dylib")
        words = ctypes.c_char_p()
        if not library.sandbox_init(profile(readable).encode(), 0, ctypes.byref(words)):
            return frozenset((Held.READING, Held.WRITING, Held.NETWORK, Held.PROGRAMS))
    return frozenset()


def profile(readable: Iterable[Path]) -> str:
    """Return the profile: all is denied but computing, and reading at or below some paths."""
    below = "".join(f" (subpath {json.dumps(str(path.resolve()))})" for path in readable)
    return (
        "(version 1)(deny default)"
        "(allow sysctl-read)(allow signal (target self))(allow process-info* (target self))"
        f"(allow file-read-metadata)(allow file-read* file-map-executable{below})"
    )
