"""A phone sends through the air while the window shows what is needed for it and what arrives."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from capture import receiving as air_door
from capture.receiving import Choice
from storage.vault import Vault
from tests.capture.air.conftest import API, HERE, Client, Said
from tests.ui.desktop.conftest import WAIT, Enter
from ui.desktop.pages.receive import ReceivePage
from ui.desktop.window import Window


@pytest.fixture
def page(window: Window, enter: Enter, tmp_path: Path) -> ReceivePage:
    """Give the page, reached from the library's menu."""
    enter(tmp_path / "vault")
    way = next(act for act in window.library.ways.menu.actions() if "air" in act.text())
    way.trigger()
    assert window.receive.isVisible()
    return window.receive


def vault_of(window: Window) -> Vault:
    assert window.session is not None
    return window.session.vault


def opened(page: ReceivePage, qtbot: QtBot, **chosen: bool) -> Client:
    page.begin_with(Choice(HERE, port=0, **chosen))
    qtbot.waitUntil(lambda: page._receiving is not None, timeout=WAIT)
    assert page._receiving is not None
    return Client(page._receiving.shown.port)


def end(page: ReceivePage, qtbot: QtBot) -> None:
    page.stop.click()
    qtbot.waitUntil(lambda: page._job is None, timeout=WAIT)


def send(client: Client, pin: str, path: Path) -> Said:
    data = path.read_bytes()
    file = {"id": "a", "fileName": path.name, "size": len(data)}
    body = json.dumps({"info": {"alias": "Blue <b>Phone"}, "files": {"a": file}}).encode()
    said = client.ask("POST", f"{API}/prepare-upload?pin={pin}", body)
    return client.ask("POST", client.upload(said.json(), "a"), data)


def test_what_a_phone_sends_is_in_the_library(
    window: Window, page: ReceivePage, qtbot: QtBot, photos: tuple[Path, ...]
) -> None:
    client = opened(page, qtbot)
    pin = page.box.pin.text().replace(" ", "")
    assert page.box.pin.accessibleName() == pin
    assert send(client, pin, photos[0]).status == 200
    qtbot.waitUntil(lambda: page.arrivals.rowCount() == 1, timeout=WAIT)
    qtbot.waitUntil(lambda: "examined" in page.who.text(), timeout=WAIT)
    row = str(page.arrivals.index(0).data())
    assert photos[0].name in row
    assert "sealed" in row
    end(page, qtbot)
    assert page.notice.tone == "good"
    window.go(window.library)
    qtbot.waitUntil(lambda: window.library._model.rowCount() > 0, timeout=WAIT)
    assert len(vault_of(window).originals()) == 1


def test_the_code_the_words_and_the_time_are_shown(page: ReceivePage, qtbot: QtBot) -> None:
    client = opened(page, qtbot)
    receiving = page._receiving
    assert receiving is not None
    shown = receiving.shown
    assert page.box.words.text() == " ".join(shown.words)
    assert page.box.fingerprint.text().replace(" ", "").endswith(shown.fingerprint)
    assert page.box.code.isVisible()
    assert shown.page in page.box.page.text().replace("\u200b", "")
    assert page.box.page.layoutDirection() == Qt.LayoutDirection.LeftToRight
    page.longer.click()
    assert page.left.text().startswith("Open for ")
    path = "/" + shown.page.rpartition("/")[2]
    assert client.ask("GET", path).status == 200
    qtbot.waitUntil(lambda: not page.box.code.isVisible(), timeout=WAIT)
    page.box.again.click()
    assert page.box.code.isVisible()
    assert receiving.shown.page != shown.page
    end(page, qtbot)
    assert not page.box.isVisible()


def test_wrong_pins_are_told_and_many_of_them_end_it(page: ReceivePage, qtbot: QtBot) -> None:
    client = opened(page, qtbot)
    client.prepare("000000", source="127.0.3.1")
    qtbot.waitUntil(lambda: "127.0.3.1" in page.notice.words, timeout=WAIT)
    for number in range(2, 13):
        client.prepare("000000", source=f"127.0.3.{number}")
    qtbot.waitUntil(lambda: page._job is None, timeout=WAIT)
    assert page.notice.tone == "danger"
    assert "guessing" in page.notice.words


def test_leaving_in_the_middle_closes_everything(
    window: Window, page: ReceivePage, qtbot: QtBot
) -> None:
    client = opened(page, qtbot)
    assert window.strip.busy  # so nothing locks by itself meanwhile
    window.close_session()
    with pytest.raises(ConnectionRefusedError):
        client.plain()


def test_a_cancel_from_the_strip_says_what_stays(
    window: Window, page: ReceivePage, qtbot: QtBot
) -> None:
    opened(page, qtbot)
    window.strip.cancel.click()
    qtbot.waitUntil(lambda: page._job is None, timeout=WAIT)
    assert "nothing is left here" in page.notice.words
    assert page.begin.isEnabled()


def test_an_address_that_is_gone_is_said_in_words(page: ReceivePage, qtbot: QtBot) -> None:
    page.begin_with(Choice("192.0.2.250", port=0))
    qtbot.waitUntil(lambda: page._job is None, timeout=WAIT)
    assert "no such address" in page.notice.words


def test_without_a_network_there_is_nothing_to_begin(
    window: Window, page: ReceivePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = tuple(one for one in air_door.addresses() if one.own_alone)
    monkeypatch.setattr("ui.desktop.pages.receive.addresses", lambda: alone)
    window.go(window.library)
    window.go(page)
    assert not page.begin.isEnabled()
    assert "no network" in page.notice.words
