"""Every kind of source, each serving the same files out of a folder of the test's own."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from capture.sources import camera
from capture.sources.ahead import chunks
from capture.sources.apple import cable
from capture.sources.archive import Archive
from capture.sources.base import Incoming, Source
from capture.sources.camera import Camera
from capture.sources.drives import Card, Drive
from capture.sources.folder import Folder
from capture.sources.iphone import IPhone, attached
from tests.capture.sources.fake_iphone import FakeIPhone

JPEG = b"\xff\xd8\xff\xe0"
FILES = {
    "DCIM/100APPLE/IMG_0001.JPG": JPEG + os.urandom(70_000),
    "DCIM/100APPLE/IMG_0002.JPG": JPEG + os.urandom(3 << 20),
    "DCIM/Camera/VID_1.mp4": b"",
    "DCIM/Pictures/تصویر.jpg": JPEG + os.urandom(10),
}
TIME = 1_714_588_920

Kind = Callable[[Path], AbstractContextManager[Source]]


def tree(folder: Path) -> Path:
    """Write the files."""
    for name, data in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (TIME, TIME))
    return folder


@contextmanager
def a_folder(folder: Path) -> Iterator[Source]:
    yield Folder([tree(folder)])


@contextmanager
def a_card(folder: Path) -> Iterator[Source]:
    yield Card(Drive(tree(folder), "CARD", "card"))


@contextmanager
def an_archive(folder: Path) -> Iterator[Source]:
    packed = folder.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in FILES.items():
            made.writestr(zipfile.ZipInfo(name, (2024, 5, 1, 18, 42, 0)), data)
    yield Archive(packed)


@contextmanager
def a_camera(folder: Path) -> Iterator[Source]:
    with Camera(camera.folder_as_camera(str(tree(folder)))) as opened:
        yield opened


@contextmanager
def an_iphone(folder: Path) -> Iterator[Source]:
    at = folder.parent / "usbmuxd"
    with pytest.MonkeyPatch.context() as patched, FakeIPhone(tree(folder), at):
        patched.setattr(cable, "SOCKET", at)
        (found,) = attached()
        with IPhone(found) as phone:
            yield phone


KINDS: tuple[Kind, ...] = (a_folder, a_card, an_archive, a_camera, an_iphone)
ERASE = tuple(kind for kind in KINDS if kind is not an_archive)
"""The kinds that can delete what they offer."""


def incoming(source: Source) -> list[Incoming]:
    """Return what a source offers, all of which can be read."""
    found = list(source.find())
    assert all(isinstance(one, Incoming) for one in found)
    return [one for one in found if isinstance(one, Incoming)]


def nothing() -> None:
    """Wait."""


def read(offered: Incoming) -> bytes:
    """Return a file's bytes."""
    return b"".join(chunks(offered.open, nothing))


def digest(offered: Incoming) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(read(offered)).hexdigest()
