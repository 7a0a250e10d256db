import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.desktop import app as desktop
from ui.desktop import process
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


@pytest.mark.parametrize("sign", ["key", "mouse", "input method"])
def test_a_sign_of_life_begins_the_wait_anew(idle: IdleLock, qtbot: QtBot, sign: str) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    idle._timer.stop()
    if sign == "key":
        QTest.keyClick(field, Qt.Key.Key_A)
    elif sign == "input method":
        QApplication.sendEvent(field, QInputMethodEvent("က", []))
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


class Ended(BaseException):
    """What stands for the end of the process."""


@pytest.mark.parametrize("lock", [desktop.lock, desktop.lock_this_moment])
def test_the_keys_go_whatever_else_goes_wrong(
    lock: Callable[[Window], None], window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(wiped: Path | None = None) -> None:
        raise Ended

    def fail(*_asked: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(process, "lock", end)
    monkeypatch.setattr(window, "settle", fail)
    monkeypatch.setattr(window, "delete_now", fail)
    with pytest.raises(Ended):
        lock(window)
    monkeypatch.undo()


def test_the_process_ends_though_no_new_one_can_be_started(tmp_path: Path) -> None:
    left: list[int] = []
    with pytest.raises(FileNotFoundError):
        process.lock([str(tmp_path / "pulled out with its stick")], left.append)
    assert left == [0]


def test_a_window_that_fails_to_close_its_vault_quits_all_the_same(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError

    quitted: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: quitted.append(True))
    monkeypatch.setattr(window, "close_session", fail)
    with pytest.raises(RuntimeError):
        window.closeEvent(QCloseEvent())
    monkeypatch.undo()
    assert quitted == [True]


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
