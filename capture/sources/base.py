"""What every source of files offers, and the protocol that each of them keeps.

A source is not trusted: a phone may stall, be pulled out, say another size
than it sends, or send other bytes when it is asked again. So a source only
tells what it has and gives a stream; what is believed is what was read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, Protocol

from capture.errors import CaptureError


class Erasing(Protocol):
    """One file at its source that may be deleted there, by its name and no other way."""

    def erase(self) -> None:
        """Delete it. Raises Unreadable: "changed" where it is no longer what was offered."""

    def there(self) -> bool:
        """List its folder, as the source says it now, and say whether it is there.

        Raises Unreadable where the source does not answer.
        """


class ErasesByName(Protocol):
    """A device that deletes a file by its name in a folder."""

    def erase(self, folder: str, name: str, known: tuple[int, int]) -> None:
        """Delete a file whose size and time are still the ``known`` ones. Raises Unreadable."""

    def names(self, folder: str) -> tuple[str, ...]:
        """List a folder, as it is now. Raises Unreadable."""


@dataclass(frozen=True, slots=True)
class ErasingByName:
    """One file of such a device. What is ``known`` is its size and time, as the device says it."""

    source: ErasesByName
    folder: str
    name: str
    known: tuple[int, int]

    def erase(self) -> None:
        """Delete it."""
        self.source.erase(self.folder, self.name, self.known)

    def there(self) -> bool:
        """Say whether its folder still has it."""
        return self.name in self.source.names(self.folder)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that a source offers.

    ``shown`` is how the person may know it (a path), ``name`` its own name without folders,
    ``folder`` where it lies, ``size`` in bytes as the source says it, ``modified_at`` ISO 8601: in
    UTC ("…Z"), or without a zone where it is what the device's own clock showed, or None. ``open``
    gives a readable stream, which need not be seekable, and raises Unreadable; so does reading from
    it, where the source can tell. Where ``exact`` is false, ``size`` is only the most that it can
    be, and the source itself knows where the file ends. ``erasing`` is None where the source cannot
    delete it (a file in an archive).
    """

    shown: str
    name: str
    folder: str
    size: int
    modified_at: str | None
    open: Callable[[], BinaryIO]
    exact: bool = True
    erasing: Erasing | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be taken, and why."""

    shown: str
    error: CaptureError


@dataclass(frozen=True, slots=True)
class About:
    """What a source is: its kind ("folder", "card", "camera", …) and, where it says so, its name.

    ``device`` is a maker, a model or a label, as the device says it. ``root`` is what the paths of
    a device's files begin with here, which says nothing about the device.
    """

    kind: str
    device: str | None = None
    root: str | None = None


class Source(Protocol):
    """Somewhere that files come from."""

    @property
    def about(self) -> About:
        """What this is."""

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield every file, in an order that does not change; what cannot be read is Skipped.

        Raises Unreadable where the source as a whole cannot be reached.
        """


def iso(seconds: float) -> str | None:
    """Return a moment as records spell it, from seconds since 1970; None for what is none."""
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
