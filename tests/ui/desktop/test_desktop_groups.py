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


def test_the_items_page_names_its_parts_and_takes_them_apart(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    (tmp_path / "IMG_1234.JPG").write_bytes(live.still())
    (tmp_path / "IMG_1234.MOV").write_bytes(live.clip())
    (tmp_path / "IMG_1234.AAE").write_text("<plist/>")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in(sorted(tmp_path.glob("IMG_*")))
    model = window.library.view.model()
    qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=WAIT)
    window.library.opened.emit(model.index(0, 0).data(Role.ORIGINAL).id)
    qtbot.waitUntil(window.item.belongs.isVisible, timeout=WAIT)
    session, item = window.session, window.item.item
    assert session is not None
    events = [entry.event for entry in session.vault.custody(item)]
    assert events == ["sealed", "derived", "grouped", "viewed"]
    window.item.belongs.press.click()
    qtbot.waitUntil(lambda: model.rowCount() == 2, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.item.belongs.press.isVisible(), timeout=WAIT)
    assert window.item.belongs.isVisible(), "the sidecar stays where it belongs"
