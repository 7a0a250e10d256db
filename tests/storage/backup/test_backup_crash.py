"""Ended at each write of a backup, a restore and a merge: run again, all is there."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.merging import merge
from storage.backup.restoring import restore
from storage.vault import Vault
from tests.storage.backup.test_merge import OTHER, check_all_came, folders
from tests.storage.vault import extent, vaults
from tests.storage.vault.conftest import quick
from tests.storage.vault.test_vault_crash import _end_at

__all__ = ["folders", "quick"]  # fixtures of other files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
STRIDE = extent.of(17, 1)


def ended_at(point: int, work: Callable[[], object]) -> int:
    """Work in a fork that ends at the given step; 77 where it did, 0 where there was no such."""
    pid = os.fork()
    if pid == 0:
        code = 3
        try:
            _end_at(point, torn=bool(point % 2))
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def through(work: Callable[[Path], object], home: Path, check: Callable[[Path], None]) -> int:
    """End the work at every step, each time on a copy of the folder; returns the last step."""
    point, code = 1, 77
    while code == 77:
        copy = home.with_name(f"copy {point}")
        shutil.copytree(home, copy)
        code = ended_at(point, lambda copy=copy: work(copy))  # type: ignore[misc]  # a default of its own
        assert code in (0, 77)
        check(copy)
        shutil.rmtree(copy)
        point += STRIDE
    return point - STRIDE


def sent(home: Path) -> None:
    with vaults.reopen(home / "v") as vault:
        export(vault, FolderStore(home / "disk"))


def came_back(home: Path) -> None:
    restore(FolderStore(home / "disk"), home / "back", vaults.PASSPHRASE)


def whole(home: Path) -> None:
    vaults.reopen(home / "back").close()
    assert not (home / "back" / "restoring").exists()
    with vaults.reopen(home / "back") as back, vaults.reopen(home / "v") as vault:
        assert back.originals() == vault.originals()
        assert back.check(deep=True) == ()
        assert not list((home / "v" / "blobs").rglob("*.part"))


@pytest.fixture
def home(quick: Path) -> Path:
    (quick / "home" / "disk").mkdir(parents=True)
    with vaults.make(quick / "home" / "v") as vault:
        vaults.derive(vault, vaults.seal(vault, vaults.noise(300_000)), b"copy")
        export(vault, FolderStore(quick / "home" / "disk"))
        vaults.seal(vault, vaults.noise(5000))
    return quick / "home"


def test_a_backup_ended_at_every_step(home: Path) -> None:
    def check(copy: Path) -> None:
        came_back(copy)  # what is there after the crash restores
        shutil.rmtree(copy / "back")
        sent(copy)
        came_back(copy)
        whole(copy)

    steps = through(sent, home, check)
    extent.told(f"a backup ended at steps up to {steps}: what was there restored each time")


def test_a_restore_ended_at_every_step(home: Path) -> None:
    sent(home)

    def check(copy: Path) -> None:
        if not (copy / "back" / "keys.bin").exists():
            came_back(copy)
        whole(copy)

    steps = through(came_back, home, check)
    extent.told(f"a restore ended at steps up to {steps}: it went on each time")


def test_a_merge_ended_at_every_step(folders: tuple[Path, Path]) -> None:
    def merged(home: Path) -> None:
        with vaults.reopen(home / "mine") as mine, Vault.open(home / "other", OTHER) as other:
            merge(mine, other)

    def check(copy: Path) -> None:
        merged(copy)
        check_all_came((copy / "mine", copy / "other"))

    together = folders[0].parent / "together"
    together.mkdir()
    for folder in folders:
        folder.rename(together / folder.name)
    steps = through(merged, together, check)
    extent.told(f"a merge ended at steps up to {steps}: nothing lost, nothing twice")
