"""A person at a terminal: prompts that show no letters, a bar that leaves no traces."""

import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Tool
from tests.journeys.conftest import PASSPHRASE, Ended, Firsthand

if sys.platform == "win32":
    pytest.skip("terminals of POSIX", allow_module_level=True)


_PATIENCE = 60.0
INTERRUPT = "\x03"
"""What Ctrl-C types; nothing follows it."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Runs a command on a terminal of its own."""

    firsthand: Firsthand
    setsid: str

    def __call__(self, answers: dict[str, list[str]], *arguments: str | Path) -> Ended:
        """Type each answer when its prompt is shown, until the command ends."""
        ours, theirs = os.openpty()
        process = subprocess.Popen(
            [self.setsid, "--wait", "--ctty", *self.firsthand.command(*arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=self.firsthand.environment(),
            cwd=self.firsthand.home,
        )
        os.close(theirs)
        try:
            shown = conversation(ours, answers)
        finally:
            os.close(ours)
        return Ended(process.wait(_PATIENCE), shown.decode(), "")


def conversation(terminal: int, answers: dict[str, list[str]]) -> bytes:
    shown, told = b"", 0
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            block = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other end is closed
            break
        shown += block
        for prompt, typed in answers.items():
            if typed and shown[told:].endswith(prompt.encode()):
                told = len(shown)
                answer = typed.pop(0)
                os.write(terminal, answer.encode() + (b"" if answer == INTERRUPT else b"\n"))
    return shown


@pytest.fixture
def talk(firsthand: Firsthand, tool: Tool) -> Talk:
    return Talk(firsthand, tool("setsid"))


def test_a_new_passphrase_is_asked_for_twice_and_not_shown(
    firsthand: Firsthand, talk: Talk, tmp_path: Path
) -> None:
    answers = {"New passphrase: ": [PASSPHRASE], "The same again: ": [PASSPHRASE]}
    ended = talk(answers, "vault", "create", tmp_path / "vault")
    assert ended.code == 0, ended.out
    assert answers == {"New passphrase: ": [], "The same again: ": []}
    assert "horse" not in ended.out
    assert firsthand.vault("list", tmp_path / "vault").code == 0


def test_two_different_passphrases_make_no_vault(talk: Talk, tmp_path: Path) -> None:
    answers = {"New passphrase: ": [PASSPHRASE], "The same again: ": ["something else"]}
    ended = talk(answers, "vault", "create", tmp_path / "vault")
    assert ended.code == 2
    assert "not the same" in ended.out
    assert not (tmp_path / "vault").exists()


def test_an_interrupt_at_the_prompt_ends_the_command(talk: Talk, vault: Path) -> None:
    ended = talk({"Passphrase: ": [INTERRUPT]}, "list", vault)
    assert ended.code == 130
    assert "Traceback" not in ended.out


@pytest.mark.parametrize(("word", "code"), [("WIPE", 0), ("yes", 2)])
def test_a_wipe_wants_its_word_typed(talk: Talk, vault: Path, word: str, code: int) -> None:
    answers = {"Type WIPE to go on: ": [word], "Passphrase: ": [PASSPHRASE]}
    ended = talk(answers, "vault", "wipe", vault)
    assert ended.code == code
    assert vault.exists() == (code != 0)


def test_the_bar_stays_in_one_line(talk: Talk, samples: Path, tmp_path: Path) -> None:
    ended = talk({}, "clean", samples, "-o", tmp_path / "out")
    assert ended.code == 0, ended.out
    bars = [line for line in ended.out.split("\n") if "█" in line or "░" in line]
    assert bars
    assert all(line.startswith("\r") for line in bars)


def test_a_reader_that_goes_away_is_no_trouble(firsthand: Firsthand, samples: Path) -> None:
    piped = subprocess.run(
        ["/bin/sh", "-c", '"$@" | true', "-", *firsthand.command("inspect", samples)],
        capture_output=True,
        env=firsthand.environment(),
        check=False,
    )
    assert b"Traceback" not in piped.stderr
    assert b"roken pipe" not in piped.stderr
