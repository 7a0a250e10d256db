"""Nothing in the window moves by itself, so whoever asked the system for less motion has it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.theme import Theme
from ui.desktop.widgets.bar import Bar
from ui.desktop.window import Window

from .conftest import WAIT, Enter


def moving(qapp: QApplication) -> list[QAbstractAnimation]:
    """Return every animation of what is shown; a style has one running for each widget."""
    tops = [one for one in qapp.topLevelWidgets() if one.isVisible()]
    for one in tops:
        one.grab()
    every = [found for one in tops for found in one.findChildren(QAbstractAnimation)]
    return [one for one in every if one.state() == QAbstractAnimation.State.Running]


@pytest.mark.parametrize(("make", "moves"), [(QProgressBar, True), (lambda: Bar("far"), False)])
def test_a_bar_of_unknown_length_stands_still(
    make: Callable[[], QProgressBar],
    moves: bool,  # noqa: FBT001 # a parameter
    qtbot: QtBot,
    theme: Theme,
) -> None:
    bar = make()
    bar.setRange(0, 0)
    qtbot.addWidget(bar)
    bar.show()
    qtbot.waitExposed(bar)
    assert bool(moving(theme._app)) is moves
    assert len({pixel(bar, x) for x in range(0, bar.width(), 2)}) > 1, "something is painted"


def pixel(bar: QWidget, x: int) -> int:
    return bar.grab().toImage().pixel(x, bar.height() // 2)


def test_no_bar_is_qts_own_where_the_length_may_be_unknown(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    page = window.library
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 0, timeout=WAIT)
    for name in ("source", "item", "editor", "film", "bundle", "keys", "receive", "backups"):
        window.go(getattr(window, name))
        assert moving(QApplication.instance()) == []  # type: ignore[arg-type] # it is one
    own = [one for one in window.findChildren(QProgressBar) if not isinstance(one, Bar)]
    assert all(one.maximum() > one.minimum() for one in own)
