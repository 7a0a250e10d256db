"""Many photos at once: every face covered, the least sure first, and one that fails is named."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from capture import derive
from capture.errors import Damaged
from tests.ui.desktop.conftest import SAMPLES, WAIT, Enter
from tests.ui.desktop.editor.conftest import PHOTO
from tests.ui.desktop.test_desktop_access import nameless
from ui.desktop.editor.batch import Reviewed
from ui.desktop.editor.tools import Tool
from ui.desktop.session import Session
from ui.desktop.window import Window


def opened(window: Window) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def burst(tmp_path: Path) -> tuple[Path, ...]:
    """Give two photos of one moment, and a wall."""
    folder = tmp_path / "card"
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}.jpg").write_bytes(PHOTO.read_bytes() + bytes([number]))
    Image.new("RGB", (320, 240), (90, 120, 150)).save(folder / "wall.png")
    return (folder,)


def bring_in(window: Window, qtbot: QtBot, paths: tuple[Path, ...]) -> None:
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in(paths)
    # What is sealed is prepared beside that: only then is it known when a photo was taken.
    qtbot.waitUntil(lambda: not opened(window).vault.uncopied(), timeout=WAIT)
    qtbot.waitUntil(lambda: not window.strip.busy, timeout=WAIT)


@pytest.mark.usefixtures("one_face")
def test_every_face_in_the_selected_photos_is_covered(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, burst: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, (*burst, *SAMPLES.glob("*.mp4")))
    assert not window.library.cover.isVisible()
    window.library.view.selectAll()
    assert window.library.cover.text() == "Cover faces (3)"
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.cover.click()
    review = window.review
    assert review.list.count() == 3
    texts = dict(review.list.item(row).text().split("\n") for row in range(3))
    assert "Nothing was found" in texts["wall.png"]
    assert set(texts) == {"0.jpg", "1.jpg", "wall.png"}
    assert "Covered: 2 of 3 photos" in review.title.text()
    assert "Look at these first" in review.said.words
    assert nameless(review) == []
    vault = opened(window).vault
    made = [[copy.steps[0].name for copy in vault.derivatives(one.id)] for one in vault.originals()]
    assert made.count(["clean", "redact"]) == 2

    review.list.itemActivated.emit(review.list.item(1))
    qtbot.waitUntil(lambda: window.editor.draft is not None, timeout=WAIT)
    window.editor.leave()
    assert review.isVisible()


@pytest.mark.usefixtures("one_face")
def test_what_was_covered_here_is_covered_in_the_rest_of_the_burst(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, burst: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, burst)
    vault = opened(window).vault
    photos = [one for one in vault.originals() if one.kind == "jpeg"]
    window.rooms.edit(photos[0].id, "0.jpg")
    editor = window.editor
    qtbot.waitUntil(lambda: "Others may be there" in editor.places.looked.words, timeout=WAIT)
    assert editor.draft is not None
    face = editor.draft.undecided[0]
    editor.acts.pick(face.id)
    editor.acts.stay("Ana, who agreed")
    assert not editor.alike.isVisible(), "there is nothing to copy"
    editor.bench.use(Tool.BOX)
    QTest.keyClick(editor.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(editor.alike.isVisible, timeout=WAIT)
    assert editor.alike.press.text() == "Same in similar photos (1)"
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        editor.alike.press.click()
    plan = derive.latest_plan(vault, photos[1].id)
    assert plan is not None
    assert plan.kept == (), "nobody agreed for another photo"
    drawn, found = plan.regions
    assert drawn.found_by == "person"
    assert found.kind == "face"


@pytest.mark.usefixtures("one_face")
def test_what_is_told_of_the_first_photos_stays_while_more_are_covered(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, burst: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, burst)
    items = [one.id for one in opened(window).vault.originals()]
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.rooms.cover(items[:2])
        window.rooms.cover(items[2:])
    assert window.review.list.count() == 3
    assert "of 3 photos" in window.review.title.text()
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.rooms.cover(items[2:])
    assert window.review.list.count() == 1


def test_the_worst_comes_first() -> None:
    sure = Reviewed("sure", "copy", 3, 900)
    weak = Reviewed("weak", "copy", 3, 300)
    none = Reviewed("none", None)
    again = Reviewed("again", "copy", 3, 900, 2)
    failed = Reviewed("failed", None, error=Damaged())
    order = sorted((sure, weak, none, again, failed), key=lambda one: one.worst_first)
    assert [one.item for one in order] == ["failed", "again", "none", "weak", "sure"]
    assert [one.doubtful for one in order] == [True, True, False, True, False]


@pytest.mark.usefixtures("one_face")
def test_a_stop_half_way_leaves_whole_copies_and_says_so(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, burst: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, burst)
    vault = opened(window).vault
    items = [one.id for one in vault.originals()]
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.rooms.cover(items)
        window.review.list.model().rowsInserted.connect(window.strip.cancel.click)
    assert "Stopped" in window.review.said.words
    assert window.review.list.count() < 3
    assert vault.check(deep=True) == ()
