"""The editor of one video or recording: frame, timeline, tracks, sound; and the covered copy.

Nothing leaves the vault here, and nothing of it is decoded outside of the confined child. What was
decided is kept with the copy, and comes back when the editor is opened again; what was not saved
stays while the vault is open.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from capture.errors import BadPlan
from capture.redact.film import Alarm, Answer, FilmPlan, Track
from capture.redact.plan import RegionKind
from ui.desktop import theme
from ui.desktop.editor.bench import Bench
from ui.desktop.editor.tools import Tool
from ui.desktop.film import saying, work
from ui.desktop.film.acts import FilmActs
from ui.desktop.film.bar import Bar
from ui.desktop.film.canvas import FilmCanvas
from ui.desktop.film.draft import FilmDraft, empty_plan
from ui.desktop.film.finder import Finder
from ui.desktop.film.lookout import FilmLookout
from ui.desktop.film.making import Making
from ui.desktop.film.panel import TracksPanel
from ui.desktop.film.player import Player
from ui.desktop.film.stage import Stage
from ui.desktop.film.timeline import Timeline
from ui.desktop.film.tools import Tools
from ui.desktop.jobs import Job
from ui.desktop.later import later
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import Elided

_TOOLS = (Tool.PICK, Tool.BOX, Tool.ELLIPSE, Tool.HAND)
_LATER_MS = 250


class FilmPage(QWidget):
    """Edits one video at a time."""

    back = Signal(str)
    """The id of the item that was edited."""
    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item = ""
        self._opened: work.Opened | None = None
        self._alarm: Alarm | None = None
        self._drafts: dict[str, FilmDraft] = {}
        self._steps = QUndoGroup(self)
        self._no_steps = QUndoStack(self._steps)
        self._looking = False
        self._invites = False
        """Whether it is said how to begin."""
        self._later = later(self, self._preview, _LATER_MS)
        self.draft: FilmDraft | None = None
        self.player = Player(session)
        self._lookout = FilmLookout(session)
        self.name = Elided("title")
        self.problem = Notice()
        self.canvas = FilmCanvas()
        self.stage = Stage(self.canvas, self.player)
        self.bench = Bench(self.canvas, self._steps, _TOOLS)
        self.bar = Bar(self.player)
        self.acts = FilmActs()
        self.timeline = Timeline()
        self.tools = Tools(self.acts, self.timeline)
        self.panel = TracksPanel()
        self.finder = Finder()
        self.making = Making(session, self.problem)
        self.as_copy = button(self.tr("Play it as the copy will be"), None, "segment", "eye")
        self.as_copy.setToolTip(self.tr("Show and play what will be seen and heard (P)"))
        self.as_copy.setCheckable(True)
        self._lay_out()
        self._connect()
        self._add_keys()

    def _lay_out(self) -> None:
        back = button("", self.leave, "quiet", "back", self.tr("Back to the item (Esc)"))
        top = layout.titled(back, self.name, self.finder, self.as_copy, self.making.save)
        left = layout.column(1)
        left.setContentsMargins(0, 0, theme.space(2), 0)
        left.addWidget(self.bench)
        left.addWidget(self.stage, 1)
        left.addWidget(self.bar)
        across = layout.split(
            Qt.Orientation.Horizontal,
            self.tr("Width of the picture"),
            (layout.holding(left), 190),
            (self.panel, 78),
        )
        time = layout.column(0.5)
        time.addWidget(self.tools)
        time.addWidget(self.timeline, 1)
        down = layout.split(
            Qt.Orientation.Vertical,
            self.tr("Height of the timeline"),
            (across, 110),
            (layout.holding(time), 50),
        )
        page = QVBoxLayout(self)
        margin = theme.space(4)
        page.setContentsMargins(margin, margin, margin, theme.space(2))
        page.setSpacing(theme.space(2))
        page.addLayout(top)
        page.addWidget(self.problem)
        page.addWidget(self.making.watched, 0, Qt.AlignmentFlag.AlignLeading)
        page.addWidget(down, 1)

    def _connect(self) -> None:
        self._connect_hands()
        self._connect_panel()
        player, lookout = self.player, self._lookout
        player.opened.connect(lambda _film: self._begin())
        player.shown.connect(self._on_shown)
        player.moved.connect(self._on_moved)
        player.failed.connect(self.problem.say_error)
        lookout.opened.connect(self._on_opened)
        lookout.strip.connect(self.timeline.show_strip)
        lookout.strip.connect(self.stage.show_strip)
        lookout.found.connect(self._on_found)
        lookout.followed.connect(self._on_followed)
        lookout.blind.connect(self.problem.say_error)
        lookout.failed.connect(self.problem.say_error)
        self.finder.wanted.connect(self._find)
        self.making.begun.connect(self._on_making)
        self.as_copy.toggled.connect(lambda _on: self._preview())

    def _connect_hands(self) -> None:
        acts, canvas, timeline, player = self.acts, self.canvas, self.timeline, self.player
        acts.going.connect(player.seek)
        acts.refused.connect(lambda said: self.problem.say("plain", said))
        canvas.picked.connect(acts.pick)
        canvas.decided.connect(lambda: acts.answer(Answer.COVER))
        canvas.drew.connect(self._on_drew)
        canvas.reshaped.connect(acts.reshape)
        canvas.nudged.connect(lambda track, box: acts.reshape(track, box, small=True))
        timeline.sought.connect(player.seek)
        timeline.picked.connect(acts.pick)
        timeline.ranged.connect(self._on_ranged)
        timeline.key_moved.connect(acts.move_key)
        timeline.begun.connect(acts.begin_at)
        timeline.ended.connect(acts.end_at)
        timeline.chosen.connect(acts.step)
        for one in (canvas, timeline):
            one.stepped.connect(player.step)
            one.toggled.connect(player.toggle)
        self.tools.add_follow(self._follow)
        self.bench.looking.connect(self._look)
        self.bench.used.connect(lambda _tool: self.canvas.setFocus())

    def _connect_panel(self) -> None:
        acts, panel = self.acts, self.panel
        panel.picked.connect(acts.pick)
        panel.answered.connect(acts.answer)
        panel.removed.connect(acts.remove)
        panel.edited.connect(acts.edit)
        panel.alike.connect(acts.alike)
        panel.next_alarm.connect(acts.next_alarm)
        panel.looked.connect(acts.looked)
        panel.coded.connect(acts.code)

    def _add_keys(self) -> None:
        acts = self.acts
        self.bench.add_keys(
            self,
            (
                *self.bar.keys(),
                *self.tools.keys(),
                *self.panel.keys(),
                *self.finder.keys(),
                *self.making.keys(),
                ("P", self.as_copy.toggle),
                ("U", acts.next_alarm),
                ("Shift+U", lambda: acts.next_alarm(-1)),
                ("Y", acts.looked),
                ("R", self.panel.ask_reason),
                ("N", lambda: acts.answer(Answer.DISMISSED)),
                ("Ctrl+Shift+A", acts.alike),
                (QKeySequence(Qt.Key.Key_Delete).toString(), acts.remove),
                ("Backspace", acts.remove),
                ("PgDown", lambda: acts.step(1)),
                ("PgUp", lambda: acts.step(-1)),
                ("Esc", self._escape),
            ),
        )
        self.panel.list.itemActivated.connect(lambda _row: acts.answer(Answer.COVER))
        for one in (self, self.canvas, self.timeline, self.panel.list):
            one.installEventFilter(self.bench)

    @property
    def item(self) -> str:
        """The id of what is edited."""
        return self._item

    def show_item(self, item: str, name: str, alarm: Alarm | None = None) -> None:
        """Edit another video, beginning at what was found in its copy, if anything."""
        self._item = item
        self._alarm = alarm
        self._opened = None
        self.name.setText(name)
        self.problem.clear()
        self._take(None)
        self._lookout.begin(item)
        self.player.open(item)

    def leave(self) -> None:
        """Go back; what was decided and not saved is there when the editor is opened again."""
        self._lookout.stop()
        self.player.close()
        self.back.emit(self._item)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the video when another page is shown: that one may want to play, too."""
        if not event.spontaneous():
            self.player.close()
        super().hideEvent(event)

    def _escape(self) -> None:
        if self.canvas.tool is not Tool.PICK:
            self.bench.use(Tool.PICK)
        elif self.draft is not None and self.draft.range is not None:
            self._on_ranged(None)
        elif self.draft is not None and self.draft.chosen is not None:
            self.acts.pick(None)
        else:
            self.leave()

    def _on_opened(self, opened: work.Opened) -> None:
        self._opened = opened
        self.panel.show_people(opened.people)
        self._begin()

    def _begin(self) -> None:
        """Begin to edit, once the file and what was decided about it are both there."""
        film, opened = self.player.film, self._opened
        if film is None or opened is None or opened.item != self._item or self.draft is not None:
            return
        draft = self._drafts.get(self._item)
        if draft is None or draft.undo.isClean():  # what is in the vault may be newer
            plan = opened.plan or empty_plan(film.width, film.height, film.length)
            draft = FilmDraft(plan, film.frame)
            self._drafts[self._item] = draft
            self._steps.addStack(draft.undo)
        self._take(draft)
        self.stage.show_draft(
            draft, self.bench, self.panel, self.finder, *self.tools.of_picture, *self.tools.of_track
        )
        if not draft.has_picture:
            self.timeline.setFocus()
        if self._alarm is not None:
            self.making.doubt((self._alarm,))
        self.player.seek(0 if self._alarm is None else self._alarm.span.begins)
        self._lookout.fetch_strip()
        if opened.plan is None:
            saying.say_begin(self.problem, picture=draft.has_picture)
            self._invites = True

    def _take(self, draft: FilmDraft | None) -> None:
        if self.draft is not None:
            self.draft.changed.disconnect(self._on_changed)
            self.draft.picked.disconnect(self._on_picked)
            self.draft.passed.disconnect(self._on_passed)
        self.draft = draft
        self.acts.take(draft)
        self._steps.setActiveStack(draft.undo if draft is not None else self._no_steps)
        self.timeline.show_draft(draft)
        self.as_copy.setChecked(False)
        for part in (self.canvas, self.panel, self.bench, self.tools, self.as_copy, self.finder):
            part.setEnabled(draft is not None)
        self.making.take(self._item, draft)
        if draft is not None:
            draft.changed.connect(self._on_changed)
            draft.picked.connect(self._on_picked)
            draft.passed.connect(self._on_passed)
            self._on_changed()

    def _on_changed(self) -> None:
        if self.draft is None:
            return
        self.timeline.refresh()
        self._on_picked()
        self.making.refresh()
        if self._invites and self.draft.leaves_a_mark:
            self._invites = False
            self.problem.clear()
        if self.as_copy.isChecked() or self._looking:
            self._later.start()

    def _on_picked(self) -> None:
        if self.draft is None:
            return
        self.panel.show_draft(self.draft)
        self.timeline.refresh()
        self._on_passed()

    def _on_passed(self) -> None:
        """Show what is there at another moment."""
        if self.draft is None:
            return
        self.canvas.refresh()
        self.canvas.show_doubts(self.draft)
        self.panel.show_doubts(self.draft)
        self.tools.show_draft(self.draft)
        self.timeline.refresh_range()

    def _on_moved(self) -> None:
        if self.draft is None:
            return
        frame = self.player.frame
        self.draft.pass_to(frame.at if frame is not None else self.player.at)
        self.timeline.pass_on()

    def _on_shown(self, image: QImage) -> None:
        if self.as_copy.isChecked() or self._looking:
            self.canvas.show_result(image)
        else:
            self.canvas.show_next(image)

    def _on_ranged(self, span: object) -> None:
        if self.draft is not None:
            self.draft.mark(span)  # type: ignore[arg-type] # a signal carries it as an object

    def _on_drew(self, tool: Tool, box: object) -> None:
        self.acts.draw(tool, box)  # type: ignore[arg-type] # a signal carries it as an object
        self.bench.use(Tool.PICK)

    def _look(self, on: bool) -> None:  # noqa: FBT001 # the signal's own shape
        """Show the result while the key or the button is held."""
        self._looking = on
        self._preview()

    def _preview(self) -> None:
        """Have frames and sound as the copy will have them, or as they are."""
        if self.draft is None:
            return
        covered = self.as_copy.isChecked() or self._looking
        if not covered:
            self.canvas.show_result(None)
        self.player.preview(self.draft.plan() if covered else None)

    def _find(self, kinds: tuple[RegionKind, ...], said: str) -> None:
        self.problem.say("plain", self.tr("Looking through the video. You can go on working."))
        self.working.emit(self._lookout.find(kinds), said)

    def _on_found(self, found: FilmPlan) -> None:
        if self.draft is None:
            return
        try:
            count = self.draft.take_in(self.tr("Find and follow"), found)
        except BadPlan as error:
            self.problem.say_error(error)
        else:
            saying.say_found(self.problem, count, len(self.draft.open_alarms))

    def _follow(self) -> None:
        """Follow what the chosen track covers now, both ways."""
        draft = self.draft
        if draft is not None and draft.chosen is not None:
            self.problem.clear()
            job = self._lookout.follow(draft.chosen, draft.at)
            self.working.emit(job, self.tr("Following what is covered"))

    def _on_followed(self, track: Track) -> None:
        if self.draft is not None:
            self.acts.replace_chosen(self.tr("Follow it"), track)

    def _on_making(self, job: Job, said: str) -> None:
        self.player.rest()
        self.working.emit(job, said)
