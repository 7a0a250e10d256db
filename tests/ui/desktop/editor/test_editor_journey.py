"""Covering a photo by hand, over the real vault, the real children and the real bundle."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from capture.redact.plan import RegionKind, Shape, Style
from tests.ui.desktop.conftest import SAMPLES, WAIT, Enter
from tests.ui.desktop.test_desktop_access import nameless
from ui.desktop.editor.draft import State
from ui.desktop.editor.page import EditorPage
from ui.desktop.editor.photo import plan_of
from ui.desktop.editor.tools import Tool
from ui.desktop.session import Session
from ui.desktop.window import Window

PHOTO = SAMPLES / "IMG_20240501_184207.jpg"


def opened(window: Window) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def editor(window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path) -> EditorPage:
    """Give the editor with the sample portrait, and everything found in it."""
    enter(tmp_path / "vault")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((PHOTO,))
    item = opened(window).vault.originals()[0].id
    opened(window).vault.note(item, {"person.1.name": "Ana", "person.1.consent": "none"})
    window.library.opened.emit(item)
    qtbot.waitUntil(window.item.copy.editor.isVisible, timeout=WAIT)
    window.item.copy.editor.click()
    page = window.editor
    qtbot.waitUntil(lambda: "Others may be there" in page.places.looked.words, timeout=WAIT)
    return page


def states(editor: EditorPage) -> set[State]:
    return {mark.state for mark in editor.draft.marks} if editor.draft else set()


def shapes(editor: EditorPage) -> list[Shape]:
    return [mark.region.shape for mark in editor.draft.marks] if editor.draft else []


def save(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.editor.save.click()


def test_from_suggestions_to_a_bundle(
    window: Window, editor: EditorPage, qtbot: QtBot, tmp_path: Path
) -> None:
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
    copy = vault.derivatives(editor.item)[-1]
    plan = plan_of(copy)
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


def test_every_control_has_a_name_in_both_panels(editor: EditorPage) -> None:
    editor.acts.step(1)
    assert nameless(editor) == []
    editor.bench.use(Tool.FRAME)
    assert nameless(editor) == []
    assert editor.places.list.item(0).text().startswith("1. Face: ")


def test_the_result_is_shown_while_the_key_is_held(editor: EditorPage, qtbot: QtBot) -> None:
    editor.acts.cover_all()
    editor.canvas.setFocus()
    QTest.keyPress(editor.canvas, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: editor.canvas.shows_result, timeout=WAIT)
    QTest.keyRelease(editor.canvas, Qt.Key.Key_A)
    assert not editor.canvas.shows_result


def test_what_was_not_saved_is_there_when_the_editor_is_opened_again(
    window: Window, editor: EditorPage, qtbot: QtBot
) -> None:
    editor.acts.draw(Tool.ELLIPSE, QRectF(10, 10, 50, 40))
    count = len(editor.draft.marks) if editor.draft else 0
    editor.leave()
    qtbot.waitUntil(window.item.copy.editor.isVisible, timeout=WAIT)
    window.item.copy.editor.click()
    qtbot.waitUntil(lambda: editor.draft is not None, timeout=WAIT)
    assert editor.draft is not None
    assert len(editor.draft.marks) == count


def test_words_on_a_cover_and_who_it_is(editor: EditorPage) -> None:
    editor.acts.step(1)
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


def test_blur_is_missing_and_it_is_said_why(editor: EditorPage) -> None:
    editor.acts.step(1)
    editor.places.ask_why.click()
    assert "machines read it back" in editor.places.why.text()
    assert not editor.places.why.isHidden()


def test_dragging_draws_moves_and_resizes(editor: EditorPage) -> None:
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

    drag(QPointF(30, 30), QPointF(90, 70))
    drawn = draft.marks[-1]
    assert abs(drawn.region.width - 60) <= 4
    drag(QPointF(60, 50), QPointF(160, 50))
    assert abs(draft.marks[-1].region.left - drawn.region.left - 100) <= 4
    moved = draft.marks[-1].region
    corner = QPointF(moved.left + moved.width, moved.top + moved.height)
    drag(corner, corner + QPointF(40, 30))
    assert abs(draft.marks[-1].region.width - moved.width - 40) <= 4
    assert draft.undo.count() == 3


def test_a_photo_without_a_face_says_what_that_does_not_mean(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    from PIL import Image

    blank = tmp_path / "wall.jpg"
    Image.new("RGB", (320, 240), (90, 120, 150)).save(blank)
    enter(tmp_path / "vault")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((blank,))
    item = opened(window).vault.originals()[0].id
    window._edit(item, "wall.jpg")
    qtbot.waitUntil(lambda: window.editor.places.looked.tone == "warn", timeout=WAIT)
    assert "That does not mean that there is none" in window.editor.places.looked.words
    assert not window.editor.save.isEnabled()


def _tall(widget: QWidget) -> int:
    return widget.minimumSizeHint().height()


def test_the_editor_fits_a_small_screen(editor: EditorPage) -> None:
    assert editor.minimumSizeHint().width() <= 1366 - 200
    assert _tall(editor) <= 720
