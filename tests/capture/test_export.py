import os
from pathlib import Path

import pytest

from capture import export
from capture.export import NEUTRAL_TIME, written_all


class Stopped(BaseException):
    """What a caller may raise to stop."""


def write(folder: Path, *names: str, stop: bool = False) -> None:
    with written_all(folder) as another:
        for name in names:
            with another(folder / name) as stream:
                stream.write(name.encode())
            assert not (folder / name).exists()  # none before all are whole
        if stop:
            raise Stopped


def test_all_stand_when_the_block_ends_well(tmp_path: Path) -> None:
    write(tmp_path, "a", "b", "c")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "a": "a",
        "b": "b",
        "c": "c",
    }
    for path in tmp_path.iterdir():
        assert path.stat().st_mtime == NEUTRAL_TIME
        assert os.name != "posix" or path.stat().st_mode & 0o077 == 0


def test_none_stands_when_it_was_stopped(tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        write(tmp_path, "a", "b", stop=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("taken", ["a", "b", "c"])
def test_nothing_is_replaced_and_nothing_half_is_left(
    tmp_path: Path, taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_part = export.name_part

    def taken_meanwhile(part: Path, target: Path) -> None:
        if target.name == taken:
            target.write_text("somebody else's")
        name_part(part, target)

    monkeypatch.setattr(export, "name_part", taken_meanwhile)
    with pytest.raises(FileExistsError):
        write(tmp_path, "a", "b", "c")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [
        (taken, "somebody else's")
    ]


def test_a_name_is_given_once(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write(tmp_path, "a", "a")
    (tmp_path / "b").touch()
    with pytest.raises(FileExistsError):
        write(tmp_path, "b")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
