"""Brush and eraser: painted squares, as the plan keeps them, and as Qt draws them.

A brush mask has one bit for each square of CELL by CELL pixels; Qt's images of
one bit a pixel hold the same bits in the same order, only with longer rows.
"""

import zlib
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from capture.redact.plan import Region, Shape, cells_of

CELL = 4
"""Side of a painted square, in pixels of the upright picture."""
_BLACK, _WHITE = 0xFF000000, 0xFFFFFFFF
_ALIGNED = 4


def painted(
    region: Region | None, points: Sequence[QPointF], radius: float, bounds: QRect, new: Region
) -> Region | None:
    """Return a brush region with a stroke added; None where the stroke is beside the picture.

    ``points`` and ``radius`` are in pixels of the upright picture, ``bounds`` is that picture;
    without a ``region`` the stroke makes one like ``new``.
    """
    wanted = _on_grid(_around(points, radius) & bounds)
    if wanted.isEmpty():
        return None
    if region is not None:
        wanted = wanted.united(_on_grid(_box(region)))
    image = _blank(wanted)
    if region is not None:
        _draw_region(image, region, wanted)
    _draw_stroke(image, points, radius, wanted, Qt.GlobalColor.white)
    return _region(region or new, image, wanted)


def erased(region: Region, points: Sequence[QPointF], radius: float) -> Region | None:
    """Return a region with a stroke taken away; None where nothing of it is left.

    A box or an ellipse becomes a brush region of the same outline first.
    """
    wanted = _on_grid(_box(region))
    image = _blank(wanted)
    _draw_region(image, region, wanted)
    before = image.copy()
    _draw_stroke(image, points, radius, wanted, Qt.GlobalColor.black)
    if image == before:
        return region
    return _region(region, image, wanted) if any(_rows(image)) else None


def image_of(region: Region) -> QImage:
    """Return a brush mask as an image of one bit a square, with a colour table of two."""
    rows, columns = cells_of(region)
    row_bytes = (columns + 7) // 8
    stride = -(-row_bytes // _ALIGNED) * _ALIGNED
    # What the person's own vault kept; the renderer checks it again in the confined child.
    bits = zlib.decompressobj().decompress(region.strokes, row_bytes * rows)
    lines = (bits[row * row_bytes : (row + 1) * row_bytes] for row in range(rows))
    data = b"".join(line.ljust(stride, b"\0") for line in lines)
    return QImage(data, columns, rows, stride, QImage.Format.Format_Mono).copy()


def _region(like: Region, image: QImage, box: QRect) -> Region:
    return replace(
        like,
        left=box.left(),
        top=box.top(),
        width=box.width(),
        height=box.height(),
        shape=Shape.BRUSH,
        strokes=zlib.compress(_rows(image), 9),
        cell=CELL,
    )


def _rows(image: QImage) -> bytes:
    row_bytes, stride = (image.width() + 7) // 8, image.bytesPerLine()
    bits = bytes(image.constBits())
    spare = row_bytes * 8 - image.width()
    lines = []
    for row in range(image.height()):
        line = bytearray(bits[row * stride : row * stride + row_bytes])
        line[-1] &= 0xFF << spare & 0xFF
        lines.append(bytes(line))
    return b"".join(lines)


def _blank(box: QRect) -> QImage:
    image = QImage(box.width() // CELL, box.height() // CELL, QImage.Format.Format_Mono)
    image.setColorTable([_BLACK, _WHITE])
    image.fill(0)
    return image


def _draw_region(image: QImage, region: Region, box: QRect) -> None:
    place = QRectF(
        (region.left - box.left()) / CELL,
        (region.top - box.top()) / CELL,
        region.width / CELL,
        region.height / CELL,
    )
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    match region.shape:
        case Shape.BOX:
            painter.drawRect(place.toAlignedRect())
        case Shape.ELLIPSE:
            painter.drawEllipse(QRectF(place.toAlignedRect()))
        case Shape.BRUSH:
            mask = image_of(region)
            mask.setColorTable([0, _WHITE])
            painter.drawImage(place, mask)
    painter.end()


def _draw_stroke(
    image: QImage, points: Sequence[QPointF], radius: float, box: QRect, colour: Qt.GlobalColor
) -> None:
    painter = QPainter(image)
    pen = QPen(colour, max(radius * 2 / CELL, 1.0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    line = [QPointF((p.x() - box.left()) / CELL, (p.y() - box.top()) / CELL) for p in points]
    if len(line) == 1:
        painter.drawPoint(line[0])
    else:
        painter.drawPolyline(line)
    painter.end()


def _around(points: Sequence[QPointF], radius: float) -> QRect:
    reach = radius + CELL
    left, right = min(p.x() for p in points), max(p.x() for p in points)
    top, bottom = min(p.y() for p in points), max(p.y() for p in points)
    whole = QRectF(left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach)
    return whole.toAlignedRect()


def _box(region: Region) -> QRect:
    return QRect(region.left, region.top, region.width, region.height)


def _on_grid(box: QRect) -> QRect:
    """Grow a box to whole squares; a brush may begin anywhere, but always on this grid."""
    if box.isEmpty():
        return QRect()
    left, top = box.left() // CELL * CELL, box.top() // CELL * CELL
    right, bottom = -(-(box.right() + 1) // CELL) * CELL, -(-(box.bottom() + 1) // CELL) * CELL
    return QRect(left, top, right - left, bottom - top)
