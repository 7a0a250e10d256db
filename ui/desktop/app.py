"""The desktop: wiring, and nothing else."""

import sys

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.desktop import dialogs, session
from ui.desktop.session import Lanes, default_folder
from ui.desktop.theme import Theme
from ui.desktop.window import Window


def main() -> int:
    """Open the window and run until it closes; return the exit code."""
    dialogs.forget_everything()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("firsthand")
    app.setApplicationDisplayName("Firsthand")
    app.setQuitOnLastWindowClosed(False)
    if QLocale().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English))
    app.setLayoutDirection(QLocale().textDirection())
    lanes = Lanes()
    window = Window(lanes, Theme(app))
    window.locked.connect(lambda: lock(window))
    if default_folder().joinpath("keys.bin").is_file():
        window.go(window.unlock)
    window.show()
    try:
        return app.exec()
    finally:
        window.close_session()


def lock(window: Window) -> None:
    """Take everything off the screen and the clipboard, and end this process for a new one."""
    window.hide()
    QApplication.clipboard().clear()
    window.settle()
    session.lock()
