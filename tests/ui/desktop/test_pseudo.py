"""A language that nobody speaks: what a translator would never see stands out on every page.

Each phrase comes back in brackets and a third longer. Whatever of a page is not in brackets was
not translatable; whatever does not fit has no room for longer languages than English.
"""

import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from capture.platforms import PLATFORMS
from ui.desktop import dialogs
from ui.desktop.theme import Theme
from ui.desktop.window import Window
from ui.words import languages, speaking
from ui.words.english import ENGLISH
from ui.words.language import Language

ROOT = Path(__file__).resolve().parents[3]
_LONGER = 0.3
_IN_BRACKETS = re.compile(r"⟦[^⟦⟧]*⟧")
_LETTERS = re.compile(r"[A-Za-z]{3,}")
_SLACK = 2
FOREIGN_NAMES = (
    "Firsthand",
    "CSV",
    "JSON",
    "Uwazi",
    "Sample Works Witness One",
    "The Paper",
    "Since 1921. Call the desk for the words of this card.",
)


def bracketed(phrase: str) -> str:
    """Return the phrase as nobody says it, with its places, its key and its lines."""
    if not phrase.strip():
        return phrase
    return f"⟦{phrase}{'~' * round(len(phrase) * _LONGER)}⟧"


class Pseudo(QTranslator):
    @override
    def translate(self, _context: str, source: str, _more: str | None = None, _n: int = -1) -> str:
        return bracketed(source)

    @override
    def isEmpty(self) -> bool:
        return False


def _table(value: Any) -> Any:
    if isinstance(value, str):
        return bracketed(value)
    if isinstance(value, Mapping):
        return {key: _table(one) for key, one in value.items()}
    return tuple(_table(one) for one in value)


def pseudo_words() -> Language:
    kept = {"code", "name", "right_to_left"}
    tables = {one.name: getattr(ENGLISH, one.name) for one in fields(Language)}
    return Language(
        **{key: value if key in kept else _table(value) for key, value in tables.items()}
    )


def texts(widget: QWidget) -> Iterator[str]:
    """Return all that a widget says to eyes and to a screen reader."""
    yield widget.accessibleName()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))


_FOREIGN = (
    _IN_BRACKETS.pattern,
    r"https?:/\S*",
    r"\b[\w.-]+\.(?:jpg|HEIC|heic|mp4|zip|txt)\b",
    r"^ +(?:unzip|sha256sum -c) .*$",
    r"\bSHA-?256\S*",
    r"(?:\b[0-9a-fA-F]{8}\b ?)+",
    r"\b\d[\d.,]* (?:kB|MB|GB)\b",
    r"\b\d{1,2} [A-Z][a-z]{2} \d{4}, \d{1,2}:\d\d\s[AP]M\b",
    r"\b[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, \d{4}\b",
    r"\((?:Ctrl|Shift|[+-])[^)]*\)",
    r"\b(?:JPEG|HEIC|MP4|jpeg|heif|mp4|UTC|eth\d|lo)\b",
)
"""What is the same in every language, or was said by a file, a server or a locale."""
_KNOWN = re.compile("|".join(_FOREIGN), re.MULTILINE)


def unsaid(text: str, names: re.Pattern[str]) -> str:
    """Return what of a text is in no brackets, and is no name or figure."""
    while _IN_BRACKETS.search(text):
        text = _IN_BRACKETS.sub(" ", text)
    return names.sub(" ", _KNOWN.sub(" ", text))


def _of_any_language(widget: QWidget) -> bool:
    """Whether it holds codes, or words of a list that is English in every language."""
    laid = widget.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection)
    return widget.property("role") == "mono" or (laid and isinstance(widget, QLabel))


def cut_off(widget: QWidget) -> bool:
    """Whether a button or a line of text has less room than it asks for."""
    if isinstance(widget, QPushButton) and widget.text():
        return widget.sizeHint().width() > widget.width() + _SLACK
    if type(widget) is QLabel and widget.text() and not widget.wordWrap():
        shown = widget.text().replace("&", "")  # the letter that is pressed with Alt
        needed = widget.fontMetrics().boundingRect(widget.rect(), 0, shown).width()
        return needed > widget.width() + _SLACK
    return False


def room_comes(widget: QWidget) -> bool:
    """Whether it was only not laid out yet: a job said its words just now."""
    for _ in range(50):
        QTest.qWait(10)
        if not isValid(widget) or not cut_off(widget):
            return True
    return False


@pytest.fixture
def camera(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Give a camera that walks through every page, and looks instead of taking pictures."""
    spec = importlib.util.spec_from_file_location("shots", ROOT / "packaging" / "screenshots.py")
    assert spec is not None
    assert spec.loader is not None
    shots = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shots)
    monkeypatch.setattr(shots, "SETTLE_SECONDS", 0.0)
    dialogs.forget_everything()
    translator = Pseudo()

    def speak(app: QApplication, _code: str) -> None:
        app.installTranslator(translator)
        speaking.speak(pseudo_words())
        QLocale.setDefault(QLocale("en"))

    monkeypatch.setattr(shots.language, "speak", speak)
    yield looking(shots, qapp, tmp_path)
    qapp.removeTranslator(translator)
    speaking.speak(ENGLISH)


def looking(shots: ModuleType, app: QApplication, folder: Path) -> Any:
    """Return the camera; what it found is in ``missed`` and ``cut``, by page."""
    foreign = [*FOREIGN_NAMES, *languages.NAMES.values()]
    foreign += [platform.label for platform in PLATFORMS]
    names = re.compile("|".join(re.escape(name) for name in foreign))

    class Looking(shots.Camera):  # type: ignore[misc, name-defined] # loaded by its path
        def __init__(self) -> None:
            super().__init__(app, folder, every=True)
            self.pages: list[str] = []
            self.missed: dict[str, str] = {}
            self.cut: dict[str, str] = {}

        def _grab(self, window: Window, name: str) -> None:
            app.processEvents()
            self.pages.append(name)
            for widget in (window, *window.findChildren(QWidget)):
                if isValid(widget) and widget.isVisible() and not _of_any_language(widget):
                    self._look(widget, name)

        def _look(self, widget: QWidget, name: str) -> None:
            for text in texts(widget):
                if _LETTERS.search(unsaid(text, names)):
                    self.missed.setdefault(text, name)
            if cut_off(widget) and not room_comes(widget):
                self.cut.setdefault(widget.text(), name)  # type: ignore[attr-defined] # see cut_off

    return Looking()


def test_every_page_says_all_of_it_to_translators_and_has_room_for_longer_words(
    camera: Any, theme: Theme
) -> None:
    camera.walk(theme, Qt.ColorScheme.Light, "none")
    assert len(camera.pages) > 40
    assert camera.missed == {}
    assert camera.cut == {}
