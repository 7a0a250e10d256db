"""What is plugged in is noticed without asking more than is needed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from capture.sources import arrivals
from capture.sources.devices import Device
from capture.sources.drives import Drive
from ui.desktop.models import plugged
from ui.desktop.theme import Theme
from ui.desktop.widgets.ways import Arrived
from ui.desktop.window import Window

from .conftest import WAIT, Enter


def device(name: str, hindered: str | None = None) -> Device:
    return Device(name, "phone", name, Drive(Path(name), name, "phone"), hindered)


def test_devices_are_asked_for_when_something_came_and_while_one_waits(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs, there, asked = ["one"], [device("Pixel")], []

    def devices() -> tuple[Device, ...]:
        asked.append(signs[0])
        return tuple(there)

    monkeypatch.setattr(arrivals, "sign", lambda: (signs[0],))
    monkeypatch.setattr(plugged, "devices", devices)
    monkeypatch.setattr(plugged, "_LATE", 0)
    enter(tmp_path / "vault")
    watch = window.library.plugged
    qtbot.waitUntil(lambda: watch.devices == (device("Pixel"),), timeout=WAIT)

    def look() -> None:
        watch.look()
        qtbot.waitUntil(lambda: watch._job is None, timeout=WAIT)

    before = len(asked)
    look()
    assert len(asked) == before, "nothing came or went"
    signs[0], there[0] = "two", device("iPhone", "iphone-locked")
    look()
    assert watch.devices == (device("iPhone", "iphone-locked"),)
    there[0] = device("iPhone")
    look()
    assert watch.devices == (device("iPhone"),), "it was asked again, for it was locked"
    look()
    assert len(asked) == before + 2


def test_the_first_thing_that_is_plugged_in_is_news(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs: list[str] = ["nothing"]
    there: list[Device] = []
    monkeypatch.setattr(arrivals, "sign", lambda: (signs[0],))
    monkeypatch.setattr(plugged, "devices", lambda: tuple(there))
    enter(tmp_path / "vault")
    watch, line = window.library.plugged, window.library.arrived
    qtbot.waitUntil(lambda: watch._looked, timeout=WAIT)
    there.append(device("CARD"))
    signs[0] = "one"
    watch.look()
    qtbot.waitUntil(lambda: watch.devices == (device("CARD"),), timeout=WAIT)
    assert line.accessibleName() == "CARD is plugged in."
    assert not line.isHidden()


def test_a_page_that_is_not_seen_asks_for_nothing(
    window: Window, enter: Enter, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    assert window.library.plugged._timer.isActive()
    window.go(window.keys)
    assert not window.library.plugged._timer.isActive()
    window.go(window.library)
    assert window.library.plugged._timer.isActive()


def test_what_was_there_is_no_news_and_what_comes_is_said(theme: Theme, qtbot: QtBot) -> None:
    line = Arrived()
    qtbot.addWidget(line)
    line.show_devices((device("Pixel"),))
    assert line.isHidden(), "it was there when the library was opened"
    line.show_devices((device("Pixel"), device("CARD")))
    assert not line.isHidden()
    assert line.accessibleName() == "CARD is plugged in."
    with qtbot.waitSignal(line.device) as heard:
        line.press.click()
    assert heard.args == [device("CARD")]
    assert line.isHidden()
    line.show_devices((device("Pixel"),))
    line.show_devices((device("Pixel"), device("CARD")))
    assert not line.isHidden()
    line.show_devices((device("Pixel"),))
    assert line.isHidden(), "it was pulled out again"


def test_a_phone_that_waits_for_its_owner_says_for_what(theme: Theme, qtbot: QtBot) -> None:
    line = Arrived()
    qtbot.addWidget(line)
    line.show_devices(())
    line.show_devices((device("iPhone", "iphone-not-trusted"),))
    assert line.press.isHidden(), "there is nothing to see yet"
    assert "Trust" in line.accessibleName()
    line.show_devices((device("iPhone"),))
    assert not line.press.isHidden()
    assert line.accessibleName() == "iPhone is plugged in."
    line.close_press.click()
    line.show_devices((device("iPhone", "iphone-locked"),))
    assert line.isHidden(), "it was not wanted"
