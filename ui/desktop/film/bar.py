"""The bar under a video: play, steps, time, volume. Time runs from left to right in any language.

A video's clock is no text: like the picture it is not mirrored, and neither are the keys.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from ui.desktop import theme
from ui.desktop.editor.keys import Key, press
from ui.desktop.film import names
from ui.desktop.film.player import Player
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.text import one_line

_STEPS = 10_000
"""Places of the slider."""
_LOUD = 100
_JUMP = 5_000_000


class Bar(QWidget):
    """Drives one player."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.play = button("", player.toggle, "plain", "play", self.tr("Play or rest (Space)"))
        self.back = button(
            "", lambda: player.step(-1), "quiet", "frame-back", self.tr("One frame back (,)")
        )
        self.on = button(
            "", lambda: player.step(1), "quiet", "frame-on", self.tr("One frame on (.)")
        )
        self.place = _slider(_STEPS, self.tr("Place in the video"))
        self.place.setSingleStep(_STEPS // 100)
        self.time = one_line("", "small")
        self.mute = button("", self._mute, "quiet", "sound", self.tr("Sound on or off (M)"))
        self.mute.setCheckable(True)
        self.volume = _slider(_LOUD, self.tr("Volume"))
        self.volume.setValue(_LOUD)
        self.volume.setFixedWidth(theme.space(16))
        self._lay_out()
        self.place.valueChanged.connect(self._on_place)
        self.volume.valueChanged.connect(lambda _value: self._set_volume())
        player.moved.connect(self._on_moved)
        player.turned.connect(self._on_turned)
        player.opened.connect(lambda _film: self._on_opened())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        for part in (self.back, self.play, self.on):
            row.addWidget(part)
        row.addWidget(self.place, 1)
        row.addWidget(self.time)
        row.addWidget(self.mute)
        row.addWidget(self.volume)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of playing: those of editing tables; Space is heard elsewhere."""
        player = self._player
        return (
            ("K", player.rest),
            ("L", lambda: player.shuttle(1)),
            ("J", lambda: player.shuttle(-1)),
            (".", lambda: player.step(1)),
            (",", lambda: player.step(-1)),
            ("Ctrl+Right", lambda: player.seek(player.at + _JUMP)),
            ("Ctrl+Left", lambda: player.seek(player.at - _JUMP)),
            ("Ctrl+Home", lambda: player.seek(0)),
            ("Ctrl+End", lambda: player.seek(player.length)),
            ("M", lambda: press(self.mute)),
        )

    def _on_place(self, value: int) -> None:
        self._player.seek(self._player.length * value // _STEPS)

    def _on_opened(self) -> None:
        film = self._player.film
        sound = film is not None and film.sound
        self.mute.setVisible(sound)
        self.volume.setVisible(sound)
        for part in (self.back, self.on):
            part.setVisible(film is not None and film.width > 0)
        self._on_moved()

    def _on_moved(self) -> None:
        player = self._player
        if not self.place.isSliderDown():
            self.place.blockSignals(True)  # noqa: FBT003 # Qt's own shape
            self.place.setValue(player.at * _STEPS // max(player.length, 1))
            self.place.blockSignals(False)  # noqa: FBT003 # likewise
        said = f"{names.moment(player.at)} / {names.moment(player.length)}"
        if player.rate != 1:
            said = f"{player.rate}×  {said}"  # noqa: RUF001 # the sign for "times"
        self.time.setText(said)
        self.time.setMinimumWidth(self.time.fontMetrics().horizontalAdvance(said))

    def _on_turned(self) -> None:
        self.play.setIcon(icon("pause" if self._player.playing else "play"))
        self._on_moved()

    def _mute(self) -> None:
        self.mute.setIcon(icon("silent" if self.mute.isChecked() else "sound", "accent"))
        self._set_volume()

    def _set_volume(self) -> None:
        loud = self.volume.value() / _LOUD
        self._player.speaker.set_volume(loud, muted=self.mute.isChecked())


def _slider(most: int, name: str) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(0, most)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
