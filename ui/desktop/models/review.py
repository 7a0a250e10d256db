"""The light table before an import: what is on a source, under its days, with ticks to choose by.

A tick is a byte of its own beside each file, and not Qt's selection: thousands of
ticks here and there would make it crawl. Pictures are read from the source when a
card is first seen, the last seen first, and kept in memory alone.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPixmap
from typing_extensions import override

from capture.sources.base import Incoming, Skipped, Source
from ui import words
from ui.desktop import phrases
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.later import later
from ui.desktop.models import offered
from ui.desktop.models.offered import Choice, Offer, Thing
from ui.desktop.models.sieve import Section
from ui.desktop.session import Session

Index = QModelIndex | QPersistentModelIndex

_KEPT = 400
_ASKED = 40
"""Pictures under way at most; older ones are given up for newer."""
_REST_MS = 60


class Role(IntEnum):
    """What a view may ask of a row beside Qt's own roles."""

    OFFER = Qt.ItemDataRole.UserRole
    PICTURE = Qt.ItemDataRole.UserRole + 1
    TICKED = Qt.ItemDataRole.UserRole + 2


@dataclass(slots=True)
class Tally:
    """How many media were listed, how many of them are new, how many files are ticked.

    ``size`` is what the ticked ones have together, in bytes. Kept up to date with every change,
    because to count twenty thousand files anew at each of them takes too long.
    """

    media: int = 0
    new: int = 0
    ticked: int = 0
    size: int = 0


class ReviewModel(QAbstractListModel):
    """The files of one source, as far as they are shown."""

    ticks_changed = Signal()
    """Other files are ticked now."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._source: Source | None = None
        self._near = False
        self._offers: list[Offer] = []
        self._ticks = bytearray()
        self._rows: list[int] = []
        self._places: dict[int, int] = {}
        self._sections: tuple[Section, ...] = ()
        self._choice = Choice()
        self._pictures: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._asked: OrderedDict[int, Job] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._rest = later(self, self._ask_wanted, _REST_MS)
        self.skipped: list[Skipped] = []
        self.count = Tally()

    @property
    def sections(self) -> Sequence[Section]:
        """The days, and how many rows each has."""
        return self._sections

    @property
    def offers(self) -> Sequence[Offer]:
        """All that was listed, shown or not."""
        return self._offers

    def begin(self, source: Source | None) -> None:
        """Forget everything, and have the files of this source from now on."""
        for job in self._asked.values():
            job.cancel()
        self.beginResetModel()
        self._source, self._near = source, source is not None and offered.is_near(source)
        self._offers, self._ticks, self._rows, self._sections = [], bytearray(), [], ()
        self.skipped, self.count = [], Tally()
        for kept in (self._pictures, self._asked, self._wanted, self._places):
            kept.clear()
        self.endResetModel()

    def take(self, piece: Iterable[Offer | Skipped]) -> None:
        """Take in what was listed; it is shown when the rows are next arranged."""
        for one in piece:
            if isinstance(one, Skipped):
                self.skipped.append(one)
                continue
            is_medium = one.thing not in {Thing.ALONG, Thing.OTHER}
            self.count.media += is_medium
            self.count.new += is_medium and not one.known
            self._offers.append(one)
            self._ticks.append(0)
            self._set(len(self._offers) - 1, on=is_medium and not one.known)

    def arrange(self, choice: Choice | None = None) -> None:
        """Show what is chosen, newest first."""
        self._choice = self._choice if choice is None else choice
        self.beginResetModel()
        self._rows, self._sections = offered.arranged(self._offers, self._choice)
        self._places = {number: row for row, number in enumerate(self._rows)}
        self._wanted.clear()
        self.endResetModel()

    def ticked(self) -> tuple[Offer, ...]:
        """Return what is to be taken in, in the order in which it was listed."""
        pairs = zip(self._offers, self._ticks, strict=True)
        return tuple(offer for offer, tick in pairs if tick)

    def is_ticked(self, row: int) -> bool:
        """Say whether a row is to be taken in."""
        return bool(self._ticks[self._rows[row]])

    def tick(self, rows: Iterable[int], *, on: bool) -> None:
        """Tick rows, or take their ticks away."""
        touched = list(rows)
        for row in touched:
            self._set(self._rows[row], on=on)
        if touched:
            self.dataChanged.emit(self.index(min(touched)), self.index(max(touched)))
            self.ticks_changed.emit()

    def _set(self, number: int, *, on: bool) -> None:
        step = on - self._ticks[number]
        self._ticks[number] = on
        self.count.ticked += step
        self.count.size += step * self._offers[number].incoming.size

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.shown(self._offers[number].incoming.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(number)
            case Role.OFFER:
                return self._offers[number]
            case Role.PICTURE:
                return self._picture(number)
            case Role.TICKED:
                return bool(self._ticks[number])
            case _:
                return None

    def _spoken(self, number: int) -> str:
        offer = self._offers[number]
        said = [
            words.shown(offer.incoming.name),
            phrases.size(offer.incoming.size),
            phrases.when(offer.incoming.modified_at),
            self.tr("probably sealed already") if offer.known else self.tr("new"),
            self.tr("chosen") if self._ticks[number] else self.tr("not chosen"),
        ]
        return ", ".join(part for part in said if part)

    def _picture(self, number: int) -> QPixmap | None:
        if number in self._pictures:
            self._pictures.move_to_end(number)
            return self._pictures[number]
        if number not in self._asked:
            self._wanted[number] = None
            self._wanted.move_to_end(number)
            if not self._rest.isActive():
                self._rest.start()
        return None

    def _ask_wanted(self) -> None:
        for number in list(self._wanted)[-_ASKED:]:
            self._ask(number, self._offers[number].incoming)
        self._wanted.clear()

    def _ask(self, number: int, incoming: Incoming) -> None:
        pool, near = self._session.pool, self._near

        def work(tick: Tick, _tell: Tell) -> QImage | None:
            return offered.glimpse(pool, incoming, tick, near=near)

        lane = self._session.look if near else self._session.reach
        job = lane(work)
        self._asked[number] = job
        job.succeeded.connect(lambda image: self._on_seen(number, job, image))
        job.failed.connect(lambda _error: self._on_seen(number, job, None))
        while len(self._asked) > _ASKED:
            self._asked.popitem(last=False)[1].cancel()

    def _on_seen(self, number: int, job: Job, image: QImage | None) -> None:
        if self._asked.get(number) is not job:
            return  # of another source, or given up
        del self._asked[number]
        self._pictures[number] = None if image is None else QPixmap.fromImage(image)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        if number in self._places:
            index = self.index(self._places[number])
            self.dataChanged.emit(index, index)
