"""Where cards and headings stand on a light table: arithmetic over rows, without a widget."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QSize

from ui.desktop.models.sieve import Section


class Grid:
    """Where cards and headings stand: pure arithmetic over rows, in pixels of the content."""

    def __init__(self, sections: Sequence[Section], columns: int, cell: QSize, head: int) -> None:
        """``head`` is the height of a heading; a section without words has none."""
        self.sections = sections
        self.columns = columns
        self.cell = cell
        self._heads = [head if section.key else 0 for section in sections]
        counts, line = [section.count for section in sections], cell.height()
        heights = [
            top + -(-count // columns) * line
            for count, top in zip(counts, self._heads, strict=True)
        ]
        self.tops = [0, *accumulate(heights)]
        self.firsts = [0, *accumulate(counts)]

    @property
    def height(self) -> int:
        """How high all of it is."""
        return self.tops[-1]

    def section_of(self, row: int) -> int:
        """Return the number of the section that holds a row."""
        return bisect_right(self.firsts, row) - 1

    def cell_of(self, row: int) -> QPoint:
        """Return where a row's card begins, as if reading went from left to right."""
        number = self.section_of(row)
        line, column = divmod(row - self.firsts[number], self.columns)
        top = self.tops[number] + self._heads[number] + line * self.cell.height()
        return QPoint(column * self.cell.width(), top)

    def near(self, x: int, y: int) -> int:
        """Return the row whose card is at a point, or else the nearest; -1 where there is none."""
        if not self.sections:
            return -1
        number = min(max(bisect_right(self.tops, y) - 1, 0), len(self.sections) - 1)
        within = y - self.tops[number] - self._heads[number]
        line = max(within // self.cell.height(), 0)
        column = min(max(x // self.cell.width(), 0), self.columns - 1)
        count = self.sections[number].count
        return self.firsts[number] + min(line * self.columns + column, count - 1)

    def rows_between(self, top: int, bottom: int) -> range:
        """Return the rows of which something may be seen between two heights."""
        if not self.sections or bottom < 0 or top >= self.height:
            return range(0)
        return range(self.near(0, top), self.near(self.columns * self.cell.width(), bottom) + 1)

    def heads_between(self, top: int, bottom: int) -> range:
        """Return the numbers of the sections whose headings may be seen between two heights."""
        first = max(bisect_right(self.tops, top) - 1, 0)
        return range(first, min(bisect_right(self.tops, bottom), len(self.sections)))

    def head_at(self, y: int) -> int:
        """Return the number of the section whose heading is at a height, -1 where none is."""
        number = bisect_right(self.tops, y) - 1
        if not 0 <= number < len(self.sections):
            return -1
        return number if y - self.tops[number] < self._heads[number] else -1
