"""The queue: nothing is lost, nothing is sent twice without need, nothing is called delivered
that was not confirmed."""

import io
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from storage.errors import (
    NoRoute,
    NoSuchOutlet,
    NoSuchParcel,
    NotSealed,
    OutletBusy,
    OutletLied,
    OutletRefused,
    StorageError,
    TooBigForOutlet,
    Unreachable,
)
from storage.outlets import delivery, known, manner, queue
from storage.outlets.address import DIRECT, Route, Way
from storage.outlets.base import PART, Receipt, Sureness
from storage.outlets.card import Card
from storage.outlets.delivery import Watch
from storage.outlets.known import Known
from storage.outlets.manner import Manner
from storage.outlets.queue import State, Waiting
from storage.vault import Vault
from tests.storage.outlets.proxies import HERE, proxy
from tests.storage.outlets.scripted import Scripted, Talk, answer, scripted
from tests.storage.outlets.servers import PASSWORD, USER, Server, running, tus
from tests.storage.vault.vaults import blob_file, reopen

AGE = b"age-encryption.org/v1\n"
SEALED = AGE + random.Random(5).randbytes(70_000)
KEY = str(pyrage.x25519.Identity.generate().to_public())


class Stop(BaseException):
    """Raised by a tick."""


def outlet(vault: Vault, url: str, kind: str = "webdav", **fields: object) -> Known:
    card = Card("Paper", kind, url, KEY, user=USER, password=PASSWORD)
    if kind == "tus":
        card = replace(card, user="", password="")
    return known.add(vault, known.own(vault, replace(card, **fields)), DIRECT)  # type: ignore[arg-type]  # fields by name


def put_in(vault: Vault, to: Known, data: bytes = SEALED, within: int = 0) -> Waiting:
    draft = vault.draft()
    draft.write(data)
    return queue.put_in(vault, draft, to, bundle="ab" * 16, within=within)


def only(vault: Vault) -> Waiting:
    (waiting,) = queue.queued(vault)
    return waiting


def worked(vault: Vault) -> tuple[Waiting, StorageError | None]:
    (tried,) = delivery.work(vault)
    assert tried.waiting == only(vault)
    return tried.waiting, tried.error


def test_what_was_confirmed_is_delivered_logged_and_gone(
    vault: Vault, server: Server, tmp_path: Path
) -> None:
    waiting = put_in(vault, outlet(vault, server.url))
    assert blob_file(tmp_path / "vault", waiting.id).exists()
    done, error = worked(vault)
    assert (done.state, done.how, error) == (State.DELIVERED, "size", None)
    assert [path.read_bytes() for path in server.folder.iterdir()] == [SEALED]
    assert not blob_file(tmp_path / "vault", waiting.id).exists()
    entry = vault.custody()[-1]
    assert entry.event == "delivered"
    assert entry.facts["sha256"] == waiting.sha256
    assert list(delivery.work(vault)) == []
    queue.cancel(vault, done)
    assert queue.queued(vault) == ()
    assert vault.check(deep=True) == ()


def test_the_queue_outlives_a_restart_and_says_why(vault: Vault, tmp_path: Path) -> None:
    put_in(vault, outlet(vault, f"http://{HERE}:1/"))
    waiting, error = worked(vault)
    assert isinstance(error, Unreachable)
    assert (waiting.state, waiting.tries) == (State.WAITING, 1)
    assert waiting.reason == "unreachable:refused"
    assert waiting.due > datetime.now(UTC)
    vault.close()
    with reopen(tmp_path / "vault") as again:
        assert only(again) == waiting
        assert list(delivery.work(again)) == []  # it is not due yet
        assert queue.resume(again, waiting).due <= datetime.now(UTC)


def test_what_is_not_sealed_does_not_go_to_an_outlet_with_a_key(vault: Vault) -> None:
    to = outlet(vault, f"http://{HERE}:1/")
    with pytest.raises(NotSealed):
        put_in(vault, to, b"PK\3\4 plain")
    assert queue.queued(vault) == ()
    assert vault.parcels() == ()


def test_a_key_that_came_later_holds_what_is_not_sealed(vault: Vault) -> None:
    with scripted(_never) as server:
        url = f"http://{HERE}:{server.port}/"
        to = outlet(vault, url, recipient="")
        put_in(vault, to, b"PK\3\4 plain")
        known.add(vault, known.own(vault, replace(to.card, recipient=KEY)), DIRECT, change=True)
        waiting, error = worked(vault)
    assert isinstance(error, NotSealed)
    assert waiting.state is State.HELD
    assert server.heads == []


def _never(_connection: object, _server: Scripted) -> None:
    raise AssertionError("something was sent")


def test_what_is_larger_than_the_card_allows_is_not_queued(vault: Vault) -> None:
    with pytest.raises(TooBigForOutlet):
        put_in(vault, outlet(vault, f"http://{HERE}:1/", largest=1000))
    assert vault.parcels() == ()


def test_what_is_larger_than_the_server_says_is_not_begun(vault: Vault, tmp_path: Path) -> None:
    with running(tus(tmp_path / "served", largest=1000)) as server:
        put_in(vault, outlet(vault, server.url, "tus"))
        waiting, error = worked(vault)
        assert isinstance(error, OutletRefused)
        assert error.facts["reason"] == "too-large"
        assert waiting.state is State.HELD
        assert server.files() == {}


def test_paused_and_cancelled_are_not_sent(vault: Vault, server: Server) -> None:
    to = outlet(vault, server.url)
    paused, cancelled = put_in(vault, to), put_in(vault, to)
    queue.pause(vault, paused)
    queue.cancel(vault, cancelled)
    assert list(delivery.work(vault)) == []
    assert only(vault).state is State.PAUSED
    assert vault.parcels() == (paused.id,)
    assert vault.custody()[-1].event == "sending cancelled"
    queue.resume(vault, only(vault))
    assert worked(vault)[0].state is State.DELIVERED
    with pytest.raises(NoSuchParcel):
        queue.resolve(vault, cancelled.id)


def test_what_was_taken_out_while_its_last_bytes_left_is_logged_as_what_it_is(vault: Vault) -> None:
    waiting = put_in(vault, outlet(vault, f"http://{HERE}:1/"))
    queue.cancel(vault, waiting)
    done = queue.finish(vault, waiting, Receipt(Sureness.CONFIRMED, "size", "there"))
    assert done.state is State.DELIVERED
    assert queue.queued(vault) == ()
    assert [entry.event for entry in vault.custody()][-2:] == ["sending cancelled", "delivered"]


def test_what_may_start_later_starts_later(vault: Vault) -> None:
    put_in(vault, outlet(vault, f"http://{HERE}:1/"), within=10**6)
    assert only(vault).due > datetime.now(UTC)
    assert delivery.next_due(vault) is not None
    assert list(delivery.work(vault)) == []


def test_an_outlet_that_was_taken_away_holds_what_waits(vault: Vault) -> None:
    to = outlet(vault, f"http://{HERE}:1/")
    put_in(vault, to)
    known.remove(vault, to)
    waiting, error = worked(vault)
    assert isinstance(error, NoSuchOutlet)
    assert waiting.state is State.HELD


def test_a_proxy_that_dies_leaves_it_queued_and_it_goes_on_where_it_was(
    vault: Vault, tmp_path: Path
) -> None:
    data = AGE + random.Random(6).randbytes(3 * PART)
    with running(tus(tmp_path / "served")) as server:
        to = outlet(vault, server.url, "tus")
        put_in(vault, to, data)
        with proxy(server.port, cut_after=2 * PART) as made:
            known.set_route(vault, to, Route(Way.SOCKS, HERE, made.port))
            waiting, error = worked(vault)
            assert isinstance(error, NoRoute)
            assert waiting.state is State.WAITING
        queue.resume(vault, waiting)
        with proxy(server.port) as made:
            known.set_route(vault, to, Route(Way.SOCKS, HERE, made.port))
            assert worked(vault)[0].state is State.DELIVERED
            assert made.sent < len(data) - PART, "more than one part was sent again"
        assert [path.read_bytes() for path in server.folder.iterdir() if not path.suffix] == [data]


def test_who_stops_finds_it_as_it_was_and_it_goes_on(vault: Vault, tmp_path: Path) -> None:
    data = AGE + random.Random(7).randbytes(2 * PART)

    def tick(done: int, _total: int) -> None:
        if done > PART:
            raise Stop

    with running(tus(tmp_path / "served")) as server:
        put_in(vault, outlet(vault, server.url, "tus"), data)
        with pytest.raises(Stop):
            list(delivery.work(vault, Watch(tick)))
        waiting = only(vault)
        assert (waiting.state, waiting.tries) == (State.WAITING, 0)
        assert waiting.notes
        assert delivery.take_back(vault, waiting) is None
        assert server.files() == {}


PUT_OK = answer(201)
FOUND = b'<multistatus xmlns="DAV:"><response><href>/</href>%s</response></multistatus>'


def webdav_says(put: bytes, size: int) -> Talk:
    """A WebDAV server that answers PUT so, and says of every file that it has this size."""
    length = f"<getcontentlength>{size}</getcontentlength>".encode()

    def talk(connection: object, server: Scripted) -> None:
        asked = 0
        while True:
            head = server.head(connection)  # type: ignore[arg-type]  # a socket
            wanted = int(dict(_headers(head)).get("content-length", "0"))
            server.body(connection, wanted)  # type: ignore[arg-type]  # a socket
            method = head.split()[0]
            if method == b"PUT":
                said = put
            elif method == b"PROPFIND":
                asked += 1
                said = answer(207, FOUND % (b"" if asked == 1 else length))
                if b".age HTTP" in head and asked == 2:  # it is not there before it is sent
                    said = answer(404)
            else:
                said = answer(201)
            connection.sendall(said)  # type: ignore[attr-defined]  # a socket

    return talk


def _headers(head: bytes) -> list[tuple[str, str]]:
    lines = head.decode().split("\r\n")[1:-2]
    return [(line.split(":")[0].lower(), line.split(":", 1)[1].strip()) for line in lines]


@pytest.mark.parametrize(
    ("status", "error", "reason", "state"),
    [
        (401, OutletRefused, "wrong-login", State.HELD),
        (404, OutletRefused, "no-such-place", State.HELD),
        (413, OutletRefused, "too-large", State.HELD),
        (507, OutletRefused, "no-room", State.HELD),
        (301, OutletRefused, "moved", State.HELD),
        (429, OutletBusy, "", State.WAITING),
        (503, OutletBusy, "", State.WAITING),
    ],
)
def test_what_a_server_refuses_is_told_and_stays_in_the_queue(
    vault: Vault, status: int, error: type[StorageError], reason: str, state: State
) -> None:
    with scripted(webdav_says(answer(status), 1)) as server:
        put_in(vault, outlet(vault, f"http://{HERE}:{server.port}/"))
        waiting, caught = worked(vault)
    assert isinstance(caught, error)
    assert caught.facts.get("reason", "") == reason
    assert waiting.state is state
    assert vault.parcels() == (waiting.id,)


def test_a_server_that_says_another_size_has_not_been_delivered_to(vault: Vault) -> None:
    with scripted(webdav_says(PUT_OK, 5)) as server:
        put_in(vault, outlet(vault, f"http://{HERE}:{server.port}/"))
        waiting, caught = worked(vault)
    assert isinstance(caught, OutletLied)
    assert waiting.state is State.HELD
    assert vault.custody()[-1].event != "delivered"


def tus_says(offset: Callable[[int], int]) -> Talk:
    """A tus server that answers each PATCH with an offset of its own making."""

    def talk(connection: object, server: Scripted) -> None:
        while True:
            head = server.head(connection)  # type: ignore[arg-type]  # a socket
            said = dict(_headers(head))
            size = int(said.get("content-length", "0"))
            server.body(connection, size)  # type: ignore[arg-type]  # a socket
            method = head.split()[0]
            if method == b"PATCH":
                at = int(said["upload-offset"]) + size
                reply = answer(204, b"", f"Upload-Offset: {offset(at)}")
            elif method == b"POST":
                reply = answer(201, b"", "Location: /files/1")
            elif method == b"HEAD":
                reply = answer(200, b"", f"Upload-Offset: {offset(len(SEALED))}")
            else:
                reply = answer(204, b"", "Tus-Version: 1.0.0")
            connection.sendall(reply)  # type: ignore[attr-defined]  # a socket

    return talk


@pytest.mark.parametrize("by", [-1, 1, -len(SEALED), 10**15])
def test_a_server_that_lies_about_offsets_is_found_out(vault: Vault, by: int) -> None:
    with scripted(tus_says(lambda at: at + by)) as server:
        put_in(vault, outlet(vault, f"http://{HERE}:{server.port}/files", "tus"))
        waiting, caught = worked(vault)
    assert isinstance(caught, OutletLied)
    assert caught.facts["reason"] == "offset"
    assert waiting.state is State.HELD


def test_the_waits_grow_and_are_never_the_same() -> None:
    waits = [delivery.wait(tries) for tries in range(20)]
    assert all(15 * 2**tries <= waits[tries] <= 30 * 2**tries for tries in range(9))
    assert max(waits) <= 6 * 3600
    assert len({delivery.wait(5) for _ in range(20)}) > 1


def at(vault: Vault, waiting: Waiting, **fields: str) -> Waiting:
    """Write a parcel's line as if it had been kept at another time."""
    return queue._keep(vault, replace(waiting, **fields))  # type: ignore[arg-type]  # fields by name


def test_a_clock_that_was_set_back_strands_nothing(vault: Vault) -> None:
    waiting = put_in(vault, outlet(vault, f"http://{HERE}:1/"))
    ahead = {"queued_at": "2093-01-01T00:00:00Z", "not_before": "2093-01-01T00:00:00Z"}
    assert at(vault, waiting, **ahead).due <= datetime.now(UTC)
    tried, error = worked(vault)
    assert isinstance(error, Unreachable)
    assert tried.due > datetime.now(UTC), "the wait between two tries stays a wait"


def test_a_pause_while_it_is_tried_stays_a_pause(vault: Vault) -> None:
    put_in(vault, outlet(vault, f"http://{HERE}:1/"))
    (tried,) = delivery.work(vault, Watch(began=lambda waiting: pause(vault, waiting)))
    assert isinstance(tried.error, Unreachable)
    assert only(vault).state is State.PAUSED
    assert only(vault).reason == "unreachable:refused"


def pause(vault: Vault, waiting: Waiting) -> None:
    queue.pause(vault, waiting)


def test_what_is_taken_out_while_it_is_tried_does_not_come_back(vault: Vault) -> None:
    to = outlet(vault, f"http://{HERE}:1/")
    first, second = put_in(vault, to), put_in(vault, to)

    def take_out(_waiting: Waiting) -> None:
        for one in (first, second):
            if queue.current(vault, one.id) is not None:
                queue.cancel(vault, one)

    assert len(list(delivery.work(vault, Watch(began=take_out)))) == 1
    assert queue.queued(vault) == ()
    assert vault.parcels() == ()


def test_an_openpgp_message_is_known_and_a_file_that_only_begins_so_is_not() -> None:
    packets = [b"\x85\x01\x0c\x03", b"\x84\x5e\x03", b"\xc1\x5e\x03", b"\xc1\xc0\x4c\x06"]
    for head in packets:
        assert queue.seal_of(io.BytesIO(head + bytes(30))) == ".gpg"
    for head in (b"\x85\x01\x0c\x09", b"\x84", b"\xc1\xff\xff", b"PK\3\4"):
        assert queue.seal_of(io.BytesIO(head + b"\x09" * 30)) == ""


def test_how_all_is_sent_is_kept(vault: Vault) -> None:
    assert manner.read(vault) == Manner()
    manner.keep(vault, Manner(rate=50_000, within=7200))
    assert manner.read(vault) == Manner(50_000, 7200)
