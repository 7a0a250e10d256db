"""What was copied in another program is pasted into the library: files, or a picture alone."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.records import Original
from storage.vault import Vault
from tests.ui.desktop.conftest import WAIT, Enter
from ui.desktop.window import Window


def _vault(window: Window) -> Vault:
    assert window.session is not None
    return window.session.vault


def _pasted(window: Window, qtbot: QtBot, data: QMimeData) -> Original:
    QApplication.clipboard().setMimeData(data)
    window.library._paste()
    qtbot.waitUntil(lambda: len(_vault(window).originals()) == 1, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.strip.busy, timeout=WAIT)
    (one,) = _vault(window).originals()
    return one


def test_a_file_that_was_copied(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photos[0]))])
    one = _pasted(window, qtbot, data)
    assert one.provenance.source == "folder"


def test_a_picture_that_was_copied_is_sealed_as_it_was_given(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    data = QMimeData()
    data.setData("image/jpeg", photos[0].read_bytes())
    one = _pasted(window, qtbot, data)
    assert (one.provenance.source, one.provenance.name) == ("clipboard", "pasted.jpg")
    assert _vault(window).open_blob(one.id).read() == photos[0].read_bytes()


def test_nothing_that_can_be_taken_in_is_said(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    data = QMimeData()
    data.setText("words")
    QApplication.clipboard().setMimeData(data)
    window.library._paste()
    assert window.library.problem.words == "No file and no picture was copied."
    assert _vault(window).originals() == ()


def test_a_page_that_files_are_dragged_over_looks_as_before_when_they_are_gone(
    window: Window, enter: Enter, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    page = window.library
    before = page.property("role")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photos[0]))])
    for _twice in range(2):
        page.dragEnterEvent(
            QDragEnterEvent(
                QPoint(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert page.property("role") == "drop-over"
    page.dragLeaveEvent(QDragLeaveEvent())
    assert page.property("role") == before
