"""What is plugged in, as the kernel and GVfs say it; and what of it is read."""

from pathlib import Path

import pytest

from capture.sources import camera, drives, iphone
from capture.sources import devices as plugged
from capture.sources.base import Incoming
from capture.sources.camera import Attached, Camera, folder_as_camera
from capture.sources.drives import Card, Drive

MOUNTINFO = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
30 27 8:2 / / rw - ext4 /dev/sda2 rw
41 27 8:17 / /media/someone/NO\040NAME rw - vfat /dev/sdb1 rw
42 27 179:1 / /somewhere rw - exfat /dev/mmcblk0p1 rw
""".strip().splitlines()


def _block(folder: Path) -> Path:
    """Make what /sys/dev/block shows: parts of disks, of which the card alone is removable."""
    block = folder / "block"
    for number, disk, removable in (("8:2", "sda", "0"), ("8:17", "sdb", "0"), ("179:1", "m", "1")):
        part = folder / disk / "part"
        part.mkdir(parents=True)
        (part.parent / "removable").write_text(f"{removable}\n")
        block.mkdir(exist_ok=True)
        (block / number).symlink_to(part)
    return block


def test_removable_drives_are_told_by_the_kernel_or_by_where_they_are(tmp_path: Path) -> None:
    found = list(drives.removable(MOUNTINFO, _block(tmp_path)))
    assert [(str(one.root), one.name) for one in found] == [
        ("/media/someone/NO NAME", "NO NAME"),
        ("/somewhere", "somewhere"),
    ]


def test_phones_are_what_gvfs_mounted(tmp_path: Path) -> None:
    for name in ("mtp:host=Google_Pixel%207_1A", "smb-share:server=x", "gphoto2:host=Canon"):
        (tmp_path / name).mkdir()
    assert [one.name for one in drives.phones(tmp_path)] == ["Canon", "Google Pixel 7 1A"]
    assert list(drives.phones(tmp_path / "not there")) == []


def _put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xff\xd8\xff")


def _names(card: Card) -> list[str]:
    return [one.name for one in card.find() if isinstance(one, Incoming)]


def test_only_the_folders_of_pictures_are_read_and_none_that_is_hidden(tmp_path: Path) -> None:
    _put(
        tmp_path,
        "DCIM/100/a.jpg",
        "DCIM/.thumbnails/t.jpg",
        "Internal storage/Pictures/Screenshots/s.png",
        "Internal storage/WhatsApp/Media/Images/w.jpg",
        "Internal storage/WhatsApp/Media/Private/.nomedia",
        "Internal storage/WhatsApp/Media/Private/p.jpg",
        "Music/song.mp3",
    )
    card = Card(Drive(tmp_path, "CARD", "card"))
    assert _names(card) == ["a.jpg", "s.png", "w.jpg"]
    assert card.about.device == "CARD"


def test_a_card_without_such_folders_is_read_whole(tmp_path: Path) -> None:
    _put(tmp_path, "march/a.jpg")
    assert _names(Card(Drive(tmp_path, "CARD", "card"))) == ["a.jpg"]


def test_devices_are_offered_with_the_source_that_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drives, "drives", lambda: (Drive(tmp_path, "CARD", "card"),))
    monkeypatch.setattr(
        "capture.sources.camera.attached",
        lambda: (folder_as_camera(str(tmp_path / "camera")),),
    )
    card, phone = plugged.devices()
    assert (card.id, card.kind, card.name) == (str(tmp_path), "card", "CARD")
    assert (phone.id, phone.kind) == (f"disk:{tmp_path / 'camera'}", "camera")
    assert isinstance(card.source(), Card)
    assert isinstance(phone.source(), Camera)


def test_what_is_plugged_in_here_can_be_asked() -> None:
    assert isinstance(plugged.devices(), tuple)


def test_a_mounted_card_that_the_camera_library_sees_too_is_offered_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    card = Drive(tmp_path / "CARD", "CARD", "card")
    seen = (
        Attached("Mass Storage Camera", f"disk:{card.root}"),
        Attached("Mass Storage Camera", f"disk:{tmp_path / 'OTHER'}"),
        Attached("Pixel", "usb:001,004"),
    )
    monkeypatch.setattr(drives, "drives", lambda: (card,))
    monkeypatch.setattr(camera, "attached", lambda: seen)
    monkeypatch.setattr(iphone, "attached", tuple)
    assert [one.id for one in plugged.devices()] == [
        str(card.root),
        f"disk:{tmp_path / 'OTHER'}",
        "usb:001,004",
    ]
