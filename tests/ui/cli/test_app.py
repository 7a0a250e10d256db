import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import errors
from ui.cli import app, exits

CONTRACT = Path(__file__).resolve().parents[3] / "docs" / "cli.md"


def documented() -> set[str]:
    """Return the first word of every command in the table of the contract."""
    rows = [line for line in CONTRACT.read_text("utf-8").splitlines() if line.startswith("| `")]
    cells = " ".join(row.split(" | ")[0] for row in rows)
    return set(re.findall(r"`([a-z-]+) [A-Z[a-z]", cells))


def offered(help_text: str) -> set[str]:
    return set(re.findall(r"^    ([a-z-]+)(?: |$)", help_text, re.MULTILINE))


def test_help_lists_every_command_that_there_is_and_the_exit_codes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert app.main(["--help"]) == exits.DONE
    written = capsys.readouterr().out
    assert offered(written) == documented()
    assert {name for adds in app.GROUPS.values() for name in adds} == documented()
    for code in ("0", "1", "2", "3", "4", "130"):
        assert re.search(rf"^  {code} ", written, re.MULTILINE)


OPTION = re.compile(r"--[a-z][a-z-]+")
TOLD_APART = {"--help", "--passphrase-file", "--shares-file", "--out", "--output"}
"""Options that the contract tells for all commands, or by their letter."""


def options(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, set[str]]]:
    """Give each command, with those below it, and its own options."""
    found = {option for action in parser._actions for option in action.option_strings}
    inner = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not inner:
        yield name, set(OPTION.findall(" ".join(found))) - TOLD_APART
    for word, below in (pair for one in inner for pair in one.choices.items()):
        yield from options(below, f"{name} {word}".strip())


def test_the_contract_names_every_option_and_no_other() -> None:
    offered = dict(options(app._parser(tuple(app.GROUPS))))
    named: dict[str, set[str]] = {command: set() for command in offered}
    for row in CONTRACT.read_text("utf-8").splitlines():
        if not row.startswith("| `"):
            continue
        cell, does = row.split(" | ", 1)
        for typed in re.findall(r"`([^`]*)`", cell.replace("pause\\|resume\\|cancel", "pause")):
            command = max((one for one in offered if f"{typed} ".startswith(f"{one} ")), key=len)
            assert set(OPTION.findall(typed)) <= offered[command], typed
            named[command] |= set(OPTION.findall(typed + does))
    assert {
        command: left for command, own in offered.items() if (left := own - named[command])
    } == {}


@pytest.mark.parametrize("command", sorted(name for adds in app.GROUPS.values() for name in adds))
def test_each_command_is_in_the_module_that_is_loaded_for_it(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main([command, "--help"]) == exits.DONE
    assert f"firsthand {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["inspect"],
        ["clean", "x.jpg"],
        ["clean", "x.jpg", "-o", "d", "--profile", "best"],
        ["clean", "x.jpg", "-o", "d", "--jobs", "0"],
        ["clean", "x.jpg", "-o", "d", "--jobs", "many"],
        ["vault"],
        ["note", "v", "abcd", "--set", "no-equals-sign"],
        ["bundle", "v", "abcd", "-o", "f", "--reveal", "location=street"],
        ["bundle", "v", "abcd", "-o", "f", "--reveal", "name=exact"],
        ["bundle", "v", "abcd", "-o", "f", "--with-originals"],
        ["bundle", "v", "abcd", "-o", "f", "--volume", "1kB"],
        ["bundle", "v", "abcd", "-o", "f", "--volume", "lots"],
        ["reveal", "v", "abcd", "abcd"],
        ["verify", "f", "--original", "o"],
        ["vault", "create", "v", "--passphrase", "secret"],
    ],
)
def test_wrong_usage_is_2_and_says_so_on_standard_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(arguments) == exits.USAGE
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.WrongPassphrase(), 3),
        (errors.WrongIdentity(), 3),
        (errors.DamagedVault(part="head"), 4),
        (errors.DamagedBundle(), 4),
        (errors.NotAVault(), 1),
        (errors.DiskFull(), 1),
        (PermissionError(), 1),
        (RuntimeError(), 1),
        (exits.UsageError("what"), 2),
        (exits.Cancelled(), 130),
        (KeyboardInterrupt(), 130),
    ],
)
def test_every_end_has_its_code(error: BaseException, code: int) -> None:
    assert exits.exit_code(error) == code


def test_a_command_that_fails_answers_in_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(["list", str(tmp_path / "none"), "--json"]) == exits.REFUSED
    written = capsys.readouterr()
    assert json.loads(written.out)["error"]["code"] == "not-a-vault"
    assert "no vault" in written.err


def test_a_bug_names_its_place_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("/home/maryam/evidence.jpg")

    monkeypatch.setattr("ui.cli.media.find", broken)
    assert app.main(["inspect", "x.jpg"]) == exits.REFUSED
    written = capsys.readouterr().err
    assert "maryam" not in written
    assert re.search(r"KeyError at .*media\.py:\d+ > test_app\.py:\d+", written)
