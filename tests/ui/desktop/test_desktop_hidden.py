"""The item's page shows the pictures that its original still holds."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from capture.report import Embedded, HiddenPicture, Likeness, Picture
from tests.ui.cli.test_extracting import uncropped
from tests.ui.desktop.conftest import WAIT, Enter
from ui.desktop.theme import Theme
from ui.desktop.widgets.hidden import HiddenPictures, seen
from ui.desktop.window import Window


def test_the_uncropped_picture_is_shown_beside_what_the_file_says(
    window: Window, qtbot: QtBot, tmp_path: Path, enter: Enter
) -> None:
    enter(tmp_path / "vault")
    photo = tmp_path / "IMG_1234.jpg"
    uncropped(photo)
    window.library.bring_in((photo,))
    qtbot.waitUntil(lambda: not window.strip.busy, timeout=WAIT)
    session = window.session
    assert session is not None
    (original,) = session.vault.originals()
    window.library.opened.emit(original.id)

    def shown() -> None:
        panels = window.item.says.findChildren(HiddenPictures)
        assert len(panels) == 1
        (row,) = panels[0].rows.values()
        pixmap = row.picture.pixmap()
        assert (pixmap.width(), pixmap.height()) == (48, 32)
        assert "cut away" in row.said.text()
        assert "cut away" in row.picture.accessibleName()

    qtbot.waitUntil(shown, timeout=WAIT)


def test_what_cannot_be_shown_keeps_its_line(qtbot: QtBot, theme: Theme) -> None:
    track, large = Embedded("track", 5, 70), Embedded("thumbnail", 90, 400)
    panel = HiddenPictures((track, large))
    qtbot.addWidget(panel)
    picture = Picture(600, 300, bytes(600 * 300 * 3))
    panel.show_pictures(
        seen(
            (
                HiddenPicture(track, None, Likeness.UNKNOWN),
                HiddenPicture(large, picture, Likeness.SAME),
                HiddenPicture(Embedded("of another file", 1, 1), picture, Likeness.SAME),
            )
        )
    )
    assert panel.rows[track].picture.isHidden()
    row = panel.rows[large]
    assert not row.picture.isHidden()
    assert row.picture.pixmap().width() <= row.picture.width() * panel.devicePixelRatioF()


def test_a_file_with_endless_parts_gets_a_short_list(qtbot: QtBot, theme: Theme) -> None:
    panel = HiddenPictures(tuple(Embedded("picture", at, 1) for at in range(400)))
    qtbot.addWidget(panel)
    assert len(panel.rows) == 20
