"""The names under which a store keeps files: such as every kind of server takes as they are."""

import re

from storage.errors import BadValue

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}){0,5}")


def is_name(untrusted: str) -> bool:
    """Say whether a store may be asked for this name."""
    return _NAME.fullmatch(untrusted) is not None


def checked_name(name: str) -> str:
    """Return the name if a store may be asked for it. Raises BadValue."""
    if not is_name(name):
        raise BadValue("a store takes names of letters, digits and -_. alone")
    return name
