"""A folder that the disk does not list is never taken for an empty backup."""

import errno
import os
from pathlib import Path
from typing import Never

import pytest

from storage.backup.folder import FolderStore
from storage.errors import DiskFailed


def test_a_folder_that_cannot_be_listed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: object) -> Never:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    (tmp_path / "list").write_bytes(b"a list")
    store = FolderStore(tmp_path)
    assert [stored.name for stored in store.names("")] == ["list"]
    assert list(store.names("blobs")) == []
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(DiskFailed):
        list(store.names(""))
