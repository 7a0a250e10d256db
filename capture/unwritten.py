"""Bytes for a library that takes nothing but the path of a file, such as TLS with its keys.

On Linux they are in memory and nowhere else. Other systems have no such file: there it is a
temporary one that its owner alone can read, and only what may stand there is handed over.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def as_file(secret: bytes) -> Iterator[str]:
    """Give a path from which these bytes can be read, until the end of the block."""
    if hasattr(os, "memfd_create"):
        number = os.memfd_create("unwritten")
        try:
            os.write(number, secret)
            yield f"/proc/self/fd/{number}"
        finally:
            os.close(number)
        return
    number, path = tempfile.mkstemp()  # for its owner alone
    try:
        try:
            os.write(number, secret)
        finally:
            os.close(number)
        yield path
    finally:
        Path(path).unlink()
