"""What a page needs of the screen: it scrolls only where it must, and squeezes nothing."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.widgets import layout
from ui.desktop.widgets.text import text
from ui.desktop.window import Window

SMALL = QSize(1366, 768)
LINES = "Words that wrap, and wrap again, and are long enough for it on any screen that is. " * 4


@pytest.mark.parametrize("name", ["welcome", "create_page", "unlock", "verify", "restore"])
def test_a_page_before_a_vault_needs_no_scrolling_on_a_small_screen(
    window: Window, qapp: QApplication, name: str
) -> None:
    window.resize(SMALL)
    if name == "restore":
        window.to_restore()
    else:
        window.go(getattr(window, name))
    page = getattr(window, name)
    for _ in range(5):
        qapp.processEvents()
    for area in page.findChildren(QScrollArea):
        assert not area.verticalScrollBar().isVisible(), name


def shown(qtbot: QtBot, inside: list[QWidget]) -> QScrollArea:
    column = QVBoxLayout()
    for one in inside:
        column.addWidget(one)
    area = layout.scrolled(layout.holding(column))
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    return area


def test_what_is_higher_than_the_page_scrolls_and_is_not_squeezed(
    qtbot: QtBot, qapp: QApplication
) -> None:
    fields: list[QWidget] = [QLineEdit() for _ in range(30)]
    for more in ([], [text(LINES)]):
        area = shown(qtbot, [*fields, *more])
        qapp.processEvents()
        assert area.verticalScrollBar().isVisible()
        assert all(one.height() >= one.minimumSizeHint().height() for one in fields)


def test_what_wraps_is_as_high_as_its_lines(qtbot: QtBot, qapp: QApplication) -> None:
    label = text(LINES)
    area = shown(qtbot, [label])
    qapp.processEvents()
    assert not area.verticalScrollBar().isVisible()
    assert label.height() >= label.heightForWidth(label.width())
