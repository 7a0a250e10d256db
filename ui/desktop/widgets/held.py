"""What cannot leave in a bundle: one line for each, and beside it the way to what mends it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from capture import last_look
from capture.errors import CaptureError, NoConsent, NotCleaned, NotLooked, Unverified
from capture.kinds import MediaKind
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.models.choice import Candidate
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import breakable, text

_MOST = 6
_LONGEST_NAME = 60
_SHORT_ID = 8


class Held(QWidget):
    """Hidden while everything may leave."""

    editor = Signal(str, str, object)
    """The id and the name of an item whose covered copy has to be looked at, and the Alarm."""
    item = Signal(str)
    """The id of an item that is mended on its own page."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self.ways: list[QPushButton] = []
        self._said: list[str] = []
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.space(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self.notice)
        column.addLayout(self._lines)
        self.hide()

    def show_held(self, held: Sequence[tuple[Candidate, BaseException]]) -> None:
        """Show these and what holds each of them up, instead of what was shown."""
        layout.clear(self._lines)
        self.ways.clear()
        self._said.clear()
        self.setVisible(bool(held))
        if not held:
            self.notice.clear()
            return
        self.notice.say("warn", self.tr("These cannot leave:"))
        for one, error in held[:_MOST]:
            self._add(one, error)
        if len(held) > _MOST:
            more = phrases.count(len(held) - _MOST)
            self._lines.addWidget(text(self.tr("… and {number} more").format(number=more)))

    def _add(self, one: Candidate, error: BaseException) -> None:
        name = words.shown(one.original.provenance.name, _LONGEST_NAME)
        said = f"{name}: {self._why(one, error)}"
        if _seen_in_editor(one, error):
            led = self.tr("Look at the copy")
            alarm = last_look.alarm_of(error.facts) if isinstance(error, Unverified) else None
            shown = partial(self.editor.emit, one.original.id, name, alarm)
            way = button(led, shown, icon_name="eye")
        else:
            led = self.tr("Open the item")
            way = button(led, partial(self.item.emit, one.original.id), icon_name="picture")
        way.setAccessibleName(f"{led}: {name}")
        line = layout.row(2)
        line.addWidget(text(breakable(said)), 1)
        line.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(layout.holding(line))
        self.ways.append(way)
        self._said.append(said)

    def _why(self, one: Candidate, error: BaseException) -> str:
        if isinstance(error, NotCleaned):
            if _of_lead(one, error):
                return self.tr("it has no cleaned copy.")
            return self.tr("a part of it has no cleaned copy.")
        if isinstance(error, NoConsent):
            return self.tr("a person shown in it did not consent.")
        if isinstance(error, NotLooked):
            return self.tr("nobody has looked at its covered copy since a second look at it.")
        if isinstance(error, Unverified) and error.facts.get("reason") == "face":
            return self.tr("a face can still be found in its covered copy.")
        return words.sentence(error).what

    @property
    def tone(self) -> str:
        """The tone of what it says; empty while it says nothing."""
        return self.notice.tone

    @property
    def words(self) -> str:
        """What it says now."""
        return "\n".join((self.notice.words, *self._said)) if self.tone else ""


def _of_lead(one: Candidate, error: CaptureError) -> bool:
    """Whether it is about the item itself, and not about one of its parts."""
    return error.facts.get("item") == one.original.id[:_SHORT_ID]


def _seen_in_editor(one: Candidate, error: BaseException) -> bool:
    """Whether a look at the covered copy mends it; all else is mended on the item's page.

    Of a video the editor is opened where something was found, at that moment.
    """
    if not isinstance(error, NotLooked | Unverified) or not _of_lead(one, error):
        return False
    found = last_look.alarm_of(error.facts) is not None
    return found or not MediaKind(one.copy_kind or one.original.kind).is_video
