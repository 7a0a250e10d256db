"""Where files can be dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from ui.desktop import theme


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """Return the local files and folders among what is dragged or pasted."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class DropZone(QFrame):
    """A framed field that takes files and folders."""

    dropped = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setProperty("role", "drop")
        self._before = "drop"
        """Its role while nothing is dragged over it; a whole page that takes files has no edge."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[theme.space(6)] * 4)
        self.column.setSpacing(theme.space(2))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if self.property("role") != "drop-over":
                self._before = str(self.property("role"))
            theme.give_role(self, "drop-over")

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        theme.give_role(self, self._before)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        theme.give_role(self, self._before)
        paths = dropped_paths(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths)
