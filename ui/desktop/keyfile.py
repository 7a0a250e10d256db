"""Reading a file of keys that somebody chose: bounded, and never trusted to be text."""

from pathlib import Path

LONGEST = 64 * 1024
"""Bytes of a key file that are looked at; a real one has a few hundred."""


def read_key_file(path: Path) -> str:
    """Return the beginning of the file as text. Raises OSError."""
    with path.open("rb") as stream:
        return stream.read(LONGEST).decode("utf-8", "replace")
