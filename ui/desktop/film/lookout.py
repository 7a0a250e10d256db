"""What the video editor waits for: the plan that was kept, the timeline's strip, what is found.

Each answer comes as a signal in the window's thread, and only while it is about the video that is
still edited.
"""

from collections.abc import Collection

from PySide6.QtCore import Signal

from capture.redact.film import FilmPlan, Track
from capture.redact.plan import RegionKind
from ui.desktop.editor.asking import Asking
from ui.desktop.film import work
from ui.desktop.jobs import Job, Tell, Tick

_PICTURES = 120
"""Pictures of a timeline."""


class FilmLookout(Asking):
    """Asks the core, in lanes, about one video at a time."""

    opened = Signal(object)
    """A work.Opened."""
    strip = Signal(object, object)
    """The timeline's QImages and its loudness."""
    found = Signal(object)
    """The FilmPlan of a look through the video."""
    blind = Signal(object)
    """Why nothing can be looked for."""
    followed = Signal(object)
    """The Track that came of following one place."""
    failed = Signal(object)

    def begin(self, item: str) -> None:
        """Open another video."""
        self.stop()
        self._item = item
        self._run(
            self._session.ask,
            lambda _tick, _tell: work.opened(self._session, item),
            self.opened.emit,
            self.failed.emit,
        )

    def fetch_strip(self) -> None:
        """Have pictures and loudness of the timeline made; without them it is a plain one."""
        item = self._item

        def fetch(tick: Tick, _tell: Tell) -> work.Strip:
            return work.strip(self._session, item, _PICTURES, tick)

        def show(made: object) -> None:
            if isinstance(made, work.Strip):
                self.strip.emit(made.pictures, made.loudness)

        self._run(self._session.look, fetch, show, lambda _error: None)

    def find(self, wanted: Collection[RegionKind]) -> Job:
        """Look through the whole video and follow what is found."""
        item = self._item

        def look(tick: Tick, _tell: Tell) -> FilmPlan:
            return work.followed(self._session, item, wanted, tick)

        return self._run(self._session.look, look, self.found.emit, self.blind.emit)

    def follow(self, track: Track, at: int) -> Job:
        """Follow what a track covers at one moment, both ways."""
        item = self._item

        def look(tick: Tick, _tell: Tell) -> Track:
            return work.followed_from(self._session, item, track, at, tick)

        return self._run(self._session.look, look, self.followed.emit, self.blind.emit)
