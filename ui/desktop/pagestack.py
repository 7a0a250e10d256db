"""The pages of the window, one of which is shown; what there is no room for can be scrolled to.

With letters of twice the size a page needs more than a small screen has. It is then as large as it
must be, and moves, rather than having its parts pressed into each other.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget
from typing_extensions import override


class Pages(QStackedWidget):
    """Needs the room of the page that is shown, and not that of the largest."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def scrolled(self) -> QScrollArea:
        """Return an area that scrolls both ways, where it must; Tab does not stop at it."""
        area = QScrollArea()
        area.setWidget(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    @override
    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.minimumSizeHint()

    @override
    def heightForWidth(self, wide: int) -> int:
        """Return how high the page must be at least: an area that scrolls asks for this."""
        shown = self.currentWidget()
        if shown is None:
            return 0
        inside = shown.layout()
        if inside is None or not inside.hasHeightForWidth():
            return shown.minimumSizeHint().height()
        return inside.totalMinimumHeightForWidth(wide)

    @override
    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.sizeHint()
