"""The editor of one photo: found places as suggestions, tools, the list, and the covered copy.

Nothing leaves the vault here. What was decided is kept with the copy, and
comes back when the editor is opened again; what was not saved stays while the
vault is open.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from capture.redact.plan import RedactionPlan, Region, RegionKind
from ui.desktop import phrases, theme
from ui.desktop.editor import keys, names, photo, saying
from ui.desktop.editor.acts import Acts
from ui.desktop.editor.alike import Alike
from ui.desktop.editor.bench import Bench
from ui.desktop.editor.canvas import Canvas
from ui.desktop.editor.draft import Draft
from ui.desktop.editor.framing import FramingPanel
from ui.desktop.editor.lookout import Lookout
from ui.desktop.editor.photo import Opened, Saved
from ui.desktop.editor.places import PlacesPanel
from ui.desktop.editor.tools import Tool
from ui.desktop.jobs import Tell, Tick
from ui.desktop.later import later
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import Elided

_RENDER_MS = 600


class EditorPage(QWidget):
    """Edits one photo at a time."""

    back = Signal(str)
    """The id of the item that was edited."""
    similar = Signal(tuple, object)
    """The ids of photos in which to cover the same, and the RedactionPlan of this one."""
    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item = ""
        self._drafts: dict[str, Draft] = {}
        self._steps = QUndoGroup(self)
        self._no_steps = QUndoStack(self._steps)
        self.draft: Draft | None = None
        self._lookout = Lookout(session)
        self._result: tuple[RedactionPlan, QImage] | None = None
        self._copied: RedactionPlan | None = None
        """What is covered in the copy that waits for a person's word."""
        self._wants_result = False
        self._later = later(self, self._render, _RENDER_MS)
        self.name = Elided("title")
        self.problem = Notice()
        self.canvas = Canvas()
        self.bench = Bench(self.canvas, self._steps)
        self.places = PlacesPanel()
        self.framing = FramingPanel()
        self.acts = Acts()
        self.save = button(self.tr("Save covered copy"), self.save_copy, "primary", "save")
        self.save.setToolTip(self.tr("Make the copy (Ctrl+S)"))
        self.looked = button(
            self.tr("I have looked at the whole copy"), self._answer, icon_name="eye"
        )
        self.looked.setToolTip(self.tr("And nothing more has to be covered (Ctrl+Shift+Enter)"))
        self.looked.hide()
        self.alike = Alike()
        self._panels = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_keys()

    def _lay_out(self) -> None:
        back = button("", self.leave, "quiet", "back", self.tr("Back to the item (Esc)"))
        top = layout.titled(back, self.name, self.alike, self.save)
        left = layout.column(2)
        left.setContentsMargins(0, 0, theme.space(2), theme.space(3))
        left.addWidget(self.bench)
        left.addWidget(self.canvas, 1)
        for panel in (self.places, self.framing):
            self._panels.addWidget(panel)
        right = layout.column(0)
        right.setContentsMargins(theme.space(2), 0, 0, theme.space(3))
        right.addWidget(self._panels)
        split = layout.split(
            Qt.Orientation.Horizontal,
            self.tr("Width of the picture"),
            (layout.holding(left), 190),
            (layout.holding(right), 72),
        )
        page = QVBoxLayout(self)
        layout.as_page(page)
        page.addLayout(top)
        page.addWidget(self.problem)
        page.addWidget(self.looked, 0, Qt.AlignmentFlag.AlignLeading)
        page.addWidget(split, 1)

    def _connect(self) -> None:
        acts, canvas, places = self.acts, self.canvas, self.places
        canvas.picked.connect(acts.pick)
        canvas.decided.connect(acts.cover)
        canvas.drew.connect(self._on_drew)
        canvas.stroked.connect(lambda tool, points: acts.stroke(tool, points, canvas.radius))
        canvas.reshaped.connect(acts.reshape)
        canvas.nudged.connect(lambda mark, box: acts.reshape(mark, box, small=True))
        canvas.cropped.connect(acts.crop)
        canvas.crop_nudged.connect(lambda box: acts.crop(box, small=True))
        canvas.wants_tile.connect(self._lookout.fetch_tile)
        places.picked.connect(acts.pick)
        places.cover.connect(acts.cover)
        places.cover_all.connect(acts.cover_all)
        places.none_of_rest.connect(acts.none_of_doubtful)
        places.look_for.connect(self._look_for)
        places.stays.connect(self._on_stays)
        places.nothing.connect(acts.nothing)
        places.remove.connect(acts.remove)
        places.edited.connect(acts.edit)
        self.framing.framed.connect(acts.frame)
        self.bench.used.connect(self._on_tool)
        self.bench.looking.connect(self._look)
        lookout = self._lookout
        lookout.opened.connect(self._on_opened)
        lookout.found.connect(self._on_found)
        lookout.blind.connect(places.looked.say_error)
        lookout.more.connect(self._on_more)
        lookout.tile.connect(canvas.show_tile)
        lookout.rendered.connect(self._on_rendered)
        lookout.similar.connect(self.alike.offer)
        self.alike.taken.connect(self._cover_alike)
        lookout.failed.connect(self.problem.say_error)

    def _add_keys(self) -> None:
        self.bench.add_keys(
            self,
            (
                ("Ctrl+S", self.save_copy),
                ("Ctrl+Return", self.acts.cover_all),
                ("Ctrl+Enter", self.acts.cover_all),
                ("Ctrl+N", self.acts.none_of_doubtful),
                ("K", self.places.ask_reason),
                ("N", self.acts.nothing),
                (QKeySequence(Qt.Key.Key_Delete).toString(), self.acts.remove),
                ("Backspace", self.acts.remove),
                ("PgDown", lambda: self.acts.step(1)),
                ("PgUp", lambda: self.acts.step(-1)),
                ("Esc", self._escape),
                ("Ctrl+Shift+S", lambda: keys.press(self.alike.press)),
                ("Ctrl+Shift+Return", lambda: keys.press(self.looked)),
                ("Ctrl+Shift+Enter", lambda: keys.press(self.looked)),
                *self.places.keys(),
                *self.framing.keys(),
            ),
        )
        self.places.list.itemActivated.connect(lambda _row: self.acts.cover())
        for one in (self, self.canvas, self.places.list):
            one.installEventFilter(self.bench)

    @property
    def item(self) -> str:
        """The id of what is edited."""
        return self._item

    def show_item(self, item: str, name: str) -> None:
        """Edit another photo."""
        self._later.stop()
        self._item = item
        self.alike.offer(())
        self._answered()
        self.name.setText(name)
        self.problem.clear()
        self.places.looked.clear()
        self._take(None)
        self._lookout.begin(item)

    def leave(self) -> None:
        """Go back; what was decided and not saved is there when the editor is opened again."""
        self._later.stop()
        self._lookout.stop()
        self.back.emit(self._item)

    def _escape(self) -> None:
        if self.canvas.tool is not Tool.PICK:
            self.bench.use(Tool.PICK)
        elif self.acts.chosen is not None:
            self.acts.pick(None)
        else:
            self.leave()

    def _on_opened(self, known: Opened) -> None:
        self.places.show_people(known.people)
        draft = self._drafts.get(known.item)
        if draft is None or draft.undo.isClean():  # what is in the vault may be newer
            draft = Draft(known.width, known.height, known.plan)
            self._drafts[known.item] = draft
            self._steps.addStack(draft.undo)
        self._take(draft)
        self.canvas.radius = max(known.width, known.height) / 60
        self.canvas.show_draft(draft, known.image)
        self.canvas.setFocus()
        self.places.looked.say("plain", self.tr("Looking for places…"))
        self._lookout.find()
        self._lookout.find_similar()

    def _take(self, draft: Draft | None) -> None:
        if self.draft is not None:
            self.draft.changed.disconnect(self._on_changed)
            self.draft.picked.disconnect(self._on_picked)
        self.draft = draft
        self._result = None
        self.acts.take(draft)
        self._steps.setActiveStack(draft.undo if draft is not None else self._no_steps)
        self._panels.setVisible(draft is not None)
        self.canvas.setVisible(draft is not None)
        self.bench.setEnabled(draft is not None)
        self.save.setEnabled(False)
        self._show_alike()
        if draft is not None:
            draft.changed.connect(self._on_changed)
            draft.picked.connect(self._on_picked)
            self._on_changed()

    def _on_changed(self) -> None:
        if self.draft is None:
            return
        self._on_picked()
        self.framing.show_draft(self.draft)
        self._show_alike()
        self.save.setEnabled(self.draft.leaves_a_mark or bool(self.draft.undecided))
        self._offer_answer()
        self._later.start()
        if not self.draft.undecided and self.places.looked.tone == "warn":
            self.places.looked.clear()

    def _on_picked(self) -> None:
        if self.draft is None:
            return
        self.canvas.refresh()
        self.canvas.ensure_seen()
        self.places.show_draft(self.draft)

    def _on_tool(self, tool: Tool) -> None:
        self._panels.setCurrentWidget(self.framing if tool is Tool.FRAME else self.places)
        if tool is Tool.BRUSH:
            self.acts.pick(None)
        self.canvas.setFocus()

    def _on_drew(self, tool: Tool, box: object) -> None:
        self.acts.draw(tool, box)  # type: ignore[arg-type] # a signal carries it as an object
        self.bench.use(Tool.PICK)

    def _on_stays(self, reason: str) -> None:
        self.acts.stay(reason)
        self.places.list.setFocus()

    def _on_found(self, regions: tuple[Region, ...], last: bool) -> None:  # noqa: FBT001 # the signal's own shape
        if self.draft is None:
            return
        self.draft.find(regions)
        if not last:
            self.places.looked.say("plain", self.tr("Looking more closely…"))
        else:
            saying.say_found(self.places.looked, bool(self.draft.marks))

    def _look_for(self, kind: RegionKind) -> None:
        said = self.tr("Looking for: {kind}").format(kind=names.kind_words(kind))
        self.places.looked.say("plain", said)
        self._lookout.look_for(kind)

    def _on_more(self, kind: RegionKind, regions: tuple[Region, ...]) -> None:
        if self.draft is not None:
            self.draft.find(regions)
            said = self.tr("{kind}: {number} found. Others may be there: look for yourself.")
            self.places.looked.say(
                "plain",
                said.format(kind=names.kind_words(kind), number=phrases.count(len(regions))),
            )

    def _show_alike(self) -> None:
        draft = self.draft
        decided = draft is not None and draft.leaves_a_mark and not draft.undecided
        self.alike.when(ready=decided)

    def _cover_alike(self, items: tuple[str, ...]) -> None:
        if self.draft is not None:
            self._lookout.stop()
            self.similar.emit(items, self.draft.plan())

    def _look(self, on: bool) -> None:  # noqa: FBT001 # the signal's own shape
        """Show the result while the key or the button is held."""
        self._wants_result = on
        if self.draft is None:
            return
        if not on:
            self.canvas.show_result(None)
        elif self._result is not None and self._result[0] == self.draft.plan():
            self.canvas.show_result(self._result[1])
        else:
            self._render()

    def _render(self) -> None:
        if self.draft is not None and self.draft.leaves_a_mark:
            self._lookout.render(self.draft.plan())

    def _on_rendered(self, plan: RedactionPlan, image: QImage) -> None:
        if self.draft is None:
            return
        if plan == self.draft.plan():
            self._result = (plan, image)
            if self._wants_result:
                self.canvas.show_result(image)
        elif self._wants_result:
            self._render()

    def save_copy(self) -> None:
        """Make the covered copy; what is undecided has to be decided first."""
        draft = self.draft
        if draft is None or not self.save.isEnabled():
            return
        if draft.undecided:
            self.problem.say(
                "warn",
                self.tr("Found places are not decided yet: {number}.").format(
                    number=phrases.count(len(draft.undecided))
                ),
                self.tr("Cover them, leave them visible with a reason, or say nothing is there."),
            )
            draft.select(draft.undecided[0].id)
            self.places.list.setFocus()
            return
        self._save(draft, looked=False)

    def _answer(self) -> None:
        """Take a person's word: they have looked, and nothing more has to be covered."""
        if self.draft is not None:
            self.acts.none_of_rest()
            self._save(self.draft, looked=True)

    def _offer_answer(self) -> None:
        """Ask for a person's word as long as another copy would cover the same as the last."""
        draft, copied = self.draft, self._copied
        same = draft is not None and copied is not None and _covers(draft.plan()) == copied
        self.looked.setVisible(same)

    def _answered(self) -> None:
        self._copied = None
        self.looked.hide()

    def _save(self, draft: Draft, *, looked: bool) -> None:
        item, plan = self._item, draft.plan()
        self.problem.clear()
        self._answered()
        self.save.setEnabled(False)

        def work(tick: Tick, _tell: Tell) -> Saved:
            return photo.saved(self._session, item, plan, tick, looked=looked)

        job = self._session.write(work)
        job.succeeded.connect(lambda made: self._on_saved(item, draft, plan, made))
        job.failed.connect(lambda error: self._on_not_saved(item, error))
        job.cancelled.connect(lambda: self._on_not_saved(item, None))
        job.ended.connect(lambda: self._session.changed.emit(item))
        self.working.emit(job, self.tr("Covering, and looking once more"))

    def _on_saved(self, item: str, draft: Draft, plan: RedactionPlan, made: Saved) -> None:
        unchanged = draft.plan() == plan
        if unchanged:  # what was decided meanwhile is in no copy yet
            draft.undo.setClean()
        if item != self._item or self.draft is None:
            return
        self.draft.find(made.again, in_copy=True)
        if self.draft.undecided:
            self.draft.select(self.draft.undecided[0].id)
        self._copied = _covers(plan) if made.held and unchanged else None
        self._offer_answer()
        saying.say_saved(self.problem, made)

    def _on_not_saved(self, item: str, error: BaseException | None) -> None:
        if item != self._item or self.draft is None:
            return
        self.save.setEnabled(self.draft.leaves_a_mark)
        if error is None:
            self.problem.say("plain", self.tr("Stopped. No copy was made."))
        else:
            self.problem.say_error(error)


def _covers(plan: RedactionPlan) -> RedactionPlan:
    """Return what a copy by this plan shows and covers, whatever is said of other places."""
    return replace(plan, kept=(), dismissed=())
