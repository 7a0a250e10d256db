"""The short form of ``packaging/test-faults.sh``: killed, refused, cut off, nothing is lost.

And that it would be noticed: a recording without its syncs, or a vault that lost an item, is named.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import Tool
from tests.storage.vault import vaults
from tests.storage.vault.conftest import quick

__all__ = ["quick"]  # a fixture of the vault's tests

FAULTS = Path(__file__).resolve().parents[2] / "packaging" / "faults"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is there for Linux alone")


@contextmanager
def beside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the commands' modules find each other, as they do when one of them is run."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(FAULTS))
    yield
    for name in set(sys.modules) - before:
        path = getattr(sys.modules[name], "__file__", None) or ""
        if path.startswith(str(FAULTS)):
            del sys.modules[name]


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch, tool: Tool) -> Iterator[ModuleType]:
    tool("strace")
    with beside(monkeypatch):
        import power_cuts

        yield power_cuts


def said(*command: str) -> str:
    ended = subprocess.run(
        [sys.executable, str(FAULTS / f"{command[0]}.py"), *command[1:]],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    return ended.stdout


@pytest.mark.timeout(600)
def test_the_program_killed_at_random_moments_loses_nothing() -> None:
    out = said("kills", "--kills", "3", "--only", "import", "passwd", "old")
    assert "3 kills" in out


@pytest.mark.timeout(600)
def test_a_disk_that_refuses_costs_nothing(tool: Tool) -> None:
    tool("strace")
    out = said("refusals", "--every", "80", "--only", "seal", "decoy", "restore", "redact")
    assert "disk-full" in out
    assert "disk-failed" in out


@pytest.mark.timeout(600)
def test_power_cuts_cost_nothing(cuts: ModuleType, quick: Path) -> None:
    for act in ("seal", "delete", "passphrase", "migrate", "queue", "bundle"):
        count, steps, _ = cuts.cut(act, quick, 14, 1)
        assert count == 14
        assert steps > 10


def test_a_program_that_did_not_wait_for_the_disk_would_be_found(
    cuts: ModuleType, quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = cuts.strace.recorded

    def without_syncs(*asked: object) -> list[object]:
        calls = recorded(*asked)
        return [call for call in calls if call.name not in ("fsync", "fdatasync")]

    monkeypatch.setattr(cuts.strace, "recorded", without_syncs)
    with pytest.raises(cuts.ledger.Broken, match="a sealed item is lost"):
        cuts.cut("seal", quick, 40, 1)


def test_a_recording_that_misses_a_write_would_be_found(
    cuts: ModuleType, quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = cuts.strace.recorded

    def with_a_hole(*asked: object) -> list[object]:
        calls = recorded(*asked)
        last = max(at for at, call in enumerate(calls) if call.name == "pwrite64")
        calls[last] = replace(calls[last], name="write_that_nobody_knows")
        return list(calls)

    monkeypatch.setattr(cuts.strace, "recorded", with_a_hole)
    with pytest.raises(cuts.ledger.Broken, match="not all that was written"):
        cuts.cut("note", quick, 1, 1)


def test_a_vault_that_lost_something_is_named(cuts: ModuleType, quick: Path) -> None:
    stage = cuts.staged("note", quick / "note")
    stage.check(list(stage.before))
    sealed = next(line.split("\t")[1] for line in stage.before if line.startswith("sealed"))
    (stage.vault / "keys.bin.old").write_bytes(b"x")
    with pytest.raises(cuts.ledger.Broken, match="beside the vault's own files"):
        stage.check(list(stage.before))
    (stage.vault / "keys.bin.old").unlink()
    vaults.blob_file(stage.vault, sealed).unlink()
    with pytest.raises(cuts.ledger.Broken, match="items-missing"):
        stage.check(list(stage.before))
    with pytest.raises(cuts.ledger.Broken, match="nothing opens it"):
        stage.check(["opens\tsomething else"])
