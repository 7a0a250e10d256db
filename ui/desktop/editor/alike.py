"""The offer to do the same in the other photos of a burst."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop import phrases
from ui.desktop.widgets.buttons import button


class Alike(QWidget):
    """Hidden while there is no burst, or while this photo is not decided."""

    taken = Signal(tuple)
    """The ids of the other photos."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[str, ...] = ()
        self._ready = False
        self.press = button("", lambda: self.taken.emit(self._items), icon_name="library")
        self.press.setToolTip(
            self.tr(
                "Taken within seconds of this one. They get the same covers, and every face found "
                "in them is covered too, also where you left one visible here. (Ctrl+Shift+S)"
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.press)
        self.when(ready=False)

    def offer(self, items: tuple[str, ...]) -> None:
        """Offer these photos, once the present one is decided."""
        self._items = items
        self.when(ready=self._ready)

    def when(self, *, ready: bool) -> None:
        """Say whether everything in the present photo is decided."""
        self._ready = ready
        said = self.tr("Same in similar photos ({number})").format(
            number=phrases.count(len(self._items))
        )
        self.press.setText(said)
        self.press.setAccessibleName(said)
        self.setVisible(bool(self._items) and ready)
