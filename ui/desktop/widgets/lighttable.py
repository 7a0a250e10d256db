"""Cards in as many columns as there is room for, under headings; smooth with fifty thousand.

Qt's own list view lays out every item and knows no headings. Here the place of a
card is computed from its row, so laying out costs one step for each heading,
and while it scrolls only what comes into view is painted.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.widgets.grid import Grid
from ui.desktop.widgets.text import font_of

Index = QModelIndex | QPersistentModelIndex


Size = Callable[[], QSize]
Say = Callable[[int], str]


class LightTable(QAbstractItemView):
    """Shows a model whose rows stand under headings, as cards that a delegate paints."""

    head_pressed = Signal(int)
    """The number of a section whose heading was pressed."""

    def __init__(self, smallest: Size, say_head: Say) -> None:
        """``smallest`` gives a card's least size, ``say_head`` the words of a section's heading."""
        super().__init__()
        self._smallest = smallest
        self._say_head = say_head
        self._grid = Grid((), 1, QSize(1, 1), 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # What is opaque can be moved while scrolling, and only the rest is painted anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def grid(self) -> Grid:
        """Where everything stands."""
        return self._grid

    def settle(self) -> None:
        """Lay out anew: rows, headings or the room for them have changed."""
        smallest = self._smallest()
        room = max(self.viewport().width(), 1)
        columns = max(room // smallest.width(), 1)
        width = max(room // columns, smallest.width())
        cell = QSize(width, smallest.height() + (width - smallest.width()) * 7 // 10)
        sections = getattr(self.model(), "sections", ())
        self._grid = Grid(sections, columns, cell, theme.space(10))
        self.updateGeometries()
        self.viewport().update()

    def rows(self) -> list[int]:
        """Return the selected rows in order; read from ranges, so that all are as quick as one."""
        ranges = _ranges(self.selectionModel().selection())
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select these rows, given in order, and no others."""
        model, chosen = self.model(), QItemSelection()
        for first, last in _runs(rows):
            chosen.append(QItemSelectionRange(model.index(first, 0), model.index(last, 0)))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(chosen, flag)

    # --- what Qt asks of every view ---

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= self._grid.firsts[-1]:
            return QRect()
        place = QRect(self._grid.cell_of(index.row()), self._grid.cell)
        place.translate(0, -self.verticalOffset())
        return self._mirrored(place)

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._near(point)
        if row < 0:
            return QModelIndex()
        index = self.model().index(row, 0)
        return index if self.visualRect(index).contains(point) else QModelIndex()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        place, bar = self.visualRect(index), self.verticalScrollBar()
        if place.isNull():
            return
        below = place.bottom() - self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + place.center().y() - self.viewport().height() // 2)
        elif place.top() < 0:
            bar.setValue(bar.value() + place.top())
        elif below > 0:
            bar.setValue(bar.value() + below)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = self._grid.firsts[-1] - 1
        if last < 0:
            return QModelIndex()
        current = self.currentIndex()
        row = self._moved(current.row(), action) if current.isValid() else 0
        return self.model().index(min(max(row, 0), last), 0)

    def _moved(self, row: int, action: QAbstractItemView.CursorAction) -> int:
        which = QAbstractItemView.CursorAction
        page = max(self.viewport().height() // self._grid.cell.height(), 1)
        forward = -1 if self.isRightToLeft() else 1
        steps = {which.MoveLeft: -forward, which.MoveRight: forward, which.MovePrevious: -1}
        lines = {
            which.MoveUp: -1,
            which.MoveDown: 1,
            which.MovePageUp: -page,
            which.MovePageDown: page,
        }
        if action in lines:
            return self._line(row, lines[action])
        if action in {which.MoveHome, which.MoveEnd}:
            return 0 if action == which.MoveHome else self._grid.firsts[-1] - 1
        return row + steps.get(action, 1)

    def _line(self, row: int, lines: int) -> int:
        """Return the row so many lines further down, in the same column as far as there is one."""
        grid = self._grid
        place = grid.cell_of(row)
        middle = place.x() + grid.cell.width() // 2
        step = 1 if lines > 0 else -1
        for _ in range(abs(lines)):
            beyond = place.y() + (grid.cell.height() if step > 0 else -1)
            if not 0 <= beyond < grid.height:
                return row
            number = grid.head_at(beyond)
            if number >= 0:  # over the heading, into the line beyond it
                beyond = grid.tops[number] + (theme.space(10) if step > 0 else -1)
            if beyond < 0:
                return row
            row = grid.near(middle, beyond)
            place = grid.cell_of(row)
        return row

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: Index) -> bool:
        return False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select from the card at one corner to the card at the other, as one reads."""
        rows = sorted((self._near(rect.topLeft()), self._near(rect.bottomRight())))
        chosen = QItemSelection()
        if rows[0] >= 0 and self.model() is not None:
            model = self.model()
            chosen.select(model.index(rows[0], 0), model.index(rows[1], 0))
        self.selectionModel().select(chosen, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where to paint anew: few cards are in view, so it is their rows that are asked."""
        seen, region = self._seen(), QRegion()
        for one in _ranges(selection):
            for row in range(max(one.top(), seen.start), min(one.bottom() + 1, seen.stop)):
                region += self.visualRect(self.model().index(row, 0))
        return region

    @override
    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self._grid.height - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme.space(12))
        # It keeps its room, so that no card moves when it is needed; then alone it is seen.
        bar.setEnabled(bar.maximum() > 0)
        super().updateGeometries()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = self._seen().start
        self.settle()
        if top:
            self.verticalScrollBar().setValue(self._grid.cell_of(top).y())

    @override
    def reset(self) -> None:
        super().reset()
        self.settle()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:  # Qt tells a view only of rows that are about to go
            model.rowsRemoved.connect(self.settle)

    @override
    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self.settle()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._grid.head_at(event.position().toPoint().y() + self.verticalOffset())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.head_pressed.emit(number)
            return
        super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        dirty = event.rect()
        painter.fillRect(dirty, QColor(theme.current().canvas))
        top = dirty.top() + self.verticalOffset()
        bottom = dirty.bottom() + self.verticalOffset()
        for number in self._grid.heads_between(top, bottom):
            self._paint_head(painter, number)
        self._paint_cards(painter, dirty, self._grid.rows_between(top, bottom))
        painter.end()

    def _paint_cards(self, painter: QPainter, dirty: QRect, rows: range) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        focused, current = self.hasFocus(), self.currentIndex().row()
        model, chosen = self.model(), self.selectionModel()
        delegate = self.itemDelegate()
        state = QStyle.StateFlag.State_Enabled
        for row in rows:
            index = model.index(row, 0)
            place = self.visualRect(index)
            if not place.intersects(dirty):
                continue
            own = state | (QStyle.StateFlag.State_Selected if chosen.isSelected(index) else state)
            if focused and row == current:
                own |= QStyle.StateFlag.State_HasFocus
            option.rect, option.state = place, own
            delegate.paint(painter, option, index)

    def _paint_head(self, painter: QPainter, number: int) -> None:
        words = self._say_head(number)
        if not words:
            return
        place = QRect(
            theme.space(1.5),
            self._grid.tops[number] - self.verticalOffset(),
            self.viewport().width() - theme.space(3),
            theme.space(9),
        )
        painter.setFont(font_of(1.0, bold=True))
        painter.setPen(QColor(theme.current().soft))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
        painter.drawText(place, flags, words)

    def _seen(self) -> range:
        top = self.verticalOffset()
        return self._grid.rows_between(top, top + self.viewport().height())

    def _near(self, point: QPoint) -> int:
        x = self.viewport().width() - 1 - point.x() if self.isRightToLeft() else point.x()
        return self._grid.near(x, point.y() + self.verticalOffset())

    def _mirrored(self, place: QRect) -> QRect:
        if self.isRightToLeft():
            place.moveLeft(self.viewport().width() - place.left() - place.width())
        return place


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and last of each run of rows that follow each other."""
    first = last = None
    for row in rows:
        if first is None or last is None or row != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last


def _ranges(selection: QItemSelection) -> Iterator[QItemSelectionRange]:
    """Give the ranges of a selection: it is a list to Qt, and not to Python's types."""
    return (selection.at(number) for number in range(selection.size()))
