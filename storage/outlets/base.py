"""What every outlet does, whatever it speaks: take a parcel, or keep named files.

Two protocols. An ``Outlet`` takes one parcel and says honestly how sure it is
that the parcel arrived. A ``Store`` keeps files by name, for backups. Both get
their connections from ``transport``; neither ever opens one by itself, and none
of them looks into what it carries.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum
from typing import BinaryIO, Protocol

from storage.progress import Tick

BLOCK = 128 * 1024
"""Bytes that are read and sent at a time: what a cancel waits for on a slow line."""

PART = 8 << 20
"""Bytes of one part where an outlet takes parts: at most this much is ever sent again."""


class Sureness(Enum):
    """How sure it is that a parcel arrived."""

    CONFIRMED = "confirmed"
    """The server said so, and its size or digest of what it holds was compared."""

    UNCONFIRMED = "unconfirmed"
    """It was sent to the last byte; the server offers no way to ask what it holds."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an outlet said when a parcel was sent; kept in the vault.

    ``how`` is a code of what was compared: "size", "digest", "read-back", "answer" (only the
    server's own word), "folder" (written to a folder for a hand-off). ``place`` is where the
    outlet keeps it, as far as it says so.
    """

    sureness: Sureness
    how: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is sent: bytes that may be read again from any place, under a name that says nothing.

    ``size`` in bytes, ``sha256`` hexadecimal. ``open`` gives a seekable stream, each time anew.
    """

    name: str
    size: int
    sha256: str
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Limits:
    """What an outlet said when it was asked; None where it does not say. Bytes."""

    largest: int | None = None
    free: int | None = None


class Memo(Protocol):
    """What an outlet remembers of one parcel between tries, such as where an upload goes on."""

    def read(self) -> Mapping[str, str]:
        """Return what was kept last; empty at first."""
        ...

    def keep(self, notes: Mapping[str, str]) -> None:
        """Keep these notes in place of the last; on the disk when this returns."""
        ...


@dataclass(slots=True)
class Fleeting:
    """A memo that is not kept beyond this run."""

    notes: Mapping[str, str] = field(default_factory=dict)

    def read(self) -> Mapping[str, str]:
        """Return what was kept last."""
        return self.notes

    def keep(self, notes: Mapping[str, str]) -> None:
        """Keep these notes until the end of the run."""
        self.notes = dict(notes)


class Outlet(Protocol):
    """Somewhere a parcel goes."""

    def send(self, parcel: Parcel, memo: Memo, tick: Tick) -> Receipt:
        """Send all of it, going on where an earlier try stopped if the server can.

        A try that fails leaves nothing under the parcel's name. Raises OutletTrouble; ``tick``
        counts bytes that the server has, and may raise.
        """
        ...

    def ask(self, tick: Tick) -> Limits:
        """Reach the server, with nothing sent, and return what it says of its limits."""
        ...

    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """Take back what cut tries left at the outlet, as far as it lets us."""
        ...

    def close(self) -> None:
        """End the connection; what is asked next opens another."""
        ...


@dataclass(frozen=True, slots=True)
class Stored:
    """One file of a store; size in bytes."""

    name: str
    size: int


class Store(Protocol):
    """Files by name, somewhere else.

    Names are ``names.checked_name``s: up to six segments of letters, digits, ``-``, ``_`` and inner
    ``.``, with ``/`` between them. Every method raises OutletTrouble for what the other side
    or the way there does; what ``source`` or ``tick`` raises goes through as it is.
    """

    def names(self, prefix: str) -> Iterator[Stored]:
        """Give every file whose name begins with the prefix, which is "" or ends with "/"."""
        ...

    def put(self, name: str, source: BinaryIO, size: int, tick: Tick) -> None:
        """Keep ``size`` bytes of the source under the name, whole or not at all.

        What stood under the name is replaced in one step where the server can; until then it
        stays. ``tick`` counts bytes.
        """
        ...

    def get(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a file to be read once from its start. Raises NotThere."""
        ...

    def remove(self, name: str) -> None:
        """Take a file away; nothing happens where there is none."""
        ...
