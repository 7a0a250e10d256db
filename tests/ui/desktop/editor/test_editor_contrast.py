"""What stands in the photo editor can be read, light and dark; outlines are seen on any photo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from capture.redact.plan import Region, RegionKind
from tests.ui.desktop.test_contrast import SCHEMES, faint
from tests.ui.desktop.test_theme import contrast
from ui.desktop.editor.draft import Mark, State
from ui.desktop.editor.items import MarkItem, pens
from ui.desktop.editor.page import EditorPage
from ui.desktop.editor.tools import Tool
from ui.desktop.theme import Theme
from ui.desktop.window import Window

SEEN = 3.0
"""WCAG 2.2 for what is no text."""
GROUNDS = [QColor(level, level, level) for level in range(0, 256, 15)]


def over(above: QColor, below: QColor) -> str:
    """Return what is seen of a colour that lets another through."""
    share = above.alphaF()
    pairs = zip(above.getRgb()[:3], below.getRgb()[:3], strict=True)  # type: ignore[index] # a tuple
    return QColor(*(round(one * share + other * (1 - share)) for one, other in pairs)).name()


@pytest.mark.parametrize("state", list(State))
def test_an_outline_is_seen_on_any_photo(state: State, qapp: QApplication) -> None:
    mark = Mark(1, Region(0, 0, 9, 9, kind=RegionKind.FACE, confidence=900), state)
    halo, own = pens(MarkItem(mark, None).colour, Qt.PenStyle.SolidLine, bold=False)
    for ground in GROUNDS:
        dark = over(halo.color(), ground)
        seen = max(contrast(own.color().name(), dark), contrast(own.color().name(), ground.name()))
        assert seen >= SEEN, ground.name()


def test_the_page(window: Window, editor: EditorPage, theme: Theme) -> None:
    editor.acts.step(1)
    for scheme in SCHEMES:
        theme.choose(scheme)
        for tool in (Tool.PICK, Tool.FRAME):
            editor.bench.use(tool)
            for _ in range(4):
                QApplication.processEvents()
            assert faint(window) == []
    theme.choose(None)
