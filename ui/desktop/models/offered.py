"""What is on a source, before anything of it is taken in: listed, marked, and looked at.

Nothing here is written anywhere. Whether a file is sealed already is guessed by its
name, size and time, which costs nothing; the truth is told by its content when it
is taken in. What a file is, is guessed by its name's ending, for the same reason.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO

from PySide6.QtGui import QImage

from capture.errors import CaptureError
from capture.isolate import MediaPool
from capture.progress import Tick
from capture.sources import ahead
from capture.sources.base import Incoming, Skipped, Source
from capture.sources.chosen import beginning
from ui.desktop.models.facets import Sort
from ui.desktop.models.sieve import Section, sections_of
from ui.desktop.widgets.picture import to_image

SIDE = 240
"""Longer side of a picture on the light table in pixels."""

_HEAD = 128 << 10
"""First bytes in which a thumbnail is looked for."""
_WHOLE = 24 << 20
"""Largest file that is read whole over a cable for a picture of it."""
_PIECE = 256
"""Files that are told of together."""

_NEAR = frozenset(("folder", "card"))
"""Kinds of sources whose files can be read in any order, at no cost."""

_ENDINGS = {
    Sort.PHOTO: "jpg jpeg jpe heic heif hif avif png webp gif tif tiff jxl dng cr2 cr3 nef arw orf "
    "rw2 raf",
    Sort.VIDEO: "mp4 mov m4v 3gp 3g2 mkv webm avi",
    Sort.SOUND: "m4a aac mp3 ogg oga opus wav amr flac",
}
_SORTS = {ending: sort for sort, endings in _ENDINGS.items() for ending in endings.split()}
_ALONG = frozenset(("aae", "xmp", "srt", "json", "thm", "lrv"))


class Thing(Enum):
    """What a file is by its name's ending; a hint, and no more."""

    PHOTO = "photo"
    VIDEO = "video"
    SOUND = "sound"
    ALONG = "along"
    """A text or small copy that belongs to a medium."""
    OTHER = "other"


def thing_of(name: str) -> Thing:
    """Return what a file seems to be."""
    ending = name.rpartition(".")[2].lower()
    if ending in _ALONG:
        return Thing.ALONG
    sort = _SORTS.get(ending)
    return Thing.OTHER if sort is None else Thing(sort.value)


@dataclass(frozen=True, slots=True)
class Offer:
    """One file of a source: ``known`` where it is probably sealed already."""

    incoming: Incoming
    thing: Thing
    known: bool

    @property
    def day(self) -> str:
        """The day of its time on the source, "2026-01-31"; empty where it has none."""
        return (self.incoming.modified_at or "")[:10]


Sealed = frozenset[tuple[str, int, str | None]]


def listed(source: Source, known: Sealed, tick: Tick) -> Iterator[tuple[Offer | Skipped, ...]]:
    """Give what is on a source, in pieces as they come. Raises Unreadable.

    ``known`` are name, size and time of what is sealed already. ``tick`` is called while nothing
    comes, so that a listing of minutes can be stopped.
    """
    piece: list[Offer | Skipped] = []
    for one in ahead.offered(source, lambda: tick(0, 0)):
        if isinstance(one, Skipped):
            piece.append(one)
        else:
            seen = (one.name, one.size, one.modified_at) in known
            piece.append(Offer(one, thing_of(one.name), seen))
        if len(piece) >= _PIECE:
            tick(0, 0)
            yield tuple(piece)
            piece.clear()
    yield tuple(piece)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which offers are shown: of one thing (None for every medium), of one day, only new ones."""

    thing: Thing | None = None
    day: str = ""
    only_new: bool = False

    def shows(self, offer: Offer) -> bool:
        """Say whether an offer is shown."""
        if self.thing is None:
            right = offer.thing not in {Thing.ALONG, Thing.OTHER}
        else:
            right = offer.thing is self.thing
        return right and self.day in {"", offer.day} and not (self.only_new and offer.known)


def arranged(offers: Sequence[Offer], choice: Choice) -> tuple[list[int], tuple[Section, ...]]:
    """Return the numbers of the offers that are shown, newest first, and the days over them."""
    shown = [number for number, offer in enumerate(offers) if choice.shows(offer)]
    shown.sort(key=lambda number: offers[number].incoming.modified_at or "", reverse=True)
    return shown, sections_of([offers[number].day or NO_DAY for number in shown])


NO_DAY = "-"
"""The key of a heading over files without a time."""


def glimpse(pool: MediaPool, offered: Incoming, tick: Tick, *, near: bool) -> QImage | None:
    """Return a small picture of a file on a source, None where it has none at a bearable cost.

    Runs in a worker; the picture is decoded in the confined child. Raises Unreadable.
    """
    if thing_of(offered.name) not in {Thing.PHOTO, Thing.VIDEO}:
        return None
    head = beginning(offered, _HEAD, lambda: tick(0, 0))
    try:
        return to_image(pool.first_look(io.BytesIO(head), SIDE))
    except CaptureError:
        return _decoded(pool, offered, tick, near=near)


def _decoded(pool: MediaPool, offered: Incoming, tick: Tick, *, near: bool) -> QImage | None:
    try:
        if near:
            with offered.open() as stream:
                if _any_order(stream):
                    return to_image(pool.preview(stream, SIDE))
        if offered.size <= _WHOLE:
            whole = beginning(offered, _WHOLE, lambda: tick(0, 0))
            return to_image(pool.preview(io.BytesIO(whole), SIDE))
    except CaptureError:
        return None  # what it is, is said when it is taken in
    return None


def is_near(source: Source) -> bool:
    """Say whether a source's files can be read in any order at no cost."""
    return source.about.kind in _NEAR


def _any_order(stream: BinaryIO) -> bool:
    can = getattr(stream, "seekable", None)
    return can is not None and bool(can())
