"""Where the vault and the settings are: with the person, or beside the program on a stick."""

import sys
from pathlib import Path

import pytest

from ui.desktop import language, places


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a stick with a built program on it, which is this one."""
    program = tmp_path / "a stick" / "program" / "firsthand"
    program.parent.mkdir(parents=True)
    program.touch()
    (tmp_path / "a stick" / "portable").touch()
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    return tmp_path / "a stick"


def test_from_source_all_is_with_the_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert places.stick() is None
    assert places.vault() == tmp_path / "Firsthand"


def test_on_a_stick_all_is_beside_the_program(stick: Path) -> None:
    assert places.vault() == stick / "Firsthand"
    assert places.settings() == stick / "Settings"


def test_an_installed_program_is_on_no_stick(stick: Path) -> None:
    (stick / "portable").unlink()
    assert places.stick() is None
    assert places.vault() == Path.home() / "Firsthand"


def test_a_language_that_is_chosen_on_a_stick_stays_there(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FIRSTHAND_LANGUAGE", raising=False)
    language.choose("fa")
    monkeypatch.delenv("FIRSTHAND_LANGUAGE")
    assert (stick / "Settings" / "language").read_text() == "fa\n"
    assert language.chosen() == "fa"


def test_the_confined_child_reads_the_program_and_not_the_vault(stick: Path) -> None:
    from capture.isolate import confine

    readable = set(confine.readable())
    assert stick / "program" in readable
    assert not any(path == stick or path.is_relative_to(places.vault()) for path in readable)
