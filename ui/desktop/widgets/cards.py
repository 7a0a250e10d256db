"""How the library paints an original: its picture, its name, and what it warns of."""

import html

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
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
from ui.desktop.widgets.carddelegate import CardsDelegate, Index
from ui.desktop.widgets.cardpaint import CardPaint

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
BADGES = (Harm.LOCATION, Harm.IDENTITY, Harm.PERSON, Harm.DEVICE, Harm.TIME)
"""Which harms get a badge on a card; the others are on the item's page."""

VOICE = ("sound", "danger")
"""The badge of what can be heard: a voice is known as a face is."""


class CardDelegate(CardsDelegate):
    """Paints one card; it asks the model, and never the core."""

    @override
    def size(self) -> QSize:
        return card_size()

    @override
    def card(self, painter: QPainter, room: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        model = index.model()
        original: Original = model.data(index, Role.ORIGINAL)
        look: Look = model.data(index, Role.LOOK)
        name = model.data(index, Qt.ItemDataRole.DisplayRole)
        _Card(painter, room, state).paint(original, look, name)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        QToolTip.showText(event.globalPos(), html.escape(said).replace(", ", "<br>"), view)
        return True


def card_size() -> QSize:
    """Return the room of one card with its surroundings, in the present font."""
    return QSize(theme.space(45), theme.space(51))


class _Card(CardPaint):
    """An original: what it is, and what it warns of."""

    def paint(self, original: Original, look: Look, name: str) -> None:
        self.ground()
        field, words = self.fields()
        is_video = original.kind in phrases.PLAYED
        self.picture(field, look.picture, "video" if is_video else "picture")
        if is_video:
            self.tag(field, look.duration)
        below = self.title(words, name)
        more = [phrases.parts(look.parts)] if look.parts else []
        when = phrases.when(original.sealed_at)
        self.line(
            below,
            phrases.together(when, phrases.size(original.size), *more),
            phrases.together(when, *more),
        )
        self._badges(words, look)
        if self.chosen:
            self.mark("check")

    def _badges(self, box: QRectF, look: Look) -> None:
        side = theme.space(4.5)
        place = QRectF(box.left(), box.bottom() - side, side, side)
        rtl = QApplication.isRightToLeft()
        if rtl:
            place.moveRight(box.right())
        step = QPointF((side + theme.space(1)) * (-1 if rtl else 1), 0)
        said = {*look.harms, *((Harm.PERSON,) if look.faces else ())}
        marks = [HARM_ICONS[harm] for harm in BADGES if harm in said]
        if look.heard:
            marks.append(VOICE)
        for name, role in marks:
            icons.paint(self.painter, name, place, role)
            place.translate(step)
        if look.known:
            done = "good" if look.cleaned else "warn"
            end = QRectF(box.right() - side, place.top(), side, side)
            if rtl:
                end.moveLeft(box.left())
            icons.paint(self.painter, done, end, done)
