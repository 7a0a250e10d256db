"""SFTP: what a server may say without end, and where what was cut is gone on with."""

import io
import random
import struct
from collections.abc import Iterator

import paramiko
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.errors import OutletLied, OutletRefused
from storage.outlets import sftp_listing
from storage.outlets.base import Fleeting, Parcel
from storage.outlets.sftp_ahead import AHEAD, Ahead, largest_block
from storage.outlets.sftp_listing import entries
from storage.outlets.sftp_notes import Notes
from storage.outlets.sftp_packets import (
    ATTRS,
    EXTENDED_REPLY,
    MOST_PACKET,
    NAME,
    STATUS,
    WRITE,
    check,
)
from storage.outlets.ssh import Client
from storage.progress import silent
from tests.contracts.outlet_kinds import sftp
from tests.storage.outlets.servers import Server, running, sshd

FILE = 0o100644


def word(text: bytes) -> bytes:
    return struct.pack(">I", len(text)) + text


def row(name: bytes, attributes: bytes = struct.pack(">II", 4, FILE)) -> bytes:
    return word(name) + word(b"-rw " + name) + attributes


def names(*rows: bytes, count: int | None = None) -> bytes:
    said = len(rows) if count is None else count
    return struct.pack(">II", 7, said) + b"".join(rows)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (NAME, names(row(b"a"), row(b"b"))),
        (NAME, names()),
        (ATTRS, struct.pack(">IIQIII", 7, 1 | 4 | 8, 5, FILE, 1, 1)),
        (ATTRS, struct.pack(">III", 7, 0x80000000, 1) + word(b"x") + word(b"y")),
        (STATUS, b""),
    ],
)
def test_answers_that_fit_themselves_are_let_through(kind: int, said: bytes) -> None:
    check(kind, said)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (NAME, b""),
        (NAME, names(count=0xFFFFFFFF)),
        (NAME, names(row(b"a"), count=2)),
        (NAME, names(struct.pack(">I", 0xFFFFFFFF))),
        (NAME, names(row(b"a", struct.pack(">II", 0x80000000, 0xFFFFFFFF)))),
        (ATTRS, struct.pack(">II", 7, 1)),
        (ATTRS, struct.pack(">III", 7, 0x80000000, 0xFFFFFFFF)),
    ],
)
def test_answers_that_speak_of_more_than_they_hold_are_lies(kind: int, said: bytes) -> None:
    with pytest.raises(OutletLied):
        check(kind, said)


class Answering:
    """Stands for a channel whose other side answers with these packets."""

    def __init__(self, *packets: tuple[int, bytes]) -> None:
        said = ((2, struct.pack(">I", 3)), *packets)
        self.raw = io.BytesIO(b"".join(word(bytes([kind]) + data) for kind, data in said))

    def send(self, data: bytes) -> int:
        return len(data)

    def recv(self, count: int) -> bytes:
        return self.raw.read(count)

    def close(self) -> None:
        pass

    def get_name(self) -> str:
        return "answering"


def client(*packets: tuple[int, bytes]) -> Client:
    return Client(Answering(*packets))  # type: ignore[arg-type]  # it stands for a channel


HANDLE = (102, struct.pack(">I", 1) + word(b"h"))


def endless(count: int, name: bytes = b"a") -> Iterator[tuple[int, bytes]]:
    for number in range(count):
        rows = struct.pack(">II", 2 + number, 10) + row(name) * 10
        yield NAME, rows


def test_a_listing_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sftp_listing, "MOST_ENTRIES", 95)
    with pytest.raises(OutletLied) as caught:
        entries(client(HANDLE, *endless(10)), "/")
    assert caught.value.facts["reason"] == "too-much"


def test_a_listing_of_endless_names_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutletLied):
        entries(client(HANDLE, *endless(1, b"n" * 5000)), "/")
    monkeypatch.setattr(sftp_listing, "MOST_TEXT", 10_000)
    with pytest.raises(OutletLied):
        entries(client(HANDLE, *endless(2, b"n" * 1000)), "/")


def test_an_answer_beyond_measure_is_not_read() -> None:
    too_large = (STATUS, bytes(MOST_PACKET))
    with pytest.raises(OutletLied):
        client(too_large).listdir("/")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(sshd(tmp_path_factory.mktemp("sftp") / "served")) as started:
        yield started


def test_a_real_folder_is_listed_whole(server: Server) -> None:
    outlet = sftp(server)
    for number in range(250):
        (server.folder / f"listed-{number}").write_bytes(b"x" * number)
    (server.folder / "beside").mkdir()
    (server.folder / "beside" / "inner").write_bytes(b"inner")
    found = {stored.name: stored.size for stored in outlet.names("")}
    outlet.close()
    assert found == {f"listed-{n}": n for n in range(250)} | {"beside/inner": 5}


def test_a_server_is_asked_how_much_it_takes_at_once(server: Server) -> None:
    outlet = sftp(server)
    outlet.ask(silent)
    session = outlet._session
    assert session is not None
    assert largest_block(session) > 32_000
    outlet.close()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (struct.pack(">IQQQQ", 1, 1, 1, 0, 1), 32_000),
        (struct.pack(">IQQQQ", 1, 1, 1, 1, 1), 1024),
        (struct.pack(">IQQQQ", 1, 1, 1, 1 << 63, 1), 128 * 1024),
        (None, 32_000),
    ],
)
def test_what_a_server_says_it_takes_has_bounds(said: bytes | None, expected: int) -> None:
    packet = status(1, 8) if said is None else (EXTENDED_REPLY, said)
    assert largest_block(Standing(client(packet))) == expected  # type: ignore[arg-type]  # stands for it


def test_a_place_that_forbids_to_ask_gets_what_every_server_takes() -> None:
    assert largest_block(Standing(client(status(1, 3)))) == 32_000  # type: ignore[arg-type]  # stands for it


class Standing:
    """Stands for a session."""

    def __init__(self, made: Client) -> None:
        self.client = made
        self.talk = made.sock


def status(number: int, code: int = 0) -> tuple[int, bytes]:
    return STATUS, struct.pack(">II", number, code) + word(b"said") + word(b"")


def ahead(*packets: tuple[int, bytes]) -> Ahead:
    return Ahead(Standing(client(*packets)), b"h", 0)  # type: ignore[arg-type]  # stands for it


def test_answers_out_of_order_are_answers() -> None:
    writing = ahead(status(2), status(1), status(3))
    for _ in range(3):
        writing.write(b"block")
    assert writing.answered == 0
    writing.finish()
    assert writing.answered == 15


@pytest.mark.parametrize(
    ("packet", "error"),
    [
        (status(9), OutletLied),
        ((WRITE, struct.pack(">I", 1)), OutletLied),
        (status(1, 4), OSError),
        (status(1, 3), PermissionError),
    ],
)
def test_an_answer_to_nothing_and_a_refusal_end_it(
    packet: tuple[int, bytes], error: type[Exception]
) -> None:
    writing = ahead(packet)
    writing.write(b"block")
    with pytest.raises(error):
        writing.finish()


def test_no_more_is_sent_than_may_be_unanswered() -> None:
    writing = ahead()
    block = bytes(1 << 20)
    writing.write(block)
    writing.write(block)
    with pytest.raises(EOFError):  # it waits for an answer, and this server says no more
        writing.write(b"x")


def test_what_a_full_disk_refuses_leaves_nothing_and_the_line_serves_on(server: Server) -> None:
    outlet = sftp(server)
    part = server.folder / "whole.part"
    part.symlink_to("/dev/full")
    with pytest.raises(OutletRefused):
        outlet.put("whole", io.BytesIO(b"x" * 100), 100, silent)
    assert not part.is_symlink()
    outlet.put("whole", io.BytesIO(b"x" * 100), 100, silent)
    outlet.close()
    assert (server.folder / "whole").read_bytes() == b"x" * 100


def test_what_an_earlier_try_still_writes_makes_no_hole(server: Server) -> None:
    """The line of a killed client goes on for a while; what it writes then is not believed."""
    data = random.Random(9).randbytes(3 * AHEAD)
    parcel = Parcel("late.age", len(data), "ab" * 32, lambda: io.BytesIO(data))
    part = server.folder / "late.age.part"
    memo = Fleeting()

    class StopError(Exception):
        pass

    def stopping(at: int) -> None:
        def tick(done: int, _total: int) -> None:
            if done >= at:
                raise StopError

        outlet = sftp(server)
        with pytest.raises(StopError):
            outlet.send(parcel, memo, tick)
        outlet.close()

    stopping(AHEAD + 100_000)
    stopping(200_000)
    firm = int(memo.notes["sure"])
    assert firm < AHEAD // 2
    with part.open("r+b") as file:  # late comes what the first try had sent
        file.truncate(firm)
        file.seek(AHEAD)
        file.write(data[AHEAD : AHEAD + 100_000])
    outlet = sftp(server)
    outlet.send(parcel, memo, silent)
    outlet.close()
    assert (server.folder / "late.age").read_bytes() == data


TRIES = st.lists(
    st.tuples(st.integers(0, 6 * AHEAD), st.integers(0, AHEAD), st.booleans()), max_size=6
)


@settings(max_examples=200, deadline=None)
@given(TRIES)
def test_where_it_is_gone_on_with_all_before_was_answered_for(
    tries: list[tuple[int, int, bool]],
) -> None:
    """Each try answers for so much, has so much unanswered, which is written now or later."""
    memo, size = Fleeting(), 100 * AHEAD
    there, firm, latest = 0, 0, 0
    for answered, unanswered, late in tries:
        notes = Notes(memo, "ab")
        start = notes.begun(max(there, latest if late else 0), size)
        assert start <= firm, "it is gone on behind a hole"
        assert firm - start <= 2 * AHEAD, "more is sent again than was unanswered"
        sure = start
        while sure < start + answered:
            sure = min(sure + AHEAD // 16, start + answered)
            notes.answered(sure)
        firm = there = sure
        latest = max(latest, sure + unanswered)
        if not late:
            there += unanswered


def test_paramiko_still_reads_answers_by_the_method_that_is_measured() -> None:
    assert "_read_packet" in vars(Client)
    assert callable(getattr(paramiko.SFTPClient, "_read_packet", None))
