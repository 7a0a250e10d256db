"""Canonical JSON as files of a bundle: one value, one sequence of bytes, on every system.

The spelling is that of ``storage/records``, with one newline at the end. Reading
refuses whatever would have been written differently, so no byte of a signed
file is free.
"""

import json
from typing import Any

from storage.errors import DamagedBundle
from storage.records import canonical


def write(value: object) -> bytes:
    """Return the canonical bytes; TypeError for what JSON cannot hold exactly."""
    return canonical(value) + b"\n"


def read(untrusted: bytes) -> Any:
    """Return the value of canonical bytes; DamagedBundle if they are not exactly that."""
    try:
        value = json.loads(untrusted)
        rewritten = write(value)
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedBundle(reason="json") from error
    if rewritten != untrusted:
        raise DamagedBundle(reason="json")
    return value
