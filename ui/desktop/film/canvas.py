"""The present frame under the hands: the photo editor's canvas, with time in its arrow keys."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPen
from PySide6.QtWidgets import QGraphicsRectItem
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.editor.canvas import Canvas
from ui.desktop.film.acts import alarms_at
from ui.desktop.film.draft import FilmDraft

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FilmCanvas(Canvas):
    """Shows one moment of one draft."""

    stepped = Signal(int)
    """Frames to go on, or back."""
    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Frame with the places that are covered"))
        self._doubts: list[QGraphicsRectItem] = []

    def show_doubts(self, draft: FilmDraft) -> None:
        """Frame what somebody has to look at in this moment."""
        for item in self._doubts:
            self.scene().removeItem(item)
        places = [alarm.place for alarm in alarms_at(draft) if alarm.place is not None]
        self._doubts = [self._doubt(QRectF(*place)) for place in places]

    def _doubt(self, box: QRectF) -> QGraphicsRectItem:
        item = QGraphicsRectItem(box, self.sheet)
        pen = QPen(QColor(theme.DARK.warn), 3, Qt.PenStyle.DotLine)
        pen.setCosmetic(True)
        item.setPen(pen)
        item.setZValue(4)
        return item

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        elif by is not None and self.chosen_box() is None:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)
