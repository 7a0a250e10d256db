from dataclasses import fields

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from ui.desktop.theme import DARK, LIGHT, Colours, Theme, current
from ui.desktop.widgets.icons import NAMES, icon

GROUNDS = ("canvas", "surface", "sunken")
TEXT = [
    *((ink, ground) for ink in ("ink", "soft") for ground in GROUNDS),
    *((ink, ground) for ink in ("accent", "danger", "warn", "good") for ground in GROUNDS),
    *((tone, f"{tone}_soft") for tone in ("accent", "danger", "warn", "good")),
    *(("ink", f"{tone}_soft") for tone in ("accent", "danger", "warn", "good")),
    ("soft", "accent_soft"),
    ("on_accent", "accent"),
]
EDGES = [("edge", ground) for ground in GROUNDS] + [("accent", ground) for ground in GROUNDS]


def contrast(one: str, other: str) -> float:
    """Return the ratio of WCAG 2.2 between two colours given as "#rrggbb"."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_controls_can_be_seen(colours: Colours, edge: str, ground: str) -> None:
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3.0


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_theme_switches_live(theme: Theme) -> None:
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(theme.dark))
    theme.choose(Qt.ColorScheme.Dark)
    assert current() is DARK
    theme.choose(Qt.ColorScheme.Light)
    assert current() is LIGHT
    assert heard == [True, False]
    theme.choose(None)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_icon_paints_something_in_the_colour_of_the_theme(theme: Theme, name: str) -> None:
    theme.choose(Qt.ColorScheme.Light)
    light = picture(name)
    theme.choose(Qt.ColorScheme.Dark)
    dark = picture(name)
    theme.choose(None)
    empty = QImage(light.size(), light.format())
    empty.fill(0)
    assert light != empty
    assert light != dark


def picture(name: str) -> QImage:
    return icon(name).pixmap(QSize(48, 48)).toImage()


def test_every_colour_is_written_as_one() -> None:
    for colours in (LIGHT, DARK):
        for field in fields(colours):
            assert len(getattr(colours, field.name)) == 7
