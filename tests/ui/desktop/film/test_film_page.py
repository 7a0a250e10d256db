"""Covering a video by hand and by what is found, with everything undone and done again."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from capture.redact.film import Answer, Coding, FilmPlan, Span, Track, Voice
from capture.redact.plan import RegionKind, Shape, Style
from tests.ui.desktop.conftest import WAIT
from tests.ui.desktop.editor.test_editor_keys import keys_in
from tests.ui.desktop.film.conftest import FACES, FRAME, LENGTH, Go, until
from tests.ui.desktop.test_desktop_access import nameless
from ui.desktop.editor.tools import Tool
from ui.desktop.film import paintings
from ui.desktop.film.draft import FilmDraft
from ui.desktop.film.page import FilmPage
from ui.desktop.film.player import State
from ui.desktop.window import Window


def plan(page: FilmPage) -> FilmPlan:
    return draft(page).plan()


def draft(page: FilmPage) -> FilmDraft:
    assert page.draft is not None
    return page.draft


def key(page: FilmPage, pressed: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    how = Qt.KeyboardModifier.NoModifier
    for one in held:
        how |= one
    QTest.keyClick(page.canvas, pressed, how)


def chosen(page: FilmPage) -> Track:
    track = draft(page).chosen
    assert track is not None
    return track


def find(page: FilmPage, qtbot: QtBot) -> None:
    page.finder.faces.click()
    qtbot.waitUntil(lambda: len(plan(page).tracks) == 2, timeout=WAIT)


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_it_opens_from_the_item_page_with_time_and_pictures(page: FilmPage, qtbot: QtBot) -> None:
    assert plan(page) == FilmPlan(320, 240, LENGTH, plan(page).seed)
    assert not page.making.save.isEnabled()
    qtbot.waitUntil(lambda: bool(page.timeline._pictures), timeout=WAIT)
    assert len(page.timeline._loudness) > 1000
    # Beside the list of pages there is room for it on a screen of 1024 pixels.
    assert page.minimumSizeHint().width() <= 1024 - 200
    assert page.minimumSizeHint().height() <= 700
    page.leave()


def test_what_is_drawn_covers_from_here_on_and_moves_by_keys(
    page: FilmPage, go: Go, qtbot: QtBot
) -> None:
    go(10)
    page.bench.use(Tool.ELLIPSE)
    page.canvas.drew.emit(Tool.ELLIPSE, QRectF(50, 60, 40, 40))
    (track,) = plan(page).tracks
    assert (track.begins, track.ends, track.shape) == (10 * FRAME - 4, LENGTH, Shape.ELLIPSE)
    go(25)
    mark, box = page.canvas.chosen_box() or (0, QRectF())
    page.canvas.reshaped.emit(mark, box.translated(100, 0))
    (track,) = plan(page).tracks
    assert [one.left for one in track.keys] == [50, 150, 50]
    go(18)
    seen = draft(page).selected
    assert seen is not None
    assert 90 < seen.region.left < 115, "between two keys it moves"
    for _ in range(2):
        key(page, Qt.Key.Key_Z, CTRL)
    assert plan(page).tracks == ()
    for _ in range(2):
        key(page, Qt.Key.Key_Z, CTRL, SHIFT)
    assert plan(page).tracks == (track,)


def test_what_is_found_is_covered_and_can_be_taken_back(page: FilmPage, qtbot: QtBot) -> None:
    find(page, qtbot)
    assert plan(page).tracks == FACES
    assert "2" in page.problem.words
    assert page.panel.list.count() == 2
    page.finder.faces.click()
    qtbot.waitUntil(lambda: "Nothing was found" in page.problem.words, timeout=WAIT)
    assert len(plan(page).tracks) == 2, "what is known is not found again"
    key(page, Qt.Key.Key_Z, CTRL)
    assert plan(page).tracks == ()


def test_doubtful_places_are_gone_to_and_answered_one_by_one(page: FilmPage, qtbot: QtBot) -> None:
    find(page, qtbot)
    assert "2" in page.panel.doubts.text()
    key(page, Qt.Key.Key_U)
    qtbot.waitUntil(page.panel.seen.isEnabled, timeout=WAIT)
    assert draft(page).at in range(800_000, 900_001)
    assert len(page.canvas._doubts) == 1
    key(page, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: draft(page).at > 1_900_000, timeout=WAIT)
    key(page, Qt.Key.Key_Y)
    assert [alarm.answered for alarm in plan(page).alarms] == [True, True]
    assert not page.panel.alarms.isVisible()
    key(page, Qt.Key.Key_U)
    assert "Nothing waits" in page.problem.words


def test_a_track_may_stay_visible_only_with_a_reason(page: FilmPage, qtbot: QtBot) -> None:
    find(page, qtbot)
    key(page, Qt.Key.Key_PageDown)
    key(page, Qt.Key.Key_R)
    assert plan(page).tracks[0].answer is Answer.COVER
    qtbot.waitUntil(page.panel.reason.hasFocus, timeout=WAIT)
    QTest.keyClicks(page.panel.reason, "The minister")
    QTest.keyClick(page.panel.reason, Qt.Key.Key_Return)
    assert (plan(page).tracks[0].answer, plan(page).tracks[0].reason) == (
        Answer.VISIBLE,
        "The minister",
    )
    page.acts.alike()
    assert plan(page).tracks[1].answer is Answer.COVER
    assert "nothing of the others" in page.problem.words


def test_a_reason_that_was_asked_about_one_track_leaves_no_other_visible(
    page: FilmPage, qtbot: QtBot
) -> None:
    find(page, qtbot)
    key(page, Qt.Key.Key_PageDown)
    key(page, Qt.Key.Key_R)
    qtbot.waitUntil(page.panel.reason.hasFocus, timeout=WAIT)
    assert page.panel.notice.tone
    QTest.keyClicks(page.panel.reason, "half a rea")
    key(page, Qt.Key.Key_PageDown)
    assert page.panel.reason.text() == ""
    assert not page.panel.notice.tone
    page.panel.reason.setFocus()
    QTest.keyClicks(page.panel.reason, "Seen from behind")
    QTest.keyClick(page.panel.reason, Qt.Key.Key_Return)
    assert [track.answer for track in plan(page).tracks] == [Answer.COVER, Answer.COVER]
    assert [track.reason for track in plan(page).tracks] == ["", "Seen from behind"]


def test_one_decision_is_passed_on_to_all_alike(page: FilmPage, qtbot: QtBot) -> None:
    find(page, qtbot)
    page.acts.step(1)
    key(page, Qt.Key.Key_S)
    key(page, Qt.Key.Key_N)
    key(page, Qt.Key.Key_A, CTRL, SHIFT)
    assert {one.answer for one in plan(page).tracks} == {Answer.DISMISSED}
    assert {one.style for one in plan(page).tracks} == {Style.SOLID}
    key(page, Qt.Key.Key_Z, CTRL)
    assert plan(page).tracks[1] == FACES[1]


def test_tracks_are_split_joined_begun_ended_and_followed(
    page: FilmPage, go: Go, qtbot: QtBot
) -> None:
    find(page, qtbot)
    page.acts.step(1)
    go(7)
    key(page, Qt.Key.Key_D)
    assert len(plan(page).tracks) == 3
    key(page, Qt.Key.Key_G)
    assert len(plan(page).tracks) == 2, "the later half and the next face are one now"
    assert max(one.ends for one in plan(page).tracks) == 2_500_000
    go(20)
    key(page, Qt.Key.Key_O)
    assert abs(chosen(page).ends - 20 * FRAME) < 10
    key(page, Qt.Key.Key_X)
    assert (chosen(page).begins, chosen(page).ends) == (0, LENGTH)
    key(page, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: draft(page).chosen == FACES[0], timeout=WAIT)
    page.acts.remove()
    assert chosen(page).answer is Answer.DISMISSED


def test_stretches_are_marked_and_changed_by_keys(page: FilmPage, go: Go) -> None:
    go(10)
    key(page, Qt.Key.Key_BracketLeft)
    go(19)
    key(page, Qt.Key.Key_BracketRight)
    span = draft(page).range
    assert span is not None
    assert abs(span.begins - 10 * FRAME) < 10
    assert abs(span.ends - 20 * FRAME) < 10
    key(page, Qt.Key.Key_M, CTRL)
    key(page, Qt.Key.Key_B, CTRL)
    assert plan(page).blank == (span,)
    assert [(one.span, one.voice) for one in plan(page).sound] == [(span, Voice.MUTE)]
    key(page, Qt.Key.Key_D, CTRL)
    assert [one.voice for one in plan(page).sound] == [Voice.DISGUISE]
    key(page, Qt.Key.Key_X, CTRL)
    assert plan(page).cut == (span,)
    key(page, Qt.Key.Key_R, CTRL)
    assert (plan(page).cut, plan(page).blank, plan(page).sound) == ((), (), ())
    key(page, Qt.Key.Key_Escape)
    assert draft(page).range is None
    key(page, Qt.Key.Key_X, CTRL)
    assert plan(page).cut == (), "not all of it can be left out"
    key(page, Qt.Key.Key_T, CTRL)
    assert [(one.span, one.voice) for one in plan(page).sound] == [(Span(0, LENGTH), Voice.TONE)]


def test_the_mouse_does_the_same_on_the_timeline(page: FilmPage, qtbot: QtBot) -> None:
    find(page, qtbot)
    timeline, view = page.timeline, page.timeline.viewport()
    scene = timeline._scene(draft(page))
    first = paintings.bar(scene, 1, FACES[0])
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=first.center().toPoint())
    assert draft(page).chosen == FACES[0]
    end = QPointF(first.right(), first.center().y()).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=end)
    to = QPointF(timeline._window().x(600_000), first.center().y()).toPoint()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    assert chosen(page).ends == pytest.approx(600_000, abs=10_000)
    top = paintings.top_of_sound() + 4
    places = [QPointF(timeline._window().x(at), top).toPoint() for at in (500_000, 2_000_000)]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, SHIFT, places[0])
    QTest.mouseMove(view, places[1])
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, SHIFT, places[1])
    span = draft(page).range
    assert span is not None
    assert span.begins == pytest.approx(500_000, abs=10_000)
    assert span.ends == pytest.approx(2_000_000, abs=10_000)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=places[1])
    qtbot.waitUntil(lambda: abs(draft(page).at - 2_000_000) < FRAME + 10_000, timeout=WAIT)


def test_time_is_seen_nearer_around_the_present(page: FilmPage, go: Go) -> None:
    go(20)
    page.tools.all[-1].click()
    key(page, Qt.Key.Key_Plus, CTRL)
    window = page.timeline._window()
    assert window.lasts < LENGTH * 0.7
    assert window.begins < draft(page).at < window.begins + window.lasts
    for _ in range(3):
        key(page, Qt.Key.Key_Minus, CTRL)
    assert page.timeline._window().lasts == LENGTH


def test_the_result_is_seen_while_a_key_is_held_and_played_when_asked(
    page: FilmPage, qtbot: QtBot
) -> None:
    page.acts.hear(Voice.MUTE)
    page.acts.blank()
    QTest.keyPress(page.canvas, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: page.canvas.shows_result, timeout=WAIT)
    frame = page.player.frame
    assert frame is not None
    assert set(frame.picture.rgb) == {24}
    QTest.keyRelease(page.canvas, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: not page.canvas.shows_result, timeout=WAIT)
    key(page, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: page.canvas.shows_result, timeout=WAIT)
    key(page, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(
        lambda: page.player.frame is not None and len(set(page.player.frame.picture.rgb)) > 5,
        timeout=WAIT,
    )
    key(page, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: not page.canvas.shows_result, timeout=WAIT)


def test_what_was_not_saved_is_there_again(page: FilmPage, window: Window, qtbot: QtBot) -> None:
    find(page, qtbot)
    page.panel.coding.setCurrentIndex(page.panel.coding.findData(Coding.VP9))
    page.panel.coding.activated.emit(1)
    before = plan(page)
    page.leave()
    assert window.item.isVisible()
    qtbot.waitUntil(window.item.copy.editor.isVisible, timeout=WAIT)
    window.item.copy.editor.click()
    qtbot.waitUntil(lambda: page.draft is not None and page.player.frame is not None, timeout=WAIT)
    assert plan(page) == before
    assert before.coding is Coding.VP9


def test_every_control_has_a_name_and_every_action_a_key_of_its_own(
    page: FilmPage, window: Window, qtbot: QtBot
) -> None:
    find(page, qtbot)
    page.acts.step(1)
    assert nameless(page) == []
    every = [one.key().toString() for one in page.findChildren(QShortcut)]
    every += [one.shortcut().toString() for one in window.actions()]
    assert sorted(every) == sorted(set(every)), "no key means two things"
    known = set(every) | {"Space", "A", "Enter"}
    typed: set[QWidget] = {page.bar.place, page.bar.volume}
    acting = [*page.findChildren(QAbstractButton), *page.findChildren(QComboBox)]
    without = [
        one.toolTip() or one.accessibleName()
        for one in acting
        if one not in typed
        and not page.canvas.isAncestorOf(one)  # places on the picture are gone to by Tab
        and not keys_in(one.toolTip()) & known
        and "QLineEditIconButton" not in one.metaObject().className()
    ]
    assert without == []


def test_kinds_are_changed_by_key_and_drawn_tracks_removed(page: FilmPage, go: Go) -> None:
    go(3)
    page.canvas.drew.emit(Tool.BOX, QRectF(5, 5, 30, 30))
    assert plan(page).tracks[0].kind is RegionKind.OTHER
    key(page, Qt.Key.Key_T)
    assert plan(page).tracks[0].kind is RegionKind.FACE
    key(page, Qt.Key.Key_Z)
    assert len(plan(page).tracks[0].keys) == 1
    key(page, Qt.Key.Key_Delete)
    assert plan(page).tracks == ()


def test_whoever_goes_elsewhere_lets_go_of_the_video(
    page: FilmPage, window: Window, item: str
) -> None:
    window.go(window.library)
    assert page.player.state is State.CLOSED
    window.library.opened.emit(item)
    until(lambda: window.item.film.player.frame is not None)
