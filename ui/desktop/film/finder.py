"""What to look for in a whole video: faces by one press, other things from a menu."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from capture.detect.finding import FINDABLE
from capture.redact.plan import RegionKind
from ui.desktop import theme
from ui.desktop.editor.keys import Key, press
from ui.desktop.editor.names import kind_words
from ui.desktop.widgets.buttons import button


class Finder(QWidget):
    """Asks for looks; it looks for nothing itself."""

    wanted = Signal(tuple, str)
    """The RegionKinds to look for, and the words for the work."""

    def __init__(self) -> None:
        super().__init__()
        self.faces = button(self.tr("Find and follow faces"), self._find_faces, icon_name="person")
        self.faces.setToolTip(self.tr("Through the whole video (Ctrl+F)"))
        self.more = button("", None, "plain", "search", self.tr("Look for other things (F2)"))
        menu = QMenu(self.more)
        for kind in sorted(FINDABLE - {RegionKind.FACE}):
            asked = menu.addAction(kind_words(kind))
            asked.triggered.connect(lambda _on, kind=kind: self._find(kind))
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        row.addWidget(self.faces)
        row.addWidget(self.more)

    def keys(self) -> tuple[Key, ...]:
        """Return its keys."""
        return (("Ctrl+F", lambda: press(self.faces)), ("F2", self._open_more))

    def _find_faces(self) -> None:
        self._find(RegionKind.FACE)

    def _find(self, kind: RegionKind) -> None:
        said = self.tr("Looking through the video for: {kind}").format(kind=kind_words(kind))
        self.wanted.emit((kind,), said)

    def _open_more(self) -> None:
        if self.more.isVisible() and self.more.isEnabled():
            self.more.showMenu()
