"""The library as a model: one row an original, newest first, looked at only when it is seen.

A look (a small picture and what the report warns of) is asked of the core when
a view first wants it, off the window's thread, the last wanted first. Looks
are kept in memory alone, and only so many of them.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from typing_extensions import override

from capture import derive
from capture.errors import CaptureError
from capture.report import HARM_ORDER, Harm
from storage.records import Original
from ui import words
from ui.desktop import phrases
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.models.report import report_from
from ui.desktop.session import Session
from ui.desktop.widgets.picture import to_image

THUMBNAIL = 320
"""Longer side of a thumbnail in pixels: sharp on a card at twice the scale."""
_KEPT = 600
_ASKED = 80
"""Looks under way at most; older ones are given up for newer."""
_REST_MS = 30
"""While a hand scrolls, nothing is asked for more often than this."""

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a view may ask of a row beside Qt's own roles."""

    ORIGINAL = Qt.ItemDataRole.UserRole
    LOOK = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Look:
    """What a card shows of an original. ``known`` is false while nobody has looked."""

    known: bool = False
    picture: QPixmap | None = None
    harms: tuple[Harm, ...] = ()
    cleaned: bool = False
    duration: str = ""
    examined: bool = False
    parts: int = 0
    """How many originals belong to it: the clip of a live photo, a raw, …"""


@dataclass(frozen=True, slots=True)
class _Seen:
    look: Look
    image: QImage | None


class LibraryModel(QAbstractListModel):
    """All originals of the vault."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._oldest_first: list[Original] = []
        self._places: dict[str, int] = {}
        self._looks: OrderedDict[str, Look] = OrderedDict()
        self._asked: OrderedDict[str, Job] = OrderedDict()
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask_wanted)
        session.changed.connect(self.look_again)
        session.regrouped.connect(self.look_again)

    def set_originals(self, originals: Sequence[Original]) -> None:
        """Show these, newest first; what is shown already stays as it stands."""
        oldest_first = sorted(originals, key=lambda one: (one.sealed_at, one.id))
        if oldest_first == self._oldest_first:
            return
        self.beginResetModel()
        self._oldest_first = oldest_first
        self._places = {one.id: place for place, one in enumerate(self._oldest_first)}
        self._wanted.clear()
        self.endResetModel()

    def add(self, original: Original) -> None:
        """Put a newly sealed original first."""
        if original.id in self._places:
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._places[original.id] = len(self._oldest_first)
        self._oldest_first.append(original)
        self.endInsertRows()

    def original(self, item: str) -> Original:
        """Return an original by its id."""
        return self._oldest_first[self._places[item]]

    def index_of(self, item: str) -> QModelIndex:
        """Return where an item stands; an invalid index if it is not there."""
        return self.index(self._row(item)) if item in self._places else QModelIndex()

    def neighbour(self, item: str, step: int) -> str | None:
        """Return the id so many rows further down, if there is one."""
        row = self._row(item) + step
        return self._at(row).id if 0 <= row < len(self._oldest_first) else None

    def look_again(self, item: str) -> None:
        """Forget what was seen of an item; the views ask again."""
        self._looks.pop(item, None)
        job = self._asked.pop(item, None)
        if job is not None:
            job.cancel()
        self._tell(item)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._oldest_first)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        original = self._at(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.shown(original.provenance.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(original)
            case Role.ORIGINAL:
                return original
            case Role.LOOK:
                return self.look(original)
            case _:
                return None

    def _at(self, row: int) -> Original:
        return self._oldest_first[-1 - row]

    def _row(self, item: str) -> int:
        return len(self._oldest_first) - 1 - self._places[item]

    def look(self, original: Original) -> Look:
        """Return what is known for a card, and ask for it if nobody has."""
        found = self._looks.get(original.id)
        if found is not None:
            self._looks.move_to_end(original.id)
            return found
        if original.id not in self._asked:
            self._wanted[original.id] = None
            self._wanted.move_to_end(original.id)
            if not self._rest.isActive():
                self._rest.start()
        return Look()

    def _ask_wanted(self) -> None:
        """Ask for what a view wanted last; what was scrolled past is asked for if it comes back."""
        for item in list(self._wanted)[-_ASKED:]:
            self._ask(self.original(item))
        self._wanted.clear()

    def _ask(self, original: Original) -> None:
        def work(_tick: Tick, _tell: Tell) -> _Seen:
            return see(self._session, original)

        job = self._session.look(work)
        self._asked[original.id] = job
        job.succeeded.connect(lambda seen: self._on_seen(original.id, seen))
        job.failed.connect(lambda _error: self._on_seen(original.id, _Seen(Look(known=True), None)))
        while len(self._asked) > _ASKED:
            self._asked.popitem(last=False)[1].cancel()

    def _on_seen(self, item: str, seen: _Seen) -> None:
        if self._asked.pop(item, None) is None:
            return
        picture = None if seen.image is None else QPixmap.fromImage(seen.image)
        self._looks[item] = replace(seen.look, picture=picture)
        while len(self._looks) > _KEPT:
            self._looks.popitem(last=False)
        self._tell(item)

    def _tell(self, item: str) -> None:
        if item in self._places:
            index = self.index_of(item)
            self.dataChanged.emit(index, index)

    def _kind_words(self, kind: str) -> str:
        if kind in phrases.SOUNDS:
            return self.tr("recording")
        return self.tr("video") if kind in phrases.PLAYED else self.tr("photo")

    def _spoken(self, original: Original) -> str:
        look = self._looks.get(original.id, Look())
        said = [
            words.shown(original.provenance.name),
            self._kind_words(original.kind),
            phrases.when(original.sealed_at),
        ]
        said += [words.heading(harm) for harm in look.harms]
        if look.parts:
            said.append(phrases.parts(look.parts))
        if look.cleaned:
            said.append(self.tr("cleaned copy ready"))
        return ", ".join(said)


def see(session: Session, original: Original) -> _Seen:
    """Look at one original, in a worker: its picture, its warnings, whether a copy is there."""
    kept = session.vault.report(original.id)
    harms: tuple[Harm, ...] = ()
    duration = ""
    if kept is not None:
        report = report_from(kept)
        harms = tuple(sorted({trace.harm for trace in report.traces}, key=HARM_ORDER.__getitem__))
        duration = phrases.duration(report.facts.duration)
    cleaned = bool(session.vault.derivatives(original.id))
    look = Look(
        known=True,
        harms=harms,
        cleaned=cleaned,
        duration=duration,
        examined=kept is not None,
        parts=len(session.vault.parts(original.id)),
    )
    return _Seen(look, _picture(session, original.id))


def _picture(session: Session, blob: str) -> QImage | None:
    """Return a thumbnail; a file that does not decode has none, and its page says why."""
    try:
        return to_image(derive.preview(session.vault, session.pool, blob, THUMBNAIL))
    except CaptureError:
        return None
