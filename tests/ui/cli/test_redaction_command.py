"""What ``redact`` says of an item that it cannot cover: in words that are true, in one line."""

from pathlib import Path

import pytest

from storage.records import Provenance
from tests.storage.vault.vaults import PASSPHRASE, make
from ui.cli import exits
from ui.cli.app import main

NAME = "IMG\x1b[2J\u202egpj.exe"


@pytest.fixture
def redact(tmp_path: Path) -> list[str]:
    """A command on a vault with one photo that nobody covered, whose sender chose its name."""
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    with make(tmp_path / "vault") as vault:
        draft = vault.draft()
        draft.write(b"content")
        item = vault.keep_original(draft, "jpeg", Provenance("folder", NAME, None)).id
    vault_and_item = [str(tmp_path / "vault"), item]
    return ["redact", *vault_and_item, "--passphrase-file", str(tmp_path / "passphrase")]


@pytest.mark.parametrize("kind", ["--looked", "--write-plan"])
def test_where_nothing_is_covered_that_is_said_and_a_name_moves_no_terminal(
    redact: list[str], kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [kind] if kind == "--looked" else [kind, str(tmp_path / "plan.json")]
    assert main([*redact, *more]) == exits.REFUSED
    out, err = capsys.readouterr()
    assert "IMG\\u{1b}[2J\\u{202e}gpj.exe" in out
    assert "no covered copy of item" in out
    assert "no verified cleaned copy" not in out + err
    assert not any(mark in out + err for mark in ("\x1b[2J", "\u202e"))
    assert not (tmp_path / "plan.json").exists()


def test_a_plan_that_could_not_be_written_is_refused_before_anything_is_covered(
    redact: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.json").write_text("mine")
    plan = str(tmp_path / "plan.json")
    assert main([*redact, "--box", "0,0,9,9", "--write-plan", plan]) == exits.REFUSED
    assert "nothing is ever overwritten" in capsys.readouterr().err
    assert (tmp_path / "plan.json").read_text() == "mine"
