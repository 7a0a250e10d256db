"""A source that stalls, lies or vanishes is given up in words, and never blocks whoever waits."""

import io
import threading
from typing import BinaryIO

import pytest
from typing_extensions import override

from capture.errors import Unreadable
from capture.sources.ahead import CHUNK, chunks


class Cancelled(BaseException):
    """As the faces raise it."""


class Stalling(io.BytesIO):
    """Gives some bytes, and then waits for somebody to pull the plug."""

    def __init__(self, data: bytes, plug: threading.Event) -> None:
        super().__init__(data)
        self.plug = plug

    @override
    def read(self, count: int | None = -1) -> bytes:
        read = super().read(count)
        if not read:
            self.plug.wait(30)
        return read


class Trickling(io.BytesIO):
    """Gives three bytes at a time, as a device may."""

    @override
    def read(self, _count: int | None = -1) -> bytes:
        return super().read(3)


class Vanishing(io.BytesIO):
    @override
    def read(self, count: int | None = -1) -> bytes:
        if self.tell():
            raise OSError(5, "Input/output error")
        return super().read(count)


def _nothing() -> None:
    pass


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, 3 * CHUNK + 7])
def test_all_bytes_come_in_their_order(size: int) -> None:
    data = bytes(index * 31 % 251 for index in range(1000)) * (size // 1000 + 1)
    read = list(chunks(lambda: io.BytesIO(data[:size]), _nothing))
    assert b"".join(read) == data[:size]
    assert all(len(chunk) == CHUNK for chunk in read[:-1])


def test_a_trickle_is_gathered() -> None:
    assert list(chunks(lambda: Trickling(b"abcdefgh" * 100), _nothing)) == [b"abcdefgh" * 100]


def test_a_stall_is_given_up_and_the_stream_is_closed_when_it_comes_back() -> None:
    plug = threading.Event()
    stream = Stalling(b"x" * CHUNK, plug)
    reading = chunks(lambda: stream, _nothing, patience=0.5)
    assert next(reading) == b"x" * CHUNK
    with pytest.raises(Unreadable) as given_up:
        next(reading)
    assert given_up.value.facts["reason"] == "stalled"
    assert not stream.closed
    plug.set()
    for thread in threading.enumerate():
        if thread.daemon and thread is not threading.current_thread():
            thread.join(5)
    assert stream.closed


def test_whoever_waits_may_stop() -> None:
    plug = threading.Event()

    def cancel() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(chunks(lambda: Stalling(b"", plug), cancel))
    plug.set()


def test_a_device_that_vanishes_is_named() -> None:
    with pytest.raises(Unreadable) as gone:
        list(chunks(lambda: Vanishing(b"x" * 2 * CHUNK), _nothing))
    assert gone.value.facts["reason"] == "device"


def test_what_cannot_be_opened_says_so() -> None:
    def refuse() -> BinaryIO:
        raise Unreadable(reason="permission")

    with pytest.raises(Unreadable) as refused:
        list(chunks(refuse, _nothing))
    assert refused.value.facts["reason"] == "permission"
