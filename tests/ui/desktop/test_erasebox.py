"""Deleting at the source from the window: offered, never chosen; each file's end is told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from capture.erasing import Erased, ToErase, Told, erase_at_source
from capture.errors import Unreadable
from capture.intake import Status, Taken
from capture.sources.base import About, Incoming, Skipped
from capture.sources.devices import Device
from capture.sources.drives import Drive
from capture.sources.folder import Folder
from storage.vault import Vault
from ui import words
from ui.desktop.jobs import Cancelled, Tick
from ui.desktop.models import importing
from ui.desktop.widgets import erasebox
from ui.desktop.widgets.erasebox import EraseBox
from ui.desktop.window import Window

from .conftest import WAIT, Enter

NAMES = ("a.jpg", "b.jpg", "c.jpg")


@pytest.fixture
def card(tmp_path: Path, photos: tuple[Path, ...]) -> Path:
    """Give a made card with three photos, each a file of its own."""
    folder = tmp_path / "CARD" / "DCIM"
    folder.mkdir(parents=True)
    photo = next(path for path in photos if path.suffix == ".jpg").read_bytes()
    for number, name in enumerate(NAMES):
        (folder / name).write_bytes(photo + bytes(number))
    return folder.parent


Take = Callable[[], EraseBox]


@pytest.fixture
def take(window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path) -> Take:
    """Have the card taken in through the light table, as a person does."""

    def taken() -> EraseBox:
        enter(tmp_path / "vault")
        window.source.look_over(Device(str(card), "card", "CARD", Drive(card, "CARD", "card")))
        window.go(window.source)
        page = window.source
        qtbot.waitUntil(lambda: page._model.rowCount() == len(NAMES), timeout=WAIT)
        qtbot.waitUntil(lambda: page._listing is None, timeout=WAIT)
        with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
            page.press.click()
        return window.library.erase

    return taken


def _left(card: Path) -> list[str]:
    return sorted(path.name for path in card.rglob("*.jpg"))


def _events(window: Window) -> list[list[str]]:
    assert window.session is not None
    vault = window.session.vault
    return [[one.event for one in vault.custody(item.id)] for item in vault.originals()]


def test_it_is_offered_in_one_line_and_the_box_says_first_what_stays_behind(
    take: Take, window: Window, card: Path
) -> None:
    erase = take()
    assert erase.open.isVisible()
    assert "3" in erase.headline.text()
    assert not erase.press.isVisible()
    erase.erase()
    erase.open.click()
    assert erase.press.isVisible()
    assert not erase.sure.isChecked()
    assert not erase.press.isEnabled(), "nothing is chosen by itself"
    assert window.focusWidget() is erase.leave
    parts = erase._box.findChildren(QWidget)
    said = [one.text() for one in parts if isinstance(one, QLabel | QAbstractButton)]
    survivors = next(at for at, line in enumerate(said) if words.survivors()[0] in line)
    assert all(line in said[survivors] for line in words.survivors())
    assert survivors < said.index(erase.press.text())
    erase.erase()
    erase.leave.click()
    assert not erase.press.isVisible()
    assert not erase.open.isVisible()
    assert _left(card) == list(NAMES)
    assert all("erased at source" not in events for events in _events(window))


def test_each_file_is_told_deleted_or_left_and_why(
    take: Take, window: Window, card: Path, qtbot: QtBot
) -> None:
    erase = take()
    (card / "DCIM" / "b.jpg").write_bytes(b"another photo was put here meanwhile")
    erase.open.click()
    erase.sure.setChecked(True)
    with qtbot.waitSignals([window.strip.emptied, erase.through], timeout=WAIT):
        erase.press.click()
        assert window.strip.isVisible(), "it can be cancelled"
    assert erase.outcome.isVisible()
    lines = erase.outcome.words.splitlines()
    assert "listed no more: 2" in lines[0]
    assert "Left where they are: 1" in lines[0]
    assert lines[1].startswith("b.jpg: ")
    assert lines[2:] == ["a.jpg: deleted there", "c.jpg: deleted there"]
    assert _left(card) == ["b.jpg"]
    events = _events(window)
    assert sum("erased at source" in one for one in events) == 2
    assert sum("left at source" in one for one in events) == 1
    assert not erase.open.isVisible()


def test_stopping_tells_what_was_deleted_until_then(
    take: Take, window: Window, card: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    erase = take()
    whole = erase_at_source

    def stopped(
        vault: Vault, files: Sequence[ToErase], tick: Tick, told: Told
    ) -> tuple[Erased, ...]:
        first = 2 * files[0].original.size

        def stop_after_the_first(done: int, total: int) -> None:
            tick(done, total)
            if done > first:
                raise Cancelled

        return whole(vault, files, stop_after_the_first, told)

    monkeypatch.setattr(erasebox, "erase_at_source", stopped)
    erase.open.click()
    erase.sure.setChecked(True)
    with qtbot.waitSignals([window.strip.emptied, erase.through], timeout=WAIT):
        erase.press.click()
    lines = erase.outcome.words.splitlines()
    assert "listed no more: 1" in lines[0]
    assert "which are left: 2" in lines[0]
    assert lines[1:] == ["a.jpg: deleted there"]
    assert _left(card) == ["b.jpg", "c.jpg"]
    erase.outcome.dismiss()
    assert not erase.outcome.isVisible()


def test_nothing_is_offered_of_what_is_not_in_the_vault(take: Take) -> None:
    erase = take()
    erase.offer([Taken("x.jpg", Status.REFUSED)])
    assert not erase.open.isVisible()


class Flaky:
    """A folder whose cable is out, once the first file was read, until it is put in again."""

    about = About("phone", "A phone", "/")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pulled = False
        self.read = 0

    def find(self) -> Iterator[Incoming | Skipped]:
        for one in Folder([self._folder]).find():
            yield one if isinstance(one, Skipped) else self._pulled_after(one)

    def _pulled_after(self, one: Incoming) -> Incoming:
        def opened() -> BinaryIO:
            if self.pulled:
                raise Unreadable(reason="device")
            self.read += 1
            self.pulled = self.read == 1
            return one.open()

        return replace(one, open=opened)


@pytest.mark.parametrize("back", [True, False])
def test_a_device_that_goes_away_is_waited_for_said_and_can_be_given_up(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path, *, back: bool
) -> None:
    enter(tmp_path / "vault")
    assert importing.PATIENCE >= 60
    phone = Flaky(card)
    window.library.imports.add(phone)
    qtbot.waitUntil(lambda: "Unlock it, or plug it in again" in window.strip.words, timeout=WAIT)
    assert "waited for" in window.strip.words
    assert window.strip.cancel.isEnabled()
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        if back:
            phone.pulled = False
        else:
            window.strip.cancel.click()
    assert window.session is not None
    sealed = sorted(one.provenance.name for one in window.session.vault.originals())
    assert sealed == (list(NAMES) if back else ["a.jpg"])
    assert window.library.erase.open.isVisible() is back
