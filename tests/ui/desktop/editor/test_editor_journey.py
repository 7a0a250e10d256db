"""Covering a photo by hand, over the real vault, the real children and the real bundle."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture import derive
from capture.redact.plan import RegionKind, Shape, Style
from tests.ui.desktop.conftest import WAIT, Enter
from tests.ui.desktop.editor.conftest import Open
from tests.ui.desktop.test_desktop_access import nameless
from ui.desktop.editor import photo
from ui.desktop.editor.draft import State
from ui.desktop.editor.page import EditorPage
from ui.desktop.editor.tools import Tool
from ui.desktop.session import Session
from ui.desktop.window import Window


def opened(window: Window) -> Session:
    assert window.session is not None
    return window.session


def states(editor: EditorPage) -> set[State]:
    return {mark.state for mark in editor.draft.marks} if editor.draft else set()


def shapes(editor: EditorPage) -> list[Shape]:
    return [mark.region.shape for mark in editor.draft.marks] if editor.draft else []


def save(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.editor.save.click()


def test_from_suggestions_to_a_bundle(
    window: Window, open_editor: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    editor = open_editor()
    draft = editor.draft
    assert draft is not None
    assert draft.undecided
    editor.save.click()
    assert "not decided yet" in editor.problem.words
    assert not window.strip.busy

    editor.places.all.click()
    assert states(editor) == {State.COVERED}
    editor.acts.stroke(Tool.BRUSH, [QPointF(20, 20), QPointF(120, 40)], 12)
    editor.acts.stroke(Tool.BRUSH, [QPointF(40, 90)], 12)
    editor.bench.undo.click()
    assert [mark.region.shape for mark in draft.marks].count(Shape.BRUSH) == 1
    editor.bench.use(Tool.FRAME)
    editor.framing.angle.setValue(1.0)
    editor.bench.use(Tool.PICK)
    save(window, qtbot)
    assert "second look" in editor.problem.words
    for mark in tuple(draft.undecided):
        editor.acts.pick(mark.id)
        editor.acts.nothing()

    vault = opened(window).vault
    plan = derive.latest_plan(vault, editor.item)
    assert plan is not None
    assert plan.straighten == 1000
    assert plan.crop is not None
    assert {region.kind for region in plan.regions} == {RegionKind.FACE, RegionKind.OTHER}

    window.item.bundle.emit((editor.item,))
    window.bundle.wrapping.choose("plain")
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    out = tmp_path / "bundle.zip"
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(out)
    assert out.exists()


def test_by_keyboard_alone(window: Window, editor: EditorPage, qtbot: QtBot) -> None:
    draft = editor.draft
    assert draft is not None

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget() or editor.canvas
        QTest.keyClick(focused, key, modifier)

    def held() -> Tool:
        return editor.canvas.tool

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.canvas.setFocus()
    press(Qt.Key.Key_PageDown)
    assert draft.selected is not None
    before = draft.selected.region
    press(Qt.Key.Key_Right)
    assert draft.selected.region.left > before.left
    assert draft.selected.state is State.COVERED
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert draft.selected.region.height > before.height
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert draft.selected.region == before
    press(Qt.Key.Key_K)
    assert editor.places.reason.hasFocus()
    QTest.keyClicks(editor.places.reason, "Ana, who agreed")
    press(Qt.Key.Key_Return)
    assert draft.plan().kept[0].reason == "Ana, who agreed"
    press(Qt.Key.Key_B)
    assert held() is Tool.BOX
    press(Qt.Key.Key_Return)
    assert [mark.region.shape for mark in draft.marks].count(Shape.BOX) == len(draft.marks)
    assert held() is Tool.PICK
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    assert shapes(editor)[-1] is Shape.BRUSH
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Delete)
    assert shapes(editor)[-1] is Shape.BOX
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert held() is Tool.FRAME
    press(Qt.Key.Key_V)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "second look" in editor.problem.words


def test_what_is_covered_while_a_copy_is_made_is_not_taken_for_saved(
    window: Window, editor: EditorPage, qtbot: QtBot
) -> None:
    draft = editor.draft
    assert draft is not None
    editor.places.all.click()
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        editor.save.click()
        editor.acts.draw(Tool.BOX, QRectF(10, 10, 30, 30))
    qtbot.waitUntil(lambda: "second look" in editor.problem.words, timeout=WAIT)
    covers = [mark.region for mark in draft.marks if mark.state is State.COVERED]
    editor.leave()
    qtbot.waitUntil(window.item.copy.editor.isVisible, timeout=WAIT)
    window.item.copy.editor.click()
    qtbot.waitUntil(lambda: editor.draft is not None, timeout=WAIT)
    assert editor.draft is not None
    now = [mark.region for mark in editor.draft.marks if mark.state is State.COVERED]
    assert now == covers
    assert editor.save.isEnabled()


@pytest.mark.usefixtures("one_face")
def test_a_word_is_asked_for_what_was_looked_at_and_nothing_else(
    window: Window, open_editor: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = photo.saved
    monkeypatch.setattr(
        photo, "saved", lambda *given, **how: replace(whole(*given, **how), held=True)
    )
    editor = open_editor()
    editor.places.all.click()
    save(window, qtbot)
    assert editor.draft is not None
    qtbot.waitUntil(editor.looked.isVisible, timeout=WAIT)
    editor.acts.draw(Tool.BOX, QRectF(5, 5, 30, 30))
    assert not editor.looked.isVisible(), "that copy is another one"
    editor.draft.undo.undo()
    assert editor.looked.isVisible()


def test_a_photo_without_a_face_says_what_that_does_not_mean(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    from PIL import Image

    blank = tmp_path / "wall.png"
    Image.new("RGB", (320, 240), (90, 120, 150)).save(blank)
    enter(tmp_path / "vault")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((blank,))
    item = opened(window).vault.originals()[0].id
    window.rooms.edit(item, "wall.png")
    qtbot.waitUntil(lambda: window.editor.places.looked.tone == "warn", timeout=WAIT)
    assert "That does not mean that there is none" in window.editor.places.looked.words
    assert not window.editor.save.isEnabled()


def test_what_the_panels_say(editor: EditorPage) -> None:
    """Names for all controls, words on a cover, who it is, why there is no blur, a small screen."""
    assert editor.places.list.item(0).text() == "1. Face: Found, not decided"
    editor.acts.step(1)
    assert nameless(editor) == []
    places = editor.places
    places.style_of.setCurrentIndex(places.style_of.findData(Style.LABEL))
    places.style_of.activated.emit(places.style_of.currentIndex())
    places.words.setText("چهره")
    places.words.editingFinished.emit()
    assert places.who.findText("Person 1: Ana (no consent)") == 1
    places.who.setCurrentIndex(1)
    places.who.activated.emit(1)
    mark = editor.acts.chosen
    assert mark is not None
    assert mark.region.label is not None
    assert (mark.region.label.text, mark.region.person) == ("چهره", 1)

    places.ask_why.click()
    assert "machines read it back" in places.why.text()
    assert not places.why.isHidden()

    editor.bench.use(Tool.FRAME)
    assert nameless(editor) == []
    assert editor.minimumSizeHint().width() <= 1024
    assert editor.minimumSizeHint().height() <= 720


def test_what_the_hand_does(window: Window, editor: EditorPage, qtbot: QtBot) -> None:
    """Draw, move and resize; hold a key for the result; leave, and find it all again."""
    draft, canvas = editor.draft, editor.canvas
    assert draft is not None
    editor.bench.use(Tool.BOX)
    room = canvas.viewport()

    def drag(start: QPointF, end: QPointF) -> None:
        first, last = canvas.mapFromScene(start), canvas.mapFromScene(end)
        QTest.mousePress(room, Qt.MouseButton.LeftButton, pos=first)
        QTest.mouseMove(room, (first + last) / 2)
        QTest.mouseMove(room, last)
        QTest.mouseRelease(room, Qt.MouseButton.LeftButton, pos=last)

    drag(QPointF(30, 230), QPointF(90, 270))
    drawn = draft.marks[-1]
    assert abs(drawn.region.width - 60) <= 4
    drag(QPointF(60, 250), QPointF(160, 250))
    moved = draft.marks[-1].region
    assert abs(moved.left - drawn.region.left - 100) <= 4
    corner = QPointF(moved.left + moved.width, moved.top + moved.height)
    drag(corner, corner + QPointF(40, 30))
    assert abs(draft.marks[-1].region.width - moved.width - 40) <= 4
    assert draft.undo.count() == 3

    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: canvas.shows_result, timeout=WAIT)
    QTest.keyRelease(canvas, Qt.Key.Key_A)
    assert not canvas.shows_result

    editor.leave()
    qtbot.waitUntil(window.item.copy.editor.isVisible, timeout=WAIT)
    window.item.copy.editor.click()
    qtbot.waitUntil(lambda: editor.draft is not None, timeout=WAIT)
    assert editor.draft is draft
    draft.undo.undo()
    assert draft.marks[-1].region == moved
