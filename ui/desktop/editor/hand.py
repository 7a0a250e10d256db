"""The hand on the canvas: what presses, drags and arrow keys mean with each tool.

What is being drawn is shown as a ghost; only when the hand lets go does the
canvas say what was done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from ui.desktop import theme
from ui.desktop.editor.items import Handle, handle_at
from ui.desktop.editor.tools import Tool

if TYPE_CHECKING:
    from ui.desktop.editor.canvas import Canvas

_LEAST = 4
"""Pixels of the screen that a drag must go to be meant."""
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHARE = 0.12
"""Size of a box that is put down by keyboard, of the shorter side of what is seen."""


@dataclass(slots=True)
class _Drag:
    """What is under way: where it began on the viewport, and what it holds."""

    start: QPointF
    mark: int | None = None
    box: QRectF = field(default_factory=QRectF)
    handle: Handle | None = None
    points: list[QPointF] = field(default_factory=list)
    moved: QRectF | None = None
    panning: bool = False


class Hand:
    """Belongs to one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._drag: _Drag | None = None
        self._ghost = QGraphicsPathItem(canvas.sheet)
        self._ghost.setZValue(5)
        self._ghost.hide()
        self._cursor: QPointF | None = None
        """Where the brush is that is led by keyboard, on the upright picture."""

    def drop(self) -> None:
        """Let go of everything and say nothing."""
        self._drag = None
        self._cursor = None
        self._ghost.hide()

    def press(self, event: QMouseEvent) -> None:
        """Begin."""
        at = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = _Drag(at, panning=True)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._drag = self._begin(at)
            self.move(event)

    def _begin(self, at: QPointF) -> _Drag:
        tool = self._canvas.tool
        if tool is Tool.HAND:
            return _Drag(at, panning=True)
        if tool is Tool.FRAME:
            box = QRectF(self._canvas.crop_now())
            handle = handle_at(box, self._canvas.on_scene(at), self._canvas.scale_now)
            return _Drag(at, box=box, handle=handle)
        return self._pick(at) if tool is Tool.PICK else _Drag(at)

    def _pick(self, at: QPointF) -> _Drag:
        """Hold the selected mark by a handle, or else another mark; beside all of them, pan."""
        place, scale = self._canvas.on_picture(at), self._canvas.scale_now
        chosen = self._canvas.chosen_box()
        if chosen is not None:
            handle = handle_at(chosen[1], place, scale)
            if handle is not None and handle is not Handle.WHOLE:
                return _Drag(at, chosen[0], chosen[1], handle)
        mark = self._canvas.mark_at(place)
        self._canvas.picked.emit(mark)
        chosen = self._canvas.chosen_box()
        if mark is None or chosen is None:
            return _Drag(at, panning=True)
        return _Drag(at, mark, chosen[1], Handle.WHOLE)

    def move(self, event: QMouseEvent) -> None:
        """Go on."""
        drag, at = self._drag, event.position()
        if drag is None:
            return
        if drag.panning:
            self._pan(drag, at)
            return
        match self._canvas.tool:
            case Tool.BRUSH | Tool.ERASER:
                drag.points.append(self._canvas.on_picture(at))
                self._show_stroke(drag.points)
            case Tool.BOX | Tool.ELLIPSE:
                start = self._canvas.on_picture(drag.start)
                drag.moved = QRectF(start, self._canvas.on_picture(at)).normalized()
                self._show_box(drag.moved, ellipse=self._canvas.tool is Tool.ELLIPSE)
            case Tool.FRAME:
                self._move_frame(drag, at)
            case _ if self._meant(drag, at) and drag.handle is not None:
                by = self._canvas.on_picture(at) - self._canvas.on_picture(drag.start)
                drag.moved = drag.handle.moved(drag.box, by)
                self._show_box(drag.moved, ellipse=False)

    def _pan(self, drag: _Drag, at: QPointF) -> None:
        by = (at - drag.start).toPoint()
        across, down = self._canvas.horizontalScrollBar(), self._canvas.verticalScrollBar()
        across.setValue(across.value() - by.x())
        down.setValue(down.value() - by.y())
        drag.start = at

    def _move_frame(self, drag: _Drag, at: QPointF) -> None:
        start, now = self._canvas.on_scene(drag.start), self._canvas.on_scene(at)
        if drag.handle is None:
            drag.moved = QRectF(start, now).normalized() if self._meant(drag, at) else None
        else:
            drag.moved = drag.handle.moved(drag.box, now - start)
        if drag.moved is not None:
            whole = self._canvas.sheet.rect()
            self._canvas.frame.show_box(whole, (drag.moved & whole).toRect(), held=True)

    def release(self) -> None:
        """Let go, and say what was done."""
        drag, self._drag = self._drag, None
        self._ghost.hide()
        if drag is None or drag.panning:
            return
        canvas, tool = self._canvas, self._canvas.tool
        if drag.points:
            canvas.stroked.emit(tool, drag.points)
        elif drag.moved is None or drag.moved.isEmpty():
            canvas.refresh()
        elif tool is Tool.FRAME:
            canvas.cropped.emit(drag.moved)
        elif drag.mark is not None:
            canvas.reshaped.emit(drag.mark, drag.moved)
        elif min(drag.moved.width(), drag.moved.height()) * canvas.scale_now >= _LEAST:
            canvas.drew.emit(tool, drag.moved)

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key means with this tool; whether it means anything."""
        pressed = Qt.Key(event.key())
        if pressed in _ENTERS:
            return self._enter()
        if pressed not in _ARROWS:
            return False
        by = _ARROWS[pressed] * self._canvas.nudge()
        resizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match self._canvas.tool:
            case Tool.BRUSH | Tool.ERASER:
                self._lead(_ARROWS[pressed] * self._canvas.radius)
                return True
            case Tool.FRAME:
                handle = Handle.BOTTOM_RIGHT if resizing else Handle.WHOLE
                moved = handle.moved(QRectF(self._canvas.crop_now()), by)
                self._canvas.crop_nudged.emit(moved)
                return True
            case _:
                return self._nudge(by, resizing=resizing)

    def arrow(self, event: QKeyEvent) -> bool:
        """Move or, with Shift, resize the selected mark by an arrow key, whatever the tool."""
        pressed = Qt.Key(event.key())
        if pressed not in _ARROWS:
            return False
        resizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self._nudge(_ARROWS[pressed] * self._canvas.nudge(), resizing=resizing)

    def grow(self, by: int) -> None:
        """Make the selected mark one step larger on each side, or with -1 smaller."""
        chosen = self._canvas.chosen_box()
        if chosen is None:
            return
        far = by * self._canvas.nudge()
        grown = chosen[1].adjusted(-far, -far, far, far)
        if grown.isValid():
            self._canvas.nudged.emit(chosen[0], grown)

    def _nudge(self, by: QPointF, *, resizing: bool) -> bool:
        chosen = self._canvas.chosen_box()
        if chosen is None:
            return False
        mark, box = chosen
        handle = Handle.BOTTOM_RIGHT if resizing else Handle.WHOLE
        self._canvas.nudged.emit(mark, handle.moved(box, by))
        self._canvas.ensure_seen()
        return True

    def _enter(self) -> bool:
        """Put down by keyboard what the tool draws."""
        canvas = self._canvas
        match canvas.tool:
            case Tool.BRUSH | Tool.ERASER:
                if self._cursor is None:
                    self._lead(QPointF(0, 0))
                canvas.stroked.emit(canvas.tool, [self._cursor])
            case Tool.BOX | Tool.ELLIPSE:
                room = canvas.viewport().rect()
                side = min(room.width(), room.height()) * _SHARE / canvas.scale_now
                middle = canvas.middle()
                box = QRectF(middle.x() - side, middle.y() - side, 2 * side, 2 * side)
                canvas.drew.emit(canvas.tool, box & canvas.sheet.rect())
            case _:
                return False
        return True

    def _lead(self, by: QPointF) -> None:
        """Lead the brush by keyboard, inside the picture."""
        at = (self._cursor or self._canvas.middle()) + by
        whole = self._canvas.sheet.rect()
        x = min(max(at.x(), whole.left()), whole.right())
        y = min(max(at.y(), whole.top()), whole.bottom())
        self._cursor = QPointF(x, y)
        self._show_stroke([self._cursor])

    def _meant(self, drag: _Drag, at: QPointF) -> bool:
        return drag.moved is not None or (at - drag.start).manhattanLength() >= _LEAST

    def _show_box(self, box: QRectF, *, ellipse: bool) -> None:
        path = QPainterPath()
        if ellipse:
            path.addEllipse(box)
        else:
            path.addRect(box)
        self._show(path, 2.0, cosmetic=True)

    def _show_stroke(self, points: list[QPointF]) -> None:
        path = QPainterPath(points[0])
        path.lineTo(points[0] + QPointF(0.01, 0))
        for point in points[1:]:
            path.lineTo(point)
        self._show(path, 2 * self._canvas.radius, cosmetic=False)

    def _show(self, path: QPainterPath, width: float, *, cosmetic: bool) -> None:
        colour = QColor(theme.DARK.accent)
        colour.setAlpha(255 if cosmetic else 130)
        pen = QPen(colour, width)
        pen.setCosmetic(cosmetic)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._ghost.setPen(pen)
        self._ghost.setPath(path)
        self._ghost.show()
