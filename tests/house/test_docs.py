"""The documents hold together: what they name is there, and every link leads somewhere."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")])
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)[^)]*\)")
NAMED_FILE = re.compile(r"`((?:capture|storage|ui|tests|packaging|docs)/[\w./-]*\w/?)(?:::\w+)?`")
NAMED_CODE = re.compile(r"`((?:main|(?:capture|storage|ui)/[\w/]+)\.py)::(\w+)`")
PROMISES = 7

each = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix()
)


def test_every_promise_names_tests_that_are_there() -> None:
    text = (PROJECT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    promises = text.partition("## The seven promises")[2].partition("\n## ")[0]
    parts = re.split(r"^\*\*\d\. ", promises, flags=re.MULTILINE)[1:]
    assert len(parts) == PROMISES
    for part in parts:
        named = NAMED_TEST.findall(part)
        assert named, part
        for file, test in named:
            assert f"def {test}(" in (PROJECT / file).read_text(encoding="utf-8"), (file, test)


@each
def test_every_link_leads_to_a_file(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@each
def test_every_file_that_is_named_is_there(document: Path) -> None:
    names = NAMED_FILE.findall(document.read_text(encoding="utf-8"))
    gone = [
        name
        for name in names
        if not (PROJECT / name).exists() and not (PROJECT / f"{name}.py").exists()
    ]
    assert gone == []


@each
def test_every_function_that_is_named_is_there(document: Path) -> None:
    for file, name in NAMED_CODE.findall(document.read_text(encoding="utf-8")):
        source = (PROJECT / file).read_text(encoding="utf-8")
        assert re.search(rf"^(def|class) {name}\b", source, re.MULTILINE), (file, name)


def test_the_tour_names_what_there_is_to_read() -> None:
    named = NAMED_CODE.findall((PROJECT / "docs" / "tour.md").read_text(encoding="utf-8"))
    assert {"main.py", "capture/intake.py", "storage/bundle/build.py"} <= {
        file for file, _ in named
    }


def test_the_tour_names_every_door() -> None:
    text = (PROJECT / "docs" / "tour.md").read_text(encoding="utf-8")
    said = text.partition("doors of `capture` know `storage`:")[2].partition("never knows")[0]
    doors = {
        f"capture/{path.name}"
        for path in (PROJECT / "capture").glob("*.py")
        if re.search(r"^from storage\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert set(re.findall(r"`(capture/\w+\.py)`", said)) == doors


def test_every_decision_is_listed() -> None:
    decisions = PROJECT / "docs" / "decisions"
    listed = LINK.findall((decisions / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(
        path.name for path in decisions.glob("*.md") if path.name != "README.md"
    )
