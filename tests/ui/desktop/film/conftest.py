"""The sample video in the video editor, with an answer at once in place of the detectors."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from capture.redact.film import Alarm, Doubt, FilmPlan, Span, Track
from capture.redact.keys import Key
from tests.ui.desktop.conftest import SAMPLES, WAIT, Enter
from ui.desktop.film import work
from ui.desktop.film.page import FilmPage
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


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have two faces found at once, and one place followed, where no detector is tested."""
    monkeypatch.setattr(work, "followed", lambda *_asked: FOUND)
    monkeypatch.setattr(work, "followed_from", lambda *_asked: FACES[0])


@pytest.fixture
def page(
    found: None, window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> Iterator[FilmPage]:
    """Open the sample video in the editor, as a person does."""
    enter(tmp_path / "vault")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((VIDEO,))
    assert window.session is not None
    item = window.session.vault.originals()[0].id
    window.session.vault.note(item, {"person.1.name": "Ana", "person.1.consent": "none"})
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    window.library.opened.emit(item)
    qtbot.waitUntil(window.item.copy.editor.isVisible, timeout=WAIT)
    window.item.copy.editor.click()
    film = window.film
    qtbot.waitUntil(lambda: film.draft is not None and film.player.frame is not None, timeout=WAIT)
    yield film
    film.player.close()


Go = Callable[[int], None]


@pytest.fixture
def go(page: FilmPage, qtbot: QtBot) -> Go:
    """Go to a frame by its number, and wait until it is seen."""

    def go_to(number: int) -> None:
        page.player.seek(number * FRAME)
        qtbot.waitUntil(
            lambda: page.player.frame is not None and not page.player._seeking, timeout=WAIT
        )

    return go_to
