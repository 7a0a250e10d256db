"""Every phrase of the window is translated, keeps its places, and is loaded as translated."""

import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.words.directions import turned_around
from ui.desktop import language, places
from ui.words import languages, speaking
from ui.words.english import ENGLISH

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "ui" / "desktop" / "translations"
OTHERS = [code for code in languages.CODES if code != ENGLISH.code]
_PLACE = re.compile(r"\{\w*\}")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tool", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def speaking_english(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    language.speak(qapp, ENGLISH.code)


def _phrases(code: str) -> Iterator[tuple[str, str, str]]:
    for context in ET.parse(FOLDER / f"{code}.ts").iter("context"):  # noqa: S314 # our own file
        for message in context.iter("message"):
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            yield name, source, message.findtext("translation") or ""


def test_there_are_translations_of_every_language() -> None:
    assert {path.stem for path in FOLDER.glob("*.ts")} == set(OTHERS)


@pytest.mark.parametrize("code", OTHERS)
def test_no_phrase_of_the_program_is_missing(code: str, tool: ModuleType) -> None:
    assert tool.unfinished(code) == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_places_and_the_key_of_its_phrase(code: str) -> None:
    wrong = [
        (context, source)
        for context, source, said in _phrases(code)
        if sorted(_PLACE.findall(source)) != sorted(_PLACE.findall(said))
        or ("&" in source) != ("&" in said)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_a_translation_from_right_to_left_is_not_turned_around(code: str) -> None:
    assert [source for _, source, said in _phrases(code) if turned_around(said)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_loaded_was_made_of_the_translations(
    code: str, tool: ModuleType, tmp_path: Path
) -> None:
    tool.release(code, tmp_path)
    assert (FOLDER / f"{code}.qm").read_bytes() == (tmp_path / f"{code}.qm").read_bytes()


@pytest.mark.parametrize("code", OTHERS)
def test_the_window_speaks_the_language(code: str, speaking_english: QApplication) -> None:
    language.speak(speaking_english, code)
    context, source, said = next(_phrases(code))
    assert QCoreApplication.translate(context, source) == said
    assert speaking.spoken().code == code
    assert QLocale().name()[:2] == code
    rtl = speaking_english.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert rtl == speaking.spoken().right_to_left
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"


def test_english_comes_back_whole(speaking_english: QApplication) -> None:
    language.speak(speaking_english, "ar")
    language.speak(speaking_english, ENGLISH.code)
    assert QCoreApplication.translate("WelcomePage", "I am new here") == "I am new here"
    assert speaking_english.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_choice_is_kept_for_the_next_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "settings", lambda: tmp_path / "settings")
    monkeypatch.setenv("FIRSTHAND_LANGUAGE", "")
    assert language.chosen() is None
    assert list(tmp_path.iterdir()) == []
    language.choose("fa")
    monkeypatch.setenv("FIRSTHAND_LANGUAGE", "")
    assert language.chosen() == "fa"
    assert [path.name for path in (tmp_path / "settings").iterdir()] == ["language"]


def test_a_choice_reaches_the_next_process_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings").write_bytes(b"a file where the folder should be")
    monkeypatch.setattr(places, "settings", lambda: tmp_path / "settings")
    monkeypatch.setenv("FIRSTHAND_LANGUAGE", "")
    language.choose("es")
    assert language.chosen() == "es"


@pytest.mark.parametrize("kept", [b"", b"xx\n", b"\xff\xfe", b"f" * 100_000])
def test_a_kept_choice_that_is_none_of_ours_is_passed_over(
    kept: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "settings", lambda: tmp_path)
    monkeypatch.setenv("FIRSTHAND_LANGUAGE", "")
    (tmp_path / "language").write_bytes(kept)
    assert language.chosen() is None
