"""Buttons, by what they are for."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.desktop import theme
from ui.desktop.widgets.icons import icon


def button(
    words: str,
    done: Callable[[], object] | None = None,
    role: str = "plain",
    icon_name: str = "",
    tip: str = "",
) -> QPushButton:
    """Return a button; without words its tip is its name for screen readers."""
    made = QPushButton(words)
    made.setProperty("role", role)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(True)
    if icon_name:
        side = theme.space(4.5)
        inks = {"primary": "on_accent", "quiet": "accent"}
        checked = {"rail": "accent", "segment": "on_accent"}
        made.setIcon(icon(icon_name, inks.get(role, "ink"), checked.get(role)))
        made.setIconSize(QSize(side, side))
    if tip:
        made.setToolTip(tip)
    made.setAccessibleName(words.replace("&", "") or tip)
    if done is not None:
        made.clicked.connect(done)
    return made


class Segments(QWidget):
    """A row of buttons of which exactly one is chosen."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        """``choices`` are (key, words); the first is chosen."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        for key, words in choices:
            one = button(words, role="segment")
            one.setAutoDefault(False)
            one.setCheckable(True)
            one.setAccessibleName(f"{name}: {words}")
            one.clicked.connect(self._speak)
            self._group.addButton(one)
            self._buttons[key] = one
            row.addWidget(one)
        row.addStretch(1)
        self._buttons[choices[0][0]].setChecked(True)

    @property
    def value(self) -> str:
        """The key of the chosen one."""
        return next(key for key, one in self._buttons.items() if one.isChecked())

    def choose(self, key: str) -> None:
        """Choose one as if it was pressed."""
        self._buttons[key].click()

    def show_chosen(self, key: str) -> None:
        """Show one as chosen without saying so: it was chosen somewhere else."""
        self._buttons[key].setChecked(True)

    def _speak(self) -> None:
        self.chosen.emit(self.value)
