"""The door: cards in the place of a passphrase, the guard's pause, what a wipe has left."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.errors import WrongPassphrase
from storage.vault import Vault, keyring, shares, system
from storage.vault.guard import Policy
from ui.desktop.window import Window

from .conftest import PASSPHRASE, WAIT


def wiped_behind(window: Window, tmp_path: Path) -> Path:
    """Go to the door of a vault whose keys were destroyed, and return its folder."""
    folder = tmp_path / "vault"
    with Vault.create(folder, PASSPHRASE) as vault:
        vault.destroy_keys()
    window.unlock.folder.set_path(folder)
    window.go(window.unlock)
    return folder


def test_the_next_window_takes_away_what_a_wipe_left(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = wiped_behind(window, tmp_path)
    qtbot.waitUntil(lambda: window.unlock.problem.tone == "good", timeout=WAIT)
    assert not folder.exists()
    assert window.unlock.press.isEnabled()


def test_a_wipe_that_the_window_is_closed_over_can_go_on(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = wiped_behind(window, tmp_path)
    window.close_session()
    assert not folder.exists() or keyring.wiped(folder)


def test_keys_that_cannot_be_read_are_said_and_hold_up_no_window(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path, _most: int) -> bytes:
        raise OSError(errno.EIO, "a stick that is worn out")

    folder = tmp_path / "vault"
    Vault.create(folder, PASSPHRASE).close()
    monkeypatch.setattr(system, "read_all", fail)
    window.unlock.folder.set_path(folder)
    window.go(window.unlock)
    assert window.unlock.problem.tone == "danger"
    assert window.unlock.press.isEnabled()


def test_cards_open_the_vault_at_the_door(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    cards = shares.deal(2, 3)
    with Vault.create(tmp_path / "vault", PASSPHRASE) as vault:
        vault.add_shares(cards)
    page = window.unlock
    page.folder.set_path(tmp_path / "vault")
    window.go(page)
    page.switch.click()
    field = page.cards
    field.line.setText("wrongword aca")
    assert "Word 1 is on no card" in field._live.text()
    field.line.setText(cards.texts[0].rpartition(" ")[0] + " academic")
    field.press.click()
    assert "not the one on the card" in field.problem.words
    field.line.setText(cards.texts[0])
    assert "right" in field._live.text()
    field.press.click()
    assert "Still needed: 1" in field.state.text()
    assert field.line.text() == ""
    field.line.setText(cards.texts[2])
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None, timeout=WAIT)


def test_a_card_typed_as_the_passphrase_asks_for_the_next(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    cards = shares.deal(2, 2)
    with Vault.create(tmp_path / "vault", PASSPHRASE) as vault:
        vault.add_shares(cards)
    page = window.unlock
    page.folder.set_path(tmp_path / "vault")
    window.go(page)
    page.passphrase.setText(cards.texts[1])
    page.press.click()
    assert "Card 2 is right" in page.cards.state.text()
    page.cards.line.setText(cards.texts[0])
    page.cards.press.click()
    qtbot.waitUntil(lambda: window.session is not None, timeout=WAIT)


def test_the_guard_s_pause_is_told_at_the_door(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    with Vault.create(folder, PASSPHRASE) as vault:
        vault.set_guard(Policy(delay=True))
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            Vault.open(folder, "wrong")
    page = window.unlock
    page.folder.set_path(folder)
    window.go(page)
    page.passphrase.setText(PASSPHRASE)
    page.press.click()
    qtbot.waitUntil(lambda: "seconds" in page.problem.words, timeout=WAIT)
    qtbot.waitUntil(page.folder.line.isEnabled, timeout=WAIT)
    assert not page.press.isEnabled()
    page._pause.timeout.emit()
    page._pause.stop()
    page._wait(busy=False)
    assert page.press.isEnabled()
