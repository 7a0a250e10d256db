"""The first quarter of an hour: a vault, a way back into it, and the first ways in."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from capture.sources.devices import Device
from capture.sources.drives import Drive
from ui.desktop.window import Window

from .conftest import PASSPHRASE, WAIT, Enter


def test_from_a_new_vault_a_way_back_can_be_the_next_thing(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    page = window.create_page
    window.welcome.first.click()
    assert page.isVisible()
    page.folder.set_path(tmp_path / "vault")
    page.suggest()
    assert len(page.drawn.text().split()) == 6
    page.again.setText(page.passphrase.text())
    page.understood.setChecked(True)
    page.way_back.setChecked(True)
    page.press.click()
    qtbot.waitUntil(lambda: window.session is not None, timeout=WAIT)
    assert window.keys.isVisible()


def test_a_place_that_a_cloud_copies_is_named(window: Window, tmp_path: Path) -> None:
    page = window.create_page
    assert "It is not hidden" in page.place.text()
    page.folder.set_path(tmp_path / "Dropbox" / "vault")
    assert "copied to a cloud" in page.place.text()


@pytest.mark.parametrize("typed", ["~nobody of this name/vault", "~"])
def test_a_place_can_be_typed_letter_by_letter(window: Window, typed: str) -> None:
    """Half a name after the sign for a home is nobody's, and no error."""
    page = window.create_page
    for length in range(1, len(typed) + 1):
        page.folder.line.setText(typed[:length])
        assert page.folder.path is not None
    assert page.place.text()


def test_what_is_missing_is_said_one_by_one(window: Window, tmp_path: Path) -> None:
    page = window.create_page
    window.go(page)
    page.folder.set_path(tmp_path / "vault")
    page.press.click()
    assert "Choose a passphrase" in page.problem.words
    page.passphrase.setText(PASSPHRASE)
    page.press.click()
    assert "differ" in page.problem.words
    page.again.setText(PASSPHRASE)
    page.press.click()
    assert "Tick the box" in page.problem.words
    assert window.session is None
    assert not (tmp_path / "vault").exists()


def test_an_empty_library_leads_to_a_way_back_and_to_what_is_plugged_in(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    empty = window.library.empty
    empty.keys.click()
    assert window.keys.isVisible()
    window.go(window.library)
    card = tmp_path / "CARD"
    (card / "DCIM").mkdir(parents=True)
    (card / "DCIM" / "a.jpg").write_bytes(photos[0].read_bytes())
    plugged = Device(str(card), "card", "CARD", Drive(card, "CARD", "card"))
    window.library.plugged.changed.emit((plugged,))
    assert [one.text() for one in empty.devices.presses] == ["See what is on CARD"]
    assert "From CARD…" in [one.text() for one in window.library.ways.menu.actions()]
    empty.devices.presses[0].click()
    page = window.source
    qtbot.waitUntil(lambda: page._model.rowCount() == 1, timeout=WAIT)
    page.keep_device.setChecked(True)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        page.press.click()
    assert window.session is not None
    origin = window.session.vault.originals()[0].provenance
    assert (origin.source, origin.path, origin.device) == ("card", "DCIM/a.jpg", "CARD")


@pytest.mark.parametrize("reason", ["iphone-locked", "iphone-not-trusted"])
def test_a_phone_that_waits_for_its_owner_says_what_to_do(
    window: Window, enter: Enter, tmp_path: Path, reason: str
) -> None:
    enter(tmp_path / "vault")
    phone = Device("iphone:1", "phone", "A phone", Drive(tmp_path, "A phone", "phone"), reason)
    devices = window.library.empty.devices
    devices.show_devices((phone,))
    assert len(devices.words.splitlines()) > 1
    devices.show_devices(())
    assert "unlock the phone" in devices.words
