from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.widgets.flow import flowing


def boxes(qtbot: QtBot, count: int) -> tuple[QWidget, list[QWidget]]:
    made = [QWidget() for _ in range(count)]
    for one in made:
        one.setFixedSize(100, 30)
    line = flowing(*made)
    qtbot.addWidget(line)
    return line, made


def test_what_finds_no_room_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    line, made = boxes(qtbot, 3)
    line.resize(250, 200)
    line.show()
    assert [one.y() for one in made[:2]] == [0, 0]
    assert made[2].y() >= 30
    assert line.heightForWidth(250) > line.heightForWidth(400)
    made[0].hide()
    line.resize(251, 200)
    qtbot.waitUntil(lambda: made[2].y() == made[1].y())


def test_reading_from_the_right_it_begins_there(qtbot: QtBot) -> None:
    line, made = boxes(qtbot, 2)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line.resize(400, 40)
    line.show()
    assert made[0].x() == 300
    assert made[1].x() < made[0].x()
