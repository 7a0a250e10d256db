"""How the light table before an import paints a file: its picture, what it is, its tick."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle
from typing_extensions import override

from ui.desktop import phrases, theme
from ui.desktop.models.offered import Offer, Thing
from ui.desktop.models.review import Role
from ui.desktop.widgets import icons
from ui.desktop.widgets.carddelegate import CardsDelegate, Index
from ui.desktop.widgets.cardpaint import CardPaint

_ICONS = {Thing.VIDEO: "video", Thing.PHOTO: "picture", Thing.SOUND: "sound"}


def offer_size() -> QSize:
    """Return the room of one card with its surroundings, in the present font."""
    return QSize(theme.space(36), theme.space(37.5))


class OfferDelegate(CardsDelegate):
    """Paints one file of a source; it asks the model, and never the source."""

    @override
    def size(self) -> QSize:
        return offer_size()

    @override
    def card(self, painter: QPainter, room: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        model = index.model()
        state &= ~QStyle.StateFlag.State_Selected
        if model.data(index, Role.TICKED):
            state |= QStyle.StateFlag.State_Selected
        _Card(painter, room, state).paint(
            model.data(index, Role.OFFER), model.data(index, Role.PICTURE), model.data(index)
        )


class _Card(CardPaint):
    """One file that a source offers."""

    def paint(self, offer: Offer, picture: QPixmap | None, name: str) -> None:
        self.ground()
        field, words = self.fields()
        self.picture(field, picture, _ICONS.get(offer.thing, "file"))
        if offer.thing is Thing.VIDEO:
            self.tag(field, "")
        if offer.known:
            self._veil(field)
        below = self.title(words, name)
        size = phrases.size(offer.incoming.size)
        self.line(below, size, size)
        self.mark("check", filled=self.chosen)

    def _veil(self, field: QRectF) -> None:
        """Show that a file is probably in the vault: dimmer, and with the vault's own mark."""
        veil = QColor(self.colours.surface)
        veil.setAlphaF(0.55)
        self.painter.fillRect(field, veil)
        side = theme.space(6)
        place = QRectF(0, 0, side, side)
        place.moveTopRight(field.topRight())
        place.translate(-theme.space(1), theme.space(1))
        icons.paint(self.painter, "lock", place, "ink")
