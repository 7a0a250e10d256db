"""What stands on the real pages can be read, light and dark: measured on what was painted."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.theme import Theme
from ui.desktop.window import Window

from .conftest import WAIT, Enter
from .test_theme import contrast

READABLE = 4.5
SOME = 3
BORDER = (4, 4, -4, -4)
SCHEMES = (Qt.ColorScheme.Light, Qt.ColorScheme.Dark)


def texts(page: QWidget) -> Iterator[QLabel | QPushButton]:
    kinds: tuple[type[QLabel], type[QPushButton]] = (QLabel, QPushButton)
    for kind in kinds:
        for one in page.findChildren(kind):
            if one.isVisible() and one.isEnabled() and one.text().strip():
                yield one


def best(picture: QImage, place: QRect) -> float:
    """Return the contrast of what is painted in a place with what is most of that place."""
    inside = picture.copy(place.intersected(picture.rect()))
    seen = Counter(
        inside.pixel(x, y) for y in range(inside.height()) for x in range(inside.width())
    )
    if not seen:
        return 0.0
    names = {pixel: QColor(pixel).name() for pixel, count in seen.items() if count >= SOME}
    ground = QColor(seen.most_common(1)[0][0]).name()
    return max((contrast(ground, name) for name in names.values()), default=1.0)


def faint(window: Window) -> list[str]:
    """Return what can be seen on the window and not be read."""
    picture = window.grab().toImage()
    ratio = picture.devicePixelRatio()
    found = []
    for one in texts(window):
        shown = one.visibleRegion().boundingRect()
        if shown.height() < one.fontMetrics().height() or shown.width() < one.height() // 2:
            continue
        if isinstance(one, QPushButton):
            shown.adjust(*BORDER)  # an edge is no word
        corner = one.mapTo(window, QPoint(0, 0)) + shown.topLeft()
        place = QRect(corner * ratio, shown.size() * ratio)
        if best(picture, place) < READABLE:
            found.append(f"{one.text()[:40]!r}: {best(picture, place):.1f}")
    return found


def settle(qapp: QApplication) -> None:
    for _ in range(4):
        qapp.processEvents()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_before_a_vault(window: Window, theme: Theme, scheme: Qt.ColorScheme) -> None:
    theme.choose(scheme)
    window.to_restore()
    assert window.restore is not None
    for page in (window.welcome, window.create_page, window.unlock, window.verify, window.restore):
        window.go(page)
        settle(theme._app)
        assert faint(window) == []
    theme.choose(None)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_beside_an_open_vault(  # noqa: PLR0917 # fixtures
    window: Window, theme: Theme, enter: Enter, qtbot: QtBot, tmp_path: Path, scheme: Qt.ColorScheme
) -> None:
    theme.choose(scheme)
    enter(tmp_path / "vault")
    sending = window.sendings
    window.backups.merge.begin()
    window.keys.wipe.rehearse.click()
    qtbot.waitUntil(lambda: window.keys.wipe.notice.tone != "", timeout=WAIT)
    for page in (
        window.library,
        window.bundle,
        window.keys,
        window.backups,
        window.receive,
        sending.outbox,
        sending.outlets,
    ):
        window.go(page)
        settle(theme._app)
        assert faint(window) == [], page
    theme.choose(None)


def test_faint_words_are_found(window: Window, theme: Theme, qapp: QApplication) -> None:
    window.welcome.first.setStyleSheet("color: #888888; background: #999999;")
    settle(qapp)
    assert len(faint(window)) == 1
