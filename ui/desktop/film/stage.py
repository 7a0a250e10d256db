"""What is worked on in the editor: a video's present frame, or how loud a recording is where."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desktop.film.canvas import FilmCanvas
from ui.desktop.film.draft import FilmDraft
from ui.desktop.film.player import Player
from ui.desktop.film.wave import Wave


class Stage(QStackedWidget):
    """The canvas, or the wave where there is no picture; then what is only for pictures is away."""

    def __init__(self, canvas: FilmCanvas, player: Player) -> None:
        super().__init__()
        self._canvas = canvas
        self.wave = Wave(player)
        self.addWidget(canvas)
        self.addWidget(self.wave)

    def show_draft(self, draft: FilmDraft, *of_pictures: QWidget) -> None:
        """Show a draft; ``of_pictures`` are seen only where it has a picture."""
        for part in of_pictures:
            part.setVisible(draft.has_picture)
        self.wave.show_loudness(b"")
        if draft.has_picture:
            self.setCurrentWidget(self._canvas)
            self._canvas.show_draft(draft, QImage())
            self._canvas.setFocus()
        else:
            self.setCurrentWidget(self.wave)

    def show_strip(self, _pictures: list[QImage], loudness: bytes) -> None:
        """Show the loudness once it is there."""
        self.wave.show_loudness(loudness)
