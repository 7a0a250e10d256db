"""What a person chose of what a source offers, as a source of its own; and a look at it first."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, cast

from capture.sources import ahead
from capture.sources.base import About, Incoming, Skipped, Source
from capture.sources.groups import family, sidecars

LOOK_PATIENCE = 15.0
"""Seconds without a byte after which a first look at a file is given up."""


class Chosen:
    """Files of a source that were listed already, and what of it could not be read."""

    def __init__(self, source: Source, offered: Sequence[Incoming | Skipped]) -> None:
        self._source = source
        self._offered = tuple(offered)

    @property
    def about(self) -> About:
        """What the files are from."""
        return self._source.about

    def close(self) -> None:
        """Let go of the device, where the source holds one."""
        close = getattr(self._source, "close", None)
        if close is not None:
            close()

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield what was chosen, in the order in which it was listed."""
        return iter(self._offered)


def with_sidecars(listed: Sequence[Incoming], wanted: Collection[str]) -> tuple[Incoming, ...]:
    """Return the wanted files, by how they are shown, and the sidecars of each of them."""
    places = {_place(one) for one in listed if one.shown in wanted}
    texts = sidecars(listed)
    return tuple(
        one
        for one in listed
        if one.shown in wanted or (one.shown in texts and _place(one) in places)
    )


def _place(one: Incoming) -> tuple[str, str]:
    return one.folder, family(one.name)


def beginning(offered: Incoming, limit: int, waiting: Callable[[], None]) -> bytes:
    """Return at most so many first bytes of a file. Raises Unreadable, "stalled" among others.

    ``waiting`` is called while nothing comes, and may raise to stop.
    """

    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        with offered.open() as stream:
            yield cast("BinaryIO", _Beginning(stream, limit))

    return b"".join(ahead.chunks(opened, waiting, LOOK_PATIENCE))


class _Beginning:
    """A stream that ends early, so that nobody reads further than is wanted."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._left = limit

    def read(self, count: int) -> bytes:
        data = self._stream.read(min(count, self._left))
        self._left -= len(data)
        return data
