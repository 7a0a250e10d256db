"""A line of widgets that goes on in the next line where there is no room, in reading direction."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.widgets import layout


class Flow(QLayout):
    """Lays widgets out at their own size, as words in a paragraph.

    With ``end``, the lines end where reading ends, as buttons beside a title do.
    """

    def __init__(self, *, end: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._end = end
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.space(2))

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        lines = self._lines(width)
        return sum(_height(line) for line in lines) + self.spacing() * max(len(lines) - 1, 0)

    @override
    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() + self.spacing() for item in shown)
        return QSize(width, _height(shown))

    @override
    def minimumSize(self) -> QSize:
        shown = self._shown()
        return QSize(max((item.minimumSize().width() for item in shown), default=0), _height(shown))

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        rtl = isinstance(parent, QWidget) and parent.isRightToLeft()
        top = rect.top()
        for line in self._lines(rect.width()):
            high = _height(line)
            left = rect.left()
            if self._end:
                left += rect.width() - self._width(line)
            for item in line:
                size = item.sizeHint()
                wide = min(size.width(), rect.width())
                place = QRect(
                    QPoint(left, top + (high - size.height()) // 2), QSize(wide, size.height())
                )
                if rtl:
                    place.moveLeft(rect.left() + rect.right() - place.right())
                item.setGeometry(place)
                left += wide + self.spacing()
            top += high + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _width(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._shown():
            if lines and self._width([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)


def named(label: QWidget, field: QWidget) -> QWidget:
    """Return a field behind its label, which stay in one line."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.space(2))
    line.addWidget(label)
    line.addWidget(field)
    return layout.holding(line)


def flowing(*widgets: QWidget, end: bool = False) -> QWidget:
    """Return a widget that holds these in lines as they fit."""
    made, lines = QWidget(), Flow(end=end)
    for widget in widgets:
        lines.addWidget(widget)
    made.setLayout(lines)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
