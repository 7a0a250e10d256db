"""How the library paints an original: its picture, its name, and what it warns of."""

import html

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from capture.report import Harm
from storage.records import Original
from ui.desktop import phrases, theme
from ui.desktop.models.library import Role
from ui.desktop.models.looks import Look
from ui.desktop.widgets import icons
from ui.desktop.widgets.text import font_of

HARM_ICONS = {
    Harm.LOCATION: ("location", "danger"),
    Harm.IDENTITY: ("identity", "danger"),
    Harm.PERSON: ("person", "danger"),
    Harm.DEVICE: ("device", "warn"),
    Harm.TIME: ("time", "warn"),
    Harm.HISTORY: ("history", "soft"),
    Harm.TECHNICAL: ("technical", "soft"),
}
"""The icon of each harm, and the colour role that says how bad it is."""
_ABOVE = 0.25
"""Where a tall picture is cut: faces and horizons are seldom in its lower half."""
BADGES = (Harm.LOCATION, Harm.IDENTITY, Harm.PERSON, Harm.DEVICE, Harm.TIME)
"""Which harms get a badge on a card; the others are on the item's page."""


class CardDelegate(QStyledItemDelegate):
    """Paints one card; it asks the model, and never the core."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return card_size()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model: QAbstractItemModel = index.model()
        original: Original = model.data(index, Role.ORIGINAL)
        look: Look = model.data(index, Role.LOOK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _Card(painter, QRectF(option.rect), option.state).paint(
            original, look, model.data(index, Qt.ItemDataRole.DisplayRole)
        )
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        QToolTip.showText(event.globalPos(), html.escape(said).replace(", ", "<br>"), view)
        return True


def card_size() -> QSize:
    """Return the room of one card with its surroundings, in the present font."""
    return QSize(theme.space(45), theme.space(51))


class _Card:
    def __init__(self, painter: QPainter, room: QRectF, state: QStyle.StateFlag) -> None:
        gap = theme.space(1.5)
        self._p = painter
        self._c = theme.current()
        self._box = room.adjusted(gap, gap, -gap, -gap)
        self._chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._focused = bool(state & QStyle.StateFlag.State_HasFocus)
        self._pad = theme.space(2)

    def paint(self, original: Original, look: Look, name: str) -> None:
        self._ground()
        height = self._box.width() * 0.72
        field = QRectF(self._box.left(), self._box.top(), self._box.width(), height)
        self._picture(field.adjusted(2, 2, -2, -2), original, look)
        words = self._box.adjusted(self._pad, height + self._pad * 0.75, -self._pad, -self._pad)
        self._words(words, original, name, look.parts)
        self._badges(words, look)
        if self._chosen:
            self._mark()

    def _ground(self) -> None:
        radius = theme.space(2)
        width = 2.5 if self._chosen or self._focused else 1
        edge = self._c.accent if self._chosen else self._c.ink if self._focused else self._c.line
        self._p.setPen(QPen(QColor(edge), width))
        self._p.setBrush(QColor(self._c.accent_soft if self._chosen else self._c.surface))
        self._p.drawRoundedRect(self._box, radius, radius)

    def _picture(self, field: QRectF, original: Original, look: Look) -> None:
        path = QPainterPath()
        path.addRoundedRect(field, theme.space(1.5), theme.space(1.5))
        self._p.fillPath(path, QColor(self._c.sunken))
        is_video = original.kind in phrases.PLAYED
        if look.picture is not None:
            self._p.save()
            self._p.setClipPath(path)
            self._p.drawPixmap(field, look.picture, _middle(look.picture, field))
            self._p.restore()
        else:
            side = theme.space(9)
            place = QRectF(0, 0, side, side)
            place.moveCenter(field.center())
            icons.paint(self._p, "video" if is_video else "picture", place, "edge")
        if is_video:
            self._tag(field, look.duration)

    def _tag(self, field: QRectF, duration: str) -> None:
        """Say on the picture that this is a video, and how long."""
        font = font_of(0.85)
        self._p.setFont(font)
        side = theme.space(4)
        width = side + self._pad + self._p.fontMetrics().horizontalAdvance(duration) + self._pad
        gap = theme.space(1)
        box = QRectF(0, 0, width, theme.space(5))
        box.moveBottomRight(field.bottomRight() - QPointF(gap, gap))
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(QColor(self._c.surface))
        self._p.drawRoundedRect(box, gap, gap)
        mark = QRectF(box.left() + gap, box.center().y() - side / 2, side, side)
        icons.paint(self._p, "video", mark)
        self._p.setPen(QColor(self._c.ink))
        rest = box.adjusted(side + gap * 1.5, 0, -gap, 0)
        self._p.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, duration)

    def _words(self, box: QRectF, original: Original, name: str, parts: int) -> None:
        self._p.setFont(font_of(1.0, bold=True))
        metrics = self._p.fontMetrics()
        self._p.setPen(QColor(self._c.ink))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(box.width()))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        self._p.drawText(box, flags, shown)
        below = box.adjusted(0, metrics.height() + 1, 0, 0)
        self._p.setFont(font_of(0.85))
        self._p.setPen(QColor(self._c.soft))
        when = phrases.when(original.sealed_at)
        more = [phrases.parts(parts)] if parts else []
        said = phrases.together(when, phrases.size(original.size), *more)
        if self._p.fontMetrics().horizontalAdvance(said) > below.width():
            said = phrases.together(when, *more)
        self._p.drawText(below, flags, said)

    def _badges(self, box: QRectF, look: Look) -> None:
        side = theme.space(4.5)
        place = QRectF(box.left(), box.bottom() - side, side, side)
        rtl = QApplication.isRightToLeft()
        if rtl:
            place.moveRight(box.right())
        step = QPointF((side + theme.space(1)) * (-1 if rtl else 1), 0)
        marks = [HARM_ICONS[harm] for harm in BADGES if harm in look.harms]
        for name, role in marks:
            icons.paint(self._p, name, place, role)
            place.translate(step)
        if look.known:
            done = "good" if look.cleaned else "warn"
            end = QRectF(box.right() - side, place.top(), side, side)
            if rtl:
                end.moveLeft(box.left())
            icons.paint(self._p, done, end, done)

    def _mark(self) -> None:
        """Show the choice by a shape as well, for those who see no colour."""
        side = theme.space(5.5)
        place = QRectF(0, 0, side, side)
        place.moveTopLeft(self._box.topLeft() + QPointF(self._pad, self._pad))
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(QColor(self._c.accent))
        self._p.drawEllipse(place)
        icons.paint(self._p, "check", place.adjusted(3, 3, -3, -3), "on_accent")


def _middle(pixmap: QPixmap, field: QRectF) -> QRectF:
    """Return the part of a picture that fills the field's shape: the middle, rather above it."""
    whole = QRectF(pixmap.rect())
    shape = field.width() / field.height()
    if whole.width() / whole.height() > shape:
        part = QRectF(0, 0, whole.height() * shape, whole.height())
    else:
        part = QRectF(0, 0, whole.width(), whole.width() / shape)
    part.moveLeft((whole.width() - part.width()) / 2)
    part.moveTop((whole.height() - part.height()) * _ABOVE)
    return part
