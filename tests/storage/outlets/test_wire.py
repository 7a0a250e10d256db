"""HTTP by requests over our own lines: what it may not do, and what must reach the caller."""

import io
import socket

import pytest
from typing_extensions import override

from storage.errors import OutletLied, OutletTrouble, Unreachable
from storage.outlets.address import DIRECT, Address
from storage.outlets.transport import Body, Link, Web
from tests.storage.outlets.scripted import HERE, Scripted, Talk, answer, says, scripted
from tests.storage.outlets.test_transport import YES, at

STILL_HERE = b"HTTP/1.1 102 Processing\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


def put(server: Scripted, body: Body) -> int:
    with Web(Link(DIRECT, idle=5), at(server.port)) as web:
        return web.ask("PUT", at(server.port), body=body).status


def zeros(size: int) -> Body:
    return Body(io.BytesIO(bytes(size)), size)


def test_an_address_is_asked_for_as_it_is_spelled() -> None:
    spelled = "/a/../b//c%2f%2F;d?e=%7e&f=+*(x)&"
    with scripted(says(YES)) as server, Web(Link(DIRECT), at(server.port)) as web:
        web.ask("PROPFIND", Address("http", HERE, server.port, spelled))
    assert server.heads[0].split(b" ")[:2] == [b"PROPFIND", b"/a/../b//c%2F%2F;d?e=%7E&f=+*(x)&"]


def test_the_body_of_a_redirect_is_bounded_too() -> None:
    moved = answer(302, bytes(6 << 20), "Location: http://elsewhere.example/")
    with scripted(says(moved)) as server, pytest.raises(OutletLied) as caught:
        put(server, zeros(1))
    assert caught.value.facts["reason"] == "too-much"


def test_no_cookie_is_kept() -> None:
    said = answer(200, b"", "Set-Cookie: who=you; Path=/")
    with scripted(says(said)) as server, Web(Link(DIRECT), at(server.port)) as web:
        for _ in range(2):
            web.ask("GET", at(server.port))
    assert len(server.heads) == 2
    assert b"ookie" not in server.heads[1]


def test_a_body_is_not_unpacked() -> None:
    packed = answer(200, b"\x1f\x8bnot gzip", "Content-Encoding: gzip")
    with scripted(says(packed)) as server, Web(Link(DIRECT), at(server.port)) as web:
        assert web.ask("GET", at(server.port)).body == b"\x1f\x8bnot gzip"


def interim(*before: bytes) -> Talk:
    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        for head in before:
            connection.sendall(head)
        server.body(connection, 4 << 20)
        connection.sendall(STILL_HERE + YES)

    return talk


def test_a_server_that_says_it_is_still_there_gets_all_of_the_body() -> None:
    with scripted(interim(CONTINUE, STILL_HERE)) as server:
        assert put(server, zeros(4 << 20)) == 200
    assert server.bodies == 4 << 20


@pytest.mark.parametrize("head", [STILL_HERE, CONTINUE + b"X: " + bytes(60_000) + b"\r\n"])
def test_a_server_that_never_comes_to_its_answer_is_left(head: bytes) -> None:
    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        while True:
            connection.sendall(head)

    with scripted(talk) as server, pytest.raises(OutletLied):
        put(server, zeros(0))


@pytest.mark.parametrize("error", [BrokenPipeError(), ConnectionResetError(), ValueError("x")])
def test_what_the_source_raises_is_not_taken_for_the_network(error: Exception) -> None:
    class Failing(io.BytesIO):
        @override
        def read(self, size: int | None = -1, /) -> bytes:
            raise error

    with scripted(interim()) as server, pytest.raises(type(error)) as caught:
        put(server, Body(Failing(), 1 << 20))
    assert caught.value is error


def test_what_a_tick_raises_while_an_answer_is_waited_for_goes_through() -> None:
    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        server.head(connection)

    def tick(_done: int, _total: int) -> None:
        if server.heads:
            raise ConnectionResetError("the tick's own")

    with (
        scripted(talk) as server,
        Web(Link(DIRECT), at(server.port)) as web,
        pytest.raises(ConnectionResetError, match="own"),
    ):
        web.ask("GET", at(server.port), tick=tick)


@pytest.mark.parametrize(
    ("head", "error"),
    [
        (b"Content-Length: 5, 6\r\n\r\nabcde", OutletLied),
        (b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", OutletLied),
        (b"Transfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n", OutletLied),
        (b"Transfer-Encoding: chunked\r\n\r\n-1\r\nabcde\r\n0\r\n\r\n", OutletLied),
        (b"Transfer-Encoding: chunked\r\n\r\nfffffffffffff\r\nab", Unreachable),
    ],
)
def test_lengths_that_contradict_are_no_answer(head: bytes, error: type[OutletTrouble]) -> None:
    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        connection.sendall(b"HTTP/1.1 200 fine\r\n" + head)

    with scripted(talk) as server, pytest.raises(error):
        put(server, zeros(0))


def test_what_comes_unasked_is_not_the_next_answer() -> None:
    """An answer that was sent along with another is dropped with the line."""
    connections: list[int] = []

    def talk(connection: socket.socket, server: Scripted) -> None:
        connections.append(1)
        server.head(connection)
        connection.sendall(YES + answer(500, b"planted"))
        server.head(connection)

    with scripted(talk) as server, Web(Link(DIRECT, idle=2), at(server.port)) as web:
        for _ in range(2):
            assert web.ask("GET", at(server.port)).body == b"yes"
    assert len(connections) == 2
