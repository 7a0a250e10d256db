"""What comes in is sealed first, then examined; each file ends with one answer."""

import contextlib
import io
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest

from capture import derive
from capture.errors import Damaged, EmptyFile, Unreadable
from capture.intake import Status, Taken, take_in
from capture.isolate import MediaPool
from capture.progress import Tick, silent
from capture.sources.base import About, Incoming
from capture.sources.drives import Card, Drive
from capture.sources.folder import Folder
from storage.records import Derivative
from storage.vault import Vault
from tests.capture.doors.conftest import MAKER, Photo


class Cancelled(BaseException):
    """As the faces raise it."""


def _take(vault: Vault, pool: MediaPool, *paths: Path) -> list[Taken]:
    return list(take_in(vault, pool, Folder(paths), silent, lambda _taken: None))


def test_a_photo_is_sealed_examined_and_cleaned(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    path = photo()
    (taken,) = _take(vault, pool, path)
    assert taken.status is Status.SEALED
    assert taken.original
    assert taken.cleaned
    with vault.open_blob(taken.original.id) as original, vault.open_blob(taken.cleaned.id) as copy:
        assert original.read() == path.read_bytes()
        assert MAKER.encode() not in copy.read()
    report = vault.report(taken.original.id)
    assert report
    assert MAKER in str(report)
    record = vault.record(taken.original.id)
    assert record.value("embedded_place") == "35.689200, 51.389000"
    assert record.value("embedded_time") == "2024-05-01T18:42:07"


def test_the_same_photo_is_sealed_once(vault: Vault, pool: MediaPool, photo: Photo) -> None:
    first = _take(vault, pool, photo("a.jpg"))[0]
    second = _take(vault, pool, photo("renamed.jpg"))[0]
    assert second.status is Status.ALREADY_SEALED
    assert second.original == first.original
    assert len(vault.originals()) == 1


def test_one_files_trouble_is_that_files_alone(vault: Vault, pool: MediaPool, photo: Photo) -> None:
    good = photo()
    folder = good.parent
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "half.jpg").write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    (folder / "letter.jpg").write_text("Dear all, this is a text.")
    missing = folder / "gone.jpg"
    by_name = {Path(taken.source).name: taken for taken in _take(vault, pool, folder, missing)}
    assert by_name["empty.jpg"].status is Status.REFUSED
    assert isinstance(by_name["empty.jpg"].error, EmptyFile)
    assert by_name["letter.jpg"].status is Status.REFUSED
    assert by_name["gone.jpg"].status is Status.FAILED
    assert isinstance(by_name["gone.jpg"].error, Unreadable)
    assert by_name["half.jpg"].status is Status.SEALED
    assert isinstance(by_name["half.jpg"].error, Damaged)
    assert by_name["half.jpg"].cleaned is None
    assert by_name["IMG_0001.jpg"].cleaned is not None


def test_a_link_and_a_pipe_are_named_and_never_opened(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    import os

    folder = photo().parent
    (folder / "link.jpg").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.jpg")
    statuses = {Path(taken.source).name: taken for taken in _take(vault, pool, folder)}
    assert statuses["link.jpg"].error
    assert statuses["link.jpg"].error.facts == {"reason": "link"}
    assert statuses["pipe.jpg"].status is Status.FAILED


def test_a_cancel_while_sealing_leaves_no_half(vault: Vault, pool: MediaPool, photo: Photo) -> None:
    def cancel(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_in(vault, pool, Folder([photo()]), cancel, lambda _taken: None)
    assert vault.originals() == ()
    assert not vault.check(deep=True)


def test_what_was_sealed_before_a_cancel_is_prepared_the_next_time(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    path = photo()

    def cancel(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_in(vault, pool, Folder([path]), cancel, lambda _taken: None)
    assert len(vault.originals()) == 1
    (taken,) = _take(vault, pool, path)
    assert taken.status is Status.ALREADY_SEALED
    assert taken.cleaned is not None


def test_every_original_is_sealed_before_the_first_is_examined(
    vault: Vault, pool: MediaPool, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed_at_first_look: list[int] = []
    real = derive.prepare

    def watched(vault: Vault, pool: MediaPool, item: str, tick: Tick) -> Derivative:
        sealed_at_first_look.append(len(vault.originals()))
        return real(vault, pool, item, tick)

    monkeypatch.setattr(derive, "prepare", watched)
    _take(vault, pool, photo("a.jpg", colour=1), photo("b.jpg", colour=2))
    assert sealed_at_first_look[0] == 2


def test_progress_ends_at_its_total_and_never_goes_back(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    seen: list[tuple[int, int]] = []
    paths = [photo("a.jpg", colour=1), photo("b.jpg", colour=2)]
    told: list[Taken] = []
    take_in(vault, pool, Folder(paths), lambda done, total: seen.append((done, total)), told.append)
    dones = [done for done, _ in seen]
    assert dones == sorted(dones)
    assert seen[-1][0] == seen[-1][1]
    assert len(told) == 2


def test_a_devices_name_is_kept_only_where_it_was_asked_for(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    card = photo().parent
    (card / "DCIM").mkdir()
    (card / "IMG_0001.jpg").rename(card / "DCIM" / "IMG_0001.jpg")
    source = Card(Drive(card, "Someone's phone", "phone"))
    (taken,) = take_in(vault, pool, source, silent, lambda _taken: None)
    assert taken.original
    provenance = taken.original.provenance
    assert (provenance.source, provenance.path) == ("phone", "DCIM/IMG_0001.jpg")
    assert provenance.device is None
    vault.delete(taken.original.id)
    (again,) = take_in(vault, pool, source, silent, lambda _taken: None, keep_device=True)
    assert again.original
    assert again.original.provenance.device == "Someone's phone"
    assert vault.record(again.original.id).value("source_device") == "Someone's phone"


class _Lying:
    """A source that says other sizes than it gives, and vanishes in between."""

    about = About("camera", "A liar", "/")

    def __init__(self, *offered: tuple[int, bytes | OSError]) -> None:
        self._offered = offered

    def find(self) -> Iterator[Incoming]:
        for number, (size, data) in enumerate(self._offered):
            name = f"{number}.jpg"
            yield Incoming(f"/{name}", name, "/", size, None, partial(self._open, data))

    def _open(self, data: bytes | OSError) -> BinaryIO:
        if isinstance(data, OSError):
            raise data
        return io.BytesIO(data)


def test_what_did_not_come_whole_is_not_sealed(vault: Vault, pool: MediaPool, photo: Photo) -> None:
    whole = photo().read_bytes()
    liar = _Lying(
        (len(whole) + 1, whole),
        (len(whole) - 1, whole),
        (1 << 60, whole),
        (len(whole), OSError(5, "gone")),
        (0, b""),
        (len(whole), whole),
    )
    ended = take_in(vault, pool, liar, silent, lambda _taken: None)
    assert [taken.status.value for taken in ended] == [
        "failed",
        "failed",
        "failed",
        "failed",
        "refused",
        "sealed",
    ]
    assert len(vault.originals()) == 1
    assert vault.check(deep=True) == ()


def test_an_answer_that_is_kept_keeps_no_reader(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    """More than is read ahead: whoever reads what was refused must let go of it, and end."""
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"Dear all, " * (1 << 20))
    before = threading.active_count()
    (taken,) = _take(vault, pool, letter)
    waiting = threading.Event()
    for _ in range(100):
        if threading.active_count() <= before:
            break
        waiting.wait(0.1)
    assert threading.active_count() <= before
    assert taken.error
    assert taken.error.__traceback__ is None


def test_what_is_known_by_name_size_and_time_is_read_but_not_written_again(
    vault: Vault, pool: MediaPool, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = photo().parent
    _take(vault, pool, folder)
    monkeypatch.setattr(vault, "draft", None)
    (again,) = take_in(vault, pool, Folder([folder]), silent, lambda _taken: None)
    assert again.status is Status.ALREADY_SEALED


def test_an_import_that_was_stopped_at_any_file_goes_on_and_seals_each_once(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    for number in range(1, 8):
        folder = photo(f"{number}.jpg", number).parent
    contents = {path.read_bytes() for path in folder.iterdir()}
    for stop_at in range(1, 40, 4):
        ticks = 0

        def cancel(_done: int, _total: int, stop_at: int = stop_at) -> None:
            nonlocal ticks
            ticks += 1
            if ticks > stop_at:
                raise Cancelled

        with contextlib.suppress(Cancelled):
            take_in(vault, pool, Folder([folder]), cancel, lambda _taken: None)
    ended = _take(vault, pool, folder)
    assert all(taken.cleaned for taken in ended)
    sealed = [vault.open_blob(one.id).read() for one in vault.originals()]
    assert len(sealed) == len(contents)
    assert set(sealed) == contents
    assert vault.check(deep=True) == ()
