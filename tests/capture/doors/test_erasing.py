"""Nothing is deleted at its source but what the vault holds byte for byte; all else is left."""

import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture import erasing
from capture.erasing import Erased, ToErase, erase_at_source
from capture.errors import Unreadable
from capture.intake import listed, seal_one
from capture.progress import silent
from capture.sealing import Sealing
from capture.sources import ahead
from capture.sources.base import Incoming, Source
from capture.sources.folder import Folder
from storage.errors import DamagedVault
from storage.vault import Vault, layout, system
from tests.contracts.faulty_source import Faulty, Turning, stalling, vanishing
from tests.contracts.source_kinds import ERASE, FILES


class Cancelled(BaseException):
    """As the faces raise it."""


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    folder = tmp_path / "phone"
    folder.mkdir()
    return folder


@pytest.fixture(params=ERASE)
def source(request: pytest.FixtureRequest, phone: Path) -> Iterator[Source]:
    with request.param(phone) as made:
        yield made


def _sealed(vault: Vault, source: Source) -> list[ToErase]:
    sealing = Sealing(vault, source.about, keep_device=False)
    taken = [seal_one(sealing, one, silent, sidecar=False) for one in listed(source, silent)]
    return [ToErase(one.offered, one.original) for one in taken if one.original and one.offered]


def _erased(vault: Vault, files: list[ToErase]) -> tuple[Erased, ...]:
    told: list[Erased] = []
    ended = erase_at_source(vault, files, silent, told.append)
    assert told == list(ended)
    return ended


def _left(phone: Path) -> set[str]:
    return {path.name for path in phone.rglob("*") if path.is_file()}


def _events(vault: Vault, one: ToErase) -> list[str]:
    return [entry.event for entry in vault.custody(one.original.id)][1:]


ALL = {name.rpartition("/")[2] for name in FILES}


def test_what_is_sealed_goes_and_the_log_says_each_step(
    vault: Vault, source: Source, phone: Path
) -> None:
    files = _sealed(vault, source)
    assert [one.error for one in _erased(vault, files)] == [None] * 3
    assert _left(phone) == {"VID_1.mp4"}
    for one in files:
        assert _events(vault, one) == ["erasing at source", "erased at source"]
        assert vault.open_blob(one.original.id).read() in FILES.values()
    vault.check_custody()


def test_other_bytes_the_second_time_leave_the_file(
    vault: Vault, source: Source, phone: Path
) -> None:
    files = _sealed(vault, Faulty(source, Turning()))
    reasons = {str(one.error.facts["reason"]) for one in _erased(vault, files) if one.error}
    assert reasons == {"changed"}
    assert _left(phone) == ALL
    assert _events(vault, files[0]) == ["left at source"]


def test_a_device_that_vanishes_or_stalls_keeps_its_files(
    vault: Vault, source: Source, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _sealed(vault, source)
    plug = threading.Event()
    monkeypatch.setattr(ahead.chunks, "__defaults__", (0.3,))
    for wrong, reason in ((vanishing(5), "device"), (stalling(plug), "stalled")):
        faulty = [replace(one, offered=wrong(one.offered)) for one in files]
        ended = _erased(vault, faulty)
        assert [one.error and one.error.facts["reason"] for one in ended] == [reason] * 3
    plug.set()
    assert _left(phone) == ALL


def test_a_vault_that_is_damaged_keeps_the_phones_file(
    vault: Vault, source: Source, phone: Path
) -> None:
    files = _sealed(vault, source)
    for one in files:
        (path,) = vault.folder.rglob(one.original.id)
        data = bytearray(path.read_bytes())
        data[layout.HEADER + 3] ^= 1
        path.write_bytes(data)
    assert all(isinstance(one.error, DamagedVault) for one in _erased(vault, files))
    assert _left(phone) == ALL


class _Deaf:
    """Says that it deleted, and did not."""

    def erase(self) -> None:
        pass

    def there(self) -> bool:
        return True


class _Dead:
    """Deletes, and then answers nothing."""

    def erase(self) -> None:
        raise Unreadable(reason="permission")

    def there(self) -> bool:
        raise Unreadable(reason="device")


@pytest.mark.parametrize(("way", "reason"), [(_Deaf(), "still-there"), (_Dead(), "permission")])
def test_only_the_listing_says_that_something_is_gone(
    vault: Vault, source: Source, way: _Deaf | _Dead, reason: str
) -> None:
    one = _sealed(vault, source)[0]
    (ended,) = _erased(vault, [replace(one, offered=replace(one.offered, erasing=way))])
    assert ended.error is not None
    assert ended.error.facts["reason"] == reason
    assert _events(vault, one) == ["erasing at source", "left at source"]


def test_what_is_in_an_archive_is_left(vault: Vault, phone: Path) -> None:
    with zipfile.ZipFile(phone / "album.zip", "w") as made:
        made.writestr("a.jpg", FILES["DCIM/100APPLE/IMG_0001.JPG"])
    files = _sealed(vault, Folder([phone]))
    (ended,) = _erased(vault, files)
    assert ended.error is not None
    assert ended.error.facts["reason"] == "not-erasable"
    assert _left(phone) == {"album.zip"}


def test_a_cancel_leaves_the_rest_and_logs_what_is_gone(
    vault: Vault, source: Source, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _sealed(vault, source)
    whole = sum(one.original.size for one in files[:1])

    def cancel(done: int, _total: int) -> None:
        if done > 2 * whole:
            raise Cancelled

    told: list[Erased] = []
    monkeypatch.setattr(erasing, "_TOGETHER", 8)
    with pytest.raises(Cancelled):
        erase_at_source(vault, files, cancel, told.append)
    assert [(one.source, one.error) for one in told] == [(files[0].offered.shown, None)]
    assert _left(phone) == ALL - {files[0].offered.name}
    assert _events(vault, files[0]) == ["erasing at source", "erased at source"]
    assert _events(vault, files[1]) == []


def test_the_vaults_copy_is_read_from_the_disk_before_anything_goes(
    vault: Vault, source: Source, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _sealed(vault, source)
    there: list[int] = []
    monkeypatch.setattr(system, "forget_cached", lambda _file: there.append(len(_left(phone))))
    _erased(vault, files)
    assert len(there) == len(files)
    assert there[0] == len(ALL)


def test_a_file_of_another_size_is_not_even_read(vault: Vault, source: Source) -> None:
    one = _sealed(vault, source)[0]

    def unopened() -> None:
        raise AssertionError

    grown = replace(one.offered, size=one.offered.size + 1, open=unopened)  # type: ignore[arg-type]  # never called
    (ended,) = _erased(vault, [replace(one, offered=grown)])
    assert ended.error is not None
    assert ended.error.facts["reason"] == "changed"


def test_progress_ends_at_its_total(vault: Vault, source: Source) -> None:
    seen: list[tuple[int, int]] = []
    files = _sealed(vault, source)
    erase_at_source(vault, files, lambda done, total: seen.append((done, total)), lambda _one: None)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] == 2 * sum(one.original.size for one in files)


def test_an_offered_file_says_whether_it_can_be_deleted(source: Source) -> None:
    assert all(isinstance(one, Incoming) and one.erasing for one in source.find())
