"""What was chosen is what comes, with its sidecars; a first look reads no further than it says."""

from io import BytesIO
from typing import BinaryIO

import pytest
from typing_extensions import override

from capture.errors import Unreadable
from capture.sources.base import Incoming
from capture.sources.chosen import Chosen, beginning, with_sidecars
from capture.sources.folder import Folder


def offered(name: str, folder: str = "/DCIM", data: bytes = b"x" * 10) -> Incoming:
    return Incoming(f"{folder}/{name}", name, folder, len(data), None, lambda: BytesIO(data))


PHOTO, CLIP = offered("IMG_1.JPG"), offered("IMG_1.MOV")
EDIT, OTHER = offered("IMG_1.AAE"), offered("IMG_2.AAE")
ELSEWHERE = offered("IMG_1.AAE", "/other")


def test_a_sidecar_comes_with_its_medium_and_no_other_file_does() -> None:
    listed = (PHOTO, CLIP, EDIT, OTHER, ELSEWHERE)
    assert with_sidecars(listed, {PHOTO.shown}) == (PHOTO, EDIT)
    assert with_sidecars(listed, ()) == ()
    chosen = Chosen(Folder(()), (PHOTO,))
    assert tuple(chosen.find()) == (PHOTO,)
    assert chosen.about.kind == "folder"
    chosen.close()  # there is no device to let go of


class Counting(BytesIO):
    taken = 0

    @override
    def read(self, count: int | None = -1, /) -> bytes:
        data = super().read(count)
        Counting.taken += len(data)
        return data


def test_no_more_is_read_than_was_asked_for() -> None:
    one = offered("a.jpg")
    long = Incoming(
        one.shown, one.name, one.folder, 1 << 22, None, lambda: Counting(bytes(1 << 22))
    )
    assert beginning(long, 5000, lambda: None) == bytes(5000)
    assert Counting.taken == 5000
    assert beginning(one, 5000, lambda: None) == b"x" * 10


def test_what_cannot_be_opened_is_said() -> None:
    def refuse() -> BinaryIO:
        raise Unreadable(reason="permission")

    one = offered("a.jpg")
    with pytest.raises(Unreadable):
        beginning(Incoming(one.shown, one.name, one.folder, 1, None, refuse), 10, lambda: None)
