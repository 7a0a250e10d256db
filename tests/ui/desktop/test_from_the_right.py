"""Labels that are read from the right: no line loses a letter at its edge."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.desktop.widgets.text import text

WORDS = "مقصد نام و گذرواژهٔ روی کارتش را نمی‌پذیرد. از مقصد کارت تازه‌ای بخواهید. چیزی از دست نمی‌رود."
MIXED = "\u200fFirsthand چیزی منتشر نمی‌کند و هر فایل را پیش از نام دادن دوباره می‌خواند.\nسطر دیگر."


@pytest.fixture(autouse=True)
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def ink(label: QLabel) -> set[int]:
    """The columns in which anything is painted, by their distance from the right."""
    picture = label.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wide, high = picture.width(), picture.height()
    white = QColor("white").rgb()
    return {
        wide - 1 - x for x in range(wide) if any(picture.pixel(x, y) != white for y in range(high))
    }


@pytest.mark.parametrize("words", [WORDS, MIXED, "http://example.org/ is where it was"])
@pytest.mark.parametrize("wide", [150, 233, 301])
def test_what_wraps_is_painted_where_a_document_has_it(qtbot: QtBot, words: str, wide: int) -> None:
    """Qt paints a text that can be selected as a document, which is right at both edges."""
    plain, selectable = text(words), text(words, select=True)
    for one in (plain, selectable):
        qtbot.addWidget(one)
        one.setStyleSheet("background: white; color: black")
        one.setFixedSize(wide, 200)
        one.show()
    assert ink(plain)
    assert min(ink(plain)) == min(ink(selectable))
    assert max(ink(plain)) == max(ink(selectable))


def test_lines_stand_where_the_label_wants_them(qtbot: QtBot) -> None:
    middle = text(WORDS)
    middle.setAlignment(Qt.AlignmentFlag.AlignCenter)
    qtbot.addWidget(middle)
    middle.setStyleSheet("background: white; color: black")
    middle.setFixedSize(301, 200)
    middle.show()
    painted = ink(middle)
    assert abs(min(painted) - (300 - max(painted))) <= 2
