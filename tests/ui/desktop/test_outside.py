"""A vault locks when the computer sleeps, its lid is shut, its screen is locked: by a real bus."""

import ctypes
import os
import struct
import subprocess
import sys
import uuid
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path
from types import SimpleNamespace

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


def test_what_windows_tells_is_heard_by_a_window_that_nobody_sees(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By messages of its layout; on Windows itself nobody has tried it yet."""
    asked: list[str] = []
    libraries = SimpleNamespace(
        user32=SimpleNamespace(RegisterPowerSettingNotification=lambda *_any: asked.append("lid")),
        wtsapi32=SimpleNamespace(WTSRegisterSessionNotification=lambda *_any: asked.append("lock")),
    )
    monkeypatch.setattr(ctypes, "windll", libraries, raising=False)
    monkeypatch.setattr(ctypes, "byref", lambda one: one)
    monkeypatch.setattr(sys, "platform", "win32")
    outside = Outside()
    assert asked == ["lid", "lock"]
    ear = outside._ear
    assert ear is not None

    def say(message: int, what: int, more: int = 0) -> None:
        said = wintypes.MSG(message=message, wParam=what, lParam=more)
        ear.nativeEvent(b"windows_generic_MSG", ctypes.addressof(said))

    def say_lid(data: int) -> None:
        lid = uuid.UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3").bytes_le
        setting = ctypes.create_string_buffer(lid + struct.pack("<II", 4, data))
        say(0x0218, 0x8013, ctypes.addressof(setting))

    with qtbot.waitSignal(outside.screen_locked):
        say(0x02B1, 0x7)
    with qtbot.waitSignal(outside.left):
        say(0x0218, 0x4)
    with qtbot.assertNotEmitted(outside.left), qtbot.assertNotEmitted(outside.screen_locked):
        say(0x02B1, 0x8)  # opened again
        say(0x0218, 0x12)  # awake again
        say_lid(0)  # as it stands: shut, with a screen beside it
        say_lid(1)
        ear.nativeEvent(b"xcb_generic_event_t", 0)
    with qtbot.waitSignal(outside.left):
        say_lid(0)


def test_where_nothing_is_told_nothing_is_claimed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
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
