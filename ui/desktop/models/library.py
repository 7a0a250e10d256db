"""The library as a model: one row an item, sieved, sorted and under headings.

It holds every item of the vault, and the rows are those that the sieve lets
through. Originals are read at once; what else is known of them (their facets)
comes in pieces, off the window's thread, and is sieved by when it is there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from storage.records import Original
from ui import words
from ui.desktop import phrases
from ui.desktop.models import sieve
from ui.desktop.models.facets import NOTHING, Facets, Sort, day_of, sort_of
from ui.desktop.models.looks import AUDIBLE, Look, Looks
from ui.desktop.models.sieve import Entry, Order, Section, Sieve
from ui.desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
_FEW = 16
"""Rows that are taken out one by one; more are arranged anew in less time."""


class Role(IntEnum):
    """What a view may ask of a row beside Qt's own roles."""

    ORIGINAL = Qt.ItemDataRole.UserRole
    LOOK = Qt.ItemDataRole.UserRole + 1


class LibraryModel(QAbstractListModel):
    """All items of the vault, as far as they are shown."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._all: dict[str, Entry] = {}
        # From the last row to the first, so that what is newly sealed is put in front at no cost.
        self._last_first: list[str] = []
        self._places: dict[str, int] = {}
        self._sections: list[Section] = []
        self._sieve = Sieve()
        self._order = Order.IMPORT
        self._hidden: frozenset[str] = frozenset()
        self.looks = Looks(session, self._shown_original)
        self.looks.seen.connect(self._tell)
        session.changed.connect(self.look_again)
        session.regrouped.connect(self.look_again)

    @property
    def total(self) -> int:
        """How many items there are, shown or not."""
        return len(self._all) - len(self._hidden)

    @property
    def sieve(self) -> Sieve:
        """What is let through."""
        return self._sieve

    @property
    def order(self) -> Order:
        """In which order the rows stand."""
        return self._order

    @property
    def sections(self) -> Sequence[Section]:
        """The headings, and how many rows each has; together all rows."""
        return self._sections

    def unsurveyed(self) -> tuple[str, ...]:
        """Return the ids of all items of which nothing else is known yet."""
        return tuple(item for item, entry in self._all.items() if entry.facets is NOTHING)

    def days(self) -> list[str]:
        """Return the days that items are of, newest first."""
        entries = self._all.values()
        return sorted({day_of(one.original, one.facets) for one in entries}, reverse=True)

    def set_originals(self, originals: Sequence[Original]) -> None:
        """Have these in the library; what is known of them already stays known."""
        # Those of one second stay in the order in which they were sealed, which the vault knows.
        oldest_first = sorted(originals, key=attrgetter("sealed_at"))
        if oldest_first == [entry.original for entry in self._all.values()]:
            return
        known = {item: entry.facets for item, entry in self._all.items()}.get
        self._all = {one.id: Entry(one, known(one.id, NOTHING)) for one in oldest_first}
        self.arrange()

    def arrange(self, let_through: Sieve | None = None, order: Order | None = None) -> None:
        """Sieve and sort anew, by what is given or as until now."""
        self._sieve = self._sieve if let_through is None else let_through
        self._order = order or self._order
        every = self._all.values()
        entries = [one for one in every if one.original.id not in self._hidden]
        found = sieve.arranged(entries, self._sieve, self._order)
        self.beginResetModel()
        self._last_first = [entry.original.id for entry in reversed(found.entries)]
        self._places = {item: place for place, item in enumerate(self._last_first)}
        self._sections = list(found.sections)
        self.looks.forget_wishes()
        self.endResetModel()

    def hide(self, items: Iterable[str]) -> None:
        """Show these no longer: they are about to be deleted. With none, show all again."""
        more = frozenset(items)
        self._hidden = self._hidden | more if more else more
        if more:
            self._take_out(more)
        else:
            self.arrange()

    def remove(self, items: Iterable[str]) -> None:
        """Let go of items that are no longer in the vault."""
        gone = frozenset(items)
        self._hidden |= gone
        self._take_out(gone)
        for item in gone:  # only now: until then a view may ask for what it still shows
            self._all.pop(item, None)
        self._hidden -= gone

    def _take_out(self, items: Iterable[str]) -> None:
        """Take rows out: where they are few, the others stay where and as they are."""
        places = sorted(self._places[item] for item in items if item in self._places)
        if len(places) > _FEW:
            self.arrange()
            return
        for place in reversed(places):  # those before it in the list keep their places
            row = len(self._last_first) - 1 - place
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._last_first[place]
            self._places = {item: at for at, item in enumerate(self._last_first)}
            self._sections = sieve.without(self._sections, row)
            self.endRemoveRows()

    def learn(self, facets: Mapping[str, Facets]) -> None:
        """Take in what else is known of some items; the rows stay where they are."""
        for item, known in facets.items():
            entry = self._all.get(item)
            if entry is not None:
                self._all[item] = replace(entry, facets=known)

    def add(self, original: Original) -> None:
        """Put a newly sealed original first, where that is its place; else it waits for its turn.

        Its turn is when the rows are next arranged.
        """
        if original.id in self._all:
            return
        before = next(reversed(self._all.values()), None)
        entry = Entry(original)
        self._all[original.id] = entry
        if self._order is not Order.IMPORT or not self._sieve.lets_through(entry):
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._places[original.id] = len(self._last_first)
        self._last_first.append(original.id)
        # An import that went on is under its heading; which is first is known by what is shown.
        shown_before = before.original if before and self._sections else None
        self._sections = sieve.with_newest(self._sections, original, shown_before)
        self.endInsertRows()

    def original(self, item: str) -> Original:
        """Return an original by its id."""
        return self._all[item].original

    def index_of(self, item: str) -> QModelIndex:
        """Return where an item stands; an invalid index if it is not shown."""
        return self.index(self._row(item)) if item in self._places else QModelIndex()

    def neighbour(self, item: str, step: int) -> str | None:
        """Return the id so many rows further down, if there is one."""
        if item not in self._places:
            return None
        row = self._row(item) + step
        return self.at(row) if 0 <= row < len(self._last_first) else None

    def at(self, row: int) -> str:
        """Return the id of the item in a row."""
        return self._last_first[-1 - row]

    def look_again(self, item: str) -> None:
        """Forget what was seen of an item; the views ask again."""
        self.looks.forget(item)
        self._tell(item)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._last_first)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        original = self._all[self.at(index.row())].original
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.shown(original.provenance.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(original)
            case Role.ORIGINAL:
                return original
            case Role.LOOK:
                return self.looks.want(original.id)
            case _:
                return None

    def _row(self, item: str) -> int:
        return len(self._last_first) - 1 - self._places[item]

    def _shown_original(self, item: str) -> Original | None:
        return self._all[item].original if item in self._places else None

    def _tell(self, item: str) -> None:
        if item in self._places:
            index = self.index_of(item)
            self.dataChanged.emit(index, index)

    def _kind_words(self, kind: str) -> str:
        said = {
            Sort.PHOTO: self.tr("photo"),
            Sort.VIDEO: self.tr("video"),
            Sort.SOUND: self.tr("recording"),
        }
        return said[sort_of(kind)]

    def _spoken(self, original: Original) -> str:
        look: Look = self.looks.known(original.id)
        said = [
            words.shown(original.provenance.name),
            self._kind_words(original.kind),
            phrases.when(original.sealed_at),
        ]
        said += [words.heading(harm) for harm in look.harms]
        if look.faces:
            said.append(self.tr("faces can be seen"))
        if look.heard:
            said.append(words.leaves(AUDIBLE))
        if look.parts:
            said.append(phrases.parts(look.parts))
        if look.cleaned:
            said.append(self.tr("cleaned copy ready"))
        return ", ".join(said)
