"""Every action of the editor has a key that its tip names, and a name for screen readers."""

import re
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from capture.redact.plan import Region, RegionKind, Style
from tests.ui.desktop.conftest import WAIT
from tests.ui.desktop.test_desktop_access import controls, name_of, nameless
from ui.desktop.editor.page import EditorPage
from ui.desktop.editor.spots import Spot
from ui.desktop.editor.tools import Tool
from ui.desktop.window import Window

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_BOTH = Qt.KeyboardModifier.ControlModifier | _SHIFT


def heard(page: EditorPage) -> list[str]:
    return [one.key().toString() for one in page.findChildren(QShortcut)]


def keys_in(tip: str) -> set[str]:
    """Return the keys that a tip names in brackets: "Undo (Ctrl+Z)"."""
    return {QKeySequence(one).toString() for one in re.findall(r"\(([^()]+)\)", tip)}


def exceptions(page: EditorPage) -> dict[QWidget, str]:
    """Return what is reached in another way, and why."""
    typed = "text and numbers are typed: Tab leads there, and K to the reason"
    fields = [*page.findChildren(QLineEdit), *page.findChildren(QAbstractSpinBox)]
    return {
        **dict.fromkeys(fields, typed),
        page.canvas: "it has the keyboard when the editor opens; its own keys move and resize",
        page.places.list: "Page up and down choose in it from anywhere",
        page.bench.look: "A is held, so it is no shortcut; the canvas and the list hear it",
        **dict.fromkeys(page.canvas.findChildren(Spot), "Tab leads from the picture to each place"),
        page.places.yes: "Enter in the canvas or the list; elsewhere Enter is the field's own",
    }


def parts(page: EditorPage) -> Iterator[QWidget]:
    """Yield every part that acts: what Tab reaches, and every button and choice, shown or not."""
    of_qt = re.compile("qt_|QLineEditIconButton")
    pressed, chosen = page.findChildren(QAbstractButton), page.findChildren(QComboBox)
    for one in {*controls(page), *pressed, *chosen}:
        if not of_qt.match(one.objectName() or one.metaObject().className()):
            yield one


def keyless(page: EditorPage) -> list[str]:
    known, other = set(heard(page)), exceptions(page)
    return [
        f"{name_of(one)}: {one.toolTip()}"
        for one in parts(page)
        if one not in other and not keys_in(one.toolTip()) & known
    ]


def test_every_action_has_a_key_that_its_tip_names(window: Window, editor: EditorPage) -> None:
    every = heard(editor) + [one.shortcut().toString() for one in window.actions()]
    assert sorted(every) == sorted(set(every)), "no key means two things"
    editor.acts.step(1)
    assert keyless(editor) == []
    assert [one for one in parts(editor) if not name_of(one)] == []
    editor.bench.use(Tool.FRAME)
    assert keyless(editor) == []
    assert nameless(editor) == []
    assert len(list(parts(editor))) > 30
    for action in editor.findChildren(QAction):  # those of a menu: F opens it, arrows choose
        menu = action.parent()
        assert isinstance(menu, QMenu), action.text()
        assert action.text() or action is menu.menuAction(), "that of the menu itself"

    editor.bench.undo.setToolTip("Undo")
    editor.bench.redo.setToolTip("Redo (Ctrl+J)")
    found = {"Undo (Ctrl+Z): Undo", "Redo (Ctrl+Shift+Z): Redo (Ctrl+J)"}
    assert set(keyless(editor)) == found, "what has no key is found"


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_keys_do_what_their_tips_say(
    window: Window,
    editor: EditorPage,
    qtbot: QtBot,
    qapp: QApplication,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    try:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        editor.canvas.setFocus()
        say_what_a_place_is(editor)
        ask_and_look_for_more(editor, qtbot)
        type_in_a_field(editor)
        crop(editor)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def press(editor: EditorPage, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
    QTest.keyClick(QApplication.focusWidget() or editor.canvas, key, modifier)


def chosen(editor: EditorPage) -> Region:
    assert editor.acts.chosen is not None
    return editor.acts.chosen.region


def say_what_a_place_is(editor: EditorPage) -> None:
    press(editor, Qt.Key.Key_S)
    assert editor.acts.chosen is None, "no key acts on a place that is not chosen"
    press(editor, Qt.Key.Key_PageDown)
    press(editor, Qt.Key.Key_T)
    assert chosen(editor).kind is RegionKind.PERSON
    press(editor, Qt.Key.Key_T, _SHIFT)
    press(editor, Qt.Key.Key_T, _SHIFT)
    assert chosen(editor).kind is list(RegionKind)[-1]
    press(editor, Qt.Key.Key_S)
    assert chosen(editor).style is Style.SOLID
    press(editor, Qt.Key.Key_S, _SHIFT)
    assert chosen(editor).style is Style.FILL
    press(editor, Qt.Key.Key_W)
    assert chosen(editor).person == 1
    press(editor, Qt.Key.Key_W, _SHIFT)
    assert chosen(editor).person is None


def seen(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def ask_and_look_for_more(editor: EditorPage, qtbot: QtBot) -> None:
    places = editor.places
    for shown in (True, False):
        press(editor, Qt.Key.Key_F1)
        assert places.why.isVisible() is shown
        asked = places.why if shown else places.ask_why
        qtbot.waitUntil(partial(seen, asked), timeout=WAIT)
    press(editor, Qt.Key.Key_F)
    menu = places.more.menu()
    qtbot.waitUntil(menu.isVisible, timeout=WAIT)
    menu.hide()


def type_in_a_field(editor: EditorPage) -> None:
    press(editor, Qt.Key.Key_K)
    QTest.keyClicks(editor.places.reason, "TSWFLR tswflr")
    assert editor.places.reason.text() == "TSWFLR tswflr", "a field keeps its letters"
    assert chosen(editor).style is Style.FILL
    editor.places.reason.clear()
    editor.canvas.setFocus()


def crop(editor: EditorPage) -> None:
    draft = editor.draft
    assert draft is not None
    press(editor, Qt.Key.Key_C)
    editor.framing.angle.setValue(2.0)
    largest = draft.work.crop
    press(editor, Qt.Key.Key_S)
    assert chosen(editor).style is Style.FILL, "what is not shown is not changed"
    editor.framing.sides[2].setValue(50)
    assert draft.work.crop != largest
    press(editor, Qt.Key.Key_L)
    assert draft.work.crop == largest
    press(editor, Qt.Key.Key_R)
    assert (draft.work.straighten, draft.work.crop) == (0, None)


def test_a_hidden_button_is_not_pressed_by_its_key(
    window: Window, editor: EditorPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person's word that they looked is taken only where it is asked for."""
    said: list[bool] = []
    monkeypatch.setattr(editor, "_save", lambda _draft, *, looked: said.append(looked))
    taken: list[tuple[str, ...]] = []
    editor.similar.disconnect(window.rooms.cover)
    editor.similar.connect(lambda items, _plan: taken.append(items))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.canvas.setFocus()
    editor.acts.cover_all()
    QTest.keyClick(editor.canvas, Qt.Key.Key_Return, _BOTH)
    QTest.keyClick(editor.canvas, Qt.Key.Key_S, _BOTH)
    assert (said, taken) == ([], [])
    editor.looked.show()
    editor.alike.offer(("another",))
    QTest.keyClick(editor.canvas, Qt.Key.Key_Return, _BOTH)
    QTest.keyClick(editor.canvas, Qt.Key.Key_S, _BOTH)
    assert (said, taken) == ([True], [("another",)])
