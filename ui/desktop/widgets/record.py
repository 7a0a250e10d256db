"""The evidence record as a form. Every field is kept as soon as it is left."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from storage.evidence import FIELDS, LONG, MAX_PEOPLE, EvidenceRecord, Field, Origin
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.later import later
from ui.desktop.models.fields import choice_words, field_words, group_words, value_words
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, label_for, one_line, text

_SAID_MS = 4000
_PROSE_LINES = 4
_MEASURED = "file"
"""The group that only the program fills: it stands last, after what a person can say."""
_MOMENTS = frozenset(("recorded_at", "acquired_at", "modified_at", "fixity_checked_at"))


class _Line(QLineEdit):
    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setMaxLength(field.limit)

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: str) -> None:
        self.setText(value)
        self.setCursorPosition(0)


class _Prose(QPlainTextEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        height = self.fontMetrics().lineSpacing() * _PROSE_LINES + theme.space(4)
        self.setFixedHeight(height)

    def value(self) -> str:
        return self.toPlainText().strip()[:LONG]

    def set_value(self, value: str) -> None:
        self.setPlainText(value)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Choice(DropDown):
    def __init__(self, field: Field) -> None:
        super().__init__()
        self.addItem(self.tr("not said"), "")
        for choice in field.choices:
            self.addItem(choice_words(choice), choice)

    def value(self) -> str:
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        self.setCurrentIndex(max(self.findData(value), 0))


_Editor = _Line | _Prose | _Choice


class RecordPanel(QWidget):
    """Shows and keeps the record of one item."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item = ""
        self._kept: dict[str, str] = {}
        self._under_way: dict[str, str] = {}
        """What the vault is keeping just now, of the item that is shown."""
        self.editors: dict[str, _Editor] = {}
        self._people = 0
        self.problem = Notice()
        self.saved = one_line("", "good")
        self._quiet = later(self, self.saved.clear, _SAID_MS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2.5))
        self._column.addWidget(self.problem)
        self._body = QWidget()
        self._column.addWidget(self._body)

    def show_record(self, record: EvidenceRecord) -> None:
        """Fill the form anew."""
        self.keep_all()
        if record.item != self._item:
            self._under_way = {}
        self._item = record.item
        # What was typed since the record was read is on its way into the vault.
        self._kept = {**record.witness, **self._under_way}
        self._people = max([0, *_people_in(self._kept)])
        self.problem.clear()
        self._rebuild(record.automatic)

    def keep_all(self) -> None:
        """Keep what stands in the form and was not kept yet."""
        for name in list(self.editors):
            self._keep(name)

    def _rebuild(self, automatic: Mapping[str, str]) -> None:
        self.editors.clear()
        self._automatic = dict(automatic)
        self._body.hide()
        self._body.deleteLater()
        lines = layout.column(2.5)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(
            text(
                self.tr(
                    "Only you can say these things. Leave empty what you do not want to say. "
                    "What you write is kept, encrypted, as soon as you leave a field."
                ),
                "soft",
            )
        )
        groups = dict.fromkeys(field.group for field in FIELDS)
        for group in sorted(groups, key=lambda group: group == _MEASURED):
            fields = [field for field in FIELDS if field.group == group]
            lines.addWidget(self._people_card() if group == "people" else self._card(group, fields))
        self._body = layout.holding(lines)
        self._column.addWidget(self._body)

    def _card(self, group: str, fields: list[Field]) -> QWidget:
        box = frame("card")
        lines = layout.column(1.5, 3)
        lines.addWidget(text(group_words(group), "heading"))
        measured = [field.name for field in fields if field.name in self._automatic]
        if measured:
            lines.addLayout(self._measured(measured))
        for field in fields:
            if field.origin is Origin.WITNESS and not field.repeated:
                self._add_editor(lines, field.name, field)
        box.setLayout(lines)
        return box

    def _measured(self, names: list[str]) -> QFormLayout:
        table = QFormLayout()
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(theme.space(3))
        table.setVerticalSpacing(theme.space(1))
        for name in names:
            value = text(_measured_words(name, self._automatic[name]), select=True)
            table.addRow(one_line(field_words(name), "soft"), value)
        return table

    def _people_card(self) -> QWidget:
        box = frame("card")
        lines = layout.column(1.5, 3)
        lines.addWidget(text(group_words("people"), "heading"))
        lines.addWidget(text(self.tr("One part for each person who can be recognised."), "small"))
        fields = [field for field in FIELDS if field.repeated]
        for number in range(1, self._people + 1):
            said = self.tr("Person {number}").format(number=phrases.count(number))
            lines.addWidget(one_line(said, "label"))
            for field in fields:
                part = field.name.removeprefix("person.")
                self._add_editor(lines, f"person.{number}.{part}", field)
        if self._people < MAX_PEOPLE:
            lines.addWidget(
                button(self.tr("Add a person"), self._add_person, icon_name="person"),
                0,
                Qt.AlignmentFlag.AlignLeading,
            )
        box.setLayout(lines)
        return box

    def _add_person(self) -> None:
        self.keep_all()
        self._people += 1
        self._rebuild(self._automatic)
        self.editors[f"person.{self._people}.name"].setFocus()

    def _add_editor(self, lines: QVBoxLayout, name: str, field: Field) -> None:
        editor: _Editor
        if field.choices:
            editor = _Choice(field)
            editor.activated.connect(lambda _at: self._keep(name))
        elif field.limit == LONG:
            editor = _Prose()
            editor.left.connect(lambda: self._keep(name))
        else:
            editor = _Line(field)
            editor.editingFinished.connect(lambda: self._keep(name))
        editor.set_value(self._kept.get(name, ""))
        self.editors[name] = editor
        lines.addWidget(label_for(field_words(name), editor))
        lines.addWidget(editor)

    def _keep(self, name: str) -> None:
        editor = self.editors.get(name)
        if editor is None:
            return  # the form is just made anew, and what stood in it was kept before
        value = editor.value()
        if value == self._kept.get(name, ""):
            return
        before = self._kept.get(name, "")
        self._kept[name] = self._under_way[name] = value
        item = self._item
        job = self._session.note(item, {name: value})
        job.succeeded.connect(lambda _record: self._on_kept(item, name, value))
        job.failed.connect(lambda error: self._on_failed(item, name, before, error))

    def _on_kept(self, item: str, name: str, value: str) -> None:
        if item == self._item:
            if self._under_way.get(name) == value:
                del self._under_way[name]
            self.problem.clear()
            self.saved.setText(self.tr("Kept"))
            self._quiet.start()

    def _on_failed(self, item: str, name: str, before: str, error: BaseException) -> None:
        """Say that it was not kept; what was typed stays in the field and is tried again."""
        if item == self._item:
            self._under_way.pop(name, None)
            self._kept[name] = before
            self.problem.say_error(error)


def _measured_words(name: str, value: str) -> str:
    if name in _MOMENTS:
        return phrases.when(value)
    if name == "embedded_time":
        return phrases.as_said(value)
    if name == "size" and value.isdecimal():
        return phrases.size(int(value))
    if name == "sha256":
        return phrases.grouped(value)
    return value_words(name, value) or words.shown(value)


def _people_in(values: Mapping[str, str]) -> Iterator[int]:
    for name in values:
        parts = name.split(".")
        if parts[0] == "person" and parts[1].isdecimal():
            yield int(parts[1])
