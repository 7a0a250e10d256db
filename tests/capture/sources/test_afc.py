"""What answers in a phone's place may answer anything: only a whole, fitting answer is taken."""

import struct
from collections.abc import Callable
from contextlib import suppress
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from capture.errors import Unreadable
from capture.sources.apple.afc import READ_MAX, Afc, Refused
from capture.sources.apple.channel import Channel, parsed

HEADER = struct.Struct("<8sQQQQ")
MAGIC = b"CFA6LPAA"


class Canned:
    """Gives bytes that were prepared, and then is gone."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.closed = False

    def send(self, _data: bytes) -> None:
        pass

    def exactly(self, count: int) -> bytes:
        if count > len(self.data):
            raise Unreadable(reason="device")
        given, self.data = self.data[:count], self.data[count:]
        return given

    def close(self) -> None:
        self.closed = True


def _afc(data: bytes) -> tuple[Afc, Canned]:
    canned = Canned(data)
    return Afc(cast("Channel", canned)), canned


def _answer(
    kind: int, body: bytes, *, number: int = 1, more: int = 0, magic: bytes = MAGIC
) -> bytes:
    length = HEADER.size + len(body) + more
    return HEADER.pack(magic, length, length, number, kind) + body


@pytest.mark.parametrize(
    "data",
    [
        b"",
        _answer(2, b"x", magic=b"12345678"),
        _answer(2, b"x", number=9),
        _answer(2, b"x", more=1 << 40),
        _answer(2, b"x", more=-40),
        _answer(1, b"short"),
        _answer(2, b"x", more=5),
    ],
)
def test_an_answer_that_does_not_fit_ends_the_connection(data: bytes) -> None:
    afc, canned = _afc(data)
    with pytest.raises(Unreadable) as named:
        afc.names("/")
    assert not isinstance(named.value, Refused)
    assert canned.closed
    assert afc.broken
    with pytest.raises(Unreadable):
        afc.info("/a")


def test_a_refusal_leaves_the_connection_as_it_was() -> None:
    refusal = _answer(1, struct.pack("<Q", 10))
    afc, canned = _afc(refusal + _answer(2, b".\0..\0a\0", number=2))
    with pytest.raises(Refused) as refused:
        afc.remove("/a")
    assert refused.value.facts["reason"] == "permission"
    assert afc.names("/") == ("a",)
    assert not canned.closed


def test_more_bytes_than_were_asked_for_are_not_taken() -> None:
    afc, _ = _afc(_answer(2, bytes(11)))
    with pytest.raises(Unreadable):
        afc.read(1, 10)
    afc, _ = _afc(_answer(2, bytes(10)))
    assert len(afc.read(1, READ_MAX + 1)) == 10
    afc, _ = _afc(_answer(14, bytes(7)))
    with pytest.raises(Unreadable):
        afc.open("/a")


def test_names_that_are_no_text_come_back_as_they_were() -> None:
    afc, _ = _afc(_answer(2, b"\xff\xfe.jpg\0ok.jpg\0\0"))
    names = afc.names("/")
    assert [name.encode("utf-8", "surrogateescape") for name in names] == [
        b"ok.jpg",
        b"\xff\xfe.jpg",
    ]


ASKED: tuple[Callable[[Afc], object], ...] = (
    lambda afc: afc.names("/"),
    lambda afc: afc.info("/a"),
    lambda afc: afc.open("/a"),
    lambda afc: afc.read(1, 5),
)


@given(some.binary(max_size=200), some.integers(0, 20), some.binary(max_size=50))
def test_noise_is_named_and_nothing_else_happens(body: bytes, kind: int, noise: bytes) -> None:
    for data in (noise, _answer(kind, body), _answer(kind, body)[: len(noise)]):
        for ask in ASKED:
            with suppress(Unreadable):
                ask(_afc(data)[0])


XML = b'<plist version="1.0"><dict>%s</dict></plist>'


@given(some.binary(max_size=300))
@example(b"<key>a</key><date>no day</date>")
@example(b"<key>a</key><integer>no number</integer>")
@example(b"<string>no key</string>")
def test_a_property_list_is_a_dictionary_or_named(data: bytes) -> None:
    for text in (data, XML % data, b"bplist00" + data):
        with suppress(Unreadable):
            assert isinstance(parsed(text), dict)
