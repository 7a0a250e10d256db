"""The sketch of a place is painted from what is in the app, and says where it is in words."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from capture.kinds import MediaKind
from capture.report import Facts, Harm, MetadataReport, Trace
from tests.ui.desktop.test_desktop_access import nameless
from ui.desktop import theme
from ui.desktop.models.item import spot_at
from ui.desktop.theme import Theme
from ui.desktop.widgets.mapsketch import MapSketch
from ui.desktop.widgets.says import SaysPanel


def shades(sketch: MapSketch) -> set[str]:
    image = sketch.map.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return {image.pixelColor(x, y).name() for x, y in places}


def words(sketch: MapSketch) -> str:
    return " ".join(one.text() for one in sketch.findChildren(QLabel))


@pytest.mark.parametrize(
    ("north", "east", "said"),
    [
        (35.6892, 51.3890, "Tehran, Iran"),
        (-16.8, 179.99, "Fiji"),
        (-33.0, -71.7, "Chile"),
        (0.0, -30.0, "km"),
    ],
)
def test_a_place_is_shown_and_said(
    theme: Theme, qtbot: QtBot, north: float, east: float, said: str
) -> None:
    sketch = MapSketch(spot_at(north, east))
    qtbot.addWidget(sketch)
    sketch.resize(500, 320)
    assert said in words(sketch)
    assert "nothing was fetched" in words(sketch)
    assert said in sketch.map.accessibleName()
    assert nameless(sketch) == []
    assert sketch.map.grab().toImage().pixelColor(sketch.map.rect().center()).red() > 120


def test_the_numbers_of_a_place_are_one_piece_that_no_line_breaks(
    theme: Theme, qtbot: QtBot
) -> None:
    """Where one reads from the right, half of them would stand in the next line, in its order."""
    panel = SaysPanel()
    qtbot.addWidget(panel)
    traces = (Trace("GPSLatitude", "35 41 21", Harm.LOCATION, "APP1/Exif/GPS"),)
    facts = Facts(latitude="35.689200", longitude="-51.389000")
    panel.show_report(
        MetadataReport(MediaKind.JPEG, 1, traces, facts=facts), None, spot_at(35.6892, -51.389)
    )
    said = [one.text() for one in panel.findChildren(QLabel) if "51.38" in one.text()]
    pieces = [one.partition("\u2066")[2].partition("\u2069")[0] for one in said]
    assert len(pieces) == 2
    for piece in pieces:
        assert "35.6892" in piece
        assert "51.389" in piece
        assert not {" ", "\n", "\u200b"} & set(piece)


def test_a_town_is_named_where_its_name_is_seen_whole_and_lies_over_no_other(
    theme: Theme, qtbot: QtBot
) -> None:
    sketch = MapSketch(spot_at(35.6892, 51.389))
    qtbot.addWidget(sketch)
    sketch.resize(440, 240)
    sketch.grab()
    seen = []
    for _ in range(5):
        names = sketch.map.names()
        seen.append(len(names))
        assert names[0][0] == "Tehran"
        boxes = [box for _, _, box in names]
        assert all(QRectF(sketch.map.rect()).contains(box) for box in boxes)
        assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
        sketch.further.click()
    assert seen[-1] == 1 < max(seen)


def test_land_and_sea_are_told_apart_at_every_scale(theme: Theme, qtbot: QtBot) -> None:
    sketch = MapSketch(spot_at(43.3, 5.37))  # Marseille: coast and borders
    qtbot.addWidget(sketch)
    sketch.resize(500, 320)
    colours = theme_now()
    for _ in range(5):
        seen = shades(sketch)
        assert {colours.sunken, colours.accent_soft} <= seen
        sketch.further.click()
    assert not sketch.further.isEnabled()
    for _ in range(9):
        sketch.closer.click()
    assert not sketch.closer.isEnabled()


def theme_now() -> theme.Colours:
    assert QColor(theme.current().surface).isValid()
    return theme.current()
