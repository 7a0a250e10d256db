"""A tus server as a store: found again, gone on with, cut anywhere, and lied to."""

import io
import random
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.errors import NotABackup, OutletRefused, OutletTrouble
from storage.outlets.address import DIRECT, read_address, read_route
from storage.outlets.base import PART, Stored
from storage.outlets.transport import Link, Web
from storage.outlets.tus_catalogue import CATALOGUE, Passing, Row, read, written
from storage.outlets.tus_store import TusStore
from tests.storage.outlets import servers
from tests.storage.outlets.proxies import proxy
from tests.storage.outlets.scripted import Scripted, answer, says, scripted
from tests.storage.outlets.servers import Server, running

LARGE = random.Random(3).randbytes(2 * PART + 54_321)

REQUESTS = 20_000
"""More than the requests themselves take."""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(servers.tus(tmp_path_factory.mktemp("tus") / "served")) as started:
        yield started


def opened(url: str, ledger: Passing | None = None, route: str = "direct") -> TusStore:
    link = Link(read_route(route) if route != "direct" else DIRECT, idle=10)
    return TusStore(Web(link, read_address(url, "http")), ledger=ledger)


def put(store: TusStore, name: str, data: bytes) -> None:
    store.put(name, io.BytesIO(data), len(data))


def content(store: TusStore, name: str) -> bytes:
    with store.get(name) as stream:
        return stream.read()


def held(server: Server) -> list[int]:
    """The sizes of what the server holds, without its notes."""
    return sorted(size for name, size in server.files().items() if not name.endswith(".json"))


def test_what_was_published_is_found_by_its_address_alone(tmp_path: Path) -> None:
    with running(servers.tus(tmp_path / "served")) as server:
        first = opened(server.url)
        put(first, "keys", b"key")
        put(first, "blobs/aa/one", b"one")
        early = first.publish()
        put(first, "keys", b"another")
        first.remove("blobs/aa/one")
        before = opened(server.url)
        before.open_at(early)
        assert content(before, "keys") == b"key"
        late = first.publish()
        assert content(before, "blobs/aa/one") == b"one"
        assert first.sweep() == 0
        after = opened(server.url)
        after.open_at(late)
        assert list(after.names("")) == [Stored("keys", 7)]
        assert len(held(server)) == 2  # keys and the catalogue: the probe is gone, too
        with pytest.raises(NotABackup) as caught:
            opened(server.url).open_at(early)
        assert caught.value.facts["reason"] == "address"
        for one in (first, before, after):
            one.close()


def test_no_name_leaves_and_the_catalogue_has_no_more_than_paths(real: Server) -> None:
    store = opened(real.url)
    put(store, "blobs/aa/one", b"one")
    for note in real.folder.glob("*.json"):
        assert b"one" not in note.read_bytes()
    row = store.rows()["blobs/aa/one"]
    assert written(store.rows()) == f"firsthand-tus 1\nblobs/aa/one 3 {row.path}\n".encode()
    store.close()


@pytest.mark.parametrize("cut", [PART - 1, PART + 200_000, 2 * PART + 9_000])
def test_a_cut_upload_goes_on_at_the_servers_byte(real: Server, cut: int) -> None:
    ledger = Passing()
    with proxy(real.port, cut_after=cut) as way:
        store = opened(real.url, ledger, f"socks5h://127.0.0.1:{way.port}")
        with pytest.raises(OutletTrouble):
            put(store, "large", LARGE)
        assert list(store.names("")) == []
    half = ledger.rows["large"].half
    stands = (real.folder / half.rpartition("/")[2]).stat().st_size
    assert stands > 0
    with proxy(real.port) as way:
        store = opened(real.url, ledger, f"socks5h://127.0.0.1:{way.port}")
        put(store, "large", LARGE)
        assert way.sent < len(LARGE) - stands + REQUESTS
        assert ledger.rows["large"] == Row(half, len(LARGE))
        assert content(store, "large") == LARGE
        store.close()


def test_other_bytes_of_that_size_do_not_go_on_with_it(real: Server) -> None:
    ledger = Passing()
    with proxy(real.port, cut_after=3 << 20) as way, pytest.raises(OutletTrouble):
        put(opened(real.url, ledger, f"socks5h://127.0.0.1:{way.port}"), "books", LARGE)
    half, other = ledger.rows["books"].half, LARGE[::-1]
    store = opened(real.url, ledger)
    put(store, "books", other)
    assert content(store, "books") == other
    assert ledger.rows["books"].old == (half,)
    assert store.sweep() == 0
    assert not (real.folder / half.rpartition("/")[2]).exists()
    store.close()


def test_what_the_server_lost_is_not_listed(real: Server) -> None:
    store = opened(real.url)
    put(store, "one", b"one")
    put(store, "two", b"two")
    name = store.rows()["one"].path.rpartition("/")[2]
    for path in (real.folder / name, real.folder / f"{name}.json"):
        path.unlink()
    assert list(store.names("")) == [Stored("two", 3)]
    store.close()


class _Silent:
    """A tus server that takes everything, and answers GET and DELETE with a status."""

    def __init__(self, status: int) -> None:
        self.status = status

    def __call__(self, connection: socket.socket, server: Scripted) -> None:
        while True:
            head = server.head(connection)
            connection.sendall(self._answer(head, server, connection))

    def _answer(self, head: bytes, server: Scripted, connection: socket.socket) -> bytes:
        if head.startswith(b"POST"):
            return answer(201, b"", "Location: /files/x")
        if head.startswith(b"PATCH"):
            server.body(connection, 32)
            return answer(204, b"", "Upload-Offset: 32")
        return answer(self.status)


@pytest.mark.parametrize("status", [404, 405, 403, 302])
def test_a_server_that_gives_nothing_back_is_refused_before_anything_is_sent(status: int) -> None:
    with scripted(_Silent(status)) as server:
        store = opened(f"http://127.0.0.1:{server.port}/files")
        with pytest.raises(OutletRefused) as caught:
            put(store, "keys", LARGE)
        assert caught.value.facts["reason"] == "no-reading"
        assert server.bodies == 32
        assert store.rows() == {}
        store.close()


def test_what_cannot_be_deleted_is_counted_once() -> None:
    ledger = Passing({"one": Row("/files/now", 3, old=("/files/a", "/files/b"))})
    with scripted(says(answer(405))) as server:
        store = opened(f"http://127.0.0.1:{server.port}/files", ledger)
        assert store.sweep() == 2
        assert ledger.rows["one"] == Row("/files/now", 3)
        assert store.sweep() == 0
        store.close()


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"firsthand-tus 2\n",
        b"firsthand-tus 1\n../up 3 /files/a\n",
        b"firsthand-tus 1\n.catalogue 3 /files/a\n",
        b"firsthand-tus 1\none -3 /files/a\n",
        b"firsthand-tus 1\none 3\n",
        b"firsthand-tus 1\none 3 http://elsewhere/files/a\n",
        b"firsthand-tus 1\none 3 /files/a b\n",
        b"firsthand-tus 1\none 99999999999999999999 /files/a\n",
        "firsthand-tus 1\nöne 3 /files/a\n".encode(),
    ],
)
def test_what_is_no_catalogue_is_told(untrusted: bytes) -> None:
    base = read_address("http://127.0.0.1:1/files", "http")
    assert read(untrusted, base) is None
    with scripted(says(answer(200, untrusted))) as server:
        store = opened(f"http://127.0.0.1:{server.port}/files")
        with pytest.raises(NotABackup):
            store.open_at(f"http://127.0.0.1:{server.port}/files/x")
        store.close()


def test_a_catalogue_is_read_as_it_was_written() -> None:
    base = read_address("http://127.0.0.1:1/files", "http")
    rows = {"keys": Row("/files/a", 3), "blobs/aa/b": Row("/files/b", 0), "gone": Row(old=("/x",))}
    back = read(written({**rows, CATALOGUE: Row("/files/c", 9)}), base)
    assert back == {"keys": rows["keys"], "blobs/aa/b": rows["blobs/aa/b"]}
