"""Learns what is known of every item, off the window's thread, and keeps the library told.

The whole vault is looked over once, in pieces, so that nobody waits for the
last report of fifty thousand. What changes later is asked for again by item.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from storage.vault import Vault
from ui.desktop.jobs import Job, Tell, Tick, Work
from ui.desktop.later import later
from ui.desktop.models.facets import Facets, facets_of
from ui.desktop.session import Session

_PIECE = 400
"""Reports that are read in one go: the index is free for others in between."""
_FEW = 1000
"""Fewer items than this are asked for by themselves, without reading whole tables."""
_REST_MS = 400

Learned = dict[str, Facets]


class Surveyor(QObject):
    """Asks for facets and gives them out."""

    learned = Signal(object)
    """Facets by id: a piece of what was asked for."""
    finished = Signal()
    """All that was asked for is told, or cannot be."""
    failed = Signal(object)
    """Why not all is known: then what is filtered by it leaves some out."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._changed: dict[str, None] = {}
        self._job: Job | None = None
        self._rest = later(self, self._ask_changed, _REST_MS)
        session.changed.connect(self.note_changed)
        session.noted.connect(self.note_changed)
        session.regrouped.connect(self.note_changed)

    @property
    def busy(self) -> bool:
        """Whether something is still being read."""
        return self._job is not None or bool(self._changed)

    def survey(self, items: Sequence[str]) -> None:
        """Look over these items, in place of what was under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        wanted = tuple(items)
        if not wanted:
            self.finished.emit()
            return
        few = len(wanted) < _FEW

        def work(tick: Tick, tell: Tell) -> None:
            if not few:  # what the list was read from is not read again
                self._session.vault.let_go()
            for number, piece in enumerate(looked_over(self._session.vault, wanted, only=few)):
                tell(piece)
                tick(number * _PIECE, len(wanted))

        self._run(work)

    def note_changed(self, item: str) -> None:
        """Ask again for an item, soon and together with others."""
        self._changed[item] = None
        self._rest.start()

    def _ask_changed(self) -> None:
        if self._job is not None:  # what it read may be older than the change
            self._rest.start()
            return
        items = tuple(self._changed)
        self._changed.clear()

        def work(_tick: Tick, tell: Tell) -> None:
            for piece in looked_over(self._session.vault, items, only=True):
                tell(piece)

        self._run(work)

    def _run(self, work: Work) -> None:
        job = self._session.survey(work)
        self._job = job
        job.told.connect(self.learned.emit)
        job.failed.connect(self.failed.emit)
        job.ended.connect(lambda: self._on_end(job))

    def _on_end(self, job: Job) -> None:
        if self._job is job:
            self._job = None
            self.finished.emit()


def looked_over(vault: Vault, items: Sequence[str], *, only: bool = False) -> Iterator[Learned]:
    """Give the facets of items in pieces; ``only`` reads no more than concerns these."""
    known = vault.survey(items if only else None)
    for at in range(0, len(items), _PIECE):
        piece = items[at : at + _PIECE]
        reports = vault.reports(piece)
        yield {
            item: facets_of(
                reports.get(item),
                known.said.get(item, {}),
                known.steps.get(item, frozenset()),
                parts=known.parts.get(item, 0),
                bundled=item in known.bundled,
            )
            for item in piece
        }
