"""Every language says everything, with the same places, and promises no more than English."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

import pytest

from tests.ui.words.directions import turned_around
from ui.words import languages, speaking
from ui.words.english import ENGLISH
from ui.words.language import Language

OTHERS = [code for code in languages.CODES if code != ENGLISH.code]
_ABOUT = ("code", "name", "right_to_left")
_PLACE = re.compile(r"\{\w*\}")
_PROMISES = {
    "fa": r"امن|ایمن|ناشناس\b",
    "ar": r"آمن|مأمون|مجهول",
    "es": r"\bsegur[oa]s?\b|anónim",
    "fr": r"\bsûrs?\b|\bsûres?\b|sécuris|anonym",
}
"""What no program can promise of a file, a copy or a person: "safe" and "anonymous"."""


def _texts(table: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(table, str):
        yield where, table
    elif isinstance(table, Mapping):
        for key, value in table.items():
            yield from _texts(value, f"{where}.{getattr(key, 'value', key)}")
    else:
        for number, value in enumerate(table):
            yield from _texts(value, f"{where}[{number}]")


def _all(language: Language) -> dict[str, str]:
    tables = (one.name for one in fields(Language) if one.name not in _ABOUT)
    return dict(pair for name in tables for pair in _texts(getattr(language, name), name))


def _places(text: str) -> set[str]:
    return set(_PLACE.findall(text))


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> Language:
    return languages.language(request.param)


def test_a_language_says_all_that_english_says(language: Language) -> None:
    said, meant = _all(language), _all(ENGLISH)
    assert said.keys() == meant.keys()
    assert {key for key, text in said.items() if not text} == {
        key for key, text in meant.items() if not text
    }


def test_a_language_uses_no_place_that_english_does_not_fill(language: Language) -> None:
    said, meant = _all(language), _all(ENGLISH)
    wrong = [key for key in said if _places(said[key]) != _places(meant[key])]
    assert wrong == []


@pytest.mark.parametrize("code", languages.CODES)
def test_a_text_ends_where_its_last_sentence_does(code: str) -> None:
    # What ends in a space was to go on, and what was to follow is missing.
    texts = _all(languages.language(code))
    assert [key for key, text in texts.items() if text != text.rstrip()] == []


def test_a_language_promises_neither_of_the_two_words(language: Language) -> None:
    promise = re.compile(_PROMISES[language.code], re.IGNORECASE)
    assert [key for key, text in _all(language).items() if promise.search(text)] == []


def test_a_language_is_known_by_the_name_that_it_gives_itself(language: Language) -> None:
    assert languages.NAMES[language.code] == language.name
    assert language.right_to_left == (language.code in ("fa", "ar"))


def test_what_is_said_is_said_in_the_language_that_is_spoken(language: Language) -> None:
    from ui.words import event_name

    speaking.speak(language)
    try:
        assert event_name("sealed") == language.events["sealed"] != ENGLISH.events["sealed"]
    finally:
        speaking.speak(ENGLISH)


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_a_text_from_right_to_left_says_so_where_it_begins_with_something_else(code: str) -> None:
    # A line runs as its first letter does (UAX #9): one that begins with "Tor" is turned around.
    assert [
        key for key, text in _all(languages.language(code)).items() if turned_around(text)
    ] == []
