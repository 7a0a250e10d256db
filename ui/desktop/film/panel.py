"""The tracks beside the frame, what is decided about the one that is chosen, and what is doubtful.

Everything on the canvas and the timeline can be done here by keyboard and heard by a screen
reader: list, timeline and frame always show the same selection.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from capture.redact.checked import MAX_TEXT
from capture.redact.film import Answer, Coding, Track
from capture.redact.plan import RegionKind, Style
from ui.desktop import phrases, theme
from ui.desktop.editor import people
from ui.desktop.editor.keys import Key, turn
from ui.desktop.editor.names import kind_words, style_words
from ui.desktop.editor.photo import Person
from ui.desktop.film import names
from ui.desktop.film.acts import alarms_at
from ui.desktop.film.draft import FilmDraft
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text

_ICONS = {
    Answer.COVER: ("check", "accent"),
    Answer.VISIBLE: ("eye", "good"),
    Answer.DISMISSED: ("close", "soft"),
}


class TracksPanel(QWidget):
    """Shows one draft's tracks; says what a person decides, and decides nothing itself."""

    picked = Signal(object)
    answered = Signal(object, str)
    """An Answer, and the reason for what stays visible."""
    removed = Signal()
    edited = Signal(str, object)
    """Words for undoing it, and the selected Track as it is then."""
    alike = Signal()
    next_alarm = Signal(int)
    looked = Signal()
    coded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._track: Track | None = None
        self._shown: int | None = None
        """The id of what is shown."""
        self._asked = False
        """Whether a reason is waited for, by which the track stays visible."""
        self.notice = Notice()
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.setAccessibleName(self.tr("Tracks"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_current)
        self.doubts = text("", "label")
        self._make_alarms()
        self._make_decisions()
        self._make_fields()
        self._lay_out()

    def _make_alarms(self) -> None:
        self.before = button(
            "", lambda: self.next_alarm.emit(-1), "plain", "back",
            self.tr("The doubtful place before (Shift+U)"),
        )  # fmt: skip
        self.after = button(
            self.tr("Next doubtful place"), lambda: self.next_alarm.emit(1), icon_name="warn"
        )
        self.after.setToolTip(self.tr("Go to the next one (U)"))
        self.seen = button(self.tr("I have looked"), self.looked.emit, icon_name="eye")
        self.seen.setToolTip(self.tr("Nothing more has to be covered here (Y)"))

    def _make_decisions(self) -> None:
        self.yes = button(self.tr("Cover"), partial(self.answered.emit, Answer.COVER, ""))
        self.yes.setToolTip(self.tr("Cover it (Enter)"))
        self.keep = button(self.tr("Stays visible"), self.ask_reason)
        self.keep.setToolTip(self.tr("Leave it visible, with a name or a reason (R)"))
        self.no = button(
            self.tr("Nothing to cover"), partial(self.answered.emit, Answer.DISMISSED, "")
        )
        self.no.setToolTip(self.tr("You looked, and nothing of it has to be covered (N)"))
        self.gone = button(self.tr("Remove"), self.removed.emit)
        self.gone.setToolTip(self.tr("Remove it (Delete)"))
        self.all = button(self.tr("The same for all alike"), self.alike.emit, "quiet")
        self.all.setToolTip(self.tr("What is decided here, for all of its kind (Ctrl+Shift+A)"))

    def _make_fields(self) -> None:
        self.kind = DropDown()
        for kind in RegionKind:
            self.kind.addItem(kind_words(kind), kind)
        self.kind.activated.connect(self._on_kind)
        self.style_of = DropDown()
        for style in (Style.FILL, Style.SOLID):
            self.style_of.addItem(style_words(style), style)
        self.style_of.activated.connect(self._on_style)
        self.who = DropDown()
        self.who.activated.connect(self._on_who)
        self.reason = QLineEdit()
        self.reason.setMaxLength(MAX_TEXT)
        self.reason.editingFinished.connect(self._on_reason)
        self.coding = DropDown()
        for coding in Coding:
            self.coding.addItem(names.coding_words(coding), coding)
        self.coding.activated.connect(
            lambda _row: self.coded.emit(Coding(self.coding.currentData()))
        )
        for field, tip in (
            (self.kind, self.tr("The next one (T), the one before (Shift+T)")),
            (self.style_of, self.tr("The next one (S), the one before (Shift+S)")),
            (self.who, self.tr("The next one (W), the one before (Shift+W)")),
            (self.coding, self.tr("The next one (Q), the one before (Shift+Q)")),
        ):
            field.setToolTip(tip)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self.notice)
        column.addWidget(self._alarms())
        column.addWidget(self.list, 1)
        column.addWidget(self._decisions())
        self.fields = layout.scrolled(self._details())
        column.addWidget(self.fields, 1)
        # Both scroll: a small window has room for the lanes of the timeline as well.
        self.list.setMinimumHeight(theme.space(14))
        self.fields.setMinimumHeight(theme.space(14))

    def _alarms(self) -> QWidget:
        lines = layout.column(1)
        lines.addWidget(self.doubts)
        for some in ((self.before, self.after), (self.seen,)):
            layout.in_a_row(lines, *some, spacing=1)
        self.alarms = layout.holding(lines)
        return self.alarms

    def _decisions(self) -> QWidget:
        lines = layout.column(1)
        for pair in ((self.yes, self.keep), (self.no, self.gone), (self.all,)):
            layout.in_a_row(lines, *pair, spacing=1)
        self.decisions = layout.holding(lines)
        return self.decisions

    def _details(self) -> QWidget:
        lines = layout.column(1.5)
        self._of_track: list[QWidget] = []
        for words, field in (
            (self.tr("What it is"), self.kind),
            (self.tr("Covered with"), self.style_of),
            (self.tr("Who it is, of the people in the record"), self.who),
            (self.tr("Reason, or a name"), self.reason),
            (self.tr("How the copy is coded"), self.coding),
        ):
            label = label_for(words, field)
            lines.addWidget(label)
            lines.addWidget(field)
            self._of_track += [] if field is self.coding else [label, field]
        lines.addStretch(1)
        return layout.holding(lines)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Have the fields measured anew: while nothing is seen of them, Qt does not."""
        super().showEvent(event)
        for resizable in (False, True):
            self.fields.setWidgetResizable(resizable)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of what is shown here; they do nothing while it is not shown."""
        fields = (("T", self.kind), ("S", self.style_of), ("W", self.who), ("Q", self.coding))
        return (
            *((key, partial(turn, field, 1)) for key, field in fields),
            *((f"Shift+{key}", partial(turn, field, -1)) for key, field in fields),
        )

    def show_people(self, known: Sequence[Person]) -> None:
        """Offer these people to be named."""
        people.offer(self.who, known)

    def show_draft(self, draft: FilmDraft) -> None:
        """Show the tracks as they are now, the selected one's details, and what is doubtful."""
        blocked = QSignalBlocker(self.list)
        while self.list.count() > len(draft.tracks):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(draft.tracks):
            self.list.addItem(QListWidgetItem())
        order = sorted(draft.tracks.items(), key=lambda one: (one[1].begins, one[0]))
        for row, (key, track) in enumerate(order):
            self._show_row(self.list.item(row), row + 1, key, track)
            if draft.chosen_id == key:
                self.list.setCurrentRow(row)
        if draft.chosen is None:
            self.list.setCurrentRow(-1)
        blocked.unblock()
        self.coding.setCurrentIndex(self.coding.findData(draft.work.coding))
        self._show_track(draft.chosen, draft.chosen_id)
        self.show_doubts(draft)

    def _show_row(self, row: QListWidgetItem, number: int, key: int, track: Track) -> None:
        said = names.track_words(number, track)
        if row.text() != said:
            row.setText(said)
            row.setIcon(icon(*_ICONS[track.answer]))
        row.setToolTip(names.between(track.begins, track.ends))
        row.setData(Qt.ItemDataRole.UserRole, key)

    def show_doubts(self, draft: FilmDraft) -> None:
        """Say how many places nobody has looked at, and why this one is doubtful."""
        waiting = draft.open_alarms
        self.alarms.setVisible(bool(waiting))
        here = alarms_at(draft)
        self.seen.setEnabled(bool(here))
        said = self.tr("To be looked at: {number}.").format(number=phrases.count(len(waiting)))
        why = dict.fromkeys(names.doubt_words(alarm.doubt) for alarm in here)
        shown = " ".join((said, *(f"{one}." for one in why)))
        if self.doubts.text() != shown:
            self.doubts.setText(shown)

    def _show_track(self, track: Track | None, key: int | None) -> None:
        another = key != self._shown
        self._track, self._shown = track, key
        if another:  # what was asked about one is no answer for another
            self._asked = False
            self.notice.clear()
        self.decisions.setVisible(track is not None)
        for part in self._of_track:
            part.setVisible(track is not None)
        if track is None:
            return
        drawn = track.found_by == "person"
        self.yes.setEnabled(track.answer is not Answer.COVER)
        self.keep.setEnabled(track.answer is not Answer.VISIBLE)
        self.no.setVisible(not drawn)
        self.no.setEnabled(track.answer is not Answer.DISMISSED)
        self.gone.setVisible(drawn)
        self.kind.setCurrentIndex(self.kind.findData(track.kind))
        self.style_of.setCurrentIndex(self.style_of.findData(track.style))
        self.who.setCurrentIndex(max(self.who.findData(track.person), 0))
        if another or not self.reason.hasFocus():
            self.reason.setText(track.reason)

    def ask_reason(self) -> None:
        """Leave the track visible if a reason is written, or ask for one."""
        if self._track is None:
            return
        said = self.reason.text().strip()
        if said:
            self.answered.emit(Answer.VISIBLE, said)
            return
        self.notice.say(
            "plain",
            self.tr("Write who it is or why it may be seen, and press Enter."),
            self.tr("It is kept in the vault with the copy."),
        )
        self.fields.ensureWidgetVisible(self.reason)
        self.reason.setFocus()
        self._asked = True

    def _on_current(self, row: QListWidgetItem | None) -> None:
        self.picked.emit(None if row is None else row.data(Qt.ItemDataRole.UserRole))

    def _on_reason(self) -> None:
        said = self.reason.text().strip()
        asked, self._asked = self._asked, False
        if self._track is None or said == self._track.reason:
            return
        if asked and said:
            self.notice.clear()
            self.answered.emit(Answer.VISIBLE, said)
        elif said or self._track.answer is not Answer.VISIBLE:
            self._edit(self.tr("Change the reason"), replace(self._track, reason=said))
        else:
            self.reason.setText(self._track.reason)

    def _on_kind(self) -> None:
        if self._track is not None:
            kind = RegionKind(self.kind.currentData())  # Qt gives a plain text back
            self._edit(self.tr("Change what it is"), replace(self._track, kind=kind))

    def _on_style(self) -> None:
        if self._track is not None:
            style = self.style_of.currentData()
            self._edit(self.tr("Change the cover"), replace(self._track, style=style))

    def _on_who(self) -> None:
        if self._track is not None:
            person = self.who.currentData()
            self._edit(self.tr("Change who it is"), replace(self._track, person=person))

    def _edit(self, words: str, track: Track) -> None:
        if track != self._track:
            self.edited.emit(words, track)
