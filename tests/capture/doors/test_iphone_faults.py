"""An iPhone on its bad days, over the wire: what did not come whole is absent, no more is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.erasing import ToErase, erase_at_source
from capture.intake import Import, Status, Taken
from capture.isolate import MediaPool
from capture.progress import silent
from capture.sources import returning
from capture.sources.apple import cable
from capture.sources.iphone import IPhone, attached
from storage.vault import Vault
from tests.capture.doors.conftest import photo_bytes
from tests.capture.sources.fake_iphone import FakeIPhone, Vanished

PHOTOS = {f"IMG_000{number}.JPG": photo_bytes(number) for number in range(1, 5)}


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIPhone]:
    album = tmp_path / "media" / "DCIM" / "100APPLE"
    album.mkdir(parents=True)
    for name, data in PHOTOS.items():
        (album / name).write_bytes(data)
    monkeypatch.setattr(cable, "SOCKET", tmp_path / "usbmuxd")
    monkeypatch.setattr(returning, "_PAUSE", 0.01)
    with FakeIPhone(tmp_path / "media", tmp_path / "usbmuxd") as served:
        yield served


@pytest.fixture
def phone(fake: FakeIPhone) -> Iterator[IPhone]:
    (found,) = attached()
    with IPhone(found) as opened:
        yield opened


def _sealed(vault: Vault, pool: MediaPool, phone: IPhone) -> tuple[Taken, ...]:
    work = Import(vault, pool, seal_only=True, patience=5)
    work.add(phone)
    return work.run(lambda _standing: None, lambda _taken: None)


def _kept(vault: Vault) -> list[bytes]:
    assert vault.check(deep=True) == ()
    return [vault.open_blob(one.id).read() for one in vault.originals()]


@pytest.mark.parametrize("at", [1, 3, 4, 5, 7, 8, 11, 14])
def test_a_cable_that_is_pulled_at_any_read_costs_nothing(
    fake: FakeIPhone, phone: IPhone, vault: Vault, pool: MediaPool, at: int
) -> None:
    reads = 0

    def pull(_path: str) -> None:
        nonlocal reads
        reads += 1
        if reads == at:
            fake.pull()
            raise Vanished

    fake.faults.reading = pull
    ended = _sealed(vault, pool, phone)
    if at > 4:  # once a file came, the phone is known to be one that gives something
        assert [taken.status for taken in ended] == [Status.SEALED] * 4
    fake.faults.reading = lambda _path: None
    assert {taken.status for taken in _sealed(vault, pool, phone)} <= {
        Status.SEALED,
        Status.ALREADY_SEALED,
    }
    assert sorted(_kept(vault)) == sorted(PHOTOS.values())


@pytest.mark.parametrize("by", [-7, 9])
def test_a_phone_that_lies_about_sizes_gives_nothing(
    fake: FakeIPhone, phone: IPhone, vault: Vault, pool: MediaPool, by: int
) -> None:
    fake.faults.lied_size = by
    ended = _sealed(vault, pool, phone)
    assert {taken.error and taken.error.facts["reason"] for taken in ended} == {"other-size"}
    assert _kept(vault) == []


def test_a_phone_that_gives_other_bytes_the_second_time_is_not_erased(
    fake: FakeIPhone, phone: IPhone, vault: Vault, pool: MediaPool
) -> None:
    taken = _sealed(vault, pool, phone)
    fake.faults.changed = lambda path, data: data[:-1] + b"?" if path.endswith("2.JPG") else data
    files = [ToErase(one.offered, one.original) for one in taken if one.offered and one.original]
    ended = erase_at_source(vault, files, silent, lambda _erased: None)
    assert [one.error and one.error.facts["reason"] for one in ended] == [
        None,
        "changed",
        None,
        None,
    ]
    assert [path.name for path in fake.media.rglob("*.JPG")] == ["IMG_0002.JPG"]
    assert sorted(fake.faults.removed) == [
        f"/DCIM/100APPLE/IMG_000{number}.JPG" for number in (1, 3, 4)
    ]


def test_a_phone_that_is_locked_meanwhile_keeps_its_files(
    fake: FakeIPhone, phone: IPhone, vault: Vault, pool: MediaPool
) -> None:
    taken = _sealed(vault, pool, phone)
    fake.faults.locked = True
    fake.pull()
    files = [ToErase(one.offered, one.original) for one in taken if one.offered and one.original]
    ended = erase_at_source(vault, files, silent, lambda _erased: None)
    assert all(one.error for one in ended)
    assert fake.faults.removed == []
    assert len(list(fake.media.rglob("*.JPG"))) == 4
