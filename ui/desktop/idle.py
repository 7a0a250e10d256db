"""Locking by itself: an open vault that nobody uses does not stay open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from ui.desktop.later import later

MINUTES = 10
_MS_PER_MINUTE = 60_000
_SOON_MS = 1000
_SIGNS_OF_LIFE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,  # who types by one (Burmese, Chinese) presses no keys of ours
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
        self._away = False
        self._patience = MINUTES * _MS_PER_MINUTE if milliseconds is None else milliseconds
        self._timer = later(self, self._on_time)
        app.installEventFilter(self)
        self._timer.start(self._patience)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._away = False
            self._timer.start(self._patience)
        return False

    def leave(self) -> None:
        """Have it pass as soon as no work is under way: the screen was locked."""
        self._away = True
        self._on_time()

    def _on_time(self) -> None:
        if self._busy():
            self._timer.start(_SOON_MS if self._away else self._patience)
        else:
            self.passed.emit()
