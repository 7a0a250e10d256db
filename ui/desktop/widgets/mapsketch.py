"""A small sketch of where a file says it was made. It is drawn here, and nothing is fetched for it.

A map that loads tiles would tell somebody's server the very place. So there are outlines of land,
borders, and the nearest towns of the gazetteer that is in the app anyway: enough to see what a
pair of numbers means. North is up, and west is left in every language.
"""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from capture.places import outlines
from capture.places.outlines import PER_DEGREE, Line
from ui.desktop import phrases, theme
from ui.desktop.models.item import Spot
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import text

_SPANS = (3.0, 8.0, 24.0, 80.0, 360.0)
"""Degrees of latitude's length that are seen from left to right."""
_FIRST = 1
_FLATTEST = 0.15
_ROUND = 360 * PER_DEGREE
_DOT = 5.0


class MapSketch(QWidget):
    """Shows one place."""

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self._span = _FIRST
        self.map = _Map(spot)
        said = _said(spot)
        self.map.setAccessibleName(self.tr("Sketch of the place. {said}").format(said=said))
        self.closer = button("", lambda: self._zoom(-1), "quiet", "zoom-in", self.tr("Nearer"))
        self.further = button(
            "", lambda: self._zoom(1), "quiet", "zoom-out", self.tr("Further away")
        )
        row = layout.row(1)
        row.addWidget(text(said, "label"), 1)
        row.addWidget(self.further, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.closer, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.map)
        column.addLayout(row)
        column.addWidget(
            text(self.tr("Drawn from outlines in the app: nothing was fetched for it."), "small")
        )

    def _zoom(self, by: int) -> None:
        self._span = min(max(self._span + by, 0), len(_SPANS) - 1)
        self.map.show_span(_SPANS[self._span])
        self.closer.setEnabled(self._span > 0)
        self.further.setEnabled(self._span < len(_SPANS) - 1)


class _Map(QWidget):
    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self._spot = spot
        self._wide = _SPANS[_FIRST]
        self._flat = max(math.cos(math.radians(spot.latitude)), _FLATTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_span(self, wide: float) -> None:
        """Show more or less around the place: so many degrees of latitude's length across."""
        self._wide = wide
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.space(60), theme.space(38))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), theme.space(1.5), theme.space(1.5))
        painter.setClipPath(frame)
        painter.fillRect(self.rect(), QColor(colours.accent_soft))
        for turned in (-_ROUND, 0, _ROUND):  # what is seen may lie across the date line
            self._paint_world(painter, turned)
        self._paint_towns(painter)
        self._paint_spot(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.line), 2))
        painter.drawPath(frame)
        painter.end()

    def _paint_world(self, painter: QPainter, turned: int) -> None:
        colours = theme.current()
        seen = self._seen(turned)
        land = QPainterPath()
        for ring in (one for one in outlines.world().land if one.meets(*seen)):
            land.addPolygon(self._polygon(ring, turned))
            land.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.sunken))
        painter.drawPath(land)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.edge), 1, Qt.PenStyle.DashLine))
        for border in (one for one in outlines.world().borders if one.meets(*seen)):
            painter.drawPolyline(self._polygon(border, turned))

    def _seen(self, turned: int) -> tuple[int, int, int, int]:
        """Return what is seen as west, south, east, north, in the outlines' own numbers."""
        across = self._wide / 2 / self._flat
        down = self._wide / 2 * self.height() / max(self.width(), 1)
        east, north = self._spot.longitude, self._spot.latitude
        edges = (east - across, north - down, east + across, north + down)
        west, south, right, high = (round(edge * PER_DEGREE) for edge in edges)
        return west - turned, south, right - turned, high

    def _polygon(self, line: Line, turned: int) -> QPolygonF:
        return QPolygonF(
            [self._at((x + turned) / PER_DEGREE, y / PER_DEGREE) for x, y in line.points]
        )

    def _at(self, east: float, north: float) -> QPointF:
        scale = self.width() / self._wide
        x = (east - self._spot.longitude) * self._flat * scale
        y = (self._spot.latitude - north) * scale
        return QPointF(self.width() / 2 + x, self.height() / 2 + y)

    def _paint_towns(self, painter: QPainter) -> None:
        colours = theme.current()
        for name, dot, box in self.names():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft))
            painter.drawEllipse(dot, _DOT / 2, _DOT / 2)
            painter.setPen(QColor(colours.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def names(self) -> list[tuple[str, QPointF, QRectF]]:
        """Return those towns, nearest first, whose names are seen whole and lie over no other.

        Each with where its dot and its name stand, in pixels of this widget.
        """
        found: list[tuple[str, QPointF, QRectF]] = []
        for town in self._spot.towns:
            dot = self._at(self._beside_spot(town.longitude), town.latitude)
            box = self._name_at(town.name, dot)
            covers = any(box.intersects(taken) for _, _, taken in found)
            if QRectF(self.rect()).contains(box) and not covers:
                found.append((town.name, dot, box))
        return found

    def _beside_spot(self, east: float) -> float:
        """Return a longitude as it is counted from the place's side of the date line."""
        if abs(east - self._spot.longitude) > _ROUND / PER_DEGREE / 2:
            return east + math.copysign(_ROUND / PER_DEGREE, self._spot.longitude)
        return east

    def _name_at(self, name: str, at: QPointF) -> QRectF:
        """Return where a town's name stands: after its dot, or before it at the right edge."""
        letters = self.fontMetrics()
        box = QRectF(0, 0, letters.horizontalAdvance(name) + 1, letters.height())
        box.moveTopLeft(at + QPointF(_DOT, 0))
        if box.right() > self.width():
            box.moveTopRight(at + QPointF(-_DOT, 0))
        return box

    def _paint_spot(self, painter: QPainter) -> None:
        colours = theme.current()
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setBrush(QColor(colours.danger))
        painter.setPen(QPen(QColor(colours.surface), 2))
        painter.drawEllipse(middle, _DOT, _DOT)


def _said(spot: Spot) -> str:
    """Say the place as a person would: "3 km south of Tehran, Iran (35.6892° N, 51.3890° E)"."""
    numbers = "{north:.4f}°\u00a0{n},\u00a0{east:.4f}°\u00a0{e}".format(
        north=abs(spot.latitude),
        n="N" if spot.latitude >= 0 else "S",
        east=abs(spot.longitude),
        e="E" if spot.longitude >= 0 else "W",
    )
    numbers = f"\u2066{numbers}\u2069"  # one piece, read from the left, in no two lines
    if not spot.towns:
        return numbers
    town = spot.towns[0]
    back = (town.bearing + 180) % 360
    return phrases.away(round(town.distance_km), back, f"{town.name}, {town.country}", numbers)
