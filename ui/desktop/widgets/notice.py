"""A message beside the problem: what happened, and what can be done. Never a dialog."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import words
from ui.desktop import theme
from ui.desktop.jobs import Unexpected
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.text import text

_ICONS = {"danger": "bad", "warn": "warn", "good": "good", "plain": "info"}


class Notice(QFrame):
    """Hidden until it has something to say; ``tone`` is danger, warn, good or plain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = QLabel()
        self._what = text("", "label", select=True)
        self._remedy = text("", "body", select=True)
        for label in (self._what, self._remedy):
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines = QVBoxLayout()
        lines.setSpacing(theme.space(0.5))
        lines.addWidget(self._what)
        lines.addWidget(self._remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.space(2.5)] * 4)
        row.setSpacing(theme.space(2))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self.clear()

    def clear(self) -> None:
        """Say nothing and take no room."""
        self.tone = ""
        self.hide()

    def say(self, tone: str, what: str, remedy: str = "") -> None:
        """Show a message, and let a screen reader speak it."""
        self.tone = tone
        theme.give_role(self, f"notice-{tone}")
        side = theme.space(5)
        role = "ink" if tone == "plain" else tone
        self._mark.setPixmap(icon(_ICONS[tone], role).pixmap(QSize(side, side)))
        self._what.setText(what)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self.setAccessibleName(f"{what} {remedy}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def say_error(self, error: BaseException) -> None:
        """Show an error of the core in plain words; a bug with its report."""
        if isinstance(error, Unexpected):
            self.say(
                "danger",
                self.tr("Something in Firsthand itself went wrong."),
                self.tr(
                    "You can send these lines to its makers; they hold nothing of your files:"
                    "\n{report}"
                ).format(report=error.report),
            )
            return
        said = words.sentence(error)
        self.say("danger", said.what, said.remedy)

    @property
    def words(self) -> str:
        """What it says now."""
        return f"{self._what.text()} {self._remedy.text()}".strip()
