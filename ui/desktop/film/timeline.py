"""The timeline: what is when. Time runs from left to right in every language, as the picture does.

It shows and asks; every change goes out as a signal and comes back from the draft. All that the
mouse can do here a key on the page can do as well.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame
from typing_extensions import override

from capture.redact.film import Span
from ui.desktop import theme
from ui.desktop.film import lanes, names, paintings
from ui.desktop.film.draft import FilmDraft
from ui.desktop.film.lanes import Window
from ui.desktop.film.paintings import Scene

_GRIP = 6.0
_CLOSEST = 400_000
"""Microseconds that are seen at the closest."""
_NEARER = 1.5
_SCROLL = 1000
_LANES_SEEN = 3


@dataclass(slots=True)
class _Drag:
    """What the mouse holds: the time itself, a stretch of it, a key, or an end of a track."""

    what: str
    begins: int = 0


class Timeline(QAbstractScrollArea):
    """Shows one draft."""

    sought = Signal(int)
    picked = Signal(object)
    """A track's id, or None."""
    ranged = Signal(object)
    """The Span that was marked, or None."""
    key_moved = Signal(int, int)
    """From which moment, to which one."""
    begun = Signal(int)
    ended = Signal(int)
    """The selected track begins, or ends, at another moment."""
    stepped = Signal(int)
    chosen = Signal(int)
    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.tr("Timeline"))
        self.setToolTip(
            self.tr("Drag to go there, with Shift to mark a stretch; Ctrl and wheel to zoom")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._draft: FilmDraft | None = None
        self._rows: dict[int, int] = {}
        self._pictures: list[QImage] = []
        self._loudness = b""
        self._lasts = 0
        self._layer: QPixmap | None = None
        self._drag: _Drag | None = None
        self._shown_range: Span | None = None
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._redraw)
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_draft(self, draft: FilmDraft | None) -> None:
        """Show another video, all of it."""
        self._draft = draft
        self._pictures, self._loudness = [], b""
        self._lasts = draft.length if draft is not None else 0
        self.refresh()

    def show_strip(self, pictures: list[QImage], loudness: bytes) -> None:
        """Show pictures and loudness once they are there."""
        self._pictures, self._loudness = pictures, loudness
        self._redraw()

    def refresh(self) -> None:
        """Show the draft as it is now."""
        self._rows = lanes.rows_of(self._draft.tracks) if self._draft is not None else {}
        self._set_bars()
        self._redraw()

    def refresh_range(self) -> None:
        """Show the marked stretch as it is now."""
        span = self._draft.range if self._draft is not None else None
        if span != self._shown_range:
            self._shown_range = span
            self._redraw()

    def pass_on(self) -> None:
        """Show the present moment; while it plays, the timeline moves with it."""
        draft = self._draft
        if draft is None:
            return
        self.setAccessibleDescription(names.moment(draft.at))
        window = self._window()
        if not window.begins <= draft.at <= window.begins + window.lasts and self._drag is None:
            self.horizontalScrollBar().setValue((draft.at - window.lasts // 8) // _SCROLL)
        self.viewport().update()

    def zoom(self, nearer: float, x: float | None = None) -> None:
        """See less time, or more (below 1), around a place; without one around the present."""
        draft = self._draft
        if draft is None:
            return
        window = self._window()
        fixed = window.at(x) if x is not None else draft.at
        share = (fixed - window.begins) / max(window.lasts, 1)
        self._lasts = int(min(max(window.lasts / nearer, _CLOSEST), max(draft.length, 1)))
        self._set_bars()
        self.horizontalScrollBar().setValue(int(fixed - share * self._lasts) // _SCROLL)
        self._redraw()

    def closer(self) -> None:
        """See less of the time, larger."""
        self.zoom(_NEARER)

    def further(self) -> None:
        """See more of the time."""
        self.zoom(1 / _NEARER)

    def _window(self) -> Window:
        begins = self.horizontalScrollBar().value() * _SCROLL
        return Window(begins, max(self._lasts, 1), float(self.viewport().width()))

    def _scene(self, draft: FilmDraft) -> Scene:
        scrolled = self.verticalScrollBar().value()
        return Scene(draft, self._window(), self._rows, scrolled, self._pictures, self._loudness)

    def _set_bars(self) -> None:
        length = self._draft.length if self._draft is not None else 0
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(length - self._lasts, 0) // _SCROLL)
        across.setPageStep(max(self._lasts // _SCROLL, 1))
        across.setSingleStep(max(self._lasts // _SCROLL // 20, 1))
        rows = max(self._rows.values(), default=-1) + 1
        top = int(paintings.top_of_sound()) + theme.space(paintings.SOUND)
        room = self.viewport().height() - top
        down.setRange(0, max(rows * theme.space(paintings.ROW) - room, 0))
        down.setPageStep(max(room, 1))
        self.setMinimumHeight(top + _LANES_SEEN * theme.space(paintings.ROW))

    def _redraw(self) -> None:
        self._layer = None
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draft = self._draft
        painter = QPainter(self.viewport())
        size = QRectF(self.viewport().rect())
        if draft is not None:
            scene = self._scene(draft)
            if self._layer is None:
                self._layer = self._painted(scene, size)
            painter.drawPixmap(0, 0, self._layer)
            paintings.paint_now(painter, scene, size)
        if self.hasFocus():
            painter.setPen(theme.current().accent)
            painter.drawRect(size.adjusted(0, 0, -1, -1))
        painter.end()

    def _painted(self, scene: Scene, size: QRectF) -> QPixmap:
        scale = self.devicePixelRatioF()
        layer = QPixmap((size.size() * scale).toSize())
        layer.setDevicePixelRatio(scale)
        painter = QPainter(layer)
        painter.setFont(self.font())
        paintings.paint(painter, scene, size)
        painter.end()
        return layer

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bars()
        self._redraw()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom(_NEARER if turned > 0 else 1 / _NEARER, event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._draft is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag = self._begin(self._scene(self._draft), event)
        self.mouseMoveEvent(event)

    def _begin(self, scene: Scene, event: QMouseEvent) -> _Drag | None:
        at, place = self._window().at(event.position().x()), event.position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return _Drag("range", at)
        if place.y() < scene.lanes_top:
            return _Drag("time")
        return self._hold(scene, place) or self._pick(scene, place)

    def _hold(self, scene: Scene, place: QPointF) -> _Drag | None:
        """Hold a key or an end of the selected track, if one is under the mouse."""
        chosen, key = scene.draft.chosen, scene.draft.chosen_id
        if chosen is None or key is None:
            return None
        bar = paintings.bar(scene, key, chosen)
        if not bar.adjusted(-_GRIP, 0, _GRIP, 0).contains(place):
            return None
        if abs(place.x() - bar.left()) <= _GRIP:
            return _Drag("begin")
        if abs(place.x() - bar.right()) <= _GRIP:
            return _Drag("end")
        near = min(chosen.keys, key=lambda one: abs(scene.window.x(one.at) - place.x()))
        if abs(scene.window.x(near.at) - place.x()) <= _GRIP:
            return _Drag("key", near.at)
        return None

    def _pick(self, scene: Scene, place: QPointF) -> _Drag | None:
        for key, track in scene.draft.tracks.items():
            if paintings.bar(scene, key, track).contains(place):
                self.picked.emit(key)
                return None
        self.picked.emit(None)
        return _Drag("time")

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag, draft = self._drag, self._draft
        if drag is None or draft is None:
            return
        at = min(max(self._window().at(event.position().x()), 0), draft.length)
        if drag.what == "range":
            low, high = sorted((drag.begins, at))
            self.ranged.emit(Span(max(low, 0), high) if high > low else None)
        elif drag.what == "time":
            self.sought.emit(at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None or self._draft is None:
            return
        at = min(max(self._window().at(event.position().x()), 0), self._draft.length)
        match drag.what:
            case "key" if abs(at - drag.begins) > self._window().span(2):
                self.key_moved.emit(drag.begins, at)
            case "begin":
                self.begun.emit(at)
            case "end":
                self.ended.emit(at)
            case _:
                pass

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.chosen.emit(-1)
            case Qt.Key.Key_Down:
                self.chosen.emit(1)
            case Qt.Key.Key_Space:
                self.toggled.emit()
            case _:
                event.ignore()
