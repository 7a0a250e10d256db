"""A live photo comes in as two files and stands in the library as one card."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.capture.samples import live
from ui.desktop.models.library import Role
from ui.desktop.window import Window

from .conftest import WAIT, Enter


def test_a_live_photo_is_one_card(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    phone = tmp_path / "phone"
    phone.mkdir()
    (phone / "IMG_1234.JPG").write_bytes(live.still())
    (phone / "IMG_1234.MOV").write_bytes(live.clip())
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((phone,))
    model = window.library.view.model()
    qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=WAIT)
    card = model.index(0, 0)
    assert card.data() == "IMG_1234.JPG"
    qtbot.waitUntil(lambda: card.data(Role.LOOK).parts == 1, timeout=WAIT)
