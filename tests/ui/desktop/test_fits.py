"""What a page needs of the screen: it scrolls only where it must, and squeezes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.desktop.theme import Theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.text import text
from ui.desktop.window import Window

from .conftest import WAIT, Enter

SMALL = QSize(1366, 768)
LINES = "Words that wrap, and wrap again, and are long enough for it on any screen that is. " * 4


ROOMS = ("library", "source", "item", "editor", "film", "review", "bundle", "keys", "receive")
SENDING = ("outbox", "outlets", "send", "post")


@pytest.fixture
def twice_as_large(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """Have letters of twice the size, as the system gives them to who asks for it."""
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(larger)
    theme.apply()
    yield
    qapp.setFont(font)
    theme.apply()


def squeezed(page: QWidget) -> list[str]:
    """Return the controls that have less room than their words need."""
    kinds: tuple[type[QWidget], ...] = (QPushButton, QComboBox, QLineEdit)
    every = [one for kind in kinds for one in page.findChildren(kind) if one.isVisible()]
    return [
        f"{type(one).__name__} {one.accessibleName()!r}: {one.size()}"
        for one in every
        if one.width() < (one.minimumWidth() or one.minimumSizeHint().width())
        or one.height() < one.minimumSizeHint().height()
    ]


def settled(window: Window, page: QWidget) -> None:
    window.go(page)
    for _ in range(6):
        QApplication.processEvents()


def test_with_letters_of_twice_the_size_nothing_is_squeezed_and_all_of_it_can_be_reached(
    twice_as_large: None, window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    window.resize(SMALL)
    for page in (window.welcome, window.create_page, window.unlock, window.verify):
        settled(window, page)
        assert squeezed(page) == []
    enter(tmp_path / "vault")
    qtbot.waitUntil(window.library.empty.isVisible, timeout=WAIT)
    pages = [getattr(window, name) for name in ROOMS]
    pages += [window.backups, *(getattr(window.sendings, name) for name in SENDING)]
    (area,) = (one for one in window.findChildren(QScrollArea) if one.widget() is window._stack)
    for page in pages:
        settled(window, page)
        assert squeezed(page) == [], type(page).__name__
        seen = area.viewport().size()
        across, down = area.horizontalScrollBar(), area.verticalScrollBar()
        assert page.width() - seen.width() <= across.maximum()
        assert page.height() - seen.height() <= down.maximum()
    assert window.rail.width() < SMALL.width() / 8, "marks alone"
    ways = window.rail.findChildren(QPushButton)
    assert all(one.toolTip() and not one.icon().isNull() for one in ways)


def test_a_squeezed_control_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    pressed = QPushButton("Words that need some room", page)
    pressed.resize(20, 40)
    page.show()
    assert len(squeezed(page)) == 1


def test_with_letters_as_they_are_the_ways_have_their_words(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    window.resize(SMALL)
    enter(tmp_path / "vault")
    wide = window.rail.width()
    assert not squeezed(window.rail)
    window.rail.suit(600)
    assert window.rail.width() < wide / 2
    window.rail.suit(SMALL.width())
    assert window.rail.width() == wide


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
