"""What every source owes: the same files in the same order, whole or not at all, and no trace."""

import hashlib
import os
import struct
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.errors import CaptureError, Unreadable
from capture.sources import camera
from capture.sources.ahead import offered as offered_by
from capture.sources.archive import Archive
from capture.sources.base import Incoming, Source
from capture.sources.camera import Camera
from capture.sources.folder import Folder
from tests.contracts.source_kinds import (
    ERASE,
    FILES,
    KINDS,
    Kind,
    a_camera,
    digest,
    incoming,
    nothing,
    tree,
)


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """Give the folder that the source serves."""
    folder = tmp_path / "phone"
    folder.mkdir()
    return folder


@pytest.fixture(params=KINDS)
def source(request: pytest.FixtureRequest, phone: Path) -> Iterator[Source]:
    with request.param(phone) as made:
        yield made


def test_every_file_comes_whole_with_its_name_size_and_time(source: Source) -> None:
    found = {one.name: one for one in incoming(source)}
    assert found.keys() == {name.rpartition("/")[2] for name in FILES}
    for name, data in FILES.items():
        offered = found[name.rpartition("/")[2]]
        assert offered.size == len(data)
        assert digest(offered) == hashlib.sha256(data).hexdigest()
        assert offered.modified_at is not None
        assert offered.modified_at.startswith("2024-05-01T18:42:00")


def test_asked_again_it_offers_the_same_in_the_same_order(source: Source) -> None:
    first, again = incoming(source), incoming(source)
    assert [one.shown for one in first] == [one.shown for one in again]
    assert len({one.shown for one in first}) == len(first)
    assert [digest(one) for one in first] == [digest(one) for one in again]


def test_files_of_one_folder_say_that_they_lie_together(source: Source) -> None:
    folders = {one.name: one.folder for one in incoming(source)}
    assert folders["IMG_0001.JPG"] == folders["IMG_0002.JPG"]
    assert len(set(folders.values())) == 3


def test_a_read_that_is_broken_off_leaves_the_source_as_it_was(source: Source) -> None:
    for offered in incoming(source):
        with offered.open() as stream:
            stream.read(1)
    assert [digest(one) for one in incoming(source)]


def test_what_vanished_is_said_and_the_rest_still_comes(source: Source, tmp_path: Path) -> None:
    offered = incoming(source)
    for path in (tmp_path / "phone", tmp_path / "phone.zip"):
        if path.exists():
            path.rename(path.with_name(f"gone {path.name}"))
    for one in offered:
        with pytest.raises(Unreadable):
            digest(one)


def test_it_says_what_it_is(source: Source) -> None:
    assert source.about.kind in {"folder", "archive", "camera", "card", "phone"}


def test_reading_leaves_no_file_behind(source: Source, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    for offered in incoming(source):
        digest(offered)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_it_offers_the_same_to_whoever_may_stop_waiting(source: Source) -> None:
    beside = [one.shown for one in offered_by(source, nothing)]
    assert beside == [one.shown for one in incoming(source)]


@pytest.mark.parametrize("kind", ERASE)
def test_one_file_is_deleted_by_its_name_and_the_listing_says_so(kind: Kind, phone: Path) -> None:
    with kind(phone) as source:
        one, *others = incoming(source)
        assert one.erasing
        assert one.erasing.there()
        one.erasing.erase()
        assert not one.erasing.there()
        assert [left.shown for left in incoming(source)] == [other.shown for other in others]
        assert [digest(left) for left in others]
        with pytest.raises(Unreadable):
            one.erasing.erase()


@pytest.mark.parametrize("kind", [kind for kind in ERASE if kind is not a_camera])
def test_a_file_that_changed_since_it_was_offered_is_not_deleted(kind: Kind, phone: Path) -> None:
    # libgphoto2 tells size and time from memory; the bytes are what is compared before (erasing).
    with kind(phone) as source:
        one = incoming(source)[0]
        path = phone / "DCIM/100APPLE/IMG_0001.JPG"
        path.write_bytes(b"another")
        assert one.erasing
        with pytest.raises(Unreadable):
            one.erasing.erase()
        assert path.read_bytes() == b"another"


def test_what_an_archive_holds_cannot_be_deleted(phone: Path) -> None:
    with zipfile.ZipFile(phone / "album.zip", "w") as made:
        made.writestr("a.jpg", b"abc")
    assert [one.erasing for one in incoming(Folder([phone]))] == [None]


def test_a_time_without_a_zone_gets_none(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    at = zipfile.ZipInfo("a.jpg", (2024, 5, 1, 18, 42, 0))
    known = zipfile.ZipInfo("b.jpg", (2024, 5, 1, 18, 42, 0))
    known.extra = struct.pack("<HHHHBi", 0x9999, 0, 0x5455, 5, 1, 1_714_588_920 - 7200)
    with zipfile.ZipFile(packed, "w") as made:
        for one in (at, known):
            made.writestr(one, b"abc")
    assert [one.modified_at for one in incoming(Archive(packed))] == [
        "2024-05-01T18:42:00",
        "2024-05-01T16:42:00Z",
    ]
    cabled = Camera(camera.Attached("A phone", "usb:001,004"))
    shown = time.mktime((2024, 5, 1, 18, 42, 0, 0, 0, -1))
    assert cabled._time(int(shown)) == "2024-05-01T18:42:00"


def test_an_archive_that_lies_is_named(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.jpg", os.urandom(100_000))
    whole = packed.read_bytes()
    for at in range(0, len(whole), 997):
        packed.write_bytes(whole[:at] + bytes((whole[at] ^ 0x55,)) + whole[at + 1 :])
        try:
            for one in incoming(Archive(packed)):
                digest(one)
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
    device = Camera(camera.folder_as_camera(str(tree(tmp_path))))
    (first, *_) = incoming(device)
    with device._lock, pytest.raises(Unreadable) as held:
        digest(first)
    assert held.value.facts["reason"] == "stalled"
    device.close()
