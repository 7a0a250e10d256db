"""The pictures that a file still holds beside the one that is seen: each small, with a caption."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from capture.report import Embedded, HiddenPicture, Likeness
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.picture import to_image
from ui.desktop.widgets.text import frame, rule, text

SIDE = 256
"""Longest side in pixels in which the pictures are asked for: sharp at twice the size shown."""

_MOST = 20
_SHOWN_STEPS = 32
_TELLS_MORE = frozenset((Likeness.OTHER_SHAPE, Likeness.OTHER_CONTENT))


@dataclass(frozen=True, slots=True)
class Seen:
    """One hidden part as the screen needs it; made in a worker's thread."""

    image: QImage | None
    likeness: Likeness


def seen(found: Sequence[HiddenPicture]) -> dict[Embedded, Seen]:
    """Turn what the child gave into images; may run in any thread."""
    return {
        one.part: Seen(None if one.picture is None else to_image(one.picture), one.likeness)
        for one in found
    }


class HiddenPictures(QWidget):
    """Lists the parts at once, and shows their pictures when they are there."""

    def __init__(self, embedded: Sequence[Embedded]) -> None:
        super().__init__()
        self.rows = {part: _Row(part) for part in embedded[:_MOST]}
        lines = layout.column(2, 3)
        lines.addWidget(text(self.tr("Hidden inside"), "heading"))
        for number, row in enumerate(self.rows.values()):
            if number:
                lines.addWidget(rule())
            lines.addWidget(row)
        if len(embedded) > _MOST:
            more = phrases.count(len(embedded) - _MOST)
            lines.addWidget(text(self.tr("… and {number} more").format(number=more)))
        box = frame("card")
        box.setLayout(lines)
        around = layout.column(0)
        around.addWidget(box)
        self.setLayout(around)

    def show_pictures(self, found: Mapping[Embedded, Seen]) -> None:
        """Show the pictures of the parts that have one."""
        for part, row in self.rows.items():
            if part in found:
                row.show_picture(found[part])


class _Row(QWidget):
    """One part: its picture on the leading side, what it is, and how it differs."""

    def __init__(self, part: Embedded) -> None:
        super().__init__()
        self._name = words.embedded_name(part.kind)
        self.picture = QLabel()
        self.picture.setFixedWidth(theme.space(_SHOWN_STEPS))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.picture.hide()
        self.said = text("", "small")
        self.said.hide()
        self._mark = QLabel()
        self._mark.hide()
        caption = layout.column(1)
        caption.addWidget(text(f"{self._name}, {phrases.size(part.size)}"))
        differs = layout.row(1)
        differs.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        differs.addWidget(self.said, 1)
        caption.addLayout(differs)
        caption.addStretch(1)
        line = layout.row(3)
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(caption, 1)
        self.setLayout(line)

    def show_picture(self, one: Seen) -> None:
        """Show the picture, and say in words what is to be seen from it."""
        if one.image is None:
            return
        self.picture.setPixmap(_fitted(one.image, self.devicePixelRatioF()))
        said = words.likeness_name(one.likeness)
        self.picture.setAccessibleName(f"{self._name}. {said}" if said else self._name)
        self.picture.show()
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if one.likeness in _TELLS_MORE:
            side = theme.space(5)
            self._mark.setPixmap(icon("warn", "warn").pixmap(QSize(side, side)))
            self._mark.show()


def _fitted(image: QImage, ratio: float) -> QPixmap:
    """Scale a picture down to its place on the screen; small ones are not blown up."""
    side = theme.space(_SHOWN_STEPS)
    room = QSize(round(side * ratio), round(side * ratio))
    if image.width() > room.width() or image.height() > room.height():
        image = image.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
