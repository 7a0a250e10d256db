"""A person who stops the work, or a machine that does: nothing is half done afterwards."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.conftest import Ended, Firsthand

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
_MANY = 600
_PATIENCE = 60.0


@pytest.fixture
def many(tmp_path: Path, photo: Path) -> Path:
    """Give a folder of so many different photos that no machine is done with them at once."""
    folder = tmp_path / "many"
    folder.mkdir()
    data = photo.read_bytes()
    for number in range(_MANY):
        (folder / f"{number:04d}.jpg").write_bytes(data + number.to_bytes(4, "big"))
    return folder


def stopped(
    firsthand: Firsthand, how: signal.Signals, ready: Callable[[], bool], *arguments: str | Path
) -> Ended:
    """Run a command and send its whole group a signal, as a terminal does."""
    process = firsthand.begin(firsthand.command(*arguments))
    until = time.monotonic() + _PATIENCE
    while not ready() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    assert process.poll() is None, "it ended before it could be stopped"
    os.killpg(process.pid, how)
    out, err = process.communicate(timeout=_PATIENCE)
    assert "Traceback" not in err
    return Ended(process.returncode, out, err)


def several_in(folder: Path) -> Callable[[], bool]:
    return lambda: len(list(folder.glob("0*.jpg"))) > 3


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_clean_stops_with_whole_copies_and_nothing_else(
    firsthand: Firsthand, many: Path, tmp_path: Path, how: signal.Signals
) -> None:
    out = tmp_path / "out"
    ended = stopped(firsthand, how, several_in(out), "clean", many, "-o", out)
    assert ended.code == 130
    assert "Cancelled" in ended.err
    assert "crashed" not in ended.out
    left = sorted(path.name for path in out.iterdir())
    assert 3 < len(left) < _MANY
    assert [name for name in left if name.startswith(".")] == []
    again = firsthand("inspect", out, "--json")
    assert again.code == 0
    assert all(answer["traces"] == [] for answer in again.json)


def test_what_a_kill_leaves_is_swept_by_the_next_run(
    firsthand: Firsthand, many: Path, photo: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ended = stopped(firsthand, signal.SIGKILL, several_in(out), "clean", many, "-o", out)
    assert ended.code == -signal.SIGKILL
    assert firsthand("clean", photo, "-o", out).code == 0
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_import_keeps_what_was_sealed_and_can_go_on(
    firsthand: Firsthand, many: Path, vault: Path, how: signal.Signals
) -> None:
    def ready() -> bool:
        return sum(path.is_file() for path in (vault / "blobs").rglob("*")) > 5

    arguments = ("import", vault, many, "--passphrase-file", "-")
    ended = stopped(firsthand, how, ready, *arguments)
    assert ended.code == (130 if how is signal.SIGINT else -how)
    kept = firsthand.vault("list", vault, "--json").json["items"]
    assert 0 < len(kept) <= _MANY
    assert firsthand.vault("custody", vault).code == 0
    checked = firsthand.vault("vault", "check", vault, "--deep", "--json")
    assert checked.code == 0, checked.out
    assert list(vault.rglob("*.part")) == []
    assert firsthand.left_over() == []


INTERRUPTED = """
import os, runpy, signal, sys
name = sys.argv.pop(1)
class Interrupting:
    def find_spec(self, asked, path=None, target=None):
        if asked == name:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
runpy.run_path("main.py", run_name="__main__")
"""
PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("module", ["ui.cli.endings", "ui.cli.devices", "capture.sources.drives"])
def test_an_interrupt_while_it_is_loaded_ends_it_without_a_word(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, module, "devices"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
