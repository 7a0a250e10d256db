import pytest
from PySide6.QtCore import QLocale

from storage.evidence import FIELDS
from ui.desktop import phrases
from ui.desktop.models.fields import CHOICES, GROUPS, field_words
from ui.desktop.models.fields import FIELDS as FIELD_WORDS
from ui.desktop.widgets.text import breakable


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English))


def test_sizes_and_times_are_said_for_people() -> None:
    assert phrases.size(3_100_000) == "3.1 MB"
    assert phrases.left(None) == ""
    assert phrases.left(2) == "a moment left"
    assert phrases.left(40) == "about 40 s left"
    assert phrases.left(600) == "about 10 min left"
    assert phrases.left(7200) == "about 2 h left"
    assert phrases.duration("65.4") == "1:05"
    assert phrases.duration("3725") == "1:02:05"
    assert phrases.duration(None) == ""
    assert phrases.duration("soon") == ""


def test_a_moment_is_said_in_the_calendar_and_nonsense_as_it_is() -> None:
    assert phrases.when("2024-05-01T18:42:07").startswith("1 May 2024, ")
    assert phrases.when("yesterday\n") == "yesterday\\n"
    assert phrases.when(None) == ""


def test_a_fingerprint_is_grouped() -> None:
    assert phrases.grouped("0123456789abcdef01") == "01234567 89abcdef 01"


def test_every_field_group_and_choice_of_the_record_has_words() -> None:
    for field in FIELDS:
        assert field.group in GROUPS
        assert field.name in FIELD_WORDS or field.name.endswith("_confidence"), field.name
        assert set(field.choices) <= set(CHOICES)
        assert field_words(field.name) != field.name


def test_a_person_of_any_number_has_the_words_of_a_person() -> None:
    assert field_words("person.12.consent") == field_words("person.consent")


def test_an_endless_word_wraps_and_a_short_one_is_left_alone() -> None:
    assert breakable("plain words") == "plain words"
    assert breakable("x" * 40).replace("\u200b", "") == "x" * 40
    assert max(map(len, breakable("x" * 400).split("\u200b"))) <= 16
