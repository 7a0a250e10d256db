"""What every source owes on its bad days: what did not come whole is absent, the rest is sealed."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typing_extensions import override

from capture.errors import Unreadable
from capture.intake import Status, Taken, listed, seal_one
from capture.progress import silent
from capture.sealing import Sealing
from capture.sources import ahead
from capture.sources.base import Incoming, Skipped, Source
from storage.vault import KdfCost, Vault
from tests.contracts.faulty_source import (
    CUT,
    Dying,
    Faulty,
    Turning,
    cut,
    lying,
    stalling,
    vanishing,
)
from tests.contracts.source_kinds import FILES, KINDS

WHOLE = sorted(data for data in FILES.values() if data)


class Cancelled(BaseException):
    """As the faces raise it."""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    cost = KdfCost(memory=64, passes=1, lanes=1)
    with Vault.create(tmp_path / "vault", "a test's passphrase", cost) as opened:
        yield opened


@pytest.fixture(params=KINDS)
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Source]:
    (tmp_path / "phone").mkdir()
    with request.param(tmp_path / "phone") as made:
        yield made


def _sealed(vault: Vault, source: Source) -> list[Taken]:
    sealing = Sealing(vault, source.about, keep_device=False)
    return [seal_one(sealing, one, silent, sidecar=False) for one in listed(source, silent)]


def _reasons(ended: list[Taken]) -> set[str]:
    failed = [taken for taken in ended if taken.status is Status.FAILED]
    assert all(isinstance(taken.error, Unreadable) for taken in failed)
    return {str(taken.error.facts["reason"]) for taken in failed if taken.error}


def _then_whole(vault: Vault, source: Source) -> None:
    """Import again on a good day: everything is there once, and nothing else ever was."""
    assert vault.check(deep=True) == ()
    ended = _sealed(vault, source)
    assert not _reasons(ended)
    kept = sorted(vault.open_blob(one.id).read() for one in vault.originals())
    assert kept == WHOLE
    assert not list((vault.folder).rglob("*.part"))


@pytest.mark.parametrize("at", [0, 1, CUT])
def test_a_device_that_vanishes_at_any_read(vault: Vault, source: Source, at: int) -> None:
    ended = _sealed(vault, Faulty(source, vanishing(at)))
    assert _reasons(ended) == {"device"}
    small = {"تصویر.jpg"} if at == CUT else set()
    assert {one.provenance.name for one in vault.originals()} <= small
    _then_whole(vault, source)


def test_a_device_that_vanishes_at_every_read_there_is(vault: Vault, source: Source) -> None:
    at, dying = 0, Dying(0)
    while True:
        ended = _sealed(vault, Faulty(source, dying))
        if not dying.died:
            break
        assert _reasons(ended) == {"device"}
        at, dying = at + 1, Dying(at + 1)
    assert at > len(FILES), "each of its reads was the last once"
    assert not _reasons(ended)
    _then_whole(vault, source)


def test_a_file_that_ends_too_early(vault: Vault, source: Source) -> None:
    assert _reasons(_sealed(vault, Faulty(source, cut))) == {"other-size"}
    assert vault.originals() == ()
    _then_whole(vault, source)


@pytest.mark.parametrize("by", [-1, 1, 1 << 40])
def test_a_size_that_is_a_lie(vault: Vault, source: Source, by: int) -> None:
    ended = _sealed(vault, Faulty(source, lying(by)))
    assert all(taken.original is None for taken in ended)
    assert vault.originals() == ()
    _then_whole(vault, source)


def test_a_source_that_stalls(
    vault: Vault, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug = threading.Event()
    with monkeypatch.context() as hasty:
        hasty.setattr(ahead.chunks, "__defaults__", (0.3,))
        assert _reasons(_sealed(vault, Faulty(source, stalling(plug)))) == {"stalled"}
    plug.set()
    assert vault.originals() == ()
    _then_whole(vault, source)


def test_a_stall_is_left_at_once_by_who_cancels(vault: Vault, source: Source) -> None:
    plug = threading.Event()
    sealing = Sealing(vault, source.about, keep_device=False)
    (first, *_) = listed(Faulty(source, stalling(plug)), silent)

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        seal_one(sealing, first, cancel, sidecar=False)
    plug.set()
    _then_whole(vault, source)


def test_other_bytes_the_second_time_are_another_original(vault: Vault, source: Source) -> None:
    """Name, size and time say "the same", and the bytes say no: it is sealed, never passed over."""
    turning = Faulty(source, Turning())
    first, second = _sealed(vault, turning), _sealed(vault, turning)
    assert {taken.status for taken in first if taken.original} == {Status.SEALED}
    again = [taken for taken in second if taken.original]
    assert {taken.status for taken in again} == {Status.SEALED}
    assert len(vault.originals()) == 2 * len(WHOLE)
    third = _sealed(vault, source)
    assert {taken.status for taken in third if taken.original} == {Status.ALREADY_SEALED}


def test_a_listing_that_never_comes_is_given_up_or_left(
    vault: Vault, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug = threading.Event()

    class Mute(Faulty):
        @override
        def find(self) -> Iterator[Incoming | Skipped]:
            plug.wait(30)
            yield from ()

    mute = Mute(source, lambda offered: offered)
    with pytest.raises(Unreadable) as stalled:
        list(ahead.offered(mute, lambda: None, patience=0.3))
    assert stalled.value.facts["reason"] == "stalled"

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        listed(mute, cancel)
    plug.set()
