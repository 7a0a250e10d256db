"""No room, at every write: a clear word, nothing half there, and all that was kept still is."""

import errno
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
from typing_extensions import override

from storage.errors import DiskFailed, DiskFull, NoPermission, VaultClosed, WrongPassphrase
from storage.vault import Vault, system
from storage.vault.writer import Draft
from tests.storage.vault import extent, vaults

PROJECT = Path(__file__).resolve().parent.parent.parent.parent


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, turn: int, number: int) -> Iterator[list[int]]:
    """From the given write or sync on, the disk answers with an error."""
    count = [0]

    def refuse(original: Any) -> Any:
        def step(*arguments: Any) -> Any:
            count[0] += 1
            if count[0] >= turn:
                raise OSError(number, os.strerror(number))
            return original(*arguments)

        return step

    with monkeypatch.context() as patch:
        for name in ("write_all", "sync", "sync_folder"):
            patch.setattr(system, name, refuse(getattr(system, name)))
        yield count


def work(vault: Vault) -> None:
    original = vaults.seal(vault, vaults.noise(600_000, 5), "new.jpg")
    vaults.derive(vault, original, b"copy")
    vault.note(original.id, {"summary": "new"})
    vault.change_passphrase(vaults.PASSPHRASE, vaults.PASSPHRASE)


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EIO, DiskFailed), (errno.EROFS, NoPermission)],
)
def test_the_disk_refuses_at_every_step(
    quick: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        kept = vaults.seal(vault, b"kept")
    turn = extent.of(number % 3, 0)  # in the short form another third of the steps for each error
    while True:
        turn += extent.of(3, 1)
        with vaults.reopen(folder) as vault:
            with failing(monkeypatch, turn, number) as count, suppress(error):
                work(vault)
            done = count[0] < turn
            items = {original.id for original in vault.originals()}
            assert vaults.content(vault, kept.id) == b"kept"
            vault.check_custody()
            for item in items - {kept.id}:
                assert vaults.content(vault, item) == vaults.noise(600_000, 5)
                vault.delete(item)
            assert not list((folder / "blobs").rglob("*.part"))
        with vaults.reopen(folder) as vault:
            assert vault.check(deep=True) == (), turn
            assert vault.originals() == (kept,)
        if done:
            break
    assert turn > 15
    extent.told(f"{error.__name__} at the writes and syncs up to {turn - 1}: nothing half there")


def opens(folder: Path, passphrase: str) -> bool:
    try:
        vaults.reopen(folder, passphrase).close()
    except WrongPassphrase:
        return False
    return True


def test_a_passphrase_that_could_not_be_changed_still_opens(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for one step: whether a rename is on the disk, one that fails does not say."""
    folder, said_wrongly, turn = quick / "v", 0, 0
    vaults.make(folder).close()
    old, new, raised = vaults.PASSPHRASE, "new", True
    while raised:
        turn, raised = turn + 1, False
        with vaults.reopen(folder, old) as vault, failing(monkeypatch, turn, errno.ENOSPC):
            try:
                vault.change_passphrase(old, new)
            except DiskFull:
                raised = True
        said_wrongly += opens(folder, old) is not raised
        assert opens(folder, old) is not opens(folder, new)
        if opens(folder, new):
            old, new = new, old
    assert turn > 10
    assert said_wrongly == 1


def test_a_vault_is_made_whole_or_not_at_all(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = quick / "v"
    for turn in range(1, 100):
        made = False
        with failing(monkeypatch, turn, errno.ENOSPC), suppress(DiskFull):
            vaults.make(folder).close()
            made = True
        if made:
            break
        assert not folder.exists(), turn
    assert turn > 10
    vaults.reopen(folder).close()


def test_a_decoy_that_the_disk_refuses_is_told_in_words(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever step is refused: an error of ours, and at the next opening all is in order."""
    vaults.make(quick / "new").close()
    done, turn = False, 0
    while not done:
        turn += extent.of(3, 1)
        folder = quick / f"{turn}"
        shutil.copytree(quick / "new", folder)
        with vaults.reopen(folder) as vault, suppress(DiskFull):
            with failing(monkeypatch, turn, errno.ENOSPC):
                vault.make_decoy("decoy")
            done = True
        vaults.reopen(folder).close()
        with vaults.reopen(folder) as vault:
            assert vault.check(deep=True) == (), turn
        shutil.rmtree(folder)
    assert turn > 15


def test_what_could_not_be_listed_is_taken_away_and_not_left_in_halves(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails for good between the blob and the index: nothing damaged may stay."""

    def fails(*_arguments: object) -> None:
        raise OSError(errno.EIO, "no")

    folder = quick / "v"
    with vaults.make(folder) as vault:
        complete = Draft.complete

        def completed(draft: Draft, record: dict[str, Any]) -> Path:
            done = complete(draft, record)
            monkeypatch.setattr(system, "sync", fails)
            monkeypatch.setattr(vault._books.index, "_commit", fails)
            return done

        monkeypatch.setattr(Draft, "complete", completed)
        with pytest.raises(DiskFailed):
            vaults.seal(vault, b"new")
        monkeypatch.undo()
    with vaults.reopen(folder) as vault:
        assert vault.originals() == ()
        assert vault.check(deep=True) == ()
    assert not [path for path in (folder / "blobs").rglob("*") if path.is_file()]


class FailsToClose(io.FileIO):
    """A file whose disk went away."""

    @override
    def close(self) -> None:
        if not self.closed:
            super().close()
            raise OSError(errno.EIO, "no")


def test_a_vault_is_locked_though_the_disk_of_what_is_under_way_is_gone(quick: Path) -> None:
    vault = vaults.make(quick / "v")
    draft = vault.draft()
    draft.write(vaults.noise(700_000))
    draft._open().close()
    draft._file = cast("BinaryIO", FailsToClose(draft._path, "r+"))
    vault.close()
    with pytest.raises(VaultClosed):
        vault.signer("x")
    vaults.reopen(quick / "v").close()  # its lock was let go


def test_what_cannot_fit_is_refused_before_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vaults.make(tmp_path / "v") as vault:
        monkeypatch.setattr(system, "free_space", lambda _folder: 20 << 20)
        vault.draft(1 << 20).discard()
        with pytest.raises(DiskFull) as caught:
            vault.draft(5 << 20)
        assert caught.value.facts["free"] == 20 << 20


PROGRAM = """
import resource, sys
from pathlib import Path
from storage.errors import DiskFull, DiskFailed
from tests.storage.vault import vaults
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
with vaults.reopen(folder) as vault:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    told = "done"
    try:
        for number in range(40):
            original = vaults.seal(vault, vaults.noise(100_000, number))
            vault.note(original.id, {"description": "x" * 3000})
            print("sealed", original.id, number, flush=True)
    except DiskFull:
        told = "full"
    except DiskFailed:
        told = "failed"
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(told, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit of the system's")
@pytest.mark.parametrize("limit", [50_000, 90_000, 110_000, 150_000, 220_000])
def test_files_that_may_not_grow(quick: Path, limit: int) -> None:
    """The system's own limit also stops SQLite in the middle of its transaction."""
    folder = quick / "v"
    vaults.make(folder).close()
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), str(limit)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    *sealed, told = ran.stdout.splitlines()
    assert told in ("full", "failed")
    with vaults.reopen(folder) as vault:
        for line in sealed:
            _, item, number = line.split()
            assert vaults.content(vault, item) == vaults.noise(100_000, int(number))
        assert len(vault.originals()) in (len(sealed), len(sealed) + 1)
        assert vault.check(deep=True) == ()
        files = [path for path in (folder / "blobs").rglob("*") if path.is_file()]
        assert len(files) == len(vault.originals())


ALONE = ("unshare", "-rm", "sh", "-c")
MOUNTED = """
mount -t tmpfs -o size={size}k tmpfs "$1" && exec "$2" -c "$3" "$1/v"
"""

ON_SMALL_DISK = """
import sys
from pathlib import Path
from storage.errors import DiskFull
from storage.vault import items as module
from tests.storage.vault import vaults
module.RESERVE = 0
folder = Path(sys.argv[1])
sealed = []
try:
    with vaults.make(folder) as vault:
        for number in range(1000):
            original = vaults.seal(vault, vaults.noise(60_000, number))
            sealed.append((original.id, number))
            vault.note(original.id, {"description": "x" * 3000})
except DiskFull:
    pass
else:
    raise SystemExit("the disk was never full")
if folder.exists():
    with vaults.reopen(folder) as vault:
        for item, number in sealed:
            assert vaults.content(vault, item) == vaults.noise(60_000, number)
        assert vault.check(deep=True) == (), vault.check(deep=True)
        assert not list((folder / "blobs").rglob("*.part"))
print(len(sealed))
"""


SIZES = range(100, 1200, 14) if extent.LONG else (100, 600, 900, 1100)
"""Sizes of the disk in KiB: in the long form nearly every step of it is once the last that fits."""


@pytest.mark.parametrize("size", SIZES)
def test_a_real_disk_that_fills_up(tmp_path: Path, size: int) -> None:
    ran = subprocess.run(
        [*ALONE, MOUNTED.format(size=size), "sh", str(tmp_path), sys.executable, ON_SMALL_DISK],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    if "mount" in ran.stderr or "unshare" in ran.stderr:
        pytest.skip("this system lets nobody mount a small disk of their own")
    assert ran.returncode == 0, ran.stderr
    if size >= 800:
        assert int(ran.stdout) > 0


def test_books_for_a_backup_that_cannot_be_taken_away_again_are_said(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002  # as Path has it
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def take(vault: Vault, patched: pytest.MonkeyPatch) -> None:
        with vault.books_sealed() as books:
            assert books.read(1)
            patched.setattr(Path, "unlink", refuse)

    with vaults.make(quick / "v") as vault:
        with monkeypatch.context() as patched, pytest.raises(DiskFull):
            take(vault, patched)
        assert list((quick / "v").rglob("*.part"))
    with vaults.reopen(quick / "v"):
        assert not list((quick / "v").rglob("*.part"))
