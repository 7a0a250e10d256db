"""What a card shows of an item: of looks that overtake each other, the one asked last counts."""

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from storage.records import Original, Provenance
from ui.desktop.jobs import Job, Work
from ui.desktop.models import looks
from ui.desktop.session import Session
from ui.desktop.window import Window

from .conftest import SAMPLES, WAIT, Enter


def sealed(window: Window, data: bytes) -> Original:
    """Seal a photo without examining it, as an import leaves it at first."""
    assert window.session is not None
    draft = window.session.vault.draft()
    draft.write(data)
    return window.session.vault.keep_original(
        draft, "jpeg", Provenance("folder", "a.jpg", "2024-05-01T10:00:00Z")
    )


def test_a_look_from_before_a_change_is_not_taken_for_the_one_after_it(
    window: Window,
    enter: Enter,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An item that is examined while somebody looks at it keeps its warnings."""
    enter(tmp_path / "vault")
    assert window.session is not None
    original = sealed(window, b"a photo")
    begun, first_may_end, second_may_end = (threading.Event() for _ in range(3))
    asked: list[Job] = []
    real = Session.look

    def see(_session: Session, _original: Original) -> looks.Seen:
        if not begun.is_set():
            begun.set()
            first_may_end.wait(WAIT / 1000)
            return looks.Seen(looks.Look(known=True))
        second_may_end.wait(WAIT / 1000)
        return looks.Seen(looks.Look(known=True, examined=True), QImage())

    def ask(self: Session, work: Work) -> Job:
        asked.append(real(self, work))
        return asked[-1]

    monkeypatch.setattr(looks, "see", see)
    monkeypatch.setattr(Session, "look", ask)
    kept = looks.Looks(window.session, lambda _item: original)
    kept.want(original.id)
    qtbot.waitUntil(begun.is_set, timeout=WAIT)
    kept.forget(original.id)
    kept.want(original.id)
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=WAIT)
    with qtbot.waitSignal(asked[0].ended, timeout=WAIT):
        first_may_end.set()
    second_may_end.set()
    qtbot.waitUntil(lambda: kept.known(original.id).known, timeout=WAIT)
    assert kept.known(original.id).examined


def test_faces_are_looked_for_in_what_is_shown_and_once_alone(
    window: Window,
    enter: Enter,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enter(tmp_path / "vault")
    assert window.session is not None
    original = sealed(window, (SAMPLES / "IMG_20240501_184207.jpg").read_bytes())
    kept = looks.Looks(window.session, lambda _item: original)
    kept.want(original.id)
    qtbot.waitUntil(lambda: kept.known(original.id).faces, timeout=WAIT)

    monkeypatch.setattr(looks, "shows_faces", lambda *_any: pytest.fail("looked for again"))
    kept.forget(original.id)
    kept.want(original.id)
    qtbot.waitUntil(lambda: kept.known(original.id).known, timeout=WAIT)
    assert kept.known(original.id).faces
