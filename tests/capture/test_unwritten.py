"""Bytes as a file: readable under its path as long as they are needed, and gone afterwards."""

import os
import sys
from pathlib import Path

import pytest

from capture.unwritten import as_file


def test_they_are_read_from_a_path_and_gone_afterwards() -> None:
    with as_file(b"a key") as path:
        assert Path(path).read_bytes() == b"a key"
    assert not Path(path).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the others have no such memory")
def test_on_linux_they_are_in_no_folder() -> None:
    with as_file(b"a key") as path:
        assert path.startswith("/proc/self/fd/")
        assert "memfd" in os.readlink(path)  # noqa: PTH115 # Path.readlink makes a path of it


def test_elsewhere_their_owner_alone_can_read_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with as_file(b"a key") as path:
        assert Path(path).read_bytes() == b"a key"
        assert Path(path).stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == []
