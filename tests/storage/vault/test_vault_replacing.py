"""A file is put in another's place, all or nothing, also where a scanner holds it for a moment."""

import sys
from pathlib import Path

import pytest

from storage.vault import system


def refusing(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have renaming fail as Windows does while another program has the file open."""
    whole, refused = Path.replace, [PermissionError(13, "in use")] * times

    def replace(self: Path, target: Path) -> Path:
        if refused:
            raise refused.pop()
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(system, "_WAITS", (0, 0, 0))


def test_on_windows_it_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "head"
    target.write_bytes(b"old")
    refusing(3, monkeypatch)
    system.replace(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_stays_in_use_is_an_error_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "head"
    target.write_bytes(b"old")
    refusing(4, monkeypatch)
    with pytest.raises(PermissionError):
        system.replace(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
