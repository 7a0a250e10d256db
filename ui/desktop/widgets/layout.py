"""How pages are laid out: a readable column in the middle, or a scrolled one."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.widgets.text import text

_READABLE_STEPS = 150
"""Widest text column, in steps of the spacing scale: about 75 characters."""


def column(spacing: float = 3, margin: float = 0) -> QVBoxLayout:
    """Return a vertical layout on the spacing scale."""
    made = QVBoxLayout()
    made.setSpacing(theme.space(spacing))
    made.setContentsMargins(*[theme.space(margin)] * 4)
    return made


def as_page(lines: QVBoxLayout, foot: float = 0) -> None:
    """Give a layout the margins and the spacing of a whole page, and a foot, in steps."""
    margin = theme.space(5)
    lines.setContentsMargins(margin, margin, margin, theme.space(foot))
    lines.setSpacing(theme.space(3))


def row(spacing: float = 2) -> QHBoxLayout:
    """Return a horizontal layout on the spacing scale."""
    made = QHBoxLayout()
    made.setSpacing(theme.space(spacing))
    made.setContentsMargins(0, 0, 0, 0)
    return made


def clear(lines: QLayout) -> None:
    """Take every widget out of a layout and let go of it."""
    while (item := lines.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def holding(layout: QLayout) -> QWidget:
    """Return a plain widget around a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def scrolled(content: QWidget) -> QScrollArea:
    """Return a page that scrolls up and down where it must, and never sideways."""
    content.setProperty("role", "page")
    area = _Scrolled()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class _Scrolled(QScrollArea):
    """Scrolls only what is higher than the page."""

    @override
    def minimumSizeHint(self) -> QSize:
        """Return at least the width of the content: it is never cut off at its side."""
        least, content = super().minimumSizeHint(), self.widget()
        if content is not None:
            beside = self.verticalScrollBar().sizeHint().width()
            least.setWidth(max(least.width(), content.minimumSizeHint().width() + beside))
        return least

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        content = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and watched is content and content is not None:
            self._let_wrap(content)
        return super().eventFilter(watched, event)

    @staticmethod
    def _let_wrap(content: QWidget) -> None:
        """Let the content's height follow from its width, where it wraps.

        Qt would have it at least as high as with lines that wrap much earlier.
        """
        inside = content.layout()
        wraps = inside is not None and inside.hasHeightForWidth()
        content.setMinimumHeight(1 if wraps else 0)


def centred(content: QLayout, steps: int = _READABLE_STEPS) -> QWidget:
    """Return a widget that keeps the content in a readable column in its middle."""
    inner = holding(content)
    inner.setMaximumWidth(theme.space(steps))
    outer = QHBoxLayout()
    outer.setContentsMargins(*[theme.space(6)] * 4)
    outer.addStretch(1)
    outer.addWidget(inner, 100)
    outer.addStretch(1)
    return holding(outer)


def split(way: Qt.Orientation, handle: str, *parts: tuple[QWidget, float]) -> QSplitter:
    """Return two parts with a handle between them that is called this; none can be shut.

    Each part has its size at the beginning, in steps of the spacing scale; the first one grows.
    """
    made = QSplitter(way)
    made.setChildrenCollapsible(False)
    for part, _ in parts:
        made.addWidget(part)
    made.setStretchFactor(0, 1)
    made.setSizes([theme.space(size) for _, size in parts])
    made.handle(1).setAccessibleName(handle)
    return made


def ended(content: QVBoxLayout, press: QWidget) -> None:
    """End a page with the button that does what it is for, and room below."""
    last = row()
    last.addStretch(1)
    last.addWidget(press)
    content.addLayout(last)
    content.addStretch(1)


def topped(content: QVBoxLayout, *widgets: QWidget) -> None:
    """Begin a page with a row: the way back, its title."""
    in_a_row(content, *widgets)


def titled(back: QWidget, title: QWidget, *more: QWidget) -> QHBoxLayout:
    """Return the row above an editor: the way back, a title that takes all room, what is done."""
    made = row()
    made.addWidget(back)
    made.addWidget(title, 1)
    for widget in more:
        made.addWidget(widget)
    return made


def in_a_row(content: QVBoxLayout, *widgets: QWidget, spacing: float = 2) -> None:
    """Add a row that begins where the text above it does: the buttons of a card."""
    line = row(spacing)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    content.addLayout(line)


def explained(title: str, said: str) -> QVBoxLayout:
    """Return the column of a card that begins with its title and what it is about."""
    made = column(1.5, 3)
    made.addWidget(text(title, "heading"))
    made.addWidget(text(said, "soft"))
    return made


def fill(
    page: QWidget, content: QLayout, *below: QWidget, steps: int = _READABLE_STEPS
) -> QScrollArea:
    """Fill a page with a readable column that scrolls where it must, and what stays below it."""
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    area = scrolled(centred(content, steps))
    lines.addWidget(area, 1)
    for widget in below:
        lines.addWidget(widget)
    return area
