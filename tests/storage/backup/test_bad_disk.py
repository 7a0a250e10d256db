"""A bad place on one of the two disks costs what lay there, is named, and nothing beside it."""

import errno
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from typing_extensions import override

from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.restoring import restore
from storage.errors import DiskFailed, NotThere
from storage.vault import Vault
from tests.storage.backup.test_backup import disk, everything, folder
from tests.storage.vault import vaults
from tests.storage.vault.conftest import quick

__all__ = ["disk", "folder", "quick"]  # fixtures


class BadPlace(io.FileIO):
    """A file on a disk that cannot read it any more."""

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "no")


def test_a_bad_place_on_the_disk_is_named_and_the_rest_is_sent(
    folder: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_sealed = Vault.open_sealed
    with vaults.reopen(folder) as vault:
        bad, other = (original.id for original in vault.originals()[:2])

        def opened(self: Vault, blob: str) -> BinaryIO:
            path = vaults.blob_file(folder, blob)
            return cast("BinaryIO", BadPlace(path)) if blob == bad else open_sealed(self, blob)

        with monkeypatch.context() as patched:
            patched.setattr(Vault, "open_sealed", opened)
            done = export(vault, FolderStore(disk))
        assert [(found.code, found.item) for found in done.findings] == [("chunk-damaged", bad)]
        assert done.blobs == 5
        assert (disk / "blobs" / other[:2] / other).exists()
        assert not (disk / "blobs" / bad[:2] / bad).exists()
        assert export(vault, FolderStore(disk)).blobs == 6


class Scratched(FolderStore):
    """A disk with a bad place in one file, behind its first half; or one that is pulled out."""

    def __init__(self, folder: Path, bad: str, *, gone: bool = False) -> None:
        super().__init__(folder)
        self.bad, self.gone, self.asked = bad, gone, False

    @override
    @contextmanager
    def get(self, name: str) -> Iterator[BinaryIO]:
        if self.asked and self.gone:
            raise NotThere(reason="missing")
        with super().get(name) as file:
            if name != self.bad:
                yield file
                return
            self.asked = True
            yield cast("BinaryIO", _Half(file.read(200_000)))


class _Half(io.BytesIO):
    @override
    def read(self, size: int | None = -1, /) -> bytes:
        if found := super().read(size):
            return found
        raise OSError(errno.EIO, "no")


def test_a_bad_place_of_the_backup_is_named_and_the_rest_comes_back(
    folder: Path, disk: Path
) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        bad = vault.originals()[0].id
        whole = {one.id for one in vault.originals()} - {bad}
    name = f"blobs/{bad[:2]}/{bad}"
    target = folder.with_name("back")
    back = restore(Scratched(disk, name), target, vaults.PASSPHRASE)
    assert [(one.code, one.item) for one in back.findings] == [("backup-altered", bad)]
    assert vaults.blob_file(target, bad).stat().st_size == 200_000
    with vaults.reopen(target) as vault:
        for one in whole:
            assert vaults.content(vault, one)


def test_a_backup_that_is_pulled_out_ends_the_restore_which_goes_on_later(
    folder: Path, disk: Path
) -> None:
    with vaults.reopen(folder) as vault:
        export(vault, FolderStore(disk))
        bad = min(one.id for one in vault.originals())
    target = folder.with_name("back")
    with pytest.raises(DiskFailed):
        restore(Scratched(disk, f"blobs/{bad[:2]}/{bad}", gone=True), target, vaults.PASSPHRASE)
    assert restore(FolderStore(disk), target, vaults.PASSPHRASE).findings == ()
    assert everything(target) == everything(folder)
