"""Each place on the picture as a control of its own: to be reached by Tab and heard.

What is painted is invisible to a screen reader. So over each place lies a widget without a
ground, with a name, a role and the keys that change it; the hand's presses go through it to
the picture below. It decides nothing: what a key means goes out by the canvas's signals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.editor import names
from ui.desktop.editor.draft import Mark, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desktop.editor.canvas import Canvas

_LEAST = 16
"""Pixels of the screen: smaller places are still found by who explores by touch."""
_RING = 3
_SIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_OVERRIDDEN = frozenset((*_SIZES, Qt.Key.Key_Space))
"""Keys that mean something else on the rest of the page."""


class Spot(QAbstractButton):
    """One place. To press it is to cover it."""

    def __init__(self, canvas: Canvas, key: int) -> None:
        super().__init__(canvas.viewport())
        self.key = key
        self._canvas = canvas
        # Tab is led by the canvas: Qt would put what is made later behind everything else.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(canvas.decided.emit)

    def show_mark(self, number: int, total: int, mark: Mark) -> None:
        """Say what it is, which of how many, and where."""
        self.setAccessibleName(names.spot_words(number, total, mark))
        whole = self._canvas.sheet.rect()
        where = names.where_words(mark.region, round(whole.width()), round(whole.height()))
        if where != self.accessibleDescription():
            self.setAccessibleDescription(where)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, where))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._canvas.picked.emit(self.key)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            ours = Qt.Key(event.key()) in _OVERRIDDEN and not _controlled(event)
            event.setAccepted(ours)
            return ours
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _SIZES.get(Qt.Key(event.key()))
        if self._canvas.shows_result:
            super().keyPressEvent(event)
        elif by is not None and not _controlled(event):
            self._canvas.hand.grow(by)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif not self._canvas.hand.arrow(event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus() or self._canvas.shows_result:
            return
        painter = QPainter(self)
        inside = self.rect().adjusted(1, 1, -2, -2)
        # Light on dark: one of both is seen on any photo.
        for colour, width in ((QColor(0, 0, 0, 200), _RING + 2), (QColor(theme.DARK.ink), _RING)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.DashLine))
            painter.drawRect(inside)
        painter.end()


class Spots:
    """All of one canvas, in the order of the list beside it."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._spots: dict[int, Spot] = {}

    def show(self, marks: Sequence[Mark], chosen: int | None) -> None:
        """Have one for each mark; the chosen one has the keyboard, if any of them has."""
        focused = any(spot.hasFocus() for spot in self._spots.values())
        keys = [mark.id for mark in marks]
        for gone in set(self._spots) - set(keys):
            self._forget(gone)
        self._spots = {key: self._spots.get(key) or Spot(self._canvas, key) for key in keys}
        for number, mark in enumerate(marks, 1):
            self._spots[mark.id].show_mark(number, len(marks), mark)
            if mark.state is not State.NOTHING or mark.id == chosen:
                self._spots[mark.id].show()
        self.place()
        if focused:
            self._keep_focus(chosen)
        for mark in marks:
            if mark.state is State.NOTHING and mark.id != chosen:
                self._spots[mark.id].hide()

    def place(self) -> None:
        """Lie where the places are seen now."""
        canvas = self._canvas
        for key, spot in self._spots.items():
            spot.setGeometry(_no_smaller(canvas.box_on_screen(key)))

    def _keep_focus(self, chosen: int | None) -> None:
        spot = self._spots.get(chosen or 0)
        if spot is None:
            self._canvas.setFocus()
        elif not spot.hasFocus():
            spot.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, key: int) -> None:
        spot = self._spots.pop(key)
        if spot.hasFocus():
            self._canvas.setFocus()
        spot.hide()
        spot.deleteLater()

    def lead(self, by: int) -> bool:
        """Lead the keyboard on by one, from the picture itself to its last place; or say no."""
        stops: list[QWidget] = [
            self._canvas,
            *(one for one in self._spots.values() if one.isVisible()),
        ]
        at = next((at for at, one in enumerate(stops) if one.hasFocus()), 0) + by
        if not 0 <= at < len(stops):
            return False
        stops[at].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def to_last(self) -> None:
        """Lead the keyboard to the last place, coming from behind."""
        shown = [one for one in self._spots.values() if one.isVisible()]
        if shown:
            shown[-1].setFocus(Qt.FocusReason.OtherFocusReason)


def _no_smaller(box: QRectF) -> QRect:
    wider, higher = max(_LEAST - box.width(), 0) / 2, max(_LEAST - box.height(), 0) / 2
    return box.adjusted(-wider, -higher, wider, higher).toAlignedRect()


def _controlled(event: QKeyEvent) -> bool:
    keypad = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(event.modifiers() & ~keypad)
