"""What the editor waits for: the photo, what is found in it, tiles, and how the result looks.

Each answer comes as a signal in the window's thread, and only while it is
about the photo that is still edited.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal

from capture.redact.plan import RedactionPlan, RegionKind
from ui.desktop.editor import batch, photo
from ui.desktop.jobs import Job, Tell, Tick, Work
from ui.desktop.session import Session


class Lookout(QObject):
    """Asks the core, in lanes, about one photo at a time."""

    opened = Signal(object)
    found = Signal(object, bool)
    """The regions, and whether this was the last look."""
    more = Signal(object, object)
    """A RegionKind that was looked for, and the regions."""
    blind = Signal(object)
    """Why nothing can be looked for."""
    tile = Signal(object, object)
    """A QRect of the picture and its QImage."""
    rendered = Signal(object, object)
    """A RedactionPlan and the QImage of what it leaves."""
    similar = Signal(tuple)
    """The ids of the other photos of its burst."""
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item = ""
        self._jobs: list[Job] = []

    def begin(self, item: str) -> None:
        """Open another photo."""
        self.stop()
        self._item = item

        def work(tick: Tick, _tell: Tell) -> photo.Opened:
            return photo.opened(self._session, item, tick)

        self._run(self._session.look, work, self.opened.emit, self.failed.emit)

    def stop(self) -> None:
        """Give up everything that is asked for."""
        for job in self._jobs:
            job.cancel()
        self._item = ""

    def find(self) -> None:
        """Look for places, at once, and then thoroughly."""
        self._find(thorough=False)

    def _find(self, *, thorough: bool) -> None:
        item = self._item

        def work(tick: Tick, _tell: Tell) -> object:
            return photo.found(self._session, item, tick, thorough=thorough)[1]

        def on_found(regions: object) -> None:
            self.found.emit(regions, thorough)
            if not thorough:
                self._find(thorough=True)

        self._run(self._session.look, work, on_found, self.blind.emit)

    def look_for(self, kind: RegionKind) -> None:
        """Look for places of another kind as well."""
        item = self._item

        def work(tick: Tick, _tell: Tell) -> object:
            return photo.found(self._session, item, tick, thorough=True, wanted=(kind,))[1]

        self._run(
            self._session.look,
            work,
            lambda regions: self.more.emit(kind, regions),
            self.blind.emit,
        )

    def find_similar(self) -> None:
        """Look for other photos of the same burst."""
        item = self._item

        def work(tick: Tick, _tell: Tell) -> tuple[str, ...]:
            return batch.burst_of(self._session, item, tick)

        self._run(self._session.ask, work, self.similar.emit, self.failed.emit)

    def fetch_tile(self, box: QRect) -> None:
        """Fetch a part of the picture in full size."""
        item = self._item

        def work(tick: Tick, _tell: Tell) -> object:
            return photo.tile(self._session, item, box, tick)

        self._run(
            self._session.look, work, lambda image: self.tile.emit(box, image), self.failed.emit
        )

    def render(self, plan: RedactionPlan) -> None:
        """Have the child render a plan: the same code that makes the copy."""
        item = self._item

        def work(tick: Tick, _tell: Tell) -> object:
            return photo.result(self._session, item, plan, tick)

        self._run(
            self._session.look,
            work,
            lambda image: self.rendered.emit(plan, image),
            self.failed.emit,
        )

    def _run(
        self,
        lane: Callable[[Work], Job],
        work: Work,
        done: Callable[[object], object],
        failed: Callable[[object], object],
    ) -> None:
        """Run a job, and pass on how it ends if its photo is still the one that is edited."""
        item = self._item

        def if_still(answer: Callable[[object], object], value: object) -> None:
            if item == self._item:
                answer(value)

        job = lane(work)
        self._jobs.append(job)
        job.succeeded.connect(lambda value: if_still(done, value))
        job.failed.connect(lambda error: if_still(failed, error))
        job.ended.connect(lambda: self._jobs.remove(job))
