"""The one transport: by the way that was allowed, or not at all; and not a word too many."""

import datetime as dt
import io
import ipaddress
import socket
import ssl
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from storage.errors import (
    BadAddress,
    NoRoute,
    NotTrusted,
    OutletLied,
    OutletTrouble,
    StorageError,
    Unreachable,
)
from storage.outlets.address import DIRECT, TOR, Address, Route, Way, read_address
from storage.outlets.transport import Body, Link, Pace, Web, dial, find_tor, tls
from storage.outlets.transport.tls import pin_of
from tests.storage.outlets.proxies import Proxy, proxy
from tests.storage.outlets.scripted import HERE, Scripted, answer, says, scripted

PROJECT = Path(__file__).resolve().parents[3]
ONION = "http://2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/"
YES = answer(200, b"yes")


def socks(made: Proxy) -> Route:
    return Route(Way.SOCKS, HERE, made.port)


def at(port: int, path: str = "/", scheme: str = "http") -> Address:
    return Address(scheme, HERE, port, path)


def ask(link: Link, address: Address, method: str = "GET", body: bytes | None = None) -> bytes:
    with Web(link, address) as web:
        return web.ask(method, address, body=body).body


def certificate(folder: Path, *, days: int = 1) -> tuple[ssl.SSLContext, bytes]:
    """A server's context with a certificate of its own, and that in DER."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HERE)])
    now = dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=9))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "server.pem").write_bytes(private + made.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    return context, made.public_bytes(Encoding.DER)


def test_a_request_has_not_a_word_too_many() -> None:
    with scripted(says(YES)) as server:
        assert ask(Link(DIRECT), at(server.port, "/a?b"), "POST", b"") == b"yes"
    assert server.heads == [
        f"POST /a?b HTTP/1.1\r\nHost: {HERE}:{server.port}\r\nContent-Length: 0\r\n\r\n".encode()
    ]


@pytest.mark.parametrize("way", [Way.SOCKS, Way.HTTP])
def test_a_proxy_looks_names_up_and_nobody_else(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def watched(host: str, *more: Any, **named: Any) -> Any:
        looked_up.append(host)
        return real(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", watched)
    with scripted(says(YES)) as server, proxy(server.port) as made:
        link = Link(Route(way, HERE, made.port))
        assert ask(link, read_address(ONION, "http")) == b"yes"
    assert made.hosts == [ONION[7:-1]]
    assert set(looked_up) <= {HERE}  # the proxy's own way to its server


def test_tor_is_found_by_its_answer_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted(says(answer(501, b"Tor is a project"))) as other, proxy(other.port) as tor:
        monkeypatch.setattr(dial, "TOR_PORTS", (other.port,))
        with pytest.raises(NoRoute) as caught:
            find_tor()
        assert caught.value.facts["reason"] == "no-tor"
        monkeypatch.setattr(dial, "TOR_PORTS", (other.port, tor.port))
        assert find_tor().port == tor.port
    assert tor.hosts == []


def test_each_outlet_has_a_circuit_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted(says(YES)) as server, proxy(server.port) as tor:
        monkeypatch.setattr(dial, "TOR_PORTS", (tor.port,))
        for circuit in ("one", "two"):
            ask(Link(TOR, circuit), read_address(ONION, "http"))
    assert tor.users == ["one", "two"]


def test_without_its_proxy_nothing_leaves() -> None:
    with scripted(says(YES)) as server:
        with proxy(server.port) as made:
            route = socks(made)
        with pytest.raises(NoRoute) as caught:
            ask(Link(route), at(server.port))
    assert caught.value.facts["reason"] == "proxy-gone"
    assert server.heads == []


@pytest.mark.parametrize(
    ("code", "error", "reason"),
    [
        (0x01, Unreachable, "no-host"),
        (0x02, NoRoute, "proxy-refused"),
        (0x04, Unreachable, "no-host"),
        (0x05, Unreachable, "refused"),
        (0xF0, Unreachable, "onion-not-published"),
        (0xF2, Unreachable, "onion-failed"),
        (0xF4, Unreachable, "onion-key-needed"),
        (0xF5, Unreachable, "onion-wrong-key"),
        (0xF6, Unreachable, "onion-address"),
    ],
)
def test_what_tor_says_of_an_onion_is_told(
    code: int, error: type[OutletTrouble], reason: str
) -> None:
    with proxy(1, answer=code) as made, pytest.raises(error) as caught:
        ask(Link(socks(made)), read_address(ONION, "http"))
    assert caught.value.facts["reason"] == reason


@pytest.mark.parametrize("first", [[], [0xF0]])
def test_an_onion_that_tor_says_is_off_is_asked_for_once_more(
    first: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with scripted(says(YES)) as server, proxy(server.port) as tor:
        monkeypatch.setattr(dial, "TOR_PORTS", (tor.port,))
        tor.first = [*first]
        assert ask(Link(TOR, "one"), read_address(ONION, "http")) == b"yes"
    assert tor.users == ["one"] * (len(first) + 1)
    assert tor.hosts == [ONION[7:-1]]


@pytest.mark.parametrize(
    ("codes", "reason", "times"),
    [
        ((0xF0, 0xF0), "onion-not-published", 2),
        ((0xF0, 0x04), "onion-not-published", 2),
        ((0xF0, 0xF2), "onion-failed", 2),
        ((0xF2, 0xF0), "onion-failed", 1),
        ((0xF4, 0xF0), "onion-key-needed", 1),
    ],
)
def test_what_tor_says_twice_is_believed_and_what_it_knows_at_once(
    codes: tuple[int, ...], reason: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scripted(says(YES)) as server, proxy(server.port) as tor:
        monkeypatch.setattr(dial, "TOR_PORTS", (tor.port,))
        tor.first = [*codes]
        with pytest.raises(Unreachable) as caught:
            ask(Link(TOR, "one"), read_address(ONION, "http"))
    assert caught.value.facts["reason"] == reason
    assert len(tor.users) == times
    assert server.heads == []


def test_a_tor_that_goes_before_it_is_asked_once_more_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with scripted(says(YES)) as server, proxy(server.port) as tor:
        monkeypatch.setattr(dial, "TOR_PORTS", (tor.port,))
        tor.first = [0xF0]
        real = dial._to_proxy  # who is asked, where the first has been

        def gone(route: Route, pulse: dial.Pulse) -> dial.Line:
            if not tor.first:
                tor.die()
            return real(route, pulse)

        monkeypatch.setattr(dial, "_to_proxy", gone)
        with pytest.raises(NoRoute) as caught:
            ask(Link(TOR, "one"), read_address(ONION, "http"))
    assert caught.value.facts["reason"] in ("proxy-gone", "no-tor")
    assert server.heads == []


@pytest.mark.parametrize(("status", "error"), [(407, NoRoute), (403, NoRoute), (502, Unreachable)])
def test_what_an_http_proxy_refuses_is_told(status: int, error: type[OutletTrouble]) -> None:
    with proxy(1, answer=status) as made, pytest.raises(error):
        ask(Link(Route(Way.HTTP, HERE, made.port)), read_address(ONION, "http"))


def test_what_is_no_proxy_is_told() -> None:
    with scripted(says(YES)) as server, pytest.raises(OutletTrouble):
        ask(Link(Route(Way.SOCKS, HERE, server.port), idle=1), read_address(ONION, "http"))


def test_a_proxy_that_dies_in_the_middle_ends_it_at_once() -> None:
    sizes: list[int] = []

    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        server.body(connection, 50 << 20)

    with scripted(talk) as server, proxy(server.port, cut_after=1 << 20) as made:
        whole = Body(io.BytesIO(bytes(50 << 20)), 50 << 20)
        with Web(Link(socks(made)), at(server.port)) as web, pytest.raises(NoRoute) as caught:
            web.ask("PUT", at(server.port), body=whole, tick=lambda done, _: sizes.append(done))
        assert caught.value.facts["reason"] == "proxy-gone"
        assert server.bodies <= made.sent
    # Each wait is a call of the tick: two of them are half a second.
    assert sizes.count(max(sizes)) <= 4


def test_a_redirect_is_an_answer_and_no_way_to_go() -> None:
    moved = answer(302, b"", "Location: http://elsewhere.example/")
    with scripted(says(moved)) as server, Web(Link(DIRECT), at(server.port)) as web:
        assert web.ask("GET", at(server.port)).status == 302
    assert len(server.heads) == 1


def test_an_onion_is_not_reached_directly() -> None:
    with pytest.raises(BadAddress):
        ask(Link(DIRECT), read_address(ONION, "http"))


@pytest.mark.parametrize("kind", ["key", "cert"])
def test_a_pin_stands_in_place_of_the_authorities(tmp_path: Path, kind: str) -> None:
    context, der = certificate(tmp_path)
    with scripted(says(YES), context) as server:
        pinned = Link(DIRECT, pin=pin_of(der, kind))
        assert ask(pinned, at(server.port, scheme="https")) == b"yes"


def test_a_certificate_of_a_kind_that_nobody_knows_is_not_the_pinned_one(tmp_path: Path) -> None:
    _, der = certificate(tmp_path)
    known, unknown = (bytes.fromhex(f"06082a8648ce3d0301{last}") for last in ("07", "06"))
    assert known in der
    with pytest.raises(NotTrusted):
        pin_of(der.replace(known, unknown))


def test_a_wrong_pin_sends_not_one_byte(tmp_path: Path) -> None:
    context, _ = certificate(tmp_path)
    with scripted(says(YES), context) as server, proxy(server.port) as made:
        wrong = Link(socks(made), pin="key:" + "0" * 64)
        with pytest.raises(NotTrusted) as caught:
            ask(wrong, at(server.port, scheme="https"), "PUT", b"evidence")
    assert caught.value.facts["reason"] == "pin"
    assert server.heads == []


def test_a_certificate_of_nobody_is_not_trusted(tmp_path: Path) -> None:
    context, _ = certificate(tmp_path)
    with scripted(says(YES), context) as server, pytest.raises(NotTrusted) as caught:
        ask(Link(DIRECT), at(server.port, scheme="https"), "PUT", b"evidence")
    assert caught.value.facts["reason"] == "certificate"
    assert server.heads == []


def test_an_expired_certificate_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, _ = certificate(tmp_path, days=-1)
    monkeypatch.setattr("certifi.where", lambda: str(tmp_path / "server.pem"))
    tls.context.cache_clear()
    with scripted(says(YES), context) as server, pytest.raises(NotTrusted) as caught:
        ask(Link(DIRECT), at(server.port, scheme="https"))
    tls.context.cache_clear()
    assert caught.value.facts["reason"] == "certificate-expired"


def test_what_speaks_no_tls_is_told() -> None:
    def talk(connection: socket.socket, _server: Scripted) -> None:
        connection.recv(100)
        connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n" * 10)

    with scripted(talk) as server, pytest.raises(NotTrusted) as caught:
        ask(Link(DIRECT), at(server.port, scheme="https"))
    assert caught.value.facts["reason"] == "no-tls"


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"", Unreachable),
        (b"HTTP/1.1 200 fine\r\nContent-Length: 9\r\n\r\nshort", Unreachable),
        (b"HTTP/1.1 200 fine\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", Unreachable),
        (b"HTTP/1.1 200 fine\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Unreachable),
        (b"220 mail\r\n\r\n", OutletLied),
        (b"HTTP/1.1 2x0 what\r\n\r\n", OutletLied),
        (b"HTTP/1.1 200 fine\r\n" + b"a: b\r\n" * 5000, OutletLied),
        (b"HTTP/1.1 200 " + b"x" * 100_000, OutletLied),
        (b"HTTP/1.1 200 fine\r\nContent-Length: 5000000\r\n\r\n" + b"x" * 5_000_000, OutletLied),
    ],
)
def test_an_answer_that_is_none_is_bounded_and_told(
    said: bytes, error: type[OutletTrouble]
) -> None:
    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        connection.sendall(said)

    with scripted(talk) as server, pytest.raises(error):
        ask(Link(DIRECT), at(server.port))


def test_a_server_that_refuses_early_is_listened_to() -> None:
    def talk(connection: socket.socket, server: Scripted) -> None:
        server.head(connection)
        connection.sendall(answer(413))
        server.body(connection, 1 << 20)  # and it hangs up with the rest unread

    with scripted(talk) as server, Web(Link(DIRECT), at(server.port)) as web:
        body = Body(io.BytesIO(bytes(64 << 20)), 64 << 20)
        assert web.ask("PUT", at(server.port), body=body).status == 413
    assert server.bodies <= 1 << 20


def silence(connection: socket.socket, server: Scripted) -> None:
    server.head(connection)
    server.head(connection)


def test_a_line_that_is_half_open_is_given_up() -> None:
    with scripted(silence) as server, pytest.raises(Unreachable) as caught:
        ask(Link(DIRECT, idle=0.3), at(server.port))
    assert caught.value.facts["reason"] == "timed-out"


def test_who_waits_for_an_answer_can_stop() -> None:
    class Stop(BaseException):
        pass

    def tick(_done: int, _total: int) -> None:
        if server.heads:
            raise Stop

    with (
        scripted(silence) as server,
        Web(Link(DIRECT), at(server.port)) as web,
        pytest.raises(Stop),
    ):
        web.ask("GET", at(server.port), tick=tick)


def test_a_connection_is_used_again_while_it_lasts() -> None:
    connections: list[socket.socket] = []

    def talk(connection: socket.socket, server: Scripted) -> None:
        connections.append(connection)
        for _ in range(2):
            server.head(connection)
            connection.sendall(YES)

    with scripted(talk) as server, Web(Link(DIRECT), at(server.port)) as web:
        for _ in range(4):
            assert web.ask("GET", at(server.port)).body == b"yes"
    assert len(connections) == 2


def test_a_header_cannot_bring_another_along() -> None:
    with (
        scripted(says(YES)) as server,
        Web(Link(DIRECT), at(server.port)) as web,
        pytest.raises(StorageError),
    ):
        web.ask("GET", at(server.port), {"A": "b\r\nC: d"})
    assert server.heads == []


def test_what_is_sent_keeps_the_pace() -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    pace = Pace(1000, clock=lambda: now[0], sleep=sleep)
    for _ in range(10):
        pace.spend(500, lambda: None)
    assert now[0] == pytest.approx(5.0)
