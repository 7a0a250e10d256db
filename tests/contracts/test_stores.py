"""What every store promises, held against the real server of each."""

import io
import random
from collections.abc import Callable

import pytest

from storage.errors import BadValue, NotThere, OutletRefused
from storage.outlets.account import Account
from storage.outlets.base import PART, Store, Stored
from storage.progress import silent
from tests.contracts.outlet_kinds import STORES, StoreKind
from tests.storage.outlets.servers import Server

SOME = random.Random(1).randbytes(70_001)
LARGE = random.Random(2).randbytes(2 * PART + 12_345)

Served = Callable[..., Server]


class Stop(BaseException):
    """Raised by a tick."""


@pytest.fixture(params=STORES, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> StoreKind:
    given: StoreKind = request.param
    return given


@pytest.fixture
def server(kind: StoreKind, served: Served) -> Server:
    return served(kind.name, kind.server)


@pytest.fixture
def store(kind: StoreKind, server: Server) -> Store:
    return kind.make(server)


def put(store: Store, name: str, data: bytes) -> None:
    store.put(name, io.BytesIO(data), len(data), silent)


def content(store: Store, name: str) -> bytes:
    with store.get(name) as stream:
        return stream.read()


def test_what_was_put_is_listed_and_read_back(store: Store) -> None:
    wanted = {"round/trip.bin": SOME, "round/deep/er/x": b"x", "round/large": LARGE}
    for name, data in wanted.items():
        put(store, name, data)
    assert set(store.names("round/")) == {Stored(name, len(wanted[name])) for name in wanted}
    assert set(store.names("round/deep/")) == {Stored("round/deep/er/x", 1)}
    assert {item.name for item in store.names("")} >= set(wanted)
    for name, data in wanted.items():
        assert content(store, name) == data


def test_an_empty_file_is_a_file(store: Store) -> None:
    put(store, "empty/none", b"")
    assert list(store.names("empty/")) == [Stored("empty/none", 0)]
    assert content(store, "empty/none") == b""


def test_a_file_is_replaced(store: Store) -> None:
    put(store, "again/one", SOME)
    put(store, "again/one", b"other")
    assert content(store, "again/one") == b"other"
    assert list(store.names("again/")) == [Stored("again/one", 5)]


def test_a_put_that_is_stopped_leaves_what_was_there(store: Store) -> None:
    put(store, "stopped/one", b"before")

    def stop(done: int, _total: int) -> None:
        if done > PART:
            raise Stop

    with pytest.raises(Stop):
        store.put("stopped/one", io.BytesIO(LARGE), len(LARGE), stop)
    assert content(store, "stopped/one") == b"before"
    assert list(store.names("stopped/")) == [Stored("stopped/one", 6)]


def test_a_source_that_fails_goes_through_and_leaves_nothing(store: Store) -> None:
    source = io.BytesIO(SOME)
    source.close()
    with pytest.raises(ValueError, match="closed file"):
        store.put("failing/one", source, len(SOME), silent)
    assert list(store.names("failing/")) == []


def test_a_file_can_be_left_half_read(store: Store) -> None:
    put(store, "half/one", LARGE)
    with store.get("half/one") as stream:
        assert stream.read(10) == LARGE[:10]
    assert content(store, "half/one") == LARGE


def test_what_is_not_there_is_said_to_be_so(store: Store) -> None:
    with pytest.raises(NotThere):
        content(store, "nowhere/to/be-seen")
    assert list(store.names("nowhere/")) == []


def test_what_is_removed_is_gone_and_may_be_removed_again(store: Store) -> None:
    put(store, "gone/one", SOME)
    store.remove("gone/one")
    store.remove("gone/one")
    assert list(store.names("gone/")) == []


@pytest.mark.parametrize("name", ["../up", "/top", "a//b", "a/../b", ".hidden", "ü", "a b", ""])
def test_a_name_that_could_mean_something_else_is_refused(store: Store, name: str) -> None:
    with pytest.raises(BadValue):
        put(store, name, b"x")


def test_the_count_reaches_the_whole(store: Store) -> None:
    seen: list[tuple[int, int]] = []
    store.put("count/one", io.BytesIO(LARGE), len(LARGE), lambda *at: seen.append(at))
    assert (len(LARGE), len(LARGE)) in seen
    assert max(done for done, _ in seen) == len(LARGE)


def test_a_wrong_password_is_told_apart(kind: StoreKind, server: Server) -> None:
    if not kind.has_login:
        pytest.skip("this server asks for no login")
    stranger = kind.make(server, Account("somebody", "else"))
    with pytest.raises(OutletRefused) as caught:
        put(stranger, "strange/one", SOME)
    assert caught.value.facts["reason"] == "wrong-login"
