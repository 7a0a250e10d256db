"""One file of a verified bundle, opened where it lies or held, whatever the bundle lies in."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from storage.bundle import excerpt
from storage.bundle.excerpt import Excerpt, part_of
from storage.bundle.sealing import seal
from tests.storage.bundle.samples import identity, made

DATA = made()[0]
MEDIUM = "data/media/001.jpg"


def content() -> bytes:
    with zipfile.ZipFile(io.BytesIO(DATA)) as opened:
        name = next(one for one in opened.namelist() if one.endswith(MEDIUM))
        return opened.read(name)


def read(path: Path, key: str | None = None) -> bytes:
    with part_of(path, MEDIUM, key) as opened:
        return opened.read()


def test_a_medium_is_read_where_it_lies_however_the_bundle_came(tmp_path: Path) -> None:
    plain, sealed, folder = tmp_path / "b.zip", tmp_path / "b.age", tmp_path / "unpacked"
    plain.write_bytes(DATA)
    secret, public = identity()
    with sealed.open("wb") as sink:
        seal(io.BytesIO(DATA), [public], sink)
    with zipfile.ZipFile(plain) as opened:
        opened.extractall(folder)
    for number, begins in enumerate(range(0, len(DATA), len(DATA) // 2 + 1), 1):
        part = tmp_path / f"v.zip.{number:03d}"
        part.write_bytes(DATA[begins : begins + len(DATA) // 2 + 1])
    assert read(plain) == content()
    assert read(sealed, secret) == content()
    assert read(next(folder.iterdir())) == content()
    assert read(tmp_path / "v.zip.001") == content()


def test_what_is_sealed_and_long_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = tmp_path / "b.age"
    secret, public = identity()
    with sealed.open("wb") as sink:
        seal(io.BytesIO(DATA), [public], sink)
    monkeypatch.setattr(excerpt, "MAX_HELD", 100)
    ticks: list[tuple[int, int]] = []
    with part_of(sealed, MEDIUM, secret, lambda *now: ticks.append(now)) as opened:
        assert not isinstance(opened, io.BytesIO)
        assert opened.read() == content()
        assert opened.seek(3) == 3
        assert opened.read(5) == content()[3:8]
    assert ticks[-1] == (sealed.stat().st_size, sealed.stat().st_size)


def test_an_excerpt_ends_where_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(range(100)))
    with Excerpt.of(path.open("rb"), 10, 5) as excerpt:
        assert excerpt.read() == bytes(range(10, 15))
        assert excerpt.seek(-2, os.SEEK_END) == 3
        assert excerpt.read(9) == bytes((13, 14))
        assert excerpt.seek(50) == 50
        assert excerpt.read(1) == b""
        with pytest.raises(ValueError, match="before"):
            excerpt.seek(-60, os.SEEK_END)
