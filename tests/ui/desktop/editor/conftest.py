"""The editor with the sample portrait: with the real detectors, or with an answer at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from capture.detect import again
from capture.redact.plan import RedactionPlan, Region, RegionKind
from tests.ui.desktop.conftest import SAMPLES, WAIT, Enter
from ui.desktop.editor import photo
from ui.desktop.editor.page import EditorPage
from ui.desktop.session import Session
from ui.desktop.window import Window

PHOTO = SAMPLES / "IMG_20240501_184207.jpg"
FACE = Region(120, 100, 80, 100, kind=RegionKind.FACE, found_by="centerface", confidence=900)
Open = Callable[[], EditorPage]


@pytest.fixture
def open_editor(window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path) -> Open:
    """Open the portrait in the editor, as a person does, and wait until all was looked for."""

    def open_it() -> EditorPage:
        enter(tmp_path / "vault")
        with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
            window.library.bring_in((PHOTO,))
        assert window.session is not None
        item = window.session.vault.originals()[0].id
        window.session.vault.note(item, {"person.1.name": "Ana", "person.1.consent": "none"})
        window.library.opened.emit(item)
        qtbot.waitUntil(window.item.copy.editor.isVisible, timeout=WAIT)
        window.item.copy.editor.click()
        looked = window.editor.places.looked
        qtbot.waitUntil(lambda: "Others may be there" in looked.words, timeout=WAIT)
        return window.editor

    return open_it


@pytest.fixture
def one_face(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one face found at once, and none in a PNG, where no detector is tested."""

    def found(
        session: Session, item: str, *_asked: object, **_how: object
    ) -> tuple[tuple[int, int], tuple[Region, ...]]:
        wall = session.vault.original(item).kind == "png"
        return ((320, 240), ()) if wall else ((320, 400), (FACE,))

    def planned(
        session: Session, item: str, onto: RedactionPlan | None, *_asked: object
    ) -> RedactionPlan:
        size, regions = found(session, item)
        return again.extended(onto or RedactionPlan(*size, "0" * 32, ()), regions)

    monkeypatch.setattr(photo, "found", found)
    monkeypatch.setattr(photo, "planned", planned)


@pytest.fixture
def editor(one_face: None, open_editor: Open) -> EditorPage:
    return open_editor()
