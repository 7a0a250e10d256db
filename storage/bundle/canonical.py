"""Canonical JSON as files of a bundle: one value, one sequence of bytes, on every system.

The spelling is that of ``storage/records``, with one newline at the end. Reading
refuses whatever would have been written differently, so no byte of a signed
file is free.
"""

import json
from typing import Any

from storage.errors import DamagedBundle, NewerVersion
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


def read_file(untrusted: bytes, most: int, form: str, version: int, part: str) -> dict[str, Any]:
    """Return the object of a file of at most so many bytes that says its format and version.

    Raises NewerVersion(part=part) for a later one, DamagedBundle(reason=part) for what is none.
    """
    try:
        value = read(untrusted[: most + 1])
    except DamagedBundle as error:
        raise DamagedBundle(reason=part) from error
    if not isinstance(value, dict) or value.get("format") != form:
        raise DamagedBundle(reason=part)
    said = value.get("version")
    if isinstance(said, int) and said > version:
        raise NewerVersion(part=part)
    return value
