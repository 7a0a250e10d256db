"""Locking by itself: an open vault that nobody uses does not stay open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication
from typing_extensions import override

MINUTES = 10
_MS_PER_MINUTE = 60_000
_SIGNS_OF_LIFE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.DragMove,
    )
)


class IdleLock(QObject):
    """Says when nobody has touched the app for a while; waits while work is under way."""

    passed = Signal()

    def __init__(
        self, app: QApplication, busy: Callable[[], bool], milliseconds: int | None = None
    ) -> None:
        super().__init__(app)
        self._busy = busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MINUTES * _MS_PER_MINUTE if milliseconds is None else milliseconds)
        self._timer.timeout.connect(self._on_time)
        app.installEventFilter(self)
        self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False

    def _on_time(self) -> None:
        if self._busy():
            self._timer.start()
        else:
            self.passed.emit()
