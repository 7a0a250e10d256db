import argparse
import io
import sys
from pathlib import Path

import pytest

from ui.cli import passphrase
from ui.cli.exits import UsageError


def options(source: str | None) -> argparse.Namespace:
    return argparse.Namespace(passphrase_file=source)


@pytest.mark.parametrize(
    "written",
    [
        b"caf\xc3\xa9 horse",
        b"caf\xc3\xa9 horse\n",
        b"caf\xc3\xa9 horse\r\nsecond line\n",
        b"\xef\xbb\xbfcaf\xc3\xa9 horse\n",
    ],
)
def test_the_passphrase_is_the_first_line_of_the_file(written: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pw"
    path.write_bytes(written)
    assert passphrase.current(options(str(path))) == "café horse"


def test_spaces_belong_to_the_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "pw"
    path.write_bytes(b"  two spaces  \n")
    assert passphrase.current(options(str(path))) == "  two spaces  "


@pytest.mark.parametrize("written", [b"", b"\n", b"\xff\xfe\n", b"x" * 5000])
def test_what_is_no_passphrase_is_refused(written: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pw"
    path.write_bytes(written)
    with pytest.raises(UsageError):
        passphrase.current(options(str(path)))


def test_standard_input_gives_the_old_one_and_then_the_new(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    standard_input = io.TextIOWrapper(io.BytesIO(b"the old passphrase\nthe new passphrase\n"))
    monkeypatch.setattr(sys, "stdin", standard_input)
    assert passphrase.current(options("-")) == "the old passphrase"
    assert passphrase.chosen("-") == "the new passphrase"
    assert capsys.readouterr().err == ""


def test_a_new_passphrase_is_asked_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["correct horse battery", "correct horse battery"])
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: next(answers))
    assert passphrase.chosen(None) == "correct horse battery"
    assert next(answers, None) is None


def test_two_different_answers_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["correct horse battery", "correct house battery"])
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: next(answers))
    with pytest.raises(UsageError, match="not the same"):
        passphrase.chosen(None)


def test_a_short_passphrase_is_warned_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pw"
    path.write_text("1234\n")
    assert passphrase.chosen(str(path)) == "1234"
    assert "can guess it" in capsys.readouterr().err
