"""The contact sheet and the record: what they show, and what they must never do."""

import csv
import io
import json
import re
import tracemalloc
from dataclasses import fields, replace
from html.parser import HTMLParser

import pytest
from typing_extensions import override

from capture.reveal import RevealPlace, RevealTime, shown
from storage.bundle.notes import as_csv, as_json, as_uwazi, rows
from storage.bundle.sheet import sheet
from storage.bundle.sheet_check import check_html
from storage.bundle.sheet_words import WORDS
from storage.errors import DamagedBundle
from storage.evidence import FIELDS
from tests.storage.bundle.samples import contents, with_first

PUBLIC = bytes(32)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y> سلام\u202e &amp; \udc80"


class Seen(HTMLParser):
    """Gathers the elements, their attributes and the text of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page.decode())

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    @override
    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", WORDS)
def test_the_page_asks_for_nothing_from_anywhere(language: str) -> None:
    page = sheet(with_first(contents(), record={HOSTILE: HOSTILE}), PUBLIC, language)
    seen = Seen(page)
    assert {tag for tag, _ in seen.elements}.isdisjoint({"script", "link", "iframe", "object"})
    assert b"http:" not in page
    assert b"https:" not in page
    for tag, attributes in seen.elements:
        assert not any(name.startswith("on") for name in attributes)
        if tag == "img":
            assert str(attributes["src"]).startswith("data:image/jpeg;base64,")
        if tag == "a":
            assert re.fullmatch(r"VERIFY\.txt|data/media/\d{3}\.jpg", str(attributes["href"]))
    policies = [a["content"] for t, a in seen.elements if "http-equiv" in a]
    assert policies == ["default-src 'none'; img-src data:; style-src 'unsafe-inline'"]


def test_what_a_person_typed_is_shown_as_they_typed_it() -> None:
    typed = HOSTILE.replace("\udc80", "")
    page = sheet(with_first(contents(), record={"summary": typed}), PUBLIC, "en")
    assert typed in Seen(page).text


def test_a_page_in_persian_runs_from_right_to_left() -> None:
    head = Seen(sheet(contents(), PUBLIC, "fa")).elements[0]
    assert head == ("html", {"lang": "fa", "dir": "rtl"})


def test_an_item_without_a_picture_has_none() -> None:
    given = with_first(contents(count=1), thumbnail=None)
    assert "img" not in {tag for tag, _ in Seen(sheet(given, PUBLIC, "en")).elements}


def test_every_language_says_everything_in_its_own_words() -> None:
    english = WORDS["en"]
    for language, words in WORDS.items():
        assert words.fields.keys() == english.fields.keys()
        texts = [getattr(words, field.name) for field in fields(words) if field.name != "fields"]
        assert all(texts)
        if language != "en":
            assert words.about != english.about
            assert sum(words.fields[key] == english.fields[key] for key in words.fields) < 4


def test_the_named_fields_are_fields_of_the_record() -> None:
    known = {field.name.removeprefix("person.") for field in FIELDS}
    assert set(WORDS["en"].fields) <= {*known, "place"}  # which a coarser place is called


def test_the_record_comes_back_exactly_from_json() -> None:
    record = {"summary": HOSTILE, "notes": "=1+1", "place": ""}
    given = with_first(contents(), record=record)
    value = json.loads(as_json(rows(given.items)))
    assert value["items"][0] == {"path": "data/media/001.jpg", "fields": record}


def test_a_page_of_nothing_but_tags_takes_no_more_room_than_it_has() -> None:
    page = sheet(contents(count=1), PUBLIC, "en").replace(b"<h1>", b"<p>" * 200_000 + b"<h1>")
    tracemalloc.start()
    try:
        check_html(page)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < len(page) // 4
    with pytest.raises(DamagedBundle):
        check_html(page.replace(b"<h1>", b"<h1><script>"))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_spreadsheet_finds_no_formula(cell: str) -> None:
    given = with_first(contents(), record={"=name": cell, "notes": 'a,"b"\nc'})
    text = as_csv(rows(given.items)).decode("utf-8-sig")
    cells = list(csv.reader(io.StringIO(text, newline="")))
    assert cells[0] == ["path", "'=name", "claimed_time", "notes", "summary"]
    assert cells[1] == ["data/media/001.jpg", "'" + cell, "", 'a,"b"\nc', ""]


def test_a_record_with_half_a_letter_is_still_written() -> None:
    given = replace(contents(), items=with_first(contents(), record={"a": "\udc80"}).items)
    assert as_csv(rows(given.items)).decode("utf-8-sig").splitlines()[1].endswith("?,,")


def test_uwazi_finds_a_title_and_a_file_for_each_item() -> None:
    given = with_first(contents(), record={"summary": "=A march", "claimed_time": "2024-05"})
    bare = replace(given, items=(given.items[0], replace(given.items[1], record={})))
    text = as_uwazi(rows(bare.items)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["title", "file", "claimed_time"],
        ["'=A march", "001.jpg", "2024-05"],
        ["002.jpg", "002.jpg", ""],
    ]


@pytest.mark.parametrize("language", WORDS)
def test_all_that_may_leave_of_a_record_has_a_name_in_each_language(language: str) -> None:
    """Nothing but the name of a standard stands in another language's sheet by its key."""
    names = [field.name for field in FIELDS if "." not in field.name]
    person = {f"person.1.{name}": "x" for name in ("consent", "purpose", "audience", "withdrawal")}
    near = {"embedded_place": "1.0, 2.0", "claimed_place": "x", "embedded_time": "2024-05-01"}
    every = {**dict.fromkeys(names, "x"), **person, **near}
    for place in (RevealPlace.CITY, RevealPlace.EXACT):
        leaves = shown(every, place, RevealTime.EXACT, contact=True)
        for key in leaves:
            assert WORDS[language].label(key) not in {key, ""}
            assert "_" not in WORDS[language].label(key)
            assert WORDS[language].label(key) != key.rpartition(".")[2]


def test_a_files_name_reads_from_left_to_right_in_every_sheet() -> None:
    page = sheet(contents(), PUBLIC, "ar").decode()
    assert '<dd dir="auto"><a href="data/media/001.jpg">001.jpg</a></dd>' in page
    check_html(page.encode())
