"""Choosing files and folders without leaving a trace of the choice.

The system's own dialog adds what was chosen to the recent files of the
desktop, and Qt's own writes the last folder into its settings on disk. So
Qt's dialog is used, and its settings are pointed at a place where nothing can
be written (``forget_everything``, called before the first window).
"""

import os
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_NOWHERE = os.devnull + "/nowhere"
"""A path below a device: no folder can be made there, by nobody."""


def forget_everything() -> None:
    """Point every settings file of Qt at a place that cannot be written."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, _NOWHERE)


def folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for one folder."""
    dialog = _dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def files(parent: QWidget, title: str, start: Path) -> tuple[Path, ...]:
    """Ask for any number of files."""
    dialog = _dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _ask(dialog)


def save_as(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask where to write a new file."""
    dialog = _dialog(parent, title, start.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(start.name)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def _dialog(parent: QWidget, title: str, start: Path) -> QFileDialog:
    while not start.is_dir() and start != start.parent:
        start = start.parent
    dialog = QFileDialog(parent, title, str(start))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setHistory([])
    return dialog


def _ask(dialog: QFileDialog) -> tuple[Path, ...]:
    try:
        if dialog.exec() != QFileDialog.DialogCode.Accepted:
            return ()
        return tuple(Path(name) for name in dialog.selectedFiles())
    finally:
        dialog.deleteLater()
