"""What a file says about its maker: worst first, in sentences, the raw tags one click away."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from capture.report import Embedded, Harm, MetadataReport, Trace
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.models.item import Spot
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.cards import HARM_ICONS
from ui.desktop.widgets.hidden import HiddenPictures, Seen
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.mapsketch import MapSketch
from ui.desktop.widgets.text import breakable, frame, one_line, rule, text
from ui.words import Saying

_MOST_RAW = 60
_RAW_ROWS = 12
_DEGREES = re.compile(r"(-?\d{1,3}\.\d+), (-?\d{1,3}\.\d+)")


class SaysPanel(QWidget):
    """Shows one report."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2.5))
        self.words = ""
        self._near: str | None = None
        self._spot: Spot | None = None
        self._hidden: HiddenPictures | None = None

    def clear(self) -> None:
        """Show nothing."""
        self.words = ""
        self._hidden = None
        layout.clear(self._column)

    def show_report(
        self, report: MetadataReport, near: str | None, spot: Spot | None = None
    ) -> None:
        """Tell everything the file says; ``near`` names the city at its ``spot``."""
        self.clear()
        self._near, self._spot = near, spot
        sayings = words.tell(report)
        self.words = "\n".join(saying.line for saying in sayings)
        if not sayings:
            self._column.addWidget(
                text(self.tr("Nothing beside the picture itself that we know how to find."))
            )
        for harm in dict.fromkeys(saying.harm for saying in sayings):
            self._column.addWidget(self._group(harm, [one for one in sayings if one.harm is harm]))
        if report.embedded:
            self._hidden = HiddenPictures(report.embedded)
            self._column.addWidget(self._hidden)
        self._column.addStretch(1)

    def show_hidden(self, found: Mapping[Embedded, Seen]) -> None:
        """Show the pictures of what is hidden in the file, once they are there."""
        if self._hidden is not None:
            self._hidden.show_pictures(found)

    def _group(self, harm: Harm, sayings: list[Saying]) -> QWidget:
        box = frame("card")
        lines = layout.column(1.5, 3)
        lines.addLayout(_headline(harm))
        if harm is Harm.LOCATION and self._near:
            said = self.tr("That is in or near {city}.").format(city=self._near)
            lines.addWidget(text(said, "label"))
        if harm is Harm.LOCATION and self._spot is not None:
            lines.addWidget(MapSketch(self._spot))
        for number, saying in enumerate(sayings):
            if number:
                lines.addWidget(rule())
            lines.addWidget(text(_together(breakable(saying.says))))
            if saying.why:
                lines.addWidget(text(breakable(saying.why), "small"))
        lines.addWidget(self._raw([trace for saying in sayings for trace in saying.traces]))
        box.setLayout(lines)
        return box

    def _raw(self, traces: list[Trace]) -> QWidget:
        shown = [
            f"{words.shown(trace.tag, 80)} = {words.shown(trace.value, 200)}\n"
            f"    {words.shown(trace.where, 120)}"
            for trace in traces[:_MOST_RAW]
        ]
        if len(traces) > _MOST_RAW:
            more = phrases.count(len(traces) - _MOST_RAW)
            shown.append(self.tr("… and {number} more").format(number=more))
        raw = _raw_view("\n".join(shown), self.tr("Raw tags"))
        press = button(
            self.tr("Raw tags ({number})").format(number=phrases.count(len(traces))), None, "quiet"
        )
        press.setCheckable(True)
        press.toggled.connect(raw.setVisible)
        lines = layout.column(0.5)
        lines.addWidget(press, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addWidget(raw)
        return layout.holding(lines)


def _together(says: str) -> str:
    """Keep both numbers of a place in one line and in their order, also from the right."""
    return _DEGREES.sub("\u2066\\1,\u00a0\\2\u2069", says)


def _raw_view(lines: str, name: str) -> QPlainTextEdit:
    """Return foreign text that can be read and copied, wrapping wherever it has to."""
    view = QPlainTextEdit(lines)
    view.setReadOnly(True)
    view.setProperty("role", "raw")
    view.setAccessibleName(name)
    view.setTabChangesFocus(True)
    view.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    view.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    rows = min(max(lines.count("\n") + 2, 3), _RAW_ROWS)
    view.setFixedHeight(view.fontMetrics().lineSpacing() * rows + theme.space(3))
    view.hide()
    return view


def _headline(harm: Harm) -> QVBoxLayout:
    name, role = HARM_ICONS[harm]
    mark = QLabel()
    side = theme.space(5)
    mark.setPixmap(icon(name, role).pixmap(QSize(side, side)))
    line = layout.row(1.5)
    line.addWidget(mark)
    line.addWidget(one_line(words.heading(harm), "heading"))
    line.addStretch(1)
    around = layout.column(0)
    around.addLayout(line)
    return around
