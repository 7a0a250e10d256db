"""Looking at what is on a source before anything of it is taken in."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from capture.errors import Unreadable
from capture.isolate import MediaPool
from capture.sources.base import About, Incoming, Skipped
from ui.desktop.models import offered
from ui.desktop.models.offered import Choice, Offer, Thing
from ui.desktop.models.review import Role
from ui.desktop.window import Window

from .conftest import SAMPLES, WAIT, Enter

DAYS = {
    "a.jpg": 1_714_550_400,
    "b.jpg": 1_714_550_400,
    "c.mp4": 1_714_723_200,
    "note.txt": 1,
    "a.xmp": 1,
}


@pytest.fixture
def card(tmp_path: Path, photos: tuple[Path, ...]) -> Path:
    """Give a folder with two photos of one day, a video of another, a text and a sidecar."""
    folder = tmp_path / "card"
    folder.mkdir()
    photo = next(path for path in photos if path.suffix == ".jpg")
    video = next(path for path in photos if path.suffix in {".mp4", ".mov"})
    (folder / "a.jpg").write_bytes(photo.read_bytes())
    (folder / "b.jpg").write_bytes(photo.read_bytes() + b"\0")
    (folder / "c.mp4").write_bytes(video.read_bytes())
    (folder / "note.txt").write_text("a note")
    (folder / "a.xmp").write_text("<x/>")
    for name, seconds in DAYS.items():
        os.utime(folder / name, (seconds, seconds))
    return folder


def listed(window: Window, qtbot: QtBot) -> list[str]:
    page = window.source
    qtbot.waitUntil(lambda: page._listing is None, timeout=WAIT)
    return [page._model.index(row).data() for row in range(page._model.rowCount())]


def test_a_folder_is_looked_at_and_only_what_is_chosen_is_taken(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    enter(tmp_path / "vault")
    window.library.take((card,))
    page = window.source
    assert page.isVisible()
    assert listed(window, qtbot) == ["c.mp4", "a.jpg", "b.jpg"]
    assert [section.key for section in page._model.sections] == ["2024-05-03", "2024-05-01"]
    assert "2024" in page._heading(0)
    assert page.press.text().startswith("Take in: 3 (")
    for row in range(3):
        page._model.index(row).data(Role.PICTURE)
    qtbot.waitUntil(lambda: page._model.index(1).data(Role.PICTURE) is not None, timeout=WAIT)
    page._tick_day(0)
    page._model.tick([2], on=False)
    assert "not chosen" in page._model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        page.press.click()
        assert window.library.isVisible()
    assert window.session is not None
    vault = window.session.vault
    assert sorted(one.provenance.name for one in vault.originals()) == ["a.jpg", "a.xmp"]
    assert window.session.vault.originals()[0].provenance.source == "folder"

    window.library.take((card,))
    assert listed(window, qtbot) == ["c.mp4", "a.jpg", "b.jpg"]
    offers = {one.incoming.name: one for one in page._model.offers}
    assert [offers[name].known for name in ("a.jpg", "b.jpg")] == [True, False]
    assert "probably sealed" in page._model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.press.text().startswith("Take in: 2 (")
    page.only_new.setChecked(True)
    assert listed(window, qtbot) == ["c.mp4", "b.jpg"]


def test_it_is_narrowed_by_kind_and_day_and_ticked_by_keyboard(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    enter(tmp_path / "vault")
    window.library.take((card,))
    page = window.source
    listed(window, qtbot)
    page.things.setCurrentIndex(page.things.findData(Thing.VIDEO))
    assert listed(window, qtbot) == ["c.mp4"]
    page.things.setCurrentIndex(page.things.findData(Thing.OTHER))
    assert listed(window, qtbot) == ["note.txt"]
    assert not page._model.is_ticked(0)
    page.things.setCurrentIndex(0)
    page.days.setCurrentIndex(page.days.findData("2024-05-01"))
    assert listed(window, qtbot) == ["a.jpg", "b.jpg"]
    page.tick_none.click()
    assert page.press.text().startswith("Take in: 1 ("), "the video is not shown, and stays chosen"
    page.view.setCurrentIndex(page._model.index(0))
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    QTest.keyClick(page.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert page._model.is_ticked(0)
    assert page._model.is_ticked(1)
    QTest.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.view.visualRect(page._model.index(0)).center(),
    )
    assert not page._model.is_ticked(0)
    page.leave()
    assert window.library.isVisible()
    assert page._model.rowCount() == 0


def test_an_archive_is_looked_at_too(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    enter(tmp_path / "vault")
    packed = tmp_path / "album.zip"
    with zipfile.ZipFile(packed, "w") as made:
        made.write(card / "a.jpg", "album/a.jpg")
    window.library.take((packed,))
    assert listed(window, qtbot) == ["a.jpg"]
    model = window.source._model
    model.index(0).data(Role.PICTURE)
    qtbot.waitUntil(lambda: model.index(0).data(Role.PICTURE) is not None, timeout=WAIT)


class Bad:
    """A source that cannot be reached, or that stops half-way."""

    about = About("phone", "A phone", "/")

    def __init__(self, first: tuple[Incoming | Skipped, ...] = ()) -> None:
        self._first = first
        self.closed = 0

    def find(self) -> Iterator[Incoming | Skipped]:
        yield from self._first
        raise Unreadable(reason="device")

    def close(self) -> None:
        self.closed += 1


def test_a_device_that_is_pulled_out_is_said_and_let_go(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    source = Bad((Skipped("/x", Unreadable(reason="device")),))
    page = window.source
    window.go(page)
    page._begin(source, "phone")
    qtbot.waitUntil(lambda: page.problem.tone != "", timeout=WAIT)
    assert listed(window, qtbot) == []
    assert not page.press.isEnabled()
    page.leave()
    qtbot.waitUntil(lambda: source.closed == 1, timeout=WAIT)


def test_a_device_is_let_go_when_another_is_looked_at(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    enter(tmp_path / "vault")
    source = Bad()
    page = window.source
    page._begin(source, "phone")
    window.rail.library.click()
    window.library.take((card,))
    qtbot.waitUntil(lambda: source.closed == 1, timeout=WAIT)
    assert listed(window, qtbot) == ["c.mp4", "a.jpg", "b.jpg"]


def test_what_could_not_be_read_is_named_at_the_end(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    enter(tmp_path / "vault")
    (card / "link.jpg").symlink_to(card / "a.jpg")
    window.library.take((card,))
    page = window.source
    assert "link.jpg" not in listed(window, qtbot)
    assert "will be named at the end: 1" in page.problem.words
    page.tick_none.click()
    page._model.tick([1], on=True)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        page.press.click()
    assert "link.jpg:" in window.library.summary.words
    assert "Sealed in the vault: 2" in window.library.summary.words


def incoming(name: str, data: bytes, modified_at: str | None = None) -> Incoming:
    """Return a file of a device, which hands it out from its beginning alone."""

    def opened() -> BinaryIO:
        return io.BytesIO(data)

    return Incoming(f"/{name}", name, "/", len(data), modified_at, opened)


def test_a_glimpse_costs_no_more_than_it_must() -> None:
    photo = next(path for path in SAMPLES.iterdir() if path.suffix == ".jpg").read_bytes()
    with MediaPool(workers=1) as pool:

        def look(one: Incoming) -> bool:
            return offered.glimpse(pool, one, lambda *_: None, near=False) is not None

        assert look(incoming("a.jpg", photo))
        assert not look(incoming("a.jpg", b"\xff\xd8\xff no photo"))
        assert not look(incoming("a.wav", photo)), "nothing is read of what cannot be seen"


@pytest.mark.parametrize(
    ("name", "thing"),
    [("A.JPG", Thing.PHOTO), ("a.HEIC", Thing.PHOTO), ("a.mov", Thing.VIDEO),
     ("a.opus", Thing.SOUND),
     ("IMG_1.AAE", Thing.ALONG), ("a.THM", Thing.ALONG), ("a", Thing.OTHER), ("a.db", Thing.OTHER)],
)  # fmt: skip
def test_a_thing_is_guessed_by_its_ending(name: str, thing: Thing) -> None:
    assert offered.thing_of(name) is thing


def test_a_file_without_a_time_stands_last_without_a_day() -> None:
    offers = [
        Offer(incoming(name, b"x", when), Thing.PHOTO, known=False)
        for name, when in (("a.jpg", None), ("b.jpg", "2024-05-01T10:00:00Z"))
    ]
    rows, sections = offered.arranged(offers, Choice())
    assert rows == [1, 0]
    assert [section.key for section in sections] == ["2024-05-01", offered.NO_DAY]


def test_what_is_sealed_is_guessed_by_name_size_and_time() -> None:
    class One:
        about = About("folder")

        def find(self) -> Iterator[Incoming | Skipped]:
            yield incoming("a.jpg", b"1234", "2024-05-01T10:00:00Z")

    def known(size: int, when: str | None) -> bool:
        pieces = offered.listed(One(), frozenset((("a.jpg", size, when),)), lambda *_: None)
        return [one.known for piece in pieces for one in piece if isinstance(one, Offer)] == [True]

    assert known(4, "2024-05-01T10:00:00Z")
    assert not known(5, "2024-05-01T10:00:00Z")
    assert not known(4, None)
