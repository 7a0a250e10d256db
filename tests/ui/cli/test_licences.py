"""The command ``licences``."""

import json

import pytest

from ui.cli import app, exits
from ui.words import licences


def test_all_parts_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["licences"]) == exits.DONE
    said = capsys.readouterr().out
    assert all(part.name in said for part in licences.parts())


def test_the_terms_of_one_are_shown_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["licences", "FFMPEG"]) == exits.DONE
    said = capsys.readouterr().out
    (ffmpeg,) = licences.named("ffmpeg")
    assert all(text in said for text in ffmpeg.texts)


def test_the_json_says_who_carries_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["licences", "x265", "--json"]) == exits.DONE
    (part,) = json.loads(capsys.readouterr().out)["parts"]
    assert part["carried_by"] == ["av", "pillow-heif"]
    assert part["licence"] == "GPL-2.0-or-later"


def test_an_unknown_part_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["licences", "no such part"]) == exits.USAGE
    assert "no such part" in capsys.readouterr().err.lower()
