"""A server that is never silent and never done: every outlet gives it up, and the parcel stays."""

import getpass
import io
import socket
import threading
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from storage.errors import OutletLied, OutletTrouble, Unreachable
from storage.outlets import catalog, delivery, known, queue
from storage.outlets.account import Account
from storage.outlets.address import DIRECT, Route, Way, read_address
from storage.outlets.base import Fleeting, Parcel
from storage.outlets.card import Card
from storage.outlets.queue import State
from storage.outlets.sftp import Sftp
from storage.outlets.ssh import read_host_key
from storage.outlets.transport import Body, Link, Web
from storage.outlets.transport.patience import PIECE, Patience
from storage.vault import Vault
from tests.storage.outlets.scripted import HERE, Scripted, Talk, scripted
from tests.storage.outlets.servers import PASSWORD, USER, running, sshd, sshd_keys
from tests.storage.outlets.test_queue import KEY, SEALED
from tests.storage.outlets.test_transport import ONION
from ui import words

WINDOW = 0.3
QUICK = partial(Link, idle=20, window=WINDOW)
"""Silence alone would not end these within the time that a test may take."""
DROP = 0.02

HEAD = b"HTTP/1.1 200 said\r\nContent-Length: 100000\r\n\r\n"
ENDLESS = b"HTTP/1.1 200 said\r\nX-Long: " + b"x" * 10_000
HOST = "SHA256:" + "A" * 43


def dripped(connection: socket.socket, data: bytes) -> None:
    while data:
        for place in range(len(data)):
            connection.sendall(data[place : place + 1])
            time.sleep(DROP)


def drips(quickly: bytes, slowly: bytes) -> Talk:
    """Read one request's head, say the first at once and the rest drop by drop, without end."""

    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        connection.sendall(quickly)
        dripped(connection, slowly)

    return talk


def greets_slowly(slowly: bytes) -> Talk:
    """Say what a server says first, without having been asked anything."""
    return lambda connection, _server: dripped(connection, slowly)


def card(kind: str, port: int) -> Card:
    paths = {"nextcloud": f"/remote.php/dav/files/{USER}", "nextcloud-drop": "/s/token"}
    if kind == "sftp":
        return Card(
            "P", kind, f"sftp://{HERE}:{port}/in", KEY, user=USER, password=PASSWORD, pin=HOST
        )
    address = f"http://{HERE}:{port}{paths.get(kind, '/in')}"
    return Card("P", kind, address, KEY, user=USER, password=PASSWORD)


WEB = tuple(kind.name for kind in catalog.OUTLETS if kind.schemes != ("sftp",) and not kind.by_hand)


def queued(vault: Vault, to: Card, route: Route = DIRECT) -> None:
    draft = vault.draft()
    draft.write(SEALED)
    queue.put_in(vault, draft, known.add(vault, known.own(vault, to), route))


def given_up(vault: Vault) -> None:
    """See that it is told as what it is, and that nothing is lost."""
    (tried,) = delivery.work(vault)
    assert isinstance(tried.error, Unreachable)
    assert tried.error.facts["reason"] == "too-slow"
    assert "so slow" in words.sentence(tried.error).line
    (waiting,) = queue.queued(vault)
    assert waiting.state is State.WAITING
    assert vault.parcels() == (waiting.id,)


@pytest.mark.parametrize("said", [(b"", ENDLESS), (HEAD, b" ")], ids=["head", "body"])
@pytest.mark.parametrize("kind", WEB)
def test_an_answer_that_drips_is_given_up(
    vault: Vault, kind: str, said: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "Link", QUICK)
    with scripted(drips(*said)) as server:
        queued(vault, card(kind, server.port))
        given_up(vault)


@pytest.mark.parametrize(
    "said", [b"x" * 10_000, b"SSH-2.0-x\r\n" + b"\0\0\x40\0" * 5_000], ids=["banner", "packet"]
)
def test_a_host_that_greets_in_drops_is_given_up(
    vault: Vault, said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "Link", QUICK)
    with scripted(greets_slowly(said)) as server:
        queued(vault, card("sftp", server.port))
        given_up(vault)


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (Way.SOCKS, b"\5\0\5\0\0\3\xff" + b"x" * 255),
        (Way.HTTP, b"HTTP/1.1 200 yes\r\nX-Long: " + b"x" * 9_000),
    ],
)
def test_a_proxy_that_greets_in_drops_is_given_up(
    vault: Vault, way: Way, said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "Link", QUICK)
    with scripted(greets_slowly(said)) as server:
        queued(vault, card("webdav", 1), Route(way, HERE, server.port))
        given_up(vault)


def test_a_handshake_that_drips_is_given_up() -> None:
    record = b"\x16\x03\x03\x40\x00" + bytes(9_000)
    with scripted(greets_slowly(record)) as server:
        address = read_address(f"https://{HERE}:{server.port}/", "https")
        link = Link(DIRECT, pin="key:" + "0" * 64, idle=20, window=WINDOW)
        with pytest.raises(OutletTrouble) as caught:
            link.connect(address)
    assert caught.value.facts["reason"] == "too-slow"


def test_a_server_that_takes_in_drops_is_given_up() -> None:
    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        while connection.recv(1):
            time.sleep(DROP)

    with scripted(talk) as server:
        address = read_address(f"http://{HERE}:{server.port}/", "http", signed=True)
        with Web(QUICK(DIRECT), address) as web, pytest.raises(Unreachable) as caught:
            web.ask("PUT", address, body=bytes(32 << 20))
    assert caught.value.facts["reason"] == "too-slow"


def test_little_is_said_to_have_left_that_the_proxy_has_not_taken() -> None:
    told: list[int] = []
    with scripted(_greeted) as server:
        address = read_address(ONION, "http")
        link = Link(Route(Way.SOCKS, HERE, server.port), idle=0.5)
        with Web(link, address) as web, pytest.raises(Unreachable):
            web.ask(
                "PUT",
                address,
                body=Body(io.BytesIO(bytes(16 << 20)), 16 << 20),
                tick=lambda done, _total: told.append(done),
            )
    assert 0 < max(told) < 2 << 20


def _greeted(connection: socket.socket, server: Scripted) -> None:
    """Be a proxy that takes the head of a request, and then nothing."""
    connection.recv(3)
    connection.sendall(b"\5\0")
    connection.recv(1 << 10)
    connection.sendall(bytes((5, 0, 0, 1)) + bytes(6))
    server.head(connection)
    time.sleep(2)


class Narrow:
    """A relay before a real server that becomes narrow, each way, after so many bytes."""

    def __init__(self, to: int, *, up: int, down: int) -> None:
        self.to, self.left = to, {"up": up, "down": down}

    def __call__(self, connection: socket.socket, _server: Scripted) -> None:
        with socket.create_connection((HERE, self.to)) as real:
            up = threading.Thread(target=self._carry, args=(connection, real, "up"), daemon=True)
            up.start()
            self._carry(real, connection, "down")

    def _carry(self, one: socket.socket, other: socket.socket, way: str) -> None:
        with suppress(OSError):
            while True:
                narrow = self.left[way] <= 0
                data = one.recv(1 if narrow else 1 << 12)
                if not data:
                    return
                time.sleep(DROP if narrow else 0)
                other.sendall(data)
                self.left[way] -= len(data)


@pytest.mark.parametrize(("up", "down"), [(1 << 30, 4_000), (40_000, 1 << 30)])
def test_sftp_over_a_line_that_becomes_a_drip_is_given_up(
    tmp_path: Path, up: int, down: int
) -> None:
    with running(sshd(tmp_path / "served")) as server:
        host, user = sshd_keys(server)
        with scripted(Narrow(server.port, up=up, down=down)) as relay:
            url = server.url.replace(str(server.port), str(relay.port), 1)
            link = Link(DIRECT, pin=read_host_key(host), idle=20, window=1.0)
            outlet = Sftp(link, read_address(url, "sftp"), Account(getpass.getuser(), user))
            data = bytes(24 << 20)
            parcel = Parcel("x.age", len(data), "", lambda: io.BytesIO(data))
            with pytest.raises(Unreachable) as caught:
                outlet.send(parcel, Fleeting())
            outlet.close()
    assert caught.value.facts["reason"] == "too-slow"
    assert not (tmp_path / "served" / "x.age").exists()


class Stop(BaseException):
    """Raised by a tick."""


@pytest.mark.parametrize("down", [0, 4_000], ids=["greeting", "session"])
def test_who_waits_for_a_host_can_stop(tmp_path: Path, down: int) -> None:
    with running(sshd(tmp_path / "served")) as server:
        host, user = sshd_keys(server)
        began = time.monotonic()

        def tick(_done: int, _total: int) -> None:
            if time.monotonic() - began > 1:
                raise Stop

        with scripted(Narrow(server.port, up=1 << 30, down=down)) as relay:
            url = server.url.replace(str(server.port), str(relay.port), 1)
            link = Link(DIRECT, pin=read_host_key(host))
            outlet = Sftp(link, read_address(url, "sftp"), Account(getpass.getuser(), user))
            data = bytes(8 << 20)
            with pytest.raises(Stop):
                outlet.send(Parcel("x", len(data), "", lambda: io.BytesIO(data)), Fleeting(), tick)
            outlet.close()


def test_a_greeting_without_end_is_not_kept() -> None:
    def talk(connection: socket.socket, _server: Scripted) -> None:
        while True:
            connection.sendall(b"x" * (1 << 16))

    with scripted(talk) as server:
        address = read_address(f"sftp://{HERE}:{server.port}/in", "sftp")
        outlet = Sftp(Link(DIRECT, pin=HOST), address, Account("root", "x"))
        with pytest.raises(OutletLied) as caught:
            outlet.ask()
    assert caught.value.facts["reason"] == "too-much"


def test_a_greeting_that_is_garbled_is_no_answer() -> None:
    offered = b"\x14" + bytes(16) + b"\0\0\0\4\xff\xfe\xfd\xfc" + bytes(40)
    padding = 16 - (len(offered) + 5) % 8
    length = len(offered) + padding + 1
    packet = length.to_bytes(4, "big") + bytes((padding,)) + offered + bytes(padding)

    def talk(connection: socket.socket, _server: Scripted) -> None:
        connection.sendall(b"SSH-2.0-x\r\n" + packet)
        while connection.recv(1 << 12):
            pass

    with scripted(talk) as server:
        address = read_address(f"sftp://{HERE}:{server.port}/in", "sftp")
        outlet = Sftp(Link(DIRECT, pin=HOST), address, Account("root", "x"))
        with pytest.raises(OutletLied) as caught:
            outlet.ask()
    assert caught.value.facts["reason"] == "answer"


def test_patience_begins_anew_with_each_piece_and_only_there() -> None:
    one = Patience(10)
    for _ in range(100):
        one.spend(9, PIECE)
    one.spend(9, PIECE - 1)
    with pytest.raises(Unreachable):
        one.spend(2)
    whole = Patience(10, whole=True)
    whole.spend(9, 5 * PIECE)
    with pytest.raises(Unreachable):
        whole.spend(2, 5 * PIECE)
