"""Each place on the picture is a control: reached by Tab, heard, moved, resized, taken away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from capture.redact.plan import Region, RegionKind, Shape
from tests.ui.desktop.conftest import WAIT
from ui.desktop.editor.acts import Acts
from ui.desktop.editor.canvas import Canvas
from ui.desktop.editor.draft import Draft, State
from ui.desktop.editor.keys import listen
from ui.desktop.editor.spots import Spot
from ui.desktop.theme import Theme

FACE = Region(40, 60, 80, 100, shape=Shape.ELLIPSE, kind=RegionKind.FACE, confidence=900)
PLATE = Region(200, 300, 60, 20, kind=RegionKind.PLATE, found_by="text", confidence=300)


class Desk(QWidget):
    """A picture between two fields, with the wiring of the editor's page."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.canvas, self.after = QLineEdit(), Canvas(), QLineEdit()
        column = QVBoxLayout(self)
        for one in (self.before, self.canvas, self.after):
            column.addWidget(one)
        self.draft, self.acts = Draft(400, 400), Acts()
        self.acts.take(self.draft)
        canvas, acts = self.canvas, self.acts
        canvas.picked.connect(acts.pick)
        canvas.decided.connect(acts.cover)
        canvas.nudged.connect(lambda mark, box: acts.reshape(mark, box, small=True))
        self.draft.changed.connect(canvas.refresh)
        self.draft.picked.connect(canvas.refresh)
        zoom = (("+", canvas.closer), ("-", canvas.further), ("Del", acts.remove))
        listen(self, zoom)
        canvas.show_draft(self.draft, QImage(400, 400, QImage.Format.Format_RGB32))


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=WAIT)
    made.draft.find((FACE, PLATE))
    return made


def below(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(one.childCount()):
        child = one.child(at)
        if child is not None:
            yield child
            yield from below(child)


def heard(desk: Desk) -> list[str]:
    """Return what a screen reader finds on the picture that can be pressed."""
    root = QAccessible.queryAccessibleInterface(desk.canvas)
    assert root is not None
    return [
        one.text(QAccessible.Text.Name)
        for one in below(root)
        if one.role() == QAccessible.Role.Button and not one.state().invisible
    ]


def spot_of(desk: Desk) -> Spot:
    focused = QApplication.focusWidget()
    assert isinstance(focused, Spot)
    return focused


def test_a_screen_reader_finds_each_place_with_what_and_where_it_is(desk: Desk) -> None:
    assert heard(desk) == [
        "Ellipse 1 of 2. Face: Found, not decided",
        "Box 2 of 2. Number plate: Maybe, not decided",
    ]
    spot = desk.canvas.findChildren(Spot)[0]
    said = QAccessible.queryAccessibleInterface(spot)
    assert said is not None
    assert said.text(QAccessible.Text.Description).startswith(
        "10 % from the left, 15 % from the top, 20 % wide, 25 % high."
    )
    assert said.state().focusable
    on_screen = desk.canvas.mapFromScene(desk.canvas.sheet.mapRectToScene(40, 60, 80, 100))
    assert spot.geometry().intersected(on_screen.boundingRect()).width() > 0
    assert abs(spot.width() - on_screen.boundingRect().width()) <= 4


def test_tab_goes_from_the_picture_over_its_places_to_what_follows(desk: Desk) -> None:
    desk.canvas.setFocus()
    order = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or desk.canvas, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        order.append(focused.key if isinstance(focused, Spot) else focused)
    marks = desk.draft.marks
    assert order == [marks[0].id, marks[1].id, desk.after]
    QTest.keyClick(desk.after, Qt.Key.Key_Backtab)
    assert desk.draft.selected == marks[1], "what has the keyboard is what is chosen"


def test_arrows_move_it_and_signs_resize_it_and_every_step_can_be_undone(desk: Desk) -> None:
    desk.canvas.setFocus()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Tab)
    spot, scale = spot_of(desk), desk.canvas.scale_now
    at, wide = spot.geometry().left(), spot.geometry().width()
    QTest.keyClick(spot, Qt.Key.Key_Right)
    mark = desk.draft.selected
    assert mark is not None
    assert mark.region.left > FACE.left
    assert mark.state is State.COVERED
    assert spot.geometry().left() > at, "it lies where the place is seen"
    QTest.keyClick(spot, Qt.Key.Key_Plus)
    assert spot.geometry().width() > wide
    assert desk.canvas.scale_now == scale, "the page's own plus did not zoom"
    larger = desk.draft.selected
    QTest.keyClick(spot, Qt.Key.Key_Minus)
    assert desk.draft.selected != larger
    assert "Covered" in spot.accessibleName()
    while desk.draft.undo.canUndo():
        desk.draft.undo.undo()
    assert desk.draft.marks[0].region == FACE
    assert desk.draft.marks[0].state is State.FOUND


def test_a_press_covers_it_and_goes_on_to_the_next(desk: Desk) -> None:
    desk.canvas.setFocus()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Tab)
    first = spot_of(desk)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert desk.draft.marks[0].state is State.COVERED
    assert spot_of(desk).key == desk.draft.marks[1].id
    QTest.keyClick(spot_of(desk), Qt.Key.Key_Return)
    assert desk.draft.undecided == ()


def test_a_drawn_place_is_removed_and_the_keyboard_stays_on_the_picture(desk: Desk) -> None:
    desk.draft.add("Draw a box", Region(10, 10, 50, 50, kind=RegionKind.OTHER))
    assert len(heard(desk)) == 3
    drawn = next(one for one in desk.canvas.findChildren(Spot) if one.key == desk.draft.marks[2].id)
    drawn.setFocus()
    QTest.keyClick(drawn, Qt.Key.Key_Delete)
    assert len(heard(desk)) == 2
    assert QApplication.focusWidget() is desk.canvas
    desk.draft.undo.undo()
    assert len(heard(desk)) == 3


def test_a_place_that_is_nothing_is_not_on_the_picture_until_it_is_chosen(desk: Desk) -> None:
    desk.draft.select(desk.draft.marks[1].id)
    desk.acts.nothing()
    desk.draft.select(None)
    assert len(heard(desk)) == 1
    desk.draft.select(desk.draft.marks[1].id)
    assert len(heard(desk)) == 2
