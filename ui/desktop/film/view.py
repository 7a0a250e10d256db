"""A video or a sound on the item page: picture or loudness, and the bar that plays it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from capture.decode.playable import Film
from capture.isolate import playing
from capture.isolate.playing import Strip
from ui.desktop import theme
from ui.desktop.editor.keys import listen
from ui.desktop.film.bar import Bar
from ui.desktop.film.player import Player
from ui.desktop.film.wave import Wave
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets.picture import PictureView


class FilmView(QWidget):
    """Plays one file at a time, decrypting as it goes; nothing of it lies on a disk."""

    failed = Signal(object)

    def __init__(self, session: Session, picture: PictureView) -> None:
        super().__init__()
        self._session = session
        self._blob = ""
        self.player = Player(session)
        self.picture = picture
        self.wave = Wave(self.player)
        self.bar = Bar(self.player)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.wave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        self.player.opened.connect(self._on_opened)
        self.player.shown.connect(self._on_shown)
        self.player.failed.connect(self.failed.emit)
        listen(self, self.bar.keys())
        self.show_picture()

    def show_picture(self) -> None:
        """Show a picture that does not move; what was played is let go of."""
        self.player.close()
        self._blob = ""
        self._stack.setCurrentWidget(self.picture)
        self.bar.hide()

    def show_film(self, blob: str) -> None:
        """Show a video or a sound at its beginning."""
        self._blob = blob
        self.wave.show_loudness(b"")
        self.bar.show()
        self.player.open(blob)

    @property
    def blob(self) -> str:
        """What is played; empty for a picture."""
        return self._blob

    def _on_opened(self, film: Film) -> None:
        self._stack.setCurrentWidget(self.picture if film.width else self.wave)
        if not film.width:
            self._listen_ahead(self._blob)

    def _on_shown(self, image: QImage) -> None:
        self.picture.show_next(image)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear Space where no button has it for itself."""
        if event.key() == Qt.Key.Key_Space and self._blob:
            self.player.toggle()
        else:
            super().keyPressEvent(event)

    def _listen_ahead(self, blob: str) -> None:
        """Have the loudness of a sound file measured, and show it."""

        def work(tick: Tick, _tell: Tell) -> Strip:
            with self._session.vault.open_blob(blob) as source:
                return playing.strip(self._session.pool, source, 1, tick)

        def show(strip: Strip) -> None:
            if blob == self._blob:
                self.wave.show_loudness(strip.loudness)

        self._session.look(work).succeeded.connect(show)
