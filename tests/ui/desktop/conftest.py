"""A themed application without a screen, a cheap key derivation, and a window that is closed."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.vault import KdfCost
from storage.vault import slots as vault_slots
from ui.desktop import dialogs
from ui.desktop.jobs import Lane
from ui.desktop.lanes import Lanes
from ui.desktop.theme import Theme
from ui.desktop.window import Window

PASSPHRASE = "six quiet words for one test"
SAMPLES = Path(__file__).resolve().parents[3] / "ui" / "cli" / "samples"
WAIT = 60_000


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale(QLocale.Language.English))
    dialogs.forget_everything()
    return Theme(qapp)


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.close()


@pytest.fixture
def photos() -> tuple[Path, ...]:
    return tuple(sorted(SAMPLES.iterdir()))


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    lanes: Lanes,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Window]:
    """Give a window whose threads and vault must be gone afterwards."""
    cheap = KdfCost(memory=64, passes=1, lanes=1)
    monkeypatch.setattr(vault_slots, "calibrate", lambda: cheap)
    made = Window(lanes, theme)
    made.show()
    yield made
    made.close_session()
    made.hide()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    assert [one.name for one in threading.enumerate() if not one.daemon] == ["MainThread"]


Enter = Callable[[Path], None]


@pytest.fixture
def enter(window: Window, qtbot: QtBot) -> Enter:
    """Make a vault through the page for it, as a person does."""

    def make(folder: Path) -> None:
        page = window.create_page
        window.go(page)
        page.folder.set_path(folder)
        page.passphrase.setText(PASSPHRASE)
        page.again.setText(PASSPHRASE)
        page.understood.setChecked(True)
        page.press.click()
        qtbot.waitUntil(lambda: window.session is not None, timeout=WAIT)

    return make
