"""More can be queued while an import runs, and one source's trouble is that one's alone."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.errors import Unreadable
from capture.intake import Import, Phase, Standing, Status, Taken
from capture.isolate import MediaPool
from capture.sources.base import About, Incoming
from capture.sources.folder import Folder
from storage.vault import Vault
from tests.capture.doors.conftest import Photo


class Cancelled(BaseException):
    """As the faces raise it."""


class _Gone:
    about = About("phone")

    def find(self) -> Iterator[Incoming]:
        raise Unreadable(reason="device")


def _nothing(_standing: Standing) -> None:
    pass


def _names(ended: tuple[Taken, ...]) -> list[str]:
    return [Path(taken.source).name for taken in ended]


def test_what_is_added_while_it_examines_is_sealed_before_more_is_examined(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    paths = [photo(f"{number}.jpg", number) for number in range(6)]
    work = Import(vault, pool)
    work.add(Folder(paths[:5]))
    phases: list[Phase] = []

    def watch(standing: Standing) -> None:
        if not phases or phases[-1] is not standing.phase:
            phases.append(standing.phase)

    def told(taken: Taken) -> None:
        if taken.source.endswith("0.jpg"):
            work.add(Folder(paths[5:]))

    ended = work.run(watch, told)
    assert _names(ended) == [f"{number}.jpg" for number in range(6)]
    assert all(taken.cleaned for taken in ended)
    sealing, examining = Phase.SEALING, Phase.EXAMINING
    assert [one for one in phases if one is not Phase.LISTING] == [
        sealing,
        examining,
        sealing,
        examining,
    ]


def test_a_source_that_is_gone_is_named_and_the_others_go_on(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    work = Import(vault, pool)
    work.add(_Gone())
    work.add(Folder([photo()]))
    assert _names(work.run(_nothing, lambda _taken: None)) == ["IMG_0001.jpg"]
    assert [error.facts["reason"] for error in work.unreached] == ["device"]


def test_bytes_never_go_back_and_end_at_their_total_with_more_added(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    work = Import(vault, pool)
    work.add(Folder([photo("a.jpg", 1)]))
    work.add(Folder([photo("b.jpg", 2), photo("a.jpg", 1).parent / "none.jpg"]))
    seen: list[Standing] = []
    work.run(seen.append, lambda _taken: None)
    assert [one.done for one in seen] == sorted(one.done for one in seen)
    assert seen[-1].done == seen[-1].total > 0
    assert {one.file for one in seen if one.phase is Phase.SEALING and one.file_done} >= {
        str(photo("a.jpg", 1)),
        str(photo("b.jpg", 2)),
    }
    assert max(one.waiting for one in seen) == 1


def test_an_import_that_is_held_waits_for_more_and_can_be_stopped(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    work = Import(vault, pool)
    work.hold()

    def add() -> None:
        work.add(Folder([photo()]))
        work.release()

    late = threading.Timer(0.3, add)
    late.start()
    assert _names(work.run(_nothing, lambda _taken: None)) == ["IMG_0001.jpg"]
    late.join()
    work.hold()

    def cancel(_standing: Standing) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        work.run(cancel, lambda _taken: None)


def test_the_same_content_many_times_in_a_row_is_sealed_once(
    vault: Vault, pool: MediaPool, photo: Photo
) -> None:
    """While one file is still being kept, the next of the same content is read."""
    paths = [photo(f"{number}.jpg", 7) for number in range(20)]
    work = Import(vault, pool, seal_only=True)
    work.add(Folder(paths))
    ended = work.run(_nothing, lambda _taken: None)
    assert [taken.status for taken in ended] == [
        Status.SEALED,
        *[Status.ALREADY_SEALED] * 19,
    ]
    assert len(vault.originals()) == 1
    assert vault.check(deep=True) == ()


def test_seal_only_examines_nothing(vault: Vault, pool: MediaPool, photo: Photo) -> None:
    work = Import(vault, pool, seal_only=True)
    work.add(Folder([photo()]))
    seen: list[Standing] = []
    (taken,) = work.run(seen.append, lambda _taken: None)
    assert taken.original
    assert vault.report(taken.original.id) is None
    assert seen[-1].done == seen[-1].total == taken.original.size
