"""A bad place on the disk, or a file that is gone, costs what lay there and nothing beside it."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from storage.errors import DamagedVault
from storage.vault import Vault, system
from tests.storage.vault import vaults


@pytest.fixture
def bad(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have the disk fail wherever one of these files is opened."""

    def spoil(*paths: Path) -> None:
        whole = system.open_file

        def opened(path: Path, **how: Any) -> BinaryIO:
            if path in paths:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return whole(path, **how)

        monkeypatch.setattr(system, "open_file", opened)

    return spoil


@pytest.mark.parametrize("length", [None, 0, 100])
def test_what_is_lost_or_cut_short_is_kept_when_it_is_taken_in_again(
    quick: Path, length: int | None
) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        lost = vaults.seal(vault, b"what was filmed" * 20)
    if length is None:
        vaults.blob_file(folder, lost.id).unlink()
    else:
        os.truncate(vaults.blob_file(folder, lost.id), length)
    with vaults.reopen(folder) as vault:
        assert vault.find(lost.sha256) is None
        again = vaults.seal(vault, b"what was filmed" * 20)
        assert again.id != lost.id
        assert vaults.content(vault, again.id) == b"what was filmed" * 20
        assert vault.find(lost.sha256) == again
        assert vaults.seal(vault, b"what was filmed" * 20) == again


def test_a_bad_place_under_what_is_not_listed_keeps_no_vault_shut(
    quick: Path, bad: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under what a crash left half written, what is to be taken back, what is to be erased."""
    folder = quick / "v"
    with vaults.make(folder) as vault:
        kept, condemned = vaults.seal(vault, b"kept"), vaults.seal(vault, b"condemned")
        vault.condemn(condemned.id)
    strange, half = "0" * 32, "1" * 32
    for name in (strange, half + ".part"):
        path = folder / "blobs" / name[:2] / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x" * 600)
    bad(
        vaults.blob_file(folder, condemned.id),
        vaults.blob_file(folder, strange),
        folder / "blobs" / "11" / f"{half}.part",
    )
    with vaults.reopen(folder) as vault:
        assert vault.originals() == (kept,)
        assert vaults.content(vault, kept.id) == b"kept"
        assert vault.mended == ()
    monkeypatch.undo()
    with vaults.reopen(folder) as vault:
        assert vault.originals() == (kept,)
        assert {one.code for one in vault.mended} == {"erasing-finished", "unfinished-purged"}
    assert not vaults.blob_file(folder, condemned.id).exists()


def test_a_bad_place_under_one_item_keeps_no_lost_index_from_being_made_anew(
    quick: Path, bad: Callable[..., None]
) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        kept, spoilt = vaults.seal(vault, b"kept"), vaults.seal(vault, b"spoilt")
    next(iter(folder.glob("*/index.db"))).unlink()
    bad(vaults.blob_file(folder, spoilt.id))
    with vaults.reopen(folder) as vault:
        assert [one.id for one in vault.originals()] == [kept.id]
        assert "index-lost" in {one.code for one in vault.mended}


def test_an_opening_that_fails_late_leaves_nothing_open(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = quick / "v"
    vaults.make(folder).close()
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "_settle_keys", _refuse)
        with pytest.raises(DamagedVault):
            vaults.reopen(folder)
    if sys.platform == "linux":
        assert not [link for link in _open_files() if str(folder) in link]
    vaults.reopen(folder).close()


def _open_files() -> list[str]:
    return [
        str(entry.readlink()) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()
    ]


def test_a_file_that_cannot_be_ended_leaves_no_key_and_no_lock(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = quick / "v"
    vault = vaults.make(folder)
    draft = vault.draft(10)
    monkeypatch.setattr(type(draft), "discard", _refuse)
    with pytest.raises(DamagedVault):
        vault.close()
    monkeypatch.undo()
    draft.discard()
    vaults.reopen(folder).close()


def _refuse(*_: object) -> None:
    raise DamagedVault("the disk is gone")
