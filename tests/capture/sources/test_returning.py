"""A source that went away is waited for, and given up as a whole where it does not come back."""

import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pytest

from capture.errors import Unreadable
from capture.sources import returning
from capture.sources.apple import cable
from capture.sources.base import Incoming
from capture.sources.iphone import IPhone, attached
from capture.sources.returning import Returning
from tests.capture.sources.fake_iphone import FakeIPhone


class Cancelled(BaseException):
    """As the faces raise it."""


class Cable:
    """Is in, or out; put in again after so many questions."""

    def __init__(self) -> None:
        self.pulled = False
        self.asked = 0

    def offered(self, name: str = "a.jpg", *, bad: bool = False) -> Incoming:
        def opened() -> BinaryIO:
            self.asked += 1
            if self.pulled or bad:
                raise Unreadable(reason="device")
            return io.BytesIO(b"data")

        return Incoming(f"/{name}", name, "/", 4, None, opened)


GONE = Unreadable(reason="device")


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returning, "_PAUSE", 0.01)


def _returning(cable: Cable, waiting: Callable[[], None], patience: float = 20) -> Returning:
    made = Returning(patience, waiting)
    made.came(cable.offered())
    return made


def test_one_bad_file_is_tried_again_once_and_nothing_is_waited_for() -> None:
    cable = Cable()
    source = _returning(cable, lambda: None)
    bad = cable.offered("bad.jpg", bad=True)
    assert source.again(bad, GONE)
    assert not source.again(bad, GONE)
    assert source.given_up is None
    assert cable.asked == 1


def test_a_cable_that_is_put_in_again_lets_the_import_go_on() -> None:
    cable = Cable()
    cable.pulled = True

    def waiting() -> None:
        cable.pulled = cable.asked < 5

    source = _returning(cable, waiting)
    assert source.again(cable.offered("b.jpg"), GONE)
    assert cable.asked >= 5
    assert source.given_up is None


def test_a_source_that_does_not_come_back_is_given_up_as_a_whole() -> None:
    cable = Cable()
    cable.pulled = True
    source = _returning(cable, lambda: None, patience=0.05)
    assert not source.again(cable.offered("b.jpg"), GONE)
    assert source.given_up is GONE


def test_who_waits_may_stop() -> None:
    cable = Cable()
    cable.pulled = True

    def cancel() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        _returning(cable, cancel).again(cable.offered("b.jpg"), GONE)


@pytest.mark.parametrize("reason", ["other-size", "permission", "archive"])
def test_what_another_try_does_not_mend_is_not_tried(reason: str) -> None:
    source = _returning(Cable(), lambda: None)
    assert not source.again(Cable().offered(), Unreadable(reason=reason))


def test_before_any_file_came_nothing_is_waited_for() -> None:
    assert not Returning(20, lambda: None).again(Cable().offered(), GONE)


@pytest.fixture
def phone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIPhone]:
    album = tmp_path / "media" / "DCIM" / "100APPLE"
    album.mkdir(parents=True)
    for number in range(4):
        (album / f"IMG_000{number}.JPG").write_bytes(b"\xff\xd8\xff" + bytes(number + 1) * 9999)
    monkeypatch.setattr(cable, "SOCKET", tmp_path / "usbmuxd")
    with FakeIPhone(tmp_path / "media", tmp_path / "usbmuxd") as served:
        yield served


def test_an_iphone_that_is_pulled_and_put_in_again_is_read_to_its_end(phone: FakeIPhone) -> None:
    (found,) = attached()
    waited = 0

    def waiting() -> None:
        nonlocal waited
        waited += 1
        phone.faults.unplugged = waited < 4

    def pull(path: str) -> None:
        if path.endswith("IMG_0002.JPG"):
            phone.faults.reading = lambda _path: None
            phone.faults.unplugged = True
            phone.pull()

    with IPhone(found) as source:
        files = [one for one in source.find() if isinstance(one, Incoming)]
        steady, read = Returning(20, waiting), []
        phone.faults.reading = pull
        for one in files:
            while True:
                with suppress(Unreadable):
                    with one.open() as stream:
                        read.append((one.name, len(stream.read())))
                    steady.came(one)
                    break
                assert steady.again(one, GONE)
    assert [name for name, _ in read] == [one.name for one in files]
    assert all(size == one.size for (_, size), one in zip(read, files, strict=True))
    assert waited >= 4
