"""Making the covered copy of a video, and what is said and asked afterwards."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from capture.redact.film import Alarm, FilmPlan
from ui.desktop.editor.keys import Key, press
from ui.desktop.film import saying, work
from ui.desktop.film.draft import FilmDraft
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice


class Making(QObject):
    """The press that makes the copy, and the one that answers for it, for one draft at a time."""

    begun = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session, notice: Notice) -> None:
        super().__init__()
        self._session = session
        self._notice = notice
        self._item = ""
        self._draft: FilmDraft | None = None
        self._under_way: set[str] = set()
        self._copied: FilmPlan | None = None
        """What is covered in the copy that waits for a person's word."""
        self.save = button(self.tr("Make the covered copy"), self.make, "primary", "save")
        self.save.setToolTip(self.tr("Make the copy (Ctrl+S)"))
        self.watched = button(
            self.tr("I have watched the whole copy"), self._answer, icon_name="eye"
        )
        self.watched.setToolTip(self.tr("And nothing more has to be covered (Ctrl+Shift+Enter)"))
        self.watched.hide()

    def keys(self) -> tuple[Key, ...]:
        """Return its keys."""
        return (
            ("Ctrl+S", self.make),
            ("Ctrl+Shift+Return", lambda: press(self.watched)),
            ("Ctrl+Shift+Enter", lambda: press(self.watched)),
        )

    def take(self, item: str, draft: FilmDraft | None) -> None:
        """Make copies of another video from now on."""
        self._item, self._draft, self._copied = item, draft, None
        self.refresh()

    def refresh(self) -> None:
        """Offer to make the copy where there is something to be made.

        And to answer for the last one, as long as another would cover the same: a person's word
        is for what they have watched.
        """
        draft = self._draft
        ready = draft is not None and draft.leaves_a_mark and self._item not in self._under_way
        self.save.setEnabled(ready)
        waits = draft is not None and self._copied is not None and _covers(draft) == self._copied
        self.watched.setVisible(waits)

    def doubt(self, alarms: tuple[Alarm, ...]) -> None:
        """Have what a look at the copy found be looked at."""
        if self._draft is not None:
            self._draft.doubt(self.tr("Second look"), alarms)

    def make(self) -> None:
        """Make the covered copy; what nobody has looked at holds it up, and is said."""
        if self._draft is not None and self.save.isEnabled():
            self._make(self._draft, looked=False)

    def _answer(self) -> None:
        """Take a person's word: they have watched it all, and nothing more has to be covered."""
        if self._draft is not None:
            self._draft.answer_all(self.tr("I have watched the whole copy"))
            self._make(self._draft, looked=True)

    def _make(self, draft: FilmDraft, *, looked: bool) -> None:
        item, plan = self._item, draft.plan()
        self._notice.clear()
        self._copied = None
        self._under_way.add(item)
        self.refresh()

        def make(tick: Tick, _tell: Tell) -> work.Saved:
            return work.saved(self._session, item, plan, tick, looked=looked)

        job = self._session.write(make)
        job.succeeded.connect(lambda made: self._on_made(draft, plan, made))
        job.failed.connect(lambda error: self._on_not_made(draft, error))
        job.cancelled.connect(lambda: self._on_not_made(draft, None))
        job.ended.connect(lambda: self._on_ended(item))
        self.begun.emit(job, self.tr("Covering the video, and looking once more"))

    def _on_ended(self, item: str) -> None:
        self._under_way.discard(item)
        self.refresh()
        self._session.changed.emit(item)

    def _on_made(self, draft: FilmDraft, plan: FilmPlan, made: work.Saved) -> None:
        unchanged = draft.plan() == plan
        if made.added:
            draft.take_more(self.tr("Second look"), made.added, made.doubts)
        if unchanged:  # what was decided meanwhile is in no copy yet
            draft.undo.setClean()
        if draft is not self._draft:
            return
        if made.again:
            self.doubt(made.again)
        self._copied = _covers(draft) if made.held and unchanged else None
        self.refresh()
        saying.say_saved(self._notice, made)

    def _on_not_made(self, draft: FilmDraft, error: BaseException | None) -> None:
        if draft is not self._draft:
            return
        if error is None:
            self._notice.say("plain", self.tr("Stopped. No copy was made."))
        else:
            self._notice.say_error(error)


def _covers(draft: FilmDraft) -> FilmPlan:
    """Return what a copy by this draft would cover, whatever is answered to alarms."""
    return replace(draft.plan(), alarms=())
