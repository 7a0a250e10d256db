"""The list of places beside the picture, and what is decided about the one that is chosen.

Everything on the canvas can be done here by keyboard and heard by a screen
reader: the list and the picture always show the same selection.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from capture.detect.finding import FINDABLE
from capture.redact.checked import MAX_TEXT
from capture.redact.plan import Region, RegionKind, Style
from ui.desktop import phrases, theme
from ui.desktop.editor import names, people
from ui.desktop.editor.draft import Draft, Mark, State
from ui.desktop.editor.keys import Key, press, turn
from ui.desktop.editor.letters import lettered
from ui.desktop.editor.photo import Person
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text

_ICONS = {
    State.FOUND: ("warn", "warn"),
    State.COVERED: ("check", "accent"),
    State.STAYS: ("eye", "good"),
    State.NOTHING: ("close", "soft"),
}
_LONGEST_LABEL = 40


class PlacesPanel(QWidget):
    """Shows one draft's marks; says what a person decides, and decides nothing itself."""

    picked = Signal(object)
    cover_all = Signal()
    none_of_rest = Signal()
    look_for = Signal(object)
    """A RegionKind to look for as well."""
    cover = Signal()
    stays = Signal(str)
    """The reason or the name."""
    nothing = Signal()
    remove = Signal()
    edited = Signal(str, object)
    """Words for undoing it, and the selected mark's new Region."""

    def __init__(self) -> None:
        super().__init__()
        self._mark: Mark | None = None
        self.looked = Notice()
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.setAccessibleName(self.tr("Places"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_current)
        self.all = button(self.tr("Cover all that was found"), self.cover_all.emit, "primary")
        self.none = button(
            self.tr("Nothing to cover in the doubtful ones"),
            self.none_of_rest.emit,
            tip=self.tr("What is only a maybe, or no person (Ctrl+N)"),
        )
        self.more = self._make_more()
        self._make_decisions()
        self._make_fields()
        self._make_why()
        self._lay_out()
        self.why.hide()

    def _make_more(self) -> QPushButton:
        made = button(self.tr("Look for more"), None, "quiet", "search")
        made.setToolTip(self.tr("For people, writing and more, not for faces alone (F)"))
        menu = QMenu(made)
        for kind in sorted(FINDABLE - {RegionKind.FACE}):
            asked = menu.addAction(names.kind_words(kind))
            asked.triggered.connect(partial(self.look_for.emit, kind))
        made.setMenu(menu)
        return made

    def _make_decisions(self) -> None:
        self.yes = button(self.tr("Cover"), self.cover.emit, tip=self.tr("Cover it (Enter)"))
        self.keep = button(
            self.tr("Stays visible"), self.ask_reason, tip=self.tr("Leave it visible (K)")
        )
        self.no = button(
            self.tr("Nothing to cover"),
            self.nothing.emit,
            tip=self.tr("You looked, and nothing of it has to be covered (N)"),
        )
        self.gone = button(self.tr("Remove"), self.remove.emit, tip=self.tr("Remove it (Delete)"))

    def _make_fields(self) -> None:
        self.kind = DropDown()
        for kind in RegionKind:
            self.kind.addItem(names.kind_words(kind), kind)
        self.kind.activated.connect(self._on_kind)
        self.style_of = DropDown()
        for style in Style:
            self.style_of.addItem(names.style_words(style), style)
        self.style_of.activated.connect(self._on_style)
        self.words = _line(_LONGEST_LABEL)
        self.words.editingFinished.connect(self._on_style)
        self.who = DropDown()
        self.who.activated.connect(self._on_who)
        self.reason = _line(MAX_TEXT)
        self.reason.editingFinished.connect(self._on_reason)
        for field, tip in (
            (self.kind, self.tr("The next one (T), the one before (Shift+T)")),
            (self.style_of, self.tr("The next one (S), the one before (Shift+S)")),
            (self.who, self.tr("The next one (W), the one before (Shift+W)")),
        ):
            field.setToolTip(tip)

    def _make_why(self) -> None:
        self.needs = Notice()
        self.why = text(
            self.tr(
                "There is no blur and no mosaic here, on purpose. They are computed from what "
                "they cover, and machines read it back: in our measurement a simple program "
                "still knew 84 of 100 blurred faces and 93 of 100 in mosaic, where guessing "
                "gives 20. The soft fill and the solid cover are computed from nothing of "
                "what they cover."
            ),
            "small",
        )
        self.ask_why = button(self.tr("Why no blur or mosaic?"), self._show_why, "quiet", "info")
        self.ask_why.setToolTip(self.tr("What we measured (F1)"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.looked)
        column.addWidget(self.all)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._decisions())
        self.fields = layout.scrolled(self._details())
        column.addWidget(self.fields, 2)

    def _decisions(self) -> QWidget:
        """Return the buttons that decide; they stay in sight while the fields scroll."""
        lines = layout.column(1)
        for pair in ((self.yes, self.keep), (self.no, self.gone)):
            layout.in_a_row(lines, *pair, spacing=1)
        lines.addWidget(self.needs)
        self.decisions = layout.holding(lines)
        return self.decisions

    def _details(self) -> QWidget:
        lines = layout.column(1.5)
        self._words_label = label_for(self.tr("Words on it"), self.words)
        for label, field in (
            (label_for(self.tr("What it is"), self.kind), self.kind),
            (label_for(self.tr("Covered with"), self.style_of), self.style_of),
            (self._words_label, self.words),
            (label_for(self.tr("Who it is, of the people in the record"), self.who), self.who),
            (label_for(self.tr("Reason, or a name"), self.reason), self.reason),
        ):
            lines.addWidget(label)
            lines.addWidget(field)
        lines.addWidget(self.ask_why, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addWidget(self.why)
        lines.addStretch(1)
        return layout.holding(lines)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of what is shown here; they do nothing while it is not shown."""
        fields = (("T", self.kind), ("S", self.style_of), ("W", self.who))
        return (
            ("F", self._open_more),
            ("F1", self._ask_why),
            *((key, partial(self._turn, field, 1)) for key, field in fields),
            *((f"Shift+{key}", partial(self._turn, field, -1)) for key, field in fields),
        )

    def _turn(self, field: DropDown, by: int) -> None:
        turn(field, by)
        self.fields.ensureWidgetVisible(field)

    def _open_more(self) -> None:
        if self.more.isVisible():
            self.more.showMenu()

    def _ask_why(self) -> None:
        press(self.ask_why)
        QTimer.singleShot(0, self, self._scroll_to_why)  # once the words have their room

    def _scroll_to_why(self) -> None:
        self.fields.ensureWidgetVisible(self.why if self.why.isVisible() else self.ask_why)

    def show_people(self, known: Sequence[Person]) -> None:
        """Offer these people to be named."""
        people.offer(self.who, known)

    def show_draft(self, draft: Draft) -> None:
        """Show the marks as they are now, and the selected one's details."""
        blocked = QSignalBlocker(self.list)
        marks = draft.marks
        while self.list.count() > len(marks):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(marks):
            self.list.addItem(QListWidgetItem())
        for row, mark in enumerate(marks):
            self._show_row(self.list.item(row), row + 1, mark)
            if draft.selected is not None and draft.selected.id == mark.id:
                self.list.setCurrentRow(row)
        if draft.selected is None:
            self.list.setCurrentRow(-1)
        blocked.unblock()
        undecided = len(draft.undecided)
        said = self.tr("Cover all that was found")
        shown = f"{said} ({phrases.count(undecided)})" if undecided else said
        self.all.setText(shown)
        self.all.setAccessibleName(shown)
        self.all.setToolTip(self.tr("Everything that is not decided yet (Ctrl+Enter)"))
        self.all.setVisible(undecided > 0)
        self._show_none(len(draft.doubtful))
        self._show_mark(draft.selected)

    def _show_none(self, doubtful: int) -> None:
        said = self.tr("Nothing to cover in the doubtful ones ({number})").format(
            number=phrases.count(doubtful)
        )
        self.none.setText(said)
        self.none.setAccessibleName(said)
        self.none.setVisible(doubtful > 1)

    def _show_row(self, row: QListWidgetItem, number: int, mark: Mark) -> None:
        said = names.mark_words(number, mark)
        if row.text() != said:
            row.setText(said)
            row.setIcon(icon(*_ICONS[mark.state]))
        row.setData(Qt.ItemDataRole.UserRole, mark.id)

    def _show_mark(self, mark: Mark | None) -> None:
        another = mark is None or self._mark is None or mark.id != self._mark.id
        if another:
            self.needs.clear()
        self._mark = mark
        for part in (self.decisions, self.fields):
            part.setVisible(mark is not None)
        if mark is None:
            return
        region = mark.region
        drawn = region.found_by == "person"
        self.yes.setEnabled(mark.state is not State.COVERED)
        self.keep.setEnabled(mark.state is not State.STAYS)
        self.no.setVisible(not drawn)
        self.no.setEnabled(mark.state is not State.NOTHING)
        self.gone.setVisible(drawn)
        self.kind.setCurrentIndex(self.kind.findData(region.kind))
        self.style_of.setCurrentIndex(self.style_of.findData(region.style))
        for one in (self._words_label, self.words):
            one.setVisible(region.style is Style.LABEL)
        self.who.setCurrentIndex(max(self.who.findData(region.person), 0))
        if another or not self.words.hasFocus():
            self.words.setText(region.label.text if region.label is not None else "")
        if another or not self.reason.hasFocus():  # what is typed is about the one before
            self.reason.setText(region.reason)

    def ask_reason(self) -> None:
        """Leave the chosen place visible; without a reason or a name it does not stay."""
        said = self.reason.text().strip()
        if said:
            self.needs.clear()
            self.stays.emit(said)
            return
        self.needs.say(
            "plain",
            self.tr("Write who it is or why it may be seen, and press Enter."),
            self.tr("It is kept in the vault with the copy."),
        )
        self.reason.setFocus()

    def _on_current(self, row: QListWidgetItem | None) -> None:
        self.picked.emit(None if row is None else row.data(Qt.ItemDataRole.UserRole))

    def _on_reason(self) -> None:
        said = self.reason.text().strip()
        mark = self._mark
        if mark is None or said == mark.region.reason:
            return
        if self.needs.tone and said:
            self.ask_reason()
        elif said or mark.state is not State.STAYS:
            self._edit(self.tr("Change the reason"), replace(mark.region, reason=said))
        else:
            self.reason.setText(mark.region.reason)

    def _on_kind(self) -> None:
        if self._mark is not None:
            kind = RegionKind(self.kind.currentData())
            self._edit(self.tr("Change what it is"), replace(self._mark.region, kind=kind))

    def _on_style(self) -> None:
        if self._mark is None:
            return
        style = Style(self.style_of.currentData())
        label = None
        if style is Style.LABEL:
            said = self.words.text() or names.kind_words(self._mark.region.kind)
            label = lettered(said)
        region = replace(self._mark.region, style=style, label=label)
        self._edit(self.tr("Change the cover"), region)

    def _on_who(self) -> None:
        if self._mark is not None:
            person = self.who.currentData()
            self._edit(self.tr("Change who it is"), replace(self._mark.region, person=person))

    def _edit(self, words: str, region: Region) -> None:
        if self._mark is not None and region != self._mark.region:
            self.edited.emit(words, region)

    def _show_why(self) -> None:
        self.why.setVisible(not self.why.isVisible())


def _line(longest: int) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(longest)
    return made
