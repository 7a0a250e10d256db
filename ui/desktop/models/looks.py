"""What a card shows of an item: looked at only when it is seen, and kept in memory alone.

A look (a small picture and what the report warns of) is asked of the core when
a view first wants it, off the window's thread, the last wanted first. Only so
many looks are kept. When no picture is waited for, a small detector looks for faces in those
that are shown, one at a time: what it finds is worth a badge, and nothing else is decided by it.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from capture import derive
from capture.errors import CaptureError
from capture.report import HARM_ORDER, Harm
from storage.records import Original
from ui.desktop import phrases
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.later import later
from ui.desktop.models.facets import Sort, sort_of
from ui.desktop.models.report import report_from
from ui.desktop.session import Session
from ui.desktop.widgets.copy import leaves_of
from ui.desktop.widgets.picture import to_image

AUDIBLE = "audible-content"
"""What a cleaned copy says it still has where the original has sound."""
THUMBNAIL = 320
"""Longer side of a thumbnail in pixels: sharp on a card at twice the scale."""
_KEPT = 600
_ASKED = 80
"""Looks under way at most; older ones are given up for newer."""
_REST_MS = 30
"""While a hand scrolls, nothing is asked for more often than this."""


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
    heard: bool = False
    """Whether there is sound in it, and so perhaps a voice."""
    faces: bool = False
    """Whether faces were found in its picture, by a look that misses some."""


UNKNOWN = Look()


@dataclass(frozen=True, slots=True)
class Seen:
    """A look as a worker makes it: its picture is no pixmap yet."""

    look: Look
    image: QImage | None = None


class Looks(QObject):
    """The looks of all items of one vault, by their ids."""

    seen = Signal(str)
    """The id of an item of which there is a look now."""

    def __init__(self, session: Session, original: Callable[[str], Original | None]) -> None:
        """``original`` returns an item that is still shown, None for one that is not."""
        super().__init__(session)
        self._session = session
        self._original = original
        self._looks: OrderedDict[str, Look] = OrderedDict()
        self._asked: OrderedDict[str, Job] = OrderedDict()
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self._faces: dict[str, bool] = {}
        self._unsearched: OrderedDict[str, None] = OrderedDict()
        self._search: Job | None = None
        self._rest = later(self, self._ask_wanted, _REST_MS)

    def known(self, item: str) -> Look:
        """Return what is known, and ask for nothing."""
        return self._looks.get(item, UNKNOWN)

    def want(self, item: str) -> Look:
        """Return what is known for a card, and ask for it if nobody has."""
        found = self._looks.get(item)
        if found is not None:
            self._looks.move_to_end(item)
            return found
        if item not in self._asked:
            self._wanted[item] = None
            self._wanted.move_to_end(item)
            if not self._rest.isActive():
                self._rest.start()
        return UNKNOWN

    def forget(self, item: str) -> None:
        """Forget what was seen of an item; the views ask again."""
        self._looks.pop(item, None)
        job = self._asked.pop(item, None)
        if job is not None:
            job.cancel()

    def forget_wishes(self) -> None:
        """Ask for nothing that was wanted of rows that stand elsewhere now."""
        self._wanted.clear()

    def _ask_wanted(self) -> None:
        """Ask for what a view wanted last; what was scrolled past is asked for if it comes back."""
        for item in list(self._wanted)[-_ASKED:]:
            original = self._original(item)
            if original is not None:
                self._ask(original)
        self._wanted.clear()

    def _ask(self, original: Original) -> None:
        def work(_tick: Tick, _tell: Tell) -> Seen:
            return see(self._session, original)

        job = self._session.look(work)
        self._asked[original.id] = job
        job.succeeded.connect(lambda seen: self._on_seen(original.id, job, seen))
        job.failed.connect(lambda _error: self._on_seen(original.id, job, Seen(Look(known=True))))
        while len(self._asked) > _ASKED:
            self._asked.popitem(last=False)[1].cancel()

    def _on_seen(self, item: str, job: Job, seen: Seen) -> None:
        # A look that was given up may still come to its end: it saw the item as it was before.
        if self._asked.get(item) is not job:
            return
        del self._asked[item]
        picture = None if seen.image is None else QPixmap.fromImage(seen.image)
        self._looks[item] = replace(
            seen.look, picture=picture, faces=self._faces.get(item, seen.look.faces)
        )
        while len(self._looks) > _KEPT:
            self._looks.popitem(last=False)
        self.seen.emit(item)
        if picture is not None and item not in self._faces:
            self._unsearched[item] = None
        self._search_next()

    def _search_next(self) -> None:
        """Look for faces in what was shown last, where nobody waits for a picture."""
        if self._search is not None or self._asked or self._wanted:
            return
        while self._unsearched:
            item, _ = self._unsearched.popitem()
            original = self._original(item)
            if original is not None and item in self._looks:
                self._search = self._search_in(original)
                return

    def _search_in(self, original: Original) -> Job:
        def work(tick: Tick, _tell: Tell) -> bool:
            return shows_faces(self._session, original, tick)

        job = self._session.look(work)
        job.succeeded.connect(lambda faces: self._on_searched(original.id, faces=faces))
        job.ended.connect(self._on_search_ended)
        return job

    def _on_searched(self, item: str, *, faces: bool) -> None:
        self._faces[item] = faces
        look = self._looks.get(item)
        if faces and look is not None:
            self._looks[item] = replace(look, faces=True)
            self.seen.emit(item)

    def _on_search_ended(self) -> None:
        self._search = None
        self._search_next()


def see(session: Session, original: Original) -> Seen:
    """Look at one original, in a worker: its picture, its warnings, whether a copy is there."""
    kept = session.vault.report(original.id)
    harms: tuple[Harm, ...] = ()
    duration = ""
    if kept is not None:
        report = report_from(kept)
        harms = tuple(sorted({trace.harm for trace in report.traces}, key=HARM_ORDER.__getitem__))
        duration = phrases.duration(report.facts.duration)
    copies = session.vault.derivatives(original.id)
    look = Look(
        known=True,
        harms=harms,
        cleaned=bool(copies),
        duration=duration,
        examined=kept is not None,
        parts=len(session.vault.parts(original.id)),
        heard=sort_of(original.kind) is Sort.SOUND
        or any(AUDIBLE in leaves_of(copy) for copy in copies),
    )
    return Seen(look, _picture(session, original.id))


def shows_faces(session: Session, original: Original, tick: Tick) -> bool:
    """Say whether faces are found at once in a photo, or in the picture that stands for a video.

    Raises CaptureError or StorageError.
    """
    with session.vault.open_blob(original.id) as source:
        _, found = session.pool.find_faces(source, tick, thorough=False)
    return bool(found)


def _picture(session: Session, blob: str) -> QImage | None:
    """Return a thumbnail; a file that does not decode has none, and its page says why."""
    try:
        return to_image(derive.preview(session.vault, session.pool, blob, THUMBNAIL))
    except CaptureError:
        return None
