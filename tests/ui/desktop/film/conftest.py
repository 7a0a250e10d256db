"""The sample video in the video editor, with an answer at once in place of the detectors."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from capture.redact.film import Alarm, Doubt, FilmPlan, Span, Track
from capture.redact.keys import Key
from storage.vault import KdfCost
from storage.vault import slots as vault_slots
from tests.ui.desktop.conftest import PASSPHRASE, SAMPLES, WAIT
from ui.desktop import dialogs
from ui.desktop.film import work
from ui.desktop.film.page import FilmPage
from ui.desktop.lanes import Lanes
from ui.desktop.theme import Theme
from ui.desktop.window import Window

VIDEO = SAMPLES / "VID_20240501_184512.mp4"
LENGTH = 3_000_000
FRAME = 66_667
FACES = (
    Track((Key(0, 20, 20, 40, 50), Key(1_000_000, 80, 20, 40, 50)), found_by="centerface"),
    Track((Key(1_500_000, 90, 30, 40, 50), Key(2_500_000, 90, 90, 40, 50)), found_by="centerface"),
)
DOUBTS = (
    Alarm(Span(900_000, 1_000_000), Doubt.LOST, (80, 20, 40, 50)),
    Alarm(Span(2_000_000, 2_100_000), Doubt.WEAK),
)
FOUND = FilmPlan(320, 240, LENGTH, "1" * 32, tracks=FACES, alarms=DOUBTS)


def until(there: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    patience = time.monotonic() + WAIT / 1000
    while not there():
        assert time.monotonic() < patience
        QApplication.processEvents()
        time.sleep(0.005)


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """Give one window with the sample video in its vault to all tests of a file; see ``page``."""
    QLocale.setDefault(QLocale(QLocale.Language.English))
    dialogs.forget_everything()
    lanes = Lanes()
    made = Window(lanes, Theme(qapp))
    made.show()
    with pytest.MonkeyPatch.context() as patch:
        cheap = KdfCost(memory=64, passes=1, lanes=1)
        patch.setattr(vault_slots, "calibrate", lambda: cheap)
        create = made.create_page
        made.go(create)
        create.folder.set_path(tmp_path_factory.mktemp("film") / "vault")
        for field in (create.passphrase, create.again):
            field.setText(PASSPHRASE)
        create.understood.setChecked(True)
        create.press.click()
        until(lambda: made.session is not None)
    made.library.bring_in((VIDEO,))
    assert made.session is not None
    vault = made.session.vault
    until(lambda: bool(vault.originals()) and not made.strip.busy)
    vault.note(vault.originals()[0].id, {"person.1.name": "Ana", "person.1.consent": "none"})
    made.activateWindow()
    until(made.isActiveWindow)
    yield made
    made.close_session()
    made.hide()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    lanes.close()
    assert [one.name for one in threading.enumerate() if not one.daemon] == ["MainThread"]


@pytest.fixture
def item(window: Window) -> str:
    assert window.session is not None
    return window.session.vault.originals()[0].id


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have two faces found at once, and one place followed, where no detector is tested."""
    monkeypatch.setattr(work, "followed", lambda *_asked: FOUND)
    monkeypatch.setattr(work, "followed_from", lambda *_asked: FACES[0])


@pytest.fixture
def page(found: None, window: Window, item: str) -> Iterator[FilmPage]:
    """Open the sample video in the editor, as a person does, with nothing decided yet."""
    window.library.opened.emit(item)
    until(lambda: window.item.facts.text() != "" and window.item.copy.editor.isVisible())
    window.item.copy.editor.click()
    film = window.film
    until(lambda: film.draft is not None and film.player.frame is not None)
    yield film
    film.player.close()
    film._drafts.clear()


Go = Callable[[int], None]


@pytest.fixture
def go(page: FilmPage) -> Go:
    """Go to a frame by its number, and wait until it is seen."""

    def go_to(number: int) -> None:
        page.player.seek(number * FRAME)
        until(lambda: page.player.frame is not None and not page.player._seeking)

    return go_to
