"""The project's own icons: strokes on a 24 by 24 field, painted in the palette's colour.

Drawn for Firsthand, so there is no third party's licence to keep. They follow
the light and dark theme by themselves, since the colour is read while painting.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from ui.desktop import theme

_STROKES = {
    "library": "M4 5h7v6H4z M13 5h7v6h-7z M4 13h7v6H4z M13 13h7v6h-7z",
    "bundle": "M4 8l8-4 8 4v8l-8 4-8-4z M4 8l8 4 8-4 M12 12v8",
    "verify": "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z M8.5 12l2.5 2.5L15.5 9.5",
    "lock": "M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3 M12 14.5v2",
    "add": "M12 5v14 M5 12h14",
    "folder": "M3 6h6l2 2h10v11H3z",
    "file": "M6 3h8l4 4v14H6z M14 3v4h4",
    "back": "M11 5l-7 7 7 7 M4 12h16",
    "forward": "M13 5l7 7-7 7 M20 12H4",
    "backup": "M5 6.5c0-3 14-3 14 0v11c0 3-14 3-14 0z M5 6.5c0 3 14 3 14 0 M5 12c0 3 14 3 14 0",
    "close": "M6 6l12 12 M18 6L6 18",
    "location": "M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11z M12 12.5a2.2 2.2 0 1 0 0-4.4"
    " 2.2 2.2 0 0 0 0 4.4z",
    "device": "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z M11 18h2",
    "person": "M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M5 20c0-4 3-6.5 7-6.5s7 2.5 7 6.5",
    "identity": "M3 6h18v12H3z M8.5 12a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z"
    " M5.5 15.5c.4-1.6 1.5-2.2 3-2.2s2.6.6 3 2.2 M14.5 10h4 M14.5 13.5h4",
    "time": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M12 8v4.5l3 2",
    "history": "M4 12a8 8 0 1 0 2.5-5.8 M4 4v4h4 M12 8v4.5l3 2",
    "technical": "M5 8h9 M18 8h1 M5 16h1 M10 16h9 M16 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
    " M8 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
    "video": "M4 6h11v12H4z M15 10l5-3v10l-5-3",
    "picture": "M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.5 9.5h.01",
    "warn": "M12 4l9 16H3z M12 10v4.5 M12 17h.01",
    "good": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M8.5 12l2.5 2.5 4.5-5",
    "bad": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M9 9l6 6 M15 9l-6 6",
    "info": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M12 11v5 M12 8h.01",
    "search": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z M15.5 15.5L20 20",
    "eye": "M2.5 12C5 7.5 8 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.5 6.5-9.5 6.5S5 16.5 2.5 12z"
    " M12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z",
    "fit": "M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5",
    "zoom-in": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z M15.5 15.5L20 20 M10.5 8v5"
    " M8 10.5h5",
    "zoom-out": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z M15.5 15.5L20 20 M8 10.5h5",
    "clean": "M5 19l9-9 M12 8l4 4 M17 3v4 M15 5h4 M20 12v3 M18.5 13.5h3",
    "down": "M7 10l5 5 5-5",
    "check": "M6 12.5l4 4 8-9",
    "sealed": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
    "key": "M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M12 12h9 M17 12v3 M20.5 12v2.5",
    "save": "M12 4v11 M7.5 11L12 15.5 16.5 11 M5 20h14",
    "pick": "M6 4l12 7.5-5.2 1.3 3 5.7-2.2 1.2-3-5.8L6 17.5z",
    "box": "M4 6h16v12H4z",
    "ellipse": "M12 6c5 0 8.5 2.6 8.5 6s-3.5 6-8.5 6-8.5-2.6-8.5-6S7 6 12 6z",
    "brush": "M19.5 4.5c-4 2-7.5 5-9 8l2 2c3-1.500 6-5 8-9z M9.500 13.500c-2 0-3 1.300-3.200 3"
    " -.1 1.200-.8 2-2.300 2.500 3.500 1 7.500.4 7.500-3.500",
    "eraser": "M4.500 15.500l9-9 6 6-6.500 6.500H8z M9 11l6 6 M12 19h8",
    "hand": "M8 12V6.500a1.400 1.400 0 0 1 2.800 0V11 M10.800 11V5a1.400 1.400 0 0 1 2.800 0v6"
    " M13.600 11V6.500a1.400 1.400 0 0 1 2.800 0V14c0 4-2 6-5 6-2.500 0-4-1-5.500-4L4.300 12.800"
    "a1.300 1.300 0 0 1 2.200-1.300L8 13.500",
    "crop": "M7 3v14h14 M3 7h14v14",
    "undo": "M8 5L4 9l4 4 M4 9h10a5 5 0 0 1 0 10h-4",
    "redo": "M16 5l4 4-4 4 M20 9H10a5 5 0 0 0 0 10h4",
    "one-to-one": "M6 8l2-1.500V17 M16 8l2-1.500V17 M12 10v.01 M12 14v.01",
    "sieve": "M4 5h16l-6.5 7.500V19l-3-2v-4.500z",
    "delete": "M5 7h14 M9 7V4.500h6V7 M7 7l1 13h8l1-13 M10.500 11v5.500 M13.500 11v5.500",
    "card": "M7 3h7l4 4v14H7z M10 3v4 M13 3v4",
    "camera": "M4 7h4l1.500-2.500h5L16 7h4v12H4z M12 16.500a3.700 3.700 0 1 0 0-7.400"
    " 3.700 3.700 0 0 0 0 7.400z",
    "play": "M8 5l11 7-11 7z",
    "pause": "M9 5v14 M15 5v14",
    "frame-back": "M16 6l-8 6 8 6z M5.5 6v12",
    "frame-on": "M8 6l8 6-8 6z M18.5 6v12",
    "sound": "M4 9.500v5h3.500L12 18.500v-13L7.5 9.500z M15 9a4.5 4.5 0 0 1 0 6 M17.5 6.500a8"
    " 8 0 0 1 0 11",
    "silent": "M4 9.500v5h3.500L12 18.500v-13L7.5 9.500z M15.5 9.500l5 5 M20.5 9.500l-5 5",
    "cut": "M7 8.500a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400z M7 19.900a2.2 2.2 0 1 0"
    " 0-4.4 2.2 2.2 0 0 0 0 4.400z M9 7.500l11 9 M9 16.500l11-9",
    "split": "M12 4v16 M9 12H3 M5.5 9.500L3 12l2.5 2.5 M15 12h6 M18.5 9.500L21 12l-2.5 2.5",
    "join": "M12 4v16 M3 12h6 M6.5 9.500L9 12l-2.5 2.5 M21 12h-6 M17.5 9.500L15 12l2.5 2.5",
    "follow": "M4 17c4 0 4-10 8-10s4 10 8 10 M4 18.500v-3 M20 18.500v-3",
    "blank": "M4 6h16v12H4z M4 18L20 6",
    "mask": "M4 8c3-1.500 5-1.500 8 0 3-1.500 5-1.500 8 0 0 5-2 8-4 8s-3-2-4-2-2 2-4 2-4-3-4-8z",
    "tone": "M3 12c2-8 4-8 6 0s4 8 6 0 4-8 6 0",
    "mark-from": "M9 5H6v14h3 M13 12h6",
    "mark-to": "M15 5h3v14h-3 M11 12H5",
    "begin": "M5 5v14 M9 12h11 M12.5 8.5L9 12l3.5 3.5",
    "end": "M19 5v14 M4 12h11 M11.5 8.5L15 12l-3.5 3.5",
    "extend": "M4 5v14 M20 5v14 M7.5 12h9 M10 9.5L7.5 12l2.5 2.5 M14 9.5l2.5 2.5-2.5 2.5",
    "erase-key": "M12 6l6 6-6 6-6-6z M4 20L20 4",
    "send": "M4 12l16-8-5 16-4-6z M11 14l9-10",
    "outlets": "M4 10l8-6 8 6v10H4z M9 20v-6h6v6",
    "language": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M4 12h16 M12 4c-5 5-5 11 0 16"
    " M12 4c5 5 5 11 0 16",
    "theme": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M12 4v16 M12 8h5.5 M12 12h8 M12 16h5.5",
}

NAMES = frozenset(_STROKES)
_MIRRORED = {"back": "forward", "forward": "back"}
"""What points the other way where reading goes from right to left."""


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, pixels: int) -> QImage:
    """Return an icon as pixels: cards paint the same few icons thousands of times."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="none" '
        f'stroke="{colour}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" '
        f'd="{_STROKES[name]}"/></svg>'
    )
    return QSvgRenderer(QByteArray(svg.encode()))


def paint(painter: QPainter, name: str, field: QRectF, role: str = "ink") -> None:
    """Paint an icon into a square field in a colour role of the theme."""
    pixels = round(field.width() * painter.device().devicePixelRatio())
    painter.drawImage(field, _drawn(name, getattr(theme.current(), role), pixels))


def icon(name: str, role: str = "ink", checked_role: str | None = None) -> QIcon:
    """Return an icon that follows the theme; ``checked_role`` is for a checked button."""
    return QIcon(_Engine(name, role, checked_role or role))


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str, checked_role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._checked_role = checked_role

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = self._checked_role if state == QIcon.State.On else self._role
        if mode == QIcon.Mode.Disabled:
            role = "edge"
        side = min(rect.width(), rect.height())
        field = QRectF(0, 0, side, side)
        field.moveCenter(QRectF(rect).center())
        name = self._name
        if QGuiApplication.isRightToLeft():
            name = _MIRRORED.get(name, name)
        paint(painter, name, field, role)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self.pixmap(size, mode, state)

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._checked_role)
