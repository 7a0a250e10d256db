"""What the editor waits for: the photo, what is found in it, tiles, and how the result looks.

Each answer comes as a signal in the window's thread, and only while it is
about the photo that is still edited.
"""

from PySide6.QtCore import QRect, Signal

from capture.redact.plan import RedactionPlan, RegionKind
from ui.desktop.editor import batch, photo
from ui.desktop.editor.asking import Asking
from ui.desktop.jobs import Tell, Tick


class Lookout(Asking):
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

    def begin(self, item: str) -> None:
        """Open another photo."""
        self.stop()
        self._item = item

        def work(tick: Tick, _tell: Tell) -> photo.Opened:
            return photo.opened(self._session, item, tick)

        self._run(self._session.look, work, self.opened.emit, self.failed.emit)

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
