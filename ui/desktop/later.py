"""Something that is done once, some time after it was last asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(parent: QObject, done: Callable[[], object], milliseconds: int = 0) -> QTimer:
    """Return a timer that does it once each time that it is started; it goes with its parent."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(done)
    return timer
