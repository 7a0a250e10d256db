"""A video is played from the vault: exact frames, steps, speeds, and nothing left behind."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from capture.redact.film import FilmPlan, Span
from tests.ui.desktop.conftest import WAIT
from tests.ui.desktop.film.conftest import until
from ui.desktop.film import player as players
from ui.desktop.film.player import Player, State
from ui.desktop.film.speaker import Speaker
from ui.desktop.pages.item import ItemPage
from ui.desktop.window import Window

FRAME = 66_667
At = Callable[[int], bool]


@pytest.fixture
def page(window: Window, item: str) -> Iterator[ItemPage]:
    """Open the sample video on the item page."""
    window.library.opened.emit(item)
    player = window.item.film.player
    until(lambda: player.frame is not None)
    yield window.item
    player.close()


@pytest.fixture
def player(page: ItemPage) -> Player:
    return page.film.player


def number_of(player: Player) -> int:
    return -1 if player.frame is None else round(player.frame.at / FRAME)


def sought(player: Player, qtbot: QtBot, number: int) -> None:
    player.seek(number * FRAME + 100)
    qtbot.waitUntil(lambda: number_of(player) == number and not player._seeking, timeout=WAIT)


def test_it_opens_at_rest_at_its_first_frame(player: Player, page: ItemPage) -> None:
    assert player.film is not None
    assert (player.film.width, player.film.height, player.state) == (320, 240, State.RESTING)
    assert number_of(player) == 0
    assert page.film.bar.isVisible()
    assert page.film.bar.time.text() == "0:00.00 / 0:03.00"


def test_steps_go_frame_by_frame_both_ways(player: Player, qtbot: QtBot) -> None:
    sought(player, qtbot, 20)
    for wanted in (21, 22, 21, 20, 19, 18, 19):
        player.step(1 if wanted > number_of(player) else -1)
        qtbot.waitUntil(lambda wanted=wanted: number_of(player) == wanted, timeout=WAIT)  # type: ignore[misc] # bound at once
    sought(player, qtbot, 0)
    player.step(-1)
    assert number_of(player) == 0


def test_steps_beyond_what_waits_are_made_when_it_is_there(player: Player, qtbot: QtBot) -> None:
    sought(player, qtbot, 2)
    for _ in range(20):
        before = number_of(player)
        player.step(1)
        qtbot.waitUntil(lambda before=before: number_of(player) == before + 1, timeout=WAIT)  # type: ignore[misc] # bound at once


def test_it_plays_to_its_end_in_time_and_from_the_beginning_again(
    player: Player, qtbot: QtBot
) -> None:
    seen: list[int] = []
    player.shown.connect(lambda _image: seen.append(number_of(player)))
    player.toggle()
    assert player.playing
    qtbot.waitUntil(lambda: not player.playing, timeout=WAIT)
    assert number_of(player) == 44
    assert seen == sorted(seen)
    player.toggle()
    qtbot.waitUntil(lambda: 0 <= number_of(player) < 10, timeout=WAIT)
    player.rest()


def test_steps_asked_for_faster_than_frames_come_are_all_made(player: Player, qtbot: QtBot) -> None:
    sought(player, qtbot, 0)
    for _ in range(18):
        player.step(1)
    qtbot.waitUntil(lambda: number_of(player) == 18 and not player._steps, timeout=WAIT)
    for _ in range(16):
        player.step(-1)
    qtbot.waitUntil(lambda: number_of(player) == 2 and not player._steps, timeout=WAIT)


def test_j_k_and_l_shuttle(player: Player, page: ItemPage, qtbot: QtBot) -> None:
    page.picture.setFocus()
    QTest.keyClick(page.picture, Qt.Key.Key_L)
    QTest.keyClick(page.picture, Qt.Key.Key_L)
    assert (player.playing, player.rate) == (True, 2)
    qtbot.waitUntil(lambda: number_of(player) > 15, timeout=WAIT)
    QTest.keyClick(page.picture, Qt.Key.Key_J)
    assert player.rate == -1
    qtbot.waitUntil(lambda: 0 <= number_of(player) < 12, timeout=WAIT)
    QTest.keyClick(page.picture, Qt.Key.Key_K)
    assert (player.playing, player.rate) == (False, 1)
    qtbot.waitUntil(lambda: player.frame is not None, timeout=WAIT)
    QTest.keyClick(page.picture, Qt.Key.Key_Space)
    assert player.playing
    QTest.keyClick(page.picture, Qt.Key.Key_Space)
    assert not player.playing


def test_a_preview_is_covered_and_jumps_over_cuts(player: Player, qtbot: QtBot) -> None:
    plan = FilmPlan(
        320, 240, 3_000_000, "0" * 32,
        blank=(Span(0, 3_000_000),), cut=(Span(300_000, 2_500_000),),
    )  # fmt: skip
    player.preview(plan)
    qtbot.waitUntil(lambda: player.frame is not None, timeout=WAIT)
    assert player.frame is not None
    assert set(player.frame.picture.rgb) == {24}
    seen: list[int] = []
    player.shown.connect(lambda _image: seen.append(number_of(player)))
    player.play()
    qtbot.waitUntil(lambda: number_of(player) > 38, timeout=WAIT)
    assert not [one for one in seen if 8 < one < 35]
    player.preview(None)


@pytest.mark.parametrize("wanted", ["a step", "to play on"])
def test_who_does_nothing_lets_go_of_the_child_and_gets_it_back(
    player: Player, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    sought(player, qtbot, 10)
    monkeypatch.setattr(players, "_IDLE_SECONDS", 0.05)
    qtbot.waitUntil(lambda: player._job is None, timeout=WAIT)
    monkeypatch.setattr(players, "_IDLE_SECONDS", 20.0)
    if wanted == "a step":
        player.step(1)
        qtbot.waitUntil(lambda: number_of(player) == 11, timeout=WAIT)
    else:
        player.play()
        qtbot.waitUntil(lambda: number_of(player) > 12, timeout=WAIT)
        player.rest()


def test_leaving_the_page_ends_it(window: Window, player: Player, qtbot: QtBot) -> None:
    player.play()
    window.item.leave()
    assert player.state is State.CLOSED
    lane = window._lanes.playing
    qtbot.waitUntil(lambda: not lane._running, timeout=WAIT)


def test_the_cleaned_copy_is_played_too(player: Player, page: ItemPage, qtbot: QtBot) -> None:
    before = page.film.blob
    page.which.choose("copy")
    qtbot.waitUntil(lambda: page.film.blob != before and player.frame is not None, timeout=WAIT)
    assert player.length == pytest.approx(3_000_000, abs=100_000)


class Device:
    """A device that has played half of what it was given."""

    def __init__(self) -> None:
        self.got = b""
        self.loud = 1.0

    def bufferSize(self) -> int:  # noqa: N802 # Qt's name
        return 24_000

    def bytesFree(self) -> int:  # noqa: N802 # Qt's name
        return 24_000 - len(self.got) // 2

    def write(self, samples: bytes) -> int:
        self.got += samples
        return len(samples)

    def setVolume(self, loud: float) -> None:  # noqa: N802 # Qt's name
        self.loud = loud

    def start(self) -> "Device":
        return self

    def reset(self) -> None:
        self.got = b""

    stop = reset


def test_time_is_what_the_device_has_played(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device()
    monkeypatch.setattr("ui.desktop.film.speaker._sink", lambda: device)
    speaker = Speaker()
    speaker.start()
    assert (speaker.wanted, speaker.heard) == (6000, 0)
    speaker.give(bytes(4 * 4800))
    assert speaker.given == 4800
    assert speaker.heard == 50_000
    speaker.set_volume(0.5, muted=False)
    assert device.loud == 0.5
    speaker.set_volume(0.5, muted=True)
    assert device.loud == 0.0
    speaker.stop()
    assert device.got == b""


def test_qt_plays_plain_samples_and_never_a_file() -> None:
    desktop = Path(players.__file__).parents[1]
    users = {
        path.name: set(re.findall(r"\bQ(?:Media|Video|Audio)\w+", path.read_text()))
        for path in desktop.rglob("*.py")
        if "QtMultimedia" in path.read_text()
    }
    assert users == {"speaker.py": {"QAudioSink", "QAudioFormat", "QMediaDevices"}}
