"""Outlets in the desktop: what is allowed for one alone, how one was reached, what was copied."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from capture.audit import BundleChoices
from storage.outlets import catalog, known
from storage.outlets.address import DIRECT
from storage.outlets.card import Card
from storage.vault import Vault
from tests.ui.desktop.conftest import WAIT, Enter
from ui.desktop.pages.outlets import clipped
from ui.desktop.window import Window

BARE = Card("One", "webdav", "http://127.0.0.1:1/")
"""An outlet without a key, at which nobody answers."""


def opened(window: Window, enter: Enter, folder: Path) -> Vault:
    enter(folder / "vault")
    assert window.session is not None
    return window.session.vault


def test_what_is_allowed_for_one_outlet_is_not_allowed_for_the_next(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    vault = opened(window, enter, tmp_path)
    for name in ("One", "Two"):
        known.add(vault, known.own(vault, replace(BARE, name=name)), DIRECT)
    page = window.sendings.send
    window.sendings.send_items(BundleChoices(("an item",)))
    qtbot.waitUntil(lambda: page.outlet.count() == 2, timeout=WAIT)
    page.unsealed.setChecked(True)
    assert page.press.isEnabled()
    page.outlet.setCurrentIndex(1)
    assert not page.press.isEnabled()
    page.unsealed.setChecked(True)
    assert page.press.isEnabled()
    window.sendings.send_items(BundleChoices(("another item",)))
    qtbot.waitUntil(lambda: not page.press.isEnabled(), timeout=WAIT)
    assert not page.unsealed.isChecked()


def test_how_an_outlet_was_reached_is_said_though_its_card_was_made_anew(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = opened(window, enter, tmp_path)
    outlet = known.add(vault, known.own(vault, BARE), DIRECT)
    gate = threading.Event()

    def slow(*_asked: object) -> None:
        gate.wait(WAIT / 1000)
        raise OSError

    monkeypatch.setattr(catalog, "opened", slow)
    page = window.sendings.outlets
    window.go(page)
    qtbot.waitUntil(lambda: outlet.id in page.cards, timeout=WAIT)
    first = page.cards[outlet.id]
    first.test.click()
    page.load()
    qtbot.waitUntil(lambda: page.cards[outlet.id] is not first, timeout=WAIT)
    gate.set()
    qtbot.waitUntil(lambda: page.cards[outlet.id].notice.tone == "danger", timeout=WAIT)


def test_a_picture_that_was_copied_is_handed_on_unread() -> None:
    data = QMimeData()
    data.setData("image/png", b"\x89PNG not read here")
    assert clipped(data) == [b"\x89PNG not read here"]
