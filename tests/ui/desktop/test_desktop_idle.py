import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.desktop import app as desktop
from ui.desktop.idle import IdleLock
from ui.desktop.window import Window


@pytest.fixture
def busy() -> list[bool]:
    return [False]


@pytest.fixture
def idle(qapp: QApplication, busy: list[bool]) -> Iterator[IdleLock]:
    made = IdleLock(qapp, lambda: busy[0])
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


def test_a_vault_that_nobody_touches_is_locked(qapp: QApplication, qtbot: QtBot) -> None:
    idle = IdleLock(qapp, lambda: False, milliseconds=1)
    with qtbot.waitSignal(idle.passed, timeout=10_000):
        pass
    qapp.removeEventFilter(idle)


@pytest.mark.parametrize("sign", ["key", "mouse"])
def test_a_sign_of_life_begins_the_wait_anew(idle: IdleLock, qtbot: QtBot, sign: str) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    idle._timer.stop()
    if sign == "key":
        QTest.keyClick(field, Qt.Key.Key_A)
    else:
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert idle._timer.isActive()


def test_work_under_way_is_not_cut_off(idle: IdleLock, busy: list[bool], qtbot: QtBot) -> None:
    busy[0] = True
    idle._timer.stop()
    with qtbot.assertNotEmitted(idle.passed):
        idle._on_time()
    assert idle._timer.isActive()
    busy[0] = False
    with qtbot.waitSignal(idle.passed):
        idle._on_time()


def test_without_a_vault_there_is_nothing_to_lock(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[Window] = []
    monkeypatch.setattr(desktop, "lock", locked.append)
    desktop.lock_if_open(window)
    assert locked == []


def test_a_bug_is_said_in_the_window_and_not_on_standard_error(
    window: Window, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desktop._say_bugs_in(window)
    error = ValueError("/home/witness/IMG_1.jpg")
    sys.excepthook(type(error), error, None)
    assert "ValueError" in window.bug.words
    assert "IMG_1" not in window.bug.words
    assert capsys.readouterr().err == ""
