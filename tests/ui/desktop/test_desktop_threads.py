"""No widget or model is touched in a lane: every call into Qt from there is watched."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.jobs import Job, Lane
from ui.desktop.lanes import Lanes

from .conftest import WAIT


class Watch:
    """Notes each call of a widget's, model's or pixmap's own method outside the main thread."""

    def __init__(self) -> None:
        self.touched: list[str] = []
        self.calls = 0

    def __call__(self, _frame: FrameType, event: str, called: Any) -> None:
        if event != "c_call":
            return
        self.calls += 1
        owner = getattr(called, "__self__", None)
        if isinstance(owner, QWidget | QAbstractItemModel | QPixmap) or called is QPixmap:
            self.touched.append(f"{type(owner).__name__}.{called.__name__}")


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Watch every thread that begins from now on."""
    made = Watch()
    threading.setprofile(made)
    yield made
    threading.setprofile(None)
    sys.setprofile(None)


def test_the_watch_sees_a_widget_that_is_touched(watch: Watch, qtbot: QtBot) -> None:
    label = QLabel("one")
    qtbot.addWidget(label)
    lane = Lane("watched")
    job = Job(lambda _tick, _tell: label.objectName())
    with qtbot.waitSignal(job.ended):
        lane.submit(job)
    lane.close()
    assert watch.touched == ["QLabel.objectName"]


@pytest.fixture
def lanes(watch: Watch) -> Iterator[Lanes]:
    """Begin the lanes under watch."""
    made = Lanes()
    yield made
    made.close()


@pytest.mark.usefixtures("lanes")
def test_a_whole_job_touches_none(
    watch: Watch,
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    tmp_path: Path,
    photos: tuple[Path, ...],
) -> None:
    window = request.getfixturevalue("window")
    request.getfixturevalue("enter")(tmp_path / "vault")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in(photos)
    item = window.session.vault.originals()[0].id
    window.library.opened.emit(item)
    qtbot.waitUntil(lambda: window.item.picture.sceneRect().width() > 0, timeout=WAIT)
    window.item.record.editors["summary"].set_value("said")
    window.item.leave()
    window.bundle.wrapping.choose("plain")
    window.library.chosen.emit((item,))
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(tmp_path / "bundle.zip")
    window.verify.check(tmp_path / "bundle.zip")
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "good", timeout=WAIT)
    assert watch.calls > 1000
    assert watch.touched == []
