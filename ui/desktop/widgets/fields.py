"""Fields that people fill in: a passphrase, a place on disk."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from storage.errors import BadShare, WrongPassphrase
from ui.desktop import dialogs, theme
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.icons import icon


class PassphraseField(QLineEdit):
    """Hidden while typed, shown on request, never offered to an input method's memory."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(icon("eye", "soft"), self.tr("Show the passphrase"), self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show_or_hide)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._mend)

    def take(self) -> str:
        """Return what was typed and forget it here."""
        typed = self.text()
        self.clear()
        self._eye.setChecked(False)
        return typed

    def say_error(self, error: BaseException) -> None:
        """Mark the field where what was typed into it is the problem."""
        if isinstance(error, WrongPassphrase | BadShare):
            self.say_wrong()

    def say_wrong(self) -> None:
        """Mark the field as the place of the problem and put the cursor there."""
        theme.give_role(self, "wrong")
        self.setFocus()
        self.selectAll()

    def _mend(self) -> None:
        theme.give_role(self, "plain")

    def _show_or_hide(self, shown: bool) -> None:  # noqa: FBT001 # the shape of Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.setText(
            self.tr("Hide the passphrase") if shown else self.tr("Show the passphrase")
        )


class FolderField(QWidget):
    """A folder, typed or chosen."""

    changed = Signal()

    def __init__(self, name: str, start: Path | None) -> None:
        """``start`` is what stands in it; None leaves it empty."""
        super().__init__()
        self._name = name
        self.line = QLineEdit(str(start or ""))
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(name)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self._choose = button(self.tr("Choose…"), self._ask)
        self._choose.setAccessibleName(self.tr("Choose: {what}").format(what=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1.5))
        row.addWidget(self.line, 1)
        row.addWidget(self._choose)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> Path | None:
        """The folder, or None while the field is empty."""
        typed = self.line.text().strip()
        # Not Path's own, which raises where there is nobody of a name that is half typed.
        return Path(os.path.expanduser(typed)) if typed else None  # noqa: PTH111 # as said

    def set_path(self, path: Path) -> None:
        """Put a folder in."""
        self.line.setText(str(path))

    def _ask(self) -> None:
        start = self.path or Path.home()
        chosen = dialogs.folder(self, self._name, start)
        if chosen is not None:
            self.set_path(chosen)

    @override
    def setEnabled(self, enabled: bool, /) -> None:
        self.line.setEnabled(enabled)
        self._choose.setEnabled(enabled)
