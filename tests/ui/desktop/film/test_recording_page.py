"""A recording in the editor: heard, marked, silenced; nothing in the way that is for pictures."""

import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from capture import derive
from capture.redact.film import Hearing, Span, Voice
from storage.records import Original
from tests.ui.desktop.conftest import WAIT
from tests.ui.desktop.film.conftest import until
from tests.ui.desktop.test_desktop_access import nameless
from ui.desktop.editor.tools import Tool
from ui.desktop.film.page import FilmPage
from ui.desktop.window import Window

SECONDS = 3
RATE = 16_000
MICRO = 1_000_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("note") / "note.wav"
    sweep = np.sin(np.cumsum(np.linspace(0.05, 0.4, SECONDS * RATE))) * 12_000
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(sweep.astype("<i2").tobytes())
    return path


@pytest.fixture(scope="module")
def recording(window: Window, note: Path) -> Original:
    window.library.bring_in((note,))
    session = window.session
    assert session is not None

    def there() -> list[Original]:
        return [one for one in session.vault.originals() if one.kind == "wav"]

    until(lambda: bool(there()) and not window.strip.busy)
    return there()[0]


@pytest.fixture
def page(window: Window, recording: Original) -> FilmPage:
    window.library.opened.emit(recording.id)
    until(lambda: window.item.copy.editor.text() == "Cover voices…")
    window.item.copy.editor.click()
    until(lambda: window.film.draft is not None)
    return window.film


def test_a_recording_opens_with_its_loudness_and_without_what_is_for_pictures(
    page: FilmPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(page.stage.wave._loudness), timeout=WAIT)
    assert page.draft is not None
    assert not page.draft.has_picture
    assert page.stage.currentWidget() is page.stage.wave
    for part in (page.canvas, page.panel, page.finder, page.bench, *page.tools.of_picture):
        assert not part.isVisible()
    assert page.timeline.isVisible()
    assert not nameless(page)
    page.leave()


def test_a_stretch_is_silenced_and_the_copy_made_and_opened_again(
    page: FilmPage, window: Window, recording: Original, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.player.film is not None, timeout=WAIT)
    page.player.seek(MICRO)
    page.acts.mark_from()
    page.player.seek(2 * MICRO)
    assert page.draft is not None
    page.acts.mark_to()
    QTest.keyClick(page.timeline, Qt.Key.Key_M, CTRL)
    (hearing,) = page.draft.plan().sound
    assert hearing == Hearing(Span(MICRO, 2 * MICRO + page.draft.frame), Voice.MUTE)
    # Leaving out of the picture has no press here, and its key does nothing.
    QTest.keyClick(page.timeline, Qt.Key.Key_B, CTRL)
    assert not page.draft.plan().blank

    page.making.save.click()

    assert window.session is not None
    vault = window.session.vault
    qtbot.waitUntil(
        lambda: derive.latest_film_plan(vault, recording.id) is not None, timeout=4 * WAIT
    )
    until(lambda: not window.strip.busy)
    assert "hear all of it" in page.problem.words
    kept = derive.latest_film_plan(vault, recording.id)
    assert kept is not None
    assert kept.sound == (hearing,)
    copy = vault.derivatives(recording.id)[-1]
    assert copy.steps[1].name == "voices-changed"
    page.leave()


def test_arrows_go_through_a_recording_in_small_steps(page: FilmPage) -> None:
    until(lambda: page.player.film is not None)
    page.player.seek(MICRO)
    QTest.keyClick(page.timeline, Qt.Key.Key_Right)
    assert page.player.at == MICRO + 100_000
    QTest.keyClick(page.timeline, Qt.Key.Key_Left)
    assert page.player.at == MICRO
    page.leave()


def test_a_video_after_a_recording_has_everything_again(
    page: FilmPage, window: Window, item: str, found: None
) -> None:
    del found
    page.leave()
    window.library.opened.emit(item)
    until(lambda: window.item.copy.editor.text() == "Cover faces and voices…")
    window.item.copy.editor.click()
    until(lambda: page.draft is not None and page.player.frame is not None)
    page.acts.draw(Tool.BOX, QRectF(10, 10, 40, 40))
    until(page.panel.kind.isVisible)
    for part in (page.canvas, page.panel, page.finder, page.bench, *page.tools.of_picture):
        assert part.isVisible()
    fields = page.panel.kind.parentWidget()
    assert fields is not None
    until(lambda: fields.height() >= fields.minimumSizeHint().height())
    page.leave()
