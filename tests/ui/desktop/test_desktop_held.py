"""What holds a bundle up is named, and one button beside it leads to what mends it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from capture import derive
from capture.detect.finding import Finding
from capture.errors import Unverified
from capture.redact.plan import RedactionPlan, Region, RegionKind
from ui.desktop.window import Window

from .conftest import SAMPLES, WAIT, Enter
from .test_desktop_access import nameless

PHOTO = SAMPLES / "IMG_20240501_184207.jpg"


@pytest.fixture
def items(window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path) -> tuple[str, ...]:
    """Choose a photo, and one that is damaged and has no cleaned copy, for a bundle."""
    half = tmp_path / "half.jpg"
    half.write_bytes(PHOTO.read_bytes()[:9000])
    enter(tmp_path / "vault")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((PHOTO, half))
    assert window.session is not None
    originals = window.session.vault.originals()
    return tuple(one.id for one in sorted(originals, key=lambda one: one.provenance.name))


def choose(window: Window, qtbot: QtBot, *items: str) -> None:
    window.library.chosen.emit(items)
    window.bundle.wrapping.choose("plain")
    qtbot.waitUntil(lambda: len(window.bundle._chosen) == len(items), timeout=WAIT)


def way(window: Window, place: int = 0) -> QPushButton:
    return window.bundle.blocked.ways[place]


def test_what_is_not_cleaned_or_not_agreed_to_leads_to_its_page_and_back(
    window: Window, qtbot: QtBot, items: tuple[str, ...]
) -> None:
    assert window.session is not None
    whole, half = items
    window.session.vault.note(whole, {"person.1.consent": "none"})
    choose(window, qtbot, *items)
    said = window.bundle.blocked.words
    assert "did not consent" in said
    assert "half.jpg: it has no cleaned copy" in said
    assert way(window, 1).accessibleName() == "Open the item: half.jpg"
    assert nameless(window.bundle) == []
    way(window, 1).click()
    assert window.item.isVisible()
    assert window.item.item == half
    window.item.leave()
    assert window.bundle.isVisible()
    way(window).click()
    assert window.item.item == whole
    window.session.vault.note(whole, {"person.1.consent": "implied"})
    window.item.leave()
    qtbot.waitUntil(lambda: len(window.bundle.blocked.ways) == 1, timeout=WAIT)
    window.bundle.mend.click()
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    assert not window.bundle.blocked.isVisible()


def test_a_copy_at_which_nobody_looked_leads_to_the_editor_and_back(
    window: Window, qtbot: QtBot, items: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.session is not None
    vault, pool = window.session.vault, window.session.pool
    face = Finding(150, 150, 250, 280, RegionKind.FACE, 0.9, "centerface")
    plan = RedactionPlan(320, 400, "0" * 32, (Region(0, 0, 40, 40),))
    monkeypatch.setattr(type(pool), "find", lambda *_a, **_k: ((320, 400), (face,)))
    derive.redacted_copy(vault, pool, items[0], plan)
    monkeypatch.undo()
    choose(window, qtbot, items[0])
    assert "nobody has looked" in window.bundle.blocked.words
    assert not window.bundle.press.isEnabled()
    way(window).click()
    assert window.editor.isVisible()
    assert window.editor.item == items[0]
    derive.redacted_copy(vault, pool, items[0], plan, looked=True)
    window.editor.leave()
    assert window.bundle.isVisible()
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    assert window.bundle.blocked.words == ""


def test_a_face_that_is_found_while_it_is_made_leads_to_the_editor(
    window: Window,
    qtbot: QtBot,
    items: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    choose(window, qtbot, items[0])
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)

    def finds(*_asked: object, **_how: object) -> None:
        raise Unverified(reason="face", item=items[0][:8])

    monkeypatch.setattr("ui.desktop.pages.bundle.make_bundle", finds)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(tmp_path / "bundle.zip")
    qtbot.waitUntil(lambda: window.bundle.blocked.tone == "warn", timeout=WAIT)
    assert "a face can still be found" in window.bundle.blocked.words
    assert not window.bundle.press.isEnabled()
    way(window).click()
    assert window.editor.item == items[0]
    window.editor.leave()
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
