"""The desktop: wiring, and nothing else."""

import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from storage.vault import memory
from ui.desktop import ahead, dialogs, language, places, process
from ui.desktop.idle import IdleLock
from ui.desktop.jobs import Unexpected, report_of
from ui.desktop.lanes import Lanes
from ui.desktop.outside import Outside
from ui.desktop.protected import Protected
from ui.desktop.theme import Theme
from ui.desktop.unseen import hide_from_capture
from ui.desktop.window import Window

_DELETE_SECONDS = 0.5


def main() -> int:
    """Open the window and run until it closes; return the exit code."""
    memory.unprotected()  # before a passphrase is typed
    dialogs.forget_everything()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("firsthand")
    app.setApplicationDisplayName("Firsthand")
    app.setQuitOnLastWindowClosed(False)
    language.begin(app)
    lanes = Lanes()
    window = Window(lanes, Theme(app))
    _say_bugs_in(window)
    _hear(window)
    _begin_at_the_door(window)
    idle = IdleLock(app, lambda: window.busy)
    idle.passed.connect(lambda: lock_if_open(window))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    outside = Outside()
    outside.left.connect(lambda: lock_if_open(window))
    outside.screen_locked.connect(idle.leave)
    window.protected = Protected(outside.hears, hide_from_capture(window))
    ahead.begin(lanes)
    try:
        return app.exec()
    finally:
        window.close_session()
        # Left to Python's own end, pages and application go in any order, and that can crash.
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _hear(window: Window) -> None:
    """Do what ends this process when the window asks for it."""
    window.locked.connect(lambda: lock(window))
    window.tongue.connect(lambda code: change_language(window, code))
    window.panicked.connect(lambda: lock_this_moment(window))
    window.wiped.connect(lambda folder: lock_this_moment(window, folder))


def _begin_at_the_door(window: Window) -> None:
    """Show the page that unlocks where there is a vault already, or one whose wipe goes on."""
    wiped = process.to_finish()
    if wiped is not None:
        window.unlock.folder.set_path(wiped)
        window.go(window.unlock)
    elif places.vault().joinpath("keys.bin").is_file():
        window.go(window.unlock)


def _say_bugs_in(window: Window) -> None:
    """Show a bug as a sentence; a traceback on standard error would end up in the system's logs."""

    def on_bug(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        window.bug.say_error(Unexpected(report_of(error)))

    sys.excepthook = on_bug


def lock_if_open(window: Window) -> None:
    """Lock, if there is anything to lock."""
    if window.session is not None:
        lock(window)


def lock(window: Window) -> None:
    """Take everything off the screen and the clipboard, and end this process for a new one."""
    try:
        _take_away(window)
        window.settle()
    finally:  # whatever goes wrong there, the keys do not stay
        process.lock()


def change_language(window: Window, code: str) -> None:
    """Keep the choice, and begin anew in it: all that was said was said in the old one."""
    language.choose(code)
    lock(window)


def lock_this_moment(window: Window, wiped: Path | None = None) -> None:
    """End this process without waiting for anything but what a person wanted deleted.

    Not even for a note that was just typed. Deleting has half a second.
    """
    try:
        _take_away(window)
        if wiped is None:
            window.delete_now(_DELETE_SECONDS)
    finally:
        process.lock(wiped=wiped)


def _take_away(window: Window) -> None:
    """Take everything off the screen and the clipboard."""
    window.hide()
    clipboard = QApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        clipboard.clear(mode)
