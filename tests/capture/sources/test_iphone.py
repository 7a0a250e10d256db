"""An iPhone on a cable: what it says of itself, what hinders it, and its bad days."""

import os
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.errors import Unreadable
from capture.sources import devices, iphone
from capture.sources.ahead import chunks
from capture.sources.apple import cable
from capture.sources.base import Incoming, Skipped
from capture.sources.iphone import IPhone
from tests.capture.sources.fake_iphone import MODEL, NAME, SERIAL, FakeIPhone, Vanished

PHOTO = os.urandom(2_500_000)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIPhone]:
    album = tmp_path / "media" / "DCIM" / "100APPLE"
    album.mkdir(parents=True)
    (album / "IMG_0001.HEIC").write_bytes(PHOTO)
    monkeypatch.setattr(cable, "SOCKET", tmp_path / "usbmuxd")
    with FakeIPhone(tmp_path / "media", tmp_path / "usbmuxd") as served:
        yield served


def _phone() -> IPhone:
    (found,) = iphone.attached()
    return IPhone(found)


def _one(source: IPhone) -> Incoming:
    (found,) = source.find()
    assert isinstance(found, Incoming)
    return found


def _read(offered: Incoming) -> bytes:
    return b"".join(chunks(offered.open, lambda: None))


def test_it_is_listed_with_its_name_and_read_over_the_cable_alone(fake: FakeIPhone) -> None:
    (found,) = iphone.attached()
    assert (found.serial, found.name, found.hindered) == (SERIAL, f"{NAME} ({MODEL})", None)
    listed = next(one for one in devices.devices() if one.kind == "phone")
    assert listed.id == f"iphone:{SERIAL}"
    source = listed.source()
    assert isinstance(source, IPhone)
    with source:
        assert _read(_one(source)) == PHOTO
        assert source.about.device == found.name


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("locked", "iphone-locked"), ("forgotten", "iphone-not-trusted"), ("", "iphone-not-trusted")],
)
def test_what_hinders_it_is_said(fake: FakeIPhone, fault: str, reason: str) -> None:
    if fault:
        setattr(fake.faults, fault, True)
    else:
        fake.faults.trusted = False
    (found,) = iphone.attached()
    assert (found.name, found.hindered) == (f"{NAME} ({MODEL})", reason)
    with pytest.raises(Unreadable) as refused:
        list(IPhone(found).find())
    assert refused.value.facts["reason"] == reason


def test_another_computers_pairing_is_not_taken(fake: FakeIPhone) -> None:
    fake.record = {**fake.record, "HostCertificate": fake.record["RootCertificate"]}
    (found,) = iphone.attached()
    assert found.hindered is not None
    fake.record = {**fake.record, "HostPrivateKey": 7}
    (found,) = iphone.attached()
    assert found.hindered == "iphone-not-trusted"


def test_none_is_plugged_in_and_none_can_be(
    fake: FakeIPhone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake.faults.unplugged = True
    assert iphone.attached() == ()
    assert "no-usbmuxd" not in devices.missing()
    monkeypatch.setattr(cable, "SOCKET", tmp_path / "none")
    assert not iphone.available()
    assert "no-usbmuxd" in devices.missing()
    with pytest.raises(Unreadable) as none:
        iphone.attached()
    assert none.value.facts["reason"] == "no-usbmuxd"


def test_a_pulled_cable_ends_the_read_and_the_next_one_finds_the_phone_again(
    fake: FakeIPhone,
) -> None:
    def pull(_path: str) -> None:
        fake.faults.reading = lambda _path: None
        raise Vanished

    with _phone() as source:
        offered = _one(source)
        fake.faults.reading = pull
        with pytest.raises(Unreadable) as gone:
            _read(offered)
        assert gone.value.facts["reason"] == "device"
        assert _read(offered) == PHOTO
        fake.faults.unplugged = True
        fake.pull()
        with pytest.raises(Unreadable):
            _read(offered)
        with pytest.raises(Unreadable) as away:
            _read(offered)
        assert away.value.facts["reason"] == "no-device"
        fake.faults.unplugged = False
        assert _read(offered) == PHOTO


def test_a_stalled_phone_is_given_up(fake: FakeIPhone, monkeypatch: pytest.MonkeyPatch) -> None:
    plug = threading.Event()
    with _phone() as source:
        offered = _one(source)
        source.close()
        monkeypatch.setattr(cable, "PATIENCE", 0.3)
        fake.faults.reading = lambda _path: _wait(plug)
        with pytest.raises(Unreadable) as stalled:
            _read(offered)
        plug.set()
        assert stalled.value.facts["reason"] == "stalled"


def test_links_are_named_and_hidden_folders_passed_over(fake: FakeIPhone) -> None:
    album = fake.media / "DCIM" / "100APPLE"
    (album / "link.jpg").symlink_to("IMG_0001.HEIC")
    (album / ".MISC").mkdir()
    (album / ".MISC" / "thumbs.jpg").write_bytes(b"x")
    (fake.media / "Books").mkdir()
    (fake.media / "Books" / "cover.jpg").write_bytes(b"x")
    with _phone() as source:
        found = {one.shown: one for one in source.find()}
    assert sorted(found) == ["/DCIM/100APPLE/IMG_0001.HEIC", "/DCIM/100APPLE/link.jpg"]
    link = found["/DCIM/100APPLE/link.jpg"]
    assert isinstance(link, Skipped)
    assert link.error.facts["reason"] == "link"


def _wait(plug: threading.Event) -> None:
    plug.wait(20)


ANSWERS = (
    b"",
    b"\x00" * 16,
    b"\xff" * 64,
    struct.pack("<IIII", 0xFFFFFFFF, 1, 8, 1),
    struct.pack("<IIII", 20, 1, 8, 1) + b"<a/>",
    struct.pack("<IIII", 16, 1, 8, 1),
    struct.pack("<IIII", 10, 1, 8, 1),
    struct.pack("<IIII", 16 + 9, 1, 2, 1) + b"<plist/>\n",
    struct.pack("<IIII", 16 + 74, 1, 8, 1)
    + b'<!DOCTYPE a [<!ENTITY b "c">]><plist version="1.0"><string>&b;</string></plist>'[:74],
)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_service_that_answers_nonsense_is_named(
    answer: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = tmp_path / "usbmuxd"
    monkeypatch.setattr(cable, "SOCKET", at)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(at))
    listening.listen()

    def serve() -> None:
        one, _ = listening.accept()
        with one:
            one.recv(4096)
            one.sendall(answer)

    serving = threading.Thread(target=serve)
    serving.start()
    with pytest.raises(Unreadable) as named:
        iphone.attached()
    serving.join()
    listening.close()
    assert named.value.facts["reason"] == "device"


def test_edits_that_the_phone_keeps_apart_are_found(fake: FakeIPhone) -> None:
    below = fake.media / "PhotoData" / "Mutations" / "DCIM" / "100APPLE" / "IMG_0001"
    (below / "Adjustments").mkdir(parents=True)
    for name in ("FullSizeRender.jpg", "Adjustments.plist", "PenultimateFullSizeRender.jpg"):
        (below / "Adjustments" / name).write_bytes(PHOTO[:1000])
    (below / "Metadata").mkdir()
    (below.parent / "note.txt").write_text("no folder")
    source = _phone()
    with source:
        found = [one.shown for one in source.find()]
    edits = "/PhotoData/Mutations/DCIM/100APPLE/IMG_0001/Adjustments"
    assert found == [
        "/DCIM/100APPLE/IMG_0001.HEIC",
        f"{edits}/Adjustments.plist",
        f"{edits}/FullSizeRender.jpg",
    ]
