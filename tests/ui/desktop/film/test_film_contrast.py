"""What is painted on a timeline can be read, light and dark, chosen or not: measured on it."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from capture.redact.film import Answer, FilmPlan, Hearing, Span, Track, Voice
from capture.redact.keys import Key
from capture.redact.plan import RegionKind
from tests.ui.desktop.test_contrast import READABLE, best
from ui.desktop.film import names, paintings
from ui.desktop.film.draft import FilmDraft
from ui.desktop.film.lanes import Window
from ui.desktop.film.paintings import Scene
from ui.desktop.theme import Theme, space

LENGTH = 4_000_000
SIZE = QRectF(0, 0, 800, 400)
SCHEMES = (Qt.ColorScheme.Light, Qt.ColorScheme.Dark)


def painted(scene: Scene) -> QImage:
    picture = QImage(SIZE.toRect().size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paintings.paint(painter, scene, SIZE)
    painter.end()
    return picture


def scene_of(plan: FilmPlan) -> Scene:
    draft = FilmDraft(plan, 40_000)
    rows = {key: row for row, key in enumerate(draft.tracks)}
    return Scene(draft, Window(0, LENGTH, SIZE.width()), rows)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("chosen", [False, True])
def test_the_words_on_a_track(theme: Theme, scheme: Qt.ColorScheme, *, chosen: bool) -> None:
    theme.choose(scheme)
    keys = (Key(0, 0, 0, 40, 40), Key(LENGTH, 0, 0, 40, 40))
    tracks = tuple(
        Track(keys, kind=RegionKind.PLACE, found_by="centerface", answer=answer, reason="who it is")
        for answer in Answer
    )
    scene = scene_of(FilmPlan(320, 240, LENGTH, "0" * 32, tracks=tracks))
    for key, track in scene.draft.tracks.items():
        if chosen:
            scene.draft.select(key)
        place = paintings.bar(scene, key, track).adjusted(8, 3, -300, -3)
        assert best(painted(scene), place.toRect()) >= READABLE, track.answer
    theme.choose(None)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("voice", list(Voice))
def test_the_words_on_what_is_heard(theme: Theme, scheme: Qt.ColorScheme, voice: Voice) -> None:
    theme.choose(scheme)
    heard = (Hearing(Span(0, LENGTH), voice),)
    scene = scene_of(FilmPlan(320, 240, LENGTH, "0" * 32, sound=heard))
    scene.loudness = bytes([255]) * 2000
    top = round(paintings.top_of_sound())
    words = QFontMetrics(QApplication.font()).horizontalAdvance(names.voice_words(voice))
    place = QRect(0, 0, words, space(2))
    place.moveCenter(QPoint(round(SIZE.width() / 2), (top + round(scene.lanes_top)) // 2))
    assert best(painted(scene), place) >= READABLE
    theme.choose(None)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_words_on_what_is_covered_whole_or_cut_out(
    theme: Theme, scheme: Qt.ColorScheme
) -> None:
    theme.choose(scheme)
    half = LENGTH // 2
    plan = FilmPlan(320, 240, LENGTH, "0" * 32, blank=(Span(0, half),), cut=(Span(half, LENGTH),))
    scene = scene_of(plan)
    picture = painted(scene)
    for left in (100, 500):
        top = 0 if left > SIZE.width() / 2 else space(paintings.RULER)
        place = QRect(left, top + 4, 200, 300 if top == 0 else 40)
        assert best(picture, place) >= READABLE
    theme.choose(None)
