"""A vault locks when the computer sleeps, its lid is shut, its screen is locked: by a real bus."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import Tool
from ui.desktop.idle import IdleLock
from ui.desktop.outside import Outside

LISTEN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from ui.desktop.outside import Outside
app = QCoreApplication([])
outside = Outside()
outside.left.connect(lambda: print("left", flush=True))
outside.screen_locked.connect(lambda: print("locked", flush=True))
QTimer.singleShot(0, lambda: print(outside.hears, flush=True))
app.exec()
"""

LOGIND = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep")
SESSION = ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session.Lock")
SCREEN = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged")


@pytest.fixture
def bus(tool: Tool) -> Iterator[str]:
    """Give the address of a bus of this test's own."""
    tool("dbus-send")
    asked = [tool("dbus-daemon"), "--session", "--nofork", "--print-address"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def say(bus: str, what: tuple[str, str], *values: str) -> None:
    asked = ["dbus-send", f"--bus={bus}", "--type=signal", *what, *values]
    subprocess.run(asked, check=True)


def test_sleep_and_a_locked_screen_are_heard_and_waking_is_not(bus: str) -> None:
    told = {"DBUS_SYSTEM_BUS_ADDRESS": bus, "DBUS_SESSION_BUS_ADDRESS": bus}
    listening = subprocess.Popen(
        [sys.executable, "-c", LISTEN],
        env={**os.environ, **told, "PYTHONPATH": str(Path(__file__).parents[3])},
        stdout=subprocess.PIPE,
        text=True,
    )
    with listening:
        assert listening.stdout is not None
        heard = listening.stdout.readline
        assert heard() == "True\n"
        say(bus, LOGIND, "boolean:false")
        say(bus, LOGIND, "boolean:true")
        assert heard() == "left\n"
        say(bus, SESSION)
        assert heard() == "locked\n"
        say(bus, SCREEN, "boolean:false")
        say(bus, SCREEN, "boolean:true")
        assert heard() == "locked\n"
        listening.kill()


def test_the_lid_counts_when_it_is_shut_alone(qapp: QApplication, qtbot: QtBot) -> None:
    outside = Outside()
    with qtbot.assertNotEmitted(outside.left):
        outside.on_power("org.freedesktop.UPower", {"OnBattery": True}, [])
        outside.on_power("org.freedesktop.UPower", {"LidIsClosed": False}, [])
    with qtbot.waitSignal(outside.left):
        outside.on_power("org.freedesktop.UPower", {"LidIsClosed": True}, [])


def test_where_nothing_is_told_nothing_is_claimed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert Outside().hears is False


def test_a_locked_screen_locks_when_the_work_is_done_unless_somebody_is_back(
    qapp: QApplication, qtbot: QtBot
) -> None:
    busy = [True]
    idle = IdleLock(qapp, lambda: busy[0], 3_600_000)
    with qtbot.assertNotEmitted(idle.passed):
        idle.leave()
    assert idle._timer.isActive()
    assert idle._timer.interval() == 1000
    busy[0] = False
    with qtbot.waitSignal(idle.passed):
        idle._on_time()
    with qtbot.waitSignal(idle.passed):
        idle.leave()
    qapp.removeEventFilter(idle)
    idle.deleteLater()
