"""Bytes that were spilled come back from any place, and stand nowhere in the clear."""

import os
import tempfile
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from storage.bundle import spill
from storage.bundle.spill import CHUNK, Spill
from storage.errors import DamagedBundle
from tests.storage.bundle.samples import chance


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """Give the files that are spilled to, which have names here."""
    made: list[Path] = []

    def named() -> Any:
        made.append(tmp_path / f"spilled {len(made)}")
        return made[-1].open("w+b")

    monkeypatch.setattr(tempfile, "TemporaryFile", named)
    return made


def spilled(content: bytes, held: int, block: int = 70_001) -> BinaryIO:
    sink = Spill(held)
    for at in range(0, len(content), block):
        sink.write(memoryview(content)[at : at + block])
    return sink.opened()


@pytest.mark.parametrize("size", [0, 1, CHUNK, 2 * CHUNK, 3 * CHUNK + 17])
def test_it_comes_back_from_any_place(size: int, files: list[Path]) -> None:
    content = chance(f"spilled {size}", size)
    with spilled(content, held=1000) as stream:
        assert stream.read() == content
        for place in (0, size // 2, max(size - 1, 0), size):
            assert stream.seek(place) == place
            assert stream.read(90_000) == content[place : place + 90_000]
        assert stream.seek(-min(size, 5), os.SEEK_END) == size - min(size, 5)
        assert stream.read() == content[size - min(size, 5) :]
    assert len(files) == (size > 1000)


def test_what_is_short_is_in_memory_alone(files: list[Path]) -> None:
    with spilled(b"short", held=5) as stream:
        assert stream.read() == b"short"
    assert not files


def test_nothing_of_it_stands_on_the_disk_in_the_clear(files: list[Path]) -> None:
    content = b"a name that nobody may read. " * 20_000
    with spilled(content, held=1000) as stream:
        (file,) = files
        on_disk = file.read_bytes()
        assert len(on_disk) > len(content)
        assert b"nobody may read" not in on_disk
        assert stream.read() == content


def test_what_was_changed_on_the_disk_is_not_given_back(files: list[Path]) -> None:
    with spilled(chance("changed", 2 * CHUNK), held=1000) as stream:
        with files[0].open("r+b") as file:
            file.seek(CHUNK + spill.CHUNK // 2)
            file.write(b"other")
        assert len(stream.read(CHUNK)) == CHUNK
        with pytest.raises(DamagedBundle):
            stream.read(CHUNK)


def test_what_is_thrown_away_is_closed(files: list[Path]) -> None:
    sink = Spill(10)
    sink.write(bytes(2 * CHUNK))
    assert len(files) == 1
    sink.close()
    sink.close()


def test_a_place_before_the_beginning_is_none() -> None:
    with spilled(bytes(3 * CHUNK), held=0) as stream, pytest.raises(ValueError, match="before"):
        stream.seek(-1)
