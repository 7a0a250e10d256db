"""Killed at every step and at random: nothing acknowledged is lost, nothing partial is seen.

The life below is lived in a child that is ended without warning. It says on a
pipe what it was told is done; whatever it said must be there afterwards.
"""

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage.errors import WrongPassphrase
from storage.vault import Vault, books, head, journal, keyring, system, writer
from tests.storage.vault import extent, vaults

PROJECT = Path(__file__).resolve().parent.parent.parent.parent
SECOND = "another harbour"
KILLS = extent.of(4, 50)
STRIDE = extent.of(5, 1)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9 and fork")


def live(folder: Path, passphrase: str, said: Callable[[str], None], rounds: int) -> None:
    """Seal, derive, note, commit, change the passphrase and delete, saying what is done."""
    with Vault.open(folder, passphrase) as vault:
        for number in range(rounds):
            seed = len(vault.custody())
            original = vaults.seal(vault, vaults.noise(300_000, seed), f"{seed}.jpg")
            said(f"sealed {original.id} {seed}")
            copy = vaults.derive(vault, original, vaults.noise(1000, seed))
            said(f"derived {copy} {original.id}")
            vault.note(original.id, {"summary": str(seed)})
            said(f"noted {original.id} {seed}")
            vault.keep_commitments(f"b{seed}", {original.id: f"{seed:064x}"})
            said(f"committed b{seed} {original.id}")
            if number % 2 == 0:
                other = SECOND if passphrase == vaults.PASSPHRASE else vaults.PASSPHRASE
                said(f"changing {other}")
                vault.change_passphrase(passphrase, other)
                said(f"changed {other}")
                passphrase = other
            else:
                said(f"deleting {original.id}")
                vault.delete(original.id)
                said(f"deleted {original.id}")


def open_with_either(folder: Path, lines: list[str]) -> tuple[Vault, str]:
    """Open with the passphrase last told; the other only while a change was under way."""
    changes = [line.split(" ", 1) for line in lines if line.startswith("chang")]
    settled = [word for verb, word in changes if verb == "changed"]
    current = settled[-1] if settled else None
    if changes and changes[-1][0] == "changed":
        return Vault.open(folder, changes[-1][1]), changes[-1][1]
    for passphrase in (current, vaults.PASSPHRASE, SECOND):
        if passphrase is not None:
            try:
                return Vault.open(folder, passphrase), passphrase
            except WrongPassphrase:
                continue
    raise AssertionError("no passphrase opens it")


def check_against(vault: Vault, lines: list[str]) -> None:
    """Everything that was said to be done is there, whole, and nothing else is half there."""
    told = [line.split(" ") for line in lines if not line.startswith("chang")]
    gone = {words[1] for words in told if words[0] in ("deleting", "deleted")}
    for verb, *words in told:
        if verb == "sealed" and words[0] not in gone:
            assert vaults.content(vault, words[0]) == vaults.noise(300_000, int(words[1]))
        elif verb == "derived" and words[1] not in gone:
            assert words[0] in {copy.id for copy in vault.derivatives(words[1])}
        elif verb == "noted" and words[0] not in gone:
            assert vault.record(words[0]).witness == {"summary": words[1]}
        elif verb == "committed":
            assert vault.commitments(words[0])
        elif verb == "deleted":
            assert words[0] not in {original.id for original in vault.originals()}
    vault.check_custody()
    # A head torn in the middle of its 176 bytes is damage as far as anybody can tell.
    assert {found.code for found in vault.check(deep=True)} <= {"head-renewed"}
    known = {original.id for original in vault.originals()}
    known |= {copy.id for item in known for copy in vault.derivatives(item)}
    files = {path.name for path in (vault.folder / "blobs").rglob("*") if path.is_file()}
    assert files == known


def crash_points() -> list[tuple[Any, str]]:
    """Every place where the vault writes, syncs, names, or takes away."""
    return [
        (system, "write_all"),
        (system, "sync"),
        (system, "sync_folder"),
        (system, "overwrite"),
        (system, "erase"),
        (head, "write"),
        (journal, "write_new"),
        (journal.Journal, "append"),
        (books.Books, "_write_head"),
        (keyring, "store"),
        (writer.Draft, "complete"),
        (Path, "rename"),
        (Path, "replace"),
        (Path, "unlink"),
    ]


def child_until(folder: Path, passphrase: str, point: int, *, torn: bool) -> tuple[list[str], int]:
    """Live in a fork that ends at the given step; returns what it said, and its exit code."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            _end_at(point, torn=torn)
            live(folder, passphrase, lambda line: _tell(writing, line), 2)
        except BaseException as error:  # noqa: BLE001  # a fork must not return into pytest
            _tell(writing, f"failed {error!r}")
            os._exit(3)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        lines = pipe.read().splitlines()
    return lines, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _tell(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())


def _end_at(point: int, *, torn: bool) -> None:
    """Replace each crash point by one that counts, and ends the process at its turn."""
    count = 0

    def counted(original: Callable[..., Any], name: str) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == point:
                if torn and name == "write_all":
                    file, data = arguments
                    file.write(bytes(data)[: len(data) // 2])
                os._exit(77)
            return original(*arguments, **named)

        return step

    for owner, name in crash_points():
        setattr(owner, name, counted(getattr(owner, name), name))


@pytest.mark.parametrize("torn", [False, True])
def test_ended_at_every_step(quick: Path, torn: bool) -> None:  # noqa: FBT001  # parametrized
    """From the first step to the last of a life (some of them in the short form)."""
    vaults.make(quick / "new").close()
    code, point = 77, STRIDE // 2 if torn else 0
    while code == 77:
        point += STRIDE
        folder = quick / f"{point}"
        shutil.copytree(quick / "new", folder)
        lines, code = child_until(folder, vaults.PASSPHRASE, point, torn=torn)
        vault, _ = open_with_either(folder, lines)
        with vault:
            check_against(vault, lines)
        shutil.rmtree(folder)
    assert code == 0, lines[-1]
    assert point > 100
    steps = (point - 1) // STRIDE
    extent.told(f"ended at {steps} steps{', half written' if torn else ''}: nothing lost")


PROGRAM = """
import sys
from pathlib import Path
from tests.storage.vault.test_vault_crash import live
print("ready", flush=True)
sys.stdin.readline()
live(Path(sys.argv[1]), sys.argv[2], lambda line: print(line, flush=True), 1000)
"""


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_random_moments(quick: Path, seed: int) -> None:
    """The kill also falls inside SQLite, where no step can be counted."""
    folder, chance = quick / "v", random.Random(seed)
    vaults.make(folder).close()
    passphrase, lines = vaults.PASSPHRASE, [f"changed {vaults.PASSPHRASE}"]
    for _ in range(KILLS):
        told = kill_one(folder, passphrase, chance.uniform(0.0, 0.2))
        lines += told
        vault, passphrase = open_with_either(folder, lines)
        with vault:
            check_against(vault, told)
        lines.append(f"changed {passphrase}")
    assert sum(line.startswith("sealed") for line in lines) >= KILLS
    vault, _ = open_with_either(folder, lines)
    with vault:
        check_against(vault, lines)
    done = sum(not line.startswith(("changing", "deleting")) for line in lines)
    extent.told(f"killed {KILLS} times at random: {done} acknowledged, none lost, none half there")


def kill_one(folder: Path, passphrase: str, after: float) -> list[str]:
    """Let a child live until its first word and a moment longer, then kill it."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), passphrase],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        child.stdin.write("go\n")
        child.stdin.flush()
        select.select([child.stdout], [], [], 5)
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        return child.stdout.read().splitlines()
