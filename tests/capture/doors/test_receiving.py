"""From a phone's bytes on the network to a sealed, cleaned original; nothing plain between."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from capture.errors import CannotReceive, Unreadable
from capture.intake import Status, Taken
from capture.isolate import MediaPool
from capture.preparing import Preparing
from capture.progress import silent
from capture.receiving import (
    Came,
    Choice,
    Coming,
    Heard,
    Knocked,
    Left,
    Receiving,
    addresses,
    fingerprint_words,
)
from storage.vault import Vault
from tests.capture.air.conftest import API, HERE, Client, read_answer
from tests.capture.doors.conftest import MAKER, photo_bytes
from tests.capture.samples import live


class Cancelled(BaseException):
    """As the faces raise it."""


class Time:
    """One time of receiving, in a thread of its own as a face runs it."""

    def __init__(self, vault: Vault, pool: MediaPool, choice: Choice) -> None:
        self.receiving = Receiving(vault, pool, choice)
        self.client = Client(self.receiving.shown.port)
        self.heard: list[Heard] = []
        self.ended: list[Taken] = []
        self.raised: list[BaseException] = []
        self.cancel = threading.Event()
        self.ticks: list[tuple[int, int]] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        def tick(done: int, total: int) -> None:
            self.ticks.append((done, total))
            if self.cancel.is_set():
                raise Cancelled

        try:
            self.receiving.run(tick, self.ended.append, self.heard.append)
        except BaseException as error:  # noqa: BLE001 # looked at by the test
            self.raised.append(error)

    def open(self, **sizes: int) -> dict[str, str]:
        answer: dict[str, str] = self.client.prepare(self.receiving.shown.pin, sizes).json()
        return answer

    def send(self, opened: dict[str, str], name: str, data: bytes) -> int:
        return self.client.ask("POST", self.client.upload(opened, name), data).status

    def until(self, there: Callable[[], bool]) -> None:
        waiting = threading.Event()
        for _ in range(600):
            if there():
                return
            waiting.wait(0.05)
        raise AssertionError(self.heard)

    def end(self) -> None:
        self.receiving.stop()
        self.join()

    def join(self) -> None:
        self._thread.join(60)
        assert not self._thread.is_alive()


Receive = Callable[..., Time]


@pytest.fixture
def receive(vault: Vault, pool: MediaPool) -> Iterator[Receive]:
    made: list[Time] = []

    def begin(**chosen: object) -> Time:
        made.append(Time(vault, pool, Choice(HERE, port=0, **chosen)))  # type: ignore[arg-type] # by name
        return made[-1]

    yield begin
    for one in made:
        one.end()


def states(time: Time) -> list[str]:
    return [one.state for one in time.heard if isinstance(one, Coming) and one.state != "coming"]


def test_what_a_phone_sends_is_sealed_then_examined_and_cleaned(
    vault: Vault, receive: Receive
) -> None:
    time, photos = receive(), {"a": photo_bytes(1), "b": photo_bytes(2)}
    opened = time.open(**{name: len(data) for name, data in photos.items()})
    assert [time.send(opened, name, data) for name, data in photos.items()] == [200, 200]
    assert {one.size for one in vault.originals()} == {len(data) for data in photos.values()}
    time.until(lambda: len(time.ended) == 2)
    for taken in time.ended:
        assert taken.status is Status.SEALED
        assert taken.original
        assert taken.cleaned
        with (
            vault.open_blob(taken.original.id) as sealed,
            vault.open_blob(taken.cleaned.id) as copy,
        ):
            assert sealed.read() == photos[taken.source[0]]
            assert MAKER.encode() not in copy.read()
        provenance = taken.original.provenance
        assert (provenance.source, provenance.device) == ("localsend", None)
        assert next(entry.event for entry in vault.custody(taken.original.id)) == "sealed"
    assert isinstance(time.heard[0], Came)
    assert time.heard[0].size == sum(map(len, photos.values()))
    assert isinstance(time.heard[-1], Left)


def test_the_phones_name_is_kept_only_where_the_witness_wants_it(
    vault: Vault, receive: Receive
) -> None:
    time, data = receive(keep_device=True), photo_bytes()
    time.send(time.open(a=len(data)), "a", data)
    assert vault.originals()[0].provenance.device == "Phone"


def test_a_file_that_is_here_already_is_said_to_be(vault: Vault, receive: Receive) -> None:
    time, data = receive(), photo_bytes()
    opened = time.open(a=len(data), b=len(data))
    assert [time.send(opened, name, data) for name in "ab"] == [200, 200]
    assert states(time) == ["sealed", "already"]
    assert len(vault.originals()) == 1


def test_what_is_no_photo_is_refused_and_the_rest_goes_on(vault: Vault, receive: Receive) -> None:
    time, data = receive(), photo_bytes()
    opened = time.open(a=9, b=0, c=len(data))
    said = [time.send(opened, name, sent) for name, sent in (("a", b"Dear all,"), ("b", b""))]
    assert said == [415, 415]
    assert time.send(opened, "c", data) == 200
    time.until(lambda: len(time.ended) == 3)
    assert [taken.status for taken in time.ended] == [
        Status.REFUSED,
        Status.REFUSED,
        Status.SEALED,
    ]


def test_a_large_file_that_is_refused_leaves_no_reader_behind(
    vault: Vault, receive: Receive
) -> None:
    """More than is read ahead: whoever reads it must let go of the line, and end."""
    time, data = receive(), b"Dear all, " * (1 << 20)
    opened = time.open(a=len(data), b=9)
    head = time.client.head("POST", time.client.upload(opened, "a"), len(data))
    before = threading.active_count()
    with time.client.line() as line:
        with contextlib.suppress(OSError):  # it may be hung up on before all is sent
            line.sendall(head + data)
        read_answer(line)
    time.until(lambda: states(time) == ["refused"])
    time.until(lambda: threading.active_count() <= before)
    assert vault.originals() == ()


def test_a_cut_leaves_nothing_in_the_vault(vault: Vault, receive: Receive) -> None:
    time, data = receive(), photo_bytes() + bytes(3 << 20)
    opened = time.open(a=len(data))
    with time.client.line() as line:
        line.sendall(time.client.head("POST", time.client.upload(opened, "a"), len(data)))
        line.sendall(data[: 2 << 20])
    time.until(lambda: states(time) == ["failed"])
    assert vault.originals() == ()
    assert not list(vault.folder.rglob("*.part"))
    time.end()
    assert [taken.error.facts for taken in time.ended if taken.error] == [{"reason": "cut-off"}]
    assert isinstance(time.ended[0].error, Unreadable)
    assert not vault.check(deep=True)


def test_stopping_in_the_middle_seals_what_was_whole_and_nothing_else(
    vault: Vault, receive: Receive
) -> None:
    time, data = receive(), photo_bytes()
    opened = time.open(a=len(data), b=len(data) + 1)
    time.send(opened, "a", data)
    with time.client.line() as line:
        line.sendall(time.client.head("POST", time.client.upload(opened, "b"), len(data) + 1))
        line.sendall(data)
        time.until(
            lambda: any(isinstance(one, Coming) and one.name == "b.jpg" for one in time.heard)
        )
        time.end()
    assert [one.provenance.name for one in vault.originals()] == ["a.jpg"]
    assert {taken.source: bool(taken.cleaned) for taken in time.ended} == {
        "a.jpg": True,
        "b.jpg": False,
    }
    assert time.raised == []


def test_stopping_while_it_examines_hangs_up_at_once(
    vault: Vault, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is under way does not go on until the examining is done."""
    examining, going_on = threading.Event(), threading.Event()

    def slowly(*_: object, **__: object) -> tuple[Taken, ...]:
        examining.set()
        going_on.wait(60)
        return ()

    monkeypatch.setattr("capture.receiving.examine", slowly)
    time, data = receive(), photo_bytes()
    time.send(time.open(a=len(data)), "a", data)
    assert examining.wait(60)
    opened = time.open(b=len(data))
    with time.client.line() as line:
        line.sendall(time.client.head("POST", time.client.upload(opened, "b"), len(data)))
        time.receiving.stop()
        ended = read_answer(line)  # at the latest when the line's own patience is over
        going_on.set()
    assert ended.status in (0, 422)
    time.join()
    assert len(vault.originals()) == 1


def test_a_cancel_leaves_what_is_sealed_sealed(vault: Vault, receive: Receive) -> None:
    time, data = receive(), photo_bytes()
    time.send(time.open(a=len(data), b=1), "a", data)
    time.cancel.set()
    time.join()
    assert isinstance(time.raised[0], Cancelled)
    assert len(vault.originals()) == 1
    assert [one.name for one in threading.enumerate() if one.name.startswith("air")] == []


def test_what_belongs_together_is_put_together_after_a_cancel_too(
    vault: Vault, pool: MediaPool, receive: Receive
) -> None:
    time, still, clip = receive(), live.still(), live.clip()
    opened = time.open(a=len(still), b=len(clip), c=1)
    for name, data in (("a", still), ("b", clip)):
        assert time.send(opened, name, data) == 200
    time.cancel.set()
    time.join()
    assert isinstance(time.raised[0], Cancelled)
    Preparing(vault, pool).run(silent, lambda _taken: None)
    (lead,) = vault.leads()
    assert [part.role for part in vault.parts(lead.id)] == ["clip"]


def test_it_ends_by_itself_and_lets_whoever_sends_end(vault: Vault, receive: Receive) -> None:
    time, data = receive(), photo_bytes()
    opened = time.open(a=len(data))
    time.receiving.prolong(0)
    assert time.receiving.seconds_left == 0
    assert time.client.prepare(time.receiving.shown.pin).status == 403
    assert time.send(opened, "a", data) == 200
    time.join()
    assert len(vault.originals()) == 1
    with pytest.raises(ConnectionRefusedError):
        time.client.plain()


def test_it_can_be_prolonged(receive: Receive) -> None:
    time = receive(seconds=0.5)
    time.receiving.prolong(600)
    assert time.receiving.seconds_left > 500


def test_it_closes_where_somebody_guesses_the_pin(receive: Receive) -> None:
    time = receive()
    for number in range(12):
        time.client.prepare("wrong", source=f"127.0.2.{number + 1}")
    time.join()
    assert time.receiving.beset
    assert sum(isinstance(one, Knocked) for one in time.heard) == 12


def test_a_browser_brings_its_files(vault: Vault, receive: Receive) -> None:
    time, data = receive(), photo_bytes()
    where = "/" + time.receiving.shown.page.rpartition("/")[2]
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename="IMG_1.jpg"\r\n\r\n'
    body += data + b"\r\n--x--\r\n"
    kind = "multipart/form-data; boundary=x"
    assert time.client.ask("POST", where, body, Content_Type=kind).status == 200
    put = f"{where}?name=IMG_2.jpg&modified=2024-05-01T18:42:07.000Z"
    assert time.client.ask("PUT", put, photo_bytes(5)).json() == {"state": "sealed"}
    first, second = (one.provenance for one in vault.originals())
    assert (first.source, first.name, first.modified_at) == ("browser", "IMG_1.jpg", None)
    assert (second.name, second.modified_at) == ("IMG_2.jpg", "2024-05-01T18:42:07Z")


def test_what_came_together_is_one_item(vault: Vault, receive: Receive) -> None:
    """A sidecar beside its picture, by their names in one folder."""
    time, data = receive(), photo_bytes()
    sidecar = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    files = {"1": ("IMG_7.jpg", data), "2": ("IMG_7.xmp", sidecar)}
    said = {
        name: {"id": name, "fileName": shown, "size": len(sent)}
        for name, (shown, sent) in files.items()
    }
    pin = time.receiving.shown.pin
    body = json.dumps({"info": {}, "files": said}).encode()
    opened = time.client.ask("POST", f"{API}/prepare-upload?pin={pin}", body).json()
    for name, (_, sent) in files.items():
        assert time.send(opened, name, sent) == 200
    time.until(lambda: len(time.ended) == 2)
    time.end()
    (lead,) = vault.leads()
    assert [part.role for part in vault.parts(lead.id)] == ["sidecar"]


def test_an_address_that_is_not_ours_or_a_port_in_use_is_refused(
    vault: Vault, pool: MediaPool, receive: Receive
) -> None:
    for address in ("0.0.0.0", "192.0.2.250", "localhost", ""):  # noqa: S104 # refused
        with pytest.raises(CannotReceive) as refused:
            Receiving(vault, pool, Choice(address))
        assert refused.value.facts == {"reason": "not-ours"}
    port = receive().receiving.shown.port
    with pytest.raises(CannotReceive) as taken:
        Receiving(vault, pool, Choice(HERE, port=port))
    assert taken.value.facts == {"reason": "in-use", "port": port}


def test_the_addresses_of_this_computer_are_listed() -> None:
    found = addresses()
    assert HERE in [one.ip for one in found if one.own_alone]
    assert [one.own_alone for one in found] == sorted(one.own_alone for one in found)


def test_the_words_of_a_fingerprint_are_its_first_eighty_bits() -> None:
    digest = bytes(range(32))
    words = fingerprint_words(digest)
    assert len(words) == 8
    assert fingerprint_words(digest[:10] + bytes(22)) == words
    assert fingerprint_words(bytes([1]) + digest[1:])[1:] != words
    assert fingerprint_words(digest[:9] + b"\xff" + digest[10:]) != words


def test_nothing_plain_is_left_in_the_vaults_folder(vault: Vault, receive: Receive) -> None:
    time, data = receive(), photo_bytes()
    time.send(time.open(IMG_secret_place=len(data)), "IMG_secret_place", data)
    time.end()
    assert len(vault.originals()) == 1
    for path in Path(vault.folder).rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert MAKER.encode() not in raw
            assert b"IMG_secret_place" not in raw
