"""What every source owes: the same files in the same order, whole or not at all, and no trace."""

import hashlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from capture.errors import CaptureError, Unreadable
from capture.sources import camera
from capture.sources.ahead import chunks
from capture.sources.archive import Archive
from capture.sources.base import Incoming, Source
from capture.sources.camera import Camera
from capture.sources.folder import Folder

FILES = {
    "DCIM/100APPLE/IMG_0001.JPG": os.urandom(70_000),
    "DCIM/100APPLE/IMG_0002.JPG": os.urandom(3 << 20),
    "DCIM/Camera/VID_1.mp4": b"",
    "Pictures/تصویر.jpg": os.urandom(10),
}
Make = Callable[[Path], Source]


def _tree(folder: Path) -> Path:
    for name, data in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (1_714_588_920, 1_714_588_920))
    return folder


def _folder(folder: Path) -> Source:
    return Folder([_tree(folder)])


def _archive(folder: Path) -> Source:
    packed = folder.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in FILES.items():
            made.writestr(zipfile.ZipInfo(name, (2024, 5, 1, 18, 42, 0)), data)
    return Archive(packed)


def _camera(folder: Path) -> Source:
    return Camera(camera.folder_as_camera(str(_tree(folder))))


@pytest.fixture(params=[_folder, _archive, _camera])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    (tmp_path / "phone").mkdir()
    made: Source = request.param(tmp_path / "phone")
    return made


def _incoming(source: Source) -> list[Incoming]:
    found = list(source.find())
    assert all(isinstance(one, Incoming) for one in found)
    return [one for one in found if isinstance(one, Incoming)]


def _nothing() -> None:
    pass


def _digest(offered: Incoming) -> str:
    return hashlib.sha256(b"".join(chunks(offered.open, _nothing))).hexdigest()


def test_every_file_comes_whole_with_its_name_size_and_time(source: Source) -> None:
    found = {one.name: one for one in _incoming(source)}
    assert found.keys() == {name.rpartition("/")[2] for name in FILES}
    for name, data in FILES.items():
        offered = found[name.rpartition("/")[2]]
        assert offered.size == len(data)
        assert _digest(offered) == hashlib.sha256(data).hexdigest()
        assert offered.modified_at is not None
        assert offered.modified_at.startswith("2024-05-01T18:42:00")


def test_asked_again_it_offers_the_same_in_the_same_order(source: Source) -> None:
    first, again = _incoming(source), _incoming(source)
    assert [one.shown for one in first] == [one.shown for one in again]
    assert len({one.shown for one in first}) == len(first)
    assert [_digest(one) for one in first] == [_digest(one) for one in again]


def test_files_of_one_folder_say_that_they_lie_together(source: Source) -> None:
    folders = {one.name: one.folder for one in _incoming(source)}
    assert folders["IMG_0001.JPG"] == folders["IMG_0002.JPG"]
    assert len(set(folders.values())) == 3


def test_a_read_that_is_broken_off_leaves_the_source_as_it_was(source: Source) -> None:
    for offered in _incoming(source):
        with offered.open() as stream:
            stream.read(1)
    assert [_digest(one) for one in _incoming(source)]


def test_what_vanished_is_said_and_the_rest_still_comes(source: Source, tmp_path: Path) -> None:
    offered = _incoming(source)
    for path in (tmp_path / "phone", tmp_path / "phone.zip"):
        if path.exists():
            path.rename(path.with_name(f"gone {path.name}"))
    for one in offered:
        with pytest.raises(Unreadable):
            _digest(one)


def test_it_says_what_it_is(source: Source) -> None:
    assert source.about.kind in {"folder", "archive", "camera"}


def test_reading_leaves_no_file_behind(source: Source, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    for offered in _incoming(source):
        _digest(offered)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_an_archive_that_lies_is_named(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.jpg", os.urandom(100_000))
    whole = packed.read_bytes()
    for at in range(0, len(whole), 997):
        packed.write_bytes(whole[:at] + bytes((whole[at] ^ 0x55,)) + whole[at + 1 :])
        try:
            for one in _incoming(Archive(packed)):
                _digest(one)
        except CaptureError:
            continue
    for cut in (10, 30, len(whole) - 30, len(whole) - 1):
        packed.write_bytes(whole[:cut])
        with pytest.raises(CaptureError):
            list(Archive(packed).find())


def test_a_locked_archive_and_archives_in_a_folder(tmp_path: Path) -> None:
    phone = tmp_path / "phone"
    phone.mkdir()
    with zipfile.ZipFile(phone / "album.zip", "w") as made:
        made.writestr("__MACOSX/._a.jpg", b"x")
        made.writestr("../../a.jpg", b"abc")
    (phone / "album.zip").write_bytes((phone / "album.zip").read_bytes())
    (phone / "fake.zip").write_bytes(b"PK\x03\x04 and no more")
    found = list(Folder([phone]).find())
    assert [one.shown for one in found] == [
        f"{phone}/album.zip/../../a.jpg",
        f"{phone}/fake.zip",
    ]
    assert isinstance(found[0], Incoming)
    assert found[0].name == "a.jpg"


def test_a_device_that_another_read_holds_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "_PATIENCE", 0.01)
    device = Camera(camera.folder_as_camera(str(_tree(tmp_path))))
    (first, *_) = _incoming(device)
    with device._lock, pytest.raises(Unreadable) as held:
        _digest(first)
    assert held.value.facts["reason"] == "stalled"
    device.close()
