"""What is found in the library: words, filters over what is known, and the order."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from capture.report import HARM_ORDER
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.later import later
from ui.desktop.models.facets import Sort
from ui.desktop.models.fields import choice_words
from ui.desktop.models.sieve import Order, Sieve
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.flow import flowing, named
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.text import frame, label_for, one_line

_TYPING_MS = 150
_CELL = 42
"""Width of a filter, in steps of the spacing scale."""
_SHOWN_DAYS = 14
_MOST_OF_PAGE = 0.4

Choices = Sequence[tuple[str, object]]


class SieveBar(QWidget):
    """A line to search in, the order, and a panel of filters that opens below."""

    changed = Signal(object)
    """The Sieve that is set now."""
    ordered = Signal(object)
    """The Order that is chosen now."""
    opened = Signal()
    """The panel of filters is open: it may be told which days there are."""

    def __init__(self) -> None:
        super().__init__()
        self.search = self._make_search()
        self.order = self._make_order()
        self.filters = button(self.tr("Filters"), None, icon_name="sieve")
        self.filters.setCheckable(True)
        self.filters.toggled.connect(self._on_open)
        self.clear = button(self.tr("Show everything"), self.reset, "quiet")
        self.note = one_line("", "small")
        self._days: tuple[str, ...] = ()
        self.fields: dict[str, DropDown] = {}
        self._cells: list[QWidget] = []
        self._panel = self._make_panel()
        self._area = layout.scrolled(self._panel)
        self._area.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        by = named(label_for(self.tr("O&rder"), self.order), self.order)
        line = flowing(self.search, self.filters, by, self.clear, self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(line)
        column.addWidget(self._area)
        self.clear.hide()

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        said = self.tr("Find by name, or by what you wrote")
        field.setPlaceholderText(said)
        field.setAccessibleName(said)
        field.setClearButtonEnabled(True)
        field.addAction(icon("search", "soft"), QLineEdit.ActionPosition.LeadingPosition)
        field.setMinimumWidth(theme.space(80))
        soon = later(self, self._on_changed, _TYPING_MS)
        field.textChanged.connect(lambda _typed: soon.start())
        return field

    def _make_order(self) -> DropDown:
        made = _drop_down(
            (
                (self.tr("By import, newest first"), Order.IMPORT),
                (self.tr("By day, newest first"), Order.NEWEST),
                (self.tr("By day, oldest first"), Order.OLDEST),
                (self.tr("Gives away most first"), Order.WORST),
                (self.tr("By name"), Order.NAME),
                (self.tr("Largest first"), Order.LARGEST),
            )
        )
        made.currentIndexChanged.connect(lambda _row: self.ordered.emit(made.currentData()))
        return made

    def _make_panel(self) -> QWidget:
        for name, label, choices in self._choices():
            field = _drop_down(choices)
            field.setMinimumContentsLength(8)
            field.setSizeAdjustPolicy(
                DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            field.currentIndexChanged.connect(lambda _row: self._on_changed())
            self.fields[name] = field
            self._cells.append(_cell(label, field))
        panel = frame("card")
        around = QVBoxLayout(panel)
        around.setContentsMargins(*[theme.space(3)] * 4)
        around.addWidget(flowing(*self._cells))
        return panel

    def _choices(self) -> tuple[tuple[str, str, Choices], ...]:
        either = self.tr("Any")
        yes_no = ((either, None), (self.tr("Yes"), True), (self.tr("No"), False))
        harms = [(words.heading(harm), harm) for harm in HARM_ORDER]
        risks = [(choice_words(risk), risk) for risk in ("low", "medium", "high")]
        return (
            ("sort", self.tr("Kind"), self._sorts(either)),
            ("first", self.tr("From the day"), ((either, ""),)),
            ("last", self.tr("To the day"), ((either, ""),)),
            ("harm", self.tr("Gives away"), ((either, None), *harms)),
            ("placed", self.tr("Place known"), yes_no),
            ("people", self.tr("People shown"), self._people(either)),
            ("risk", self.tr("Risk"), ((either, ""), *risks)),
            ("covered", self.tr("Covered copy made"), yes_no),
            ("bundled", self.tr("Went into a bundle"), yes_no),
            ("origin", self.tr("By its name"), self._origins(either)),
        )

    def _sorts(self, either: str) -> Choices:
        return (
            (either, None),
            (self.tr("Photos"), Sort.PHOTO),
            (self.tr("Videos"), Sort.VIDEO),
            (self.tr("Recordings"), Sort.SOUND),
        )

    def _people(self, either: str) -> Choices:
        return (
            (either, ""),
            (self.tr("Nobody listed"), "nobody"),
            (self.tr("Somebody listed"), "listed"),
            (self.tr("Someone did not consent"), "none"),
            (self.tr("Consent is implied"), "implied"),
            (self.tr("All consented"), "explicit"),
        )

    def _origins(self, either: str) -> Choices:
        return (
            (either, ""),
            (self.tr("Received copy"), "received copy"),
            (self.tr("Screenshot"), "screenshot"),
            (self.tr("Edited"), "edited"),
            (self.tr("Not told"), "unknown"),
        )

    @property
    def sieve(self) -> Sieve:
        """What is set now."""
        chosen: dict[str, Any] = {name: one.currentData() for name, one in self.fields.items()}
        return Sieve(words=self.search.text().strip(), **chosen)

    def show_days(self, days: Sequence[str]) -> None:
        """Offer these days ("2026-01-31"), newest first; what is chosen stays chosen."""
        if tuple(days) == self._days:
            return
        self._days = tuple(days)
        for name in ("first", "last"):
            field = self.fields[name]
            chosen = field.currentData()
            field.blockSignals(True)  # noqa: FBT003 # Qt's own shape
            field.clear()
            field.addItem(self.tr("Any"), "")
            for day in days:
                field.addItem(phrases.day(day), day)
            field.setCurrentIndex(max(field.findData(chosen), 0))
            field.blockSignals(False)  # noqa: FBT003 # likewise

    def say(self, note: str) -> None:
        """Say something beside the filters: that not all is known yet."""
        self.note.setText(note)

    def reset(self) -> None:
        """Let everything through."""
        for field in self.fields.values():
            field.blockSignals(True)  # noqa: FBT003 # Qt's own shape
            field.setCurrentIndex(0)
            field.blockSignals(False)  # noqa: FBT003 # likewise
        self.search.clear()
        self._on_changed()

    def _on_open(self, opened: bool) -> None:  # noqa: FBT001 # the shape of Qt's signal
        self._area.setVisible(opened)
        self._fit()
        if opened:
            self.opened.emit()

    def _fit(self) -> None:
        """Give the filters the room they need, but leave most of the page to what is found."""
        needed = self._panel.heightForWidth(self.width())
        self._area.setFixedHeight(min(needed, round(self.window().height() * _MOST_OF_PAGE)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_changed(self) -> None:
        sieve = self.sieve
        self.clear.setVisible(bool(sieve.chosen or sieve.words))
        plain = self.tr("Filters")
        self.filters.setText(f"{plain} ({phrases.count(sieve.chosen)})" if sieve.chosen else plain)
        self.filters.setAccessibleName(self.filters.text())
        self.changed.emit(sieve)


def _cell(said: str, field: DropDown) -> QWidget:
    """Return a field below its label, as wide as the others."""
    column = layout.column(0.5)
    column.addWidget(label_for(said, field))
    column.addWidget(field)
    made = layout.holding(column)
    made.setMinimumWidth(theme.space(_CELL))
    return made


def _drop_down(choices: Choices) -> DropDown:
    made = DropDown()
    made.setMaxVisibleItems(_SHOWN_DAYS)
    for said, value in choices:
        made.addItem(said, value)
    return made
