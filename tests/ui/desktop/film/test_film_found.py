"""What the audit of a bundle finds in a video's copy is said, and leads to that moment of it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from capture.errors import Unverified
from capture.redact.film import Alarm, Doubt, Span
from tests.ui.desktop.conftest import WAIT
from tests.ui.desktop.film.conftest import FRAME, until
from tests.ui.desktop.test_desktop_access import nameless
from ui.desktop.window import Window

AT = 30 * FRAME


def test_what_is_found_in_a_video_leads_to_the_editor_at_that_moment(
    window: Window, item: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert window.session is not None
    window.session.vault.note(item, {"person.1.consent": "implied"})
    window.library.chosen.emit((item,))
    bundle = window.bundle
    bundle.wrapping.choose("plain")
    until(bundle.press.isEnabled)
    place = {"left": 90, "top": 30, "width": 40, "height": 50}

    def finds(*_asked: object, **_how: object) -> None:
        raise Unverified("", reason="film", item=item[:8], begins=AT, ends=AT + 1, **place)

    monkeypatch.setattr("ui.desktop.pages.bundle.make_bundle", finds)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        bundle.make(tmp_path / "bundle.zip")
    until(lambda: bundle.blocked.tone == "warn")
    assert (
        f"the covered copy of video {item[:8]} something is found at 0:02.0" in bundle.blocked.words
    )
    assert not bundle.press.isEnabled()
    assert nameless(bundle) == []

    bundle.blocked.ways[0].click()
    film = window.film
    until(lambda: film.draft is not None and film.player.frame is not None)
    assert film.isVisible()
    until(lambda: film.draft is not None and abs(film.draft.at - AT) <= FRAME)
    assert film.draft is not None
    assert film.draft.open_alarms == (Alarm(Span(AT, AT + 1), Doubt.AGAIN, (90, 30, 40, 50)),)
    assert film.panel.alarms.isVisible()

    film.leave()
    assert bundle.isVisible()
    until(bundle.press.isEnabled)
    film._drafts.clear()
    window.session.vault.note(item, {"person.1.consent": "none"})
