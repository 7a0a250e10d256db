"""Several outlets at once: a dead one holds up no other, and who asked hears it in their thread."""

import random
import socket
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest

from storage.errors import Unreachable
from storage.outlets import abreast, catalog, delivery, known, queue
from storage.outlets.abreast import Beside, Crew
from storage.outlets.address import DIRECT
from storage.outlets.card import Card
from storage.outlets.delivery import Watch
from storage.outlets.known import Known
from storage.outlets.queue import State, Waiting
from storage.outlets.transport import Link, Pace
from storage.progress import silent
from storage.vault import Vault
from tests.storage.outlets.scripted import HERE, Scripted, answer, scripted
from tests.storage.outlets.servers import PASSWORD, USER, Server
from tests.storage.outlets.test_queue import AGE, KEY, put_in


class Stop(BaseException):
    """Raised by a tick."""


def mute(connection: socket.socket, server: Scripted) -> None:
    server.head(connection)
    connection.recv(1)


def outlet(vault: Vault, name: str, url: str, kind: str = "form") -> Known:
    return known.add(vault, known.own(vault, Card(name, kind, url, KEY)), DIRECT)


def webdav(vault: Vault, server: Server, name: str = "Alive") -> Known:
    card = Card(name, "webdav", server.url, KEY, user=USER, password=PASSWORD)
    return known.add(vault, known.own(vault, card), DIRECT)


def url(server: Scripted) -> str:
    return f"http://{HERE}:{server.port}/"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "Link", partial(Link, idle=3))


def test_a_dead_outlet_holds_up_no_other(vault: Vault, server: Server) -> None:
    told: list[tuple[int, str]] = []

    def began(waiting: Waiting) -> None:
        told.append((threading.get_ident(), waiting.outlet_name))

    with scripted(mute) as dead:
        put_in(vault, outlet(vault, "Dead", url(dead)))
        alive = webdav(vault, server)
        for _ in range(2):
            put_in(vault, alive)
        tried = list(delivery.work(vault, Watch(began=began)))
    assert [one.waiting.outlet_name for one in tried] == ["Alive", "Alive", "Dead"]
    assert [one.waiting.state for one in tried] == [State.DELIVERED] * 2 + [State.WAITING]
    assert isinstance(tried[-1].error, Unreachable)
    assert {thread for thread, _ in told} == {threading.get_ident()}
    assert sorted(name for _, name in told) == ["Alive", "Alive", "Dead"]


def test_what_becomes_due_meanwhile_is_begun_beside_it(vault: Vault, server: Server) -> None:
    with scripted(mute) as dead:
        put_in(vault, outlet(vault, "Dead", url(dead)))
        alive = webdav(vault, server)
        later: list[Waiting] = []

        def began(waiting: Waiting) -> None:
            if waiting.outlet_name == "Dead":
                later.append(put_in(vault, alive))

        tried = list(delivery.work(vault, Watch(began=began, stays=True)))
    assert tried[0].waiting.id == later[0].id
    assert tried[0].waiting.state is State.DELIVERED


def test_who_stops_stops_all_and_finds_them_as_they_were(vault: Vault) -> None:
    with scripted(mute) as first, scripted(mute) as second:
        for name, server in (("One", first), ("Two", second)):
            put_in(vault, outlet(vault, name, url(server)))

        def tick(_done: int, _total: int) -> None:
            if first.heads and second.heads:
                raise Stop

        before = threading.active_count()
        with pytest.raises(Stop):
            list(delivery.work(vault, Watch(tick)))
        assert first.heads
        assert second.heads
    assert threading.active_count() <= before + 2  # those of the scripted servers
    assert [(one.state, one.tries) for one in queue.queued(vault)] == [(State.WAITING, 0)] * 2


def test_who_leaves_one_parcel_alone_stops_that_one_and_no_other(
    vault: Vault, server: Server
) -> None:
    with scripted(mute) as dead:
        slow = put_in(vault, outlet(vault, "Dead", url(dead)))
        put_in(vault, webdav(vault, server), AGE + random.Random(2).randbytes(3_000_000))
        watch = Watch(chosen=lambda waiting: not (waiting.id == slow.id and dead.heads))
        tried = list(delivery.work(vault, watch))
    assert {one.waiting.outlet_name: one.waiting.state for one in tried} == {
        "Dead": State.WAITING,
        "Alive": State.DELIVERED,
    }
    assert all(one.error is None for one in tried)
    assert queue.current(vault, slow.id) == slow


def test_a_limit_is_one_for_all(vault: Vault) -> None:
    def slow(connection: socket.socket, server: Scripted) -> None:
        while True:
            head = server.head(connection)
            size = int(head.partition(b"Content-Length: ")[2].split(b"\r\n")[0] or b"0")
            server.body(connection, size)
            connection.sendall(answer(200))

    with scripted(slow) as first, scripted(slow) as second:
        for name, server in (("One", first), ("Two", second)):
            put_in(vault, outlet(vault, name, url(server)), AGE + bytes(100_000))
        began = time.monotonic()
        tried = list(delivery.work(vault, pace=Pace(100_000)))
    assert [one.waiting.state for one in tried] == [State.UNCONFIRMED] * 2
    assert time.monotonic() - began > 1.5, "200 kB at 100 kB a second, together"


def test_no_more_than_a_few_at_once_and_all_in_the_end() -> None:
    at_once: list[int] = []
    count = [0]

    def run(number: int, beside: Beside) -> Iterator[int]:
        beside.call(lambda: count.__setitem__(0, count[0] + 1))
        at_once.append(count[0])
        time.sleep(0.05)
        beside.call(lambda: count.__setitem__(0, count[0] - 1))
        yield number

    pieces = [[partial(run, number) for number in range(10)]]
    crew: Crew[int] = Crew()
    done = list(crew.results(lambda: pieces.pop() if pieces else [], silent))
    assert sorted(done) == list(range(10))
    assert 1 < max(at_once) <= abreast.AT_ONCE


def test_what_one_raises_ends_all_and_is_raised_here() -> None:
    def bad(beside: Beside) -> Iterator[int]:
        beside.tick(0, 0)
        yield 1 // 0

    def endless(beside: Beside) -> Iterator[int]:
        for _ in range(100_000):
            beside.tick(0, 0)
            time.sleep(0.01)
        yield 0

    pieces = [[bad, endless]]
    crew: Crew[int] = Crew()
    with pytest.raises(ZeroDivisionError):
        list(crew.results(lambda: pieces.pop() if pieces else [], silent))
