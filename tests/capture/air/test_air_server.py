"""The receiver among strangers: each is answered, bounded or hung up on; none stops others."""

import hashlib
import json
import random
import socket
import threading
from contextlib import ExitStack, suppress

import pytest

from capture.air import identity, limits
from capture.air.desk import Desk, Visit
from capture.air.lines import Listener
from capture.air.routes import Routes
from capture.air.server import Server
from tests.capture.air.conftest import API, HERE, WORDS, Bag, Client, Running, read_answer

PHOTO = b"\xff\xd8" + bytes(range(256)) * 300
ELSEWHERE = "127.0.0.66"
"""Another address of this computer, as another device on the network would have."""


def session(running: Running, **sizes: int) -> dict[str, str]:
    said = running.client.prepare(running.pin, sizes)
    assert said.status == 200
    answer: dict[str, str] = said.json()
    return answer


def test_a_phone_sends_two_files_at_once(running: Running) -> None:
    client = running.client
    opened = session(running, a=len(PHOTO), b=len(PHOTO))
    heads = [client.head("POST", client.upload(opened, name), len(PHOTO)) for name in "ab"]
    with client.line() as one, client.line() as other:
        for line, head in ((one, heads[0]), (other, heads[1])):
            line.sendall(head + PHOTO[:100])
        for line in (one, other):
            line.sendall(PHOTO[100:])
        assert [read_answer(line).status for line in (one, other)] == [200, 200]
    assert running.bag.files == {"a.jpg": PHOTO, "b.jpg": PHOTO}
    running.until(lambda: "left localsend" in running.bag.heard)


def test_it_says_who_it_is_and_nothing_of_its_owner(
    running: Running, who: identity.Identity
) -> None:
    said = running.client.ask("GET", f"{API}/info").json()
    assert said["fingerprint"] == hashlib.sha256(who.certificate).hexdigest().upper()
    assert said["alias"] == who.alias
    assert said["deviceModel"] is None
    assert socket.gethostname() not in json.dumps(said)
    with running.client.line() as line:
        assert line.getpeercert(binary_form=True) == who.certificate
        assert line.version() in ("TLSv1.2", "TLSv1.3")
    again = running.client.ask("GET", f"{API}/info?fingerprint={who.fingerprint}")
    assert again.status == 412
    registered = running.client.ask("POST", f"{API}/register", b'{"alias":"Phone"}')
    assert registered.json() == said


def test_a_wrong_pin_is_refused_and_then_its_sender_is_not_heard(running: Running) -> None:
    statuses = [running.client.prepare(pin).status for pin in (None, "1", "2", "3", running.pin)]
    assert statuses == [401, 401, 401, 401, 429]
    assert running.client.prepare(running.pin, source=ELSEWHERE).status == 200
    assert running.bag.heard.count(f"knocked {HERE}") == 4


def test_a_second_sender_is_told_that_another_sends(running: Running) -> None:
    opened = session(running, a=len(PHOTO))
    assert running.client.prepare(running.pin, source=ELSEWHERE).status == 409
    stolen = running.client.upload(opened, "a")
    assert running.client.ask("POST", stolen, PHOTO, ELSEWHERE).status == 403
    assert running.client.ask("POST", running.client.upload(opened, "a"), PHOTO).status == 200


@pytest.mark.parametrize("change", [-1, 1, 1 << 20])
def test_a_length_that_was_not_announced_is_refused_before_the_bytes(
    running: Running, change: int
) -> None:
    opened = session(running, a=len(PHOTO))
    head = running.client.head("POST", running.client.upload(opened, "a"), len(PHOTO) + change)
    assert running.client.raw(head).status == 400
    assert running.bag.files == {}


def test_an_upload_that_is_cut_leaves_nothing_and_may_come_again(running: Running) -> None:
    opened = session(running, a=len(PHOTO))
    head = running.client.head("POST", running.client.upload(opened, "a"), len(PHOTO))
    with running.client.line() as line:
        line.sendall(head + PHOTO[:1000])
        running.bag.holding.wait(20)
    running.until(lambda: "failed a.jpg cut-off" in running.bag.heard)
    running.until(lambda: running.desk._visit is not None and not running.desk._visit.under_way)
    assert running.bag.files == {}
    assert running.client.raw(head + PHOTO).status == 200
    assert running.bag.files == {"a.jpg": PHOTO}


def test_content_other_than_was_announced_is_not_kept(running: Running) -> None:
    file = {"id": "a", "fileName": "a.jpg", "size": len(PHOTO), "sha256": "0" * 64}
    body = json.dumps({"info": {}, "files": {"a": file}}).encode()
    opened = running.client.ask("POST", f"{API}/prepare-upload?pin={running.pin}", body).json()
    said = running.client.ask("POST", running.client.upload(opened, "a"), PHOTO)
    assert said.status == 422
    assert running.bag.files == {}
    assert "failed a.jpg other-content" in running.bag.heard


def test_a_sender_that_cancels_is_gone(running: Running) -> None:
    opened = session(running, a=len(PHOTO))
    cancel = f"{API}/cancel?sessionId={opened['sessionId']}"
    assert running.client.ask("POST", cancel, source=ELSEWHERE).status == 403
    assert running.client.ask("POST", cancel).status == 200
    running.until(lambda: "left localsend" in running.bag.heard)
    assert running.client.ask("POST", running.client.upload(opened, "a"), PHOTO).status == 403


def test_a_cancel_in_the_middle_of_a_file_ends_it(running: Running) -> None:
    opened = session(running, a=len(PHOTO))
    head = running.client.head("POST", running.client.upload(opened, "a"), len(PHOTO))
    with running.client.line() as line:
        line.sendall(head + PHOTO[:1000])
        running.bag.holding.wait(20)
        running.client.ask("POST", f"{API}/cancel?sessionId={opened['sessionId']}")
        running.until(lambda: "left localsend" in running.bag.heard)
    assert running.bag.files == {}


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/favicon.ico", 404),
        ("GET", "/../../etc/passwd", 404),
        ("GET", "/api/localsend/v1/info", 404),
        ("GET", f"{API}/prepare-upload", 404),
        ("POST", f"{API}/prepare-download", 404),
        ("POST", f"{API}/upload", 400),
        ("POST", f"{API}/upload?sessionId=a&fileId=b&token=c", 403),
        ("POST", f"{API}/cancel", 403),
        ("PUT", "/anything?name=a.jpg", 404),
        ("POST", "/anything", 404),
    ],
)
def test_what_nobody_may_ask_is_refused(
    running: Running, method: str, target: str, status: int
) -> None:
    assert running.client.ask(method, target).status == status


def test_a_page_of_somebody_elses_cannot_speak_to_it(running: Running) -> None:
    """Neither by a name that leads here (DNS rebinding) nor from a browser's other tab."""
    client = running.client
    named = f"GET {API}/info HTTP/1.1\r\nHost: evil.example:{client.port}\r\n\r\n".encode()
    assert client.raw(named).status == 421
    assert client.raw(f"GET {API}/info HTTP/1.1\r\n\r\n".encode()).status == 421
    assert client.ask("POST", f"{API}/register", b"{}", Origin="https://evil").status == 404
    form = f"/{running.desk.token}"
    assert client.ask("POST", form, b"x", Origin="https://evil").status == 403


def test_bodies_that_are_too_long_are_not_read(running: Running) -> None:
    client = running.client
    long = client.head("POST", f"{API}/register", limits.INTRODUCTION + 1)
    assert client.raw(long).status == 413
    longer = f"{API}/prepare-upload?pin={running.pin}"
    assert client.raw(client.head("POST", longer, limits.ANNOUNCEMENT + 1)).status == 413
    running.bag.most = 1000
    assert client.prepare(running.pin, {"a": 1001}).status == 413
    page = client.head("POST", f"/{running.desk.token}", 1001)
    assert client.raw(page).status == 413


def test_a_bomb_of_headers_is_cut_off(running: Running) -> None:
    with running.client.line() as line:
        line.sendall(b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * (limits.HEAD // 6))
        assert read_answer(line).status == 431


def test_no_byte_after_a_request_is_taken_for_another(running: Running) -> None:
    client = running.client
    hidden = client.head("GET", f"{API}/info", 0)
    said = client.raw(client.head("GET", f"{API}/info", 0) + hidden)
    assert said.body.count(b"alias") == 1
    smuggled = (
        f"POST {API}/register HTTP/1.1\r\nHost: {client.host}\r\nContent-Length: 4\r\n"
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    ).encode() + hidden
    assert client.raw(smuggled).status == 411


def test_who_speaks_no_tls_is_hung_up_on(running: Running) -> None:
    with running.client.plain() as sock:
        sock.sendall(b"GET / HTTP/1.1\r\n\r\n")
        with suppress(ConnectionResetError):
            assert b"200" not in sock.recv(100)
    assert running.client.ask("GET", f"{API}/info").status == 200


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all patience end soon."""
    for name in ("HANDSHAKE_SECONDS", "HEAD_SECONDS", "OWED_SECONDS"):
        monkeypatch.setattr(limits, name, 1.0)


@pytest.mark.usefixtures("impatient")
def test_slow_and_silent_ones_are_hung_up_on_and_block_nobody(running: Running) -> None:
    client = running.client
    opened = session(running, a=len(PHOTO))
    head = client.head("POST", client.upload(opened, "a"), len(PHOTO))
    with client.plain(ELSEWHERE) as silent, client.line(ELSEWHERE) as slow, client.line() as sender:
        slow.sendall(b"GET / HT")
        sender.sendall(head + PHOTO[:10])
        assert client.ask("GET", f"{API}/info").status == 200
        trickled = threading.Event()

        def trickle() -> None:
            for byte in PHOTO[10:]:
                if trickled.wait(0.2):
                    return
                sender.sendall(bytes([byte]))

        thread = threading.Thread(target=trickle, daemon=True)
        thread.start()
        running.until(lambda: "failed a.jpg cut-off" in running.bag.heard)
        trickled.set()
        thread.join()
        assert silent.recv(1) == b""
        assert read_answer(slow).status == 0
    assert running.client.raw(head + PHOTO).status == 200


def test_a_crowd_of_connections_leaves_room_for_whoever_sends(running: Running) -> None:
    client = running.client
    opened = session(running, a=len(PHOTO))
    with ExitStack() as held:
        for number in range(limits.MOST_LINES // limits.MOST_LINES_OF_ONE + 1):
            for _ in range(limits.MOST_LINES_OF_ONE):
                held.enter_context(client.plain(f"127.0.1.{number + 1}"))
        running.until(lambda: running.server._guests._lines.total() >= limits.MOST_LINES)
        assert len(running.server._threads) <= limits.MOST_LINES
        assert client.ask("POST", client.upload(opened, "a"), PHOTO).status == 200


def test_one_address_has_no_more_connections_than_may_be(running: Running) -> None:
    with ExitStack() as held:
        socks = [
            held.enter_context(running.client.plain(ELSEWHERE))
            for _ in range(limits.MOST_LINES_OF_ONE + 1)
        ]
        assert socks[-1].recv(1) == b""
        assert running.client.ask("GET", f"{API}/info").status == 200


def test_who_waits_to_be_told_is_told_to_go_on(running: Running) -> None:
    opened = session(running, a=len(PHOTO))
    target = running.client.upload(opened, "a")
    head = running.client.head("POST", target, len(PHOTO), Expect="100-continue")
    with running.client.line() as line:
        line.sendall(head)
        assert line.recv(100).startswith(b"HTTP/1.1 100 Continue\r\n\r\n")
        line.sendall(PHOTO)
        assert read_answer(line).status == 200


def test_closing_hangs_up_on_whoever_is_in_the_middle(running: Running) -> None:
    opened = session(running, a=len(PHOTO))
    head = running.client.head("POST", running.client.upload(opened, "a"), len(PHOTO))
    with running.client.line() as line:
        line.sendall(head + PHOTO[:1000])
        running.bag.holding.wait(20)
        running.server.close()
    assert running.bag.files == {}
    assert running.bag.heard[-1] == "left localsend"
    with pytest.raises(ConnectionRefusedError):
        running.client.plain()


def test_one_that_announces_twice_at_once_has_come_before_it_leaves(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What sees visits off must never meet one that nobody was told of."""
    heard: list[tuple[str, str]] = []
    again: list[threading.Thread] = []
    gone = threading.Event()

    def came(visit: Visit) -> None:
        if not again:
            again.append(threading.Thread(target=running.client.prepare, args=(running.pin,)))
            again[0].start()
            gone.wait(1)  # the other one is let in meanwhile, and this one sees off, if it can be
        heard.append(("came", visit.id))

    def left(visit: Visit) -> None:
        heard.append(("left", visit.id))
        gone.set()

    monkeypatch.setattr(running.bag, "came", came)
    monkeypatch.setattr(running.bag, "left", left)
    assert running.client.prepare(running.pin).status == 200
    again[0].join()
    running.until(lambda: [what for what, _ in heard].count("left") == 1)
    (first,) = (who for what, who in heard if what == "left")
    assert [what for what, who in heard if who == first] == ["came", "left"]


def test_what_goes_wrong_while_it_listens_is_known_to_whoever_waits(
    who: identity.Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, bag, listener = Desk(who.pin, 600), Bag(), Listener(HERE, 0)
    routes = Routes(who, desk, bag, f"{HERE}:{listener.port}", WORDS)
    server = Server(listener, who, desk, bag, routes)

    def fails() -> None:
        raise ValueError

    monkeypatch.setattr(desk, "gone", fails)
    server.start(announce=False)
    server._serving.join(20)
    assert isinstance(server.bug, ValueError)
    monkeypatch.undo()
    server.close()


def test_every_time_it_is_somebody_else(who: identity.Identity) -> None:
    other = identity.make(HERE)
    assert other.certificate != who.certificate
    assert len(other.pin) == 6
    assert other.pin.isdigit()
    assert Client(0).host != ""


def mutated(raw: bytes, chance: random.Random) -> bytes:
    data = bytearray(raw)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) + 1)
        how = chance.randrange(4)
        if how == 0:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif how == 1:
            data[at:at] = chance.choice((b"\r\n", b"\0", b"%", b"Content-Length: 5\r\n", b"{" * 9))
        elif how == 2:
            del data[at : at + chance.randint(1, 20)]
        else:
            data = data[:at]
    return bytes(data)


def test_requests_that_were_changed_at_random_do_no_harm(running: Running) -> None:
    client, chance = running.client, random.Random(20)
    opened = session(running, a=len(PHOTO))
    seeds = (
        client.head("GET", f"{API}/info", 0),
        client.head("POST", f"{API}/register", 2) + b"{}",
        client.head("POST", client.upload(opened, "a"), len(PHOTO)) + PHOTO[:200],
        client.head("PUT", f"/{running.desk.token}?name=a.jpg", 9) + PHOTO[:9],
    )
    for _ in range(120):
        with client.line() as line, suppress(TimeoutError, OSError):
            line.settimeout(0.02)
            line.sendall(mutated(chance.choice(seeds), chance))
            read_answer(line)
    assert client.ask("GET", f"{API}/info").status == 200
    running.until(lambda: len(running.server._threads) <= 1)
