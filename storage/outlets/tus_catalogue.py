"""What a name stands for at a tus server: our own ledger, and the catalogue made of it.

    firsthand-tus 1
    NAME SIZE PATH      a line for each file, by name

The catalogue is not encrypted, and says no more than a folder would: random
names, sizes, paths. It lies at the server as an upload like the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from storage.outlets.address import Address
from storage.outlets.names import is_name
from storage.outlets.tus import path_of

CATALOGUE = ".catalogue"
"""The catalogue's own row of a ledger: no file of a store can have this name."""

_HEAD = b"firsthand-tus 1\n"
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of one name: the upload that holds it, the one under way, those to delete.

    Paths are the server's, "" where there is none; ``half_sha256`` is of the whole source.
    """

    path: str = ""
    size: int = 0
    half: str = ""
    half_sha256: str = ""
    old: tuple[str, ...] = ()


class Ledger(Protocol):
    """Where rows are kept between runs."""

    def read(self) -> Mapping[str, Row]:
        """Return all rows, by name."""
        ...

    def keep(self, name: str, row: Row) -> None:
        """Keep a row in place of the last, an empty one not at all; on the disk on return."""
        ...


@dataclass(slots=True)
class Passing:
    """A ledger that is not kept beyond this run."""

    rows: dict[str, Row] = field(default_factory=dict)

    def read(self) -> Mapping[str, Row]:
        """Return all rows."""
        return dict(self.rows)

    def keep(self, name: str, row: Row) -> None:
        """Keep a row until the end of the run."""
        self.rows[name] = row


def written(rows: Mapping[str, Row]) -> bytes:
    """Return the catalogue of what is kept."""
    lines = (
        f"{name} {row.size} {row.path}\n"
        for name, row in sorted(rows.items())
        if row.path and name != CATALOGUE
    )
    return _HEAD + "".join(lines).encode("ascii")


def read(untrusted: bytes, base: Address) -> dict[str, Row] | None:
    """Return the rows of a catalogue, None for what is none."""
    if not untrusted.startswith(_HEAD) or not untrusted.isascii():
        return None
    rows: dict[str, Row] = {}
    for line in untrusted[len(_HEAD) :].decode("ascii").splitlines():
        name, _, rest = line.partition(" ")
        size, _, place = rest.partition(" ")
        path = path_of(place, base)
        if not is_name(name) or not is_size(size) or path is None or not place.startswith("/"):
            return None
        rows[name] = Row(path, int(size))
    return rows


def is_size(text: str) -> bool:
    """Say whether a text is a number of bytes."""
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
